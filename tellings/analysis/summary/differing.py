"""The sharpest difference, in the words of both texts."""

import re
from collections.abc import Iterator, Mapping

from tellings.analysis import wording
from tellings.analysis.clauses import pieces
from tellings.analysis.furniture import capitals
from tellings.analysis.summary.alone import plain
from tellings.analysis.summary.choosing import heads, prominence, published
from tellings.model.findings import (
    Claim,
    Cover,
    Difference,
    DifferenceKind,
    Reading,
    Relation,
    Telling,
)
from tellings.model.span import Passage, Span

__all__ = ["Sharp", "sharpest"]

SHARP: tuple[DifferenceKind, ...] = (
    "number",
    "date",
    "object",
    "certainty",
    "place",
    "scope",
    "tense",
)
"""The differences worth a line, the sharpest kind first."""

WORTH: dict[Relation, float] = {"conflict": 1.0, "update": 0.6, "part": 0.2}
KINDWISE = 0.05
"""What a place further down among the kinds takes away."""

FEW, MANY = 5, 40
"""A clause of fewer words is shown with what stands before it, if that is not more than so many."""

HISTORY = 0.8
"""What it takes away that a reading tells of another time."""

JOINED = re.compile(r"\W*(?:and|but|or|which|who|that|to|with|of|in|at|from|by|leaving|\w+ing)\b")

TAIL = re.compile(r",?\s+(?:and|or|but|while|who|which|that)$")

Sharp = tuple[Difference, tuple[Passage, ...]]


def sharpest(
    tellings: Mapping[str, Telling],
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    differences: tuple[Difference, ...],
) -> Sharp | None:
    """Find the difference that matters most: its two readings, each in words that say of what."""
    ends = heads(tellings)
    turning = {one.claim for one in differences}
    worth = {claim.id: prominence(claim, ends) for claim in claims if claim.id in turning}
    texts = {cover.claim: cover.texts / len(tellings) for cover in covers}
    ranked = sorted(
        (one for one in differences if one.kind in SHARP and one.relation in WORTH),
        key=lambda one: (
            -round(
                WORTH[one.relation]
                - KINDWISE * SHARP.index(one.kind)
                - HISTORY * past(one, tellings)
                + (worth.get(one.claim, 0) + texts.get(one.claim, 0)) / 2,
                4,
            ),
            one.claim,
            one.readings[0].passage,
        ),
    )
    return next(shown(ranked, tellings), None)


def shown(ranked: list[Difference], tellings: Mapping[str, Telling]) -> Iterator[Sharp]:
    """Give the differences of which two texts have a reading that can be shown."""
    for difference in ranked:
        chosen = one_each(difference, tellings)
        if len(chosen) == 2:
            yield difference, tuple(around(reading.passage, tellings) for reading in chosen)


def one_each(difference: Difference, tellings: Mapping[str, Telling]) -> tuple[Reading, ...]:
    """Give the readings of two texts, the furthest apart that differ in value.

    Of a story that runs, these are the earliest and the latest.
    """
    readings = [
        reading
        for reading in difference.readings
        if not capitals(around(reading.passage, tellings).of(tellings[reading.passage.source].text))
    ]
    if difference.relation == "update":
        readings.sort(key=lambda one: published(tellings[one.passage.source]))
        readings = readings[:1] + readings[:0:-1]
    others = (
        other
        for other in readings[1:]
        if other.passage.source != readings[0].passage.source and other.value != readings[0].value
    )
    return (readings[0], other) if (other := next(others, None)) else ()


def around(passage: Passage, tellings: Mapping[str, Telling]) -> Passage:
    """Widen a passage to its clause, and further where that says too little."""
    telling = tellings[passage.source]
    sentence = telling.document.sentence_at(passage.start)
    if sentence is None:
        return passage
    words = telling.document.words(sentence)
    start = plain(sentence, telling).start
    for clause in pieces(words):
        span = Span(sentence.span.start + clause.start, sentence.span.start + clause.end)
        if not span.holds(passage.span):
            continue
        own = span.of(telling.text)
        tail = TAIL.search(own)
        span = Span(span.start, max(passage.end, span.end - (len(tail.group()) if tail else 0)))
        opening = Span(min(start, span.start), span.end)
        says = len(wording.tokens(own)) >= FEW and not JOINED.match(own)
        if says or len(wording.tokens(opening.of(telling.text))) > MANY:
            return span.within(passage.source)
        return opening.within(passage.source)
    return plain(sentence, telling)


def past(difference: Difference, tellings: Mapping[str, Telling]) -> bool:
    """Tell whether a reading's sentence tells of another time."""
    for reading in difference.readings:
        telling = tellings[reading.passage.source]
        sentence = telling.document.sentence_at(reading.passage.start)
        if sentence and any(
            date.background and date.passage.span.shared(sentence.span) for date in telling.dates
        ):
            return True
    return False
