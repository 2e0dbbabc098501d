"""Numbers as they are printed in a line."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tellings.analysis.alternatives import one_of
from tellings.analysis.numbers.tables import CLOSE, table, units
from tellings.analysis.numbers.values import FIGURE, Sort, sorts
from tellings.analysis.wording import words_in

__all__ = ["Line", "Printed", "find", "match", "starts"]

GLUE = frozenset(".,/:#’'-")
"""Signs before a figure that make it the rest of something longer."""

FIGURES = re.compile(r"[0-9][0-9]*")
WORDLIKE = re.compile(r"\w")
ARTICLE = re.compile(r"(?:^|\W)(?P<article>an?)[ -]$")
LETTERS = re.compile(r"[a-z]+")
MINUS = re.compile(r"(?:(?<![^\s(])[-−]|\bminus )$")


class Line(NamedTuple):
    """The words of a sentence, and the same in small letters, character for character."""

    words: str
    lower: str


class Printed(NamedTuple):
    """A number as it is printed in a line."""

    line: Line
    start: int
    end: int
    small: str
    """What stands close before it, in small letters."""

    value: float
    sort: Sort
    money: str | None
    """The code of the currency whose sign stands before it."""

    figure: bool
    """Whether it begins with a figure."""

    scale: str | None
    """The words or letters that scale it: “million”, “bn”."""

    @property
    def close(self) -> str:
        """What stands close before it."""
        return self.line.words[max(0, self.start - CLOSE) : self.start]

    @property
    def before(self) -> str:
        """What stands before it."""
        return self.line.words[: self.start]

    @property
    def text(self) -> str:
        """The number as printed."""
        return self.line.words[self.start : self.end]


@cache
def starting() -> frozenset[str]:
    """Give the words with which a number can begin, but for “a” and “an”."""
    values = (word for word in table("values") if len(word) > 2)
    return frozenset({*values, *table("loose"), "half", "quarter", "tens", "several"})


@cache
def after_article() -> frozenset[str]:
    """Give the words before which “a” begins a number."""
    heads = ("half", "quarter", "third", "fifth", "tenth", "dozen", "couple", "handful", "few")
    return frozenset({*heads, *table("scales")})


def starts(lower: str) -> list[int]:
    """Give the places of a text, in small letters, where a number can begin, in order."""
    found = [figures.start() for figures in FIGURES.finditer(lower)]
    for word in words_in(lower) & (starting() | after_article()):
        for at in places_of(word, lower):
            if word in starting():
                found.append(at)
            if word in after_article() and (article := ARTICLE.search(lower, max(0, at - 4), at)):
                found.append(article.start("article"))
    found.sort()
    return found


def places_of(word: str, lower: str) -> Iterator[int]:
    """Give where a word stands alone in a text."""
    at = lower.find(word)
    while at >= 0:
        end = at + len(word)
        if not WORDLIKE.match(lower, end) and not (at and WORDLIKE.match(lower, at - 1)):
            yield at
        at = lower.find(word, end)


def find(about: Line, starts: Iterable[int]) -> Iterator[Printed]:
    """Find the numbers of a line that begin at places of it, in order."""
    end = 0
    for start in starts:
        if start < end:
            continue
        found = match(about, start)
        if found is not None:
            end = found.end
            yield found


def match(about: Line, at: int, *, joined: bool = False) -> Printed | None:
    """Read the number that begins at a character; `joined` lets a hyphen lead to it."""
    money, start = sign_before(about, at)
    led = about.lower[max(0, start - 6) : start]
    minus = MINUS.search(led) if led.endswith(("-", "−", "minus ")) else None
    start = start - len(minus.group()) if minus else start
    before = about.words[start - 1 : start]
    if not joined and ((before in GLUE and before) or before.isalnum() or before == "_"):
        return None
    figure = about.lower[at].isdigit()
    word = None if figure else LETTERS.match(about.lower, at)
    begun = word.group() if word else FIGURE if figure else ""
    for sort, pattern, value_of in sorts().get(begun, ()):
        found = pattern.match(about.lower, at)
        value = value_of(found) if found else None
        if found is None or value is None:
            continue
        return Printed(
            line=about,
            start=start,
            end=found.end(),
            small=about.lower[max(0, start - CLOSE) : start],
            value=round(-value if minus else value, 6),
            sort=sort,
            money=money,
            figure=figure,
            scale=scale_of(found),
        )
    return None


def scale_of(found: re.Match[str]) -> str | None:
    """Give the words or letters that scale a number that was found."""
    groups = found.re.groupindex
    long: str | None = found["scale"] if "scale" in groups else None
    return long or (found["short"] if "short" in groups else None)


def sign_before(about: Line, at: int) -> tuple[str | None, int]:
    """Name the currency whose sign stands before a number, and give where the sign begins."""
    led = about.words[max(0, at - 6) : at].rstrip()
    found = (
        currency_sign().search(about.words, max(0, at - 6), at)
        if led.endswith(last_signs())
        else None
    )
    if found is None:
        return None, at
    return str(units()["currency_signs"][found["sign"]]), found.start()


@cache
def currency_sign() -> re.Pattern[str]:
    """Build the pattern of a currency's sign or code at the end of a text."""
    return re.compile(rf"(?:^|(?<![A-Za-z]))(?P<sign>{one_of(units()['currency_signs'])})\s?$")


@cache
def last_signs() -> tuple[str, ...]:
    """Give every currency's sign or code, for a quick test."""
    return tuple(units()["currency_signs"])
