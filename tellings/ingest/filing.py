"""Raw files into an event's folder: the file as received, and the source made of it.

What an editor has touched is never overwritten; the same raw file filed again changes nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Literal

from tellings.errors import ContentError, Problem
from tellings.ingest import drafting, event_file, neighbours, shelf
from tellings.ingest.drafting import Draft, Told
from tellings.ingest.neighbours import Echo
from tellings.ingest.receiving import arrivals
from tellings.ingest.receiving.arrivals import Arrival
from tellings.ingest.shelf import Shelf
from tellings.ingest.wishes import Wishes
from tellings.model.source import Doubt, Refusal, Repair, Source
from tellings.publish import paths
from tellings.reading import places, source_file

__all__ = ["Filed", "Status", "file_all", "file_raw"]

Status = Literal["filed", "unchanged", "kept-edited", "would-be-filed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of one raw file, ready for a table."""

    raw: str
    """Its base name."""

    twin: str | None = None
    """The name in raw/ of the same file, where it was filed before under another."""

    id: str
    path: str
    """The source's file, relative to the project."""

    status: Status
    """filed: written; unchanged: filed before; kept-edited: an editor has changed it since;
    would-be-filed: a dry run, nothing is written."""

    beside: str | None = None
    """Where the new filing of an edited source was written."""

    title: str
    title_derived: bool = False
    published: str | None = None
    updated: str | None = None
    refused: tuple[Refusal, ...] = ()
    kept: int
    """How many lines of the raw file are the article."""

    removed: tuple[tuple[str, int], ...] = ()
    """How many things of each kind were left out, in order of kind."""

    unsure: tuple[Doubt, ...] = ()
    """Lines that stay and may not be the article."""

    repairs: tuple[Repair, ...] = ()
    echoes: tuple[Echo, ...] = ()
    """Lines of the outlet's earlier sources that this file shows to be furniture."""

    unread: tuple[str, ...] = ()
    """Names of what the file holds besides and nobody reads."""

    labels: tuple[tuple[int, str, str], ...] = ()
    """For a dry run: each part of a line with its line's number and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One raw file read, its place chosen, nothing written yet."""

    content: bytes
    name: str
    """What the file is called now."""

    draft: Draft
    id: str
    known: bool
    """Whether a source made from this very file is there already."""


def file_all(
    root: Path, slug: str, paths: Sequence[Path | str], wishes: Wishes | None = None
) -> tuple[Filed, ...]:
    """File raw texts into an event, all of them or, when something is wrong, none.

    A `str` among the paths is a web address, and fetched.

    Raises:
        ContentError: with everything that is wrong in all of them.
    """
    folder = root / "content" / "events" / slug
    wishes = wishes or Wishes()
    named = places.problem_with_name(slug, f"content/events/{slug}", "the event's folder")
    problems = [*([named] if named else []), *wishes.problems(len(paths))]
    if problems:
        raise ContentError(*problems)
    found = shelf.survey(folder, root)
    plans: list[Plan] = []
    for path in paths:
        try:
            arrival = arrivals.receive(path, root, allow_private=wishes.allow_private)
            plans.append(_plan(arrival, found, wishes, plans))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(*sorted(set(problems)))
    before = neighbours.earlier(found, root)
    every = neighbours.beside([plan.draft for plan in plans], before)
    plans = [replace(plan, draft=neighbours.informed(plan.draft, every)) for plan in plans]
    told = neighbours.echoes([plan.draft for plan in plans], before, root, folder)
    if wishes.dry_run:
        return _with_echoes([_tried(plan, folder, root) for plan in plans], plans, told)
    event = folder / "event.md"
    if not event.exists():
        sources = [plan.draft.source for plan in plans]
        shelf.put(event, event_file.write(slug, sources).encode())
    return _with_echoes([_carry_out(plan, folder, root) for plan in plans], plans, told)


def _with_echoes(
    done: Sequence[Filed], plans: Sequence[Plan], told: Sequence[tuple[str, Echo]]
) -> tuple[Filed, ...]:
    """Tell with the first file of each outlet what it shows of the outlet's earlier sources."""
    outlets = [plan.draft.source.outlet for plan in plans]
    return tuple(
        replace(each, echoes=tuple(echo for by, echo in told if by == outlet))
        if outlet and outlet not in outlets[:at]
        else each
        for at, (each, outlet) in enumerate(zip(done, outlets, strict=True))
    )


def file_raw(root: Path, slug: str, path: Path | str, wishes: Wishes | None = None) -> Filed:
    """File one raw text.

    Raises:
        ContentError: with everything that is wrong with it.
    """
    return file_all(root, slug, (path,), wishes)[0]


def _plan(arrival: Arrival, found: Shelf, wishes: Wishes, before: Sequence[Plan]) -> Plan:
    """Read a raw file and choose its place."""
    sha = sha256(arrival.content).hexdigest()
    planned = {plan.draft.source.raw_sha256: (plan.id, plan.draft.source.raw) for plan in before}
    id_, raw = found.raws.get(sha) or planned.get(sha) or (None, None)
    told = shelf.told(found.folder / "sources" / f"{id_}.md", wishes.told(arrival))
    draft = _drafted(arrival, told)
    draft = replace(draft, source=replace(draft.source, raw=raw or arrival.name))
    if id_ is not None:
        if wishes.as_id not in (None, id_):
            message = f"the file was filed before, as “{id_}”"
            hint = f"to rename the source, rename sources/{id_}.md"
            raise ContentError(Problem(path=arrival.path, message=message, hint=hint))
        return Plan(content=arrival.content, name=arrival.name, draft=draft, id=id_, known=True)
    _refuse_other_raw(found.folder / "raw" / arrival.name, arrival, before)
    taken = found.ids | {plan.id for plan in before}
    if wishes.as_id in taken:
        message = f"there is another source “{wishes.as_id}”"
        hint = "choose another id with --as"
        raise ContentError(Problem(path=arrival.path, message=message, hint=hint))
    stem = PurePosixPath(arrival.name).stem
    id_ = wishes.as_id or _free(draft.source.outlet, stem, taken)
    return Plan(content=arrival.content, name=arrival.name, draft=draft, id=id_, known=False)


