"""How likely it is that two sentences of different texts tell one thing."""

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain

import numpy as np

from tellings.analysis.claims import counts
from tellings.analysis.claims.bags import Columns, Flags, Floats, Ints
from tellings.analysis.claims.joining import Chances
from tellings.analysis.claims.neighbours import Neighbours
from tellings.analysis.claims.signals import Sentences
from tellings.analysis.claims.traits import rarity, traits
from tellings.analysis.similarity import Likeness, Link
from tellings.data import words
from tellings.model.findings import Telling

__all__ = ["FAINT", "chance", "chances", "compared", "linked", "reasons"]

FAINT, SLIGHT = 0.07, 0.02
"""A pair of less likeness is not weighed signal by signal: its chance is slight."""

GUARD = 0.6
"""What a chance is worth when the numbers speak against the pair."""

STRONG = 0.75
"""From this chance on the rest agrees so strongly that a clash is a difference to be shown."""

MANY = 20_000
"""How many pairs are compared at once: room for their signals in memory."""


def chances(
    tellings: tuple[Telling, ...], likeness: Likeness, texts: dict[str, str], left_out: set[int]
) -> Chances:
    """Weigh every link between different texts; `left_out` are sentences that others stand for."""
    links = linked(likeness, texts, left_out)
    found: Chances = dict.fromkeys((link[:2] for link in links), SLIGHT)
    for pairs, signals, money in compared(tellings, likeness, texts, left_out, least=FAINT):
        found.update(zip((link[:2] for link in pairs), guarded(signals, money), strict=True))
    return found


def linked(likeness: Likeness, texts: dict[str, str], left_out: set[int]) -> list[Link]:
    """Give the links between different texts, without the sentences that others stand for."""
    owner = [texts[passage.source] for passage in likeness.passages]
    return [
        link
        for link in likeness.links
        if owner[link.one] != owner[link.other]
        and link.one not in left_out
        and link.other not in left_out
    ]


def compared(
    tellings: tuple[Telling, ...],
    likeness: Likeness,
    texts: dict[str, str],
    left_out: set[int],
    *,
    least: float = 0.0,
) -> Iterator[tuple[list[Link], Columns, Flags]]:
    """Give the links of some likeness, many at a time, with their signals.

    The flags tell where the sums of money or shares of a pair speak of different things.
    """
    links = linked(likeness, texts, left_out)
    if not links:
        return
    apart = traits(tellings, likeness.passages, texts)
    spread = Counter(
        stem for at, trait in enumerate(apart) if at not in left_out for stem in trait.bag
    )
    sentences = Sentences(apart, rarity(trait.stems for trait in apart), spread)
    near = Neighbours(apart, *columns(links)[:3])
    told = [link for link in links if link.value >= least]
    for start in range(0, len(told), MANY):
        pairs = told[start : start + MANY]
        one, other, value, letters, sense = columns(pairs)
        signals = (
            sentences.signals(one, other)
            | {"letters": letters, "sense": sense}
            | near.signals(one, other, value)
        )
        yield pairs, signals, counts.money(apart, one, other)


def columns(links: list[Link]) -> tuple[Ints, Ints, Floats, Floats, Floats]:
    """Give the places of both sentences of each link, its value and what that is made of."""
    rows = np.fromiter(chain.from_iterable(links), np.float64, len(links) * len(Link._fields))
    one, other, lexical, sense, value = rows.reshape(-1, len(Link._fields)).T.copy()
    return one.astype(np.int64), other.astype(np.int64), value, lexical, sense


def guarded(signals: Columns, money: Flags) -> list[float]:
    """Give the chances of pairs, less where their numbers speak against them."""
    weighed = chance(signals)
    against = money | ((signals["counts_clash"] > 0) & (weighed < STRONG))
    return [round(one, 4) for one in np.where(against, weighed * GUARD, weighed).tolist()]


@cache
def weights() -> tuple[float, tuple[tuple[str, float, float, float], ...]]:
    """Read the bias and, by signal, mean, scale and weight."""
    table = words.load("alignment")
    rows = (
        (name, float(row["mean"]), float(row["scale"]), float(row["weight"]))
        for name, row in table["signals"].items()
    )
    return float(table["bias"]), tuple(rows)


def reasons(
    tellings: tuple[Telling, ...], likeness: Likeness, texts: dict[str, str], place: int
) -> dict[int, tuple[float, tuple[tuple[str, float], ...]]]:
    """Say why a sentence is held to tell what others tell: the chance, and what each signal adds.

    Sentences and `place` are numbers in the likeness; what a signal adds is in units of the log
    odds, the strongest first.
    """
    found: dict[int, tuple[float, tuple[tuple[str, float], ...]]] = {}
    for pairs, signals, money in compared(tellings, likeness, texts, set()):
        chances_ = guarded(signals, money)
        for at, pair in enumerate(pairs):
            if place in pair[:2]:
                added = (
                    (name, round(weight * (float(signals[name][at]) - mean) / scale, 2))
                    for name, mean, scale, weight in weights()[1]
                )
                ranked = sorted(added, key=lambda one: (-abs(one[1]), one[0]))
                found[pair[0] + pair[1] - place] = chances_[at], tuple(ranked)
    return found


def chance(signals: Columns) -> Floats:
    """Weigh the signals of pairs by logistic regression (weights: data/alignment.toml)."""
    bias, rows = weights()
    total = sum(weight * (signals[name] - mean) / scale for name, mean, scale, weight in rows)
    turned = (-max(-40.0, min(40.0, bias + one)) for one in np.atleast_1d(total).tolist())
    return np.array([1 / (1 + math.exp(one)) for one in turned])
