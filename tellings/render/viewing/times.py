"""The event in order of time."""

import re
from calendar import monthrange
from collections import Counter
from datetime import date as day_of

from tellings.model.findings import Claim, DatedExpression
from tellings.model.span import Passage
from tellings.render import charts, wording
from tellings.render.charts import Lane, Stretch
from tellings.render.phrases import Phrases
from tellings.render.viewing.desk import Desk, day_view
from tellings.render.views.parts import TimelineEntry, TimelineView

__all__ = ["timeline"]

LONG = 140
SEEN = 30
"""How much of what follows a date is shown, where its sentence is cut before it."""

SHOWN = 24
"""How many entries stand in the list of the story, and in that of its background, at once."""

OPENING = re.compile(
    r"\s(?=(?:that|which|who|when|where|while|after|before|because|but|although|as|if)\s)"
)
"""Where a sentence may be cut for its rest to read alone."""

YEAR = len("2026")
NAMING = re.compile(r"(?:\b(?:the|an?|this|that|his|her|its|their|our)|['’]s)\s+$", re.IGNORECASE)
NAMED = re.compile(r"\s+[a-z]{3,}|\s+[A-Z][a-z]+")

When = tuple[str, str]
Place = tuple[str, ...]
Told = tuple[When, list[DatedExpression]]
"""A time, and the places that tell one thing of it."""

Entries = tuple[TimelineEntry, ...]


def timeline(desk: Desk) -> TimelineView | None:
    """Show what the texts place in time, story and background apart; None when they do not."""
    every = [date for telling in desk.index.digest.tellings for date in telling.dates]
    if not every:
        return None
    story = told(desk, [date for date in every if not date.background and not names(desk, date)])
    background = told(desk, [date for date in every if date.background])
    lanes = (
        lane(desk.phrases.text("The story"), story, desk.phrases),
        lane(desk.phrases.text("Background"), background, desk.phrases),
    )
    first, later = parted(entries(desk, story, "story"))
    before, between = parted(entries(desk, background, "background"))
    return TimelineView(
        chart=charts.timeline(lanes, finding(story, background, desk.phrases), desk.phrases),
        story=first,
        story_more=later,
        background=before,
        background_more=between,
    )


def parted(found: Entries) -> tuple[Entries, Entries]:
    """Part very many entries where a new time begins."""
    if len(found) <= SHOWN + SHOWN // 4:
        return found, ()
    at = next((n for n, one in enumerate(found) if n >= SHOWN and one.id), len(found))
    return found[:at], found[at:]


def names(desk: Desk, date: DatedExpression) -> bool:
    """Tell whether a year only names something, “the 2026 election”, and places nothing in time."""
    text = desk.index.tellings[date.passage.source].text
    return (
        date.precision == "year"
        and NAMING.search(text, 0, date.passage.start) is not None
        and NAMED.match(text, date.passage.end) is not None
    )


def told(desk: Desk, dates: list[DatedExpression]) -> list[Told]:
    """Order dates, those of one claim at one time together."""
    together: dict[tuple[When, Place], list[DatedExpression]] = {}
    for date in dates:
        together.setdefault(
            ((date.date, f"{date.time or ''} {date.zone or ''}"), place(desk, date)), []
        ).append(date)
    # The sort is stable: at one time, entries keep the order of the texts.
    return sorted(((when, same) for (when, _), same in together.items()), key=lambda one: one[0])


def entries(desk: Desk, found: list[Told], part: str) -> tuple[TimelineEntry, ...]:
    """Show what is told of each time, the time said once."""
    shown: list[TimelineEntry] = []
    before: When | None = None
    for when, same in found:
        anchor = re.sub(r"[^0-9A-Za-z]+", "-", f"{part} {' '.join(when)}").strip("-")
        shown.append(entry_view(desk, same, "" if when == before else anchor))
        before = when
    return tuple(shown)


def lane(name: str, found: list[Told], phrases: Phrases) -> Lane:
    """Give what is told of each time as it is drawn."""
    drawn = (stretch(same[0], phrases) for _, same in found)
    return Lane(name=name, stretches=tuple(one for one in drawn if one))


