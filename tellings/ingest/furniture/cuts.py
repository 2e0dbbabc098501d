"""What a furniture rule answers, and the pattern for rules about one line."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tellings.ingest.furniture.lines import Kind, Page

__all__ = ["LENGTHS", "Cut", "Rule", "pattern"]

LENGTHS = (8, 14, 20, 30, 40, 60, 80)
"""Words of the longest line that a pattern is asked about, in steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A stretch of furniture that begins at the line asked about."""

    kind: Kind
    until: int
    """The index of the first line after it."""

    count: int = 1
    """How many things of its kind it holds."""

    characters: int = 0
    """Where only the beginning of the line is furniture: how much of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A named rule: asked about a line, it answers what begins there, or nothing."""

    name: str
    find: Callable[[Page, int], Cut | None]
    line: str = ""
    """For a rule about one line: the expression that the whole line matches."""

    most: int = 0
    """For a rule about one line: a line of that many words or fewer."""


def pattern(
    name: str, kind: Kind, expression: str, *, most: int = 40, hint: tuple[str, ...] = ()
) -> Rule:
    """Make a rule for lines that match an expression from end to end and are not too long.

    Where an expression looks for words anywhere in a line, one of the hints must be in it in
    small letters: that is asked first, because such a search takes time.
    """
    compiled = re.compile(expression, re.IGNORECASE)

    def find(page: Page, at: int) -> Cut | None:
        words = page.words(at)
        if words.count(" ") >= most or (hint and not _holds(page.small[at], hint)):
            return None
        return Cut(kind=kind, until=at + 1) if compiled.fullmatch(words) else None

    return Rule(name=name, find=find, line="" if hint else expression, most=most)


def _holds(words: str, hint: tuple[str, ...]) -> bool:
    return any(part in words for part in hint)
