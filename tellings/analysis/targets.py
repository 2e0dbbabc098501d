"""Whose treatment is worth comparing."""

from tellings.model.event import Target
from tellings.model.findings import Name, Telling

__all__ = ["propose"]


def propose(tellings: tuple[Telling, ...], names: tuple[Name, ...]) -> tuple[Target, ...]:
    """Propose up to five targets from the names that most texts share."""
    return ()
