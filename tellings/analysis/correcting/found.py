"""What was found before the editor had a say in it, and what may be wrong with any entry."""

from dataclasses import dataclass

from tellings.model.findings import Claim, Difference, SummaryLine, Telling
from tellings.model.phrase import phrase

__all__ = ["NO_CLAIM", "OTHERWISE", "Found"]

NO_CLAIM = phrase("these words stand in no sentence that tells a claim")
OTHERWISE = phrase("another entry says otherwise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the tool found before the editor had a say in it."""

    tellings: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]
    summary: tuple[SummaryLine, ...]
