"""A source's Markdown file: read it, write it; `parse(write(source))` gives the source back."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from tellings.errors import ContentError, Problem
from tellings.model.source import Block, Doubt, Evidence, Refusal, Removal, Repair, Rights, Source
from tellings.model.span import Span
from tellings.publish import paths
from tellings.reading import article, front_matter, front_writing
from tellings.reading.article import Paragraph
from tellings.reading.fields import Fields

__all__ = ["KEYS", "assemble", "parse", "too_long", "write"]

KEYS = (
    "outlet",
    "title",
    "title_derived",
    "url",
    "authors",
    "agencies",
    "published",
    "updated",
    "lang",
    "translated_from",
    "rights",
    "robots",
    "draft",
    "evidence",
    "refused",
    "repairs",
    "removed",
    "unsure",
    "raw",
    "earlier",
    "raw_sha256",
    "filed_sha256",
)
"""Every field of a source's front matter, in the order in which it is written."""

LONGEST_PARAGRAPH, LONGEST_WORD = 20_000, 2_000
"""Characters: no newspaper prints a page without a paragraph, and addresses are shorter."""

BETWEEN_WORDS = re.compile(r"[\s、。！，：；？]+")  # noqa: RUF001 - of writings without spaces
"""What stands between words, also where none are parted by spaces."""

MARK = re.compile(r"^(<{7}|>{7})(?: |$)", re.MULTILINE)
"""How a side of a conflict begins or ends in a file that was merged."""


def parse(content: bytes, path: str, id: str) -> tuple[Source, tuple[Problem, ...]]:  # noqa: A002
    """Give the source that a file holds, and warnings about it.

    Raises:
        ContentError: with everything that is wrong in the file.
    """
    front = front_matter.read(content, path)
    fields = Fields(path, front.fields, 1)
    fields.only(KEYS, "a source")
    paragraphs = article.read(front.body, front.body_line)
    title = fields.text("title")
    derived = fields.flag("title_derived")
    if title and not derived:
        head = Paragraph(words=title, part="title", line=fields.line_of("title"))
        paragraphs = (head, *_without_titles(paragraphs))
    elif paragraphs and paragraphs[0].part == "title":
        title, derived = paragraphs[0].words, False
    text, blocks = assemble(paragraphs)
    source = Source(
        id=id,
        path=path,
        text=text,
        blocks=blocks,
        title=title,
        title_derived=derived and title is not None,
        outlet=fields.text("outlet"),
        url=fields.address("url"),
        authors=fields.texts("authors"),
        agencies=fields.texts("agencies"),
        published=fields.day("published", time=True),
        updated=fields.day("updated", time=True),
        lang=fields.language("lang"),
        translated_from=fields.language("translated_from"),
        rights=fields.choice("rights", get_args(Rights), "full"),
        robots=fields.text("robots"),
        draft=fields.flag("draft"),
        evidence=_evidence(fields),
        refused=_refused(fields),
        repairs=_repairs(fields),
        removed=_removed(fields),
        unsure=_unsure(fields),
        raw=_kept(fields, "raw", fields.text("raw")),
        earlier=tuple(filter(None, (_kept(fields, "earlier", n) for n in fields.texts("earlier")))),
        raw_sha256=fields.text("raw_sha256"),
        filed_sha256=fields.text("filed_sha256"),
    )
    if not text:
        fields.note(0, "there is no text", "write the article below the front matter")
    for block in blocks:
        if fault := too_long(block.span.of(text)):
            fields.note(block.line, *fault)
    if mark := MARK.search(front.body):
        line = front.body_line + front.body.count("\n", 0, mark.start())
        fields.note(
            line, f"a mark of a conflict, “{mark[1]}”, is left", "keep one side, delete marks"
        )
    if article.too_deep(front.body):
        fields.note(front.body_line, "lists or quotations are nested too deeply to be read")
    if any(problem.severity == "error" for problem in fields.problems):
        raise ContentError(*sorted(set(fields.problems)))
    return source, tuple(sorted(set(fields.problems)))


def _kept(fields: Fields, key: str, name: str | None) -> str | None:
    """Give the name of a raw file; one that leads elsewhere is noted."""
    if name and ("/" in name or paths.fault_of(name) is not None):
        hint = "the raw file lies in the event’s raw/: write its name alone"
        fields.note(fields.line_of(key), f"“{name}” is not a file's name", hint)
    return name


