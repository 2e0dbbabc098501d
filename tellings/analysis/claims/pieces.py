"""Clauses and runs of words that two sentences share, for many pairs at once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from tellings.analysis.claims.bags import Floats, Ints, Lists, Shared, highest, total
from tellings.analysis.claims.traits import Traits
from tellings.analysis.wording import Word

__all__ = ["Pieces"]

WHOLE = 8.0
"""A clause that weighs less is measured against this: two common words are no match."""

MANY = 4096
"""From so many meetings of repeated words on, a pair's longest run is sought word by word."""


class Pieces:
    """Where each sentence's stems stand: in which of its clauses, at which places."""

    __slots__ = ("first", "mass", "most", "parts", "places", "stems")

    def __init__(self, traits: tuple[Traits, ...], idf: dict[Word, float]) -> None:
        # A clause that a sentence repeats word for word is looked at once.
        clauses = [tuple(dict.fromkeys(trait.parts)) for trait in traits]
        sizes = np.array([len(parts) for parts in clauses], dtype=np.int64)
        self.first: Ints = np.cumsum(sizes) - sizes
        self.most = int(sizes.max(initial=0)) + 1
        self.mass: Floats = np.array(
            [math.fsum(idf[stem] for stem in sorted(part)) for parts in clauses for part in parts]
        )
        self.stems = [trait.stems for trait in traits]
        within = zip(traits, clauses, self.first.tolist(), strict=True)
        self.parts = Lists(
            [row for trait, parts, first in within for row in places(trait, parts, first)]
        )
        self.places = Lists(
            [row for trait in traits for row in places(trait, [(stem,) for stem in trait.stems])]
        )

    def clauses(
        self, shared: Shared, mass: Floats, one: Ints, other: Ints
    ) -> tuple[Floats, Floats, Floats]:
        """Compare clauses: the best match, and how much of a clause the other sentence holds."""
        pair, here, there = shared
        count = len(one)
        at, left = self.parts.entries(here)
        back, right = self.parts.entries(there)
        mine, yours = self.parts.values[left], self.parts.values[right]
        sides = [
            self.inside(pair[at], mine - self.first[one[pair[at]]], mine, mass[here[at]], count),
            self.inside(
                pair[back], yours - self.first[other[pair[back]]], yours, mass[here[back]], count
            ),
        ]
        again, cross = self.parts.entries(there[at])
        met, mine, yours = at[again], mine[again], self.parts.values[cross]
        key = (pair[met] * self.most + mine - self.first[one[pair[met]]]) * self.most
        key += yours - self.first[other[pair[met]]]
        _, first, group = np.unique(key, return_index=True, return_inverse=True)
        common = total(group, mass[here[met]], len(first))
        either = self.mass[mine[first]] + (self.mass[yours[first]] - common)
        best = highest(pair[met[first]], common / either, count)
        return best, np.minimum(*sides), np.maximum(*sides)

    def inside(self, pair: Ints, local: Ints, part: Ints, mass: Floats, count: int) -> Floats:
        """Give the highest share of a clause that the other sentence holds, two words at least."""
        _, first, group = np.unique(
            pair * self.most + local, return_index=True, return_inverse=True
        )
        held = total(group, mass, len(first))
        share = np.where(
            np.bincount(group) >= 2, held / np.maximum(self.mass[part[first]], WHOLE), 0
        )
        return highest(pair[first], share, count)

    def longest_runs(self, shared: Shared, one: Ints, other: Ints) -> Floats:
        """Count the longest run of stems that each pair has."""
        pair, here, there = shared
        meetings = np.bincount(pair, self.places.sizes[here] * self.places.sizes[there], len(one))
        few = meetings[pair] < MANY
        pair, here, there = pair[few], here[few], there[few]
        at, left = self.places.entries(here)
        again, right = self.places.entries(there[at])
        mine, yours = self.places.values[left[again]], self.places.values[right]
        # The places of one run differ by the same number: they are neighbours in this order.
        width = int(self.places.values.max(initial=0)) + 2
        key = np.sort((pair[at[again]] * 2 * width + (mine - yours + width)) * width + mine)
        begins = np.flatnonzero(np.diff(key, prepend=-2) != 1)
        lengths = np.diff(np.append(begins, len(key))).astype(np.float64)
        found = highest(key[begins] // (2 * width * width), lengths, len(one))
        for n in np.flatnonzero(meetings >= MANY).tolist():
            found[n] = longest_run(self.stems[one[n]], self.stems[other[n]])
        return found


def places(trait: Traits, pieces: Sequence[Iterable[Word]], first: int = 0) -> Iterator[list[int]]:
    """Give, for each stem of a sentence in order, the numbers of the pieces that hold it."""
    found: dict[Word, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces, start=first):
        for stem in piece:
            found[stem].append(number)
    return (found[stem] for stem in sorted(trait.bag))


def longest_run(one: tuple[Word, ...], other: tuple[Word, ...]) -> int:
    """Count the longest run of stems that two long sentences have."""
    number = {stem: n for n, stem in enumerate(dict.fromkeys((*one, *other)))}
    row = np.array([number[stem] for stem in other])
    best, before = 0, np.zeros(len(other) + 1, dtype=np.int64)
    for stem in one:
        after = np.zeros_like(before)
        after[1:] = np.where(row == number[stem], before[:-1] + 1, 0)
        best, before = max(best, int(after.max())), after
    return best
