"""Which side a sentence takes towards somebody it names, by what is learnt from other sentences.

Multinomial logistic regression over named signals and word vectors; SENTIMENT.md is its card.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tellings.analysis.stance import signals
from tellings.analysis.stance.signals import Directions, Marked
from tellings.data import sentiment
from tellings.model.span import Span

__all__ = ["Leaning", "lean", "strongest"]

Floats = NDArray[np.float64]

TELLING = 0.5
"""How much of what the strongest word adds another must add to be named beside it."""

MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """How likely a sentence speaks against somebody, for them, or neither."""

    against: float
    neither: float
    favour: float

    def side(self, sign: float) -> float:
        """Give the chance of one side."""
        return self.favour if sign > 0 else self.against


@lru_cache(maxsize=1 << 12)
def lean(text: str, name: Span, *, heading: bool = False) -> Leaning:
    """Tell how a stretch of text speaks of the one that it names."""
    marked = signals.mark(text, name, sentiment.known(), heading=heading)
    against, neither, favour = chances(weighed(marked, signals.about(marked)))
    return Leaning(against=against, neither=neither, favour=favour)


def weighed(marked: Marked, directions: Directions) -> Floats:
    """Sum what speaks against and for, both beside neither."""
    weights = sentiment.named()
    against, favour = map(float, weights[sentiment.ALWAYS])
    for key, weight in signals.named(marked).items():
        if key in weights:
            both = weights[key]
            against += weight * both[0]
            favour += weight * both[1]
    sums = np.array((against, favour)) + sentiment.table() @ directions.rows.reshape(-1)
    whole: Floats = sums / sentiment.ONE
    return whole


def chances(both: Floats) -> tuple[float, float, float]:
    """Turn the sums into chances, rounded as processors differ in the last digits."""
    scores = np.array([both[0], 0.0, both[1]])
    powers = np.exp(scores - scores.max())
    against, neither, favour = np.round(powers / powers.sum(), 4).tolist()
    return against, neither, favour


def strongest(text: str, name: Span, sign: int) -> tuple[Span, ...]:
    """Find the words that lean most to one side, in text order."""
    marked = signals.mark(text, name, sentiment.known())
    directions = signals.about(marked)
    side = 1 if sign > 0 else 0
    table = sentiment.table().reshape(2, len(signals.BLOCKS), -1)
    beside = table[side] - table[1 - side] / 2
    adds: dict[int, float] = {}
    for place, word in enumerate(marked.words):
        if word in signals.OPAQUE or word in signals.SERVANTS or not word[0].isalpha():
            continue
        total = float((directions.part(place) * beside).sum())
        for key, weight in signals.around(marked, place):
            both = sentiment.named().get(key, (0, 0))
            total += weight * (both[side] - both[1 - side] / 2)
        adds[place] = round(total, 1)
    top = max(adds.values(), default=0.0)
    best = sorted(adds, key=lambda place: (-adds[place], place))[:MOST]
    return tuple(
        sorted(marked.spans[place] for place in best if top > 0 and adds[place] >= TELLING * top)
    )
