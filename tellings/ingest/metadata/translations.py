"""Which language a text was translated from, where the file says so; signs that it may be."""

import re
from collections.abc import Sequence

from tellings.data.words import load
from tellings.ingest.furniture.lines import Kind, Piece, count_words, is_prose
from tellings.ingest.metadata.gathering import Notes
from tellings.model.phrase import mark

__all__ = ["find"]

TONGUES: dict[str, str] = load("newsroom")["tongues"]
"""Names of languages, in lower case, and their tags."""

TONGUE = rf"(?:the )?(?:original )?(?P<tongue>{'|'.join(sorted(TONGUES))})\b"
STATED = tuple(
    re.compile(rf"\b{cue} {TONGUE}", re.IGNORECASE)
    for cue in (
        r"translat(?:ed|ion)(?: by [^.,;]{1,40}?)?,? from",
        r"translation of (?:the|an?)",
        r"(?:originally|first) (?:published|written|appeared|posted)(?: [^.,;]{1,40}?)? in",
        r"read (?:the|this) (?:original|article|story)(?: (?:article|story|version))? in",
        r"(?:original|source) language:",
    )
)
"""How a page says that its text is a translation."""

LEFT_OVER: dict[str, list[str]] = load("newsroom")["leftovers"]
"""What pages print around an article, by language: left standing in a translated one."""

CALQUES = re.compile(r"first modification\W*", re.IGNORECASE)
"""Furniture translated word by word: no English newsroom prints it."""

DOUBLED = re.compile(r"\b(([A-Z]\w+) [A-Z]\w+- \2)\b")
SILENT: frozenset[Kind] = frozenset(("reader-comments", "related", "promotion", "advertisement"))
LONGEST = 30
"""Words of the longest line that speaks of its own text."""


def find(pieces: Sequence[Piece], lang: str | None, notes: Notes) -> str | None:
    """Give the language that the file names as its original's; note mere signs as refused."""
    for piece in pieces:
        words = piece.line.words
        if piece.kind in SILENT or count_words(words) > LONGEST:
            continue
        if (
            piece.kind == "article"
            and is_prose(words)
            and not words.startswith(("Trans", "(Trans"))
        ):
            continue
        for cue in STATED:
            match = cue.search(words)
            tag = TONGUES[match["tongue"].lower()] if match else lang
            if match and tag != lang:
                notes.accept("translated_from", words, piece.line.number)
                return tag
    if lang in (None, "en"):
        _signs(pieces, notes)
    return None


def _signs(pieces: Sequence[Piece], notes: Notes) -> None:
    """Note what makes a translation likely and does not say from which language."""
    because = mark("a sign of translation; no line names the language")
    for piece in pieces:
        if piece.kind == "reader-comments":
            continue
        words = piece.line.words
        named = piece.kind == "article" and "- " in words
        doubled = DOUBLED.search(words) if named else None
        if CALQUES.fullmatch(words) or (piece.kind != "article" and _left_over(words)):
            notes.refuse("translated_from", words.rstrip(": "), piece.line.number, because)
        elif doubled:
            notes.refuse("translated_from", doubled[1], piece.line.number, because)


def _left_over(words: str) -> bool:
    lower = words.casefold()
    return any(lower.startswith(phrase) for phrases in LEFT_OVER.values() for phrase in phrases)
