"""Chances of pairs, levelled over what either sentence surely tells together with others."""

from itertools import pairwise

import numpy as np

from tellings.analysis.claims.bags import Floats, Ints, total
from tellings.analysis.claims.joining import Chances

__all__ = ["smoothed"]

SURE = 0.2
"""Only pairs above this chance speak for their sentences' other pairs."""

SHARE = 0.3
"""How much the pairs of those close by weigh beside a pair's own chance."""


def smoothed(chances: Chances) -> Chances:
    """Give each pair a part of the chances that one's closest have with the other."""
    if not chances:
        return {}
    pairs = np.array(list(chances), dtype=np.int64)
    value = np.array(list(chances.values()), dtype=np.float64)
    count = int(pairs.max()) + 1
    row = np.concatenate((pairs[:, 0], pairs[:, 1]))
    column = np.concatenate((pairs[:, 1], pairs[:, 0]))
    order = np.lexsort((column, row))
    over = np.zeros(len(row))
    over[order] = ways(row[order], column[order], np.tile(value, 2)[order], count)
    around = (over[: len(value)] + over[len(value) :]) / 2
    level = np.round((1 - SHARE) * value + SHARE * around, 4)
    return dict(zip(chances, level.tolist(), strict=True))


def ways(row: Ints, column: Ints, value: Floats, count: int) -> Floats:
    """Give the mean chance that the sure companions of each entry's row have with its column."""
    starts = np.searchsorted(row, np.arange(count + 1))
    whole = total(row, np.where(value > SURE, value, 0.0), count)
    found = np.zeros(len(row))
    for place, (first, end) in enumerate(pairwise(starts.tolist())):
        sure = first + np.flatnonzero(value[first:end] > SURE)
        if len(sure):
            weight = value[sure] / whole[place]
            through = column[sure]
            sizes = starts[through + 1] - starts[through]
            ahead = np.cumsum(sizes) - sizes
            at = np.arange(sizes.sum()) + np.repeat(starts[through] - ahead, sizes)
            reached = total(column[at], np.repeat(weight, sizes) * value[at], count)
            found[first:end] = reached[column[first:end]]
    return found
