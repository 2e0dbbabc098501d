"""The tables of number words, units and bounds, and patterns made of them."""

import re
from functools import cache, lru_cache
from typing import Any

from tellings.analysis.alternatives import one_of
from tellings.data import words

__all__ = ["CLOSE", "bound_after", "bound_before", "scale", "small", "table", "units"]

CLOSE = 50
"""How many characters before a number are looked at for what it is."""

FILLERS = (" a further", " another", " further", " the", " an", " a")


def table(name: str) -> dict[str, Any]:
    """Give one of the tables of number words."""
    found: dict[str, Any] = words.load("number_words")[name]
    return found


def units() -> dict[str, Any]:
    """Give the tables of units."""
    return words.load("units")


@cache
def scale() -> str:
    """Build the alternative of scale words."""
    return one_of(table("scales"))


@cache
def small() -> str:
    """Build the pattern of a number word up to ninety-nine."""
    values = {word: value for word, value in table("values").items() if len(word) > 2}
    tens, ones = (
        one_of(w for w, v in values.items() if low <= v <= high and v % step == 0)
        for low, high, step in ((20, 90, 10), (1, 9, 1))
    )
    return rf"(?:(?:{tens})(?:-(?:{ones})(?!\w)| (?:{ones})(?![\w-]))?|{one_of(values)})(?!\w)"


@cache
def bounding() -> tuple[str, ...]:
    """Give the words before a number that bound it, the longest first."""
    return tuple(sorted(units()["bounds"], key=lambda words: (-len(words), words)))


@lru_cache(maxsize=64)
def bound_before(lower: str) -> tuple[str | None, int]:
    """Find the words at the end of a text that bound a number, and where they or it begin."""
    told = lower.rstrip()
    if told.endswith(FILLERS):
        filler = next(f for f in FILLERS if told.endswith(f))
        told = told[: len(told) - len(filler)].rstrip()
    if not told.endswith(bounding()):
        return None, len(told)
    word = next(words for words in bounding() if told.endswith(words))
    start = len(told) - len(word)
    if start and told[start - 1].isalnum() and word[0].isalpha():
        return None, len(told)
    return word, start


@cache
def bound_after() -> re.Pattern[str]:
    """Build the pattern of the words after a number that bound it."""
    return re.compile(
        rf"(?:[\s-]|(?=\+))({one_of(units()['bounds_after'])})(?!\w| (?:than|[\d$€£]))"
    )
