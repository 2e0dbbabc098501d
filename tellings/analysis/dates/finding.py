"""Words that place something in time, resolved."""

import re
from bisect import bisect
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from tellings.analysis.dates import clock, nights
from tellings.analysis.dates.hints import Hint, hints
from tellings.analysis.dates.readings import Place, Reading, Told
from tellings.analysis.dates.rules import fitting
from tellings.model.document import Document, Sentence
from tellings.model.findings import DatedExpression
from tellings.model.span import Passage, Span

__all__ = ["Found", "find", "read"]

FAR = timedelta(days=60)
NEAR = timedelta(days=7)
FIRST, LAST = date(1500, 1, 1), date(2999, 12, 31)
"""Counting back and ahead from a day between them stays inside the calendar."""

KEPT = 20
"""How many dates told before are kept in mind."""

WITHIN = 400
"""How many characters before a date its history is looked for."""

HISTORY = re.compile(r"\b(?:since|had|previously|used to)\b")


class Found(NamedTuple):
    """An expression in a sentence, with what it comes to."""

    span: Span
    reading: Reading
    rule: str
    """The name of the rule that read it."""


def find(document: Document, day: str | None) -> tuple[DatedExpression, ...]:
    """Find the dated expressions of a document, in text order; `day` is YYYY-MM-DD or None."""
    return tuple(
        expression
        for place, sentence, found in told_in_order(document, day_of(day))
        for expression in expressions(place, sentence, found)
    )


def day_of(printed: str | None) -> date | None:
    """Read the article's day; one that no calendar or no newspaper has is none."""
    try:
        day = date.fromisoformat(printed) if printed else None
    except ValueError:
        return None
    return day if day and FIRST <= day <= LAST else None


def told_in_order(
    document: Document, day: date | None
) -> Iterator[tuple[Place, Sentence, list[Found]]]:
    """Read a document sentence by sentence, each with what was told before it."""
    now = nights.day_told(document, day)
    first = next((s.paragraph for s in document.sentences if s.part == "body"), None)
    told: tuple[Told, ...] = ()
    for number, near in document.by_sentence(hints(document.source.text), attrgetter("at")):
        sentence = document.sentences[number]
        place = Place(
            sentence=document.words(sentence),
            day=day,
            now=now,
            number=number,
            title=sentence.part == "title",
            lead=sentence.part in {"title", "standfirst"} or sentence.paragraph == first,
            told=told,
        )
        start = sentence.span.start
        found = read_by([Hint(hint.at - start, hint.signs) for hint in near], place)
        if found:
            told = (*told, *remembered(found, place))[-KEPT:]
            yield place, sentence, found


def expressions(place: Place, sentence: Sentence, found: list[Found]) -> Iterator[DatedExpression]:
    """Place what was found in the text, with the clock times beside it."""
    days = any(one.reading.precision == "day" for one in found)
    times = clock.beside([one.span for one in found], place.sentence) if days else {}
    begin = sentence.span.start
    for expression in found:
        span, reading = expression.span, expression.reading
        time = times.get(span) if reading.precision == "day" else None
        yield DatedExpression(
            passage=Passage(sentence.source, begin + span.start, begin + span.end),
            date=reading.date,
            precision=reading.precision,
            time=time.clock if time else None,
            zone=time.zone if time else None,
            basis=reading.basis,
            background=past_history(expression, place.sentence, place.day),
        )


def read(place: Place) -> list[Found]:
    """Read a sentence that stands alone."""
    return read_by(hints(place.sentence), place)


def read_by(near: list[Hint], place: Place) -> list[Found]:
    """Read a sentence by rules in their order; words once read are not read again."""
    found: list[Found] = []
    spans: list[Span] = []
    for rule, places in fitting(near):
        for match in rule.matches(place.sentence, places):
            span = Span(*match.span(rule.at))
            at = bisect(spans, span)
            if any(span.shared(other) for other in spans[max(0, at - 1) : at + 1]):
                continue
            reading = rule.read(match, leaning(place, found, at) if rule.told else place)
            if reading is not None:
                spans.insert(at, span)
                found.insert(at, Found(span=span, reading=reading, rule=rule.name))
    return found


def leaning(place: Place, found: list[Found], at: int) -> Place:
    """Give a place with what its own sentence tells around it."""
    near = max(0, at - KEPT)
    return place._replace(
        told=(*place.told, *remembered(found[near:at], place)),
        here=tuple(one.reading for one in found[near : at + KEPT]),
    )


def remembered(found: list[Found], place: Place) -> Iterator[Told]:
    """Give what later words may lean on: dates already told, none still to come."""
    today = place.day.isoformat() if place.day else None
    for one in found:
        start = one.reading.date.partition("/")[0]
        if today and start > today[: len(start)]:
            continue
        words = one.span.of(place.sentence).lower()
        yield Told(reading=one.reading, words=words, sentence=place.number)


def past_history(expression: Found, words: str, day: date | None) -> bool:
    """Tell whether a date lies long before the article, or before it in a sentence of history."""
    if day is None:
        return False
    age, start = day - last_moment(expression.reading.date), expression.span.start
    return age > FAR or (age > NEAR and bool(HISTORY.search(words, max(0, start - WITHIN), start)))


@lru_cache(maxsize=1 << 10)
def last_moment(told: str) -> date:
    """Give the last day that a date covers."""
    *_, last = told.split("/")
    parts = [int(part) for part in last.split("-")]
    match parts:
        case [year]:
            return date(year, 12, 31)
        case [year, month]:
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        case _:
            return date.fromisoformat(last)
