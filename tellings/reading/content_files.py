"""Which files there are under content/, and their hashes: nothing is read as text here."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from tellings.reading import places

__all__ = ["ENDINGS", "folders", "inputs", "page_files", "page_inputs", "slugs"]

ENDINGS = {"png": (".png",), "jpg": (".jpg", ".jpeg")}
"""What the names of pictures end with, by their kind."""

OWN = ("event.md", "corrections.toml", "published.json")


def slugs(root: Path) -> tuple[str, ...]:
    """Name the event folders of a project, in order."""
    folder = root / "content" / "events"
    if not folder.is_dir():
        return ()
    names = (each.name for each in folder.iterdir() if each.is_dir())
    return tuple(sorted(name for name in names if not name.startswith(".")))


def folders(root: Path, slug: str) -> tuple[Path, ...]:
    """Give the folders that hold the files of an event."""
    folder = root / "content" / "events" / slug
    return folder, folder / "sources"


def inputs(root: Path, slug: str) -> tuple[tuple[str, str], ...]:
    """Give the path and SHA-256 of every file an event is made from, in order of path."""
    folder, sources = folders(root, slug)
    own = [folder / name for name in OWN]
    return tuple(sorted(_hashes([*own, *pictures(folder), *_sorted(sources)], root)))


def page_inputs(root: Path) -> tuple[tuple[str, str], ...]:
    """Give the path and SHA-256 of every plain page, in order of path."""
    return tuple(sorted(_hashes(page_files(root), root)))


def page_files(root: Path) -> tuple[Path, ...]:
    """Give the plain pages, `content/*.md`, in order of name."""
    return _sorted(root / "content")


def pictures(folder: Path) -> tuple[Path, ...]:
    """Give the files of a folder that may be pictures, in order."""
    endings = {ending for some in ENDINGS.values() for ending in some}
    if not folder.is_dir():
        return ()
    return tuple(sorted(file for file in folder.iterdir() if file.suffix.lower() in endings))


def _hashes(files: Iterable[Path], root: Path) -> Iterator[tuple[str, str]]:
    for file in files:
        if file.is_file() and places.inside(file, root):
            yield places.relative(file, root), sha256(file.read_bytes()).hexdigest()


def _sorted(folder: Path) -> tuple[Path, ...]:
    """Give a folder's Markdown files in order of name, those of editors' programs left out."""
    if not folder.is_dir():
        return ()
    return tuple(
        sorted(
            file for file in folder.glob("*.md") if not file.name.startswith(".") and file.is_file()
        )
    )
