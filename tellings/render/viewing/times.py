"""The event in order of time."""

import re
from dataclasses import replace

from tellings.model.findings import Claim, DatedExpression
from tellings.model.span import Passage
from tellings.render import wording
from tellings.render.viewing.desk import Desk, day_view
from tellings.render.views.parts import TimelineEntry, TimelineView

__all__ = ["timeline"]

LONG = 200

NAMING = re.compile(r"(?:\b(?:the|an?|this|that|his|her|its|their|our)|['’]s)\s+$", re.IGNORECASE)
NAMED = re.compile(r"\s+[a-z]{3,}|\s+[A-Z][a-z]+")

When = tuple[str, str]
Place = tuple[str, ...]


def timeline(desk: Desk) -> TimelineView | None:
    """Show what the texts place in time, story and background apart; None when they do not."""
    every = [date for telling in desk.index.digest.tellings for date in telling.dates]
    if not every:
        return None
    return TimelineView(
        story=entries(
            desk, [date for date in every if not date.background and not names(desk, date)]
        ),
        background=entries(desk, [date for date in every if date.background]),
    )


def names(desk: Desk, date: DatedExpression) -> bool:
    """Tell whether a year only names something, “the 2026 election”, and places nothing in time."""
    text = desk.index.tellings[date.passage.source].text
    return (
        date.precision == "year"
        and NAMING.search(text, 0, date.passage.start) is not None
        and NAMED.match(text, date.passage.end) is not None
    )


def entries(desk: Desk, dates: list[DatedExpression]) -> tuple[TimelineEntry, ...]:
    """Show dates in order; one entry for each claim at each date, the date said once."""
    together: dict[tuple[When, Place], list[DatedExpression]] = {}
    for date in dates:
        together.setdefault(
            ((date.date, f"{date.time or ''} {date.zone or ''}"), place(desk, date)), []
        ).append(date)
    shown: list[TimelineEntry] = []
    before: When | None = None
    # The sort is stable: at one time, entries keep the order of the texts.
    for (when, _), same in sorted(together.items(), key=lambda pair: pair[0][0]):
        entry = entry_view(desk, same)
        shown.append(replace(entry, day=None) if when == before else entry)
        before = when
    return tuple(shown)


def place(desk: Desk, date: DatedExpression) -> Place:
    """Say what an entry is about: the claim that holds the date, else its sentence's words."""
    claim = claim_of(desk, date)
    return ("claim", claim.id) if claim else ("words", desk.index.words(around(desk, date)))


def claim_of(desk: Desk, date: DatedExpression) -> Claim | None:
    """Find the claim whose words hold a date, else the first that its sentence tells."""
    source = date.passage.source
    told = desk.index.claims_in(source, date.passage.span)
    told = told or desk.index.claims_in(source, around(desk, date).span)
    return told[0] if told else None


def around(desk: Desk, date: DatedExpression) -> Passage:
    """Give the sentence of a date."""
    sentence = desk.index.sentence(date.passage)
    return sentence.passage if sentence else date.passage


def entry_view(desk: Desk, same: list[DatedExpression]) -> TimelineEntry:
    """Show one entry of the timeline."""
    first = same[0]
    claim = claim_of(desk, first)
    return TimelineEntry(
        day=day_view(first.date, first.time, first.zone),
        words=wording.clip(desk.index.words(around(desk, first)), LONG),
        told_by=desk.tellers(date.passage for date in same),
        claim=desk.claim(claim) if claim else None,
        basis=first.basis,
    )
