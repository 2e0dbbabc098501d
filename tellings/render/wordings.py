"""How two printings of one quotation differ, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from tellings.model.span import Span

__all__ = ["Change", "Comparison", "Likeness", "bare", "compare"]

TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|[$€£%]")
ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
FOLDED = str.maketrans("’", "'")
REWORDED = 0.6
"""Below this share of words in common, two printings are two wordings."""

Likeness = Literal["same", "cut", "changed", "reworded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words that one printing has where the other has others, or none."""

    here: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a printing makes of the words of another."""

    likeness: Likeness
    changes: tuple[Change, ...]
    """What differs between the first and the last word that both have."""

    spans: tuple[Span, ...]
    """The words that the other printing does not have, as stretches of this one."""


def compare(here: str, there: str) -> Comparison:
    """Compare a printing with another, usually longer one."""
    mine, theirs = tuple(TOKEN.finditer(here)), tuple(TOKEN.finditer(there))
    one, other = [folded(word) for word in mine], [folded(word) for word in theirs]
    steps = SequenceMatcher(None, other, one, autojunk=False).get_opcodes()
    common = [n for n, step in enumerate(steps) if step[0] == "equal"]
    if not common or all(step[0] == "equal" for step in steps):
        likeness: Likeness = "same" if common else "reworded"
        return Comparison(likeness=likeness, changes=(), spans=())
    spans: list[Span] = []
    changes: list[Change] = []
    for n, (step, there_from, there_to, from_, to) in enumerate(steps):
        if step == "equal":
            continue
        at_an_end = n < common[0] or n > common[-1]
        if to > from_:
            spans.append(Span(mine[from_].start(), mine[to - 1].end()))
        if to > from_ or not (at_an_end or dotted(here, mine, from_)):
            changes.append(
                Change(
                    here=words(here, mine[from_:to]),
                    there=words(there, theirs[there_from:there_to]),
                )
            )
    alike = sum(steps[n][4] - steps[n][3] for n in common) / len(one)
    return Comparison(
        likeness="cut" if not changes else "changed" if alike >= REWORDED else "reworded",
        changes=tuple(changes),
        spans=tuple(spans),
    )


def bare(text: str) -> tuple[str, ...]:
    """Give the words of a printing without case and marks."""
    return tuple(folded(word) for word in TOKEN.finditer(text))


def folded(word: re.Match[str]) -> str:
    """Give a word without case and curls."""
    return word.group().lower().translate(FOLDED)


def words(text: str, tokens: Sequence[re.Match[str]]) -> str:
    """Give the stretch of text that words cover; nothing for none."""
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""


def dotted(text: str, tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether dots stand before a word: what is left out there is owned up to."""
    if not 0 < at < len(tokens):
        return False
    return bool(ELLIPSIS.search(text, tokens[at - 1].end(), tokens[at].start()))
