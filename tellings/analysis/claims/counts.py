"""What two sentences count, compared for many pairs at once."""

from collections.abc import Iterator

import numpy as np

from tellings.analysis.claims.bags import Columns, Flags, Ints
from tellings.analysis.claims.guards import is_money, money_apart, numbers_clash, verdicts
from tellings.analysis.claims.traits import Traits
from tellings.analysis.numbers.comparing import Counted

__all__ = ["money", "signals"]

Figures = tuple[Counted, ...]


def signals(traits: tuple[Traits, ...], one: Ints, other: Ints) -> Columns:
    """Compare what is counted."""
    names = ("counts_agree", "counts_clash", "counts_apart", "measures_apart")
    columns = {name: np.zeros(len(one)) for name in names}
    held = np.array([bool(trait.counted) for trait in traits])
    for at, here, there in counting(traits, one, other, held):
        compared = verdicts(here, there)
        shared = {a.measure for a in here} & {b.measure for b in there}
        columns["counts_agree"][at] = sum(verdict != "clash" for verdict in compared)
        columns["counts_clash"][at] = numbers_clash(compared)
        columns["counts_apart"][at] = bool(shared) and not compared
        columns["measures_apart"][at] = not shared
    return columns


def money(traits: tuple[Traits, ...], one: Ints, other: Ints) -> Flags:
    """Tell for which pairs sums or shares speak of different things."""
    found = np.zeros(len(one), dtype=np.bool_)
    held = np.array([any(map(is_money, trait.counted)) for trait in traits])
    for at, here, there in counting(traits, one, other, held):
        found[at] = money_apart(here, there)
    return found


def counting(
    traits: tuple[Traits, ...], one: Ints, other: Ints, held: Flags
) -> Iterator[tuple[int, Figures, Figures]]:
    """Give the pairs of which both sentences hold what is compared."""
    for at in np.flatnonzero(held[one] & held[other]).tolist():
        yield at, traits[one[at]].counted, traits[other[at]].counted
