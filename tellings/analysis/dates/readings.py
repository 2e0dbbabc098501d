"""Where a dated expression stands, and what it comes to."""

import re
from datetime import date
from typing import NamedTuple

from tellings.analysis.dates import tenses
from tellings.analysis.dates.tenses import Tense
from tellings.model.findings import Precision

__all__ = ["Place", "Reading", "Told"]


class Reading(NamedTuple):
    """What an expression comes to, and why."""

    date: str
    precision: Precision
    basis: str


class Told(NamedTuple):
    """A date told before, on which later words may lean."""

    reading: Reading
    words: str
    """The words it was told in, in small letters."""

    sentence: int
    """The number of its sentence in the text."""


class Place(NamedTuple):
    """Where an expression stands: its sentence, the day it leans on, what was told before."""

    sentence: str
    day: date | None
    now: date | None = None
    """The day that the text calls today, where that is not the article’s day."""

    number: int = 0
    """The number of the sentence in its text."""

    title: bool = False
    lead: bool = False
    """Whether it is a headline, or what stands first below it."""

    told: tuple[Told, ...] = ()
    """Dates told before the expression, in text order."""

    here: tuple[Reading, ...] = ()
    """The dates of its sentence that lean on no other."""

    @property
    def today(self) -> date | None:
        """The day that “today” means."""
        return self.now or self.day

    def tense(self, found: re.Match[str]) -> Tense | None:
        """Tell the tense around an expression."""
        return tenses.at(self.sentence, found.start(), found.end(), title=self.title)
