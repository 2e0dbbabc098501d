"""What was filed, as a table that is read at a glance."""

import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from tellings.cli.printing import columns, count, printable, short, table
from tellings.ingest.filing import Filed

__all__ = ["lines"]

HEAD = ("file", "source", "status", "published", "lines", "title")
WORDS = {
    "filed": "filed",
    "unchanged": "unchanged",
    "updated": "updated",
    "merged": "merged",
    "conflict": "conflict",
    "older": "older version",
    "kept-edited": "edited, kept",
    "would-be-filed": "not written",
}
WIDTH = 100
"""Columns of the widest line."""

NAME = 20
"""Columns of a file's and of a source's name."""

INDENT = "    "


def lines(filed: tuple[Filed, ...]) -> tuple[str, ...]:
    """Set what was filed in columns, what was left out and what wants a second look below each."""
    named = table([HEAD[:-1], *map(_row, filed)])
    left = WIDTH - max(map(columns, named)) - 2
    titles = [HEAD[-1], *(short(_title(each), left) for each in filed)]
    head, *rows = table([*zip(named, titles, strict=True)])
    found = [head]
    for row, each in zip(rows, filed, strict=True):
        found.append(row)
        for note in _notes(each):
            indent = INDENT + " " * (note.index(":") + 2 if ": " in note[:12] else 2)
            wrap = textwrap.TextWrapper(WIDTH, initial_indent=INDENT, subsequent_indent=indent)
            wrap.break_on_hyphens = False
            found += wrap.wrap(printable(note))
    return tuple(found)


def _row(filed: Filed) -> tuple[str, ...]:
    return (
        short(printable(filed.raw), NAME),
        short(filed.id, NAME),
        WORDS[filed.status],
        (filed.published or "no date")[:10],
        str(filed.kept),
    )


def _title(filed: Filed) -> str:
    title = printable(filed.title)
    return f"[{title}]" if filed.title_derived else title


def _notes(filed: Filed) -> Iterator[str]:
    yield from _version(filed)
    if filed.twin and filed.status != "older":
        yield f"this is raw/{filed.twin} once more, which was filed as “{filed.id}”"
    if filed.removed:
        kinds = (f"{kind.replace('-', ' ')} {number}" for kind, number in filed.removed)
        yield f"left out: {', '.join(kinds)}"
    if filed.unsure:
        where = ", ".join(f"{each.lines[0]} {each.kind.replace('-', ' ')}" for each in filed.unsure)
        yield f"unsure: {count(len(filed.unsure), 'line')} kept: {where}"
    for echo in filed.echoes:
        yield (
            f"{echo.id} keeps a line that its outlet prints in this text too (line {echo.line}, "
            f"“{short(echo.words, NAME)}”): to take it out, ingest {echo.raw} again"
        )
    for refused in filed.refused:
        yield (
            f"not taken: {refused.value} in line {refused.line} as “{refused.field}”: "
            f"{refused.because}"
        )
    mended = Counter(repair.kind for repair in filed.repairs if repair.kind != "mojibake-kept")
    if mended:
        said = (
            _encoding(kind) or f"{kind.replace('-', ' ')} {number}"
            for kind, number in mended.items()
        )
        yield f"mended: {', '.join(said)}"
    garbled = [str(each.line) for each in filed.repairs if each.kind == "mojibake-kept"]
    if garbled:
        where = (
            f"{count(len(garbled), 'line')} ({', '.join(garbled[:5])}{', …' * (len(garbled) > 5)})"
        )
        yield f"warning: in {where} words look read in a wrong encoding; they stay as they are"
    if filed.unread:
        yield f"not read: {', '.join(filed.unread)}"
    if filed.beside and filed.status == "kept-edited":
        name = PurePosixPath(filed.beside).name
        yield f"{filed.path} was edited and stays; what would be filed now is beside it, in {name}"


def _version(filed: Filed) -> Iterator[str]:
    """Say what a newer version of a source changes, and what stays the editor's."""
    if filed.status == "older":
        yield f"an older version of “{filed.id}”, which stays as it is"
    if not filed.newer_than:
        return
    new, gone = filed.paragraphs
    changed = f"{count(new, 'paragraph')} new or changed, {gone} gone or changed"
    yield f"newer than raw/{filed.newer_than}: {changed if new or gone else 'the same text'}"
    for kept in filed.kept_fields:
        yield f"{kept.field} stays as you have set it: {kept.edited}; the file says {kept.newer}"
    if filed.status == "conflict":
        yield f"{filed.path} stays as it is: what cannot be merged is beside it, marked"


def _encoding(kind: str) -> str:
    """Say which encoding a file was read in; nothing where the repair is another."""
    name = kind.removeprefix("read as ").replace("cp125", "Windows-125")
    return f"read as {name} and not as UTF-8" if kind != kind.removeprefix("read as ") else ""
