"""The lists of words that judge or choose while they name."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from tellings.analysis.framing.lexicon import Lexicon, lexicon
from tellings.data import words

__all__ = ["SET_PHRASE", "Lists", "every_word", "lists"]

SET_PHRASE = ""
"""The label of phrases in which a listed word judges nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of words, by the printed form in small letters."""

    loaded: frozenset[str]
    plain: dict[str, tuple[str, ...]]
    family: dict[str, tuple[str, ...]]
    mild: frozenset[str]
    """Loaded words that count only where they are said of somebody or of the event."""

    degrees: frozenset[str]
    """Mild words that count only right before what the event is about."""

    capitalised: frozenset[str]
    """Loaded words that are no names though they are written with a capital."""

    thing: dict[str, str]
    """What a word names or describes where it bears on no target."""


@cache
def lists() -> Lists:
    """Give the lists."""
    table = words.load("loaded")
    loaded = {word for group in table["words"].values() for word in group["loaded"]}
    plain: dict[str, tuple[str, ...]] = {}
    family: dict[str, tuple[str, ...]] = {}
    for name, group in sorted(table["families"].items()):
        loaded |= set(group["loaded"])
        for word in group["plain"]:
            plain[word] = (*plain.get(word, ()), name)
        for word in (*group["plain"], *group["loaded"]):
            family[word] = (*family.get(word, ()), name)
    return Lists(
        loaded=frozenset(loaded),
        plain=plain,
        family=family,
        mild=frozenset(table["mild"]),
        degrees=frozenset(table["degrees"]),
        capitalised=frozenset(table["capitalised"]),
        thing=things(table),
    )


def things(table: dict[str, Any]) -> dict[str, str]:
    """Give what each word names; of two groups that list it the first decides."""
    named: dict[str, str] = {}
    for group in (*table["families"].values(), *table["words"].values()):
        for word in (*group.get("plain", ()), *group["loaded"]):
            if "thing" in group:
                named.setdefault(word, group["thing"])
    return named


@cache
def every_word() -> Lexicon:
    """Build the lexicon of all listed words, each its own label, and of the set phrases."""
    known = lists()
    phrases = words.load("loaded")["set_phrases"]
    return lexicon(
        [
            *((word, word) for word in (*known.loaded, *known.plain)),
            *((phrase, SET_PHRASE) for phrase in phrases),
        ]
    )
