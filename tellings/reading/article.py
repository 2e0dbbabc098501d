"""The one door of Markdown bodies: Markdown in, plain paragraphs with their lines out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tellings.model.source import Part

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["Paragraph", "escape", "parse", "read", "too_deep"]

NESTING = 60
"""Levels of lists and quotations that are read; the parser drops what lies deeper."""

BLOCK = re.compile(r"^(?:[ \t]+[^ \t\n]|[>\-+=~`|_*#]|[0-9]{1,9}[.)](?:[ \t]|$))", re.MULTILINE)
"""Lines that may change how their neighbours are read."""

INLINE = re.compile(r"[\\`*_\[\]<&]")
"""Characters that may be markup inside a paragraph."""

HEADING = re.compile(r"#{1,6}[ ]+([^\s#](?:[^#\n]*[^\s#])?)[ ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, heading or list entry as plain words."""

    words: str
    part: Part = "body"
    line: int
    """Where it begins in the file, from 1."""


def read(body: str, first_line: int = 1) -> tuple[Paragraph, ...]:
    """Give a body's paragraphs; those without markup are read without the parser."""
    chunks = tuple(_chunks(body))
    if any(BLOCK.search(chunk) and not HEADING.fullmatch(chunk) for chunk, _ in chunks):
        return parse(body, first_line)
    found: tuple[Paragraph, ...] = ()
    for chunk, line in chunks:
        heading = HEADING.fullmatch(chunk)
        if INLINE.search(chunk) or (heading and chunk.startswith("# ")):
            found += parse(chunk, first_line + line, above=found)
        elif words := _even(heading[1] if heading else chunk):
            part: Part = "subhead" if heading else "body"
            found += (Paragraph(words=words, part=part, line=first_line + line),)
    return found


def parse(
    body: str, first_line: int = 1, *, above: tuple[Paragraph, ...] = ()
) -> tuple[Paragraph, ...]:
    """Give a body's paragraphs by the full parser; `above` are those that come before it."""
    found: list[Paragraph] = []
    tokens = _parser().parse(body)
    for at, token in enumerate(tokens):
        if token.type not in ("inline", "code_block", "fence"):
            continue
        words = _even(_words(token))
        if words:
            part = _part(tokens[at - 1], token, (*above, *found))
            line = first_line + (token.map[0] if token.map else 0)
            found.append(Paragraph(words=words, part=part, line=line))
    return tuple(found)


def _part(opener: "Token", token: "Token", above: tuple[Paragraph, ...]) -> Part:
    """Tell what a block is: the title and the standfirst stand before all else."""
    if opener.type == "heading_open":
        return "title" if opener.tag == "h1" and not above else "subhead"
    opening = all(paragraph.part in ("title", "standfirst") for paragraph in above)
    return "standfirst" if opening and token.level == 1 and _strong(token) else "body"


def too_deep(body: str) -> bool:
    """Tell whether lists or quotations are nested so deeply that words would be lost."""
    marks = (
        line[: len(line) - len(line.lstrip(" \t>-+*0123456789.)"))] for line in body.split("\n")
    )
    if all(len(mark) < NESTING // 2 for mark in marks):
        return False
    return any(token.level > NESTING - 4 for token in _parser().parse(body))


def escape(words: str, part: Part = "body") -> str:
    """Write plain words so that Markdown reads exactly them."""
    text = re.sub(r"([\\`*_\[\]<])", r"\\\1", words)
    text = re.sub(r"&(?=#?\w+;)", r"\\&", text)
    if part == "subhead":
        return "## " + re.sub(r"(#+)$", lambda run: "\\#" * len(run[1]), text)
    if part == "standfirst":
        return f"**{text}**"
    text = re.sub(r"^([0-9]{1,9})([.)])(?=\s|$)", r"\1\\\2", text)
    return re.sub(r"^([#>+=~|-])", r"\\\1", text)


def _chunks(body: str) -> Iterator[tuple[str, int]]:
    """Cut a body at its blank lines; each with the number of lines above it."""
    gathered: list[str] = []
    start = 0
    for number, line in enumerate([*body.split("\n"), ""]):
        if line.strip(" \t"):
            start = start if gathered else number
            gathered.append(line)
        elif gathered:
            yield "\n".join(gathered), start
            gathered = []


def _even(text: str) -> str:
    return " ".join(text.split())


def _words(token: "Token") -> str:
    """Give the words of a block, its markup taken off."""
    if token.children is None:
        return token.content
    return "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children
    )


def _strong(token: "Token") -> bool:
    """Tell whether a paragraph is strong from its first word to its last."""
    children = [child for child in token.children or () if child.type != "text" or child.content]
    if not children or children[0].type != "strong_open":
        return False
    closed = next(n for n, c in enumerate(children) if c.type == "strong_close" and c.level == 0)
    return closed == len(children) - 1


@cache
def _parser() -> "MarkdownIt":
    # Imported late: most articles hold no markup, and a build with nothing to do needs no parser.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING})
    # A reference definition would vanish from the text; as a paragraph it stays visible.
    return parser.disable("reference")
