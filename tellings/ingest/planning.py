"""Raw files read, and the place of each chosen; nothing is written yet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from tellings.errors import ContentError, Problem
from tellings.ingest import drafting, revising, shelf
from tellings.ingest.drafting import Draft, Told
from tellings.ingest.facts import Fact
from tellings.ingest.receiving.arrivals import Arrival
from tellings.ingest.revising import Revision
from tellings.ingest.shelf import Shelf
from tellings.ingest.wishes import Wishes
from tellings.model.source import Source
from tellings.publish import paths
from tellings.reading import places, source_file

__all__ = ["Plan", "Revised", "plan"]

SILENT = ("outlet", "url", "published")
"""Fields that stay where a newer version of a source says nothing of them."""

CHOOSE = "say with --as whose newer version it is, or give another id to a source of its own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """A source that is there, and of which a newer version comes in."""

    source: Source
    content: bytes
    """Its file, as the editor has left it."""

    base: Draft | None
    """What its raw file makes by itself; None where the raw file is not what it was."""

    revision: Revision | None = None
    """What both make together; None where the editor has touched nothing, or there is no base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One raw file read, its place chosen, nothing written yet."""

    content: bytes
    name: str
    """What the file is called now."""

    draft: Draft
    id: str
    known: bool = False
    """Whether a source made from this very file is there already."""

    older: bool = False
    """Whether a newer version of it has been filed since."""

    revised: Revised | None = None


def plan(
    arrival: Arrival, found: Shelf, root: Path, wishes: Wishes, before: Sequence[Plan]
) -> Plan:
    """Read a raw file and choose its place.

    Raises:
        ContentError: with what is wrong with it.
    """
    sha = sha256(arrival.content).hexdigest()
    planned = {each.draft.source.raw_sha256: (each.id, each.draft.source.raw) for each in before}
    known = found.raws.get(sha) or planned.get(sha) or found.earlier.get(sha)
    if known is not None:
        older = sha not in found.raws and sha not in planned
        return _known(arrival, *known, found, wishes, older=older)
    draft = _drafted(arrival, wishes.told(arrival))
    if id_ := _named(arrival, draft, found, root, wishes):
        if any(each.id == id_ for each in before):
            message, hint = f"another of these files is “{id_}”", "file the older one first"
            raise ContentError(Problem(path=arrival.path, message=message, hint=hint))
        return _newer(arrival, id_, found, root, wishes, before)
    _refuse_other_raw(found.folder / "raw" / arrival.name, arrival, found, before)
    taken = found.ids | {each.id for each in before}
    stem = PurePosixPath(arrival.name).stem
    id_ = wishes.as_id or _free(draft.source.outlet, stem, taken)
    draft = replace(draft, source=replace(draft.source, raw=arrival.name))
    return Plan(content=arrival.content, name=arrival.name, draft=draft, id=id_)


def _known(
    arrival: Arrival, id_: str, raw: str | None, found: Shelf, wishes: Wishes, *, older: bool
) -> Plan:
    """Plan the filing of a file that was filed before.

    Raises:
        ContentError: when another id is asked for.
    """
    if wishes.as_id not in (None, id_):
        message = f"the file was filed before, as “{id_}”"
        hint = f"to rename the source, rename sources/{id_}.md"
        raise ContentError(Problem(path=arrival.path, message=message, hint=hint))
    file = found.folder / "sources" / f"{id_}.md"
    told = shelf.told(file, wishes.told(arrival))
    draft = _drafted(arrival, told)
    earlier: tuple[str, ...] = ()
    if before := _revised_before(file, id_):
        draft = _heard(draft, lambda known: _drafted(arrival, known), before)
        earlier = before.earlier
    draft = replace(draft, source=replace(draft.source, raw=raw or arrival.name, earlier=earlier))
    content, name = arrival.content, arrival.name
    return Plan(content=content, name=name, draft=draft, id=id_, known=True, older=older)


def _revised_before(file: Path, id_: str) -> Source | None:
    """Read a source of which a newer version has come in before; None where it is none."""
    try:
        source, _ = source_file.parse(file.read_bytes(), file.name, id_)
    except (ContentError, OSError):
        return None
    return source if source.earlier else None


def _heard(draft: Draft, make: Callable[[Told], Draft], before: Source) -> Draft:
    """Give a draft that keeps what an older version said, where this one is silent."""
    words = {each.field: each.words for each in reversed(before.evidence)}
    heard = tuple(
        Fact(field=name, value=getattr(before, name), words=words[name], line=0)
        for name in SILENT
        if name in words and getattr(before, name) and getattr(draft.source, name) is None
    )
    return make(replace(draft.told, heard=heard)) if heard else draft


def _named(arrival: Arrival, draft: Draft, found: Shelf, root: Path, wishes: Wishes) -> str | None:
    """Give the source of which a file is a newer version; None where it is one of its own.

    Raises:
        ContentError: where that cannot be told.
    """
    same = found.at(draft.source.url)
    wanted = (wishes.as_id,) if wishes.as_id else same
    alike = tuple(
        id_
        for id_ in wanted
        if id_ in found.ids and revising.shares(_source(found, root, id_)[0], draft.source)
    )
    message = ""
    if wishes.as_id in found.ids and wishes.as_id not in (*alike, *same):
        message = f"there is another source “{wishes.as_id}”, with no paragraph of this file"
    elif wishes.as_id is None and same and len(alike) != 1:
        names = ", ".join(f"“{id_}”" for id_ in same)
        message = f"it has the address of {names}" + ("" if alike else ", and no paragraph of it")
    if message:
        raise ContentError(Problem(path=arrival.path, message=message, hint=CHOOSE))
    if wishes.as_id in same:
        return wishes.as_id
    return alike[0] if alike else None


def _source(found: Shelf, root: Path, id_: str) -> tuple[Source, bytes]:
    """Read a source that is there.

    Raises:
        ContentError: with everything that is wrong in its file.
    """
    file = found.folder / "sources" / f"{id_}.md"
    content = places.fetch(file, root)
    return source_file.parse(content, places.relative(file, root), id_)[0], content


def _newer(
    arrival: Arrival, id_: str, found: Shelf, root: Path, wishes: Wishes, before: Sequence[Plan]
) -> Plan:
    """Plan the filing of a newer version.

    Raises:
        ContentError: when the source was written by hand.
    """
    file = found.folder / "sources" / f"{id_}.md"
    source, content = _source(found, root, id_)
    if source.raw is None:
        message = f"“{id_}” was written by hand: its text cannot be told from what you have changed"
        hint = "take over by hand what is new, or give this file another id with --as"
        raise ContentError(Problem(path=arrival.path, message=message, hint=hint))
    # What a server said of the older file's bytes holds for those alone.
    told = replace(
        shelf.told(file, wishes.told(arrival)), address=arrival.address, charset=arrival.charset
    )
    draft = _heard(_drafted(arrival, told), lambda known: _drafted(arrival, known), before=source)
    name = _name_beside(arrival, found, before)
    facts = replace(draft.source, raw=name, earlier=(*source.earlier, source.raw))
    return Plan(
        content=arrival.content,
        name=arrival.name,
        draft=replace(draft, source=facts),
        id=id_,
        revised=Revised(source=source, content=content, base=_base(source, file, found, root)),
    )


def _base(source: Source, file: Path, found: Shelf, root: Path) -> Draft | None:
    """Make what a source's own raw file makes by itself."""
    raw = found.folder / "raw" / (source.raw or "")
    try:
        content = places.fetch(raw, root)
        if sha256(content).hexdigest() != source.raw_sha256:
            return None
        draft = drafting.make(content, raw.name, shelf.told(file, Told()))
        if source.earlier:
            draft = _heard(draft, lambda known: drafting.make(content, raw.name, known), source)
    except ContentError:
        return None
    return draft


