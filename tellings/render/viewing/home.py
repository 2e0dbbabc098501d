"""Listings → the views of the home page and of the months."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tellings.model.event import PlainPage
from tellings.render import urls, wording
from tellings.render.html import Html
from tellings.render.phrases import ENGLISH, Phrases
from tellings.render.site import Site
from tellings.render.urls import Addresses
from tellings.render.viewing.desk import day_view
from tellings.render.views.common import Link, Wording
from tellings.render.views.listing import Listing
from tellings.render.views.site import HomeEvent, HomeMonth, HomeView, MonthView

__all__ = ["Leaf", "counted", "home_view", "leaves", "month_view", "newest_first"]

FEW = 12
"""Up to how many events stand in one list; more are grouped by month."""

MANY = 60
"""Up to how many events stand on the home page; of more it shows the newest."""

LEAF = 100
"""How many events a month's page holds; a month of more has several pages."""

LONG = 240
"""How many characters of what happened stand beside an event."""

UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of a month's events."""

    month: str
    """YYYY-MM, or "undated"."""

    part: int
    parts: int
    """How many pages the month has."""

    events: tuple[Listing, ...]

    @property
    def path(self) -> str:
        """Say where the page stands."""
        return urls.month(self.month, self.part)


def title_of(leaf: Leaf, phrases: Phrases) -> str:
    """Name a month's page."""
    name = month_name(leaf.month, phrases)
    if leaf.parts < 2:
        return name
    return phrases.text(
        "%(name)s, part %(part)s of %(parts)s", name=name, part=leaf.part, parts=leaf.parts
    )


def home_view(  # noqa: PLR0913 - what a home page has
    listings: tuple[Listing, ...],
    intro: PlainPage | None,
    body: Html,
    plain: tuple[PlainPage, ...],
    site: Site,
    at: Addresses,
    *,
    phrases: Phrases = ENGLISH,
) -> HomeView:
    """Show the events, or the newest of very many."""
    return HomeView(
        title=intro.title if intro else site.title,
        description=site.description,
        intro=body,
        count=counted(listings, phrases),
        months=months(newest_first(listings), at, phrases),
        archive=tuple(
            Link(words=f"{title_of(leaf, phrases)} ({len(leaf.events)})", href=at.to(leaf.path))
            for leaf in leaves(listings)
        ),
        pages=tuple(Link(words=p.title, href=at.to(urls.plain(p.name))) for p in plain),
    )


def month_view(leaf: Leaf, every: tuple[Leaf, ...], at: Addresses, phrases: Phrases) -> MonthView:
    """Show a page of a month's events."""
    place = every.index(leaf)
    beside = (*every[max(0, place - 1) : place], *every[place + 1 : place + 2])
    return MonthView(
        title=title_of(leaf, phrases),
        count=counted(leaf.events, phrases),
        events=tuple(event_view(one, at, phrases) for one in leaf.events),
        around=tuple(Link(words=title_of(one, phrases), href=at.to(one.path)) for one in beside),
    )


def leaves(listings: tuple[Listing, ...]) -> tuple[Leaf, ...]:
    """Cut very many events into pages of months, newest first; fewer need none."""
    if len(listings) <= MANY:
        return ()
    return tuple(_leaves(newest_first(listings)))


def _leaves(events: tuple[Listing, ...]) -> Iterator[Leaf]:
    for month, group in groupby(events, key=month_of):
        parts = tuple(cut(tuple(group)))
        for number, part in enumerate(parts, start=1):
            yield Leaf(month=month, part=number, parts=len(parts), events=part)


def cut(events: tuple[Listing, ...]) -> Iterator[tuple[Listing, ...]]:
    """Cut a month's events into pages."""
    yield from (events[start : start + LEAF] for start in range(0, len(events), LEAF))


def newest_first(listings: tuple[Listing, ...]) -> tuple[Listing, ...]:
    """Order events by their day, newest first; those without a day stand last."""
    by_slug = sorted(listings, key=lambda one: one.slug)
    return tuple(sorted(by_slug, key=lambda one: one.on or "", reverse=True))


def counted(listings: tuple[Listing, ...], phrases: Phrases) -> str:
    """Count events, files and texts."""
    return " · ".join(
        (
            wording.count(len(listings), "event", phrases),
            wording.count(sum(one.files for one in listings), "file", phrases),
            wording.count(sum(one.texts for one in listings), "text", phrases),
        )
    )


def months(events: tuple[Listing, ...], at: Addresses, phrases: Phrases) -> tuple[HomeMonth, ...]:
    """Group many events by month, of very many the newest; few stand in one list."""
    if not events:
        return ()
    if len(events) <= FEW:
        shown = tuple(event_view(one, at, phrases) for one in events)
        return (HomeMonth(id="events", name=phrases.text("Events"), events=shown, rest=None),)
    found: list[HomeMonth] = []
    room = MANY
    for month, group in groupby(events, key=month_of):
        whole = tuple(group)
        if room > 0:
            found.append(month_part(month, whole, whole[:room], at, phrases))
        room -= len(whole)
    return tuple(found)


def month_part(
    month: str,
    whole: tuple[Listing, ...],
    shown: tuple[Listing, ...],
    at: Addresses,
    phrases: Phrases,
) -> HomeMonth:
    """Show a month's events, or the newest of them and where the others stand."""
    name = month_name(month, phrases)
    words = phrases.text(
        "%(name)s: all %(events)s", name=name, events=wording.count(len(whole), "event", phrases)
    )
    rest = Link(words=words, href=at.to(urls.month(month))) if shown != whole else None
    return HomeMonth(
        id=month if month == UNDATED else f"month-{month}",
        name=name,
        events=tuple(event_view(one, at, phrases) for one in shown),
        rest=rest,
    )


def month_of(one: Listing) -> str:
    """Give the month that an event is listed under."""
    return one.on[:7] if one.on else UNDATED


def month_name(month: str, phrases: Phrases) -> str:
    """Name a month."""
    return phrases.text("Without a date") if month == UNDATED else wording.month(month, phrases)


def event_view(one: Listing, at: Addresses, phrases: Phrases) -> HomeEvent:
    """Show one event in the list."""
    return HomeEvent(
        link=Link(words=one.title, href=at.to(urls.digest(one.slug))),
        day=day_view(one.on, phrases=phrases),
        line=tuple(
            Wording(words=part.words, ours=part.ours) for part in wording.clipped(one.line, LONG)
        ),
        sharp_kind=one.sharp_kind,
        sharp=one.sharp,
        count=one.count,
        differences=one.incomparable or wording.count(one.differences, "difference", phrases),
    )
