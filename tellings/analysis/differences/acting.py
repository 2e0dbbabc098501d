"""Who acts in a stretch of text: names, with the words that make them others."""

import re

from tellings.analysis import wording
from tellings.analysis.differences.heads import base
from tellings.analysis.wording import Word
from tellings.model.span import Span

__all__ = ["Agents", "Stems", "agents_in", "joined"]

Agents = frozenset[Word]
Stems = tuple[Word, ...]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

# South Norrin is not Norrin.
COMPASS = frozenset(
    {
        *("south", "north", "east", "west", "southern", "northern", "eastern", "western"),
        *("new", "central", "upper", "lower"),
    }
)


def joined(text: str) -> tuple[tuple[Word, Span], ...]:
    """Give the stems of a text's content words with their places, “South” with what it names."""
    found: list[tuple[Word, Span]] = []
    compass: re.Match[str] | None = None
    for word in WORD.finditer(text):
        lower = word.group().lower()
        if word.group()[0].isupper() and lower in COMPASS:
            compass = word
            continue
        if lower not in wording.stop_words():
            stem = base(lower.removesuffix("'s").removesuffix("’s"))
            tied = compass is not None and word.group()[0].isupper()
            start = compass.start() if tied and compass else word.start()
            name = f"{compass.group().lower()} {stem}" if tied and compass else stem
            found.append((name, Span(start, word.end())))
        compass = None
    return tuple(found)


def agents_in(text: str) -> Agents:
    """Give the stems of the names in a text."""
    return frozenset(stem for stem, place in joined(text) if place.of(text)[0].isupper())
