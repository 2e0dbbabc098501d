"""How sure a text sounds of what a sentence tells."""

import re
from functools import cache

from tellings.data import words
from tellings.model.findings import Certainty

__all__ = ["certainty"]

FINISHED = re.compile(r"\b(?:ha(?:s|ve) (?:\w+ly )?(?:been )?\w+ed)\b", re.IGNORECASE)


ORDER: tuple[Certainty, ...] = (
    "denied",
    "alleged",
    "scheduled",
    "intended",
    "expected",
    "reported",
)
"""The first class with a cue in the sentence wins."""


@cache
def patterns() -> tuple[tuple[Certainty, re.Pattern[str]], ...]:
    """Read the cues, in the order in which they win."""
    table: dict[str, list[str]] = words.load("certainty")
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(table[name])})\b".replace(" ", r"\s+"), re.IGNORECASE))
        for name in ORDER
    )


def certainty(sentence: str) -> Certainty:
    """Tell how sure a sentence sounds; a plain statement is a fact as the text tells it."""
    for name, pattern in patterns():
        if pattern.search(sentence):
            return name
    return "done" if FINISHED.search(sentence) else "fact"
