"""Everything under content/, read anew only where a file has changed."""

import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tellings.cache.memory import Store
from tellings.errors import Problem
from tellings.model.event import Content, PlainPage, Skipped
from tellings.reading import content_folder
from tellings.reading.event_folder import EventRead

__all__ = ["ContentRead", "Inputs", "read"]

Inputs = tuple[tuple[str, str], ...]
Pages = tuple[tuple[PlainPage, ...], tuple[Skipped, ...], tuple[Problem, ...]]
Standing = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRead:
    """What was read, and the path and SHA-256 of every file that it was read from."""

    content: Content = field(default_factory=Content)
    inputs: tuple[tuple[str, Inputs], ...] = ()
    """By the event's slug; under the empty slug those of the plain pages."""

    def inputs_of(self, slug: str) -> Inputs:
        """Give the inputs of one event."""
        return dict(self.inputs).get(slug, ())


def read(root: Path, store: Store, *, drafts: bool = False) -> ContentRead:
    """Read all events and plain pages; a file is the same while its time, size and place are."""
    content = root / "content"
    events: list[EventRead] = []
    inputs: list[tuple[str, Inputs]] = []
    for slug in content_folder.slugs(root):
        folder = content / "events" / slug
        key = ("read", root, slug, drafts, _standing(folder), _standing(folder / "sources"))
        event, of_event = store.recall(key, partial(_event, root, slug, drafts=drafts))
        events.append(event)
        inputs.append((slug, of_event))
    (pages, skipped, problems), of_pages = store.recall(
        ("read", root, drafts, _standing(content)), partial(_pages, root, drafts=drafts)
    )
    every = {*problems, *(problem for each in events for problem in each.problems)}
    return ContentRead(
        content=Content(
            events=tuple(each.event for each in events if each.event),
            pages=pages,
            skipped=(*(skip for each in events for skip in each.skipped), *skipped),
            problems=tuple(sorted(every)),
        ),
        inputs=(*inputs, ("", of_pages)),
    )


def _event(root: Path, slug: str, *, drafts: bool) -> tuple[EventRead, Inputs]:
    event = content_folder.read_event(root, slug, drafts=drafts)
    return event, content_folder.inputs(root, slug)


def _pages(root: Path, *, drafts: bool) -> tuple[Pages, Inputs]:
    return content_folder.read_pages(root, drafts=drafts), content_folder.page_inputs(root)


def _standing(folder: Path) -> Standing:
    """Tell the files of a folder apart from what they were, without reading them."""
    found: list[tuple[str, int, int, int]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                is_ = _stat(Path(entry.path))
                found.append((entry.name, is_.st_ino, is_.st_mtime_ns, is_.st_size))
    except OSError:
        return ()
    return tuple(sorted(found))


def _stat(path: Path) -> os.stat_result:
    """Look at a file, or at the link itself where it leads nowhere."""
    try:
        return path.stat()
    except OSError:
        return path.lstat()
