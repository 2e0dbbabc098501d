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

MASTHEAD = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.&-]*(?: of)? ){1,3}"
    r"(?:Times|Post|Herald|Gazette|Tribune|Ledger|Chronicle|Journal|Courier|Observer|Mirror|"
    r"Standard|Telegraph|Dispatch|Examiner|Inquirer|Bulletin|Sentinel|Globe|Star|Sun|Mail|Express|"
    r"Independent|Guardian|Echo|Argus|Mercury|News|Press|Review|Today|Weekly|Daily|Online|Radio)"
)
"""A paper’s name, by the words that end such names."""

PRINTED = 5
"""Words of the shortest headline below a masthead."""

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
        f" {words} " in f" {crumb} "
        for above, crumb in page.once(_crumbs)
        if above < at and count_words(crumb) > count_words(words)
    )
    known = words.casefold().strip(" |:") in SECTIONS
    return Cut(kind="section", until=at + 1) if known or crumbs else None


def _crumbs(page: Page) -> tuple[tuple[int, str], ...]:
    """Give the breadcrumbs of a page, each with its place."""
    return tuple(
        (at, words)
        for at, words in enumerate(page.every)
        if words.casefold().startswith("home ") or CRUMBS.fullmatch(words)
    )


def masthead(page: Page, at: int) -> Cut | None:
    """Find a paper’s name on the first line, where a headline follows it above the text."""
    if at or not MASTHEAD.fullmatch(page.words(at)):
        return None
    below = page.every[1 : page.first_prose]
    titled = any(count_words(words) >= PRINTED and words[-1] not in ".:;," for words in below)
    return Cut(kind="section", until=1) if titled else None


def repeated(page: Page, at: int) -> Cut | None:
    """Find a headline that is printed a second time."""
    words = page.words(at)
    first = page.once(_first_places)[words]
    if page.near_top(at) and count_words(words) >= HEADLINE and first < min(at, page.first_prose):
        return Cut(kind="other", until=at + 1)
    return None


def _first_places(page: Page) -> dict[str, int]:
    """Give where each line is printed first."""
    last = len(page.every) - 1
    return {words: last - n for n, words in enumerate(reversed(page.every))}


HEADS: tuple[Rule, ...] = (
    Rule(name="breadcrumb", find=breadcrumb),
    Rule(name="section label", find=section),
    Rule(name="masthead", find=masthead),
    Rule(name="headline printed twice", find=repeated),
)
