"""When a text was published and last changed; dates that stand in the file and are neither."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tellings.ingest.facts import Fact
from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.date_labels import Stamp
from tellings.ingest.furniture.lines import Piece, count_words, is_prose
from tellings.ingest.furniture.signatures import AGO
from tellings.ingest.layout import Laid
from tellings.ingest.metadata.gathering import Notes
from tellings.model.phrase import mark

__all__ = ["find"]

URL_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
LATEST = "2100-01-01"
EARLIEST = "1900-01-01"
OTHERS = ("related", "promotion", "newsletter", "advertisement")
COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)\D{0,20}((?:19|20)\d\d)", re.IGNORECASE)
SAVED = re.compile(
    r"\W*(?:retrieved|accessed|archived|captured|crawled|scraped|downloaded|saved|printed|cached)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"\b(?:published|publication|posted|issued|created|filed|released|updated?|edited|modified|"
    r"modification|revised|date)\b",
    re.IGNORECASE,
)
SHORT = 16
"""Words of the longest line whose date is looked at."""

INSIDE_TEXT = mark("a date inside the text, without a label")
INSIDE = 3
"""Paragraphs above a line from which it stands inside the text, when more follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a date is decided by, and what is found so far."""

    url: str
    text: str
    notes: Notes
    found: dict[str, str] = field(default_factory=dict)


def find(
    pieces: Sequence[Piece],
    article: Sequence[Laid],
    told: dict[str, Fact],
    url: Fact | None,
    notes: Notes,
) -> tuple[str | None, str | None]:
    """Give when the text was published and last changed.

    Where only a change is dated, this version was published then, and both fields say so.
    """
    text = " ".join(laid.words for laid in article)
    reading = Reading(url=url.value if url else "", text=text, notes=notes)
    found = reading.found
    for name in ("published", "updated"):
        if fact := told.get(name):
            found[name] = fact.value
            notes.accept(name, fact.words, fact.line)
    _read(pieces, reading)
    if "published" not in found and "updated" in found:
        found["published"] = found["updated"]
        words, line = next((e.words, e.line) for e in notes.evidence if e.field == "updated")
        notes.accept("published", words, line)
    if "published" not in found and url and (day := _day_of(url.value)):
        found["published"] = day
        notes.accept("published", url.words, url.line)
    return found.get("published"), found.get("updated")


def _read(pieces: Sequence[Piece], reading: Reading) -> None:
    """Take or refuse each date that a line gives, from the top."""
    total = sum(_is_paragraph(piece) for piece in pieces)
    above = 0
    for piece in pieces:
        above += _is_paragraph(piece)
        if piece.kind not in ("date-label", "agency-credit", "byline") or _not_own(piece):
            _refuse(piece, reading.notes)
            continue
        words = piece.line.words
        inside = INSIDE <= above < total and not LABELLED.search(words)
        for stamp in date_labels.stamps(words):
            if inside and piece.kind == "date-label":
                because = INSIDE_TEXT
                reading.notes.refuse("published", stamp.days[0], piece.line.number, because)
            else:
                _accept(stamp, piece, reading)
        _refuse_year(piece, reading.notes)


def _is_paragraph(piece: Piece) -> bool:
    return piece.kind == "article" and is_prose(piece.line.words)


def _refuse(piece: Piece, notes: Notes) -> None:
    """Refuse the dates of other articles, comments, events and of the copy itself."""
    words, line = piece.line.words, piece.line.number
    if piece.kind == "article" and count_words(words) > SHORT:
        return
    stamps = date_labels.stamps(words)
    if piece.kind in OTHERS:
        for stamp in stamps:
            notes.refuse("published", stamp.days[0], line, mark("date of a promotion"))
    elif piece.kind == "reader-comments":
        _refuse_comment(piece, stamps, notes)
    elif stamps and (because := _not_own(piece)):
        notes.refuse("published", stamps[0].days[0], line, because)
    _refuse_year(piece, notes)


def _not_own(piece: Piece) -> str:
    """Say what else a short line dates than its text; nothing where it may date the text."""
    words = piece.line.words
    if count_words(words) > SHORT:
        return ""
    if SAVED.match(words):
        return mark("the day the copy was made")
    if date_labels.ANNOUNCED.match(words):
        return mark("date of an event")
    bare = piece.kind == "article" and date_labels.only_label(words) == ""
    return INSIDE_TEXT if bare else ""


def _refuse_year(piece: Piece, notes: Notes) -> None:
    """Refuse a copyright's year: it dates the page's footer."""
    year = COPYRIGHT.search(piece.line.words) if piece.kind != "article" else None
    if year and not date_labels.stamps(piece.line.words):
        notes.refuse("published", year[1], piece.line.number, mark("a copyright year"))


def _accept(stamp: Stamp, piece: Piece, reading: Reading) -> None:
    """Take a label's date, unless its day and month cannot be told apart."""
    name = "updated" if stamp.later else "published"
    day = _decided(stamp, reading.url, reading.text)
    found, notes = reading.found, reading.notes
    words, line = piece.line.words, piece.line.number
    if day is None:
        notes.refuse(name, stamp.words, line, mark("day and month cannot be told apart"))
    elif not EARLIEST <= day < LATEST:
        notes.refuse(name, stamp.words, line, mark("no date of a news text"))
    elif name in found:
        if found[name][:10] != day:
            notes.refuse(name, day, line, mark("a second date of the kind"))
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
        notes.refuse("published", ago[0], piece.line.number, mark("a comment’s relative age"))
    elif stamps and not any("a comment’s date" in refusal.because for refusal in notes.refused):
        notes.refuse("published", stamps[0].days[0], piece.line.number, mark("a comment’s date"))
