"""When two printed names are one name in two spellings."""

import re
from collections.abc import Collection
from functools import cache, lru_cache

from tellings.analysis.names.capitals import distance, fold, in_list
from tellings.analysis.names.people import ENDINGS, surname
from tellings.data import words

__all__ = ["LONG", "Key", "alike", "in_common", "initials", "key", "one_person"]

Key = tuple[str, ...]
"""A name's words without case, accents, points, hyphens and what says nothing about whose it is."""

SMALL = frozenset(["of", "for", "the", "and", "de", "&"])
LETTERS = re.compile(r"[^\W\d_]+")
SEXES = frozenset([("a", "o"), ("a", "e"), ("e", "o")])
LONG = 5
"""How many letters make one that differs a slip or another transcription."""


@lru_cache(maxsize=1 << 14)
def key(words_: tuple[str, ...]) -> Key:
    """Give what two printings of one name have in common."""
    folded = (part for word in words_ for part in fold(word).replace(".", "").split("-"))
    parts = [part for part in folded if part]
    while len(parts) > 1 and (parts[-1] in in_list("legal") or parts[0] == "the"):
        parts = parts[1:] if parts[0] == "the" else parts[:-1]
    if words_ and parts and (long := _short().get(parts[0])) and words_[0].isupper():
        parts[:1] = long.split()
    return tuple(parts)


@cache
def _short() -> dict[str, str]:
    table: dict[str, str] = words.load("titles")["short"]
    return table


def initials(name: Key) -> frozenset[str]:
    """Give the short forms that a name of several words may have: “nhu”."""
    if len(name) < 2:
        return frozenset()
    whole = "".join(word[0] for word in name)
    return frozenset({whole, "".join(word[0] for word in name if word not in SMALL)})


@lru_cache(maxsize=1 << 12)
def in_common(name: Key) -> tuple[Key, ...]:
    """Give the signs of a full name, of which two names of one person have one in common."""
    plain = _plain(name)
    return ("surname", surname(plain)), ("before it", *plain[:-1]), ("letters", "".join(plain))


@lru_cache(maxsize=1 << 12)
def one_person(one: Key, other: Key) -> bool:
    """Tell whether two full names, as keys, are one person’s."""
    left, right = _plain(one), _plain(other)
    if left == right or "".join(left) == "".join(right):
        return True
    if surname(left) == surname(right):
        return _given_alike(left[0], right[0]) and _middle_fits(left[1:-1], right[1:-1])
    if len(left) != len(right) or left[:-1] != right[:-1]:
        return False
    return alike(surname(left), surname(right))


def _plain(name: Key) -> Key:
    return tuple(word for word in name if word not in ENDINGS) or name


def _middle_fits(one: Collection[str], other: Collection[str]) -> bool:
    """Tell whether no middle name stands against the other’s."""
    return not one or not other or any(a[0] == b[0] for a in one for b in other)


def _given_alike(one: str, other: str) -> bool:
    """Tell whether two given names may be one: equal, an initial, a short form, a spelling."""
    if one == other:
        return True
    if 1 in {len(one), len(other)}:
        return one[0] == other[0]
    if any({one, other} <= group for group in _nicknames()):
        return True
    return not _sexes(one, other) and min(len(one), len(other)) > 3 and distance(one, other) == 1


def _sexes(one: str, other: str) -> bool:
    """“Mario” and “Maria”, “Michael” and “Michaela” are two people’s."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return len(long) > len(short)
    return tuple(sorted((one[-1], other[-1]))) in SEXES


@cache
def _nicknames() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in words.load("titles")["nicknames"])


def alike(one: str, other: str) -> bool:
    """Tell whether two words are one word’s spellings: a letter or two apart, and long enough."""
    if one == other:
        return True
    short = min(len(one), len(other))
    if short < LONG or one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    return distance(one, other) <= (2 if short > LONG + 2 and one[-3:] == other[-3:] else 1)
