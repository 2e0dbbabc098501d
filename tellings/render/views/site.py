"""What the home page and the site's plain pages show."""

from dataclasses import dataclass

from tellings.render.html import Html
from tellings.render.views.common import Day, Link, Wording

__all__ = [
    "AlphabetEntry",
    "AlphabetLetter",
    "AlphabetView",
    "HomeEvent",
    "HomeMonth",
    "HomeView",
    "MeasuredPart",
    "MethodView",
    "MonthView",
    "NotFoundView",
    "PlainView",
    "SearchView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeEvent:
    """An event in the list of events."""

    link: Link
    """Its digest, called by its title."""

    day: Day | None
    """The day of the event, where known."""

    line: tuple[Wording, ...]
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

    rest: Link | None
    """The page with all of the month's events, where some are not in the list."""


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
    """The events, or the newest of very many."""

    archive: tuple[Link, ...]
    """The pages of all months, newest first; empty where every event is in the list."""

    pages: tuple[Link, ...]
    """The site's other plain pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """The events of one month, on a site with very many."""

    title: str
    """The month: "March 2026", "March 2026, part 2"."""

    count: str
    """How many events, files and texts."""

    events: tuple[HomeEvent, ...]
    """Newest first."""

    around: tuple[Link, ...]
    """The pages before and after it in time, the newer first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlphabetEntry:
    """A name, or an event's title, and the events where it is found."""

    words: str
    """The name as the texts print it, or the title."""

    kind: str
    """event, person, organisation or place."""

    events: tuple[Link, ...]
    """The digests of the events, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlphabetLetter:
    """What begins with one letter."""

    id: str
    """Its anchor."""

    name: str
    """The letter, or a word for signs that are none of A to Z."""

    entries: tuple[AlphabetEntry, ...]
    """In the order of the alphabet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlphabetView:
    """The list of people, organisations, places and events."""

    title: str
    """Its heading."""

    intro: Html
    """The editor's introduction, rendered; empty when there is none."""

    count: str
    """How many names and events."""

    index: tuple[Link, ...]
    """The letters that have entries, each linked to its place or its page."""

    letters: tuple[AlphabetLetter, ...]
    """The entries; on a site with very many, those of one letter, or none on the first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainView:
    """A plain page."""

    title: str
    """Its heading."""

    body: Html
    """Its text, rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search page."""

    title: str
    """Its heading."""

    intro: Html
    """The editor's introduction, rendered; empty when there is none."""

    script: str | None
    """The link to the theme's search.js; None where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredPart:
    """A paragraph or a table of what was measured."""

    words: str
    """The paragraph; empty for a table."""

    head: tuple[str, ...]
    """What the columns of the table hold."""

    rows: tuple[tuple[str, ...], ...]
    """Its rows; the first cell of each says what was measured."""


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

    measured: tuple[MeasuredPart, ...]
    """How well the program does, on what, and how far that can be trusted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """The page for an address that leads nowhere."""

    home: str
    """The link to the list of events."""
