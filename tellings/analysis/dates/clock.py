"""Clock times as printed."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tellings.model.span import Span

__all__ = ["Time", "beside", "find"]

ZONE = (
    r"(?:GMT|UTC|CEST?|[A-Z]{1,3}[SD]T|[ECMP]T|EES?T|[CEW]AT|PKT|WIB|Z)\b"
    r"|Coordinated Universal Time|local time\b"
)
OWN_ZONE = rf"(?P<zone>{ZONE})"
TWELVE = re.compile(
    r"(?<![\d:.])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?"
    rf"(?:\s{OWN_ZONE})?"
)
ZONED = re.compile(
    r"(?<![\d:.])(?P<hour>[01]\d|2[0-3])[:.]?(?P<minute>[0-5]\d)\s?(?:hours\s)?(?:local\s)?"
    rf"(?:(?:and|to|until|[-–])\s?\d\d[:.]?\d\d\s)?(?:{OWN_ZONE}|\(\d\d[:.]?\d\d\s?(?:{ZONE}))"
)
HINT = re.compile(r"[0-9]\s?(?:[AaPp]\.?\s?[Mm]\b|[A-Z(–-]|hours\b|local\b|and\b|to\b|until\b)")
"""What every clock time in figures holds."""


NOON = re.compile(
    r"\b(?:at|before|after|around|about)\s(?P<noon>noon|midday)\b",
    re.IGNORECASE,
)

PARTED = re.compile(r"[,;] ")
COMMA = 40
"""How many characters a comma is worth."""


class Time(NamedTuple):
    """A clock time as printed."""

    span: Span
    clock: str
    """HH:MM."""

    zone: str | None = None
    """In the text's words: “GMT”, “local time”."""


def find(sentence: str) -> tuple[Time, ...]:
    """Find the times of a sentence that carry a.m., p.m. or a zone, as HH:MM in text order."""
    times = [*_figures(sentence)] if HINT.search(sentence) else []
    if "oon" in sentence or "idday" in sentence:
        times.extend(Time(Span(*found.span("noon")), "12:00") for found in NOON.finditer(sentence))
    return tuple(sorted(times, key=lambda time: time.span))


def _figures(sentence: str) -> Iterator[Time]:
    """Give the times in figures."""
    for found in TWELVE.finditer(sentence):
        hour = int(found["hour"]) % 12 + (12 if found["half"].lower() == "p" else 0)
        clock = f"{hour:02}:{found['minute'] or '00'}"
        yield Time(Span(*found.span()), clock, found["zone"])
    for found in ZONED.finditer(sentence):
        clock = f"{found['hour']}:{found['minute']}"
        yield Time(Span(*found.span()), clock, found["zone"])


def beside(expressions: Sequence[Span], sentence: str) -> dict[Span, Time]:
    """Give each expression the first time that stands nearer to it than to any other."""
    given: dict[Span, Time] = {}
    for time in find(sentence):
        span = time.span
        after = bisect(expressions, span)
        nearest = min(
            expressions[max(0, after - 1) : after + 1],
            key=lambda other: (gap(span, other, sentence), other),
        )
        given.setdefault(nearest, time)
    return given


def gap(one: Span, other: Span, sentence: str) -> int:
    """Count the characters between two spans; a comma between them parts them more."""
    first, last = min(one.end, other.end), max(one.start, other.start)
    return max(0, last - first) + COMMA * bool(PARTED.search(sentence, first, last))
