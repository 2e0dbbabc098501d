"""A newer version of a source: what it says now, with what the editor has changed kept."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from tellings.ingest.drafting import Draft
from tellings.ingest.merging import Clash, merge
from tellings.model.source import Doubt, Source
from tellings.reading import front_matter, source_file
from tellings.reading.front_matter import Node

__all__ = ["Kept", "Revision", "paragraphs", "revise", "shares"]

FOLLOWING = frozenset(
    ("refused", "repairs", "removed", "raw", "earlier", "raw_sha256", "filed_sha256")
)
"""Fields that tell of the raw file, and go with it."""

SEARCHED = ("evidence", "unsure")
"""Fields of entries that go with the raw file unless the editor has taken them out."""

EDITED, OR, NEWER = "<<<<<<< edited", "=======", ">>>>>>> newer"

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A field in which the editor's value stays although the newer file has another."""

    field: str
    edited: str
    newer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A source's file as both the editor and the newer version want it."""

    content: bytes
    conflicts: tuple[int, ...] = ()
    """The lines on which they do not agree."""

    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A source's file taken apart without loss: its fields as they are written, its paragraphs."""

    fields: Mapping[str, Node]
    written: Mapping[str, str]
    """The lines of each field, comments above it included."""

    body: tuple[str, ...]

    def value(self, name: str) -> Plain:
        """Give a field's value; nothing where it is not there."""
        return plain(self.fields[name]) if name in self.fields else None


def revise(edited: bytes, base: Draft, newer: Draft, filed: bytes) -> Revision:
    """Merge the editor's file with a newer filing; `filed` is what that would be alone.

    Raises:
        ContentError: when the editor's file cannot be read.
    """
    mine, theirs = taken_apart(edited), taken_apart(filed)
    first = taken_apart(source_file.write(base.source).encode())
    kept = tuple(_kept(mine, first, theirs))
    searched = replace(
        newer.source,
        evidence=tuple(
            each for each in newer.source.evidence if each.field not in {one.field for one in kept}
        ),
        unsure=tuple(_unsure(mine, base, newer)),
    )
    theirs = replace(theirs, written={**theirs.written, **_written(searched)})
    head = "".join(_head(mine, first, theirs, {each.field for each in kept}))
    body = "".join(f"\n{words}\n" for words in _body(mine.body, first.body, theirs.body))
    text = f"---\n{head}---\n{body}"
    marks = (at for at, line in enumerate(text.split("\n"), start=1) if line == EDITED)
    return Revision(content=text.encode(), conflicts=tuple(marks), kept=kept)


def paragraphs(before: Source, after: Source) -> tuple[int, int]:
    """Count the paragraphs that are new in a version, and those that are gone from it."""
    old, new = Counter(before.text.split("\n\n")), Counter(after.text.split("\n\n"))
    return (new - old).total(), (old - new).total()


def shares(one: Source, other: Source) -> bool:
    """Tell whether two texts have a paragraph in common, as versions of one article do."""
    return not set(one.text.split("\n\n")).isdisjoint(other.text.split("\n\n"))


def taken_apart(content: bytes) -> Parts:
    """Take a source's file apart.

    Raises:
        ContentError: when it cannot be read.
    """
    front = front_matter.read(content, "")
    lines = front_matter.decode(content, "").split("\n")
    starts = sorted((node.line, name) for name, node in front.fields.items())
    if any(lines[line - 1][:1] in (" ", "{", "?") for line, _ in starts):
        # In braces, or moved to the right: written anew, one field a line.
        source, _ = source_file.parse(content, "", "")
        return taken_apart(source_file.write(source).encode())
    written: dict[str, str] = {}
    ends = [_above(lines, line) for line, _ in starts[1:]]
    if starts:
        ends.append(next(at for at in range(starts[-1][0], len(lines)) if _closes(lines[at])))
    begin = _above(lines, starts[0][0]) if starts else 0
    for (_, name), end in zip(starts, ends, strict=True):
        written[name] = "".join(f"{line}\n" for line in lines[begin:end])
        begin = end
    body = tuple(each.strip("\n") for each in re.split(r"\n[ \t]*(?=\n)", front.body))
    return Parts(front.fields, written, tuple(each for each in body if each.strip()))


