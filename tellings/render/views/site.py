"""What the home page and the site's plain pages show."""

from dataclasses import dataclass

from tellings.render.html import Html
from tellings.render.views.common import Day, Link

__all__ = ["HomeEvent", "HomeMonth", "HomeView", "MethodView", "NotFoundView", "PlainView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeEvent:
    """An event in the list of events."""

    link: Link
    """Its digest, called by its title."""

    day: Day | None
    """The day of the event, where known."""

    line: str
    """What happened, in one line of the texts' own words; empty when there is none."""

    sharp_kind: str
    """The kind of its sharpest difference; empty when the texts do not differ."""

    sharp: str
    """The readings of that difference, with the texts that give them."""

    count: str
    """How many files, texts and origins."""

    differences: str
    """How many differences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeMonth:
    """Events that are listed under one heading."""

    id: str
    """Its anchor."""

    name: str
    """The heading: a month, or "Events" where there are few."""

    events: tuple[HomeEvent, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The home page."""

    title: str
    """Its heading."""

    description: str
    """What the site is."""

    intro: Html
    """The editor's introduction, rendered; empty when there is none."""

    count: str
    """How many events, files and texts, and in which order."""

    months: tuple[HomeMonth, ...]
    """The events."""

    pages: tuple[Link, ...]
    """The site's other plain pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainView:
    """A plain page."""

    title: str
    """Its heading."""

    body: Html
    """Its text, rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """The method page."""

    title: str
    """Its heading."""

    body: Html
    """The editor's own text, rendered; empty when there is none."""

    version: str
    """The version of the program."""

    format: str
    """The format of digest.json."""

    kinds: tuple[str, ...]
    """The kinds of difference that are told apart."""

    voices: tuple[str, ...]
    """The voices that are told apart."""

    values: tuple[str, ...]
    """The words for stances."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """The page for an address that leads nowhere."""

    home: str
    """The link to the list of events."""
