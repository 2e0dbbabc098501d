"""How likely it is that two sentences of different texts tell one thing."""

import math
from collections import Counter
from functools import cache

from tellings.analysis.claims.guards import money_apart, numbers_clash
from tellings.analysis.claims.joining import Chances
from tellings.analysis.claims.neighbours import Neighbours
from tellings.analysis.claims.signals import Signals, own_signals
from tellings.analysis.claims.traits import traits
from tellings.analysis.similarity import Likeness
from tellings.data import words
from tellings.model.findings import Telling

__all__ = ["chance", "chances"]

FAINT, SLIGHT = 0.07, 0.02
"""A pair of less likeness is not weighed signal by signal: its chance is slight."""

GUARD = 0.6
"""What a chance is worth when the numbers speak against the pair."""

STRONG = 0.75
"""From this chance on the rest agrees so strongly that a clash is a difference to be shown."""


def chances(
    tellings: tuple[Telling, ...], likeness: Likeness, texts: dict[str, str], left_out: set[int]
) -> Chances:
    """Weigh every link between different texts; `left_out` are sentences that others stand for."""
    apart = traits(tellings, likeness.passages, texts)
    links = [
        link
        for link in likeness.links
        if not {link.one, link.other} & left_out
        and apart[link.one].where.text != apart[link.other].where.text
    ]
    spread = Counter(
        stem for at, trait in enumerate(apart) if at not in left_out for stem in trait.bag
    )
    near = Neighbours(apart, links)
    found: Chances = {}
    for link in links:
        if link.value < FAINT:
            found[link.one, link.other] = SLIGHT
            continue
        weighed = chance(
            own_signals(apart[link.one], apart[link.other], link, spread) | near.signals(link)
        )
        one, other = apart[link.one].counted, apart[link.other].counted
        if money_apart(one, other) or (weighed < STRONG and numbers_clash(one, other)):
            weighed *= GUARD
        found[link.one, link.other] = round(weighed, 4)
    return found


@cache
def weights() -> tuple[float, tuple[tuple[str, float, float, float], ...]]:
    """Read the bias and, by signal, mean, scale and weight."""
    table = words.load("alignment")
    rows = (
        (name, float(row["mean"]), float(row["scale"]), float(row["weight"]))
        for name, row in table["signals"].items()
    )
    return float(table["bias"]), tuple(rows)


def chance(signals: Signals) -> float:
    """Weigh the signals of a pair by logistic regression (weights: data/alignment.toml)."""
    bias, rows = weights()
    total = bias + sum(
        weight * (signals[name] - mean) / scale for name, mean, scale, weight in rows
    )
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))
