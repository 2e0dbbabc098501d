"""Words that place something in time, resolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tellings.analysis.dates import clock
from tellings.analysis.dates.readings import Place, Reading
from tellings.analysis.dates.rules import rules, signs
from tellings.model.document import Document, Sentence
from tellings.model.findings import DatedExpression
from tellings.model.span import Span

__all__ = ["Found", "find", "read"]

FAR = timedelta(days=60)
NEAR = timedelta(days=7)
FIRST, LAST = date(1500, 1, 1), date(2999, 12, 31)
"""Counting back and ahead from a day between them stays inside the calendar."""

HISTORY = re.compile(r"\b(?:since|had|previously|used to)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression in a sentence, with what it comes to."""

    span: Span
    reading: Reading


def find(document: Document, day: str | None) -> tuple[DatedExpression, ...]:
    """Find the dated expressions of a document, in text order; `day` is YYYY-MM-DD or None."""
    lean = day_of(day)
    return tuple(
        expression
        for sentence in document.sentences
        for expression in within(sentence, document, lean)
    )


def day_of(printed: str | None) -> date | None:
    """Read the article's day; one that no calendar or no newspaper has is none."""
    try:
        day = date.fromisoformat(printed) if printed else None
    except ValueError:
        return None
    return day if day and FIRST <= day <= LAST else None


def within(sentence: Sentence, document: Document, day: date | None) -> Iterator[DatedExpression]:
    """Read the expressions of one sentence."""
    words = document.words(sentence)
    expressions = read(Place(sentence=words, day=day))
    if not expressions:
        return
    times = clock.find(words)
    for expression in expressions:
        time = clock.time_of(expression.span, times, [e.span for e in expressions])
        span = expression.span
        yield DatedExpression(
            passage=Span(span.start + sentence.span.start, span.end + sentence.span.start).within(
                sentence.source
            ),
            date=expression.reading.date,
            precision=expression.reading.precision,
            time=time if expression.reading.precision == "day" else None,
            basis=expression.reading.basis,
            background=past_history(expression, words, day),
        )


def read(place: Place) -> list[Found]:
    """Read a sentence by the rules in their order; words once read are not read again."""
    found: list[Found] = []
    given = {sign.lastgroup for sign in signs().finditer(place.sentence)}
    for rule in (rule for rule in rules() if rule.sign in given):
        for match in rule.pattern.finditer(place.sentence):
            span = Span(*match.span())
            if any(span.shared(other.span) for other in found):
                continue
            reading = rule.read(match, place)
            if reading is not None:
                found.append(Found(span=span, reading=reading))
    return sorted(found, key=lambda expression: expression.span)


def past_history(expression: Found, words: str, day: date | None) -> bool:
    """Tell whether a date lies long before the article, or before it in a sentence of history."""
    if day is None:
        return False
    age = day - last_moment(expression.reading)
    return age > FAR or (age > NEAR and bool(HISTORY.search(words, 0, expression.span.start)))


def last_moment(reading: Reading) -> date:
    """Give the last day that a reading covers."""
    *_, last = reading.date.split("/")
    parts = [int(part) for part in last.split("-")]
    match parts:
        case [year]:
            return date(year, 12, 31)
        case [year, month]:
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        case _:
            return date.fromisoformat(last)
