"""What is proposed → event folders, each text filed by ingest."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.ingest import event_file, filing, shelf
from tellings.ingest.filing import Filed
from tellings.reading import places
from tellings.sorting.proposing import Proposal, Sorted

__all__ = ["Written", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of one proposal."""

    slug: str
    made: bool
    """Whether the event is new."""

    filed: tuple[Filed, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What kept single texts from being filed."""


def write(found: Sorted, folder: Path, root: Path) -> tuple[Written, ...]:
    """Make the proposed events and file their texts; what is filed already stays as it is."""
    return tuple(_written(proposal, folder, root) for proposal in found.events)


def _written(proposal: Proposal, folder: Path, root: Path) -> Written:
    files = [folder / member.file for member in proposal.members]
    event = root / "content" / "events" / proposal.slug / "event.md"
    if not places.inside(event.parent, root):
        message = "the folder is a link that leads out of the project"
        path = places.relative(event.parent, root)
        return Written(
            slug=proposal.slug, made=False, problems=(Problem(path=path, message=message),)
        )
    filed, problems = _filed(root, proposal, files)
    return Written(slug=proposal.slug, made=not proposal.standing, filed=filed, problems=problems)


def _filed(
    root: Path, proposal: Proposal, files: Sequence[Path]
) -> tuple[tuple[Filed, ...], tuple[Problem, ...]]:
    """File all texts of an event; those that cannot be filed are left out and named."""
    left = list(files)
    problems: list[Problem] = []
    event = root / "content" / "events" / proposal.slug / "event.md"
    begun = not event.exists()
    while left:
        try:
            filed = filing.file_all(root, proposal.slug, left)
        except ContentError as error:
            problems.extend(error.problems)
            named = {problem.path for problem in error.problems}
            kept = [file for file in left if _shown(file, root) not in named]
            left = kept if len(kept) < len(left) else []
        else:
            if begun:
                title = proposal.title
                shelf.put(event, event_file.write(proposal.slug, (), title).encode(), root)
            return filed, tuple(problems)
    return (), tuple(problems)


def _shown(file: Path, root: Path) -> str:
    """Give a file as filing's problems name it."""
    return places.relative(file.absolute(), root.absolute())
