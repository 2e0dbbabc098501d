"""How close two sentences are: shared letters and words, and what they are about."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tellings.analysis.wording import fold
from tellings.data import vectors
from tellings.model.findings import Telling
from tellings.model.span import Passage

__all__ = ["Likeness", "Link", "compare"]

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

SENSE = 0.3
"""How much what a sentence is about weighs beside its letters."""

LEAST = 0.03
"""Below this likeness a pair is not kept."""

MOST = 80
"""How many links of one sentence are kept, the closest first."""

ROOM = 1 << 20
"""How many meetings of letter runs, or pairs, are counted at once: room in memory."""

FINE = 1024
"""Steps to the unit in which directions are counted, so that sums are exact on every machine."""

STEPS = 4000
"""Steps to the unit in which letter runs are weighed: sums stay below 2 ** 24, exact in 32 bits."""

COMMON = 40
"""A letter run that one in so many sentences holds is multiplied out rather than looked up."""


class Link(NamedTuple):
    """Two sentences of different sources that have something in common; events have thousands."""

    one: int
    """Their places in `Likeness.passages`; `one` is the smaller."""

    other: int
    lexical: float
    """Cosine of their letter runs, 0 to 1."""

    sense: float
    """Cosine of what they are about, apart from what the whole event is about; −1 to 1."""

    value: float
    """Both together, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How close any two passages of an event are."""

    passages: tuple[Passage, ...]
    """The titles and body sentences, in order of source id, then place."""

    links: tuple[Link, ...] = ()
    """In order of their passages; a pair that is not here has nothing in common."""

    def between(self, one: int, other: int) -> float:
        """Give the likeness, 0 to 1, of two passages by their place in `passages`."""
        pair = (min(one, other), max(one, other))
        at = bisect_left(self.links, pair, key=lambda link: (link.one, link.other))
        if at == len(self.links) or (self.links[at].one, self.links[at].other) != pair:
            return 0.0
        return self.links[at].value


def compare(tellings: tuple[Telling, ...]) -> Likeness:
    """Compare the sentences of all tellings with one another."""
    told = [
        (sentence.passage, telling.document.words(sentence))
        for telling in sorted(tellings, key=lambda telling: telling.id)
        for sentence in telling.document.sentences
        if sentence.part != "subhead"
    ]
    passages = tuple(passage for passage, _ in told)
    texts = tuple(text for _, text in told)
    if len({passage.source for passage in passages}) < 2:
        return Likeness(passages=passages)
    return Likeness(passages=passages, links=tuple(closest(passages, texts)))


def closest(passages: tuple[Passage, ...], texts: tuple[str, ...]) -> Iterator[Link]:
    """Find the links worth keeping: those above a floor, the closest of either sentence."""
    number = {id_: n for n, id_ in enumerate(dict.fromkeys(p.source for p in passages))}
    source = np.array([number[passage.source] for passage in passages])
    # Texts handed on word for word are compared once.
    times = Counter(texts)
    place = {text: n for n, text in enumerate(times)}
    which = np.array([place[text] for text in texts])
    letters, about = Letters(times), directions(tuple(times), which)
    holders = np.split(np.argsort(which, kind="stable"), np.cumsum(list(times.values()))[:-1])
    found = []
    for rows in letters.blocks():
        lexical = np.round(letters.cosines(rows), 4)
        sense = np.round(cosines(about[rows.start : rows.stop], about), 4)
        value = np.round((lexical + SENSE * sense) / (1 + SENSE), 4)
        measures = np.stack((lexical, sense, value))[:, :, which]
        for row in rows:
            own = measures[:, row - rows.start]
            for holder in holders[row]:
                best = best_of(np.where(source == source[holder], 0.0, own[2]))
                pair = np.minimum(holder, best), np.maximum(holder, best)
                found.append(np.vstack((*pair, own[:, best])))
    return linked(np.hstack(found))


def linked(found: Floats) -> Iterator[Link]:
    """Make links of columns of places and measures, each pair once, in order."""
    _, first = np.unique(found[0] * (found[1].max(initial=0) + 1) + found[1], return_index=True)
    one, other, *measures = (line.tolist() for line in found[:, first])
    return map(Link._make, zip(map(int, one), map(int, other), *measures, strict=True))


def best_of(value: Floats) -> Places:
    """Give the places of the highest values that reach the floor, ties in order."""
    found = np.flatnonzero(value >= LEAST)
    if len(found) > MOST:
        floor = np.partition(value[found], -MOST)[-MOST]
        found = found[value[found] >= floor]
    order = np.argsort(-value[found], kind="stable")[:MOST]
    best: Places = found[order]
    return best


class Letters:
    """The runs of 3 to 5 letters in texts, by TF-IDF: rows of whole steps, and who holds what.

    The IDF is the event's own: `times` says how often each text is printed.
    """

    __slots__ = (
        *("common", "gram", "holder", "norm", "posted", "row"),
        *("size", "sizes", "starts", "weight"),
    )

    def __init__(self, times: dict[str, int]) -> None:
        number: dict[str, int] = {}
        known: dict[str, list[int]] = {}
        bags = [Counter(grams(text, known, number)) for text in times]
        self.size = len(bags)
        lengths = [len(bag) for bag in bags]
        row: Places = np.repeat(np.arange(self.size), lengths)
        gram: Places = np.fromiter((gram for bag in bags for gram in bag), np.int64)
        often = np.fromiter((n for bag in bags for n in bag.values()), np.int64)
        printed = np.repeat(list(times.values()), lengths)
        spread = np.bincount(gram, printed, len(number)).astype(np.int64)
        every = sum(times.values())
        logs = np.array([1 + math.log(n) for n in range(1, int(often.max(initial=1)) + 1)])
        rarity = np.array([math.log((1 + every) / (1 + n)) + 1 for n in range(every + 1)])
        weight = logs[often - 1] * rarity[spread[gram]]
        norm = np.sqrt(np.bincount(row, weight * weight, self.size))
        whole = np.rint(weight / np.where(norm, norm, 1.0)[row] * STEPS)
        length = np.sqrt(np.bincount(row, whole * whole, self.size))
        self.norm: Floats = np.where(length, length, 1.0)
        held = np.bincount(gram, minlength=len(number))
        common = held * COMMON >= self.size
        self.common = spread_out(row, gram, whole, common, self.size)
        rare = ~common[gram]
        self.row, self.gram, self.weight = row[rare], gram[rare], whole[rare]
        self.posted = np.argsort(self.gram, kind="stable")
        self.holder = self.row[self.posted]
        self.sizes = np.bincount(self.gram, minlength=len(number))
        self.starts = np.cumsum(self.sizes) - self.sizes

    def blocks(self) -> Iterator[range]:
        """Give the rows, as many at a time as their meetings leave room for."""
        meetings = np.cumsum(np.bincount(self.row, self.sizes[self.gram], self.size) + self.size)
        start = 0
        while start < self.size:
            so_far = meetings[start - 1] if start else 0
            stop = max(start + 1, int(np.searchsorted(meetings, so_far + ROOM)))
            stop = min(stop, self.size, start + max(1, ROOM // self.size))
            yield range(start, stop)
            start = stop

    def cosines(self, rows: range) -> Floats:
        """Give the cosines of some rows with every row."""
        first, last = np.searchsorted(self.row, (rows.start, rows.stop))
        gram = self.gram[first:last]
        sizes = self.sizes[gram]
        ends = np.cumsum(sizes)
        at = np.arange(ends[-1] if len(ends) else 0)
        at += np.repeat(self.starts[gram] - (ends - sizes), sizes)
        weight = np.repeat(self.weight[first:last], sizes) * self.weight[self.posted[at]]
        cell = np.repeat((self.row[first:last] - rows.start) * self.size, sizes) + self.holder[at]
        # Sums of whole numbers: the same on every machine, in whatever order they are made.
        sums = np.bincount(cell, weight, len(rows) * self.size).reshape(len(rows), self.size)
        both = self.common[rows.start : rows.stop] @ self.common.T
        cosine: Floats = (sums + both) / (self.norm[rows.start : rows.stop, None] * self.norm)
        return cosine


def spread_out(
    row: Places, gram: Places, weight: Floats, common: NDArray[np.bool_], size: int
) -> NDArray[np.float32]:
    """Lay the weights of common letter runs out: a line for each text, a column for each run."""
    column = np.cumsum(common) - 1
    found = np.zeros((size, int(common.sum())), np.float32)
    held = common[gram]
    found[row[held], column[gram[held]]] = weight[held]
    return found


def grams(text: str, known: dict[str, list[int]], number: dict[str, int]) -> Iterator[int]:
    """Give the numbers of the letter runs of a text; `known` and `number` grow on the way."""
    for word in fold(text).lower().split():
        if word not in known:
            known[word] = [number.setdefault(run, len(number)) for run in runs(word)]
        yield from known[word]


def runs(word: str) -> Iterator[str]:
    """Give the runs of 3 to 5 letters of a word, its borders as blanks."""
    padded = f" {word} "
    for size in (3, 4, 5):
        for start in range(max(1, len(padded) - size + 1)):
            yield padded[start : start + size]
        if size >= len(padded):
            break


def directions(texts: tuple[str, ...], which: Places) -> Places:
    """Give each text's direction, apart from the mean of all that is printed, in whole steps."""
    sums = vectors.sums(texts)
    norms = np.sqrt((sums * sums).sum(axis=1, keepdims=True))
    whole = np.rint(sums * FINE / np.maximum(norms, 1)).astype(np.int64)
    printed = np.bincount(which, minlength=len(texts))
    mean = np.rint((whole * printed[:, None]).sum(axis=0) / max(1, len(which))).astype(np.int64)
    apart: Places = whole - mean
    return apart


def cosines(some: Places, every: Places) -> Floats:
    """Give the cosines of some rows with every row; the products are exact whole numbers."""
    # Their sums stay below 2 ** 24, exact in 32 bits.
    product = (some.astype(np.float32) @ every.astype(np.float32).T).astype(np.float64)
    norm_some = np.sqrt((some * some).sum(axis=1, keepdims=True))
    norm_every = np.sqrt((every * every).sum(axis=1, keepdims=True))
    ratio: Floats = product / np.maximum(norm_some @ norm_every.T, 1.0)
    return ratio
