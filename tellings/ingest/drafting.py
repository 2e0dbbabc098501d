"""One raw file → the source that it makes, before it has a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from tellings.errors import ContentError, Problem
from tellings.ingest import formats, furniture, layout, metadata
from tellings.ingest.facts import Fact
from tellings.ingest.layout import Laid
from tellings.ingest.lines import Piece
from tellings.model.source import Repair, Source
from tellings.reading import source_file
from tellings.reading.article import Paragraph

__all__ = ["Draft", "make"]

GLUED = "glued-prefix"
"""The kind of repair where furniture ran into the article's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A source made from a raw file, and the parts of the raw file it was made from."""

    source: Source
    pieces: tuple[Piece, ...]


def make(content: bytes, path: str) -> Draft:
    """Make a source of a raw file; its id and path are still to be set.

    Raises:
        ContentError: when the file cannot be read or no article is left in it.
    """
    raw = formats.read(content, path)
    pieces = furniture.label(raw.lines)
    article = _with_markup(_laid_out(pieces, raw.facts), raw.paragraphs)
    if not article:
        hint = "if it does hold an article, write its source file by hand"
        message = "no article is found in the file"
        raise ContentError(Problem(path=path, message=message, hint=hint))
    found = metadata.find(pieces, article, raw.facts)
    paragraphs = (Paragraph(words=each.words, part=each.part, line=1) for each in article)
    text, blocks = source_file.assemble(paragraphs)
    source = Source(
        id="",
        path="",
        text=text,
        blocks=blocks,
        title=found.title,
        title_derived=found.title_derived,
        outlet=found.outlet,
        url=found.url,
        authors=found.authors,
        agencies=found.agencies,
        published=found.published,
        updated=found.updated,
        lang=found.lang,
        evidence=found.evidence,
        refused=found.refused,
        repairs=(*raw.repairs, *_glued(pieces)),
        removed=furniture.removals(pieces),
        raw=PurePosixPath(path).name,
        raw_sha256=sha256(content).hexdigest(),
    )
    return Draft(source=source, pieces=pieces)


def _laid_out(pieces: Sequence[Piece], facts: Sequence[Fact]) -> tuple[Laid, ...]:
    """Lay the article out; a headline that only the format's fields give is set above it."""
    told = {fact.field: fact for fact in reversed(facts)}
    if "title" not in told:
        return layout.lay_out(pieces)
    title = told["title"].value
    if "outlet" in told:
        for dash in (" | ", " - ", " – ", " — "):
            title = title.removesuffix(dash + told["outlet"].value)
    article = layout.lay_out(pieces, title=title)
    if not article or article[0].part == "title":
        return article
    return (Laid(words=title, part="title", line=told["title"].line), *article)


def _with_markup(article: tuple[Laid, ...], paragraphs: Sequence[Paragraph]) -> tuple[Laid, ...]:
    """Let the headings and standfirsts that Markdown names count before those told by looks."""
    named = {(each.line, each.words): each.part for each in paragraphs}
    if not named:
        return article
    titled = article[:1] and article[0].part == "title"
    found: list[Laid] = []
    for each in article:
        part = named.get((each.line, each.words), each.part)
        if part == "title" and titled and each is not article[0]:
            part = "subhead"
        if each is article[0] and titled:
            part = "title"
        found.append(Laid(words=each.words, part=part, line=each.line))
    return tuple(found)


def _glued(pieces: Sequence[Piece]) -> tuple[Repair, ...]:
    """List the lines where furniture was cut off the article's own words."""
    articles = {piece.line.number for piece in pieces if piece.kind == "article"}
    return tuple(
        Repair(kind=GLUED, line=piece.line.number)
        for piece in pieces
        if piece.kind != "article" and piece.line.start == 0 and piece.line.number in articles
    )
