"""Menus above and below the article, where a whole page was saved as text."""

import re
from collections.abc import Sequence
from functools import partial
from statistics import fmean

from tellings.ingest.furniture import feeds
from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import Page, count_words
from tellings.ingest.furniture.menu_words import TAIL
from tellings.ingest.furniture.paragraphs import END, letters, paragraph
from tellings.ingest.furniture.stretches import BRIEF, LABELS, signed, stretch

__all__ = ["MENUS", "article"]

LISTED = re.compile(r"[-–—•*]\s|\(?\w{1,3}[.)]\s")
PARTS = 6
"""One line in so many may be a paragraph, or one of a list, in what is a menu."""

SURE, LEFT = 2, 3
"""Signs and furniture that make a menu sure, and lines that no other rule claims in it."""

HEADED = 12
"""Such lines above an article that are a menu though they show no sign of one."""

LITTLE = 0.1
"""The share of a page's letters from which a stretch may be its article."""

THIN = 3
"""How many times longer the longest run of paragraphs outside may be than the longest inside."""

REACH = 40
"""Lines above the article among which its headline is looked for."""

SHARED = 0.5
"""Share of a headline's longer words that the article has too."""

REST, SHORTER = 0.5, 0.8
"""How little must follow such a heading and how short it must be, against the article."""

NEAR = 4
"""Lines below the article's last sentence among which another one may stand."""

SENTENCE = 6
HEADLINE = 3
LONGEST = 40


def menu(page: Page, at: int) -> Cut | None:
    """Find a line of the menus around the article; the headline is none."""
    start, end = page.once(article)
    if start <= at < end or at in page.once(_heads) or at in page.once(_going_on):
        return None
    return Cut(kind="other", until=at + 1)


def article(page: Page) -> tuple[int, int]:
    """Find where the article begins and ends; the whole page where there are no menus."""
    start, end = page.once(stretch)
    while start > 0 and _sentence(page, start - 1):
        start -= 1
    until = _without_tail(page, start, end)
    while until == end < len(page.lines) and _sentence(page, end):
        until = end = end + 1
    last = len(page.lines)
    start = start if _is_menu(page, range(start)) else 0
    until = until if _is_menu(page, range(until, last)) else last
    start, until = _without_feeds(page, start, until)
    if (start, until) == (0, last):
        return start, until
    return (start, until) if _enough(page, range(start, until)) else (0, last)


def _enough(page: Page, lines: range) -> bool:
    """Tell whether what is left may be the article: no little of the page, nor its cards alone."""
    whole = range(len(page.lines))
    told = partial(_paragraph, page)
    dense = THIN * feeds.on_end(tuple(filter(told, lines)), told)
    return (
        _unclaimed(page, lines) >= LITTLE * _unclaimed(page, whole)
        and feeds.on_end(tuple(filter(told, whole)), told) <= dense
    )


def _paragraph(page: Page, at: int) -> int:
    """Count the letters of a paragraph that no other rule claims; 0 for any other line."""
    words = page.words(at)
    return letters(words) if page.kinds[at] == "article" and paragraph(words) else 0


def _without_feeds(page: Page, start: int, end: int) -> tuple[int, int]:
    """Leave out the feeds of other articles at the ends."""

    def claimed(at: int) -> bool:
        return page.kinds[at] != "reader-comments" and (
            page.kinds[at] in LABELS or signed(page, at)
        )

    left = feeds.within(page, range(start, end), partial(_paragraph, page), claimed)
    return left.start, left.stop


def _unclaimed(page: Page, lines: range) -> int:
    """Count the letters of lines that no other rule takes for furniture."""
    return sum(letters(page.words(at)) for at in lines if page.kinds[at] == "article")


def _sentence(page: Page, at: int) -> bool:
    """Tell whether a line is a sentence, if no paragraph: beside the article it goes on with it."""
    words = page.words(at)
    said = bool(END.search(words)) and count_words(words) >= SENTENCE
    return said and page.kinds[at] == "article" and not signed(page, at)


def _without_tail(page: Page, start: int, end: int) -> int:
    """End an article at a heading of other things, where shorter paragraphs follow it."""
    sizes = [letters(words) if paragraph(words) else 0 for words in page.every]
    for at in range(start + 1, end):
        if TAIL.fullmatch(page.words(at)):
            above = [size for size in sizes[start:at] if size]
            below = [size for size in sizes[at:end] if size]
            if sum(below) < sum(above) * REST and _average(below) < _average(above) * SHORTER:
                return at
    return end


def _average(sizes: Sequence[int]) -> float:
    return fmean(sizes) if sizes else 0.0


def _is_menu(page: Page, lines: range) -> bool:
    """Tell whether enough of the lines above or below say that they are no article."""
    if len(lines) < LEFT:
        return False
    beside = [at for at in lines if page.kinds[at] != "reader-comments"]
    left = [page.words(at) for at in beside if page.kinds[at] == "article"]
    above = lines.start == 0
    # A list below the last paragraph may be the article's own; above the first, in few words,
    # it is contents.
    told = sum(
        paragraph(words) or (bool(LISTED.match(words)) and not (above and letters(words) < BRIEF))
        for words in left
    )
    if len(left) < LEFT or told * PARTS > len(beside):
        return False
    return (above and len(left) >= HEADED) or sum(signed(page, at) for at in beside) >= SURE


def _heads(page: Page) -> frozenset[int]:
    """Find the headline above the article, and lines below it that speak of the same."""
    start = page.once(article)[0]
    told = page.once(_told)
    shares = {
        at: share
        for at in range(max(0, start - REACH), start)
        if (share := _share(page.words(at), told)) >= SHARED
    }
    if not shares:
        return frozenset()
    headline = max(shares, key=lambda at: (shares[at], count_words(page.words(at)) > 4, -at))
    return frozenset(at for at in shares if at == headline or (at > headline and shares[at] > 0.6))


def _going_on(page: Page) -> frozenset[int]:
    """Find sentences that speak of what the article does: below its headline, or below its end."""
    start, end = page.once(article)
    headline = min(page.once(_heads), default=start)
    found = {at for at in range(headline, start) if _goes_on(page, at)}
    last = end
    for at in range(end, len(page.lines)):
        if at - last > NEAR:
            break
        if _goes_on(page, at):
            found.add(at)
            last = at
    return frozenset(found)


def _goes_on(page: Page, at: int) -> bool:
    return _sentence(page, at) and _share(page.words(at), page.once(_told)) >= SHARED


def _told(page: Page) -> frozenset[str]:
    """Give the article's longer words."""
    start, end = page.once(article)
    return frozenset(_longer(" ".join(page.every[start:end])))


def _share(words: str, told: frozenset[str]) -> float:
    if not HEADLINE <= count_words(words) <= LONGEST:
        return 0.0
    longer = _longer(words)
    return sum(word in told for word in longer) / len(longer) if longer else 0.0


def _longer(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w{4,}", text)]


MENUS: tuple[Rule, ...] = (Rule(name="menu around the article", find=menu),)
