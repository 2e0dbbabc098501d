"""Which parts of a raw file are the article, and which are web furniture of which kind.

The rules are asked in order about each line from the top; the first that answers decides. What
no rule claims is the article: when unsure, the line stays.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    first, last = _parted(rules)
    pieces = tuple(_pieces(Page(lines_of(raw), recurring), first, _any(first)))
    return tuple(_around(pieces, last)) if last else pieces


@lru_cache(maxsize=8)
def _parted(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Part the rules about single stretches from those about the menus around all that is left."""
    first = tuple(rule for rule in rules if rule not in MENUS)
    return first, tuple(rule for rule in rules if rule in MENUS)


def _around(pieces: tuple[Piece, ...], rules: tuple[Rule, ...]) -> Iterator[Piece]:
    """Ask rules that look at what the other rules have said of all lines."""
    kinds = tuple(piece.kind for piece in pieces)
    page = Page(tuple(piece.line for piece in pieces), kinds=kinds)
    for at, piece in enumerate(pieces):
        rule, cut = _ask(page, at, rules, ()) if piece.kind == "article" else ("", None)
        yield replace(piece, kind=cut.kind, count=cut.count, rule=rule) if cut else piece


def _pieces(
    page: Page, rules: tuple[Rule, ...], single: tuple[re.Pattern[str], ...]
) -> Iterator[Piece]:
    at = 0
    while at < len(page.lines):
        rule, cut = _ask(page, at, rules, single)
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


@lru_cache(maxsize=8)
def _any(rules: tuple[Rule, ...]) -> tuple[re.Pattern[str], ...]:
    """Join the expressions of rules about one line, for each length: most lines match none."""
    found: list[re.Pattern[str]] = []
    for shorter in (0, *LENGTHS[:-1]):
        lines = (f"(?:{rule.line})" for rule in rules if rule.line and rule.most > shorter)
        found.append(re.compile("|".join(lines) or r"(?!)", re.IGNORECASE))
    return tuple(found)


def _may_match(words: str, single: tuple[re.Pattern[str], ...]) -> bool:
    """Tell whether any rule about one line holds for a line."""
    length = bisect_right(LENGTHS, words.count(" "))
    return length < len(LENGTHS) and single[length].fullmatch(words) is not None


def _ask(
    page: Page, at: int, rules: tuple[Rule, ...], single: tuple[re.Pattern[str], ...]
) -> tuple[str, Cut | None]:
    words = page.words(at)
    matches = bool(single) and _may_match(words, single)
    for rule in rules:
        if rule.line and not matches:
            continue
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
