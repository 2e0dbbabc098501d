"""Lines that stay in the article though they may be none of it, marked for the editor's eye.

Each is a shape that furniture often has and articles seldom; a rule sure enough to remove would
lose lines of articles. What a text is full of is its own way of writing, and not marked.
"""

import re
from collections.abc import Iterator, Sequence

from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.lines import Piece, count_words, is_prose, is_teaser
from tellings.ingest.furniture.vocabulary import AGENCY
from tellings.ingest.layout import Laid
from tellings.model.source import Doubt

__all__ = ["find"]

ENDED = re.compile(r"[.!?…:;,]\s?[\"”’'»)\]]*$")
LISTED = re.compile(r"[-–—•*]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)/]\s?(?=\D)|\d+/\s|[$€£]\d")
POSTED = re.compile(r"\(@\w+\)|\bpic\.\w+\.com/")
"""A post that the text quotes: it ends with its day, and belongs to the text."""

POINTER = re.compile(
    r"(?:.{2,60}\? )?(?:click|tap|read|see|watch|listen|hear|find|view|download|sign|follow)\b"
    r".{0,60}\b(?:here|more|full (?:story|report|article|interview|statement))\b.{0,40}",
    re.IGNORECASE,
)
LONGEST_POINTER = 14
GLUED = re.compile(
    r"(?:related(?: coverage| video| story)?|just watched|must watch)\b(?::|\s+(?=[A-Z]))|"
    r"(?:(?:and |now |please )?(?:see|read|watch)(?: also| next| more)?|also|more|opinion|analysis|"
    r"explainer|exclusive|video|live):",
    re.IGNORECASE,
)
CREDITED = re.compile(rf"\b{AGENCY}\s?/|/\s?{AGENCY}|\((?:photo|image|picture)\b", re.IGNORECASE)
SHORTEST, LONGEST = 4, 25
"""Words of a line that looks like a headline."""

LONGEST_FRAGMENT = 40
LOOSE = ("headline", "fragment")
"""What any line may be that ends no sentence."""

RUN = 3
"""Lines of one kind on end that are a list, a table or a poem."""


def find(
    pieces: Sequence[Piece], article: Sequence[Laid], printed: frozenset[str] = frozenset()
) -> tuple[Doubt, ...]:
    """Find the lines to look at; `printed` are those that another text of the outlet has too."""
    parts = {(laid.line, laid.words): laid.part for laid in article}
    kept = [piece.line for piece in pieces if piece.kind == "article"]
    prose = [is_prose(line.words) for line in kept]
    first = next((at for at, told in enumerate(prose) if told), len(kept))
    last = next((at for at in range(len(kept) - 1, -1, -1) if prose[at]), -1)
    kinds = [""] * len(kept)
    for at in range(first + 1, len(kept)):
        words = kept[at].words
        if words in printed and not prose[at]:
            kinds[at] = "recurring"
        elif not prose[at]:
            kind = _kind(words, inside=at < last)
            subhead = parts.get((kept[at].number, words)) == "subhead"
            kinds[at] = "" if subhead and kind in LOOSE else kind
    marked = _without_runs(kinds)
    return tuple(
        Doubt(kind=kind, lines=(line.number, line.number))
        for kind, line in zip(marked, kept, strict=True)
        if kind
    )


def _kind(words: str, *, inside: bool) -> str:
    """Say what a line below the first paragraph may be; nothing where it is plainly the text."""
    count = count_words(words)
    if count > LONGEST_FRAGMENT or POSTED.search(words) or LISTED.match(words):
        return ""
    if date_labels.only_label(words) == "":
        return "date-label"
    if count <= LONGEST_POINTER and POINTER.fullmatch(words):
        return "related"
    return _unended(words, short=count <= LONGEST, inside=inside) if count >= SHORTEST else ""


def _unended(words: str, *, short: bool, inside: bool) -> str:
    """Say what a line of several words may be that ends no sentence."""
    if is_teaser(words):
        return "teaser" if short and not re.search(r"[.!?…]\s", words) else ""
    if ENDED.search(words):
        return ""
    if GLUED.match(words):
        return "related"
    if CREDITED.search(words):
        return "caption"
    return "headline" if inside and short else "fragment"


def _without_runs(kinds: Sequence[str]) -> Iterator[str]:
    """Take the marks off lines of one kind that follow one another again and again."""
    at = 0
    while at < len(kinds):
        until = at
        while until < len(kinds) and kinds[until] == kinds[at]:
            until += 1
        listed = until - at >= RUN and kinds[at] in LOOSE
        yield from ["" if listed else kinds[at]] * (until - at)
        at = until
