"""Which files of a folder are read: links that lead out and folders of pages’ parts are not."""

from collections.abc import Iterator
from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.reading import places

__all__ = ["walk"]

PARTS = "_files"
"""How browsers end the name of the folder with a saved page's pictures and frames."""


def walk(folder: Path, shown_as: str) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Give the files below a folder, in order of their paths, and what stands in the way.

    Raises:
        ContentError: when there is no such folder, or no file in it.
    """
    if not folder.exists():
        raise ContentError(Problem(path=shown_as, message="there is no such folder"))
    if not folder.is_dir():
        hint = "one file is filed with “tellings ingest”"
        raise ContentError(Problem(path=shown_as, message="this is a file, no folder", hint=hint))
    problems: list[Problem] = []
    files = tuple(_files(folder, folder, problems))
    if not files and not problems:
        raise ContentError(Problem(path=shown_as, message="the folder holds no file to sort"))
    return files, tuple(problems)


def _files(here: Path, top: Path, problems: list[Problem]) -> Iterator[Path]:
    try:
        entries = sorted(here.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror or error}"
        problems.append(Problem(path=places.relative(here, top), message=message))
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in (".html", ".htm")}
    for entry in entries:
        if entry.name.startswith(".") or _is_parts(entry, pages):
            continue
        if entry.is_symlink() and not (entry.exists() and places.inside(entry, top)):
            message = "it is a link that leads nowhere or out of the folder"
            problems.append(Problem(path=places.relative(entry, top), message=message))
        elif entry.is_dir() and not entry.is_symlink():
            yield from _files(entry, top, problems)
        elif entry.is_file():
            yield entry


def _is_parts(entry: Path, pages: set[str]) -> bool:
    return entry.name.endswith(PARTS) and entry.name.removesuffix(PARTS) in pages
