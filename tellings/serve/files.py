"""A request's path → what the output folder answers, and nothing outside that folder."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

__all__ = ["Answer", "find"]

KINDS = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
NOTHING_YET = (
    b"<!DOCTYPE html>\n<title>Not found</title>\n<p>There is no page at this address.</p>\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server says to one request."""

    status: int
    kind: str = "text/plain; charset=utf-8"
    body: bytes = b""
    location: str | None = None
    """Where to look instead."""


def find(output: Path, base_path: str, asked: str) -> Answer:
    """Answer a request for a path, as a static host does that mounts the folder at `base_path`."""
    path, _, query = asked.partition("?")
    try:
        plain = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return Answer(status=400, body=b"The address is not UTF-8.\n")
    if not plain.startswith("/") or "\\" in plain or not plain.isprintable():
        return Answer(status=400, body=b"The address is not a plain path.\n")
    if base_path != "/" and plain in {"/", base_path.rstrip("/")}:
        return Answer(status=302, location=base_path)
    place = _place(output, base_path, plain)
    if place is not None and place.is_dir():
        there = quote(f"{plain}/") + (f"?{query}" if query else "")
        return Answer(status=301, location=there)
    body = _body(place)
    if place is None or body is None:
        return _missing(output)
    return Answer(status=200, kind=_kind(place), body=body)


def _place(output: Path, base_path: str, plain: str) -> Path | None:
    """Give the file that a path means, or the folder whose slash it lacks."""
    if not plain.startswith(base_path):
        return None
    inside = plain.removeprefix(base_path)
    steps = inside.split("/")
    if steps[-1] == "":
        steps[-1] = "index.html"
    # On Windows, a colon parts a drive, or the name of a stream, from a file.
    if any(step in {"", ".", ".."} or ":" in step for step in steps):
        return None
    return _inside(output, steps)


def _inside(output: Path, steps: list[str]) -> Path | None:
    """Give the place itself, links followed, if it exists and lies in the folder."""
    home = output.resolve()
    try:
        place = home.joinpath(*steps).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return place if place.is_relative_to(home) else None


def _body(place: Path | None) -> bytes | None:
    """Give a file's bytes; None where there is none, or a build has just taken it away."""
    try:
        return place.read_bytes() if place is not None and place.is_file() else None
    except OSError:
        return None


def _missing(output: Path) -> Answer:
    body = _body(_inside(output, ["404.html"]))
    return Answer(status=404, kind=KINDS[".html"], body=NOTHING_YET if body is None else body)


def _kind(place: Path) -> str:
    return KINDS.get(place.suffix.lower(), "application/octet-stream")
