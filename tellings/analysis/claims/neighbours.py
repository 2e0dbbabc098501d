"""How a pair of sentences stands among all pairs: who else is close to either."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from tellings.analysis.claims.signals import Signals
from tellings.analysis.claims.traits import Traits
from tellings.analysis.similarity import Link

__all__ = ["Neighbours"]


class Neighbours:
    """The links of an event as rows; pairs inside one text are left out."""

    __slots__ = ("best", "mean", "norm", "priors", "rows", "spread", "top", "traits")

    def __init__(self, traits: tuple[Traits, ...], links: Iterable[Link]) -> None:
        self.traits = traits
        self.rows: list[dict[int, float]] = [{} for _ in traits]
        for link in links:
            if traits[link.one].where.text != traits[link.other].where.text:
                self.rows[link.one][link.other] = link.value
                self.rows[link.other][link.one] = link.value
        self.best = [self.by_source(row) for row in self.rows]
        self.top = [max(row.values(), default=0.0) for row in self.rows]
        self.norm = [math.sqrt(sum(v * v for v in row.values())) or 1.0 for row in self.rows]
        self.mean, self.spread = self.moments()
        self.priors = self.closeness()

    def by_source(self, row: dict[int, float]) -> dict[str, list[float]]:
        """Sort a row's likenesses by source, the least first."""
        found: dict[str, list[float]] = defaultdict(list)
        for other, value in row.items():
            found[self.traits[other].where.source].append(value)
        return {source: sorted(values) for source, values in found.items()}

    def moments(self) -> tuple[list[float], list[float]]:
        """Give the mean and the standard deviation of each row, absent pairs counting as 0."""
        held: dict[str, int] = defaultdict(int)
        for trait in self.traits:
            held[trait.where.text] += 1
        means, spreads = [], []
        for trait, row in zip(self.traits, self.rows, strict=True):
            free = max(1, len(self.traits) - held[trait.where.text])
            mean = sum(row.values()) / free
            square = sum(value * value for value in row.values()) / free
            means.append(mean)
            spreads.append(math.sqrt(max(1e-6, square - mean * mean)))
        return means, spreads

    def closeness(self) -> dict[tuple[str, str], float]:
        """Give how close one source's sentences come to another source on the whole."""
        total: dict[tuple[str, str], float] = defaultdict(float)
        held: dict[str, int] = defaultdict(int)
        for trait, best in zip(self.traits, self.best, strict=True):
            held[trait.where.source] += 1
            for source, values in best.items():
                total[trait.where.source, source] += values[-1]
        return {pair: value / held[pair[0]] for pair, value in total.items()}

    def signals(self, link: Link) -> Signals:
        """Give the signals of a pair that the other pairs decide."""
        one, other, value = link.one, link.other, link.value
        sides = ((one, other), (other, one))
        ranks = sorted(self.rank(a, b, value) for a, b in sides)
        margins = sorted(self.margin(a, b, value) for a, b in sides)
        shares = sorted(value / max(self.top[a], 1e-9) for a, _ in sides)
        scores = sorted((value - self.mean[a]) / self.spread[a] for a, _ in sides)
        means = sorted(self.mean[a] for a, _ in sides)
        pair = self.traits[one].where.source, self.traits[other].where.source
        return {
            "value": value,
            "rank_least": min(ranks[0], 10.0),
            "rank_most": min(ranks[1], 20.0),
            "margin_least": margins[0],
            "margin_most": margins[1],
            "share_least": shares[0],
            "share_most": shares[1],
            "score_least": scores[0],
            "score_most": scores[1],
            "mean_least": means[0],
            "mean_most": means[1],
            "texts_close": (self.priors.get(pair, 0.0) + self.priors.get(pair[::-1], 0.0)) / 2,
        } | self.around(one, other)

    def rank(self, one: int, other: int, value: float) -> float:
        """Count the sentences of the other's source that are closer to the one."""
        values = self.best[one].get(self.traits[other].where.source, [])
        return float(len(values) - bisect_left(values, value + 1e-9))

    def margin(self, one: int, other: int, value: float) -> float:
        """Give how far a pair stands above the next best, or below the best."""
        values = self.best[one].get(self.traits[other].where.source, [])
        if not values or value < values[-1]:
            return value - values[-1] if values else value
        return value - (values[-2] if len(values) > 1 else 0.0)

    def around(self, one: int, other: int) -> Signals:
        """Look at the sentences before and after, and at ways over a third sentence."""
        row, column = self.rows[one], self.rows[other]
        ahead, behind = self.at(one, 1, other, 1), self.at(one, -1, other, -1)
        sides = (
            self.at(one, 1, other, 0),
            self.at(one, -1, other, 0),
            self.at(one, 0, other, 1),
            self.at(one, 0, other, -1),
        )
        shared = sorted(row.keys() & column.keys())
        return {
            "in_step": ahead + behind,
            "beside": max(sides),
            "way_round": max((min(row[k], column[k]) for k in shared), default=0.0),
            "alike_rows": sum(row[k] * column[k] for k in shared)
            / (self.norm[one] * self.norm[other]),
        }

    def at(self, one: int, step: int, other: int, pace: int) -> float:
        """Give the likeness of the sentences some steps from a pair, 0 beyond a text's ends."""
        near, far = one + step, other + pace
        for place, origin in ((near, one), (far, other)):
            if not 0 <= place < len(self.traits):
                return 0.0
            if self.traits[place].where.source != self.traits[origin].where.source:
                return 0.0
        return self.rows[near].get(far, 0.0)
