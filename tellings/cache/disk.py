"""What is remembered from one build to the next: one SQLite file under .cache/."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

__all__ = ["FILE", "LIMIT", "Disk", "Shelf", "forget", "opened"]

FILE: Final = "tellings.sqlite"
LIMIT: Final = 512
"""How many MiB of findings are kept when nothing else is said."""

FORMAT = 1
"""Another number means another shape of the tables: an older file is begun anew."""

PATIENCE = 10.0
"""Seconds to wait for another build that writes."""

WHOLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
"""Faults of the disk, or of another program that holds the file: the file itself is whole."""

FRESH = 20
"""So many builds that find something new go by before a finding in use is marked as used again."""

TABLES = (
    """CREATE TABLE seen (place TEXT PRIMARY KEY, mark TEXT NOT NULL, value TEXT NOT NULL)
WITHOUT ROWID""",
    """CREATE TABLE found (key TEXT PRIMARY KEY, value BLOB NOT NULL, turn INTEGER NOT NULL)
WITHOUT ROWID""",
    "CREATE INDEX by_turn ON found (turn, key)",
)
"""All that stands in a file of ours: what else there is, a view perhaps, may never end."""

Seen = tuple[str, str]
"""A mark that tells whether a place is as it was, and what was found there."""


class Shelf:
    """A shelf on which nothing stays."""

    def __init__(self, word: str = "") -> None:
        self.word = word
        """What a user should know of the shelf; empty when all is well."""

    def seen(self) -> Mapping[str, Seen]:
        """Remember no place."""
        return {}

    def see(self, places: Mapping[str, Seen]) -> None:
        """Forget the places."""

    def found(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Remember no finding."""
        return {}

    def keep(self, findings: Mapping[str, bytes]) -> None:
        """Forget the findings."""

    def close(self) -> None:
        """Have nothing to close."""


class Disk(Shelf):
    """Findings by key and places by name, in an open file.

    When the file fails while it is used, the rest of the build goes on without it.
    """

    def __init__(self, base: sqlite3.Connection, path: Path, limit: int, word: str) -> None:
        super().__init__(word)
        self._base = base
        self._path = path
        self._limit = limit
        self._torn = False
        (turn,) = base.execute("SELECT coalesce(max(turn), 0) FROM found").fetchone()
        self._turn = turn + 1 if isinstance(turn, int) else 1

    def seen(self) -> Mapping[str, Seen]:
        """Give every place that was seen."""
        known: dict[str, Seen] = {}
        with self._surviving():
            rows = self._base.execute("SELECT place, mark, value FROM seen")
            known.update(
                (place, (mark, value))
                for place, mark, value in rows
                if isinstance(mark, str) and isinstance(value, str)
            )
        return known

    def see(self, places: Mapping[str, Seen]) -> None:
        """Remember places as they are."""
        rows = [(place, *seen) for place, seen in places.items()]
        with self._surviving(), self._writing():
            self._base.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", rows)

    def found(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Give the findings that are kept under these keys; they are wanted still."""
        known: dict[str, bytes] = {}
        late: list[tuple[int, str]] = []
        ask = "SELECT value, turn FROM found WHERE key = ?"
        with self._surviving():
            for key in keys:
                row = self._base.execute(ask, (key,)).fetchone()
                if row is not None and isinstance(row[0], bytes) and isinstance(row[1], int):
                    known[key] = row[0]
                    late += [(self._turn, key)] if row[1] + FRESH < self._turn else []
            if late:
                with self._writing():
                    self._base.executemany("UPDATE found SET turn = ? WHERE key = ?", late)
        return known

    def keep(self, findings: Mapping[str, bytes]) -> None:
        """Keep findings; those that nobody has asked for longest go when room is short."""
        rows = [(key, value, self._turn) for key, value in findings.items()]
        with self._surviving(), self._writing():
            self._base.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Make room, and close the file; one that is torn is thrown away."""
        with self._surviving():
            self._make_room()
        with contextlib.suppress(sqlite3.Error):
            self._base.close()
        if self._torn:
            _thrown_away(self._path)

    def _make_room(self) -> None:
        (size,) = self._base.execute("SELECT coalesce(sum(length(value)), 0) FROM found").fetchone()
        if size <= self._limit:
            return
        gone = []
        for key, length in self._base.execute(
            "SELECT key, length(value) FROM found ORDER BY turn, key"
        ):
            if size <= self._limit:
                break
            gone.append((key,))
            size -= length
        with self._writing():
            self._base.executemany("DELETE FROM found WHERE key = ?", gone)
        self._base.execute("PRAGMA incremental_vacuum")

    @contextmanager
    def _surviving(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            return
        except sqlite3.Error as fault:
            # A file that another program holds for long is whole; all else is begun anew.
            self._torn = not isinstance(fault, sqlite3.OperationalError)
            self.word = f"{FILE} failed ({fault}): not all is remembered for the next build"
            self._base.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")


@contextmanager
def opened(folder: Path | None, limit: int = LIMIT) -> Iterator[Shelf]:
    """Give the shelf of a folder while the block runs; one without a folder forgets.

    A damaged file is begun anew; where none can be written the build goes on without, and the
    shelf's `word` says so. `limit` is in MiB.
    """
    shelf = Shelf() if folder is None else _open(folder, limit * 1024 * 1024)
    try:
        yield shelf
    finally:
        shelf.close()


def forget(folder: Path) -> None:
    """Throw away all that is remembered in a folder."""
    _thrown_away(folder / FILE)


def _open(folder: Path, limit: int) -> Shelf:
    path = folder / FILE
    word = ""
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if path.is_symlink():
                # What it leads to is somebody else's, and would be written over.
                path.unlink()
            return Disk(_connected(path), path, limit, word)
        except sqlite3.DatabaseError as fault:
            if getattr(fault, "sqlite_errorcode", 0) & 0xFF in WHOLE:
                break
            word = f"{FILE} was damaged and is begun anew"
            _thrown_away(path)
        except OSError:
            break
    return Shelf(f"{folder.name}/ cannot be written: nothing is remembered for the next build")


def _connected(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        base.execute("PRAGMA auto_vacuum = INCREMENTAL")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        _shape(base)
    except BaseException:
        base.close()
        raise
    return base


def _shape(base: sqlite3.Connection) -> None:
    """Give a new file its tables.

    Raises:
        DatabaseError: when a file has others.
    """
    if not _there(base):
        base.execute("BEGIN IMMEDIATE")
        # Another build may have been quicker.
        for command in () if _there(base) else (*TABLES, f"PRAGMA user_version = {FORMAT}"):
            base.execute(command)
        base.execute("COMMIT")
    (format_,) = base.execute("PRAGMA user_version").fetchone()
    if _there(base) != {*TABLES} or format_ != FORMAT:
        raise sqlite3.DatabaseError


def _there(base: sqlite3.Connection) -> set[str]:
    """Give what a file says that it holds."""
    return {one for (one,) in base.execute("SELECT sql FROM sqlite_master") if one}


def _thrown_away(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink()
