"""How alike texts are: an inverted index names candidates, and only those are compared."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tellings.data import words
from tellings.sorting import weighing
from tellings.sorting.texts import Bag, Profile, Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

__all__ = ["UNIT", "Pair", "Table", "compare"]

UNIT = 1_000_000
"""Likeness is counted in whole millionths, so that sums do not depend on their order."""


@dataclass(frozen=True, slots=True)
class Pair:
    """How alike two texts are; each is known by its place."""

    one: int
    other: int
    likeness: int
    words: int
    """Of their words alone, whatever their days and names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sparse matrix: a row for each text, of length one unless it is empty."""

    starts: "Whole"
    columns: "Whole"
    values: "Floats"
    width: int
    holding: "Whole"
    """How many texts hold the word of each column."""

    def row(self, at: int) -> "tuple[Whole, Floats]":
        """Give a text's words and their weights."""
        here = slice(self.starts[at], self.starts[at + 1])
        return self.columns[here], self.values[here]


def compare(texts: Sequence[Text], window: int) -> Iterator[Pair]:
    """Give the pairs of texts that may tell of one event, each once, in order."""
    if len(texts) < 2:
        return
    tables = {name: _table(texts, pick) for name, pick in CHANNELS.items()}
    days = np.array([-1 if text.day is None else text.day for text in texts], dtype=np.int64)
    for at, others in _candidates(tables["body"]):
        cosines = {name: _cosines(table, at, others) for name, table in tables.items()}
        whole, likeness = _likeness(cosines, _nameless(tables["names"], at, others))
        likeness = likeness * _closeness(days[at], days[others], window)
        scores, words_ = np.rint(likeness * UNIT), np.rint(whole * UNIT)
        rows = zip(others.tolist(), scores.tolist(), words_.tolist(), strict=True)
        for other, score, alone in rows:
            if score > 0 or alone > 0:
                yield Pair(at, other, int(score), int(alone))


def _body(profile: Profile) -> Bag:
    return profile.body


def _lead(profile: Profile) -> Bag:
    return profile.lead


def _title(profile: Profile) -> Bag:
    return profile.title


def _names(profile: Profile) -> Bag:
    return profile.names


CHANNELS: dict[str, Callable[[Profile], Bag]] = {
    "body": _body,
    "lead": _lead,
    "title": _title,
    "names": _names,
}


def _table(texts: Sequence[Text], pick: Callable[[Profile], Bag]) -> Table:
    """Weigh the words of all texts: (1 + ln count) · idf, each row of length one."""
    bags = [pick(text.profile) for text in texts]
    holding = Counter(word for bag in bags for word in bag.words)
    order = {word: at for at, word in enumerate(sorted(holding))}
    weights = weighing.weights(holding, len(texts))
    idf = np.array([weights[word] for word in order], dtype=np.float64)
    sizes = np.array([len(bag.words) for bag in bags], dtype=np.int64)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))
    columns = np.fromiter((order[w] for bag in bags for w in bag.words), np.int64, int(starts[-1]))
    counts = np.fromiter((n for bag in bags for n in bag.counts), np.float64, int(starts[-1]))
    values = (1 + np.log(counts)) * idf[columns] if order else counts
    owners = np.repeat(np.arange(len(bags)), sizes)
    lengths = np.sqrt(np.bincount(owners, values * values, minlength=len(bags)))
    lengths[lengths == 0] = 1
    return Table(
        starts=starts,
        columns=columns,
        values=values / lengths[owners],
        width=len(order),
        holding=np.array([holding[word] for word in order], dtype=np.int64),
    )


def _candidates(table: Table) -> "Iterator[tuple[int, Whole]]":
    """Give for every text the later ones that it, or they, would choose by their rare words."""
    limits = words.load("sorting")["index"]
    size = len(table.starts) - 1
    order = np.argsort(table.columns, kind="stable")
    owners = np.repeat(np.arange(size), np.diff(table.starts))[order]
    posted = table.values[order]
    places = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(table.holding)))
    chosen: list[list[int]] = [[] for _ in range(size)]
    for at in range(size):
        columns, values = table.row(at)
        rarest = np.argsort(table.holding[columns], kind="stable")
        read = np.cumsum(table.holding[columns[rarest]])
        kept = rarest[: 1 + int(np.searchsorted(read, limits["entries"]))]
        spots, sizes = _ranges(places, columns[kept])
        scores = np.bincount(owners[spots], posted[spots] * np.repeat(values[kept], sizes), size)
        for other in _best(np.rint(scores * UNIT), at, limits["candidates"]):
            chosen[min(at, other)].append(max(at, other))
    for at, others in enumerate(chosen):
        if others:
            yield at, np.array(sorted(set(others)), dtype=np.int64)


def _best(scores: "Floats", at: int, most: int) -> list[int]:
    """Name the places of the highest scores, the earlier first where two are equal."""
    scores[at] = 0
    found = np.flatnonzero(scores)
    if len(found) > most:
        # Whoever ties with the last one comes along, before the places decide.
        least = np.partition(scores[found], len(found) - most)[len(found) - most]
        found = found[scores[found] >= least]
        found = found[np.argsort(-scores[found], kind="stable")][:most]
    return [int(other) for other in found]


def _ranges(starts: "Whole", rows: "Whole") -> "tuple[Whole, Whole]":
    """Give every place of some rows, one row after the other, and how long each row is."""
    sizes = starts[rows + 1] - starts[rows]
    before = np.cumsum(sizes) - sizes
    return np.repeat(starts[rows] - before, sizes) + np.arange(int(sizes.sum())), sizes


def _cosines(table: Table, at: int, others: "Whole") -> "Floats":
    columns, values = table.row(at)
    dense = np.zeros(table.width, dtype=np.float64)
    dense[columns] = values
    spots, sizes = _ranges(table.starts, others)
    products = dense[table.columns[spots]] * table.values[spots]
    owners = np.repeat(np.arange(len(others)), sizes)
    return np.bincount(owners, products, len(others)).astype(np.float64)


def _nameless(table: Table, at: int, others: "Whole") -> "NDArray[np.bool_]":
    """Tell in which pairs one text names nobody and nothing."""
    sizes = np.diff(table.starts)
    found: NDArray[np.bool_] = np.logical_or(sizes[others] == 0, sizes[at] == 0)
    return found


def _likeness(
    cosines: "dict[str, Floats]", nameless: "NDArray[np.bool_]"
) -> "tuple[Floats, Floats]":
    """Give the likeness of whole texts, and the one that counts: of words, with names to agree."""
    table: dict[str, Any] = words.load("sorting")
    worded = np.zeros_like(cosines["body"])
    for name, share in table["words"].items():
        worded = worded + share * cosines[name]
    agreed = np.minimum(1.0, cosines["names"] / table["names"]["enough"])
    agreed = np.where(nameless, table["names"]["none"], agreed)
    return cosines["body"], worded * agreed


def _closeness(day: int, others: "Whole", window: int) -> "Floats":
    """Let likeness fall evenly, from one on the same day to nothing beyond the window."""
    apart = np.abs(others - day)
    close = np.maximum(0.0, 1 - apart / (window + 1))
    unknown = words.load("sorting")["undated"]["closeness"]
    return np.where((others < 0) | (day < 0), unknown, close)
