"""Sets of words or figures, one for each sentence, compared for many pairs at once."""

from collections.abc import Collection, Hashable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Bags", "Columns", "Flags", "Floats", "Ints", "Lists", "Shared", "highest", "total"]

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Columns = dict[str, Floats]
"""By signal, its value for each pair of sentences."""

Shared = tuple[Ints, Ints, Ints]
"""By thing that both sentences of a pair hold: the pair, its entry here and its entry there."""


class Lists:
    """Rows of whole numbers of unequal length, side by side."""

    __slots__ = ("sizes", "starts", "values")

    def __init__(self, rows: Sequence[Collection[int]]) -> None:
        self.sizes: Ints = np.fromiter((len(row) for row in rows), np.int64, len(rows))
        self.starts: Ints = np.cumsum(self.sizes) - self.sizes
        values = (value for row in rows for value in row)
        self.values: Ints = np.fromiter(values, np.int64, int(self.sizes.sum()))

    def entries(self, rows: Ints) -> tuple[Ints, Ints]:
        """Give, for each entry of some rows, which of these rows it is of, and its place."""
        sizes = self.sizes[rows]
        of: Ints = np.repeat(np.arange(len(rows)), sizes)
        ends = np.cumsum(sizes)
        ahead = self.starts[rows] - (ends - sizes)
        return of, np.arange(len(of)) + ahead[of]


class Bags(Lists):
    """Rows of distinct things, each row in the order of the things themselves."""

    __slots__ = ("keys", "things", "width")

    def __init__(self, rows: Sequence[Collection[Any]]) -> None:
        self.things: tuple[Hashable, ...] = tuple(sorted({thing for row in rows for thing in row}))
        number = {thing: n for n, thing in enumerate(self.things)}
        super().__init__([sorted([number[thing] for thing in row]) for row in rows])
        self.width = max(1, len(number))
        self.keys: Ints = np.repeat(np.arange(len(rows)), self.sizes) * self.width + self.values

    def shared(self, one: Ints, other: Ints) -> Shared:
        """Find what the sentences of each pair both hold, in order of the pairs and the things."""
        pair, here = self.entries(one)
        wanted = other[pair] * self.width + self.values[here]
        there = np.minimum(np.searchsorted(self.keys, wanted), max(0, len(self.keys) - 1))
        hit = self.keys[there] == wanted
        return pair[hit], here[hit], there[hit]

    def count(self, one: Ints, other: Ints) -> Floats:
        """Count what the sentences of each pair both hold."""
        pair, _, _ = self.shared(one, other)
        return total(pair, np.ones(len(pair)), len(one))

    def both(self, one: Ints, other: Ints) -> Flags:
        """Tell which pairs have two sentences that hold anything."""
        held: Flags = self.sizes > 0
        return held[one] & held[other]


def total(of: Ints, values: Floats, count: int) -> Floats:
    """Add values up by the number they belong to, in their order: the same on every machine."""
    sums: Floats = np.bincount(of, values, count).astype(np.float64, copy=False)
    return sums


def highest(of: Ints, values: Floats, count: int) -> Floats:
    """Give the highest value of each number, 0 where it has none."""
    found = np.zeros(count)
    np.maximum.at(found, of, values)
    return found
