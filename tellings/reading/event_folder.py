"""One event's folder → Event."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.model.corrections import Correction
from tellings.model.editions import Editions
from tellings.model.event import Event, Skipped, Target
from tellings.model.source import Source
from tellings.reading import corrections, front_matter, pictures, places, source_file
from tellings.reading.fields import Fields

__all__ = ["EventRead", "read", "title_of"]

KEYS = ("title", "on", "place", "targets", "draft", "image")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRead:
    """What came of reading a folder: the event, unless it is skipped or something is wrong."""

    event: Event | None = None
    skipped: tuple[Skipped, ...] = ()
    unnamed: tuple[str, ...] = ()
    """The paths of texts without rights, which no output names."""

    problems: tuple[Problem, ...] = ()


def read(folder: Path, root: Path, *, drafts: bool) -> EventRead:
    """Read an event: its event.md and its sources, in order of their ids."""
    path = places.relative(folder, root)
    wrong = places.problem_with_name(folder.name, path, "the event's folder")
    if wrong or not places.inside(folder, root):
        message = "the folder is a link that leads out of the project"
        return EventRead(problems=(wrong or Problem(path=path, message=message),))
    event, problems = _event(folder, root)
    if event.draft and not drafts:
        return EventRead(skipped=(Skipped(path=event.path, because="draft"),))
    sources, more = _sources(folder / "sources", root)
    problems = (*problems, *more)
    skipped = tuple(
        Skipped(path=source.path, because="draft")
        for source in sources
        if source.draft and not drafts
    )
    kept = tuple(source for source in sources if drafts or not source.draft)
    if any(problem.severity == "error" for problem in problems):
        return EventRead(skipped=skipped, problems=tuple(sorted(set(problems))))
    if not kept:
        hint = "file a text with “tellings ingest”, or write sources/NAME.md"
        nothing = Problem(
            path=event.path, message="the event has no sources", hint=hint, severity="warning"
        )
        problems = (*problems, nothing)
    shown = tuple(source for source in kept if source.rights != "none")
    away = frozenset(source.id for source in sources if source not in shown)
    unnamed = tuple(source.path for source in kept if source.rights == "none")
    said, more = _corrections(folder / corrections.FILE, root, shown, event.targets, away)
    published, doubts = _published(folder, root)
    problems = tuple(sorted({*problems, *more, *doubts}))
    if any(problem.severity == "error" for problem in problems):
        return EventRead(skipped=skipped, problems=problems)
    whole = replace(
        event,
        sources=shown,
        corrections=said,
        editions=published,
        withheld=len(kept) - len(shown),
        drafts=len(sources) - len(kept),
    )
    return EventRead(event=whole, skipped=skipped, unnamed=unnamed, problems=problems)


def _corrections(
    file: Path,
    root: Path,
    sources: tuple[Source, ...],
    targets: tuple[Target, ...],
    away: frozenset[str],
) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Read the editor's last word, where there is one."""
    if not file.exists() and not file.is_symlink():
        return (), ()
    path = places.relative(file, root)
    ids = tuple(target.id for target in targets)
    try:
        read = corrections.parse(places.fetch(file, root), path, sources, ids, away)
    except ContentError as error:
        return (), error.problems
    return read.corrections, read.problems


def _published(folder: Path, root: Path) -> tuple[Editions | None, tuple[Problem, ...]]:
    """Read what was published of the event before, where it is recorded."""
    if not (folder / "published.json").exists():
        return None, ()
    # Imported late: few events have a record, and a build with nothing to do reads none.
    from tellings.reading import editions  # noqa: PLC0415

    try:
        return editions.of_event(folder, root)
    except ContentError as error:
        return None, error.problems


def title_of(slug: str) -> str:
    """Make a title out of an event's slug: the day is taken off, the first letter made large."""
    words = re.sub(r"^\d{4}(-\d{2}){0,2}(-|$)", "", slug).replace("-", " ").strip() or slug
    return words[0].upper() + words[1:]


def _event(folder: Path, root: Path) -> tuple[Event, tuple[Problem, ...]]:
    """Read event.md, its sources left aside."""
    file = folder / "event.md"
    path = places.relative(file, root)
    plain = Event(slug=folder.name, path=path, title=title_of(folder.name))
    if not file.exists() and not file.is_symlink():
        message = f"the event has no event.md; its title is taken from its folder: “{plain.title}”"
        return plain, (Problem(path=path, message=message, severity="warning"),)
    try:
        front = front_matter.read(places.fetch(file, root), path)
    except ContentError as error:
        return plain, error.problems
    fields = Fields(path, front.fields, 1)
    fields.only(KEYS, "an event")
    event = Event(
        slug=folder.name,
        path=path,
        title=fields.text("title") or plain.title,
        on=fields.day("on"),
        place=fields.text("place"),
        targets=_targets(fields),
        draft=fields.flag("draft"),
        note=front.body.strip(),
        image=pictures.beside(fields, folder, root),
    )
    return event, tuple(fields.problems)


def _targets(fields: Fields) -> tuple[Target, ...]:
    """Read the targets; their ids stand in addresses and are not repeated."""
    entries = fields.each("targets")
    found: list[Target] = []
    for entry in entries:
        entry.only(("id", "name", "aliases"), "a target")
        target = Target(
            id=entry.needed("id"), name=entry.needed("name"), aliases=entry.texts("aliases")
        )
        wrong = places.problem_with_name(target.id, fields.path, "the target")
        if wrong and target.id:
            entry.note(entry.line_of("id"), wrong.message, wrong.hint)
        if target.id in {other.id for other in found}:
            entry.note(entry.line_of("id"), f"two targets have the id “{target.id}”")
        found.append(target)
    fields.gather(entries)
    return tuple(found)


def _sources(folder: Path, root: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Read every source, with all that is wrong among them."""
    if not folder.is_dir():
        return (), ()
    # Programs of editors lay hidden files beside those that are written.
    seen = (file for file in folder.iterdir() if not file.name.startswith("."))
    files = sorted(seen, key=lambda file: (file.stem, file.name))
    problems = [*_stray(files, root), *_alike(files, root)]
    sources: list[Source] = []
    for file in files:
        if file.suffix != ".md":
            continue
        path = places.relative(file, root)
        if wrong := places.problem_with_name(file.stem, path, "the source"):
            problems.append(wrong)
            continue
        try:
            source, warnings = source_file.parse(places.fetch(file, root), path, file.stem)
        except ContentError as error:
            problems.extend(error.problems)
        else:
            sources.append(source)
            problems.extend(warnings)
    return tuple(sources), tuple(problems)


def _stray(files: Iterable[Path], root: Path) -> list[Problem]:
    """Warn of newer filings that nobody has merged, and of files that are not read."""
    found: list[Problem] = []
    for file in files:
        if file.suffix == ".md":
            continue
        message = "this file is not read: sources are .md files"
        hint = ""
        if file.name.endswith(".md.new"):
            message = "an unmerged newer filing"
            hint = f"take over what you want into {file.name.removesuffix('.new')}, then delete it"
        path = places.relative(file, root)
        found.append(Problem(path=path, message=message, hint=hint, severity="warning"))
    return found


def _alike(files: Iterable[Path], root: Path) -> list[Problem]:
    """Report names that are one name on a disk that does not tell capitals from small letters."""
    seen: dict[str, str] = {}
    found: list[Problem] = []
    for file in files:
        other = seen.setdefault(file.name.casefold(), file.name)
        if other != file.name:
            message = f"“{file.name}” and “{other}” differ only in capital letters"
            found.append(Problem(path=places.relative(file, root), message=message))
    return found
