"""How closely one sentence follows another, by the words that both have in a row."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from tellings.analysis.wording import Word

__all__ = ["Followed", "Run", "followed", "run_of"]

Kind = Literal["identical", "near"]
Words = tuple[Word, ...]

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

ENDLESS = 250_000
"""From so many pairs of words on, runs are counted in any order: no sentence ends there."""


class Run(NamedTuple):
    """A sentence's words, and what two sentences are compared by."""

    words: Words
    bag: frozenset[tuple[Word, int]]
    """Each word with how often it stood before: what two have in common counts repeats."""

    threes: frozenset[Words]
    fives: frozenset[Words]
    sixes: frozenset[Words]
    eights: frozenset[Words]


class Followed(NamedTuple):
    """Two sentences, by their places, of which one follows the other."""

    one: int
    other: int
    kind: Kind


def run_of(words: Words) -> Run:
    """Look a sentence's words over once."""
    seen: Counter[Word] = Counter()
    bag = set()
    for word in words:
        bag.add((word, seen[word]))
        seen[word] += 1
    return Run(
        words=words,
        bag=frozenset(bag),
        threes=grams(words, 3),
        fives=grams(words, MET) or frozenset([words]),
        sixes=grams(words, RUN),
        eights=grams(words, LONG_RUN),
    )


def grams(words: Words, size: int) -> frozenset[Words]:
    """Give all runs of so many words."""
    return frozenset(words[at : at + size] for at in range(len(words) - size + 1))


def followed(owners: Sequence[str], sentences: Sequence[Words]) -> Iterator[Followed]:
    """Find the pairs of sentences of different texts of which one follows the other, in order."""
    number = {words: at for at, words in enumerate(dict.fromkeys(sentences))}
    runs = [run_of(words) for words in number]
    which = [number[words] for words in sentences]
    kinds: dict[tuple[int, int], Kind | None] = {}
    for one, other in meeting(owners, [runs[at] for at in which]):
        pair = which[one], which[other]
        if pair not in kinds:
            kinds[pair] = compared(runs[pair[0]], runs[pair[1]])
        kind = kinds[pair]
        if kind is not None:
            yield Followed(one, other, kind)


def meeting(owners: Sequence[str], runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Give the pairs of sentences of different texts that share five words in a row."""
    holders: dict[Words, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for at, run in enumerate(runs):
        near: set[int] = set()
        for gram in run.fives:
            near.update(holders[gram])
            holders[gram].append(at)
        pairs.extend((before, at) for before in near if owners[before] != owners[at])
    return sorted(pairs)


def compared(one: Run, other: Run) -> Kind | None:
    """Tell how closely one sentence follows another, if it does."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    if shorter < 3:
        return None
    if one.words == other.words:
        return "identical"
    common = len(one.bag & other.bag)
    if common >= SAME * longer and runs_hold(one, other, SAME * longer):
        return "identical"
    if not one.eights.isdisjoint(other.eights):
        return "near"
    near = common >= SHARE * shorter and not one.sixes.isdisjoint(other.sixes)
    return "near" if near and runs_hold(one, other, SHARE * shorter) else None


def runs_hold(one: Run, other: Run, least: float) -> bool:
    """Tell whether so many words stand, in one order, in runs of three or more of both sentences.

    Runs after Ratcliff and Obershelp. Those in any order are never fewer, and are counted first.
    """
    brief, full = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if in_any_order(brief.words, full.threes) < least:
        return False
    if len(one.words) * len(other.words) > ENDLESS:
        return True
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= 3) >= least


def in_any_order(words: Words, threes: frozenset[Words]) -> int:
    """Count the words of a sentence that stand in another's runs of three."""
    return len(
        {
            n
            for at in range(len(words) - 2)
            if words[at : at + 3] in threes
            for n in (at, at + 1, at + 2)
        }
    )
