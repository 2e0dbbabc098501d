"""The pieces of a sentence that are compared, by rule; they are finer than its clauses."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from tellings.model.span import Span

__all__ = ["pieces"]

LEAST = 3
"""A shorter piece, in words, is joined to the one before."""

SAYING = (
    "said|says|say|told|tells|added|adds|reported|reports|according to|confirmed|denied|claimed"
    "|claims|stated|announced|warned|accused|insisted|explained|noted|wrote|argued|acknowledged"
    "|estimated|estimates|saying|adding|telling"
)
LINK = (
    "and|but|or|while|whereas|which|who|whose|whom|where|when|as|after|before|because|since"
    "|although|though|despite|if|until|unless|so that|with|without|amid|following|during"
    "|including|that|to"
)
PIVOT = (
    "and|but|while|which|who|whose|where|when|after|before|because|although|though|killing|leaving"
    "|injuring|causing|forcing|triggering|sparking|sending|prompting|bringing|threatening"
    "|destroying|adding|saying|as (?:the|a|an|it|they|he|she|we)|in an? (?:attack|bid|effort)"
)
WORD = re.compile(r"\w+")
EDGES = ' ,.;:"“”()–—-'


@cache
def cuts() -> tuple[re.Pattern[str], ...]:
    """Build the patterns that end one clause and begin the next."""
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"[;:](?=\s)",
            r"\s[–—-]{1,2}\s",
            r"[\"“”]",
            r"\s*[()]\s*",
            r",(?=\s)",
            rf",(?=\s+(?:{LINK}|{SAYING})\b)",
            rf"(?<=\w)\s+(?=(?:{PIVOT})\b)",
        )
    )


@cache
def tail() -> re.Pattern[str]:
    """Build the pattern of a clause that only says who spoke."""
    when = r"(?:\s+(?:on\s+\w+day|in\s+an?\s+\w+|\w+day))?"
    speaker = r"(?:[\w.'’-]+\s+){0,6}"
    return re.compile(
        rf"[\s,]*(?:{speaker}(?:{SAYING}){when}|(?:said|says|told)\s+{speaker}[\w.'’-]+)[\s,.]*"
    )


@lru_cache(maxsize=1 << 12)
def pieces(text: str) -> tuple[Span, ...]:
    """Cut a sentence into clauses, in order; the whole of it when it does not split."""
    edges = {0, len(text)}
    for pattern in cuts():
        for match in pattern.finditer(text):
            at_start = match.end() == match.start() or text[match.start()].isspace()
            edges.add(match.start() if at_start else match.end())
    found = joined(text, sorted(edges))
    told = [piece for piece in found if not tail().fullmatch(text[piece[0] : piece[1]])]
    trimmed = (trim(text, start, end) for start, end in told or found)
    return tuple(span for span in trimmed if span is not None)


def joined(text: str, edges: list[int]) -> list[tuple[int, int]]:
    """Join pieces that are too short to stand alone to the one before."""
    pieces: list[tuple[int, int]] = []
    sizes: list[int] = []
    for start, end in pairwise(edges):
        size = len(WORD.findall(text, start, end))
        if not size:
            continue
        if pieces and (size < LEAST or sizes[-1] < LEAST):
            pieces[-1] = (pieces[-1][0], end)
            sizes[-1] += size
        else:
            pieces.append((start, end))
            sizes.append(size)
    return pieces


def trim(text: str, start: int, end: int) -> Span | None:
    """Leave out marks and blanks at both ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(EDGES))
    right = len(piece.rstrip(EDGES))
    return Span(start + left, start + right) if left < right else None
