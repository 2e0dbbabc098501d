"""Which parts of a raw file are the article, and which are web furniture of which kind.

The rules are asked in order about each line from the top; the first that answers decides. What
no rule claims is the article: when unsure, the line stays.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tellings.ingest.furniture.boxes import BOXES
from tellings.ingest.furniture.cuts import LENGTHS, Cut, Rule
from tellings.ingest.furniture.heads import HEADS
from tellings.ingest.furniture.inserts import INSERTS
from tellings.ingest.furniture.lines import Line, Page, Piece, lines_of
from tellings.ingest.furniture.marks import MARKS
from tellings.ingest.furniture.media import MEDIA
from tellings.ingest.furniture.menus import MENUS
from tellings.ingest.furniture.notes import NOTES
from tellings.ingest.furniture.recurring import RECURRING
from tellings.ingest.furniture.single_lines import PREFIXES, SINGLE
from tellings.ingest.furniture.threads import THREADS
from tellings.model.source import Removal

__all__ = ["PARTED", "RULES", "label", "removals"]

PARTED: tuple[Rule, ...] = (
    *PREFIXES,
    *THREADS,
    *HEADS,
    *SINGLE,
    *BOXES,
    *NOTES,
    *MARKS,
    *RECURRING,
)
"""Rules for lines that a format has parted from the menus of their page."""

RULES: tuple[Rule, ...] = (*PARTED, *MEDIA, *INSERTS, *MENUS)
"""Rules for a page that may have been saved whole as text."""


def label(
    raw: Sequence[tuple[int, str]],
    rules: tuple[Rule, ...] = RULES,
    *,
    recurring: frozenset[str] = frozenset(),
) -> tuple[Piece, ...]:
    """Say of every part of numbered raw lines what it is; white space alone is left out.

    `recurring` are lines that other texts of the outlet print too: see `recurring.in_outlet`.
    """
    asked = _order(rules)
    pieces = tuple(_pieces(Page(lines_of(raw), recurring), asked))
    return tuple(_around(pieces, asked.last)) if asked.last else pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """Rules in the order in which they are asked."""

    first: tuple[Rule, ...]
    """Those about single stretches."""

    several: tuple[Rule, ...]
    """Those of them that are not about one line."""

    lines: tuple[re.Pattern[str], ...]
    """The expressions of those about one line joined, for each length: most lines match none."""

    last: tuple[Rule, ...]
    """Those about the menus around all that is left."""


@lru_cache(maxsize=8)
def _order(rules: tuple[Rule, ...]) -> _Order:
    """Put rules in order, and join what can be asked at once."""
    first = tuple(rule for rule in rules if rule not in MENUS)
    joined: list[re.Pattern[str]] = []
    for shorter in (0, *LENGTHS[:-1]):
        lines = (f"(?:{rule.line})" for rule in first if rule.line and rule.most > shorter)
        joined.append(re.compile("|".join(lines) or r"(?!)", re.IGNORECASE))
    return _Order(
        first=first,
        several=tuple(rule for rule in first if not rule.line),
        lines=tuple(joined),
        last=tuple(rule for rule in rules if rule in MENUS),
    )


def _around(pieces: tuple[Piece, ...], rules: tuple[Rule, ...]) -> Iterator[Piece]:
    """Ask rules that look at what the other rules have said of all lines."""
    kinds = tuple(piece.kind for piece in pieces)
    page = Page(tuple(piece.line for piece in pieces), kinds=kinds)
    for at, piece in enumerate(pieces):
        rule, cut = _ask(page, at, rules) if piece.kind == "article" else ("", None)
        yield replace(piece, kind=cut.kind, count=cut.count, rule=rule) if cut else piece


def _pieces(page: Page, asked: _Order) -> Iterator[Piece]:
    at = 0
    while at < len(page.lines):
        rules = asked.first if _may_match(page.words(at), asked.lines) else asked.several
        rule, cut = _ask(page, at, rules)
        if cut is None:
            yield Piece(kind="article", line=page.lines[at])
            at += 1
        elif cut.characters:
            before, after = _divide(page.lines[at], cut.characters)
            yield Piece(kind=cut.kind, line=before, count=cut.count, rule=rule)
            page = replace(page, lines=(*page.lines[:at], after, *page.lines[at + 1 :]))
        else:
            for line in page.lines[at : cut.until]:
                count = cut.count if line is page.lines[at] else 0
                yield Piece(kind=cut.kind, line=line, count=count, rule=rule)
            at = cut.until


def _may_match(words: str, single: tuple[re.Pattern[str], ...]) -> bool:
    """Tell whether any rule about one line holds for a line."""
    length = bisect_right(LENGTHS, words.count(" "))
    return length < len(LENGTHS) and single[length].fullmatch(words) is not None


def _ask(page: Page, at: int, rules: tuple[Rule, ...]) -> tuple[str, Cut | None]:
    for rule in rules:
        cut = rule.find(page, at)
        if cut is not None:
            return rule.name, cut
    return "", None


def _divide(line: Line, characters: int) -> tuple[Line, Line]:
    """Cut a line in two."""
    before = replace(line, text=line.text[:characters])
    after = replace(line, text=line.text[characters:], start=line.start + characters)
    return before, after


def removals(pieces: Sequence[Piece]) -> tuple[Removal, ...]:
    """List what was left out: kind, lines and count, neighbours of one stretch together."""
    found: list[Removal] = []
    for piece in pieces:
        if piece.kind == "article":
            continue
        line = piece.line.number
        if piece.count == 0 and found and found[-1].kind == piece.kind:
            last = found[-1]
            found[-1] = replace(last, lines=(last.lines[0], line))
        else:
            found.append(Removal(kind=piece.kind, lines=(line, line), count=piece.count))
    return tuple(found)
