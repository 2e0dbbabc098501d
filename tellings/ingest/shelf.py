"""What an event's folder already holds, and how files are put into it."""

import errno
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.ingest.drafting import Told
from tellings.reading import front_matter, places, source_file
from tellings.reading.fields import Fields

__all__ = ["Shelf", "as_filed", "put", "stamp", "survey", "told"]

READ_AS = "read as "
"""How a source's repairs name the encoding of its raw file, which its server may have told."""

HELP = {
    errno.EACCES: "allow writing to its folder",
    errno.EDQUOT: "make room in your quota",
    errno.EISDIR: "move away the folder that has its name, or that of its part",
    errno.ENOSPC: "make room on the disk",
    errno.EROFS: "allow writing to the disk",
}
STAMP = re.compile(rb"^filed_sha256:.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The sources of an event: their ids, and the raw files that they were made from."""

    folder: Path
    ids: frozenset[str]
    raws: Mapping[str, tuple[str, str]]
    """The id of the source made from a raw file, and its name, by the raw file's SHA-256."""

    earlier: Mapping[str, tuple[str, str]]
    """The same for the raw files of earlier versions."""

    addresses: Mapping[str, tuple[str, ...]]
    """The ids of the sources with one address."""

    def at(self, url: str | None) -> tuple[str, ...]:
        """Give the ids of the sources whose page has this address."""
        return self.addresses.get(_address(url), ()) if url else ()


def survey(folder: Path, root: Path) -> Shelf:
    """Look through an event's sources.

    Raises:
        ContentError: when the folder leads out of the project or a source cannot be read.
    """
    for place in (folder, folder / "raw", folder / "sources"):
        if not places.inside(place, root):
            message = "the folder is a link that leads out of the project"
            raise ContentError(Problem(path=places.relative(place, root), message=message))
    ids: list[str] = []
    raws: dict[str, tuple[str, str]] = {}
    earlier: dict[str, tuple[str, str]] = {}
    addresses: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for file in sorted((folder / "sources").glob("*.md")):
        ids.append(file.stem)
        path = places.relative(file, root)
        try:
            fields = front_matter.read(places.fetch(file, root), path).fields
        except ContentError as error:
            problems.extend(error.problems)
            continue
        known = Fields(path, fields)
        sha, name = (fields[key].value if key in fields else None for key in ("raw_sha256", "raw"))
        if isinstance(sha, str) and isinstance(name, str):
            raws.setdefault(sha, (file.stem, name))
        for old in known.texts("earlier"):
            if (folder / "raw" / old).is_file():
                content = places.fetch(folder / "raw" / old, root)
                earlier.setdefault(sha256(content).hexdigest(), (file.stem, old))
        if address := _address(known.text("url") or ""):
            addresses[address] = (*addresses.get(address, ()), file.stem)
    if problems:
        raise ContentError(*problems)
    return Shelf(folder=folder, ids=frozenset(ids), raws=raws, earlier=earlier, addresses=addresses)


def _address(url: str) -> str:
    """Give what tells one page from another; nothing for the front page of a site."""
    bare = re.sub(r"^https?://(?:www\.)?|#.*$", "", url, flags=re.IGNORECASE).rstrip("/")
    return bare if "/" in bare or "?" in bare else ""


def told(file: Path, now: Told) -> Told:
    """Add what an earlier filing was told: a value without evidence was set by the editor."""
    if not file.is_file():
        return now
    try:
        before, _ = source_file.parse(file.read_bytes(), file.name, file.stem)
    except ContentError:
        return now
    known = {each.field for each in before.evidence}
    kept = {
        name: getattr(before, name)
        for name in ("outlet", "url", "published")
        if name not in known and name not in now.set
    }
    said = (each.words for each in before.evidence if each.field == "url")
    address = before.url if any(words == f"fetched from {before.url}" for words in said) else None
    read_as = (each.kind for each in before.repairs if each.kind.startswith(READ_AS))
    charset = now.charset or next(read_as, "").removeprefix(READ_AS) or None
    return replace(now, address=now.address or address, charset=charset, **kept)


def stamp(content: bytes) -> str:
    """Give the SHA-256 of a source's file, its own `filed_sha256` line left out."""
    return sha256(STAMP.sub(b"", content.replace(b"\r\n", b"\n"), count=1)).hexdigest()


def recorded(content: bytes) -> str:
    """Give the SHA-256 that a source's file was filed with; empty where it says none."""
    match = STAMP.search(content.replace(b"\r\n", b"\n"))
    return match[0].decode().partition(":")[2].strip(" '\"\n") if match else ""


def as_filed(content: bytes) -> bool:
    """Tell whether a source's file is still what was filed."""
    return recorded(content) == stamp(content)


def put(path: Path, content: bytes, root: Path) -> None:
    """Write a file of a project whole or not at all; one with the same bytes is left alone.

    Raises:
        ContentError: when the disk refuses.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.part")
        # What a killed filing has left; or a link, through which nothing is written.
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            file.write(content)
        temporary.replace(path)
    except OSError as error:
        message = f"the file cannot be written: {error.strerror or error}"
        hint = HELP.get(error.errno or 0, "")
        where = places.relative(path, root)
        raise ContentError(Problem(path=where, message=message, hint=hint)) from None
