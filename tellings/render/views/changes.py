"""What a digest page says of what has changed since it was published before."""

from dataclasses import dataclass

from tellings.render.views.common import Link

__all__ = ["ChangeFact", "ChangeGroup", "ChangeLine", "ChangesView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFact:
    """One thing that is otherwise in a source or a claim."""

    words: str
    """What it is, in words: "now also told by"."""

    links: tuple[Link, ...]
    """The texts that it is about, each linked to its sentence where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A source or a claim that is new, changed or gone."""

    link: Link | None
    """Where it stands; None where it is gone."""

    words: str
    """Its title or its gist; empty where it may not be shown."""

    facts: tuple[ChangeFact, ...]
    """What is otherwise in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """Changes of one kind."""

    name: str
    """The kind: "New claims"."""

    lines: tuple[ChangeLine, ...]
    """The first of them, in the order of the page."""

    rest: str
    """What is not listed, in words; empty where all are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """What has changed since a digest was published before."""

    words: str
    """Since when, and how much of what kind, in a sentence or two."""

    groups: tuple[ChangeGroup, ...]
    """The changes by kind: sources, then claims."""
