"""What in a sentence speaks for or against a target: listed words, and what was learnt."""

import re
from collections.abc import Iterator
from functools import cache

from tellings.analysis.framing import chosen
from tellings.analysis.framing.aims import Aim
from tellings.analysis.names.capitals import fold
from tellings.analysis.stance.appraisal import (
    Appraisal,
    appraisals,
    describes,
    for_oneself,
    mild,
)
from tellings.analysis.stance.bearing import bears_on, named_by_others, reached
from tellings.analysis.stance.leaning import Leaning
from tellings.analysis.stance.learnt import leaning_of, learnt, speaks
from tellings.analysis.stance.naming import in_passing
from tellings.analysis.stance.sign import HALF, MILD, How, Sign
from tellings.data import words
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["signs"]

FULL, TITLE = 1.0, 2.0
"""What a sign weighs in the ordinary, and in a headline."""

AGREED = 0.35
"""How likely a side must be for a listed word in a quotation to be said of whom it only names."""

CONTRARY = 0.4
"""By how much the other side may be likelier before a listed word in given words is not trusted."""


ALONE = re.compile(
    r"[,.;:!?”“\"’')]|\Z|\s(?:and|or|but|as|to|that|because|for|in|at|when|of|on|with|than)\b"
)


# “Is unacceptable”, “so cruel”, “creates indefensible situations”: what somebody is, or makes.
SAID = re.compile(
    r"(?:(?:\b(?:is|are|was|were|be|been|so|too|very|as)|[’'](?:s|re|m))\s(?:\w+\s){0,2}"
    r"|\b(?:creat|caus|mak|mad|commit|pursu|wag|launch|impos|inflict|stag|conduct|adopt|defend)"
    r"(?:t?ing|t?ed|e|es|s)?\s(?:an?\s|the\s|such\s)?)[“\"]?$",
    re.IGNORECASE,
)
# “I am very proud”, and in a report “he acted in self-defence”: the subject is who speaks.
DEFENCES = ("self-defence", "self-defense", "self defence", "self defense", "nothing wrong")
PREDICATE = re.compile(
    r"(?:\b(?:am|are|is|was|were|be|been)|[’'](?:m|re))\s(?:[“\"])?(?:\w+ly\s|very\s|so\s|a\s)?[“\"]?$"
)
REST = (
    r"(?:[’']\w+)?\s(?:(?!(?:that|who|which|what|when|because|if|you|he|she|they|it|we|I)\b)"
    r"[\w’'“\"-]+\s){0,9}[“\"]?$"
)
FIRST_PERSON = re.compile(rf"\b(?:I|[Ww]e){REST}")
OTHER_PERSON = re.compile(rf"^(?:that\s)?(?:he|she|it|they){REST}")


def signs(
    telling: Telling, sentence: Sentence, here: tuple[Aim, ...], inside: frozenset[Span]
) -> Iterator[Sign]:
    """Find the signs of a sentence; `inside` are the text's own words in what others say."""
    found = [*listed(telling, sentence, here, inside), *held_off(telling, sentence, here)]
    yield from found
    yield from learnt(
        telling, sentence, here, frozenset(s.target for s in found if s.voice == "quoted")
    )


def listed(
    telling: Telling, sentence: Sentence, here: tuple[Aim, ...], inside: frozenset[Span]
) -> Iterator[Sign]:
    """Find the listed words and whom they bear on."""
    text = telling.text
    start, end = sentence.span.start, sentence.span.end
    heading, headed = sentence.part in ("title", "subhead"), sentence.part == "title"
    scare = [a.content.span for a in telling.attributions if a.kind == "scare"]
    for found in appraisals(text, start, end, heading=heading):
        if any(marks.holds(found.span) for marks in scare):
            continue
        touched = closest(found, [aim for aim in here if bears_on(found, aim, text)])
        how = how_said(telling, sentence, found, touched, inside)
        weight = HALF if how == "chosen" else FULL
        if how in ("own", "chosen") and mild(found.span.of(text)):
            weight = MILD
        if not touched and how == "quoted" and stands_alone(found, text):
            touched, weight = spoken_about(telling, found, here), HALF
        if not touched and how == "quoted" and found.sign > 0 and for_oneself(found.span.of(text)):
            touched, how, weight = for_own_side(telling, found, here), "self", HALF
        for aim in (aim for aim in touched if not in_passing(aim, text)):
            leaning = leaning_of(telling, sentence, aim)
            if how == "quoted" and not trusted(leaning, found.sign, weight):
                continue
            yield Sign(
                target=aim.target,
                voice="own" if how in ("own", "inside", "chosen") else "quoted",
                how=how,
                weight=found.sign * weight * (TITLE if headed and weight != MILD else 1.0),
                describing=describes(found.span.of(text)),
                chance=leaning.side(found.sign),
                words=(found.span,),
                sentence=sentence,
            )


