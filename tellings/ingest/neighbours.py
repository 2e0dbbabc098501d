"""The other raw files of an event, as far as they tell what is furniture in one of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from tellings.errors import ContentError
from tellings.ingest import drafting, shelf
from tellings.ingest.drafting import Draft, Told
from tellings.ingest.furniture import recurring
from tellings.ingest.shelf import Shelf
from tellings.model.source import Source
from tellings.reading import places, source_file

__all__ = ["Echo", "Neighbour", "beside", "earlier", "echoes", "informed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A raw file, whose text it is, and a way to its lines."""

    sha256: str
    outlet: str | None
    lines: Callable[[], tuple[str, ...]]
    """Read when asked for, and once."""

    id: str = ""
    draft: Callable[[], Draft | None] = lambda: None
    source: Source | None = None
    """These three for a file that was filed before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A line that a source filed before keeps, and that its outlet prints in other texts too."""

    id: str
    raw: str
    """The path of its raw file, relative to the project."""

    words: str
    line: int


def earlier(found: Shelf, root: Path) -> tuple[Neighbour, ...]:
    """Give the files that the event's sources were made of, where they are still there."""
    filed: list[Neighbour] = []
    for sha, (id_, name) in sorted(found.raws.items(), key=lambda each: each[1]):
        file, raw = found.folder / "sources" / f"{id_}.md", found.folder / "raw" / name
        try:
            source, _ = source_file.parse(places.fetch(file, root), file.name, id_)
        except ContentError:
            continue
        draft = cache(_reading(raw, root, shelf.told(file, Told())))
        filed.append(
            Neighbour(
                sha256=sha,
                outlet=source.outlet,
                lines=_lines_of(draft),
                id=id_,
                draft=draft,
                source=source,
            )
        )
    return tuple(filed)


def _reading(raw: Path, root: Path, told: Told) -> Callable[[], Draft | None]:
    def draft() -> Draft | None:
        try:
            return drafting.make(places.fetch(raw, root), raw.name, told)
        except ContentError:
            return None

    return draft


def _lines_of(draft: Callable[[], Draft | None]) -> Callable[[], tuple[str, ...]]:
    def lines() -> tuple[str, ...]:
        made = draft()
        return made.raw_lines if made else ()

    return lines


def beside(drafts: Iterable[Draft], before: Sequence[Neighbour]) -> tuple[Neighbour, ...]:
    """Give the files filed before and those that come in now, each file once."""
    now = {draft.source.raw_sha256: draft for draft in drafts}
    coming = (
        Neighbour(sha256=sha or "", outlet=draft.source.outlet, lines=partial(_raw_lines, draft))
        for sha, draft in now.items()
    )
    every = (*coming, *(each for each in before if each.sha256 not in now))
    return tuple(sorted(every, key=lambda each: each.sha256))


def _raw_lines(draft: Draft) -> tuple[str, ...]:
    return draft.raw_lines


def informed(draft: Draft, every: Sequence[Neighbour], outlet: str | None = None) -> Draft:
    """Give a draft that heeds what the event's other texts print."""
    own = _name(outlet or draft.source.outlet)
    if not own:
        # Of a text that is nobody's, nobody's other texts tell anything.
        return draft
    others = [each for each in every if each.sha256 != draft.source.raw_sha256]
    printed = recurring.find(
        draft.raw_lines,
        (each.lines() for each in others if _name(each.outlet) == own),
        (each.lines() for each in others if _name(each.outlet) != own),
    )
    return drafting.heeding(draft, printed)


def echoes(
    drafts: Sequence[Draft], before: Sequence[Neighbour], root: Path, folder: Path
) -> tuple[tuple[str, Echo], ...]:
    """Find lines that sources filed before keep and new texts print too, by outlet."""
    every = beside(drafts, before)
    now = {draft.source.raw_sha256 for draft in drafts}
    outlets = {_name(draft.source.outlet): draft.source.outlet or "" for draft in drafts}
    found: list[tuple[str, Echo]] = []
    for each in before:
        outlet = outlets.get(_name(each.outlet)) if _name(each.outlet) else None
        made = each.draft() if outlet and each.sha256 not in now else None
        if outlet is None or made is None or each.source is None:
            continue
        text = set(each.source.text.split("\n\n"))
        again = informed(made, every, each.outlet)
        for piece in again.pieces:
            if piece.rule == recurring.NAME and piece.line.words in text:
                raw = places.relative(folder / "raw" / (each.source.raw or ""), root)
                words, line = piece.line.words, piece.line.number
                found.append((outlet, Echo(id=each.id, raw=raw, words=words, line=line)))
    return tuple(found)


def _name(outlet: str | None) -> str:
    return " ".join((outlet or "").casefold().split())
