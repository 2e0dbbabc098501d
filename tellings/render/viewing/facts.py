"""What is known of a source, and how it is known."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tellings.model.source import Source
from tellings.render import wording
from tellings.render.phrases import ENGLISH, Phrases, mark
from tellings.render.viewing.desk import day_view
from tellings.render.views.source import FactView, KnownFrom, Refused

__all__ = ["facts"]

COUNTED = re.compile(r"\w+ \u00d7?\d+(?:, \w+ \u00d7?\d+)*")
"""How a language is shown to be the one: its commonest words, with how often each stands there."""

ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?=$|[T ])")
"""A date as a file writes it."""

REPAIRS: Final = mark(
    {
        "glued-prefix": "page furniture cut off the text’s own words in",
        "joined-lines": "lines broken at a fixed width joined in",
        "joined-words": "words parted at the end of a line joined in",
        "markup": "tags taken out of",
        "zero-width": "invisible characters taken out of",
        "control-character": "control characters taken out of",
        "mojibake-kept": "words read in a wrong encoding, left as they are, in",
    }
)
RIGHTS = mark(
    {
        "full": "the whole text is shown",
        "excerpt": "only the passages the digest uses",
        "none": "",
    }
)


def facts(source: Source, phrases: Phrases = ENGLISH) -> tuple[FactView, ...]:
    """Show what is known of a source."""
    found = (fact for fact in every(source, phrases) if fact.words or fact.refused)
    return tuple(
        replace(
            fact,
            known_from=tuple(read_from(one, source, phrases) for one in fact.known_from),
            refused=refused(fact, phrases),
        )
        for fact in found
    )


def read_from(known: KnownFrom, source: Source, phrases: Phrases) -> KnownFrom:
    """Say what a fact was read from: its words, or the words that the language was told by."""
    if COUNTED.fullmatch(known.words):
        counted = (re.split(r" \u00d7?", one) for one in known.words.split(", "))
        said = ", ".join(f"“{word}” ({times})" for word, times in counted)
        words = phrases.text("from its commonest words: %(words)s", words=said)
        return KnownFrom(words=words, line=0)
    if known.words == source.title:
        return KnownFrom(words="", line=known.line)
    inside = known.words.replace("“", "‘").replace("”", "’")
    return KnownFrom(words=phrases.text("from “%(known)s”", known=inside), line=known.line)


def refused(fact: FactView, phrases: Phrases) -> tuple[Refused, ...]:
    """Say why values were not taken: a source's file has the program's own reasons in English."""
    return tuple(
        replace(
            one,
            value=wording.day(one.value, phrases=phrases) if ISO.match(one.value) else one.value,
            because=phrases.found(one.because),
        )
        for one in fact.refused
    )


def every(source: Source, phrases: Phrases) -> Iterator[FactView]:
    """Give the facts in the order to be read."""
    by = source.raw is not None
    if source.title:
        label = (
            phrases.text("a label made of the first words")
            if source.title_derived
            else phrases.text("as printed")
        )
        yield fact(source, phrases.text("Title"), "title", label, shown=by)
    yield fact(
        source,
        phrases.text("Outlet"),
        "outlet",
        source.outlet or phrases.text("not known"),
        shown=by and bool(source.outlet),
    )
    yield fact(source, phrases.text("Agency"), "agencies", wording.listed(source.agencies, phrases))
    yield fact(source, phrases.text("Author"), "authors", wording.listed(source.authors, phrases))
    # A file that dates only its last change dates this version, and nothing earlier.
    changed = source.updated is not None and source.updated == source.published
    version = phrases.text("Published, in this version") if changed else phrases.text("Published")
    yield date(source, version, "published", source.published or "", phrases)
    yield date(
        source, phrases.text("Updated"), "updated", "" if changed else source.updated or "", phrases
    )
    yield fact(
        source,
        phrases.text("Language"),
        "lang",
        wording.language(source.lang, phrases),
        shown=False,
    )
    yield from handling(source, phrases)


def handling(source: Source, phrases: Phrases) -> Iterator[FactView]:
    """Give whence a source comes and what was done to it."""
    signs = any(one.field == "translated_from" for one in source.refused)
    original = source.translated_from
    translated = (
        wording.language(original, phrases)
        if original
        else phrases.text("not known")
        if signs
        else ""
    )
    yield fact(
        source, phrases.text("Translated from"), "translated_from", translated, shown=bool(original)
    )
    yield fact(source, phrases.text("Address"), "url", source.url or "", href=web(source.url))
    yield fact(
        source, phrases.text("Rights"), "rights", phrases.found(RIGHTS[source.rights]), shown=False
    )
    repairs = Counter(repair.kind for repair in source.repairs)
    mended = (repair(kind, times, phrases) for kind, times in repairs.items())
    yield fact(source, phrases.text("Repairs"), "repairs", "; ".join(mended), shown=False)
    yield fact(
        source,
        phrases.text("File"),
        "raw",
        source.raw or phrases.text("written by hand"),
        shown=False,
    )


def repair(kind: str, lines: int, phrases: Phrases) -> str:
    """Say what was mended, and in how many lines, in words for readers."""
    if kind.startswith("read as "):
        return kind.replace("cp125", "Windows-125")
    where = wording.count(lines, "line", phrases)
    said = REPAIRS.get(kind)
    return f"{phrases.text(said)} {where}" if said else f"{kind.replace('-', ' ')}: {where}"


def fact(
    source: Source,
    term: str,
    field: str,
    words: str,
    *,
    href: str | None = None,
    shown: bool = True,
) -> FactView:
    """Show one fact with the words it was read from, or as the editor's."""
    known = tuple(
        KnownFrom(words=one.words, line=one.line) for one in source.evidence if one.field == field
    )
    return FactView(
        term=term,
        words=words,
        day=None,
        href=href,
        known_from=known,
        by_editor=shown and bool(words) and not known,
        refused=tuple(
            Refused(value=one.value, line=one.line, because=one.because)
            for one in source.refused
            if one.field == field
        ),
    )


def date(source: Source, term: str, field: str, value: str, phrases: Phrases) -> FactView:
    """Show a date; one that is not known is said to be so."""
    plain = fact(source, term, field, value)
    words = (
        wording.day(value, phrases=phrases)
        if value
        else (phrases.text("not known") if field == "published" else "")
    )
    return FactView(
        term=term,
        words=words,
        day=day_view(value, phrases=phrases),
        href=None,
        known_from=plain.known_from,
        by_editor=plain.by_editor,
        refused=plain.refused,
    )


def web(url: str | None) -> str | None:
    """Give an address that may be linked to: on the web, nothing else."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
