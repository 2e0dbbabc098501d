"""What the words of a name show by themselves, worked out once for each form in which it stands."""

from functools import lru_cache
from typing import NamedTuple

from tellings.analysis.names.capitals import bag, fold, in_list
from tellings.analysis.names.people import STORMS, full_name, surname, surname_alone
from tellings.analysis.names.spelling import Key, key
from tellings.model.findings import NameKind

__all__ = ["Form", "form", "known"]

GEOGRAPHIC = bag("mount lake cape port gulf river strait bay island isle sea")


class Form(NamedTuple):
    """A name as its words stand."""

    words: tuple[str, ...]
    printed: str
    key: Key
    first: str
    """Its first word, folded."""

    surname: str
    full: bool
    """Whether it looks like a person's full name."""

    alone: bool
    """Whether it is one word, or a surname with its particles."""

    known: NameKind | None
    """What it is by its own words, where they leave no doubt."""


@lru_cache(maxsize=1 << 13)
def form(words: tuple[str, ...]) -> Form:
    """Give what the words of a name show."""
    alone, name = surname_alone(words), key(words)
    return Form(
        words=words,
        printed=" ".join(words),
        key=name,
        first=fold(words[0]),
        surname=surname(words),
        full=not alone and full_name(words),
        alone=alone,
        known=known(name, words),
    )


@lru_cache(maxsize=1 << 13)
def known(name: Key, words: tuple[str, ...]) -> NameKind | None:
    """Tell what a name is by its own words, where they leave no doubt."""
    whole = " ".join(name)
    if whole in in_list("countries", "regions", "cities"):
        return "place"
    if (
        whole in in_list("bodies")
        or {fold(w) for w in words} & in_list("organisation", "legal")
        or "&" in words
    ):
        return "organisation"
    if name[-1] in in_list("things") or STORMS & set(name):
        return "other"
    if name[-1] in in_list("place") or (len(name) > 1 and set(name[:-1]) & GEOGRAPHIC):
        return "place"
    if all(word.isupper() and len(word.strip(".")) > 1 and "." not in word for word in words):
        return "organisation"
    return None
