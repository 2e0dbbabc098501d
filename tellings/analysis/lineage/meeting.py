"""Which sentences have so many words in a row in common, for all pairs at once."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tellings.analysis.wording import Word

__all__ = ["Ints", "Words", "meeting"]

Ints = NDArray[np.int64]
Words = tuple[Word, ...]

ROOM = 1 << 20
"""How many meetings are looked at together: room in memory."""


def meeting(sentences: Sequence[Words], size: int) -> Ints:
    """Give the pairs of sentences that share so many words in a row, in order.

    A pair is one number: the place of the earlier times their count, and that of the later.
    """
    number: dict[Words, int] = {}
    rows = [
        {
            number.setdefault(words[at : at + size], len(number))
            for at in range(len(words) - size + 1)
        }
        for words in sentences
    ]
    sizes = np.array([len(row) for row in rows], dtype=np.int64)
    gram: Ints = np.fromiter((run for row in rows for run in row), np.int64, int(sizes.sum()))
    row: Ints = np.repeat(np.arange(len(rows)), sizes)
    posted = np.argsort(gram, kind="stable")
    starts = np.searchsorted(gram[posted], np.arange(len(number)))
    earlier = np.empty_like(gram)
    earlier[posted] = np.arange(len(gram)) - starts[gram[posted]]
    holder, found = row[posted], [np.empty(0, dtype=np.int64)]
    for first, last in blocks(np.bincount(row, earlier, len(rows)).astype(np.int64), sizes):
        times = earlier[first:last]
        ahead = np.cumsum(times) - times
        at = np.arange(times.sum()) + np.repeat(starts[gram[first:last]] - ahead, times)
        keys = np.sort(holder[at] * len(rows) + np.repeat(row[first:last], times))
        found.append(keys[np.flatnonzero(np.diff(keys, prepend=-1))])
    return np.sort(np.concatenate(found))


def blocks(meetings: Ints, sizes: Ints) -> Iterator[tuple[int, int]]:
    """Give the borders of as many rows of runs at a time as their meetings leave room for."""
    so_far, ends = np.cumsum(meetings), np.cumsum(sizes)
    start, begin = 0, 0
    while start < len(sizes):
        room = (so_far[start - 1] if start else 0) + ROOM
        start = max(start + 1, int(np.searchsorted(so_far, room)))
        yield begin, int(ends[start - 1])
        begin = int(ends[start - 1])
