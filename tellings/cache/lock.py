"""One build of a project at a time, and one filing: locks under .cache/ that name who holds them.

The system keeps the lock and frees it when its holder ends, however it ends: none is ever stale.
"""

import contextlib
import json
import os
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tellings.errors import Problem, PublishError

__all__ = ["FILE", "FILING", "STAGE", "held", "swept"]

FILE: Final = "build.lock"
FILING: Final = "filing.lock"
"""Held while texts are filed: two at once could choose one id."""

WORK: Final = {FILE: "another build of this project", FILING: "another filing into this project"}
STAGE: Final = "tellings-stage-"
"""How the names of folders of finished pages begin, which a killed build leaves."""

PATIENCE: Final = 30.0
"""Seconds to wait for another build to end."""

PAUSE: Final = 0.1
NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
"""A link in the lock's place would have another file written over."""


@contextmanager
def held(
    folder: Path,
    *,
    file: str = FILE,
    patience: float = PATIENCE,
    waiting: Callable[[str], None] = lambda _: None,
) -> Iterator[None]:
    """Hold the lock of a folder while the block runs; where none can be made, go on without.

    `waiting` is told who is waited for.

    Raises:
        PublishError: when another process holds it for longer than `patience`.
    """
    made = not folder.exists()
    try:
        lock = _taken(folder / file, patience, waiting)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            (folder / file).unlink()
        os.close(lock)
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()


def swept(folder: Path) -> None:
    """Take away what killed builds left in a folder whose lock is held.

    A folder that is a link may hold what is not ours.
    """
    if folder.is_symlink():
        return
    for stage in folder.glob(f"{STAGE}*"):
        if stage.is_dir() and not stage.is_symlink():
            shutil.rmtree(stage, ignore_errors=True)


def _taken(path: Path, patience: float, waiting: Callable[[str], None]) -> int:
    """Take the lock, and write into its file who holds it.

    Raises:
        PublishError: when somebody else keeps it.
    """
    tries = int(patience / PAUSE) + 1
    for _ in range(tries):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock = os.open(path, os.O_RDWR | os.O_CREAT | NO_LINK, 0o644)
        except FileNotFoundError:
            # Whoever held it has made the folder too, and has just taken it away.
            continue
        if _locked(lock) and _stands(lock, path):
            os.ftruncate(lock, 0)
            os.write(lock, json.dumps({"pid": os.getpid(), "host": socket.gethostname()}).encode())
            return lock
        os.close(lock)
        waiting(f"waiting for {_holder(path)}")
        time.sleep(PAUSE)
    raise PublishError(
        Problem(
            path=f"{path.parent.name}/{path.name}",
            message=f"{WORK[path.name]} is at work: {_holder(path)}",
            hint="wait until it has ended, or end it",
        )
    )


def _stands(lock: int, path: Path) -> bool:
    """Tell whether the file that is locked is still the one at its place."""
    try:
        return os.path.samestat(os.fstat(lock), path.stat())  # noqa: TID251 - pathlib has no such
    except OSError:
        return False


def _holder(path: Path) -> str:
    try:
        known = json.loads(path.read_bytes()[:1000])
        return f"process {int(known['pid'])} on {str(known['host'])[:200]}"
    except (OSError, ValueError, KeyError, TypeError):
        return "a process that has not given its name"


if sys.platform == "win32":
    import msvcrt

    def _locked(lock: int) -> bool:
        # Far behind the end of the file, so that others can read who holds it.
        os.lseek(lock, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(lock, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _locked(lock: int) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