def _drafted(arrival: Arrival, told: Told) -> Draft:
    """Make a source of what has come in; a page of the web goes by its name for its kind alone.

    Raises:
        ContentError: naming what was typed.
    """
    try:
        path = arrival.name if arrival.address else arrival.path
        return drafting.make(arrival.content, path, told)
    except ContentError as error:
        raise ContentError(*(replace(each, path=arrival.path) for each in error.problems)) from None


def _refuse_other_raw(kept: Path, arrival: Arrival, before: Sequence[Plan]) -> None:
    """Refuse a file whose name another raw file has, or that another machine could not hold.

    Raises:
        ContentError: naming it.
    """
    name, hint = arrival.path, "rename the new file"
    if arrival.address:
        hint = "the page has changed since: save it under another name, and file that"
    if fault := paths.fault_of(kept.name):
        message = f"it cannot be kept as raw/{kept.name}: {fault}"
        raise ContentError(Problem(path=name, message=message, hint=hint))
    there = {plan.draft.source.raw or "" for plan in before}
    there |= {file.name for file in kept.parent.glob("*")}
    for twin in sorted(there - {kept.name}):
        if twin.casefold() == kept.name.casefold():
            message = f"some disks cannot tell it from raw/{twin}"
            raise ContentError(Problem(path=name, message=message, hint=hint))
    same_name = (plan.content for plan in before if plan.draft.source.raw == kept.name)
    others = [*same_name, *([kept.read_bytes()] if kept.is_file() else [])]
    if any(other != arrival.content for other in others):
        message = f"raw/{kept.name} is there already, with other content"
        raise ContentError(Problem(path=name, message=message, hint=hint))


def _free(outlet: str | None, stem: str, taken: frozenset[str]) -> str:
    """Choose an id: the outlet's name, else the file's, numbered where it is taken."""
    base = places.slug_of(outlet or "") or places.slug_of(stem) or "source"
    numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    return next(id_ for id_ in (base, *numbered) if id_ not in taken)


def _carry_out(plan: Plan, folder: Path, root: Path) -> Filed:
    """Write what a plan says, and tell what was done."""
    source = plan.draft.source
    file = folder / "sources" / f"{plan.id}.md"
    content = _stamped(source)
    status: Status = "filed"
    beside: Path | None = None
    old = file.read_bytes() if file.is_file() else None
    if old is not None and not shelf.as_filed(old):
        status = "kept-edited"
        beside = file.with_name(f"{file.name}.new")
        shelf.put(beside, content)
    elif old == content:
        status = "unchanged"
    else:
        shelf.put(file, content)
    if not plan.known:
        shelf.put(folder / "raw" / (source.raw or ""), plan.content)
    told = _told(plan, places.relative(file, root), status)
    return replace(told, beside=places.relative(beside, root) if beside else None)


def _tried(plan: Plan, folder: Path, root: Path) -> Filed:
    """Tell what would be done, line by line."""
    path = places.relative(folder / "sources" / f"{plan.id}.md", root)
    told = _told(plan, path, "would-be-filed")
    parts = {(laid.line, laid.words): laid.part for laid in plan.draft.article}
    doubts = {doubt.lines[0]: f"unsure: {doubt.kind}" for doubt in plan.draft.source.unsure}
    labels: list[tuple[int, str, str]] = []
    for piece in plan.draft.pieces:
        part = parts.get((piece.line.number, piece.line.words), "body")
        word: str = part if piece.kind == "article" and part != "body" else piece.kind
        if word == "article":
            word = doubts.get(piece.line.number, word)
        labels.append((piece.line.number, word, piece.line.words))
    return replace(told, labels=tuple(labels))


def _told(plan: Plan, path: str, status: Status) -> Filed:
    """Tell what was read in a file."""
    source = plan.draft.source
    counts: Counter[str] = Counter()
    for removal in source.removed:
        counts[removal.kind] += removal.count
    return Filed(
        raw=plan.name,
        twin=source.raw if source.raw != plan.name else None,
        id=plan.id,
        path=path,
        status=status,
        title=source.title or "",
        title_derived=source.title_derived,
        published=source.published,
        updated=source.updated,
        refused=source.refused,
        kept=sum(piece.kind == "article" for piece in plan.draft.pieces),
        removed=tuple(sorted(counts.items())),
        unsure=source.unsure,
        repairs=source.repairs,
        unread=plan.draft.unread,
    )


def _stamped(source: Source) -> bytes:
    """Write a source's file with the hash that tells later whether an editor has touched it."""
    bare = source_file.write(replace(source, filed_sha256=None)).encode()
    return source_file.write(replace(source, filed_sha256=shelf.stamp(bare))).encode()
