"""Organisations, places and other names: which printings are one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tellings.analysis.names.capitals import fold, in_list
from tellings.analysis.names.clues import known
from tellings.analysis.names.hearing import Heard
from tellings.analysis.names.spelling import Key, alike, initials, key
from tellings.model.findings import Telling

__all__ = ["joined"]

EXPANSION = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:of |and |for |the |de )*){1,7}[A-Z][\w’'-]+) \(([A-Z]{2,8})\)"
)
REVERSED = re.compile(
    r"\b([A-Z]{2,8}) \(((?:[A-Z][\w’'-]+,? (?:of |and |for |the )*){1,7}[A-Z][\w’'-]+)\)"
)

Groups = dict[Key, list[Heard]]


def joined(
    heard: Sequence[Heard], tellings: tuple[Telling, ...], lower: Mapping[str, int]
) -> list[list[Heard]]:
    """Group the printings of organisations, places and other names."""
    groups: Groups = defaultdict(list)
    for one in heard:
        groups[key(one.run.words)].append(one)
    groups = {name: found for name, found in groups.items() if _stands(name, found, lower)}
    for short, long in (*_acronyms(groups, tellings), *_spellings(groups), *_shorter(groups)):
        if short in groups and long in groups and short != long:
            groups[long] = groups[long] + groups.pop(short)
    generic = in_list("organisation") - in_list("bodies")
    return [groups[name] for name in sorted(groups) if len(name) > 1 or name[0] not in generic]


def _stands(name: Key, found: list[Heard], lower: Mapping[str, int]) -> bool:
    """Tell whether a group names something: a single word is no common one of these texts."""
    if not any(one.sure for one in found):
        return False
    if len(name) > 1 or known(name, found[0].words) or "-" in found[0].printed:
        return True
    return lower.get(name[0], 0) * 2 <= len(found)


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
        capitals = all(one.printed.isupper() for one in groups[name])
        if len(long_names) == 1 and len(name[0]) > 2 and capitals:
            yield name, long_names[0]


def _expanded(text: str) -> Iterator[tuple[str, str]]:
    """Give each name in full with the letters that stand beside it, one of them in brackets."""
    lines = [line for line in text.split("\n") if " (" in line]
    for line in lines:
        yield from EXPANSION.findall(line)
    for line in lines:
        yield from ((full, short) for short, full in REVERSED.findall(line))


def _spellings(groups: Groups) -> Iterator[tuple[Key, Key]]:
    """Give names that different texts spell a letter apart, the commoner second."""
    near: dict[Key, list[Key]] = defaultdict(list)
    for name in sorted(groups, key=lambda name: (-len(groups[name]), name)):
        near[tuple(word[0] for word in name)].append(name)
    for names in near.values():
        for common, rare in combinations(names, 2):
            if common in groups and rare in groups and _one_letter(common, rare):
                texts = {one.passage.source for one in groups[common]}
                if not any(one.passage.source in texts for one in groups[rare]):
                    yield rare, common


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
        and "-" not in groups[name][0].printed
    ]
    for name in sorted(groups):
        certain = known(name, groups[name][0].words)
        if len(name) > 1 or certain == "place" or name[0] in in_list("bodies"):
            continue
        generic = name[0] in in_list("organisation")
        fitting = [long for long in bodies if long[-1 if generic else 0] == name[0]]
        texts = {one.passage.source for one in groups[name]}
        if len(fitting) == 1 and texts & {one.passage.source for one in groups[fitting[0]]}:
            yield name, fitting[0]
