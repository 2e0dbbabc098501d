"""What a raw file says of itself: each value with the words it was read from, or nothing."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tellings.ingest import date_labels
from tellings.ingest.date_labels import Stamp
from tellings.ingest.facts import Fact
from tellings.ingest.layout import Laid
from tellings.ingest.lines import Piece
from tellings.ingest.signatures import AGO
from tellings.ingest.stopwords import language
from tellings.ingest.vocabulary import AGENCY, agencies_in
from tellings.model.source import Evidence, Refusal
from tellings.reading.fields import is_address, is_day, is_language

__all__ = ["Metadata", "find"]

LABEL_WORDS = 9
"""Words of a label made from a text without a headline."""

PEOPLE = (
    r"(?:news agency|correspondents?|journalists?|reporters?|photographers?|tally|count|report)"
)
CUES = (
    re.compile(
        r"\b(?:told|tells|telling|confirmed to|spoke to|speaking to|interview with|statement to) "
        rf"(?:[Tt]he )?{AGENCY}"
    ),
    re.compile(rf"\b(?:to|by|from) the {AGENCY}(?: news agency| agency)"),
    re.compile(rf"\b(?:[Aa]n? |[Tt]he )?{AGENCY}(?:[’']s)? (?:\w+ )?{PEOPLE}\b"),
    re.compile(rf"\b{AGENCY} (?:reported|reports|has reported|learned|quoted|cited)\b"),
    re.compile(rf"\b(?:quoted|cited|carried|reported) by (?:the )?{AGENCY}(?: news agency)?"),
    re.compile(rf"\baccording to (?:the )?{AGENCY}"),
    re.compile(rf"^[A-ZÀ-Þ][^()—–]{{1,60}}\({AGENCY}\)\s*[-–—]"),
    re.compile(rf"^[A-ZÀ-Þ][A-ZÀ-Þ .,’'/-]{{1,40}}, .{{0,20}}\({AGENCY}\)"),
    re.compile(rf"^\({AGENCY}\)\s*[-–—]"),
    re.compile(rf"[.!?”\"] ?(?:\({AGENCY}\)|[—–-] ?{AGENCY})$"),
)
"""How a text names the agency that it has its words from."""

URL_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
BY = re.compile(r"(?:By|BY|Words by|Story by|Written by|Text by|Author:) (.+)")
SOMEBODY = re.compile(
    r"(?:[Aa]|A|OUR|[Oo]ur) .*|.*\b(?:staff|reporters?|correspondents?|desk|editor|agenc\w+)\b.*",
    re.IGNORECASE,
)
LATEST = "2100-01-01"
EARLIEST = "1900-01-01"
OTHERS = ("related", "promotion", "newsletter", "advertisement")


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
    evidence: tuple[Evidence, ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class Notes:
    """What is being gathered."""

    evidence: list[Evidence] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def accept(self, field_: str, words: str, line: int) -> None:
        """Note the words that a value was read from."""
        entry = Evidence(field=field_, words=words, line=line)
        if entry not in self.evidence:
            self.evidence.append(entry)

    def refuse(self, field_: str, value: str, line: int, because: str) -> None:
        """Note a value that is not taken; the same one once."""
        if not any((r.field, r.value) == (field_, value) for r in self.refused):
            self.refused.append(Refusal(field=field_, value=value, line=line, because=because))


def find(pieces: Sequence[Piece], article: Sequence[Laid], facts: Sequence[Fact] = ()) -> Metadata:
    """Read what the file says of itself in its lines and in its format's own fields."""
    notes = Notes()
    told = {fact.field: fact for fact in reversed(facts) if _fits(fact, notes)}
    url = _url(pieces, told, notes)
    published, updated = _dates(pieces, article, told, url, notes)
    title, derived = _title(article, notes)
    return Metadata(
        title=title,
        title_derived=derived,
        outlet=_outlet(told, url, notes),
        url=url.value if url else None,
        authors=_authors(pieces, facts, notes),
        agencies=_agencies(pieces, article, notes),
        published=published,
        updated=updated,
        lang=_lang(article, told, notes),
        evidence=tuple(notes.evidence),
        refused=tuple(notes.refused),
    )


def _fits(fact: Fact, notes: Notes) -> bool:
    """Tell whether a source's front matter can hold what the format's own field says."""
    if fact.field in ("published", "updated") and not is_day(fact.value, time=True):
        notes.refuse(fact.field, fact.value, fact.line, "no day of the calendar")
        return False
    return fact.field != "lang" or is_language(fact.value)


def _title(article: Sequence[Laid], notes: Notes) -> tuple[str | None, bool]:
    """Give the printed headline, else a label made of the first words."""
    for laid in article:
        if laid.part == "title":
            notes.accept("title", laid.words, laid.line)
            return laid.words, False
    if not article:
        return None, False
    words = article[0].words.split()
    label = " ".join(words[:LABEL_WORDS]).rstrip(",;:–—-")
    notes.accept("title", label, article[0].line)
    return (f"{label} …" if len(words) > LABEL_WORDS else label), True


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