def how_said(
    telling: Telling,
    sentence: Sentence,
    found: Appraisal,
    touched: list[Aim],
    inside: frozenset[Span],
) -> How:
    """Tell whose judgement a word is."""
    voice = telling.voice_of(found.span)
    given: How = "received" if voice == "own" else "quoted"
    named = named_by_others(found.span, sentence.span.start, telling.text)
    if found.way in ("received", "wishes") or named:
        return given
    if any(word.shared(found.span) for word in inside):
        return "inside"
    if voice == "attributed" and names(found, touched) and chose(telling, sentence, found):
        return "chosen"
    return "own" if voice == "own" else "quoted"


def names(found: Appraisal, touched: list[Aim]) -> bool:
    """Tell whether a word is part of what somebody is called, and no predicate.

    Who reports a saying translates it: the name it gives is its own choice, the predicate is not.
    """
    return found.way in ("labels", "conduct") or (
        found.way == "qualities" and any(found.span.end <= aim.span.start for aim in touched)
    )


def chose(telling: Telling, sentence: Sentence, found: Appraisal) -> bool:
    """Tell whether a text puts a loaded word into a report whose speaker is not quoted with it."""
    return any(word.shared(found.span) for word in chosen(telling, sentence.span))


def trusted(leaning: Leaning, sign: int, weight: float) -> bool:
    """Tell whether what was learnt lets a listed word in given words stand."""
    side, other = leaning.side(sign), leaning.side(-sign)
    return other - side <= CONTRARY and (weight == FULL or side >= AGREED)


def stands_alone(found: Appraisal, text: str) -> bool:
    """Tell whether a word may be said of somebody at a distance, as “It is unacceptable” is.

    A verb has its subject and object beside it, and an adjective before a noun is the noun's.
    """
    ends = bool(ALONE.match(text[found.span.end : found.span.end + 12]))
    if found.way == "qualities":
        return ends and bool(SAID.search(text[max(0, found.span.start - 30) : found.span.start]))
    return found.way == "wishes" or (found.way == "labels" and ends)


def closest(found: Appraisal, touched: list[Aim]) -> list[Aim]:
    """Keep the naming that stands nearest to a judging word, for each target that shares it."""

    def gap(aim: Aim) -> int:
        return max(0, aim.span.start - found.span.end, found.span.start - aim.span.end)

    least = min(map(gap, touched), default=0)
    nearest = {aim.target: aim for aim in reversed(touched) if gap(aim) == least}
    return [nearest[target] for target in sorted(nearest)]


def spoken_about(telling: Telling, found: Appraisal, here: tuple[Aim, ...]) -> list[Aim]:
    """Find the one target that given words with a judging word name."""
    given = telling.given_in(found.span)
    named = [
        aim
        for aim in here
        if not (speaks(telling, aim) or reached(aim, telling.text))
        and not named_by_others(found.span, aim.span.end, telling.text)
        and any(a.content.span.shared(aim.span) for a in given)
    ]
    return closest(found, named) if len({aim.target for aim in named}) == 1 else []


def for_own_side(telling: Telling, found: Appraisal, here: tuple[Aim, ...]) -> list[Aim]:
    """Find the target that speaks of itself with a judging word: “We did nothing wrong”."""
    for given in telling.given_in(found.span):
        before = telling.text[given.content.start : found.span.start]
        person = (OTHER_PERSON if given.kind == "indirect" else FIRST_PERSON).search(before)
        if person and given.speaker_at and said_of_oneself(found, telling.text):
            place = given.speaker_at.span
            return closest(found, [aim for aim in here if aim.span.shared(place)])
    return []


def said_of_oneself(found: Appraisal, text: str) -> bool:
    """Tell whether a word is a predicate or a defence, and not said of a thing: “proud people”."""
    return found.span.of(text).lower() in DEFENCES or bool(
        PREDICATE.search(text[max(0, found.span.start - 30) : found.span.start])
    )


def held_off(telling: Telling, sentence: Sentence, here: tuple[Aim, ...]) -> Iterator[Sign]:
    """Find the targets whose name the text holds off by quotation marks."""
    for aim in here:
        name = aim.span.of(telling.text)
        marked = next(
            (
                a.content.span
                for a in telling.attributions
                if a.kind == "scare"
                and a.content.span.holds(aim.span)
                and a.content.of(telling.text).strip("\"'“”‘’«»„") == name
            ),
            None,
        )
        if marked and fold(name) in places():
            yield Sign(
                target=aim.target,
                voice="own",
                how="held off",
                weight=-HALF,
                describing=False,
                chance=leaning_of(telling, sentence, aim).against,
                words=(marked,),
                sentence=sentence,
            )


@cache
def places() -> frozenset[str]:
    """Give the places whose names need no quotation marks: plans, ships and books may."""
    known = words.load("titles")
    return frozenset((*known["countries"], *known["regions"], *known["cities"]))
