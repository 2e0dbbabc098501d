"""What was measured of the program, read from the one page that says it: docs/measures.md."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

__all__ = ["Part", "parts"]

NAME = "measures.md"
SECTION = "The nine annotated tuning events"
ELSEWHERE = re.compile(r" More under “[^”]+”\.")
"""Where the page points at its other sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph, or a table."""

    words: str = ""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@cache
def parts() -> tuple[Part, ...]:
    """Read the section on the events that all figures rest on, in order.

    Raises:
        FileNotFoundError: when neither the package nor its checkout holds the page.
        ValueError: when the page has no such section.
    """
    before, found, section = text().partition(f"\n## {SECTION}\n")
    if not found:
        raise ValueError(f"{NAME} has no section “{SECTION}”")
    preface = before.partition("\n")[2]
    upto_next = section.partition("\n## ")[0]
    blocks = (block.strip() for block in f"{preface}\n\n{upto_next}".split("\n\n"))
    return tuple(part(block) for block in blocks if block)


def text() -> str:
    """Read the page: a wheel carries it, a checkout has it among its documents."""
    inside = files("tellings.data") / NAME
    if inside.is_file():
        return inside.read_text("utf-8")
    return (Path(__file__).parents[2] / "docs" / NAME).read_text("utf-8")


def part(block: str) -> Part:
    """Read a paragraph or a table; an empty first cell repeats the one above."""
    if not block.startswith("|"):
        return Part(words=ELSEWHERE.sub("", plain(block)))
    head, _, *lines = (cells(line) for line in block.splitlines())
    rows: list[tuple[str, ...]] = []
    for first, *others in lines:
        rows.append((first or rows[-1][0], *others))
    return Part(head=head, rows=tuple(rows))


def cells(line: str) -> tuple[str, ...]:
    """Read the cells of a row."""
    return tuple(plain(cell) for cell in line.strip().strip("|").split("|"))


def plain(words: str) -> str:
    """Give words without line ends and without the signs of Markdown."""
    return re.sub(r"\*\*|`", "", " ".join(words.split()))
