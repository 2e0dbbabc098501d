"""From the chances of pairs to groups of sentences that tell one thing."""

import math
from collections import Counter, defaultdict
from itertools import combinations

import numpy as np

__all__ = ["FLOOR", "Chances", "expected_cut", "mean_chance", "overlapping", "sound_cut"]

Chances = dict[tuple[int, int], float]
"""By pair, the smaller place first: how likely two sentences of different texts tell one thing."""

FLOOR = 0.9
"""The share of the cut that every pair within a group must reach."""

SOUND = 0.46
"""The least mean chance of the pairs that make claims: annotated events reach .467 to .718."""

RIDER = 0.55
"""The share of its text's best sentence's chance that a second sentence must reach."""

MANY = 4
"""Two sentences that each stand in so many groups start no other: what is told often stays few."""

BROAD, OVERLAP = 14, 0.6
"""A group of so many sentences that mostly stand in a larger one is told there."""


def expected_cut(chances: Chances) -> float:
    """Give the cut that the chances themselves expect to be best by F1 (Lipton 2014)."""
    order = sorted(chances.values(), reverse=True)
    hits = np.cumsum(order)
    scores = np.round(2 * hits / (np.arange(1, len(order) + 1) + sum(order)), 6)
    return order[int(np.argmax(scores))] if scores.any() else 1.0


def sound_cut(chances: Chances, cut: float) -> float:
    """Raise a cut until the pairs that reach it are likely enough in the mean.

    Where texts share a theme and no event, the cut that is best by F1 lets unlikely pairs in.
    """
    order = np.array(sorted(chances.values(), reverse=True))
    mean = np.round(np.cumsum(order) / np.arange(1, len(order) + 1), 6)
    # Pairs that are equally likely join together or not at all.
    sound = order[(mean >= SOUND) & (np.diff(order, append=-1) < 0)]
    return max(cut, float(sound[-1]) if len(sound) else 1.0)


def overlapping(chances: Chances, texts: tuple[str, ...], cut: float) -> list[tuple[int, ...]]:
    """Grow groups from the strongest pairs; a sentence may stand in several.

    A sentence joins while its mean chance with the members of other texts is the highest and
    at least the cut, and none of these chances is below the floor.
    """
    rows: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), chance in chances.items():
        if chance >= FLOOR * cut:
            rows[one][other] = chance
            rows[other][one] = chance
    told: set[tuple[int, int]] = set()
    groups: set[tuple[int, ...]] = set()
    strong = [pair for pair, chance in chances.items() if chance >= cut]
    used: Counter[int] = Counter()
    for pair in sorted(strong, key=lambda pair: (-chances[pair], pair)):
        if pair not in told and min(used[place] for place in pair) < MANY:
            group = grown(pair, rows, texts, cut)
            told.update(combinations(group, 2))
            used.update(group)
            groups.add(trimmed(group, chances, texts))
    return distinct(groups)


def grown(
    pair: tuple[int, int], rows: dict[int, dict[int, float]], texts: tuple[str, ...], cut: float
) -> tuple[int, ...]:
    """Grow one group from a pair."""
    group: list[int] = []
    sums: dict[int, tuple[float, int]] = {}
    joins = list(pair)
    while joins:
        for place in joins:
            sums = beside(place, group, sums, rows[place], texts)
            group.append(place)
        joins = best_of(sums, cut)
    return tuple(sorted(group))


def best_of(sums: dict[int, tuple[float, int]], cut: float) -> list[int]:
    """Give the place of the highest mean chance, the first of several; none below the cut."""
    best, found = 0.0, -1
    for place, (total, count) in sums.items():
        mean = round(total / count, 6)
        if mean > best or (mean == best and place < found):
            best, found = mean, place
    return [found] if best >= cut else []


def beside(
    place: int,
    group: list[int],
    sums: dict[int, tuple[float, int]],
    row: dict[int, float],
    texts: tuple[str, ...],
) -> dict[int, tuple[float, int]]:
    """Give the sums of chances and their counts of those that still fit beside one member more.

    What a member of another text is not linked to is barred for good, so a group of two texts
    meets nobody new.
    """
    found: dict[int, tuple[float, int]] = {}
    own = texts[place]
    for other, (total, count) in sums.items():
        if other in row:
            found[other] = (total + row[other], count + 1)
        elif texts[other] == own and other != place:
            found[other] = (total, count)
    if not group:
        found.update((other, (chance, 1)) for other, chance in row.items())
    elif len(group) == 1:
        first = texts[group[0]]
        found.update(
            (other, (chance, 1))
            for other, chance in row.items()
            if other not in sums and other != group[0] and texts[other] == first
        )
    return found


def trimmed(group: tuple[int, ...], chances: Chances, texts: tuple[str, ...]) -> tuple[int, ...]:
    """Drop the sentences that only ride along with a better one of their own text."""
    score = {place: mean_chance(place, group, chances, texts) for place in group}
    best: dict[str, float] = defaultdict(float)
    for place in group:
        best[texts[place]] = max(best[texts[place]], score[place])
    return tuple(place for place in group if score[place] >= RIDER * best[texts[place]])


def mean_chance(
    place: int, group: tuple[int, ...], chances: Chances, texts: tuple[str, ...]
) -> float:
    """Give the mean chance of a sentence with the members of other texts; 1 without any."""
    own = texts[place]
    known = [
        chances.get((place, other) if place < other else (other, place), 0.0)
        for other in group
        if texts[other] != own
    ]
    # Exact, since Python 3.12 adds floats up in another way than 3.11.
    return round(math.fsum(known) / len(known), 4) if known else 1.0


def distinct(groups: set[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Drop groups that stand in a larger one, if broad for the most part, and give the rest."""
    holders: dict[int, list[frozenset[int]]] = defaultdict(list)
    kept: list[tuple[int, ...]] = []
    for group in sorted(groups, key=lambda group: (-len(group), group)):
        whole = frozenset(group)
        near = {other for place in group for other in holders[place]}
        most = OVERLAP if len(group) >= BROAD else 1.0
        if any(len(whole & other) >= most * len(whole) for other in near):
            continue
        kept.append(group)
        for place in group:
            holders[place].append(whole)
    return sorted(kept)
