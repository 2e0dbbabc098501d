"""Organisations, places and other names: which printings are one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tellings.analysis.names.capitals import fold, in_list
from tellings.analysis.names.forms import known
from tellings.analysis.names.hearing import Heard, SmallWords
from tellings.analysis.names.spelling import LONG, Key, alike, initials, key
from tellings.model.findings import Telling

__all__ = ["joined"]

EXPANSION = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:of |and |for |the |de )*){1,7}[A-Z][\w’'-]+) \(([A-Z]{2,8})\)"
)
REVERSED = re.compile(
    r"\b([A-Z]{2,8}) \(((?:[A-Z][\w’'-]+,? (?:of |and |for |the )*){1,7}[A-Z][\w’'-]+)\)"
)
LETTERS_BEHIND, LETTERS_BEFORE = re.compile(r"\([A-Z]{2,8}\)"), re.compile(r"[A-Z][A-Z] \([A-Z]")
"""What stands in every such line, for a quick test."""

Groups = dict[Key, list[Heard]]


def joined(
    heard: Sequence[Heard], tellings: tuple[Telling, ...], small: SmallWords
) -> list[list[Heard]]:
    """Group the printings of organisations, places and other names."""
    groups: Groups = defaultdict(list)
    for one in heard:
        groups[one.whole.key].append(one)
    groups = {name: found for name, found in groups.items() if _stands(name, found, small)}
    for short, long in (*_acronyms(groups, tellings), *_spellings(groups), *_shorter(groups)):
        if short in groups and long in groups and short != long:
            groups[long] = groups[long] + groups.pop(short)
    generic = in_list("organisation") - in_list("bodies")
    return [groups[name] for name in sorted(groups) if len(name) > 1 or name[0] not in generic]


def _stands(name: Key, found: list[Heard], small: SmallWords) -> bool:
    """Tell whether a group names something: a single word is no common one of these texts."""
    if not any(one.sure for one in found):
        return False
    if len(name) > 1 or known(name, found[0].words) or "-" in found[0].form.printed:
        return True
    return small.times(name[0]) * 2 <= len(found)


def _acronyms(groups: Groups, tellings: tuple[Telling, ...]) -> Iterator[tuple[Key, Key]]:
    """Give each acronym with the name that a text says it stands for, or whose letters it has."""
    for telling in tellings:
        for full, short in _expanded(telling.text):
            long = key(tuple(full.replace(",", "").split()))
            if fold(short) in initials(long):
                yield (fold(short),), long
    by_letters: dict[str, list[Key]] = defaultdict(list)
    for name in sorted(groups):
        for letters in initials(name):
            by_letters[letters].append(name)
    for name in sorted(groups):
        long_names = by_letters.get(name[0], []) if len(name) == 1 else []
        capitals = all(one.form.printed.isupper() for one in groups[name])
        if len(long_names) == 1 and len(name[0]) > 2 and capitals:
            yield name, long_names[0]


def _expanded(text: str) -> Iterator[tuple[str, str]]:
    """Give each name in full with the letters that stand beside it, one of them in brackets."""
    lines = [line for line in text.split("\n") if " (" in line]
    for line in lines:
        if LETTERS_BEHIND.search(line):
            yield from EXPANSION.findall(line)
    for line in lines:
        if LETTERS_BEFORE.search(line):
            yield from ((full, short) for short, full in REVERSED.findall(line))


def _spellings(groups: Groups) -> Iterator[tuple[Key, Key]]:
    """Give names that different texts spell a letter apart, the commoner second."""
    ranked = sorted(groups, key=lambda name: (-len(groups[name]), name))
    for common, rare in _nearly_alike(ranked):
        if common in groups and rare in groups:
            texts = {one.passage.source for one in groups[common]}
            if not any(one.passage.source in texts for one in groups[rare]):
                yield rare, common


def _nearly_alike(ranked: Sequence[Key]) -> list[tuple[Key, Key]]:
    """Give the pairs of names that differ in one word by a letter, the commonest first."""
    initials_: dict[Key, int] = {}
    near: dict[tuple[Key, int, Key], list[int]] = defaultdict(list)
    for rank, name in enumerate(ranked):
        first = tuple(word[0] for word in name)
        initials_.setdefault(first, rank)
        for at, word in enumerate(name):
            if len(word) >= LONG:
                near[first, at, name[:at] + name[at + 1 :]].append(rank)
    pairs = {
        (initials_[first], one, other)
        for (first, _, _), ranks in near.items()
        for one, other in combinations(ranks, 2)
        if _one_letter(ranked[one], ranked[other])
    }
    return [(ranked[one], ranked[other]) for _, one, other in sorted(pairs)]


def _one_letter(one: Key, other: Key) -> bool:
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1:
        return False
    left, right = apart[0]
    endings = {left[len(right) :], right[len(left) :]} - {""}
    plain = left.isalpha() and right.isalpha() and left[0] == right[0]
    return plain and not endings & {"s", "n", "e"} and alike(left, right)


def _shorter(groups: Groups) -> Iterator[tuple[Key, Key]]:
    """Give “Brisk” with “Brisk Shipping”, “the Council” with “Harbour Council”, in common texts."""
    bodies = [
        name
        for name in sorted(groups)
        if len(name) > 1
        and known(name, groups[name][0].words) == "organisation"
        and "-" not in groups[name][0].form.printed
    ]
    opening: dict[str, list[Key]] = defaultdict(list)
    ending: dict[str, list[Key]] = defaultdict(list)
    for name in bodies:
        opening[name[0]].append(name)
        ending[name[-1]].append(name)
    for name in sorted(groups):
        certain = known(name, groups[name][0].words)
        if len(name) > 1 or certain == "place" or name[0] in in_list("bodies"):
            continue
        generic = name[0] in in_list("organisation")
        fitting = (ending if generic else opening).get(name[0], [])
        texts = {one.passage.source for one in groups[name]}
        if len(fitting) == 1 and texts & {one.passage.source for one in groups[fitting[0]]}:
            yield name, fitting[0]
