"""The files of a project as they stand: hashed only where they are not as they were."""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from tellings.cache.disk import Seen, Shelf

__all__ = ["Ground", "Inputs", "key_of", "program"]

Inputs = tuple[tuple[str, str], ...]
"""Paths of files, from the project's folder, with their SHA-256."""

LIBRARIES: Final = (
    *("jinja2", "markdown-it-py", "markupsafe", "numpy", "nupunkt"),
    *("python-frontmatter", "pyyaml"),
)
"""What decides, beside the program itself, what is found and written."""

YOUNG: Final = 2_000_000_000
"""A file changed so many nanoseconds ago or less may change again without another time of its own:
some disks count in seconds. It is hashed again in the next build."""


class Ground:
    """What is known of the project's files, and what has been learnt in this build."""

    def __init__(self, shelf: Shelf, now: int) -> None:
        self._shelf = shelf
        self._seen = shelf.seen()
        self._learnt: dict[str, Seen] = {}
        self._now = now
        """In nanoseconds, by the clock of the project's own disk."""

    def inputs(
        self,
        place: str,
        folders: Iterable[Path],
        read: Callable[[], Inputs],
        beside: Iterable[Path] = (),
    ) -> Inputs:
        """Give the files of a place with their hashes: as remembered while none has changed.

        Of the folders `beside` only their own times count.
        """
        mark, newest = _mark(folders, beside)
        known = self.seen(place)
        if known is not None and known[0] == mark and (pairs := _pairs(known[1])) is not None:
            return pairs
        found = read()
        if newest < self._now - YOUNG:
            self._learnt[_plain(place)] = mark, json.dumps(found)
        return found

    def seen(self, place: str) -> Seen | None:
        """Give what is remembered of a place."""
        return self._seen.get(_plain(place))

    def learn(self, place: str, mark: str, value: str) -> None:
        """Remember a place."""
        if self.seen(place) != (mark, value):
            self._learnt[_plain(place)] = mark, value

    def keep(self) -> None:
        """Lay down what has been learnt."""
        if self._learnt:
            self._shelf.see(self._learnt)
            self._seen = {**self._seen, **self._learnt}
            self._learnt = {}


def key_of(*parts: object) -> str:
    """Give the key of what is made from some plain values."""
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode(errors="surrogatepass")).hexdigest()


def program(ground: Ground) -> str:
    """Sum up the program itself: its own files, and the libraries that decide what is found."""
    home = Path(__file__).parent.parent
    # Installing a library changes the folder that holds it.
    beside = [Path(path) for path in sys.path[1:]]
    folders = [Path(folder) for folder, _, _ in os.walk(home) if "__pycache__" not in folder]
    place = f"program {home}"
    files = ground.inputs(place, folders, lambda: _program(home, folders), beside)
    return key_of(sys.version, files)


def _program(home: Path, folders: Iterable[Path]) -> Inputs:
    from importlib.metadata import version  # noqa: PLC0415 - slow, and seldom asked

    own = (
        (path.relative_to(home).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for folder in folders
        for path in folder.iterdir()
        if path.is_file() and path.suffix != ".pyc"
    )
    return (*sorted(own), *((name, version(name)) for name in LIBRARIES))


def _plain(place: str) -> str:
    """Write a place as every disk can keep it: the name of a file need not be UTF-8."""
    return place.encode(errors="backslashreplace").decode()


def _pairs(written: str) -> Inputs | None:
    """Read files with their hashes; None where something else is written."""
    try:
        pairs = tuple((path, sha) for path, sha in json.loads(written))
    except (TypeError, ValueError, RecursionError):
        return None
    return pairs if all(isinstance(word, str) for pair in pairs for word in pair) else None


def _mark(folders: Iterable[Path], beside: Iterable[Path]) -> tuple[str, int]:
    """Tell folders from what they were, without reading a file; and give the newest time."""
    newest = 0
    found: list[tuple[object, ...]] = [(folder.as_posix(), _time(folder)) for folder in beside]
    for folder in folders:
        for name, time, changed, *others in _standing(folder):
            found.append((folder.name, name, time, changed, *others))
            newest = max(newest, time, changed)
    return hashlib.sha256(repr(sorted(map(repr, found))).encode()).hexdigest(), newest


def _time(folder: Path) -> int:
    """Give the time of a folder; 0 where it cannot be looked at."""
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _standing(folder: Path) -> list[tuple[str, int, int, int, int]]:
    """Give each file with its times, its size and its number on the disk.

    The time of a file can be set by anybody; that of its last change of any kind cannot.
    """
    found: list[tuple[str, int, int, int, int]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name == "__pycache__":
                    continue
                is_ = _stat(entry)
                others = is_.st_ctime_ns, is_.st_size, is_.st_ino
                found.append((entry.name, is_.st_mtime_ns, *others))
    except OSError:
        return []
    return found


def _stat(entry: "os.DirEntry[str]") -> os.stat_result:
    """Look at a file, or at the link itself where it leads nowhere."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)
