"""PolNeAR: news articles with the attributions that annotators see in them, and how they compare.

The corpus is a folder with `train` and `dev`; each holds `text/NAME.txt` and, in brat's standoff
format, `attributions/NAME_ANNOTATOR.ann`. Its annotation is univocal: a word belongs to one
attribution at most, so that of nested ones only one is there. Where several annotators have read a
text, the first in the order of their names counts.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from tellings.model.source import Block, Source
from tellings.model.span import Span

__all__ = ["Annotated", "Article", "How", "Said", "Words", "quoted_words", "read", "words_of"]

Words = frozenset[int]
"""Words of a text, each by the place where it begins."""

How = Literal["direct", "partly", "indirect"]
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
MARK = re.compile(r"``|''|[“”„«»\"]")
SPANS = re.compile(r"\d+ \d+(?:;\d+ \d+)*")
MOSTLY = 0.8
"""How much of a content stands in quotation marks when it is direct."""

LONGEST_TITLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution: its content, its cue and its source as words of the text."""

    content: Words
    cue: Words = frozenset()
    source: Words = frozenset()
    speaker: str | None = None
    """The speaker's name, where a program has resolved it."""

    rule: str = ""
    """What a program found it by."""


@dataclass(frozen=True, kw_only=True)
class Annotated:
    """What one annotator sees in an article."""

    by: str
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Article:
    """A text and what its annotators see in it."""

    name: str
    text: str
    readings: tuple[Annotated, ...]

    @property
    def said(self) -> tuple[Said, ...]:
        """What counts as true: the first annotator's reading."""
        return self.readings[0].said

    @cached_property
    def quoted(self) -> Words:
        """The words in quotation marks."""
        return quoted_words(self.text)

    def how(self, content: Words) -> How:
        """Tell whether words stand in quotation marks, wholly, in part or not at all."""
        if len(content & self.quoted) >= MOSTLY * len(content):
            return "direct"
        return "partly" if content & self.quoted else "indirect"

    def bare(self, content: Words) -> Words:
        """Give a content without the “that” that leads it in."""
        first = min(content)
        return content - {first} if self.text[first : first + 5].lower() == "that " else content

    def words(self, places: Words) -> str:
        """Give the text from the first to the last of some words."""
        if not places:
            return ""
        last = WORD.match(self.text, max(places))
        return " ".join(self.text[min(places) : last.end() if last else None].split())

    def source(self) -> Source:
        """Make a source of the raw text: a line is a paragraph, the first one the title."""
        blocks: list[Block] = []
        for line in re.finditer(r"\S.*", self.text):
            words = line.group().rstrip()
            title = not blocks and words.count(" ") < LONGEST_TITLE
            span = Span(line.start(), line.start() + len(words))
            part: Literal["title", "body"] = "title" if title else "body"
            blocks.append(Block(span=span, part=part, line=len(blocks) + 1))
        return Source(id="a", path="a.md", text=self.text, blocks=tuple(blocks))


def words_of(text: str, spans: Iterable[Span]) -> Words:
    """Give the words that begin in some stretches of a text."""
    return frozenset(m.start() for s in spans for m in WORD.finditer(text, s.start, s.end))


def quoted_words(text: str) -> Words:
    """Give the words between double marks; what nobody closes ends with its paragraph."""
    found: list[Span] = []
    for line in re.finditer(r".+", text):
        opened: int | None = None
        for mark in MARK.finditer(text, line.start(), line.end()):
            free = not text[line.start() : mark.start()][-1:].strip(" ([—–-")
            if opened is None and (mark.group() in "“„«``" or free):
                opened = mark.end()
            elif opened is not None:
                found.append(Span(opened, mark.start() + 1))
                opened = mark.end() if mark.group() == "“" else None
        if opened is not None and opened < line.end():
            found.append(Span(opened, line.end()))
    return words_of(text, found)


def read(folder: Path) -> Iterator[Article]:
    """Read the articles of one part of the corpus."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        files = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        readings = tuple(
            Annotated(by=file.stem[-4:], said=tuple(annotations(file.read_text("utf-8"), text)))
            for file in files
        )
        if readings:
            yield Article(name=path.stem, text=text, readings=readings)


def annotations(standoff: str, text: str) -> Iterator[Said]:
    """Read brat's standoff lines; an event without a content says nothing."""
    spans: dict[str, list[Span]] = {}
    for line in standoff.split("\n"):
        name, _, rest = line.partition("\t")
        if name.startswith("T") and (places := SPANS.search(rest.partition("\t")[0])):
            ends = (part.split() for part in places.group().split(";"))
            spans[name] = [Span(int(start), int(end)) for start, end in ends]
    for line in standoff.split("\n"):
        name, _, rest = line.partition("\t")
        if not name.startswith("E"):
            continue
        roles: dict[str, list[Span]] = {}
        for role, _, mention in (part.partition(":") for part in rest.split()):
            roles.setdefault(role.rstrip("2"), []).extend(spans.get(mention, ()))
        content, cue, source = (
            words_of(text, roles.get(role, ())) for role in ("Content", "Cue", "Source")
        )
        if content:
            yield Said(content=content, cue=cue, source=source)
