"""Words that judge somebody, where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tellings.analysis.framing.lexicon import Lexicon, lexicon
from tellings.analysis.wording import stop_words
from tellings.data import words
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["Appraisal", "appraisals", "describes", "evaluates", "for_oneself", "judgements", "mild"]

Way = Literal["labels", "conduct", "manner", "qualities", "deeds", "received", "wishes"]
WAYS: dict[str, Way] = {
    "received": "received",
    "wishes": "wishes",
    "labels": "labels",
    "conduct": "conduct",
    "manner": "manner",
    "deeds": "deeds",
    "qualities": "qualities",
}
SIDES = {"negative": -1, "positive": 1}

NEAR = 20
"""How many characters before a word may hold its denial."""

LYING = re.compile(r"(?:lies?|lay|rests?) (?:\w+ )?with\b", re.IGNORECASE)
CHARGE = re.compile(r"\b(?:responsib\w+|blame|fault|guilt|culpability)\b", re.IGNORECASE)
DOUBT = re.compile(r"\b(?:whether|if|unless)\b[^.;:,!?]*$", re.IGNORECASE)
# “Did not believe that the council was corrupt”, “denied that it had lied”, “none of them rebuked”.
UNSAID = re.compile(
    r"(?:(?:\bnot|n[’']t|\bnever)\s(?:\w+\s)?(?:believe|think|consider|call|agree|mean|prove|show|say|establish|conclude|find|bring)"
    r"|\bden(?:y|ies|ied|ying)|\bnone\sof"
    r"|\b(?:disput|refut|reject|dismiss)(?:e?[sd]|ing)?\s(?:\w+\s){0,2}"
    r"(?:that|claims?|allegations?|accusations?|suggestions?|charges?|idea|notion))\b[^.;:,!?]*$",
    re.IGNORECASE,
)
# “Refused to comment” says nothing of anybody, and “sat down with the mayor” calls for nothing.
PLAIN = re.compile(
    r"refus\w+ to (?:comment|speculate|say|elaborate|discuss|be (?:named|identified))\b",
    re.IGNORECASE,
)
DOWN = re.compile(r"down with\b", re.IGNORECASE)
DENIAL = re.compile(
    r"\b(?:not|no|never|n[’']t|without|den(?:y|ies|ied|ying)|hardly|neither|nor)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """A judging word where it stands."""

    span: Span
    way: Way
    sign: int


@cache
def judging() -> Lexicon:
    """Build the lexicon of judging words, labelled by way and side."""
    lists = words.load("evaluative")
    return lexicon(
        (word, f"{way} {side}") for way in WAYS for side in SIDES for word in lists[way][side]
    )


def appraisals(text: str, start: int, end: int, *, heading: bool = False) -> Iterator[Appraisal]:
    """Find the judging words of a stretch; a denial or a doubt before one unsays it.

    Outside a heading a capital inside the stretch makes a name, and a name judges nobody.
    """
    reach = start
    for span, label in judging().find(text, start, end):
        inside = span.start < reach and span.end < reach
        name = not heading and span.start > start + 1 and text[span.start].isupper()
        before = text[start : span.start]
        if inside or name or unsaid(before) or not charged(text, span, before):
            continue
        reach = max(reach, span.end)
        way, side = label.split()
        yield Appraisal(span=span, way=WAYS[way], sign=SIDES[side])


def unsaid(before: str) -> bool:
    """Tell whether a denial or a doubt stands before a word."""
    return bool(DENIAL.search(before[-NEAR:]) or DOUBT.search(before) or UNSAID.search(before))


def charged(text: str, span: Span, before: str) -> bool:
    """Tell whether words that need not judge do so: “lies with” a charge, “Down with” a call."""
    if LYING.match(text, span.start):
        return bool(CHARGE.search(before))
    if DOWN.match(text, span.start):
        return text[span.start].isupper() or not before.strip(" “‘\"'")
    return not PLAIN.match(text, span.start)


def fights(word: str) -> bool:
    """Tell whether a judging word names an act of war, as a plain report may."""
    return word.lower() in words.load("evaluative")["fighting"]["words"]


def describes(word: str) -> bool:
    """Tell whether a judging word may stand in a plain report, of war, threats or sayings."""
    return fights(word) or word.lower() in words.load("evaluative")["describing"]["words"]


def mild(word: str) -> bool:
    """Tell whether a judging word is one that in a text's own voice takes no side alone."""
    return word.lower() in words.load("evaluative")["mild"]["words"]


def for_oneself(word: str) -> bool:
    """Tell whether a judging word is one by which a speaker speaks for their own side."""
    return word.lower() in words.load("evaluative")["of_oneself"]["words"]


@cache
def grave() -> Lexicon:
    """Build the lexicon of words for what happened."""
    return lexicon((word, "") for word in words.load("evaluative")["grave"]["words"])


def evaluates(word: str) -> bool:
    """Tell whether a word may judge: it says something, and more than what happened."""
    happened = any(span.end == len(word) for span, _ in grave().find(word, 0, len(word)))
    return not (happened or word.lower() in stop_words())


def judgements(telling: Telling, span: Span) -> Iterator[Span]:
    """Give the words of a stretch by which the text itself judges somebody, by name or deed."""
    for found in appraisals(telling.text, span.start, span.end):
        quoted = any(
            a.kind != "indirect" and a.content.span.holds(found.span) for a in telling.attributions
        )
        if found.way != "received" and not quoted and not fights(found.span.of(telling.text)):
            yield found.span
