"""What is kept of a text to compare it with others: bags of words, names, figures and its day."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern

__all__ = ["Bag", "Profile", "Text", "bag", "day_of"]


@dataclass(frozen=True, slots=True)
class Bag:
    """Words in order of the alphabet, each with how often it stands there."""

    words: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The words of a text, by where they stand."""

    body: Bag
    lead: Bag
    title: Bag
    names: Bag
    """Words written with a capital inside a sentence, as printed."""

    figures: tuple[str, ...] = ()
    """Numbers of two digits or more, years apart, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the pile, or one that is filed."""

    file: str
    """Its file as a reader finds it: from the sorted folder, or from the project's."""

    sha256: str
    """Of the raw file; of the words where it was written by hand."""

    digest: str
    """Of the words: what two files of one text have in common."""

    title: str
    title_derived: bool = False
    outlet: str | None = None
    published: str | None = None
    """Its day, as 2026-03-04."""

    lang: str | None = None
    profile: Profile
    event: str | None = None
    """The slug of the event that it is filed in."""

    @property
    def day(self) -> int | None:
        """The number of its day, to count with."""
        return None if self.published is None else dt.date.fromisoformat(self.published).toordinal()


def bag(words: Iterable[str]) -> Bag:
    """Put words in a bag."""
    counted = Counter(words)
    order = sorted(counted)
    return Bag(tuple(map(intern, order)), tuple(counted[word] for word in order))


def day_of(published: str | None) -> str | None:
    """Give the day of a date as written; None where there is no such day."""
    try:
        return dt.date.fromisoformat((published or "")[:10]).isoformat()
    except ValueError:
        return None
