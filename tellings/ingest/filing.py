"""Raw files into an event's folder: the file as received, and the source made of it.

What an editor has touched is never overwritten; the same raw file filed again changes nothing.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tellings.errors import ContentError, Problem
from tellings.ingest import drafting, event_file, shelf
from tellings.ingest.drafting import Draft
from tellings.ingest.shelf import Shelf
from tellings.model.source import Refusal, Source
from tellings.publish import paths
from tellings.reading import places, source_file

__all__ = ["Filed", "Status", "file_all", "file_raw"]

Status = Literal["filed", "unchanged", "kept-edited"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of one raw file, ready for a table."""

    raw: str
    """Its base name."""

    id: str
    path: str
    """The source's file, relative to the project."""

    status: Status
    """filed: written; unchanged: filed before; kept-edited: an editor has changed it since."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One raw file read, its place chosen, nothing written yet."""

    content: bytes
    draft: Draft
    id: str
    known: bool
    """Whether a source made from this very file is there already."""


def file_all(
    root: Path, slug: str, paths: Sequence[Path], as_id: str | None = None
) -> tuple[Filed, ...]:
    """File raw texts into an event, all of them or, when something is wrong, none.

    Raises:
        ContentError: with everything that is wrong in all of them.
    """
    folder = root / "content" / "events" / slug
    wrong = [places.problem_with_name(slug, f"content/events/{slug}", "the event's folder")]
    if as_id is not None:
        wrong.append(places.problem_with_name(as_id, "--as", "the source"))
        if len(paths) != 1:
            wrong.append(Problem(path="--as", message="one id is for one file"))
    problems = [problem for problem in wrong if problem]
    if problems:
        raise ContentError(*problems)
    found = shelf.survey(folder, root)
    plans: list[Plan] = []
    for path in paths:
        try:
            plans.append(_plan(path, root, found, as_id, plans))
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(*sorted(set(problems)))
    event = folder / "event.md"
    if not event.exists():
        sources = [plan.draft.source for plan in plans]
        shelf.put(event, event_file.write(slug, sources).encode())
    return tuple(_carry_out(plan, folder, root) for plan in plans)


def file_raw(root: Path, slug: str, path: Path, *, as_id: str | None = None) -> Filed:
    """File one raw text.

    Raises:
        ContentError: with everything that is wrong with it.
    """
    return file_all(root, slug, (path,), as_id)[0]


def _plan(path: Path, root: Path, found: Shelf, as_id: str | None, before: Sequence[Plan]) -> Plan:
    """Read a raw file and choose its place."""
    name = places.relative(path.absolute(), root.absolute())
    content = _fetch(path, name)
    draft = drafting.make(content, name)
    sha = draft.source.raw_sha256 or ""
    planned = {plan.draft.source.raw_sha256: (plan.id, plan.draft.source.raw) for plan in before}
    if sha in found.raws or sha in planned:
        id_, raw = found.raws[sha] if sha in found.raws else planned[sha]
        if as_id not in (None, id_):
            message = f"the file was filed before, as “{id_}”"
            hint = f"to rename the source, rename sources/{id_}.md"
            raise ContentError(Problem(path=name, message=message, hint=hint))
        known = replace(draft, source=replace(draft.source, raw=raw))
        return Plan(content=content, draft=known, id=id_, known=True)
    _refuse_other_raw(found.folder / "raw" / path.name, content, name, before)
    taken = found.ids | {plan.id for plan in before}
    if as_id in taken:
        message = f"there is another source “{as_id}”"
        raise ContentError(Problem(path=name, message=message, hint="choose another id with --as"))
    id_ = as_id or _free(draft.source.outlet, path.stem, taken)
    return Plan(content=content, draft=draft, id=id_, known=False)


def _fetch(path: Path, name: str) -> bytes:
    """Read a raw file.

    Raises:
        ContentError: when there is none, or none that can be read.
    """
    if path.is_dir():
        raise ContentError(Problem(path=name, message="this is a folder, not a file"))
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ContentError(Problem(path=name, message="there is no such file")) from None
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise ContentError(Problem(path=name, message=message)) from None


def _refuse_other_raw(kept: Path, content: bytes, name: str, before: Sequence[Plan]) -> None:
    """Refuse a file whose name another raw file has, or that another machine could not hold.

    Raises:
        ContentError: naming it.
    """
    hint = "rename the new file"
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
    if any(other != content for other in others):
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
    counts: Counter[str] = Counter()
    for removal in source.removed:
        counts[removal.kind] += removal.count
    articles = {piece.line.number for piece in plan.draft.pieces if piece.kind == "article"}
    return Filed(
        raw=source.raw or "",
        id=plan.id,
        path=places.relative(file, root),
        status=status,
        beside=places.relative(beside, root) if beside else None,
        title=source.title or "",
        title_derived=source.title_derived,
        published=source.published,
        updated=source.updated,
        refused=source.refused,
        kept=len(articles),
        removed=tuple(sorted(counts.items())),
    )


def _stamped(source: Source) -> bytes:
    """Write a source's file with the hash that tells later whether an editor has touched it."""
    bare = source_file.write(replace(source, filed_sha256=None)).encode()
    return source_file.write(replace(source, filed_sha256=shelf.stamp(bare))).encode()
