"""How close two sentences are: shared letters and words, and what they are about."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.analysis.wording import fold
from tellings.data import vectors
from tellings.model.findings import Telling
from tellings.model.span import Passage

__all__ = ["Likeness", "Link", "compare"]

Floats = NDArray[np.float64]

SENSE = 0.3
"""How much what a sentence is about weighs beside its letters."""

LEAST = 0.03
"""Below this likeness a pair is not kept."""

MOST = 80
"""How many links of one sentence are kept, the closest first."""

BLOCK = 256
"""How many sentences are compared with all others at once."""

FINE = 1024
"""Steps to the unit in which directions are counted, so that sums are exact on every machine."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of different sources that have something in common."""

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
    letters, about = letter_runs(texts), directions(texts)
    kept: dict[tuple[int, int], Link] = {}
    for start in range(0, len(texts), BLOCK):
        rows = range(start, min(start + BLOCK, len(texts)))
        sense = np.round(cosines(about[rows.start : rows.stop], about), 4)
        for row in rows:
            lexical = np.round(letters.row(row), 4)
            value = (lexical + SENSE * sense[row - start]) / (1 + SENSE)
            value = np.where(source == source[row], 0.0, np.round(value, 4))
            for column in best_of(value):
                one, other = min(row, column), max(row, column)
                kept[one, other] = Link(
                    one,
                    other,
                    float(lexical[column]),
                    float(sense[row - start, column]),
                    float(value[column]),
                )
    yield from (kept[pair] for pair in sorted(kept))


def best_of(value: Floats) -> list[int]:
    """Give the places of the highest values that reach the floor, ties in order."""
    found = np.flatnonzero(value >= LEAST)
    order = np.argsort(-value[found], kind="stable")[:MOST]
    return [int(place) for place in found[order]]


class Postings:
    """Rows of weights, kept by what they weigh: an inverted index."""

    __slots__ = ("bags", "places", "weights")

    def __init__(self, bags: list[dict[str, float]]) -> None:
        self.bags = bags
        rows: dict[str, list[int]] = defaultdict(list)
        values: dict[str, list[float]] = defaultdict(list)
        for at, bag in enumerate(bags):
            for gram, weight in bag.items():
                rows[gram].append(at)
                values[gram].append(weight)
        self.places = {gram: np.array(row) for gram, row in rows.items()}
        self.weights = {gram: np.array(value) for gram, value in values.items()}

    def row(self, at: int) -> Floats:
        """Give the cosine of one row with every row."""
        total = np.zeros(len(self.bags))
        for gram, weight in self.bags[at].items():
            total[self.places[gram]] += weight * self.weights[gram]
        return total


def letter_runs(texts: tuple[str, ...]) -> Postings:
    """Weigh the runs of 3 to 5 letters within words by TF-IDF, the IDF being the event's own."""
    counts = [Counter(runs(text)) for text in texts]
    spread = Counter(gram for bag in counts for gram in bag)
    idf = {gram: math.log((1 + len(texts)) / (1 + n)) + 1 for gram, n in spread.items()}
    bags = []
    for bag in counts:
        weight = {gram: (1 + math.log(n)) * idf[gram] for gram, n in bag.items()}
        norm = math.sqrt(sum(value * value for value in weight.values())) or 1.0
        bags.append({gram: value / norm for gram, value in weight.items()})
    return Postings(bags)


def runs(text: str) -> Iterator[str]:
    """Give the runs of 3 to 5 letters within the words of a text, word borders as blanks."""
    for word in re.findall(r"\S+", fold(text).lower()):
        padded = f" {word} "
        for size in (3, 4, 5):
            for start in range(max(1, len(padded) - size + 1)):
                yield padded[start : start + size]
            if size >= len(padded):
                break


def directions(texts: tuple[str, ...]) -> NDArray[np.int64]:
    """Give each text's direction, apart from the mean of all, in whole steps."""
    sums = vectors.sums(texts)
    norms = np.sqrt((sums * sums).sum(axis=1, keepdims=True))
    whole = np.rint(sums * FINE / np.maximum(norms, 1)).astype(np.int64)
    mean = np.rint(whole.sum(axis=0) / max(1, len(texts))).astype(np.int64)
    apart: NDArray[np.int64] = whole - mean
    return apart


def cosines(some: NDArray[np.int64], every: NDArray[np.int64]) -> Floats:
    """Give the cosines of some rows with every row; the products are exact whole numbers."""
    product = some.astype(np.float64) @ every.astype(np.float64).T
    norm_some = np.sqrt((some * some).sum(axis=1, keepdims=True))
    norm_every = np.sqrt((every * every).sum(axis=1, keepdims=True))
    ratio: Floats = product / np.maximum(norm_some @ norm_every.T, 1.0)
    return ratio
