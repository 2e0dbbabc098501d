"""What a raw file says of itself: each value with the words it was read from, or nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tellings.ingest.facts import Fact
from tellings.ingest.furniture.lines import Piece
from tellings.ingest.layout import Laid
from tellings.ingest.metadata import dating, people, translations
from tellings.ingest.metadata.gathering import Notes
from tellings.ingest.metadata.stopwords import language
from tellings.model.phrase import mark
from tellings.model.source import Evidence, Refusal
from tellings.reading.fields import is_address, is_day, is_language

__all__ = ["Metadata", "find"]

LABEL_WORDS = 9
"""Words of a label made from a text without a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields of a source that its raw file states, and what was refused."""

    title: str | None = None
    title_derived: bool = False
    outlet: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    lang: str | None = None
    translated_from: str | None = None
    evidence: tuple[Evidence, ...] = ()
    refused: tuple[Refusal, ...] = ()


def find(pieces: Sequence[Piece], article: Sequence[Laid], facts: Sequence[Fact] = ()) -> Metadata:
    """Read what the file says of itself in its lines and in its format's own fields."""
    notes = Notes()
    told = {fact.field: fact for fact in reversed(facts) if _fits(fact, notes)}
    url = _url(pieces, told, notes)
    published, updated = dating.find(pieces, article, told, url, notes)
    title, derived = _title(article, notes)
    outlet = _outlet(told, url, notes)
    lang = _lang(article, told, notes)
    return Metadata(
        title=title,
        title_derived=derived,
        outlet=outlet,
        url=url.value if url else None,
        authors=people.authors(pieces, facts, outlet, notes),
        agencies=people.agencies(pieces, article, notes),
        published=published,
        updated=updated,
        lang=lang,
        translated_from=translations.find(pieces, lang, notes),
        evidence=tuple(notes.evidence),
        refused=tuple(notes.refused),
    )


def _fits(fact: Fact, notes: Notes) -> bool:
    """Tell whether a source's front matter can hold what the format's own field says."""
    if fact.field in ("published", "updated") and not is_day(fact.value, time=True):
        notes.refuse(fact.field, fact.value, fact.line, mark("no day of the calendar"))
        return False
    return fact.field != "lang" or is_language(fact.value)


def _title(article: Sequence[Laid], notes: Notes) -> tuple[str | None, bool]:
    """Give the printed headline, else a label made of the first words."""
    for laid in article:
        if laid.part == "title":
            notes.accept("title", laid.words, laid.line)
            return laid.words, False
    for laid in article:
        words = laid.words.split()
        if label := " ".join(words[:LABEL_WORDS]).rstrip(" ,;:–—-"):
            notes.accept("title", label, laid.line)
            return (f"{label} …" if len(words) > LABEL_WORDS else label), True
    return None, False


def _url(pieces: Sequence[Piece], told: dict[str, Fact], notes: Notes) -> Fact | None:
    """Give the page's own address: the format's field, else a line above or below the text."""
    for fact in (told.get("url"), *_address_lines(pieces)):
        if fact and is_address(fact.value):
            notes.accept("url", fact.words, fact.line)
            return fact
    return None


def _address_lines(pieces: Sequence[Piece]) -> Iterator[Fact]:
    for piece in pieces:
        if piece.kind == "source-url":
            match = re.search(r"https?://\S+", piece.line.text)
            if match:
                yield Fact(
                    field="url", value=match[0], words=piece.line.words, line=piece.line.number
                )


def _outlet(told: dict[str, Fact], url: Fact | None, notes: Notes) -> str | None:
    """Give the outlet's name from the format's field, else the host of the page's address."""
    if fact := told.get("outlet"):
        notes.accept("outlet", fact.words, fact.line)
        return fact.value
    if url is None:
        return None
    notes.accept("outlet", url.words, url.line)
    return (urlsplit(url.value).hostname or "").removeprefix("www.")


def _lang(article: Sequence[Laid], told: dict[str, Fact], notes: Notes) -> str | None:
    """Give the text's language by its small words; the format's own field where they are unsure."""
    vote = language(" ".join(laid.words for laid in article))
    if vote:
        notes.accept("lang", ", ".join(vote[1]), article[0].line)
        return vote[0]
    if fact := told.get("lang"):
        notes.accept("lang", fact.words, fact.line)
        return fact.value
    return None
