"""What a rule for dates is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from tellings.analysis.dates.readings import Place, Reading

__all__ = ["Rule", "Sign", "rule"]

Sign = Literal[
    "figure",
    "year",
    "decade",
    "month",
    "weekday",
    "season",
    "quarter",
    "ago",
    "near",
    "period",
    "weekend",
    "unit",
    "between",
    "that",
    "same",
    "since",
    "now",
    "time",
    "later",
    "after",
    "next",
    "which",
    "part",
    "feast",
]
Read = Callable[[re.Match[str], Place], Reading | None]


LOOK_BACK = 24
"""How many characters before a match are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to write a date; a reading of None leaves the words unread."""

    name: str
    signs: frozenset[Sign]
    """What a sentence must hold before the pattern is tried on it."""

    pattern: re.Pattern[str]
    """The group “at”, where there is one, holds the words that are the date."""

    read: Read
    led: re.Pattern[str] | None = None
    unled: re.Pattern[str] | None = None
    """What must, and what must not, stand before the words."""

    told: bool = False
    """Whether it leans on a date told before; such rules come last in the table."""

    def matches(self, sentence: str) -> Iterator[re.Match[str]]:
        """Find the places of a sentence that it may fit."""
        for found in self.pattern.finditer(sentence):
            start = found.start()
            near = max(0, start - LOOK_BACK)
            if self.led and not self.led.search(sentence, near, start):
                continue
            if not (self.unled and self.unled.search(sentence, near, start)):
                yield found


def rule(  # noqa: PLR0913 - the columns of a table
    name: str,
    sign: Sign | tuple[Sign, ...],
    pattern: str,
    read: Read,
    flags: int = 0,
    *,
    led: str | None = None,
    unled: str | None = None,
    told: bool = False,
) -> Rule:
    """Make a rule from its patterns’ sources."""
    return Rule(
        name=name,
        signs=frozenset({sign} if isinstance(sign, str) else sign),
        pattern=re.compile(pattern, flags),
        read=read,
        led=re.compile(led, re.IGNORECASE) if led else None,
        unled=re.compile(unled, re.IGNORECASE) if unled else None,
        told=told,
    )