def _name_beside(arrival: Arrival, found: Shelf, before: Sequence[Plan]) -> str:
    """Name a newer raw file so that it stands beside the older ones."""
    folder = found.folder / "raw"
    named = PurePosixPath(arrival.name)
    planned = {(each.draft.source.raw or "").casefold() for each in before}
    taken = {file.name.casefold() for file in folder.glob("*")} | planned
    names = (
        arrival.name,
        *(f"{named.stem}-{n}{named.suffix}" for n in range(2, len(taken) + 3)),
    )
    for name in names:
        file = folder / name
        if name.casefold() not in taken:
            return name
        if file.is_file() and file.read_bytes() == arrival.content:
            return name
    raise AssertionError("one name more than are taken is free")


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


def _refuse_other_raw(kept: Path, arrival: Arrival, found: Shelf, before: Sequence[Plan]) -> None:
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
    there = {each.draft.source.raw or "" for each in before}
    there |= {file.name for file in kept.parent.glob("*")}
    for twin in sorted(there - {kept.name}):
        if twin.casefold() == kept.name.casefold():
            message = f"some disks cannot tell it from raw/{twin}"
            raise ContentError(Problem(path=name, message=message, hint=hint))
    same_name = (each.content for each in before if each.draft.source.raw == kept.name)
    others = [*same_name, *([kept.read_bytes()] if kept.is_file() else [])]
    if any(other != arrival.content for other in others):
        message = f"raw/{kept.name} is there already, with other content"
        of = next((id_ for id_, raw in found.raws.values() if raw == kept.name), None)
        newer = f"; a newer version of “{of}” is filed with --as {of}" if of else ""
        raise ContentError(Problem(path=name, message=message, hint=hint + newer))


def _free(outlet: str | None, stem: str, taken: frozenset[str]) -> str:
    """Choose an id: the outlet's name, else the file's, numbered where it is taken."""
    base = places.slug_of(outlet or "") or places.slug_of(stem) or "source"
    numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    return next(id_ for id_ in (base, *numbered) if id_ not in taken)
