"""Names and places of content files: which are allowed, and what stays inside the project."""

import re
from pathlib import Path

from tellings.errors import ContentError, Problem

__all__ = ["LARGEST", "fetch", "inside", "is_file", "problem_with_name", "relative", "slug_of"]

NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
LARGEST = 32 * 1024 * 1024
"""Bytes of the largest file that is read."""

RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""File names that Windows keeps for devices."""

FOLDED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "’": "", "'": ""}
)


def relative(path: Path, root: Path) -> str:
    """Give a path as problems and pages name it: from the project's folder, forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def slug_of(words: str) -> str:
    """Make a name for addresses out of words; empty where no letter or digit is left."""
    # Imported late: only filing and hints need it.
    from unicodedata import normalize  # noqa: PLC0415

    plain = normalize("NFKD", words.casefold().translate(FOLDED))
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-")
    slug = slug[:60].rstrip("-")
    return f"{slug}-1" if slug in RESERVED else slug


def problem_with_name(name: str, path: str, what: str) -> Problem | None:
    """Say why a name cannot stand in an address; `what` opens the sentence."""
    if NAME.fullmatch(name) and name not in RESERVED:
        return None
    if name in RESERVED:
        message = f"{what} “{name}” is a name that Windows keeps for itself"
        return Problem(path=path, message=message, hint=f"“{name}-1” would do")
    better = slug_of(name)
    return Problem(
        path=path,
        message=f"{what} “{name}” may hold only a–z, 0–9, hyphens and underscores",
        hint=f"“{better}” would do" if better else "",
    )


def inside(path: Path, root: Path) -> bool:
    """Tell whether a path, its links followed, lies in the project's folder."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        # Links that lead to one another; Python 3.13 no longer raises.
        return False


def is_file(path: Path) -> bool:
    """Tell whether there is a file; there is none whose name no disk can hold."""
    try:
        return path.is_file()
    except OSError:
        return False


def fetch(path: Path, root: Path) -> bytes:
    """Read a content file.

    Raises:
        ContentError: when it cannot be read or is a link that leads out of the project.
    """
    name = relative(path, root)
    if not inside(path, root):
        message = "the file is a link that leads nowhere or out of the project"
        raise ContentError(Problem(path=name, message=message, hint="put a copy in its place"))
    try:
        # A pipe or a device would be waited for, or read, for ever.
        if path.exists() and not path.is_file() and not path.is_dir():
            message = "this is no file but a pipe or a device"
            raise ContentError(Problem(path=name, message=message, hint="remove it"))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        raise ContentError(Problem(path=name, message=message)) from None
    if len(content) > LARGEST:
        message = f"the file is larger than {LARGEST // 1024**2} MiB, the most that is read"
        raise ContentError(Problem(path=name, message=message))
    return content
