"""Cards and feeds beside an article, told by their words: an article speaks of one thing.

A paragraph far from the others that hardly shares a longer word with the article’s body is a
card’s or another report’s (after Hearst, “TextTiling: segmenting text into multi-paragraph
subtopic passages”, 1997).
"""

import re
from collections.abc import Callable, Sequence

from tellings.ingest.furniture.lines import Page

__all__ = ["on_end", "within"]

APART = 4
"""Lines without a paragraph that part what is told there from what is told here."""

NEAR = 2
"""How near paragraphs of one run stand: a caption or a subhead may part them."""

SHARED = 0.15
"""Share of the longer words that cards have in common with an article, at most."""

FEWEST, WORDS = 3, 20
"""Stretches apart that make a feed, and the longer words in them that tell whether they do."""

BODY = 1000
"""Letters of paragraphs on end from which an article’s words are known."""

SIGNS = 2
"""Lines among them that another rule claims or that menus print."""

LONGER = re.compile(r"\w{5,}")


def within(
    page: Page, lines: range, told: Callable[[int], int], signed: Callable[[int], bool]
) -> range:
    """Give the lines without the feeds at their ends.

    `told` gives the letters of a paragraph of the text and 0 for any other line; `signed` tells
    whether a line looks like furniture.
    """
    apart = _apart(lines, told)
    if len(apart) <= FEWEST:
        return lines
    body = max(range(len(apart)), key=lambda at: (on_end(apart[at], told), -at))
    if sum(map(told, apart[body])) < BODY:
        return lines
    known = frozenset(_longer(page, apart[body]))
    start, end = lines.start, lines.stop
    for at in range(body + 1, len(apart)):
        last = apart[at - 1][-1] + 1
        if _is_feed(page, apart[at:], known) and sum(map(signed, range(last, end))) >= SIGNS:
            end = last
            break
    for at in range(body, 0, -1):
        first = apart[at][0]
        if _is_feed(page, apart[:at], known) and sum(map(signed, range(start, first))) >= SIGNS:
            start = first
            break
    return range(start, end)


def _apart(lines: range, told: Callable[[int], int]) -> list[list[int]]:
    """Part the paragraphs where several other lines stand between them."""
    found: list[list[int]] = []
    for at in lines:
        if not told(at):
            continue
        if not found or at - found[-1][-1] > APART:
            found.append([])
        found[-1].append(at)
    return found


def on_end(part: Sequence[int], told: Callable[[int], int]) -> int:
    """Count the letters of the longest run of paragraphs with hardly a line between them."""
    best = size = 0
    for before, at in zip((-1, *part), part, strict=False):
        size = told(at) + (size if at - before <= NEAR else 0)
        best = max(best, size)
    return best


def _is_feed(page: Page, apart: Sequence[Sequence[int]], known: frozenset[str]) -> bool:
    """Tell whether stretches together speak of other things than the article."""
    longer = [word for part in apart for word in _longer(page, part)]
    shared = sum(word in known for word in longer)
    return len(apart) >= FEWEST and len(longer) >= WORDS and shared < SHARED * len(longer)


def _longer(page: Page, lines: Sequence[int]) -> list[str]:
    return [word for at in lines for word in LONGER.findall(page.words(at).casefold())]