def plain(node: Node) -> Plain:
    """Give a value without the lines that it stands on."""
    if isinstance(node.value, tuple):
        return [plain(each) for each in node.value]
    if isinstance(node.value, dict):
        return {name: plain(each) for name, each in node.value.items()}
    return node.value


def _above(lines: Sequence[str], line: int) -> int:
    """Give where a field begins, counted from 0, with the comments above it."""
    at = line - 1
    while at > 1 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _closes(line: str) -> bool:
    return re.fullmatch(r"-{3,}\s*", line) is not None


def _written(source: Source) -> dict[str, str]:
    """Write the fields of entries that were searched through; none where nothing is left."""
    written = taken_apart(source_file.write(source).encode()).written
    return {name: written.get(name, "") for name in SEARCHED}


def _kept(mine: Parts, first: Parts, theirs: Parts) -> Iterator[Kept]:
    """Find the fields that the editor has set and the newer version gives otherwise."""
    for name in source_file.KEYS:
        if name in FOLLOWING or name in SEARCHED or name.startswith("title"):
            continue
        edited, newer = mine.value(name), theirs.value(name)
        if edited != newer and edited != first.value(name) and newer is not None:
            yield Kept(field=name, edited=_shown(edited), newer=_shown(newer))
    if _label(theirs) and not _label(mine) and mine.value("title") != first.value("title"):
        # A headline that the editor has put in place of a label.
        yield Kept(
            field="title", edited=_shown(mine.value("title")), newer=_shown(theirs.value("title"))
        )


def _label(parts: Parts) -> bool:
    return parts.value("title_derived") == "true"


def _shown(value: Plain) -> str:
    if isinstance(value, list):
        return ", ".join(_shown(each) for each in value)
    return "nothing" if value is None or isinstance(value, dict) else value


def _head(mine: Parts, first: Parts, theirs: Parts, kept: set[str]) -> Iterator[str]:
    """Write the fields: the editor's where he has changed them, else the newer version's."""
    unknown = [name for name in mine.written if name not in source_file.KEYS]
    for name in (*source_file.KEYS, *unknown):
        now, then = mine.written.get(name, ""), theirs.written.get(name, "")
        if name == "title_derived":
            continue
        if name == "title":
            yield from _title(mine, first, theirs, kept)
        elif name in (*FOLLOWING, *SEARCHED):
            yield then
        elif mine.value(name) != first.value(name):
            yield now
        else:
            yield then


def _title(mine: Parts, first: Parts, theirs: Parts, kept: set[str]) -> Iterator[str]:
    """Write the title with what it is; it is text, so that two new ones are a conflict."""
    now, then = (
        "".join(each.written.get(name, "") for name in ("title", "title_derived"))
        for each in (mine, theirs)
    )
    edited, base, newer = ((each.value("title"), _label(each)) for each in (mine, first, theirs))
    if "title" in kept or newer in (base, edited):
        yield now
    elif edited == base:
        yield then
    else:
        yield from (f"{EDITED}\n", now, f"{OR}\n", then, f"{NEWER}\n")


def _unsure(mine: Parts, base: Draft, newer: Draft) -> Iterator[Doubt]:
    """Give the doubts of the newer version but for those that the editor has looked at."""
    left = mine.fields["unsure"].value if "unsure" in mine.fields else ()
    stays = [plain(each) for each in left] if isinstance(left, tuple) else []
    gone = (
        each
        for each in base.source.unsure
        if {"kind": each.kind, "lines": [str(line) for line in each.lines]} not in stays
    )
    looked_at = {words for each in gone for words in _words(base, each)}
    for each in newer.source.unsure:
        if not looked_at.issuperset(_words(newer, each)):
            yield each


def _words(draft: Draft, doubt: Doubt) -> Iterator[str]:
    """Give the lines of the raw file that are in doubt."""
    first, last = doubt.lines
    return (words for line, words in draft.raw.lines if first <= line <= last)


def _body(mine: tuple[str, ...], first: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[str]:
    """Write the paragraphs, both sides of a conflict between marks."""
    for piece in merge(first, mine, theirs):
        if isinstance(piece, Clash):
            yield from (EDITED, *piece.edited, OR, *piece.newer, NEWER)
        else:
            yield piece
