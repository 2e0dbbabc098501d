"""What a rule for dates is."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tellings.analysis.dates.hints import Sign
from tellings.analysis.dates.readings import Place, Reading

__all__ = ["Rule", "rule"]

Read = Callable[[re.Match[str], Place], Reading | None]


LOOK_BACK = 24
"""How many characters before a match are looked at."""

REACH = 60
"""How many characters after the start of its word a match, and what it looks at, may end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to write a date; a reading of None leaves the words unread."""

    name: str
    signs: frozenset[Sign]
    """What must stand at a place, and beside it, before the pattern is tried there."""

    pattern: re.Pattern[str]
    """The group “at”, where there is one, holds the words that are the date."""

    read: Read
    lead: int = 0
    """How many characters before the place of its signs a match may begin."""

    led: re.Pattern[str] | None = None
    unled: re.Pattern[str] | None = None
    """What must, and what must not, stand before the words."""

    told: bool = False
    """Whether it leans on a date told before; such rules come last in the table."""

    at: str | int = 0
    """The group of the pattern that is the date."""

    def matches(self, sentence: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
        """Find what it may fit around places of a sentence, which come in order."""
        end = 0
        for place in places:
            if place < end:
                continue
            if self.lead:
                first = max(end, place - self.lead)
                found = self.pattern.search(sentence, first, place + REACH)
            else:
                found = self.pattern.match(sentence, place)
            if found is None:
                continue
            start, end = found.span()
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
    lead: int = 0,
    led: str | None = None,
    unled: str | None = None,
    told: bool = False,
) -> Rule:
    """Make a rule from its patterns’ sources."""
    compiled = re.compile(pattern, flags)
    return Rule(
        name=name,
        signs=frozenset((sign,) if isinstance(sign, str) else sign),
        pattern=compiled,
        read=read,
        lead=lead,
        led=re.compile(led, re.IGNORECASE) if led else None,
        unled=re.compile(unled, re.IGNORECASE) if unled else None,
        told=told,
        at="at" if "at" in compiled.groupindex else 0,
    )
