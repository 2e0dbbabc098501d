"""How closely one sentence follows another, by the words that both have in a row."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, product
from typing import Literal, NamedTuple

import numpy as np

from tellings.analysis.lineage.meeting import Ints, Words, meeting
from tellings.analysis.wording import Word

__all__ = ["Followed", "Run", "followed", "run_of", "runs_hold"]

Kind = Literal["identical", "near"]

RUN = 6
"""How many words in a row show that one sentence comes from another, with `SHARE` …"""

SHARE = 0.5
"""… of the shorter sentence in runs of three words or more."""

LONG_RUN = 8
"""… or how many in a row show it alone."""

MET = 5
"""How many words in a row two sentences have at least if they are compared."""

SAME = 0.95
"""From this share of the longer sentence on, two sentences are identical."""

FEWEST = 3
"""A sentence of fewer words is nobody's copy; nor do shorter runs count."""

ENDLESS = 250_000
"""From so many pairs of words on, runs are counted in any order: no sentence ends there."""


class Run(NamedTuple):
    """A sentence's words, and what two sentences are compared by."""

    words: Words
    bag: frozenset[tuple[Word, int]]
    """Each word with how often it stood before: what two have in common counts repeats."""

    threes: tuple[Words, ...]
    """The runs of three words, in order."""

    places: dict[Words, int]
    """Where each of them stands, −1 where it stands more than once."""


Followed = tuple[int, int, Kind]
"""Two sentences, by their places, the earlier first, of which one follows the other."""


def run_of(words: Words) -> Run:
    """Look a sentence's words over once."""
    seen: Counter[Word] = Counter()
    bag = set()
    for word in words:
        bag.add((word, seen[word]))
        seen[word] += 1
    threes = tuple(words[at : at + FEWEST] for at in range(len(words) - FEWEST + 1))
    places: dict[Words, int] = {}
    for at, three in enumerate(threes):
        places[three] = -1 if three in places else at
    return Run(words, frozenset(bag), threes, places)


def followed(owners: Sequence[str], sentences: Sequence[Words]) -> Iterator[Followed]:
    """Find the pairs of sentences of different texts of which one follows the other."""
    holders: dict[Words, list[int]] = defaultdict(list)
    for place, words in enumerate(sentences):
        holders[words].append(place)
    for words, places in holders.items():
        for one, other in combinations(places, 2) if len(words) >= FEWEST else ():
            if owners[one] != owners[other]:
                yield one, other, "identical"
    where = list(holders.values())
    for first, second, kind in alike([run_of(words) for words in holders]):
        for one, other in product(where[first], where[second]):
            if owners[one] != owners[other]:
                yield (one, other, kind) if one < other else (other, one, kind)


def alike(runs: Sequence[Run]) -> Iterator[tuple[int, int, Kind]]:
    """Find the pairs of distinct sentences of which one follows the other."""
    every = [run.words for run in runs]
    met = meeting(every, MET)
    one, other = met // len(runs), met % len(runs)
    sizes: Ints = np.array([len(words) for words in every], dtype=np.int64)
    shorter, longer = np.minimum(sizes[one], sizes[other]), np.maximum(sizes[one], sizes[other])
    level = shorter >= SAME * longer
    partly = np.isin(met, meeting(every, RUN), assume_unique=True)
    # A run that is half of the shorter sentence needs no others beside it.
    surely = np.isin(met, meeting(every, LONG_RUN), assume_unique=True) | (
        partly & (SHARE * shorter <= RUN)
    )
    some = np.flatnonzero(level | partly | surely)
    rows = zip(*(row[some].tolist() for row in (one, other, level, surely, partly)), strict=True)
    for first, second, same_size, sure, likely in rows:
        if same_size and identical(runs[first], runs[second]):
            yield first, second, "identical"
        elif sure or (likely and near(runs[first], runs[second])):
            yield first, second, "near"


def identical(one: Run, other: Run) -> bool:
    """Tell whether two sentences have nearly all their words in common, and in one order."""
    least = SAME * max(len(one.words), len(other.words))
    return len(one.bag & other.bag) >= least and runs_hold(one, other, least)


def near(one: Run, other: Run) -> bool:
    """Tell whether half of the shorter sentence stands in runs of both, in one order."""
    least = SHARE * min(len(one.words), len(other.words))
    return len(one.bag & other.bag) >= least and runs_hold(one, other, least)


def runs_hold(one: Run, other: Run, least: float) -> bool:
    """Tell whether so many words stand, in one order, in runs of three or more of both sentences.

    Runs after Ratcliff and Obershelp. Those in any order are never fewer, and are counted first.
    """
    brief, full = (one, other) if len(one.words) <= len(other.words) else (other, one)
    found, in_step, before, ahead = 0, True, -FEWEST, -FEWEST
    for at, three in enumerate(brief.threes):
        place = full.places.get(three)
        if place is None:
            continue
        on, up = at - before, place - ahead
        in_step = in_step and place >= 0 and (on == up == 1 or (on >= FEWEST and up >= FEWEST))
        found += min(on, FEWEST)
        before, ahead = at, place
    if found < least:
        return False
    # Runs that lie apart, in one order in both, all count, whichever is taken first.
    if in_step or len(one.words) * len(other.words) > ENDLESS:
        return True
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= FEWEST) >= least
