"""A new event's folder."""

from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.ingest import event_file
from tellings.reading import places

__all__ = ["begin"]


def begin(root: Path, slug: str) -> Path:
    """Make the folder of a new event and give its event.md.

    Raises:
        ContentError: when the name cannot stand in an address, or the event exists.
    """
    folder = root / "content" / "events" / slug
    path = f"content/events/{slug}"
    wrong = places.problem_with_name(slug, path, "the event's folder")
    if wrong:
        raise ContentError(wrong)
    if not places.inside(folder, root):
        raise ContentError(Problem(path=path, message="leads out of the project"))
    if folder.exists() or folder.is_symlink():
        hint = "choose another name, or file texts into it: tellings ingest"
        raise ContentError(Problem(path=path, message="the event exists already", hint=hint))
    for name in ("raw", "sources"):
        (folder / name).mkdir(parents=True)
    event = folder / "event.md"
    event.write_text(event_file.write(slug, ()), "utf-8", newline="\n")
    return event
