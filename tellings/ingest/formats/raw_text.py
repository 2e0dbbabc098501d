"""What every reader of raw files gives."""

from collections.abc import Callable
from dataclasses import dataclass

from tellings.ingest.facts import Fact
from tellings.ingest.furniture.lines import Piece
from tellings.model.source import Refusal, Repair
from tellings.reading.article import Paragraph

__all__ = ["RawText", "Reader"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A raw file as lines, each with its number in the file."""

    lines: tuple[tuple[int, str], ...]
    facts: tuple[Fact, ...] = ()
    """What the format's own fields say: front matter, HTML's head, the headers of an e-mail."""

    refused: tuple[Refusal, ...] = ()
    """Values of the format's own fields that are not taken: the person who sent an e-mail."""

    paragraphs: tuple[Paragraph, ...] = ()
    """For Markdown: the headings and standfirsts that its markup names."""

    furniture: tuple[Piece, ...] = ()
    """Lines that the format itself says are not the article: an e-mail's signature."""

    whole: bool = False
    """Whether the lines are those of a whole page: its menus are among them."""

    repairs: tuple[Repair, ...] = ()
    unread: tuple[str, ...] = ()
    """Names of what the file holds besides and nobody reads: an e-mail's attachments."""


Reader = Callable[[bytes, str, str | None], RawText]
"""Reads bytes; it is told the file's path and the charset that came with it, if any."""
