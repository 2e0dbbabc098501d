"""Where a sentence can be cut: the clauses that can stand for one thing told, verbatim.

`pieces` gives finer ones, which are compared and never shown.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from tellings.analysis.attributions.grammar import PRONOUNS, finite
from tellings.analysis.attributions.tokens import Token, Tokens, tokenise
from tellings.analysis.clauses.borders import LEAST, RELATIVE, SUBJECT, UNDER, Words
from tellings.model.findings import Attribution, Telling
from tellings.model.span import Span

__all__ = ["cut"]

FRAME = 14
"""So many words round what is said, at most, only say who says it."""

LINK = re.compile(
    r"(?:[Aa]nd|[Bb]ut|yet|[Ww]hile|whereas|[Aa]s(?! (?:though|if|well|part|of)\b)|when"
    r"|so that|that)\s+"
)
"""Words that join a clause to another and are no part of what it tells."""

OPENERS = (PRONOUNS | UNDER | RELATIVE) - {"as"}
"""Words that open another clause before what is said has had its verb."""

EDGES = " ,.;:\"“”–—-'’‘…\n"


def cut(telling: Telling, sentence: Span, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """Cut a sentence into clauses, in order; the whole of it when it does not part.

    `quotes` are the stretches in quotation marks: a cut falls into one only between its clauses.
    """
    tokens = tokenise(telling.text, sentence, ())
    contents = said(telling, sentence, tokens)
    borders = {sentence.start, sentence.end} | {
        end for content in contents for end in (content.start, content.end)
    }
    near = [one for one in quotes if one.start < sentence.end and sentence.start < one.end]
    words = Words(telling.text, tokens, near, borders)
    pieces = [Span(*ends) for ends in pairwise(sorted(borders | set(words.borders())))]
    starts = [tokens.start(at) for at, token in enumerate(tokens) if token.kind == "word"]
    told = [piece for piece in pieces if not frames(piece, contents, telling, starts)]
    found = (trimmed(telling.text, piece) for piece in joined(told or pieces, starts))
    return tuple(span for span in found if span) or (sentence,)


def said(telling: Telling, sentence: Span, tokens: Tokens) -> tuple[Span, ...]:
    """Give what a sentence gives as said, where that is a clause: “to pay” is none."""
    found = []
    for given in telling.given_in(sentence):
        start = max(given.content.start, sentence.start)
        content = Span(start, min(given.content.end, sentence.end))
        inside = tokens[tokens.first_from(start) : tokens.first_from(content.end - 1) + 1]
        words = [token for token in inside if token.kind == "word"]
        if given.kind == "partial" or not words or words[0].lower in {"to", "of", "by", "as"}:
            continue
        if clausal(inside, direct=given.kind == "direct") and begins(
            given, content, telling.text, sentence
        ):
            found.append(content)
    return tuple(found)


def clausal(tokens: Sequence[Token], *, direct: bool) -> bool:
    """Tell whether what is said is a clause: a verb follows its subject before anything else."""
    verbs = [finite(token) for token in tokens]
    for at, token in enumerate(tokens):
        if verbs[at]:
            return True
        if not direct and at and (at > SUBJECT or token.lower in OPENERS):
            return False
    return direct and len(tokens) > LEAST


def begins(given: Attribution, content: Span, text: str, sentence: Span) -> bool:
    """Tell whether what is said begins where a clause can: after its cue or a mark."""
    before = text[sentence.start : content.start].rstrip()
    if given.cue_at and sentence.start <= given.cue_at.start < content.start:
        return True
    return not before or not before[-1].isalnum()


def frames(piece: Span, contents: Sequence[Span], telling: Telling, starts: Sequence[int]) -> bool:
    """Tell whether a piece only says who says what stands beside it."""
    if not contents or size(piece, starts) > FRAME:
        return False
    near = telling.given_in(Span(max(0, piece.start - 1), piece.end + 1))
    cues = (a.cue_at or a.speaker_at for a in near if not a.content.span.shared(piece))
    return any(cue and piece.start <= cue.start < piece.end for cue in cues)


def joined(pieces: Sequence[Span], starts: Sequence[int]) -> list[Span]:
    """Join pieces that are too short to stand alone to their neighbours."""
    found: list[Span] = []
    for piece in pieces:
        short = size(piece, starts) < LEAST or (found and size(found[-1], starts) < LEAST)
        if found and short and found[-1].end == piece.start:
            found[-1] = Span(found[-1].start, piece.end)
        elif size(piece, starts):
            found.append(piece)
    return found


def size(piece: Span, starts: Sequence[int]) -> int:
    """Count the words of a piece."""
    return bisect_right(starts, piece.end - 1) - bisect_right(starts, piece.start - 1)


def trimmed(text: str, piece: Span) -> Span | None:
    """Leave out the marks at both ends, and the word that joins a clause to the one before."""
    start, end = piece.start, piece.end
    while True:
        words = text[start:end]
        start += len(words) - len(words.lstrip(EDGES + ")"))
        first = LINK.match(text, start, end)
        if first is None:
            break
        start = first.end()
    end = start + len(text[start:end].rstrip(EDGES + "("))
    return marked(text, Span(start, end), piece) if start < end else None


def marked(text: str, clause: Span, piece: Span) -> Span:
    """Widen a clause by a quotation mark at either end whose pair stands inside."""
    words = clause.of(text)
    for opening, closing in ("“”", "«»", '""'):
        odd = words.count(opening) > words.count(closing) or (
            opening == closing and words.count(opening) % 2
        )
        after = text.find(closing, clause.end, piece.end)
        if odd and after >= 0 and not text[clause.end : after].strip(" .,!?;:"):
            return Span(clause.start, after + 1)
        odd = odd if opening == closing else words.count(closing) > words.count(opening)
        before = text.rfind(opening, piece.start, clause.start)
        if odd and before >= 0 and not text[before + 1 : clause.start].strip():
            return Span(before, clause.end)
    return clause
