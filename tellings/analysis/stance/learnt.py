"""Quotations that take a side without a listed word, by what was learnt from other sentences."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from tellings.analysis.framing.aims import Aim
from tellings.analysis.framing.apart import nearness, units
from tellings.analysis.stance.appraisal import evaluates
from tellings.analysis.stance.leaning import Leaning, lean, strongest
from tellings.analysis.stance.naming import in_passing
from tellings.analysis.stance.sign import HALF, Sign
from tellings.data import words
from tellings.model.document import Sentence
from tellings.model.findings import Attribution, Telling
from tellings.model.span import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["leaning_of", "learnt", "speaks"]

FAVOUR, AGAINST = 0.8, 0.9
"""From which chance on a quotation takes a side although no listed word does.

What was learnt takes bad news for criticism: it must be surer of what is said against somebody.
"""

ALIKE = 0.5
"""The least mean cosine of a word that leans with the judging words nearest to it."""

WAYS = ("labels", "conduct", "qualities", "deeds", "wishes", "received")


def learnt(
    telling: Telling, sentence: Sentence, here: tuple[Aim, ...], judged: frozenset[str]
) -> Iterator[Sign]:
    """Find the quotations that take a side towards a target without a listed word.

    The sentence and the quoted words alone must both do so.
    """
    if sentence.part == "title":
        return
    for aim in here:
        given = quotation_of(telling, aim)
        if given is None or aim.target in judged or not spoken_of(telling, aim, here):
            continue
        whole = leaning_of(telling, sentence, aim)
        sign = 1 if whole.favour > whole.against else -1
        if whole.side(sign) < enough(sign):
            continue
        start = max(given.content.start, sentence.span.start)
        said = telling.text[start : min(given.content.end, sentence.span.end)]
        name = Span(max(aim.span.start - start, 0), min(aim.span.end - start, len(said)))
        chance = min(whole.side(sign), lean(said, name).side(sign))
        leaning = tuple(judging_words(said, name, sign))
        if chance >= enough(sign) and leaning:
            judged |= {aim.target}
            yield Sign(
                target=aim.target,
                voice="quoted",
                how="learnt",
                weight=sign * HALF,
                describing=False,
                chance=chance,
                words=tuple(Span(word.start + start, word.end + start) for word in leaning),
                sentence=sentence,
            )


def enough(sign: int) -> float:
    """Give the chance from which a quotation takes a side."""
    return FAVOUR if sign > 0 else AGAINST


def judging_words(said: str, name: Span, sign: int) -> Iterator[Span]:
    """Give the words that lean most to a side and are like words that judge.

    “Hated the mayor” speaks of who hates: what is said against somebody follows the name.
    """
    for word in strongest(said, name, sign):
        judges = evaluates(word.of(said)) and likens(word.of(said), sign)
        if judges and (sign > 0 or word.start >= name.end):
            yield word


def spoken_of(telling: Telling, aim: Aim, here: tuple[Aim, ...]) -> bool:
    """Tell whether a naming is of somebody spoken about: no speaker, nor theirs, nor in passing."""
    own = any(other.target == aim.target and speaks(telling, other) for other in here)
    return not (own or in_passing(aim, telling.text))


def quotation_of(telling: Telling, aim: Aim) -> Attribution | None:
    """Find the longest quotation, marks and all, that names a target."""
    given = [
        a
        for a in telling.given_in(aim.span)
        if a.kind in ("direct", "partial") and a.content.span.holds(aim.span)
    ]
    return max(given, key=lambda a: (len(a.content.span), -a.content.start), default=None)


def leaning_of(telling: Telling, sentence: Sentence, aim: Aim) -> Leaning:
    """Tell which side a sentence takes towards a target by what was learnt."""
    start = sentence.span.start
    name = Span(aim.span.start - start, min(aim.span.end, sentence.span.end) - start)
    heading = sentence.part in ("title", "subhead")
    return lean(sentence.span.of(telling.text), name, heading=heading)


def likens(word: str, sign: int) -> bool:
    """Tell whether a word is like those that judge to one side."""
    return alike(word.lower(), "positive" if sign > 0 else "negative") >= ALIKE


@cache
def alike(word: str, side: str) -> float:
    """Tell how near a word is to the judging words of a side that are nearest to it."""
    return nearness(word, judging(side))


@cache
def judging(side: str) -> "NDArray[np.float64]":
    """Give the vectors of the judging words of a side that are one word."""
    lists = words.load("evaluative")
    entries = {word.rstrip("*") for way in WAYS for word in lists[way][side]}
    return units(tuple(sorted(word for word in entries if " " not in word)))


def speaks(telling: Telling, aim: Aim) -> bool:
    """Tell whether a naming is that of a speaker."""
    return any(
        a.speaker_at is not None and a.speaker_at.span.shared(aim.span)
        for a in telling.attributions
    )
