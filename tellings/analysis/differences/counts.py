"""The numbers of a mention, made alike: words for one thing, models, and “none”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from tellings.analysis import wording
from tellings.analysis.numbers.comparing import Counted, counted
from tellings.analysis.numbers.counting import fates
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.findings import Quantity, Telling
from tellings.model.span import Passage, Span

__all__ = ["CROWD", "MODEL", "counts", "of_kinds"]

# “12 AB 47 pumps”: a figure that belongs to a name is none of the count.
MODEL = re.compile(r"\s+(?P<name>[A-Z]{1,3})[ -](?P<figure>\d{1,3})s?\b(?:\s+(?P<kind>[a-z]+))?")
OTHER = re.compile(r"\s+other\s+[a-z]")
NOBODY = r"(?:no\s?one|nobody|no\s+(?:people|person|lives))"
HELPED = r"(?:was|were|is|are|has\s+been|had\s+been|have\s+been)"
NAMED = r"dead|deaths|fatalities|casualties|injuries|arrests|wounded"
NONE = re.compile(
    rf"\b(?:{NOBODY}\s+(?:{HELPED}\s+)?(?P<done>[a-z]+(?:ed|urt|ied)?)(?:\s+(?:or|nor)\s+(?P<also>[a-z]+))?"
    rf"|no\s+(?P<named>{NAMED})(?:\s+(?:or|nor)\s+(?P<too>{NAMED}))?)\b"
    rf"(?!\s+(?:{HELPED}\s+)?(?:immediately\s+)?(?:reported|known|confirmed|expected|believed))",
    re.IGNORECASE,
)
CROWD = "gathered"
FEWEST = 10
"""Fewer people are no crowd."""

BOTH = {"casualties": ("dead", "injured")}
"""Words that stand for more than one fate."""


@lru_cache(maxsize=1 << 13)
def counts(telling: Telling, sentence: Span) -> tuple[Counted, ...]:
    """Give the numbers of a sentence, in text order, with those of whom there were none."""
    numbers = (alike(number, telling) for number in counted(telling, sentence))
    every = (*numbers, *none_of(telling, sentence))
    return tuple(sorted(every, key=lambda number: number.quantity.passage))


def of_kinds(one: Counted, other: Counted) -> bool:
    """Tell whether the lower of two tolls may count only a kind: six students, 40 people."""
    low, high = sorted((one, other), key=lambda number: number.value)
    return bool(low.things) and not high.things


def alike(number: Counted, telling: Telling) -> Counted:
    """Give a number with one word for each thing, whatever the text calls it."""
    model = MODEL.match(telling.text, number.quantity.passage.end)
    named = number.things
    if model and not named:
        told = (model["name"], model["figure"], model["kind"] or "")
        named = frozenset(wording.stem(word.lower()) for word in told if word)
    things = frozenset(same().get(word, word) for word in named)
    if in_crowd(number):
        return replace(number, fate=CROWD, things=frozenset())
    if things and number.partial and OTHER.match(telling.text, number.quantity.passage.end):
        # “Three other boats” can be told from “two other boats”, whatever the first ones were.
        return replace(number, partial=False, things=frozenset(f"other {word}" for word in things))
    return replace(number, things=things)


def in_crowd(number: Counted) -> bool:
    """Tell whether a number counts people who came together."""
    if number.measure != "count" or number.fate or number.partial or number.value < FEWEST:
        return False
    counted_words = {word.lower() for word in wording.tokens(number.quantity.counts or "")}
    people = bool(counted_words) and counted_words <= gathering("people")
    return (people and bool(number.near & stemmed("acts"))) or bool(
        number.near & stemmed("crowds") and (people or not counted_words)
    )


def gathering(name: str) -> frozenset[Word]:
    """Read one list of the words of crowds."""
    return frozenset(words.load("contrasts")["crowd"][name])


@cache
def stemmed(name: str) -> frozenset[Word]:
    """Give the stems of one list of the words of crowds."""
    return frozenset(wording.stem(word) for word in gathering(name))


@cache
def same() -> dict[Word, Word]:
    """Read the words that count one thing, each with the first of its group."""
    groups: list[list[Word]] = words.load("contrasts")["counted"]["same"]
    return {wording.stem(word): wording.stem(group[0]) for group in groups for word in group}


def none_of(telling: Telling, sentence: Span) -> Iterator[Counted]:
    """Give what a sentence says that there was none of: “no one was hurt”, “no deaths”."""
    text = wording.fold(sentence.of(telling.text))
    for match in NONE.finditer(text):
        told = (match[name] for name in ("done", "also", "named", "too") if match[name])
        found = {
            fate
            for word in told
            for fate in BOTH.get(word.lower(), (fates().get(word.lower()),))
            if fate
        }
        start, end = (sentence.start + place for place in match.span())
        for fate in sorted(found):
            yield Counted(
                quantity=Quantity(passage=Passage(telling.id, start, end), value=0.0),
                measure="count",
                value=0.0,
                upper=0.0,
                converted=False,
                fate=fate,
                things=frozenset(),
                near=frozenset(),
                partial=False,
                subset=False,
                loose=1,
            )
