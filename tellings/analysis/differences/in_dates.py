"""Dates and clock times that the texts of one claim give differently."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.differences import phrases
from tellings.analysis.differences.figures import MARKET
from tellings.analysis.differences.heads import base, heads
from tellings.analysis.wording import Word
from tellings.model.findings import Claim, DatedExpression, Difference, Mention, Reading, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Span

__all__ = [
    "SAID",
    "SHARED",
    "WHY",
    "Dated",
    "dated_in",
    "dates",
    "differ",
    "elsewhere",
    "of_saying",
    "readings",
]

CLOSE = 0.4
"""How sure a mention must be of its claim before its date counts."""

SHARED = 3
"""How many words the sentences of two dates must have in common."""

APART = 60
"""How many minutes lie between two clock times that are not one."""

SAYING = frozenset(
    {
        *("said", "says", "told", "added", "announced", "reported", "stated", "quoted", "wrote"),
        *("tweeted", "condemned", "urged", "warned", "denied", "accused", "insisted", "confirmed"),
        *("explained", "noted", "revealed", "recalled", "claimed", "stressed", "testified"),
        *("statement", "statements", "interview", "press", "conference", "comment"),
    }
)
"""Words beside which a date is the day of a saying."""

LEANING = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|this|last|next)\b")
COMPARED_ON = re.compile(r"\bcompared\s+(?:with|to)\s+(?:[^.;]|\.\d){0,40}$")
JOINT = re.compile(r",?\s+(?:and|or)\s+(?:on\s+)?")
PRICED = frozenset(
    base(word)
    for word in ("rose", "fell", "gained", "closed", "opened", "traded", "settled", "ended")
)
"""What prices do, every day."""

WHY = phrase("one thing is set at different times")
SAID = frozenset(base(word) for word in SAYING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as one text gives it."""

    text: str
    date: DatedExpression
    acts: frozenset[Word]
    """What happened then."""

    told: frozenset[Word]
    """The stems of its sentence."""

    undated: bool
    """Whether its text says no day of its own."""

    beside: frozenset[str]
    """Its day, and those joined to it: “on May 8 and May 9”."""


def dates(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find dates of one precision that differ for one act; a month that holds the day does not."""
    found = [
        dated
        for mention in claim.mentions
        if mention.score >= CLOSE
        for dated in dated_in(mention, tellings[mention.passage.source], texts)
    ]
    clashing = [
        each.date
        for one, other in combinations(found, 2)
        if differ(one, other) and not elsewhere(one, other, found)
        for each in (one, other)
    ]
    if len({(date.date, date.time) for date in clashing}) > 1:
        yield Difference(
            claim=claim.id,
            kind="date",
            relation="conflict",
            because=WHY,
            readings=readings(clashing, tellings),
        )


def readings(dates_: list[DatedExpression], tellings: dict[str, Telling]) -> tuple[Reading, ...]:
    """Give dates with the acts that they date, each place once, in order."""
    by_place = {date.passage: date for date in dates_}
    return tuple(
        Reading(
            passage=phrases.of_date(place, tellings[place.source]),
            value=printed(by_place[place], tellings[place.source]),
        )
        for place in sorted(by_place)
    )


def dated_in(mention: Mention, telling: Telling, texts: dict[str, str]) -> Iterator[Dated]:
    """Give the dates of a mention with what happened then; the day of a saying is left out."""
    span = mention.passage.span
    sentence = span.of(telling.text)
    told = frozenset(wording.content(sentence)) - wording.days()
    for found in telling.dates:
        if not span.holds(found.passage) or loose(found, telling):
            continue
        place = found.passage
        within = Span(place.start - span.start, place.end - span.start)
        acts = heads(sentence, within)
        priced = acts & PRICED and MARKET.search(sentence)
        if acts and not (acts & SAID or priced or of_saying(sentence, within)):
            days = joined(found, telling)
            text = texts[telling.id]
            undated = telling.document.source.published is None
            yield Dated(text=text, date=found, acts=acts, told=told, undated=undated, beside=days)


def joined(found: DatedExpression, telling: Telling) -> frozenset[str]:
    """Give the day of a date, and of those that “and” joins to it."""
    gaps = (
        (other, telling.text[min(a.end, b.end) : max(a.start, b.start)])
        for other in telling.dates
        for a, b in [(found.passage, other.passage)]
    )
    return frozenset({found.date, *(other.date for other, gap in gaps if JOINT.fullmatch(gap))})


def of_saying(sentence: str, place: Span) -> bool:
    """Tell whether a date is the day on which something was said."""
    before = [word.lower() for word in wording.tokens(sentence[: place.start])]
    after = [word.lower() for word in wording.tokens(sentence[place.end :])]
    return bool(SAYING & {*before[-3:], *after[: 2 if before else 5]})


def loose(found: DatedExpression, telling: Telling) -> bool:
    """Tell whether a date is only counted back or compared with, or stands in quoted words."""
    span = found.passage.span
    words = span.of(telling.text).lower()
    counted = words.split()[-1] in {
        "ago",
        "after",
        "before",
        "later",
        "earlier",
    }
    quoted = (a.content.span for a in telling.attributions if a.kind != "indirect")
    sentence = telling.document.sentence_at(span.start)
    compared = sentence and COMPARED_ON.search(telling.text[sentence.span.start : span.start])
    # Nobody knows which day is the “today” of a text without a date.
    undated = telling.document.source.published is None and LEANING.search(words)
    return bool(counted or compared or undated) or any(q.holds(span) for q in quoted)


def differ(one: Dated, other: Dated, shared: int = SHARED) -> bool:
    """Tell whether two texts date one act differently, not years apart."""
    if one.text == other.text or not one.acts & other.acts or len(one.told & other.told) < shared:
        return False
    here, there = one.date, other.date
    if here.precision != there.precision or here.precision not in {"day", "month"}:
        return False
    if here.date == there.date:
        return times_apart(here, there)
    if (one.undated or other.undated) and weekday(here) == weekday(there) != "":
        return False
    return here.date[:4] == there.date[:4]


def weekday(date_: DatedExpression) -> str:
    """Name the day of the week that a date falls on; "" of a month."""
    return date.fromisoformat(date_.date).strftime("%w") if date_.precision == "day" else ""


def times_apart(one: DatedExpression, other: DatedExpression) -> bool:
    """Tell whether two clock times of one zone, or of none, lie apart."""
    if one.time is None or other.time is None or one.zone != other.zone:
        return False
    here, there = (60 * int(time[:2]) + int(time[3:5]) for time in (one.time, other.time))
    return abs(here - there) > APART


def elsewhere(one: Dated, other: Dated, found: list[Dated]) -> bool:
    """Tell whether either text also gives the other's date."""
    here, there = one.date, other.date
    if here.date != there.date:
        days = {(each.text, day) for each in found for day in each.beside}
        return (one.text, there.date) in days or (other.text, here.date) in days
    times = {(each.text, each.date.date, each.date.time) for each in found}
    return (one.text, there.date, there.time) in times or (
        other.text,
        here.date,
        here.time,
    ) in times


def printed(date: DatedExpression, telling: Telling) -> str:
    """Give a date as printed, with what it comes to if that is not later than its text."""
    words = date.passage.of(telling.text)
    published = (telling.document.source.published or "")[:10]
    if date.precision == "day" and "" < published < date.date:
        return words
    return f"{words} ({date.date}, {date.time})" if date.time else f"{words} ({date.date})"
