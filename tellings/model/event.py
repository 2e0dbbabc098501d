"""One event: what an editor's folder holds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tellings.errors import Problem
from tellings.model.picture import Picture
from tellings.model.source import Source

if TYPE_CHECKING:
    from tellings.model.corrections import Correction
    from tellings.model.editions import Editions

__all__ = ["Content", "Event", "PlainPage", "SetBy", "Skipped", "Target"]

SetBy = Literal["tool", "editor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Somebody or something whose treatment the stance summary compares."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    set_by: SetBy = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event's folder, read: its own facts and its sources in order of their ids."""

    slug: str
    path: str
    """Its event.md, relative to the project, with forward slashes."""

    title: str
    on: str | None = None
    """The day of the event, YYYY-MM-DD."""

    place: str | None = None
    targets: tuple[Target, ...] = ()
    draft: bool = False
    note: str = ""
    """The editor's note, Markdown."""

    image: Picture | None = None
    """What those show who link to the event; None where the editor has set none."""

    sources: tuple[Source, ...] = ()
    corrections: "tuple[Correction, ...]" = ()
    """The editor's last word, in the order of corrections.toml."""

    editions: "Editions | None" = None
    """What was published of it before; None where nothing is recorded."""

    withheld: int = 0
    """How many files are counted but shown nowhere (`rights: none`)."""

    drafts: int = 0
    """How many files are drafts that are neither shown nor counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page of the site's own, such as content/method.md."""

    name: str
    """The file's stem; also its address."""

    path: str
    title: str
    body: str
    """Markdown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An event or a source that was left out on purpose, and why: "draft"."""

    path: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything under content/, read: what can be shown, what was skipped, what is wrong."""

    events: tuple[Event, ...] = ()
    """In order of slug."""

    pages: tuple[PlainPage, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
    """An event with an error among its files is not in `events`."""
