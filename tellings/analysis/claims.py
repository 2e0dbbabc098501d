"""Sentences of different texts that say the same thing."""

from tellings.analysis.similarity import Likeness
from tellings.model.findings import Claim, Cover, Lineage, Telling

__all__ = ["count", "draw"]


def draw(tellings: tuple[Telling, ...], likeness: Likeness, lineage: Lineage) -> tuple[Claim, ...]:
    """Draw the claims of an event: shared ones, and one for each sentence told by one text."""
    return ()


def count(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], lineage: Lineage
) -> tuple[Cover, ...]:
    """Count the independent texts and origins behind each claim."""
    return ()
