"""What the other texts of an event tell: a line that an outlet prints in each of them is its own.

A line that other outlets print too is copy that was handed down, and never furniture for that.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import Page, count_words, is_prose

__all__ = ["NAME", "RECURRING", "Printed", "find", "in_outlet"]

NAME = "printed in the outlet's other texts"

SAME = 0.5
"""Share of a text's lines from which another file is the same text again."""

VERSION = 0.2
"""Share of a text's paragraphs from which another file is a version of the same article."""

FEWEST = 2
"""Paragraphs that make a version: one alone is a box or a note on the outlet."""

OFTEN = 2
"""Other texts that must print a line before it is furniture between paragraphs."""

ENDED = re.compile(r"[.!?…][\"”’'»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Lines of a text that other texts of its outlet print too, and no other outlet's."""

    sure: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    """Those between paragraphs that may be the text's own: sentences, and headings printed once
    more."""


def find(
    lines: Iterable[str], same: Iterable[Iterable[str]], others: Iterable[Iterable[str]] = ()
) -> Printed:
    """Compare a text's raw lines with those of its outlet's and of other outlets' texts.

    A file that is this very text again, or another state of it, says nothing.
    """
    ordered = [words for line in lines if (words := " ".join(line.split()))]
    own = frozenset(ordered)
    times: Counter[str] = Counter()
    for text in map(_even, same):
        shared = own & text
        if not _is_version(own, text, shared):
            times.update(shared)
    for text in map(_even, others if times else ()):
        for words in text & times.keys():
            del times[words]
    between = _between(ordered) if times else frozenset()
    doubtful = {
        words
        for words, number in times.items()
        if words in between and (number < OFTEN or ENDED.search(words))
    }
    return Printed(sure=frozenset(times.keys() - doubtful), doubtful=frozenset(doubtful))


def in_outlet(
    lines: Iterable[str], same: Iterable[Iterable[str]], others: Iterable[Iterable[str]] = ()
) -> frozenset[str]:
    """Give the lines that are surely the outlet's own."""
    return find(lines, same, others).sure


def _is_version(one: frozenset[str], other: frozenset[str], shared: frozenset[str]) -> bool:
    """Tell whether two files are one article: in most of their lines, or in its paragraphs."""
    if len(shared) >= SAME * min(len(one), len(other)):
        return True
    told = sum(map(is_prose, shared))
    fewer = min(sum(map(is_prose, one)), sum(map(is_prose, other)))
    return told >= FEWEST and told >= VERSION * fewer


def _between(lines: Sequence[str]) -> frozenset[str]:
    """Give the lines that stand right between two paragraphs."""
    prose = [is_prose(words) for words in lines]
    return frozenset(
        lines[at] for at in range(1, len(lines) - 1) if prose[at - 1] and prose[at + 1]
    )


def _even(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(words for line in lines if (words := " ".join(line.split())))


def printed_again(page: Page, at: int) -> Cut | None:
    """Find a short line below the headline that the outlet prints in other texts too."""
    words = page.words(at)
    # A paragraph may be background that an outlet repeats, and a headline stands in its boxes.
    if words not in page.recurring or page.prose[at] or page.head(at) or not count_words(words):
        return None
    return Cut(kind="other", until=at + 1)


RECURRING: tuple[Rule, ...] = (Rule(name=NAME, find=printed_again),)
