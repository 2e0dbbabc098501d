"""Listings → the view of the home page."""

from itertools import groupby

from tellings.model.event import PlainPage
from tellings.render import urls, wording
from tellings.render.html import Html
from tellings.render.site import Site
from tellings.render.urls import Addresses
from tellings.render.viewing.desk import day_view
from tellings.render.views.common import Link
from tellings.render.views.listing import Listing
from tellings.render.views.site import HomeEvent, HomeMonth, HomeView

__all__ = ["home_view"]

FEW = 12
"""Up to how many events stand in one list; more are grouped by month."""


def home_view(
    listings: tuple[Listing, ...],
    intro: PlainPage | None,
    body: Html,
    plain: tuple[PlainPage, ...],
    site: Site,
    at: Addresses,
) -> HomeView:
    """Show the events."""
    events = newest_first(listings)
    return HomeView(
        title=intro.title if intro else site.title,
        description=site.description,
        intro=body,
        count=counted(listings),
        months=months(events, at),
        pages=tuple(Link(words=p.title, href=at.to(urls.plain(p.name))) for p in plain),
    )


def newest_first(listings: tuple[Listing, ...]) -> tuple[Listing, ...]:
    """Order events by their day, newest first; those without a day stand last."""
    by_slug = sorted(listings, key=lambda one: one.slug)
    return tuple(sorted(by_slug, key=lambda one: one.on or "", reverse=True))


def counted(listings: tuple[Listing, ...]) -> str:
    """Count events, files and texts."""
    return " · ".join(
        (
            wording.count(len(listings), "event"),
            wording.count(sum(one.files for one in listings), "file"),
            wording.count(sum(one.texts for one in listings), "text"),
        )
    )


def months(events: tuple[Listing, ...], at: Addresses) -> tuple[HomeMonth, ...]:
    """Group many events by month; few stand in one list."""
    if not events:
        return ()
    if len(events) <= FEW:
        shown = tuple(event_view(one, at) for one in events)
        return (HomeMonth(id="events", name="Events", events=shown),)
    return tuple(
        HomeMonth(
            id=f"month-{month}" if month else "undated",
            name=wording.month(month) if month else "Without a date",
            events=tuple(event_view(one, at) for one in group),
        )
        for month, group in groupby(events, key=lambda one: (one.on or "")[:7])
    )


def event_view(one: Listing, at: Addresses) -> HomeEvent:
    """Show one event in the list."""
    differences = wording.count(one.differences, "difference")
    return HomeEvent(
        link=Link(words=one.title, href=at.to(urls.digest(one.slug))),
        day=day_view(one.on),
        line=wording.clip(one.line, 240),
        sharp_kind=one.sharp_kind,
        sharp=one.sharp,
        count=one.count,
        differences=differences if one.differences else "no differences",
    )
