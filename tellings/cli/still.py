"""A command that found nothing to do, given again while no file has changed: told from memory.

This costs a look at the times of every file, and none of the imports of a build. A file that was
changed less than two seconds before the remembered build began is not trusted to be as it was.
"""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

TYPE_CHECKING = False
"""As in typing, without its import."""

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final, Self

__all__ = ["FILE", "Still"]

FILE: "Final" = "still.txt"
FORMAT: "Final" = "1"
YOUNG: "Final" = 2_000_000_000
"""In nanoseconds: some disks count the times of files in seconds only."""

LARGEST: "Final" = 1024 * 1024
"""Bytes of what is remembered; a build says less."""

SPOKEN: "Final" = ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "PYTHONPATH", "TERM")
"""What of the environment decides what is said."""


class MovingError(Exception):
    """What stands there cannot be told from its times."""


class Still:
    """A command in its place, and the files that decide what it comes to."""

    __slots__ = ("_begun", "_command", "_root")

    def __init__(self, argv: Sequence[str], root: str) -> None:
        self._begun = time.monotonic_ns()
        self._root = root
        heard = (str(stream.isatty()) for stream in (sys.stdout, sys.stderr))
        spoken = (os.environ.get(name, "") for name in SPOKEN)
        self._command = [FORMAT, sys.version, *sys.path, os.getcwd(), *heard, *spoken, *argv]

    @classmethod
    def of(cls, argv: Sequence[str], own: "Path | str | None") -> "Self | None":
        """Give a command that may be told from memory; None in a folder that is gone.

        `own` is the folder of the project whose build.py was called.
        """
        named = (one for at, one in enumerate(argv) if at and argv[at - 1] == "--root")
        try:
            return cls(argv, os.path.realpath(next(named, own or ".")))
        except OSError:
            return None

    def told(self) -> bool:
        """Say what was said the last time, if nothing has changed since; tell whether it was."""
        try:
            is_ = os.lstat(self._place())
            if not stat.S_ISREG(is_.st_mode) or is_.st_size > LARGEST:
                # A pipe would be waited for, a device read for ever.
                return False
            with open(self._place(), encoding="utf-8", errors="surrogateescape") as file:
                key, output, *lines = file.read().split("\n")
            if key != self._key(output)[0]:
                return False
            for line in lines:
                stream = sys.stderr if line.startswith("!") else sys.stdout
                print(sayable(line[1:], stream.encoding), file=stream, flush=True)
        except (OSError, ValueError, RecursionError, MovingError):
            # A stream that cannot be written to is for the build to speak of.
            return False
        return True

    def keep(self, root: "Path", output: "Path", said: Iterable[tuple[bool, str]]) -> None:
        """Remember what was said, and whether as an error, where all files stand still.

        `root` is the project that was built and `output` the folder that was published into.
        """
        if str(root) != self._root or "\n" in str(output):
            return
        place, young = self._place(), f"{self._place()}.{os.getpid()}"
        every = ((loud, line) for loud, words in said for line in words.split("\n"))
        lines = [("!" if loud else " ") + line for loud, line in every]
        with suppress(OSError, RecursionError, MovingError):
            with open(young, "x", encoding="utf-8", errors="surrogateescape") as file:
                key, newest = self._key(str(output))
                file.write("\n".join([key, str(output), *lines]))
            # By the clock of the project's own disk.
            now = os.stat(young).st_mtime_ns
            if newest < now - (time.monotonic_ns() - self._begun) - YOUNG:
                os.replace(young, place)
        with suppress(OSError):
            os.unlink(young)

    def _place(self) -> str:
        return os.path.join(self._root, ".cache", FILE)

    def _key(self, output: str) -> tuple[str, int]:
        """Sum up the command and its files; and give the newest time of those that it reads."""
        sum_ = hashlib.sha256("\0".join(self._command).encode("utf-8", "surrogateescape"))
        newest = 0
        for folder in self._made_from():
            lines, time_ = laid(folder)
            sum_.update(lines)
            newest = max(newest, time_)
        sum_.update(laid(output)[0])
        for path in sys.path[1:]:
            # Libraries: installing one changes the folder itself.
            with suppress(OSError):
                sum_.update(b"%d\n" % os.stat(path).st_mtime_ns)
        return sum_.hexdigest(), newest

    def _made_from(self) -> Iterator[str]:
        """Name what decides the pages: the project's files, the program and its libraries."""
        yield os.path.join(self._root, "content")
        yield os.path.join(self._root, "themes")
        yield os.path.join(self._root, "pyproject.toml")
        home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        yield home
        yield os.path.join(os.path.dirname(home), "themes")


def sayable(line: str, encoding: str | None) -> str:
    """Give a line as a stream can print it: with “?” for what its encoding lacks."""
    encoding = encoding or "utf-8"
    return line.encode(encoding, "replace").decode(encoding)


def laid(path: str) -> tuple[bytes, int]:
    """Give what is below a folder, or a file, with its times; and the newest of these.

    Raises:
        MovingError: when there is a link: what it leads to may change elsewhere.
    """
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except FileNotFoundError:
        return b"-\n", 0
    except NotADirectoryError:
        is_ = os.stat(path)
        return lined(path, is_), max(is_.st_mtime_ns, is_.st_ctime_ns)
    found, newest = [], 0
    for entry in entries:
        if entry.name == "__pycache__":
            continue
        is_ = entry.stat(follow_symlinks=False)
        if entry.is_symlink():
            raise MovingError
        newest = max(newest, is_.st_mtime_ns, is_.st_ctime_ns)
        found.append(lined(entry.name, is_))
        if entry.is_dir():
            below, time_ = laid(entry.path)
            newest = max(newest, time_)
            found.append(below)
    return b"%s %d\n%s" % (os.fsencode(path), len(found), b"".join(found)), newest


def lined(name: str, is_: os.stat_result) -> bytes:
    """Write down what tells a file from what it was: its times, its size, its number on the disk.

    The time of a file can be set by anybody; that of its last change of any kind cannot.
    """
    times = is_.st_mtime_ns, is_.st_ctime_ns
    return b"%s/%d/%d/%d/%d\n" % (os.fsencode(name), *times, is_.st_size, is_.st_ino)
