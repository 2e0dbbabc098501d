"""Article pieces → paragraphs: which line is the headline, which a standfirst or a subhead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.ingest.furniture.lines import Kind, Piece, count_words, is_prose
from tellings.model.source import Part

__all__ = ["Laid", "lay_out"]

LONGEST_TITLE = 40
"""Words of the longest headline."""

LONGEST_SUBHEAD = 9
MOST_STANDFIRSTS = 3
SHORTEST_STANDFIRST, LONGEST_STANDFIRST = 6, 30
"""Words of a line below a headline that is taken for a standfirst when it ends no sentence."""

ABOVE_TEXT: frozenset[Kind] = frozenset(("date-label", "byline", "share", "reading-time"))
"""Furniture that stands between a headline's lines and the text."""

SENTENCE_END = re.compile(r"(?<![A-Z])[.;:,][\"”’')\]]*$")
PLAIN_END = re.compile(r"[\w%)”\"'’?!]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A paragraph of the article and its place in the raw file."""

    words: str
    part: Part
    line: int


def lay_out(pieces: Sequence[Piece], *, title: str | None = None) -> tuple[Laid, ...]:
    """Lay the article's lines out as paragraphs; `title` is a headline known from elsewhere."""
    articles = [at for at, piece in enumerate(pieces) if piece.kind == "article"]
    if not articles:
        return ()
    head = _title_at(pieces, articles, title)
    below = articles[articles.index(head) + 1 :] if head is not None else articles
    above = articles[: articles.index(head)] if head is not None else []
    first = _standfirsts(pieces, below) if head is not None and not above else 0
    found: list[Laid] = []
    if head is not None:
        found.append(_laid(pieces[head], "title"))
    found += [_laid(pieces[at], "body") for at in above]
    for n, at in enumerate(below):
        part: Part = "standfirst" if n < first else "body"
        if n >= first and _is_subhead(pieces, below, n):
            part = "subhead"
        found.append(_laid(pieces[at], part))
    return tuple(found)


def _laid(piece: Piece, part: Part) -> Laid:
    return Laid(words=piece.line.words, part=part, line=piece.line.number)


def _title_at(pieces: Sequence[Piece], articles: Sequence[int], title: str | None) -> int | None:
    """Find the printed headline: the known one, or a line above all prose that ends no sentence."""
    for at in articles[:8]:
        words = pieces[at].line.words
        if title is not None and words.casefold() == title.casefold():
            return at
    if title is not None:
        return None
    for at in articles[:3]:
        words = pieces[at].line.words
        if is_prose(words) and not _unpunctuated(words):
            return None
        if 1 < count_words(words) <= LONGEST_TITLE and not SENTENCE_END.search(words):
            return at if at != articles[-1] else None
    return None


def _unpunctuated(words: str) -> bool:
    return not re.search(r"[.;:,…][\"”’')\]]*$", words) and count_words(words) <= LONGEST_TITLE


def _standfirsts(pieces: Sequence[Piece], below: Sequence[int]) -> int:
    """Count the lines below the headline that are surely a standfirst."""
    count = 0
    for n, at in enumerate(below[:MOST_STANDFIRSTS]):
        words = pieces[at].line.words
        following = pieces[at + 1].kind if at + 1 < len(pieces) else "article"
        if following in ABOVE_TEXT or following == "agency-credit":
            # A date or byline parts the headline's lines from the text, unless the text ends here.
            later = len(below) - n > 1 and len(pieces) > at + 2
            count = n + 1 if later and not _rests(pieces, at) else count
    if count or len(below) < 2:
        return count
    words = pieces[below[0]].line.words
    bare = not re.search(r"[.!?…:;,]\W*$", words)
    lead = is_prose(pieces[below[1]].line.words)
    return int(bare and lead and SHORTEST_STANDFIRST <= count_words(words) <= LONGEST_STANDFIRST)


def _rests(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether only furniture follows."""
    return all(piece.kind != "article" for piece in pieces[at + 1 :])


def _is_subhead(pieces: Sequence[Piece], below: Sequence[int], n: int) -> bool:
    """Tell whether a short line between paragraphs heads the next one."""
    if not 0 < n < len(below) - 1:
        return False
    words = pieces[below[n]].line.words
    quoted = re.fullmatch(r"[‘'“\"][^’'”\"]*[^.!?,;:’'”\"][’'”\"]", words)
    if not 1 <= count_words(words) <= LONGEST_SUBHEAD or not (
        words[0].isupper() or not words[0].isalpha()
    ):
        return False
    if not quoted and (not PLAIN_END.search(words) or words[-1] in "\"”’'"):
        return False
    if re.match(r"[-–—•*]|\d+[.)]", words):
        return False
    following = pieces[below[n + 1]].line.words
    return count_words(following) > LONGEST_SUBHEAD and is_prose(pieces[below[n - 1]].line.words)
