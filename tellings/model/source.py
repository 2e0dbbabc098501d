"""One source: a filed text, what is known of it, and how that is known."""

from dataclasses import dataclass
from typing import Literal

from tellings.model.span import Span

__all__ = ["Block", "Doubt", "Evidence", "Part", "Refusal", "Removal", "Repair", "Rights", "Source"]

Part = Literal["title", "standfirst", "subhead", "body"]
Rights = Literal["full", "excerpt", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading or list entry of a source's text."""

    span: Span
    part: Part
    line: int
    """Where it begins in the source's Markdown file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of the raw file that a field was read from."""

    field: str
    words: str
    line: int
    """In the raw file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A value that stood in the raw file and was not taken, and why."""

    field: str
    value: str
    line: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Web furniture that was left out: its kind and its lines in the raw file."""

    kind: str
    lines: tuple[int, int]
    """First and last line, from 1, both included."""

    count: int = 1
    """How many things of that kind (comments, advertisements) the lines hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Lines that were kept and may be web furniture: of which kind, and where in the raw file."""

    kind: str
    lines: tuple[int, int]
    """First and last line, from 1, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A certain typographic mend."""

    kind: str
    line: int
    """In the raw file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text about an event, as filed and as the editor left it."""

    id: str
    path: str
    """Its Markdown file, relative to the project, with forward slashes."""

    text: str
    """Plain text: the printed title first, when there is one; paragraphs parted by a blank line."""

    blocks: tuple[Block, ...]
    """The text's paragraphs in order; every word of the text lies in one."""

    outlet: str | None = None
    title: str | None = None
    title_derived: bool = False
    """Whether the title is a label made from the first words, not a printed headline."""

    url: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    """Dates as written: YYYY-MM-DD, with a time where one is given. Never converted."""

    lang: str | None = None
    """A BCP 47 tag; None is taken for English."""

    translated_from: str | None = None
    rights: Rights = "full"
    robots: str | None = None
    draft: bool = False
    evidence: tuple[Evidence, ...] = ()
    refused: tuple[Refusal, ...] = ()
    repairs: tuple[Repair, ...] = ()
    removed: tuple[Removal, ...] = ()
    unsure: tuple[Doubt, ...] = ()
    raw: str | None = None
    """The raw file's base name; None for a source written by hand."""

    earlier: tuple[str, ...] = ()
    """The base names of the raw files of its earlier versions, the oldest first."""

    raw_sha256: str | None = None
    filed_sha256: str | None = None

    @property
    def english(self) -> bool:
        """Whether the analysis can read it."""
        return self.lang is None or self.lang.lower().split("-")[0] == "en"

    @property
    def label(self) -> str:
        """What a page calls it: the outlet, else its id."""
        return self.outlet or self.id
