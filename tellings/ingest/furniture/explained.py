"""Lines above the text that a known field explains: the outlet's own name, the byline."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tellings.ingest.furniture.lines import Kind, Piece
from tellings.ingest.furniture.single_lines import BYLINE

__all__ = ["explained"]


def explained(pieces: Sequence[Piece], told: Mapping[str, str]) -> tuple[Piece, ...]:
    """Leave out the outlet's name above a headline, and a byline where the headline is known."""
    found = list(pieces)
    articles = [at for at, piece in enumerate(found) if piece.kind == "article"]
    for at in articles[:-1]:
        kind = _kind(found[at], told)
        if kind is None:
            break
        found[at] = replace(found[at], kind=kind, count=1, rule="a known field")
    return tuple(found)


def _kind(piece: Piece, told: Mapping[str, str]) -> Kind | None:
    words = piece.line.words
    title = told.get("title", "")
    if words.casefold() == told.get("outlet", "").casefold() != title.casefold():
        return "section"
    return "byline" if title not in ("", words) and BYLINE.fullmatch(words) else None
