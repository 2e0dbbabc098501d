"""Groups of sentences that would be read as one claim told twice: joined to one."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from tellings.analysis.claims.joining import Chances, distinct

__all__ = ["joined"]

OVERLAP = 0.5
"""The share of the smaller group's sentences that must stand in both."""

LIKELY, LEAST = 0.7, 0.55
"""The shares of the cut that the pairs which joining adds must reach: in the mean, and each."""

MOST = 8
"""A group of more sentences shares a subject rather than a fact: none is joined to so many."""

Group = tuple[int, ...]


def joined(
    groups: Sequence[Group], chances: Chances, texts: tuple[str, ...], cut: float
) -> list[Group]:
    """Join groups that share sentences, those first where the pairs this adds are likeliest."""
    live = set(groups)
    holders: dict[int, set[Group]] = defaultdict(set)
    for group in groups:
        for place in group:
            holders[place].add(group)
    met = {pair for held in holders.values() for pair in combinations(sorted(held), 2)}
    waiting = [
        (-value, one, other)
        for one, other in met
        if (value := likely(one, other, chances, texts, cut))
    ]
    heapify(waiting)
    while waiting:
        _, one, other = heappop(waiting)
        if one not in live or other not in live:
            continue
        whole = tuple(sorted({*one, *other}))
        live -= {one, other}
        near = {group for place in whole for group in holders[place] if group in live} - {whole}
        for group in near:
            if value := likely(whole, group, chances, texts, cut):
                heappush(waiting, (-value, whole, group))
        live.add(whole)
        for place in whole:
            holders[place].add(whole)
    return distinct(live)


def likely(one: Group, other: Group, chances: Chances, texts: tuple[str, ...], cut: float) -> float:
    """Give the mean chance of the pairs that joining two groups adds; 0 to keep them apart."""
    left, right = set(one) - set(other), set(other) - set(one)
    if len(one) + len(right) > MOST:
        return 0.0
    if len(one) - len(left) < OVERLAP * min(len(one), len(other)):
        return 0.0
    added = [
        chances.get((min(here, there), max(here, there)), 0.0)
        for here in left
        for there in right
        if texts[here] != texts[there]
    ]
    if not added:
        return 1.0
    mean = round(sum(sorted(added)) / len(added), 6)
    return mean if mean >= LIKELY * cut and min(added) >= LEAST * cut else 0.0
