"""The output folder: looked at first, then brought to hold exactly the pages of a build."""

import errno
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tellings.errors import Problem, PublishError
from tellings.model.page import Output
from tellings.publish import manifest, paths
from tellings.publish.manifest import MANIFEST

__all__ = ["Publication", "Published", "clean", "publish", "refusals"]

WAITS = (0.05,) * 10 if sys.platform == "win32" else ()
"""Seconds: other programs read a file, to serve it or to look for viruses, for a moment only."""

PART = re.compile(r"\.tellings-.*\.tmp")
"""A page on its way to its place."""

HELP = {
    errno.ENOSPC: "make room on the disk, then build again: what was published before is whole",
    errno.EDQUOT: "make room in your quota, then build again",
    errno.EACCES: "allow writing to the output folder, or name another with --output",
    errno.EPERM: "allow writing to the output folder, or name another with --output",
    errno.EROFS: "name an output folder on a disk that can be written with --output",
    errno.ENAMETOOLONG: "give the event or the source a shorter name",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing did, as paths inside the output folder, sorted."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether a reader of the site could notice."""
        return bool(self.written or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that a build publishes, and what it was made from."""

    outputs: tuple[Output, ...]
    inputs: tuple[tuple[str, str], ...]
    """Paths with their SHA-256."""

    made_by: str
    """The program's version."""


def publish(
    publication: Publication,
    output: Path,
    *,
    body: Callable[[str], bytes],
    standing: Mapping[str, str],
    shown_as: str = "",
) -> Published:
    """Bring the folder to hold exactly these pages, a manifest, and what was never ours.

    `body` gives the bytes of a page that is to be written, `standing` the SHA-256 of what stands
    at the paths now; `shown_as` is what messages call the folder.

    Raises:
        PublishError: before anything is written, when the folder or a path cannot be accepted;
            later, when the disk refuses.
    """
    ordered = sorted(publication.outputs, key=lambda one: one.path)
    name = shown_as or output.name
    if problems := refusals(ordered, output, standing=standing, shown_as=name):
        raise PublishError.of(problems)
    hashes = {one.path: one.sha256 for one in ordered}
    earlier = manifest.outputs_of(output)
    changed = tuple(path for path, sha in hashes.items() if standing.get(path) != sha)
    first, last = _in_order(sorted(earlier.keys() - hashes.keys()), hashes)
    written = manifest.write(hashes, dict(publication.inputs), publication.made_by)
    try:
        if hashes.keys() - earlier.keys():
            # Said beforehand: a build that is killed now leaves no file that a later one disowns.
            _write(output, MANIFEST, manifest.write(earlier | hashes, {}, publication.made_by))
        _sweep(output)
        removed = _removed(output, first)
        for path in changed:
            _write(output, path, body(path))
        removed += _removed(output, last)
        if _manifest(output) != written:
            _write(output, MANIFEST, written)
    except OSError as fault:
        _refuse(fault, output, name)
    unchanged = tuple(sorted(hashes.keys() - set(changed)))
    return Published(written=changed, unchanged=unchanged, removed=tuple(sorted(removed)))


def refusals(
    outputs: Iterable[Output], output: Path, *, standing: Mapping[str, str], shown_as: str = ""
) -> tuple[Problem, ...]:
    """Give every reason why these pages cannot be published into this folder.

    Raises:
        PublishError: when the folder cannot be looked into.
    """
    every = tuple(outputs)
    name = shown_as or output.name
    try:
        if not manifest.is_ours_or_empty(output):
            return (_foreign(name),)
        found = [*paths.bad_paths([one.path for one in every], name, taken=MANIFEST)] or [
            *_in_the_way(every, output, standing, name)
        ]
    except OSError as fault:
        _refuse(fault, output, name)
    return tuple(sorted(set(found)))


def clean(output: Path, *, shown_as: str = "") -> tuple[str, ...]:
    """Remove what earlier builds of ours wrote; give the paths removed.

    Raises:
        PublishError: when the folder is not ours, or the disk refuses.
    """
    name = shown_as or output.name
    try:
        if not manifest.is_ours_or_empty(output):
            raise PublishError(_foreign(name))
        if not manifest.read(output):
            return ()
        _sweep(output)
        removed = tuple(
            path for path in sorted(manifest.outputs_of(output)) if _remove(output, path)
        )
        (output / MANIFEST).unlink(missing_ok=True)
    except OSError as fault:
        _refuse(fault, output, name)
    return removed


def _sweep(output: Path) -> None:
    """Take away the parts of pages that a killed build left."""
    for left in sorted(entry.path for entry in _walked(output) if PART.fullmatch(entry.name)):
        Path(left).unlink(missing_ok=True)


def _walked(folder: Path | str) -> Iterator["os.DirEntry[str]"]:
    """Give all that lies below a folder, links not followed, in the disk's order."""
    left = [folder]
    while left:
        with suppress(FileNotFoundError, PermissionError), os.scandir(left.pop()) as entries:
            for entry in entries:
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)


def _foreign(name: str) -> Problem:
    return Problem(
        path=name,
        message="this folder holds files that no build of tellings has written; it stays untouched",
        hint="name an empty folder with --output, or empty this one yourself",
    )


def _refuse(fault: OSError, output: Path, name: str) -> NoReturn:
    at = Path(fault.filename) if isinstance(fault.filename, str) else output
    inside = at.relative_to(output).as_posix() if at.is_relative_to(output) else ""
    raise PublishError(
        Problem(
            path=f"{name}/{inside}" if inside not in {"", "."} else name,
            message=f"cannot be written: {fault.strerror or fault}",
            hint=HELP.get(fault.errno or 0, ""),
        )
    ) from None


def _in_the_way(
    outputs: Iterable[Output], output: Path, standing: Mapping[str, str], name: str
) -> Iterator[Problem]:
    ours = manifest.outputs_of(output)
    links = {
        Path(entry.path).relative_to(output).as_posix()
        for entry in _walked(output)
        if entry.is_symlink()
    }
    for one in outputs:
        link = next((way for way in (*paths.above(one.path), one.path) if way in links), None)
        if link is not None:
            yield Problem(
                path=f"{name}/{link}",
                message="is a symbolic link; pages are never written through one",
                hint="remove the link",
            )
        elif standing.get(one.path) != one.sha256 or one.path not in ours:
            yield from _foreign_file(one, output / one.path, ours, standing, name)


def _foreign_file(
    one: Output, place: Path, ours: Mapping[str, str], standing: Mapping[str, str], name: str
) -> Iterator[Problem]:
    kept = _not_ours(one.path, place, ours)
    differs = standing.get(one.path) != one.sha256
    if kept is not None:
        yield Problem(
            path=f"{name}/{kept}",
            message=f"no build of tellings has written this, and the page “{one.path}” needs its "
            "place",
            hint="move it away or remove it",
        )
    elif place.exists() and not place.is_dir() and one.path not in ours and differs:
        yield Problem(
            path=f"{name}/{one.path}",
            message="a file that no build of tellings has written stands where a page would",
            hint="move it away or remove it",
        )


def _not_ours(path: str, place: Path, ours: Mapping[str, str]) -> str | None:
    """Name what stands between a page and its place: a file above it, or a file below it."""
    output = place.parents[path.count("/")]
    for folder in paths.above(path):
        if (output / folder).exists() and not (output / folder).is_dir() and folder not in ours:
            return folder
    inside = sorted(place.rglob("*")) if place.is_dir() else ()
    below = (file.relative_to(output).as_posix() for file in inside if not file.is_dir())
    return next((file for file in below if file not in ours), None)


def _in_order(stale: Iterable[str], pages: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Part what must be removed before pages can stand there from what can wait for them."""
    folders = {folder for path in pages for folder in paths.above(path)}
    first = [path for path in stale if path in folders or pages.keys() & set(paths.above(path))]
    return first, [path for path in stale if path not in set(first)]


def _manifest(output: Path) -> bytes | None:
    try:
        return manifest.content(output)
    except OSError:
        return None


def _write(output: Path, path: str, body: bytes) -> None:
    place = output / path
    for folder in paths.above(path):
        if (output / folder).is_symlink():
            # There was none when the folder was looked at.
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(output / folder))
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.parent / f".tellings-{os.getpid()}.tmp"
    try:
        with part.open("xb") as file:
            file.write(body)
        _replace(part, place)
    except OSError as fault:
        fault.filename = str(place)
        raise
    finally:
        # Also after Ctrl-C: a part left lying would be uploaded with the site.
        part.unlink(missing_ok=True)


def _replace(part: Path, place: Path) -> None:
    """Put a whole file in its place; on Windows, not while somebody reads what stands there."""
    for wait in WAITS:
        try:
            part.replace(place)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    part.replace(place)


def _removed(output: Path, files: Iterable[str]) -> list[str]:
    return [path for path in files if _remove(output, path)]


def _remove(output: Path, path: str) -> bool:
    place = output / path
    above = [folder for folder in place.parents if folder.is_relative_to(output)]
    if any(folder.is_symlink() for folder in above if folder != output):
        return False
    if place.is_dir() and not place.is_symlink():
        return False
    there = place.is_symlink() or place.exists()
    place.unlink(missing_ok=True)
    for folder in above:
        if folder != output and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    return there
