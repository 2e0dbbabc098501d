"""Words that judge somebody, and whether they bear on a target in their sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tellings.analysis.framing.aims import Aim
from tellings.analysis.framing.lexicon import Lexicon, lexicon
from tellings.data import words
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["Appraisal", "appraisals", "bears_on", "fights", "judgements"]

Way = Literal["labels", "qualities", "deeds", "received"]
WAYS: dict[str, Way] = {
    "received": "received",
    "labels": "labels",
    "deeds": "deeds",
    "qualities": "qualities",
}
SIDES = {"negative": -1, "positive": 1}

BREAK = re.compile(r"[.;:!?“”\"()]|,\s(?:but|and|while)\b")
LINK = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|would|said|says|told|who|which|that|to|of"
    r"|by|with|for|in|at|on|from|against|as|and|or|over|after)\b"
)
PREPOSITION = re.compile(
    r"\b(?:of|in|at|for|to|by|with|from|against|between|over|after|on|about|into|near)\s"
    r"(?:(?:the|a|an|his|her|its|their|some)\s)?(?:[a-z]+\s)?$"
)
# “The Arlandish crackdown” names who did it; “the Arland crackdown” may only name the place.
DOER = re.compile(r"^[a-z]|(?:ian|ean|ican|ish|ese|li|qi|ni|ch|eek)$")
OTHER = re.compile(r"\b(?:he|she|it|they|said|says|told|of|that)\b")
COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|remain\w*|become\w*|became|seem\w*|look\w*|call\w*|as|acted)\b"
)
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|get|got)\s+(?:\w+ly\s+)?$")
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
    """Find the judging words of a stretch; a denial just before one unsays it.

    Outside a heading a capital inside the stretch makes a name, and a name judges nobody.
    """
    reach = start
    for span, label in judging().find(text, start, end):
        inside = span.start < reach and span.end < reach
        name = not heading and span.start > start + 1 and text[span.start].isupper()
        if inside or name or DENIAL.search(text[max(start, span.start - 20) : span.start]):
            continue
        reach = max(reach, span.end)
        way, side = label.split()
        yield Appraisal(span=span, way=WAYS[way], sign=SIDES[side])


def fights(word: str) -> bool:
    """Tell whether a judging word names an act of war, as a plain report may."""
    return word.lower() in words.load("evaluative")["fighting"]["words"]


def judgements(telling: Telling, span: Span) -> Iterator[Span]:
    """Give the words of a stretch by which the text itself judges somebody, by name or deed."""
    marked = [a.content.span for a in telling.attributions if a.kind != "indirect"]
    for found in appraisals(telling.text, span.start, span.end):
        quoted = any(mark.holds(found.span) for mark in marked)
        if found.way != "received" and not quoted and not fights(found.span.of(telling.text)):
            yield found.span


def bears_on(appraisal: Appraisal, aim: Aim, text: str) -> bool:
    """Tell whether a judging word is said of a target by its place beside the target's name."""
    if appraisal.span.shared(aim.span):
        return appraisal.way == "labels"
    if appraisal.span.end <= aim.span.start:
        return leads(appraisal, text[appraisal.span.end : aim.span.start])
    return follows(appraisal, aim, text)


def leads(appraisal: Appraisal, between: str) -> bool:
    """Tell whether a judging word before a name bears on it."""
    count = len(between.split())
    if BREAK.search(between) or appraisal.way == "deeds":
        return False
    if appraisal.way == "labels" and between.split() in (["of"], ["of", "the"]):
        return True
    if appraisal.way == "received":
        return count <= 5
    return count <= 3 and not LINK.search(between) and "," not in between


def follows(appraisal: Appraisal, aim: Aim, text: str) -> bool:
    """Tell whether a judging word after a name bears on it."""
    between = text[aim.span.end : appraisal.span.start]
    count = len(between.split())
    if BREAK.search(between) or count > 6:
        return False
    match appraisal.way:
        case "received":
            return passive(appraisal, text)
        case "deeds":
            return acts(appraisal, aim, between, text)
        case "labels" if not count:
            return bool(DOER.search(aim.span.of(text)))
        case "labels" if between.split() == ["of"]:
            return True
        case "labels" | "qualities":
            return bool(COPULA.search(between)) and not OTHER.search(between)


def acts(appraisal: Appraisal, aim: Aim, between: str, text: str) -> bool:
    """Tell whether a target is the one who does what a verb says."""
    led = PREPOSITION.search(text[max(0, aim.span.start - 24) : aim.span.start])
    return not (led or "," in between or OTHER.search(between) or passive(appraisal, text))


def passive(appraisal: Appraisal, text: str) -> bool:
    """Tell whether a verb is said of the one it is done to."""
    return bool(PASSIVE.search(text[max(0, appraisal.span.start - 24) : appraisal.span.start]))
