"""Raw files into an event's folder: the file as received, and the source made of it.

What an editor has touched is never overwritten; the same raw file filed again changes nothing.
A newer version of a source is merged with what the editor has made of the older one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tellings.errors import ContentError, Problem
from tellings.ingest import event_file, limits, neighbours, planning, revising, shelf
from tellings.ingest.neighbours import Echo, Neighbour
from tellings.ingest.planning import Plan
from tellings.ingest.receiving import arrivals
from tellings.ingest.revising import Kept, Revision
from tellings.ingest.wishes import Wishes
from tellings.model.source import Doubt, Refusal, Repair, Source
from tellings.reading import places, source_file

__all__ = ["Filed", "Status", "file_all", "file_raw"]

Status = Literal[
    "filed", "unchanged", "updated", "merged", "conflict", "older", "kept-edited", "would-be-filed"
]


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
    """filed: written; unchanged: filed before; updated: replaced by a newer version; merged: a
    newer version and the editor's changes are one file now; conflict: they cannot be; older: a
    newer version is there already; kept-edited: an editor has changed it since; would-be-filed: a
    dry run, nothing is written."""

    beside: str | None = None
    """Where the new filing of an edited source was written."""

    newer_than: str | None = None
    """The raw file of the version that it is newer than."""

    paragraphs: tuple[int, int] = (0, 0)
    """How many paragraphs are new in it, and how many gone."""

    kept_fields: tuple[Kept, ...] = ()
    """What the editor had set otherwise, and what stays."""

    conflicts: tuple[Problem, ...] = ()
    """Where the editor and the newer version have changed the same."""

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
            plan = planning.plan(arrival, found, root, wishes, plans)
            problems.extend(() if plan.known else limits.problems(plan.draft, arrival.path))
            plans.append(plan)
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(*sorted(set(problems)))
    newer = {plan.id for plan in plans if plan.revised}
    before = tuple(each for each in neighbours.earlier(found, root) if each.id not in newer)
    coming = [plan.draft for plan in plans if not plan.older]
    every = neighbours.beside(coming, before)
    plans = [_revised(_informed(plan, every)) for plan in plans]
    coming = [plan.draft for plan in plans if not plan.older]
    told = neighbours.echoes(coming, before, root, folder)
    if wishes.dry_run:
        return _with_echoes([_tried(plan, folder, root) for plan in plans], plans, told)
    event = folder / "event.md"
    if not event.exists():
        sources = [plan.draft.source for plan in plans]
        shelf.put(event, event_file.write(slug, sources).encode(), root)
    return _with_echoes([_carry_out(plan, folder, root) for plan in plans], plans, told)


def _informed(plan: Plan, every: Sequence[Neighbour]) -> Plan:
    """Let what is made of a file, and of the version before it, heed the other texts."""
    draft = neighbours.informed(plan.draft, every)
    if plan.revised is None or plan.revised.base is None:
        return replace(plan, draft=draft)
    others = tuple(each for each in every if each.sha256 != draft.source.raw_sha256)
    base = neighbours.informed(plan.revised.base, others)
    return replace(plan, draft=draft, revised=replace(plan.revised, base=base))


def _revised(plan: Plan) -> Plan:
    """Merge a newer version with what the editor has made of the older one.

    Raises:
        ContentError: when there is no source left.
    """
    before = plan.revised
    if before is None or before.base is None or shelf.as_filed(before.content):
        return plan
    filed = _stamped(plan.draft.source)
    revision = revising.revise(before.content, before.base, plan.draft, filed)
    if not revision.conflicts:
        source_file.parse(revision.content, before.source.path, plan.id)
    return replace(plan, revised=replace(before, revision=revision))


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


def _carry_out(plan: Plan, folder: Path, root: Path) -> Filed:
    """Write what a plan says, and tell what was done."""
    source = plan.draft.source
    file = folder / "sources" / f"{plan.id}.md"
    old = file.read_bytes() if file.is_file() else None
    content = _stamped(source)
    status = _status(plan, old, content)
    revision = plan.revised.revision if plan.revised else None
    if revision:
        content = revision.content
    beside = file.with_name(f"{file.name}.new") if status in ("conflict", "kept-edited") else None
    if not plan.known:
        # Before the source: a file whose source is there counts as filed, and as kept.
        shelf.put(folder / "raw" / (source.raw or ""), plan.content, root)
    if status not in ("unchanged", "older"):
        shelf.put(beside or file, content, root)
    told = _told(plan, places.relative(file, root), status)
    return replace(told, beside=places.relative(beside, root) if beside else None)


def _status(plan: Plan, old: bytes | None, content: bytes) -> Status:
    """Tell what becomes of a source's file."""
    if plan.older:
        return "older"
    if old is None:
        return "filed"
    if plan.revised and plan.revised.revision:
        return "conflict" if plan.revised.revision.conflicts else "merged"
    if not shelf.as_filed(old):
        return "kept-edited"
    if plan.revised:
        return "updated"
    return "unchanged" if old == content else "filed"


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
    before = plan.revised
    revision = before.revision if before else None
    return Filed(
        raw=plan.name,
        twin=source.raw if plan.known and source.raw != plan.name else None,
        id=plan.id,
        path=path,
        status=status,
        newer_than=before.source.raw if before else None,
        paragraphs=_paragraphs(plan),
        kept_fields=revision.kept if revision else (),
        conflicts=tuple(_conflicts(revision, path)) if revision else (),
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


def _paragraphs(plan: Plan) -> tuple[int, int]:
    """Count what is new in a newer version, and what is gone from it."""
    if plan.revised is None:
        return 0, 0
    older = plan.revised.base.source if plan.revised.base else plan.revised.source
    return revising.paragraphs(older, plan.draft.source)


def _conflicts(revision: Revision, path: str) -> Iterator[Problem]:
    """Say where the editor and the newer version do not agree."""
    for line in revision.conflicts:
        yield Problem(
            path=f"{path}.new",
            line=line,
            message="the newer version changes what you have changed",
            hint=f"keep one side, delete the marks, and put the file in place of {path}",
        )


def _stamped(source: Source) -> bytes:
    """Write a source's file with the hash that tells later whether an editor has touched it."""
    bare = source_file.write(replace(source, filed_sha256=None)).encode()
    return source_file.write(replace(source, filed_sha256=shelf.stamp(bare))).encode()