def too_long(paragraph: str) -> tuple[str, str] | None:
    """Say what is longer than any article has it, and what helps: reading would take minutes."""
    if len(paragraph) > LONGEST_PARAGRAPH:
        message = f"a paragraph of {len(paragraph):,} characters; the most is {LONGEST_PARAGRAPH:,}"
        return message, "part it by blank lines"
    word = max(map(len, BETWEEN_WORDS.split(paragraph)))
    if word > LONGEST_WORD:
        message = f"a word of {word:,} characters; the most is {LONGEST_WORD:,}"
        return message, "take it out, or put spaces into it"
    return None


def write(source: Source) -> str:
    """Write a source's file: its fields, then its paragraphs as Markdown."""
    values = {name: getattr(source, name) for name in KEYS if getattr(source, name)}
    if source.rights == "full":
        del values["rights"]
    for name in ("evidence", "refused", "repairs", "removed", "unsure"):
        if name in values:
            values[name] = tuple(_entry(each) for each in values[name])
    paragraphs = (
        article.escape(block.span.of(source.text), block.part)
        for block in source.blocks
        if block.part != "title"
    )
    return front_writing.write(values) + "".join(f"\n{each}\n" for each in paragraphs)


def assemble(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Block, ...]]:
    """Join paragraphs by blank lines into a text, and say where each one lies in it."""
    text = ""
    blocks: list[Block] = []
    for paragraph in paragraphs:
        start = len(text) + 2 if text else 0
        text += f"\n\n{paragraph.words}" if text else paragraph.words
        span = Span(start, len(text))
        blocks.append(Block(span=span, part=paragraph.part, line=paragraph.line))
    return text, tuple(blocks)


def _without_titles(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Make a first heading a subhead where the front matter holds the title.

    What is bold below it is no standfirst: that stands above every subhead.
    """
    if not paragraphs or paragraphs[0].part != "title":
        return paragraphs
    head, *rest = paragraphs
    body = (replace(each, part="body") if each.part == "standfirst" else each for each in rest)
    return (replace(head, part="subhead"), *body)


def _entry(found: Evidence | Refusal | Repair | Removal | Doubt) -> dict[str, object]:
    """Give an entry of a list as a mapping; a count of one goes without saying."""
    names = type(found).__slots__
    values = {name: getattr(found, name) for name in names}
    return {name: value for name, value in values.items() if (name, value) != ("count", 1)}


def _evidence(fields: Fields) -> tuple[Evidence, ...]:
    entries = fields.each("evidence")
    found = []
    for entry in entries:
        entry.only(("field", "words", "line"), "an entry of “evidence”")
        found.append(
            Evidence(
                field=entry.needed("field"),
                words=entry.needed("words"),
                line=entry.number("line"),
            )
        )
    fields.gather(entries)
    return tuple(found)


def _refused(fields: Fields) -> tuple[Refusal, ...]:
    entries = fields.each("refused")
    found = []
    for entry in entries:
        entry.only(("field", "value", "line", "because"), "an entry of “refused”")
        found.append(
            Refusal(
                field=entry.needed("field"),
                value=entry.needed("value"),
                line=entry.number("line"),
                because=entry.needed("because"),
            )
        )
    fields.gather(entries)
    return tuple(found)


def _repairs(fields: Fields) -> tuple[Repair, ...]:
    entries = fields.each("repairs")
    found = []
    for entry in entries:
        entry.only(("kind", "line"), "an entry of “repairs”")
        found.append(Repair(kind=entry.needed("kind"), line=entry.number("line")))
    fields.gather(entries)
    return tuple(found)


def _removed(fields: Fields) -> tuple[Removal, ...]:
    entries = fields.each("removed")
    found = []
    for entry in entries:
        entry.only(("kind", "lines", "count"), "an entry of “removed”")
        lines, count = _lines(entry), entry.number("count", 1)
        found.append(Removal(kind=entry.needed("kind"), lines=lines, count=count))
    fields.gather(entries)
    return tuple(found)


def _unsure(fields: Fields) -> tuple[Doubt, ...]:
    entries = fields.each("unsure")
    found = []
    for entry in entries:
        entry.only(("kind", "lines"), "an entry of “unsure”")
        found.append(Doubt(kind=entry.needed("kind"), lines=_lines(entry)))
    fields.gather(entries)
    return tuple(found)


def _lines(entry: Fields) -> tuple[int, int]:
    """Give the first and the last line that an entry is about."""
    lines = entry.numbers("lines")
    if len(lines) != 2 or not 1 <= lines[0] <= lines[1]:
        entry.note(entry.line, "“lines” are a first and a last line", "as in lines: [3, 7]")
        return 1, 1
    return lines[0], lines[1]
