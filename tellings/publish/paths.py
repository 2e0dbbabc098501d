"""What a page's path may be: what every disk can hold, and no two disks take for one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tellings.errors import Problem

__all__ = ["above", "bad_paths", "fault_of"]

DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
LONGEST = 200
"""Bytes in one step of a path; disks hold 255, and a temporary name may need some."""

DEEPEST = 1_000
"""Bytes of a whole path; some disks hold four times as many, with the folder’s own."""

UNUSABLE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f\ud800-\udfff]')


def bad_paths(every: Iterable[str], name: str, *, taken: str) -> Iterator[Problem]:
    """Report every path that cannot be used; `taken` is kept for a file of our own."""
    seen: dict[str, str] = {taken: taken}
    files: set[str] = set()
    folders: set[str] = set()
    for path in every:
        reason = fault_of(path)
        if reason:
            yield Problem(path=f"{name}/{path}", message=f"no page can stand there: {reason}")
            continue
        higher = above(path)
        if path in files:
            yield Problem(path=f"{name}/{path}", message="two pages would stand there")
        files.add(path)
        folders.update(higher)
        for place in (*higher, path):
            other = seen.setdefault(_folded(place), place)
            if other != place or (place == path and place == taken):
                yield Problem(
                    path=f"{name}/{path}",
                    message=f"two files would stand at “{place}” and “{other}”, "
                    "which some disks cannot tell apart",
                )
    for both in sorted(files & folders):
        yield Problem(path=f"{name}/{both}", message="would be both a page and a folder of pages")


@lru_cache(maxsize=1 << 16)
def fault_of(path: str) -> str | None:
    """Say why no page can stand at a path; None when one can."""
    if len(path.encode(errors="surrogatepass")) > DEEPEST:
        return "it is too long: its folders are nested too deeply"
    if UNUSABLE.search(path) or path != unicodedata.normalize("NFC", path):
        return "it has a character that some disks refuse"
    for step in path.split("/"):
        if step in {"", ".", ".."}:
            return "it is not a plain path inside the folder"
        if len(step.encode()) > LONGEST:
            return "its name is too long: shorten that of the event or the source"
        if step.endswith((".", " ")) or DEVICES.fullmatch(step):
            return f"“{step}” is no name for a file on Windows"
    return None


def above(path: str) -> list[str]:
    """Give the folders above a path, outermost first."""
    steps = path.split("/")
    return ["/".join(steps[:n]) for n in range(1, len(steps))]


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path.casefold())