def stretch(date: DatedExpression, phrases: Phrases) -> Stretch | None:
    """Give the first and the last day of a date; None for what is no date of the calendar."""
    first, _, last = date.date.partition("/")
    try:
        opening, _ = days(first)
        _, closing = days(last or first)
    except ValueError:
        return None
    return Stretch(first=opening, last=closing, words=wording.day(date.date, phrases=phrases))


def days(date: str) -> tuple[int, int]:
    """Count the first and the last day of a day, a month or a year.

    Raises:
        ValueError: when it is none.
    """
    year, month, day = (*(int(part) for part in date.split("-")), 0, 0)[:3]
    if day:
        return (one := day_of(year, month, day).toordinal()), one
    opening, closing = day_of(year, month or 1, 1), day_of(year, month or 12, 1)
    length = monthrange(year, month or 12)[1]
    return opening.toordinal(), closing.toordinal() + length - 1


def finding(story: list[Told], background: list[Told], phrases: Phrases) -> str:
    """Say in one sentence from when to when the texts tell, and of which time most."""
    said = []
    if story:
        said.append(finding_of_story(story, phrases))
    if background:
        days = extent(background, phrases)
        said.append(
            phrases.text(
                "the background has %(number)s, %(days)s", number=len(background), days=days
            )
            if story
            else phrases.plural(
                "The background has %(num)s dated entry, %(days)s",
                "The background has %(num)s dated entries, %(days)s",
                len(background),
                days=days,
            )
        )
    return f"{'; '.join(said)}."


def finding_of_story(story: list[Told], phrases: Phrases) -> str:
    """Say from when to when the story is told, and of which time most is."""
    said = phrases.plural(
        "The story has %(num)s dated entry, %(days)s",
        "The story has %(num)s dated entries, %(days)s",
        len(story),
        days=extent(story, phrases),
    )
    (most, times), *others = Counter(when[0] for when, _ in story).most_common(2)
    if others and times > others[0][1]:
        day = wording.day(most, phrases=phrases)
        return phrases.text(
            "%(said)s, most (%(times)s) for %(day)s", said=said, times=times, day=day
        )
    return said


def extent(found: list[Told], phrases: Phrases) -> str:
    """Say from when to when things are told; of a year in which others fall, these say it."""
    every = [when[0] for when, _ in found]
    closer = {date[:YEAR] for date in every if len(date.partition("/")[0]) > YEAR}
    every = [date for date in every if date not in closer] or every
    first = min(date.partition("/")[0] for date in every)
    last = max(date.partition("/")[2] or date for date in every)
    return wording.day(first if first == last else f"{first}/{last}", phrases=phrases)


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


def glimpse(desk: Desk, date: DatedExpression) -> str:
    """Give the words around a date, cut at both ends where their sentence is long."""
    place = around(desk, date)
    text = desk.index.tellings[place.source].text
    before, after = text[place.start : date.passage.end], text[date.passage.end : place.end]
    if len(before) > LONG - SEEN and len(before) + len(after) > LONG:
        before = f"… {ending(before)}"
    return wording.clip(before + after, LONG + 2)


def ending(words: str) -> str:
    """Give the end of the words before a date: from where a clause opens, else from a word."""
    room = words[-(LONG - SEEN) :]
    opening = OPENING.search(room, 0, len(room) - SEEN)
    return room[opening.end() :] if opening else room.partition(" ")[2]


def entry_view(desk: Desk, same: list[DatedExpression], anchor: str) -> TimelineEntry:
    """Show one entry of the timeline; one without an anchor has its date said above it."""
    first = same[0]
    claim = claim_of(desk, first)
    return TimelineEntry(
        id=anchor,
        day=day_view(first.date, first.time, first.zone, phrases=desk.phrases) if anchor else None,
        words=glimpse(desk, first),
        told_by=desk.tellers(date.passage for date in same),
        claim=desk.claim(claim) if claim else None,
        basis=desk.phrases.worded(first.basis),
    )
