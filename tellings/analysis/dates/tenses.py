"""Whether the words around a place in a sentence look back or ahead."""

import re
from functools import cache
from typing import Literal

from tellings.data import words

__all__ = ["Tense", "at", "past_forms"]

Tense = Literal["past", "future"]

CLAUSE = re.compile(r"[,;:“”\"]|\b(?:but|while|whereas|that|who|which|after|when|where|and|as)\b")


@cache
def cues() -> re.Pattern[str]:
    """Build the pattern of words that carry a tense."""
    lists = words.load("tense")
    future = "|".join(re.escape(word) for word in sorted(lists["future"], key=len, reverse=True))
    past = "|".join(re.escape(word) for word in sorted(lists["past"], key=len, reverse=True))
    return re.compile(
        rf"(?:(?<!\w)|(?=[’']ll\b))(?:(?P<future>{future})|(?P<past>{past})|[a-z]{{2,}}ed)(?!\w)"
    )


def at(sentence: str, start: int, end: int) -> Tense | None:
    """Tell the tense of the verb nearest before a place, else of the next in its clause.

    An “-ed” form may be a mere adjective, so a “will” before it in its clause goes first.
    """
    before = list(cues().finditer(sentence, 0, start))
    while before:
        cue = before.pop()
        weak = not (cue.group("future") or cue.group("past"))
        if not (weak and before and before[-1].group("future")):
            return tense_of(cue)
        if CLAUSE.search(sentence, before[-1].end(), cue.start()):
            return tense_of(cue)
    clause = CLAUSE.search(sentence, end)
    after = cues().search(sentence, end, clause.start() if clause else len(sentence))
    return tense_of(after) if after else None


@cache
def past_forms() -> frozenset[str]:
    """Give the irregular past forms."""
    return frozenset(words.load("tense")["past"])


def tense_of(cue: re.Match[str]) -> Tense:
    """Read a cue's side."""
    return "future" if cue.group("future") else "past"
