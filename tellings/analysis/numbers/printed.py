"""Numbers as they are printed in a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.analysis.numbers.tables import CLOSE, one_of, scale, table, units
from tellings.analysis.numbers.values import FIGURE, PARTS, Sort, sorts

__all__ = ["Line", "Printed", "find", "line", "match"]

GLUE = frozenset(".,/:#’'-")
"""Signs before a figure that make it the rest of something longer."""

DIGIT = re.compile(r"\d")
LETTERS = re.compile(r"[a-z]+")
MINUS = re.compile(r"(?:(?<![^\s(])[-−]|\bminus )$")


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence, and the same in small letters, character for character."""

    words: str
    lower: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A number as it is printed in a line."""

    line: Line
    start: int
    end: int
    close: str
    """What stands close before it."""

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
    def before(self) -> str:
        """What stands before it."""
        return self.line.words[: self.start]

    @property
    def text(self) -> str:
        """The number as printed."""
        return self.line.words[self.start : self.end]


def line(printed: str) -> Line:
    """Give a line with its small letters; a letter whose small form is longer stays."""
    lower = printed.lower()
    if len(lower) != len(printed):
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in printed)
    return Line(printed, lower)


@cache
def starts() -> re.Pattern[str]:
    """Build the pattern of where a number can begin, in small letters."""
    values = one_of(word for word in table("values") if len(word) > 2)
    heads = "half|quarter|third|fifth|tenth|dozen|couple|handful|few"
    return re.compile(
        rf"\b(?:\d|(?:{values}|half|quarter|tens|several|{one_of(table('loose'))})\b"
        rf"|an?(?=[ -](?:{heads}|{scale()})\b))"
    )


@cache
def heads() -> frozenset[str]:
    """Give the words without one of which no line without figures holds a number."""
    named = {*table("values"), *table("loose"), *table("scales"), *PARTS}
    return frozenset({*named, "dozen", "couple", "handful", "tens"} - {"a", "an"})


def find(about: Line) -> Iterator[Printed]:
    """Find the numbers of a line, in order."""
    worded = not heads().isdisjoint(LETTERS.findall(about.lower))
    if not worded and not DIGIT.search(about.lower):
        return
    end = 0
    for start in (starts() if worded else DIGIT).finditer(about.lower):
        if start.start() < end:
            continue
        found = match(about, start.start())
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
            close=about.words[max(0, start - CLOSE) : start],
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
