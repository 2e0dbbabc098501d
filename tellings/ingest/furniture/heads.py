"""Furniture above the text: breadcrumbs, section labels, a headline printed twice."""

import re

from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import Page, count_words
from tellings.ingest.furniture.vocabulary import SECTIONS

__all__ = ["HEADS"]

CRUMBS = re.compile("[^>»\u203a]{2,40}(?:\\s[>»\u203a]\\s?[^>»\u203a]{2,60})+")
SLASHED = re.compile(r"home(?:\s*[/|→]\s*[^/|→]{2,40})+", re.IGNORECASE)
HEADLINE = 4
"""Words of the shortest headline that a breadcrumb is told by."""

MOST_CRUMBS = 10
LABEL = 4


def breadcrumb(page: Page, at: int) -> Cut | None:
    """Find a line of crumbs: parted by arrows, or running into the headline printed below."""
    words = page.words(at)
    if not page.head(at):
        return None
    if CRUMBS.fullmatch(words) or SLASHED.fullmatch(words) or _runs_into_headline(page, at):
        return Cut(kind="breadcrumb", until=at + 1)
    return None


def _runs_into_headline(page: Page, at: int) -> bool:
    words = page.words(at)
    for below in range(at + 1, min(page.first_prose, at + 8)):
        headline = page.words(below)
        if date_labels.is_label(headline, head=True):
            continue
        extra = count_words(words) - count_words(headline)
        if words.endswith(headline) and 0 < extra <= MOST_CRUMBS:
            return count_words(headline) >= HEADLINE
    return False


def section(page: Page, at: int) -> Cut | None:
    """Find a section's name above the text: a common one, or one of the breadcrumb above it."""
    words = page.words(at)
    if not page.head(at) or count_words(words) > LABEL:
        return None
    crumbs = any(
        f" {words} " in f" {page.words(above)} " for above in range(at) if _longer(page, above, at)
    )
    known = words.casefold().strip(" |:") in SECTIONS
    return Cut(kind="section", until=at + 1) if known or crumbs else None


def _longer(page: Page, above: int, at: int) -> bool:
    """Tell whether a line above is a breadcrumb that may hold this line's words."""
    return count_words(page.words(above)) > count_words(page.words(at)) and (
        page.words(above).casefold().startswith("home ")
        or bool(CRUMBS.fullmatch(page.words(above)))
    )


def repeated(page: Page, at: int) -> Cut | None:
    """Find a headline that is printed a second time."""
    words = page.words(at)
    above = (page.words(line) for line in range(min(at, page.first_prose)))
    if page.near_top(at) and count_words(words) >= HEADLINE and words in above:
        return Cut(kind="other", until=at + 1)
    return None


HEADS: tuple[Rule, ...] = (
    Rule(name="breadcrumb", find=breadcrumb),
    Rule(name="section label", find=section),
    Rule(name="headline printed twice", find=repeated),
)
