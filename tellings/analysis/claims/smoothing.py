"""Chances of pairs, levelled over what either sentence surely tells together with others."""

import numpy as np

from tellings.analysis.claims.bags import Floats, Ints, total
from tellings.analysis.claims.joining import Chances

__all__ = ["smoothed"]

SURE = 0.2
"""Only pairs above this chance speak for their sentences' other pairs."""

ROOM = 1 << 20
"""How many ways over a third sentence are followed at once: room in memory."""

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
    keys = row * count + column
    sure = np.flatnonzero(value > SURE)
    whole = total(row[sure], value[sure], count)
    sizes = starts[column[sure] + 1] - starts[column[sure]]
    reached = np.cumsum(sizes)
    found = np.zeros(len(keys))
    begin = 0
    while begin < len(sure):
        so_far = int(reached[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(reached, so_far + ROOM)))
        through = np.repeat(sure[begin:end], sizes[begin:end])
        first = starts[column[sure[begin:end]]] - (reached[begin:end] - sizes[begin:end] - so_far)
        at = np.repeat(first, sizes[begin:end]) + np.arange(len(through))
        wanted = row[through] * count + column[at]
        met = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        hit = keys[met] == wanted
        weight = value[through] / whole[row[through]] * value[at]
        found += total(met[hit], weight[hit], len(keys))
        begin = end
    return found
