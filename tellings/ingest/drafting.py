"""One raw file → the source that it makes, before it has a name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import PurePosixPath

from tellings.errors import ContentError, Problem
from tellings.ingest import formats, furniture, layout, metadata
from tellings.ingest.facts import Fact
from tellings.ingest.formats.raw_text import RawText
from tellings.ingest.furniture import doubts
from tellings.ingest.furniture.lines import Piece
from tellings.ingest.furniture.recurring import Printed
from tellings.ingest.layout import Laid
from tellings.ingest.metadata import headlines, tongues
from tellings.model.source import Doubt, Refusal, Repair, Source
from tellings.reading import source_file
from tellings.reading.article import Paragraph

__all__ = ["Draft", "Told", "heeding", "make"]


NOTHING = "no article is found in the file"
COMMENTS = "the file holds readers’ comments and no article"
BY_HAND = "if it does hold an article, write its source file by hand"
GLUED = "glued-prefix"
"""The kind of repair where furniture ran into the article's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a raw file from elsewhere than its own words."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """These three as the editor sets them."""

    address: str | None = None
    """Where it was fetched from."""

    charset: str | None = None
    """What its server says of its encoding."""

    heard: tuple[Fact, ...] = ()
    """What an older version of it said, and it does not."""

    @property
    def set(self) -> tuple[str, ...]:
        """The fields that the editor sets."""
        return tuple(name for name in ("outlet", "url", "published") if getattr(self, name))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is told, before anything that the file itself says."""
        values = [(name, str(getattr(self, name)), str(getattr(self, name))) for name in self.set]
        if self.address and not self.url:
            values.append(("url", self.address, f"fetched from {self.address}"))
        told = (Fact(field=name, value=value, words=words, line=0) for name, value, words in values)
        return (*told, *self.heard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A source made from a raw file, and the parts of the raw file it was made from."""

    source: Source
    pieces: tuple[Piece, ...]
    article: tuple[Laid, ...] = ()
    unread: tuple[str, ...] = ()
    """Names of what the file holds besides and nobody reads."""

    raw: RawText
    told: Told
    printed: Printed
    """Its lines that other texts of its outlet print too."""

    @property
    def raw_lines(self) -> tuple[str, ...]:
        """The lines of the raw file, as far as its format gives them."""
        return tuple(text for _, text in self.raw.lines)


def make(content: bytes, path: str, told: Told | None = None) -> Draft:
    """Make a source of a raw file; its id and path are still to be set.

    Raises:
        ContentError: when the file cannot be read or no article is left in it.
    """
    told = told or Told()
    raw = formats.read(content, path, told.charset)
    draft = _drafted(raw, told, path, Printed())
    return replace(draft, source=replace(draft.source, raw_sha256=sha256(content).hexdigest()))


def heeding(draft: Draft, printed: Printed) -> Draft:
    """Give a draft that heeds what other texts of its outlet print."""
    if printed == draft.printed:
        return draft
    before = draft.source
    again = _drafted(draft.raw, draft.told, before.raw or "", printed)
    kept = {name: getattr(before, name) for name in ("id", "path", "earlier", "raw_sha256")}
    return replace(again, source=replace(again.source, **kept))


def _drafted(raw: RawText, told: Told, path: str, printed: Printed) -> Draft:
    """Make a source of a raw file's lines.

    Raises:
        ContentError: when no article is left in them.
    """
    facts = (*told.facts, *raw.facts)
    rules = furniture.RULES if raw.whole else furniture.PARTED
    labelled = furniture.label(raw.lines, rules, recurring=printed.sure)
    explained = furniture.explained(labelled, {fact.field: fact.value for fact in facts[::-1]})
    pieces = _with_known(explained, raw.furniture)
    article = _with_markup(_laid_out(pieces, facts, raw.paragraphs), raw.paragraphs)
    if not article:
        message = COMMENTS if _only_comments(pieces) else NOTHING
        raise ContentError(Problem(path=path, message=message, hint=BY_HAND))
    found = metadata.find(pieces, article, facts)
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
        translated_from=found.translated_from,
        evidence=tuple(each for each in found.evidence if each.field not in told.set),
        refused=(*_refused(raw.refused, told), *found.refused),
        repairs=(*raw.repairs, *_glued(pieces)),
        removed=furniture.removals(pieces),
        unsure=_unsure(pieces, article, printed, found.lang),
        raw=PurePosixPath(path).name,
    )
    return Draft(
        source=source,
        pieces=pieces,
        article=article,
        unread=raw.unread,
        raw=raw,
        told=told,
        printed=printed,
    )


def _unsure(
    pieces: Sequence[Piece], article: Sequence[Laid], printed: Printed, lang: str | None
) -> tuple[Doubt, ...]:
    """Find the lines to look at: what may be furniture, and what is in another language."""
    second = tongues.second(article, lang)
    loose = doubts.find(pieces, article, printed.doubtful)
    found = {each.lines: each for each in (*loose, *second)}
    return tuple(found[lines] for lines in sorted(found))


def _only_comments(pieces: Sequence[Piece]) -> bool:
    """Tell whether readers wrote most of what stands in a file without an article."""
    wrote = sum(piece.kind == "reader-comments" for piece in pieces)
    return 2 * wrote > len(pieces)


def _refused(refused: Sequence[Refusal], told: Told) -> tuple[Refusal, ...]:
    """Give what the format's own fields say in vain; nothing on what the editor sets."""
    return tuple(each for each in refused if each.field not in told.set)


def _with_known(pieces: Sequence[Piece], known: Sequence[Piece]) -> tuple[Piece, ...]:
    """Add the furniture that the format itself names, in the order of the file's lines."""
    return tuple(sorted((*pieces, *known), key=lambda piece: piece.line.number))


def _laid_out(
    pieces: Sequence[Piece], facts: Sequence[Fact], paragraphs: Sequence[Paragraph]
) -> tuple[Laid, ...]:
    """Lay the article out; a headline that only the format's fields give is set above it."""
    told = {fact.field: fact for fact in reversed(facts)}
    if "title" not in told:
        kept = {piece.line.words for piece in pieces if piece.kind == "article"}
        named = (each.words for each in paragraphs if each.part == "title")
        return layout.lay_out(pieces, title=next((words for words in named if words in kept), None))
    title = headlines.bare(told["title"].value, told)
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
        if part == "standfirst" and found and found[-1].part not in {"title", "standfirst"}:
            # A file's own heading above it is a subhead here, and a standfirst stands above those.
            part = "body"
        found.append(Laid(words=each.words, part=part, line=each.line))
    return tuple(found)


def _glued(pieces: Sequence[Piece]) -> tuple[Repair, ...]:
    """List the lines where furniture was cut off the article's own words."""
    return tuple(
        Repair(kind=GLUED, line=piece.line.number)
        for piece, after in pairwise(pieces)
        if piece.kind != "article"
        and (after.kind, after.line.number) == ("article", piece.line.number)
        and piece.line.start == 0 < after.line.start
    )
