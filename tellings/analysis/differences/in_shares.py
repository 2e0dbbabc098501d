"""A number that one text gives for one kind and another divides between two: “24 Norrinese”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.wording import Word
from tellings.model.findings import Reading, Telling
from tellings.model.span import Passage

__all__ = ["shares"]

KIND = re.compile(
    r"\s+(?:(?:are|were|is|was)\s+)?(?:(?:reportedly|reported|said|believed|understood|thought)\s+)?"
    r"(?:to\s+be\s+)?(?:from\s+)?(?P<kind>[A-Z][\w'-]+)\b(?!\s+(?:and|or)\s+[A-Z])"
)
JOINED = re.compile(r"[^.;:]{0,60}?(?:\band|,)\s+$")
COMMON = 4
"""How many letters a people and its country have in common: “Norrinese”, “from Norrin”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A number of one kind."""

    text: str
    passage: Passage
    value: float
    kind: Word


def shares(tellings: dict[str, Telling], texts: dict[str, str]) -> Iterator[tuple[Reading, ...]]:
    """Find wholes of one kind that other texts divide between two kinds."""
    every = [share for id_ in sorted(tellings) for share in named(tellings[id_], texts)]
    divided = [
        (one, other)
        for one, other in combinations(every, 2)
        if one.text == other.text and in_one_list(one, other, tellings)
    ]
    found: dict[tuple[str, str], Passage] = {}
    for one, other in divided:
        for whole in every:
            same = whole.value == one.value + other.value and whole.text != one.text
            if same and whole.kind in {one.kind, other.kind}:
                both = Passage(one.passage.source, one.passage.start, other.passage.end)
                found.setdefault((one.text, "divided"), both)
                found.setdefault((whole.text, "whole"), whole.passage)
    if found:
        yield tuple(
            Reading(passage=place, value=" ".join(place.of(tellings[place.source].text).split()))
            for place in sorted(found.values())
        )


def named(telling: Telling, texts: dict[str, str]) -> Iterator[Share]:
    """Give the numbers of a text that a kind with a capital follows."""
    for quantity in telling.quantities:
        found = KIND.match(telling.text, quantity.passage.end)
        plain = quantity.unit is None and quantity.upper is None and quantity.value > 1
        if plain and found and found["kind"].lower() not in wording.days():
            yield Share(
                text=texts[telling.id],
                passage=Passage(telling.id, quantity.passage.start, found.end("kind")),
                value=quantity.value,
                kind=wording.stem(found["kind"].lower())[:COMMON],
            )


def in_one_list(one: Share, other: Share, tellings: dict[str, Telling]) -> bool:
    """Tell whether one text lists two numbers of two kinds side by side."""
    if one.passage.source != other.passage.source or one.kind == other.kind:
        return False
    between = tellings[one.passage.source].text[one.passage.end : other.passage.start]
    return bool(between) and JOINED.fullmatch(between) is not None
