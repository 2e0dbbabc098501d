"""Everything under content/ → Content, with every problem of the run at once."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.model.event import Content, Event, PlainPage, Skipped
from tellings.reading import event_folder, front_matter, pictures, places
from tellings.reading.event_folder import EventRead
from tellings.reading.fields import Fields

__all__ = ["inputs", "page_inputs", "read", "read_event", "read_pages", "slugs"]

PAGE_KEYS = ("title", "draft")


def read(root: Path, *, drafts: bool = False) -> Content:
    """Read all events and plain pages of a project."""
    reads = tuple(read_event(root, slug, drafts=drafts) for slug in slugs(root))
    pages, skipped, problems = read_pages(root, drafts=drafts)
    events: tuple[Event, ...] = tuple(each.event for each in reads if each.event)
    every = {*problems, *(problem for each in reads for problem in each.problems)}
    return Content(
        events=events,
        pages=pages,
        skipped=(*(skip for each in reads for skip in each.skipped), *skipped),
        problems=tuple(sorted(every)),
    )


def slugs(root: Path) -> tuple[str, ...]:
    """Name the event folders of a project, in order."""
    folder = root / "content" / "events"
    if not folder.is_dir():
        return ()
    names = (each.name for each in folder.iterdir() if each.is_dir())
    return tuple(sorted(name for name in names if not name.startswith(".")))


def read_event(root: Path, slug: str, *, drafts: bool = False) -> EventRead:
    """Read one event alone."""
    return event_folder.read(root / "content" / "events" / slug, root, drafts=drafts)


def read_pages(
    root: Path, *, drafts: bool = False
) -> tuple[tuple[PlainPage, ...], tuple[Skipped, ...], tuple[Problem, ...]]:
    """Read the plain pages, `content/*.md`: pages, those skipped, and what is wrong."""
    pages: list[PlainPage] = []
    skipped: list[Skipped] = []
    problems: list[Problem] = []
    for file in _page_files(root):
        path = places.relative(file, root)
        if wrong := places.problem_with_name(file.stem, path, "the page"):
            problems.append(wrong)
            continue
        try:
            front = front_matter.read(places.fetch(file, root), path)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        fields = Fields(path, front.fields, 1)
        fields.only(PAGE_KEYS, "a page")
        title, draft = fields.text("title"), fields.flag("draft")
        problems.extend(fields.problems)
        if draft and not drafts:
            skipped.append(Skipped(path=path, because="draft"))
        elif not any(problem.severity == "error" for problem in fields.problems):
            title, body = _titled(title, front.body, file.stem)
            pages.append(PlainPage(name=file.stem, path=path, title=title, body=body))
    return tuple(pages), tuple(skipped), tuple(problems)


def inputs(root: Path, slug: str) -> tuple[tuple[str, str], ...]:
    """Give the path and SHA-256 of every file an event is made from, in order of path."""
    folder = root / "content" / "events" / slug
    own = [folder / name for name in ("event.md", "corrections.toml", "published.json")]
    files = [*own, *pictures.every(folder), *_sorted(folder / "sources")]
    return tuple(sorted(_hashes(files, root)))


def page_inputs(root: Path) -> tuple[tuple[str, str], ...]:
    """Give the path and SHA-256 of every plain page, in order of path."""
    return tuple(sorted(_hashes(_page_files(root), root)))


def _hashes(files: Iterable[Path], root: Path) -> Iterator[tuple[str, str]]:
    for file in files:
        if file.is_file() and places.inside(file, root):
            yield places.relative(file, root), sha256(file.read_bytes()).hexdigest()


def _page_files(root: Path) -> tuple[Path, ...]:
    return _sorted(root / "content")


def _sorted(folder: Path) -> tuple[Path, ...]:
    """Give a folder's Markdown files in order of name, those of editors' programs left out."""
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(
            file for file in folder.glob("*.md") if not file.name.startswith(".") and file.is_file()
        )
    )


def _titled(title: str | None, body: str, name: str) -> tuple[str, str]:
    """Give a page's title and body; a first heading that serves as title is not repeated."""
    text = body.strip()
    heading = re.match(r"#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n+|$)", text)
    if title:
        return title, text
    if heading:
        return heading[1], text[heading.end() :]
    return name.replace("-", " ").capitalize(), text
