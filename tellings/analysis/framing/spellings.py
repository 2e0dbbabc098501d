"""Place names among which texts choose: one place, two names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.data import words
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["Spelling", "spellings"]

# “The Norrin Post” is an outlet's name and nobody's choice.
OUTLET = re.compile(
    r"\s(?:Times|Post|Tribune|Herald|Gazette|Independent|News|Journal|Review|Today)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One text's name for a place that another text names otherwise."""

    place: str
    span: Span


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Give for each name, in small letters, its place and its own form."""
    return {
        name.lower(): (group[0], name)
        for group in words.load("spellings")["places"]
        for name in group
    }


@cache
def whole(name: str) -> re.Pattern[str]:
    """Build the pattern of a name; of most, no text of a site has it."""
    form = re.escape(name).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<![\w-]){form}(?![\w-])", re.IGNORECASE)


def named(telling: Telling) -> Iterator[tuple[str, str, Span]]:
    """Give the place, the form and the span of each name of the list, in order.

    Of two names that begin together it is the longer one.
    """
    text, known = telling.text, forms()
    lower = " ".join(text.lower().split())
    held = sorted((name for name in known if name in lower), key=lambda name: (-len(name), name))
    found = (Span(*one.span()) for name in held for one in whole(name).finditer(text))
    last = 0
    for span in sorted(found, key=lambda span: span.start):
        if span.start < last:
            continue
        last = span.end
        if not OUTLET.match(text, span.end):
            place, name = known[" ".join(span.of(text).lower().split())]
            yield place, name, span


def spellings(tellings: tuple[Telling, ...]) -> dict[str, tuple[Spelling, ...]]:
    """Give by text the names of places that the texts name differently, each name once.

    A name in small letters is what a translation left of it: it tells which form the text has,
    and is shown as nobody's choice.
    """
    every = {telling.id: tuple(named(telling)) for telling in tellings}
    used: dict[str, set[frozenset[str]]] = {}
    for found in every.values():
        for place in {place for place, _, _ in found}:
            used.setdefault(place, set()).add(frozenset(n for p, n, _ in found if p == place))
    differing = frozenset(place for place, ways in used.items() if len(ways) > 1)
    return {
        telling.id: tuple(chosen(telling, every[telling.id], differing)) for telling in tellings
    }


def chosen(
    telling: Telling, found: tuple[tuple[str, str, Span], ...], differing: frozenset[str]
) -> Iterator[Spelling]:
    """Give one text's names of places that are named differently, each at its first capital."""
    seen: set[str] = set()
    for place, name, span in found:
        capital = any(letter.isupper() for letter in span.of(telling.text))
        if place in differing and name not in seen and capital:
            seen.add(name)
            yield Spelling(place=place, span=span)
