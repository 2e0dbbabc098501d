"""What was filed, as a table that is read at a glance."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from tellings.cli.printing import table
from tellings.ingest.filing import Filed

__all__ = ["lines"]

HEAD = ("file", "source", "status", "published", "lines", "title", "left out")
WORDS = {"filed": "filed", "unchanged": "unchanged", "kept-edited": "edited, kept"}
WIDEST = 32


def lines(filed: tuple[Filed, ...]) -> tuple[str, ...]:
    """Set what was filed in columns, then say what wants a second look."""
    return (*table([HEAD, *map(_row, filed)]), *(note for each in filed for note in _notes(each)))


def _row(filed: Filed) -> tuple[str, ...]:
    title = f"[{filed.title}]" if filed.title_derived else filed.title
    left_out = (f"{kind.replace('-', ' ')} {count}" for kind, count in filed.removed)
    return (
        _short(filed.raw),
        filed.id,
        WORDS[filed.status],
        (filed.published or "no date")[:10],
        str(filed.kept),
        _short(title),
        ", ".join(left_out),
    )


def _notes(filed: Filed) -> Iterator[str]:
    if filed.beside:
        name = PurePosixPath(filed.beside).name
        yield f"{filed.path} was edited and stays; what would be filed now is beside it, in {name}"
    for refused in filed.refused:
        yield (
            f"{filed.id}: {refused.value} in line {refused.line} is not taken as "
            f"“{refused.field}”: {refused.because}"
        )


def _short(words: str) -> str:
    return words if len(words) <= WIDEST else f"{words[: WIDEST - 1].rstrip()}…"
