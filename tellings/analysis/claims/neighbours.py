"""How a pair of sentences stands among all pairs: who else is close to either."""

from itertools import pairwise

import numpy as np

from tellings.analysis.claims.bags import Columns, Floats, Ints, highest, total
from tellings.analysis.claims.traits import Traits

__all__ = ["Neighbours"]


class Neighbours:
    """The links of an event as rows, each link in both directions; pairs inside one text left out.

    The rows lie one after another: entry by entry the sentence, the other and their likeness.
    """

    def __init__(self, traits: tuple[Traits, ...], one: Ints, other: Ints, value: Floats) -> None:
        self.count = len(traits)
        self.source = numbered([trait.where.source for trait in traits])
        self.text = numbered([trait.where.text for trait in traits])
        row, column = np.concatenate((one, other)), np.concatenate((other, one))
        order = np.lexsort((column, row))
        self.row: Ints = row[order]
        self.column: Ints = column[order]
        self.value: Floats = np.concatenate((value, value))[order]
        self.keys: Ints = self.row * self.count + self.column
        self.starts: Ints = np.searchsorted(self.row, np.arange(self.count + 1))
        self.top = highest(self.row, self.value, self.count)
        squares = total(self.row, self.value * self.value, self.count)
        self.norm = np.where(squares > 0, np.sqrt(squares), 1.0)
        self.mean, self.spread = self.moments(squares)
        self.standings()

    def moments(self, squares: Floats) -> tuple[Floats, Floats]:
        """Give the mean and the standard deviation of each row, absent pairs counting as 0."""
        held = np.bincount(self.text, minlength=self.count)
        free = np.maximum(1, self.count - held[self.text])
        mean = total(self.row, self.value, self.count) / free
        spread: Floats = np.sqrt(np.maximum(1e-6, squares / free - mean * mean))
        return mean, spread

    def standings(self) -> None:
        """Rank each entry among those of its row and source, and see how far it leads.

        Below the best the margin is negative: how far the entry falls short of it.
        """
        source = self.source[self.column]
        order = np.lexsort((self.value, source, self.row))
        value, group = self.value[order], (self.row * self.count + source)[order]
        first = np.flatnonzero(np.diff(group, prepend=-1))
        sizes = np.diff(np.append(first, len(group)))
        ends, size = np.repeat(first + sizes, sizes), np.repeat(sizes, sizes)
        last = np.flatnonzero(np.diff(group, append=-1) | (np.diff(value, append=-1) != 0))
        closer = ends - 1 - np.repeat(last, np.diff(last, prepend=-1))
        best, second = value[ends - 1], np.where(size > 1, value[ends - 2], 0.0)
        self.rank, self.margin = np.zeros(len(value)), np.zeros(len(value))
        self.rank[order] = closer
        self.margin[order] = value - np.where(value < best, best, second)
        self.close = self.closeness(group[first], value[first + sizes - 1])

    def closeness(self, group: Ints, best: Floats) -> Floats:
        """Give how close one source's sentences come to another source on the whole."""
        row, source = group // self.count, group % self.count
        sources = int(self.source.max(initial=-1)) + 1
        held = np.bincount(self.source, minlength=sources)
        sums = total(self.source[row] * sources + source, best, sources * sources)
        close: Floats = sums.reshape(sources, sources) / np.maximum(1, held)[:, None]
        return close

    def signals(self, one: Ints, other: Ints, value: Floats) -> Columns:
        """Give the signals of pairs that the other pairs decide; the pairs in order of `one`."""
        here, there = self.entry(one, other), self.entry(other, one)
        left, right = self.source[one], self.source[other]
        by_name = {
            "rank": (np.minimum(self.rank[here], 20.0), np.minimum(self.rank[there], 20.0)),
            "margin": (self.margin[here], self.margin[there]),
            "share": tuple(value / np.maximum(self.top[side], 1e-9) for side in (one, other)),
            "score": tuple((value - self.mean[n]) / self.spread[n] for n in (one, other)),
            "mean": (self.mean[one], self.mean[other]),
        }
        columns = {"value": value}
        for name, (first, second) in by_name.items():
            columns[f"{name}_least"] = np.minimum(first, second)
            columns[f"{name}_most"] = np.maximum(first, second)
        columns["rank_least"] = np.minimum(columns["rank_least"], 10.0)
        columns["texts_close"] = (self.close[left, right] + self.close[right, left]) / 2
        return columns | self.around(one, other) | self.ways(one, other)

    def entry(self, one: Ints, other: Ints) -> Ints:
        """Find the entries of pairs that are links."""
        return np.searchsorted(self.keys, one * self.count + other)

    def around(self, one: Ints, other: Ints) -> Columns:
        """Look at the sentences before and after."""
        sides = [
            self.at(one, 1, other, 0),
            self.at(one, -1, other, 0),
            self.at(one, 0, other, 1),
            self.at(one, 0, other, -1),
        ]
        return {
            "in_step": self.at(one, 1, other, 1) + self.at(one, -1, other, -1),
            "beside": np.maximum.reduce(sides),
        }

    def at(self, one: Ints, step: int, other: Ints, pace: int) -> Floats:
        """Give the likeness of the sentences some steps from pairs, 0 beyond a text's ends."""
        last = self.count - 1
        near, far = np.clip(one + step, 0, last), np.clip(other + pace, 0, last)
        held = (near == one + step) & (far == other + pace)
        held &= (self.source[near] == self.source[one]) & (self.source[far] == self.source[other])
        keys = near * self.count + far
        found = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(held & (self.keys[found] == keys), self.value[found], 0.0)

    def ways(self, one: Ints, other: Ints) -> Columns:
        """Look at ways over a third sentence."""
        way_round, alike = np.zeros(len(one)), np.zeros(len(one))
        sizes = np.diff(self.starts)
        row = np.zeros(self.count)
        firsts = np.flatnonzero(np.diff(one, prepend=-1)).tolist()
        for first, end in pairwise([*firsts, len(one)]):
            own = slice(self.starts[one[first]], self.starts[one[first] + 1])
            row[self.column[own]] = self.value[own]
            others = other[first:end]
            size = sizes[others]
            ends = np.cumsum(size)
            at = np.arange(ends[-1]) + np.repeat(self.starts[others] - ends + size, size)
            met, likeness = row[self.column[at]], self.value[at]
            way_round[first:end] = np.maximum.reduceat(np.minimum(met, likeness), ends - size)
            alike[first:end] = total(
                np.repeat(np.arange(end - first), size), met * likeness, end - first
            )
            row[self.column[own]] = 0.0
        return {"way_round": way_round, "alike_rows": alike / (self.norm[one] * self.norm[other])}


def numbered(names: list[str]) -> Ints:
    """Give each name the number that it has among all in order."""
    number = {name: n for n, name in enumerate(sorted(set(names)))}
    return np.array([number[name] for name in names], dtype=np.int64)
