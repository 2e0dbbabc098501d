"""What an entry speaks of: sources, targets, and passages by their quoted words."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations
from typing import NoReturn

from tellings.model.source import Source
from tellings.model.span import Passage
from tellings.reading.corrections import words as quoted
from tellings.reading.corrections.tables import Entry

__all__ = [
    "PLACE",
    "AwayError",
    "Desk",
    "StaleError",
    "aim",
    "other",
    "passage",
    "passages",
    "source_of",
]

MOST = 9_999
SHOWN = 60
"""How many characters of quoted words a problem repeats."""

RUNNING = ("content", "speaker")
"""Kinds whose words may run over several paragraphs: a speech does."""

PLACE = ("source", "words", "nth")
"""What addresses a passage: whose text, which words, and which of several places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the entries may speak of."""

    sources: Mapping[str, Source]
    away: frozenset[str]
    """Ids of sources that are drafts or shown nowhere."""

    targets: tuple[str, ...]
    """Their ids; empty where the tool proposes them."""


class StaleError(Exception):
    """The entry speaks of what is not there; noted already."""


class AwayError(Exception):
    """The entry speaks of a source that is not shown for now."""


def passage(entry: Entry, desk: Desk) -> Passage:
    """Find the words that an entry quotes.

    Raises:
        StaleError: when they are not to be found, or in several places.
    """
    id_, words = entry.needed("source"), entry.needed("words")
    nth = entry.number("nth", 1, MOST)
    if any(problem.severity == "error" for problem in entry.problems):
        raise StaleError
    text = source_of(entry, id_, desk).text
    found = quoted.places(words, text)
    shown = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
    if not found:
        near = quoted.nearest(words, text)
        hint = f"nearest there: “{near}”" if near else "take the words as they stand in the text"
        stale(entry, f"“{shown}” does not stand in {id_}", hint, "words")
    if nth is None and len(found) > 1:
        hint = f"quote more words, or add nth = 1 … {len(found)}"
        stale(entry, f"“{shown}” stands {len(found)} times in {id_}", hint, "words")
    if nth is not None and nth > len(found):
        stale(entry, f"“{shown}” stands {len(found)} times in {id_}, not {nth}", "", "nth")
    place = found[(nth or 1) - 1]
    if entry.name not in RUNNING and not any(
        block.span.holds(place) for block in desk.sources[id_].blocks
    ):
        hint = "quote the words of one"
        stale(entry, f"“{shown}” runs over several paragraphs of {id_}", hint, "words")
    return place.within(id_)


def source_of(entry: Entry, id_: str, desk: Desk) -> Source:
    """Find a source.

    Raises:
        AwayError: when it is not shown for now.
        StaleError: when the event has none of that name.
    """
    if id_ in desk.away:
        raise AwayError
    if id_ not in desk.sources:
        hint = f"the event's sources are {', '.join(desk.sources)}"
        stale(entry, f"the event has no source “{id_}”", hint, "source")
    return desk.sources[id_]


def stale(entry: Entry, message: str, hint: str, field: str) -> NoReturn:
    """Note that an entry does not fit what is there.

    Raises:
        StaleError: always.
    """
    entry.note(message, hint, field=field, severity="warning")
    raise StaleError


def passages(entry: Entry, desk: Desk, least: int) -> tuple[Passage, ...]:
    """Find the words of a list of passages; `source` and `words` of the entry itself are one."""
    if "passages" not in entry.values and least == 1:
        return (passage(entry, desk),)
    parts = entry.parts("passages")
    if not entry.problems and len(parts) < least:
        entry.note(f"“passages” needs {least} at least", field="passages")
    found: list[Passage] = []
    for part in parts:
        part.only(PLACE)
        # All of them are looked for: what is noted of a part is noted of its entry.
        with suppress(StaleError):
            found.append(passage(part, desk))
    if entry.problems:
        raise StaleError
    pairs = combinations(found, 2)
    if any(one.source == two.source and one.span.shared(two.span) for one, two in pairs):
        stale(entry, "two of the passages are the same words", "name each once", "passages")
    return tuple(found)


def other(entry: Entry, name: str, desk: Desk) -> Passage | None:
    """Find the words of a passage named beside the entry's own; None where there is none."""
    part = entry.part(name)
    if part is None:
        return None
    part.only(PLACE)
    return passage(part, desk)


def aim(entry: Entry, target: str, desk: Desk) -> None:
    """Make sure that the event has a target.

    Raises:
        StaleError: when it has not.
    """
    if desk.targets and target not in desk.targets:
        hint = f"the event's targets are {', '.join(desk.targets)}"
        stale(entry, f"the event has no target “{target}”", hint, "target")
