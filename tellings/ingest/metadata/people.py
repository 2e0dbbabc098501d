"""Who wrote a text, and the agencies it has its words from."""

import re
from collections.abc import Iterable, Iterator, Sequence

from tellings.ingest.facts import Fact
from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.lines import Piece
from tellings.ingest.furniture.vocabulary import AGENCY, agencies_in
from tellings.ingest.layout import Laid
from tellings.ingest.metadata.gathering import Notes

__all__ = ["agencies", "authors"]

PEOPLE = (
    r"(?:news agency|correspondents?|journalists?|reporters?|photographers?|tally|count|report)"
)
SAID = (
    r"(?:reported|reports|has reported|learned|has learned|quoted|cited|said|says|"
    r"quoting|citing|wrote)"
)
IN_BRACKETS = rf"\((?:{AGENCY})(?:\s?[/,&]\s?{AGENCY})*\)"
CUES = (
    re.compile(
        r"\b(?:told|tells|telling|confirmed to|spoke to|speaking to|interview with|statement to) "
        rf"(?:[Tt]he )?{AGENCY}"
    ),
    re.compile(rf"\b(?:to|by|from) the {AGENCY}(?: news agency| agency)"),
    re.compile(rf"\b(?:news|press) agency,? {AGENCY}"),
    re.compile(rf"\b(?:[Aa]n? |[Tt]he )?{AGENCY}(?:[’']s)? (?:\w+ )?{PEOPLE}\b"),
    re.compile(rf"\b{AGENCY} {SAID}\b"),
    re.compile(
        r"\b(?:quoted|cited|carried|reported|seen|obtained|reviewed|compiled) by (?:the )?"
        rf"{AGENCY}(?: news agency)?"
    ),
    re.compile(rf"\baccording to (?:the )?{AGENCY}"),
    re.compile(rf"^[A-ZÀ-Þ][^()—–]{{1,60}}{IN_BRACKETS}\s*[-–—]"),
    re.compile(rf"^[A-ZÀ-Þ][A-ZÀ-Þ .,’'/-]{{1,40}}, .{{0,20}}{IN_BRACKETS}"),
    re.compile(rf"^[A-ZÀ-Þ][A-ZÀ-Þ .,’'-]{{1,40}} {IN_BRACKETS}"),
    re.compile(rf"^{IN_BRACKETS}\s*[-–—]"),
    re.compile(rf"[.!?”\"] ?(?:{IN_BRACKETS}|[—–-] ?{AGENCY})$"),
)
"""How a text names the agency that it has its words from."""

BY = re.compile(
    r"(?:By|BY|by|Words by|Story by|Written by|Text by|Reporting by|Author|Autor|Posted by):? (.+)"
)
BESIDE = re.compile(
    r"(?: (?:in|at|of|for|from|IN|AT|OF|FOR|FROM)(?= )| \| | [–—-] | \(|;|\.$| [Ee]diting by).*"
)
"""What bylines say beside the names: a place, a rank, an outlet."""

PARTED = re.compile(r",? and |,? AND |, | & |; | / ")
SERIES = re.compile(r", .* (?:and|AND|&) ")
SOMEBODY = re.compile(
    r"(?:an?|our|the) .*|.*\b(?:staff|reporters?|correspondents?|desk|editors?|editorial|"
    r"agenc\w+|news|press|newsroom|bureau|team|service|network|online|contributors?|wires?|"
    r"magazine|newspaper|writers?|admin|administrator|webmaster|guest)\b.*",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,4}")


def authors(
    pieces: Sequence[Piece], facts: Sequence[Fact], outlet: str | None, notes: Notes
) -> tuple[str, ...]:
    """Give the people that bylines name; “a staff reporter” and the outlet itself are nobody.

    What a page prints in an element of its own counts where neither a field nor a line names one.
    """
    found = _named(_bylines(pieces, facts), outlet, notes)
    if not found:
        printed = (fact for fact in facts if fact.field == "byline")
        found = _named(((fact.words, fact.line, _given(fact)) for fact in printed), outlet, notes)
    return tuple(dict.fromkeys(found))


def _named(
    bylines: Iterable[tuple[str, int, str]], outlet: str | None, notes: Notes
) -> tuple[str, ...]:
    """Give the people of bylines, and note what names them."""
    found: list[str] = []
    for words, line, given in bylines:
        names = tuple(
            name for name in _names(given) if name.casefold() != (outlet or "").casefold()
        )
        found += names
        if names:
            notes.accept("authors", words, line)
    return tuple(found)


def _bylines(pieces: Sequence[Piece], facts: Sequence[Fact]) -> Iterator[tuple[str, int, str]]:
    """Give what the format's fields and byline lines say: their words, line, and the names."""
    for fact in facts:
        if fact.field == "authors":
            yield fact.words, fact.line, _given(fact)
    for piece in pieces:
        if piece.kind == "byline":
            words = piece.line.words
            match = BY.fullmatch(date_labels.only_label(words) or words)
            if match:
                yield words, piece.line.number, match[1]


def _given(fact: Fact) -> str:
    """Give the names of a field without “By” and a date."""
    value = date_labels.only_label(fact.value) or fact.value
    match = BY.fullmatch(value)
    return match[1] if match else value.replace(", ", " and ")


def _names(given: str) -> Iterator[str]:
    """Give the names of people in a byline's words."""
    if not SERIES.search(given):
        # With one comma alone, what follows it is a rank, a place or the outlet.
        given = re.sub(r", [^,&]*?(?= and | AND | & |$)", "", given)
    for part in PARTED.split(given):
        name = BESIDE.sub("", part).strip(" ,:|·•–—-")
        if NAME.fullmatch(name) and not SOMEBODY.fullmatch(name) and not agencies_in(name):
            yield name.title() if name.isupper() else name


def agencies(pieces: Sequence[Piece], article: Sequence[Laid], notes: Notes) -> tuple[str, ...]:
    """Give the agencies that credit lines and the text's own words name."""
    found: list[str] = []
    for piece in pieces:
        if piece.kind in ("agency-credit", "byline"):
            named = agencies_in(piece.line.words)
            found += named
            if named:
                notes.accept("agencies", piece.line.words, piece.line.number)
    for laid in article:
        if not agencies_in(laid.words):
            continue
        for cue in CUES:
            for match in cue.finditer(laid.words):
                named = tuple(name for name in agencies_in(match[0]) if name not in found)
                found += named
                if named:
                    notes.accept("agencies", match[0].strip(' .”"'), laid.line)
    return tuple(dict.fromkeys(found))