def _authors(pieces: Sequence[Piece], facts: Sequence[Fact], notes: Notes) -> tuple[str, ...]:
    """Give the people that bylines name; “a staff reporter” is nobody."""
    found: list[str] = []
    for fact in facts:
        if fact.field == "authors":
            found.append(fact.value)
            notes.accept("authors", fact.words, fact.line)
    for piece in pieces:
        if piece.kind != "byline":
            continue
        words = piece.line.words
        match = BY.fullmatch(date_labels.only_label(words) or words)
        for name in re.split(r",? and |,? AND |, | \| ", match[1]) if match else ():
            if not SOMEBODY.fullmatch(name) and not agencies_in(name) and " " in name:
                found.append(name.title() if name.isupper() else name)
                notes.accept("authors", piece.line.words, piece.line.number)
    return tuple(dict.fromkeys(found))


def _agencies(pieces: Sequence[Piece], article: Sequence[Laid], notes: Notes) -> tuple[str, ...]:
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
    return tuple(found)


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


def _dates(
    pieces: Sequence[Piece],
    article: Sequence[Laid],
    told: dict[str, Fact],
    url: Fact | None,
    notes: Notes,
) -> tuple[str | None, str | None]:
    """Give when the text was published and last changed.

    Where only a change is dated, this version was published then, and both fields say so.
    """
    found: dict[str, str] = {}
    text = " ".join(laid.words for laid in article)
    for name in ("published", "updated"):
        if fact := told.get(name):
            found[name] = fact.value
            notes.accept(name, fact.words, fact.line)
    for piece in pieces:
        if piece.kind in ("date-label", "agency-credit", "byline"):
            for stamp in date_labels.stamps(piece.line.words):
                _accept(stamp, piece, found, notes, url.value if url else "", text)
        else:
            _refuse(piece, notes)
    if "published" not in found and "updated" in found:
        found["published"] = found["updated"]
        words, line = next((e.words, e.line) for e in notes.evidence if e.field == "updated")
        notes.accept("published", words, line)
    if "published" not in found and url and (day := _day_of(url.value)):
        found["published"] = day
        notes.accept("published", url.words, url.line)
    return found.get("published"), found.get("updated")


def _refuse(piece: Piece, notes: Notes) -> None:
    """Refuse the dates of other articles and of comments."""
    stamps = date_labels.stamps(piece.line.words)
    if piece.kind in OTHERS:
        for stamp in stamps:
            notes.refuse("published", stamp.days[0], piece.line.number, "date of a promotion")
    elif piece.kind == "reader-comments":
        _refuse_comment(piece, stamps, notes)


def _accept(
    stamp: Stamp, piece: Piece, found: dict[str, str], notes: Notes, url: str, text: str
) -> None:
    """Take a label's date, unless its day and month cannot be told apart."""
    name = "updated" if stamp.later else "published"
    day = _decided(stamp, url, text)
    words, line = piece.line.words, piece.line.number
    if day is None:
        notes.refuse(name, stamp.words, line, "day and month cannot be told apart")
    elif not EARLIEST <= day < LATEST:
        notes.refuse(name, stamp.words, line, "no date of a news text")
    elif name in found:
        if found[name][:10] != day:
            notes.refuse(name, day, line, "a second date of the kind")
    else:
        found[name] = stamp.value(day)
        notes.accept(name, words, line)


def _decided(stamp: Stamp, url: str, text: str) -> str | None:
    """Decide what a date like 4/11 means: by its zone, the page's address, or a weekday named."""
    if len(stamp.days) == 1 or stamp.american:
        return stamp.days[0]
    plain = re.sub(r"\D", "", url)
    in_address = [day for day in stamp.days if day.replace("-", "") in plain]
    named = [day for day in stamp.days if re.search(rf"\b{_weekday(day)}\b", text)]
    for chosen in (in_address, named):
        if len(chosen) == 1:
            return chosen[0]
    return None


def _weekday(day: str) -> str:
    return date_labels.WEEKDAYS[dt.date.fromisoformat(day).weekday()].capitalize()


def _day_of(url: str) -> str | None:
    """Give the day in an address's path, as newsrooms file their pages."""
    match = URL_DAY.search(urlsplit(url).path)
    if match is None:
        return None
    day = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return None
    return day


def _refuse_comment(piece: Piece, stamps: Sequence[Stamp], notes: Notes) -> None:
    """Refuse a comment's own time; one of a kind is enough to say so."""
    ago = re.search(rf"\b{AGO}", piece.line.words, re.IGNORECASE)
    if ago and not any("relative age" in refusal.because for refusal in notes.refused):
        notes.refuse("published", ago[0], piece.line.number, "a comment’s relative age")
    elif stamps and not any("a comment’s date" in refusal.because for refusal in notes.refused):
        notes.refuse("published", stamps[0].days[0], piece.line.number, "a comment’s date")
