"""Which files there are under content/, and their hashes: nothing is read as text here."""

import re
from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path

from tellings.reading import places

__all__ = ["ENDINGS", "beside", "folders", "inputs", "page_files", "page_inputs", "slugs"]

ENDINGS = {"png": (".png",), "jpg": (".jpg", ".jpeg")}
"""What the names of pictures end with, by their kind."""

SURROGATE = re.compile("[\ud800-\udfff]")
"""What stands in a name for bytes that are not UTF-8."""

OWN = ("event.md", "corrections.toml", "published.json")


def slugs(root: Path) -> tuple[str, ...]:
    """Name the event folders of a project, in order."""
    names = (each.name for each in _entries(root / "content" / "events") if each.is_dir())
    return tuple(sorted(name for name in names if not name.startswith(".")))


def folders(root: Path, slug: str) -> tuple[Path, ...]:
    """Give the folders that hold the files of an event."""
    folder = root / "content" / "events" / slug
    return folder, folder / "sources"


def inputs(root: Path, slug: str) -> tuple[tuple[str, str], ...]:
    """Give the path and SHA-256 of every file an event is made from, in order of path."""
    return tuple(sorted(_hashes(_own(root, slug), root)))


def beside(root: Path, slug: str) -> tuple[str, ...]:
    """Give the paths of what stands among an event's files and cannot be read, or never is."""
    _, sources = folders(root, slug)
    others = [file for file in _standing(sources) if file.suffix != ".md"]
    unread = [file for file in _own(root, slug) if not _readable(file, root)]
    return tuple(sorted(places.relative(file, root) for file in (*others, *unread)))


def _own(root: Path, slug: str) -> tuple[Path, ...]:
    """Give the files of an event, whatever they are."""
    folder, sources = folders(root, slug)
    own = (folder / name for name in OWN)
    read = (file for file in _standing(sources) if file.suffix == ".md")
    every = (*own, *pictures(folder), *read)
    return tuple(file for file in every if file.exists() or file.is_symlink())


def page_inputs(root: Path) -> tuple[tuple[str, str], ...]:
    """Give the path and SHA-256 of every plain page, in order of path.

    One that leads out of the project has no sum, and is refused when it is read.
    """
    found = dict(_hashes(page_files(root), root))
    names = (places.relative(file, root) for file in page_files(root))
    return tuple(sorted((name, found.get(name, "")) for name in names))


def page_files(root: Path) -> tuple[Path, ...]:
    """Give the plain pages, `content/*.md`, in order of name."""
    return _sorted(root / "content")


def pictures(folder: Path) -> tuple[Path, ...]:
    """Give the files of a folder that may be pictures, in order."""
    endings = {ending for some in ENDINGS.values() for ending in some}
    # A name that is not UTF-8 is none that an event.md could give.
    named = (file for file in _entries(folder) if SURROGATE.search(file.name) is None)
    return tuple(sorted(file for file in named if file.suffix.lower() in endings))


def _readable(file: Path, root: Path) -> bool:
    return file.is_file() and places.inside(file, root)


def _hashes(files: Iterable[Path], root: Path) -> Iterator[tuple[str, str]]:
    for file in files:
        if _readable(file, root):
            with file.open(mode="rb", buffering=0) as content:
                yield places.relative(file, root), file_digest(content, "sha256").hexdigest()


def _standing(folder: Path) -> tuple[Path, ...]:
    """Give what stands in a folder in order of name, what is hidden left out."""
    return tuple(sorted(file for file in _entries(folder) if not file.name.startswith(".")))


def _entries(folder: Path) -> tuple[Path, ...]:
    """Give what stands in a folder; nothing where there is none.

    Raises:
        PermissionError: when that cannot be seen: what is there would be left out in silence.
    """
    try:
        return tuple(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()


def _sorted(folder: Path) -> tuple[Path, ...]:
    """Give a folder's Markdown files in order of name, those of editors' programs left out."""
    return tuple(file for file in _standing(folder) if file.suffix == ".md" and file.is_file())
