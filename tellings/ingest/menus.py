"""Menus above and below the article, where a whole page was saved as text.

The article is the stretch of lines whose scores add up to most: paragraphs count for it, and
short lines without a full stop against it (after Pasternack and Roth, “Extracting article text
from the web with maximum subsequence segmentation”, 2009).
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import fmean

from tellings.ingest.cuts import Cut, Rule
from tellings.ingest.inserts import card_lines
from tellings.ingest.lines import Page, count_words, is_teaser
from tellings.ingest.menu_words import SIGN, TAIL

__all__ = ["MENUS", "article", "letters", "paragraph"]

END = re.compile("[.!?…:\u3002\uff01\uff1f\u061f\u0964][\"”’'»)\\]\u300d\u300f]*$")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Characters that say as much as three letters."""

PARAGRAPH = 60
"""Letters of the shortest paragraph."""

UNENDED = 240
"""Letters that make a line a paragraph whatever it ends with."""

LETTERS = 90
"""Letters of a paragraph that outweigh three lines of a menu."""

MOST = 4.5
SHORT, TEASER, LONGISH = -0.3, -0.6, 0.3
PATIENCE = -8.0
"""The most that one run of short lines counts against the article: a table, a list, a box."""

BUTTON = 60
"""Letters of the longest line that is asked for a sign."""

SIGNS = 2
TWICE = 4
"""Signs, or signs and lines printed twice, that make a menu sure."""

LISTED = re.compile(r"[-–—•*]\s|\(?\w{1,3}[.)]\s")
WIDTH = (40, 90)
WRAPPED = 6
"""Letters of a line broken at a width, and the one line in so many that tells such a text."""

PARTS = 6
"""One line in so many may be a paragraph, or one of a list, in what is a menu."""

FEWEST = 6
"""Lines of the smallest menu; fewer are left to the other rules."""

LEAST = 400
"""Letters of paragraphs from which a page has an article that can be told from its menus."""

REACH = 40
"""Lines above the article among which its headline is looked for."""

SHARED = 0.5
"""Share of a headline's longer words that the article has too."""

REST, SHORTER = 0.5, 0.8
"""How little must follow such a heading and how short it must be, against the article."""

NEAR = 4
"""Lines above the first paragraph and below the last among which shorter sentences may stand."""

SENTENCE = 6
HEADLINE = 3
LONGEST = 40


def menu(page: Page, at: int) -> Cut | None:
    """Find a line of the menus around the article; the headline is none."""
    start, end = page.once(article)
    if start <= at < end or at in page.once(_heads) or at in page.once(_going_on):
        return None
    return Cut(kind="other", until=at + 1)


def _stretch(page: Page) -> tuple[int, int]:
    """Find the lines that weigh most for an article; the whole page where little is told."""
    whole = (0, len(page.lines))
    told = sum(letters(words) for words in page.every if paragraph(words))
    if whole[1] < FEWEST or told < LEAST or _wrapped(page):
        return whole
    sums = list(accumulate(_scores(page), initial=0.0))
    lowest, least, best, found = 0, 0.0, 0.0, whole
    for at, total in enumerate(sums):
        if total - least > best:
            best, found = total - least, (lowest, at)
        if total < least:
            lowest, least = at, total
    return found


def article(page: Page) -> tuple[int, int]:
    """Find where the article begins and ends; the whole page where there are no menus."""
    whole = (0, len(page.lines))
    found = page.once(_stretch)
    if found == whole:
        return whole
    tail = _without_tail(page, *found)
    printed = Counter(page.every)
    first = min(_with_sentences(page, range(found[0] - NEAR, found[0])), default=found[0])
    last = max(_with_sentences(page, range(found[1], found[1] + NEAR)), default=found[1] - 1) + 1
    last = last if tail == found[1] else tail
    start = first if _is_menu(page.every[:first], printed) else 0
    end = last if _is_menu(page.every[last:], printed) else whole[1]
    return start, end


def _wrapped(page: Page) -> bool:
    """Tell whether lines were broken at a width, so that a line is no paragraph."""
    broken = sum(
        WIDTH[0] <= len(one) <= WIDTH[1]
        and other[0].islower()
        and not END.search(one)
        and not page.gap(at)
        for at, (one, other) in enumerate(pairwise(page.every), start=1)
    )
    return broken * WRAPPED > len(page.lines)


def _with_sentences(page: Page, near: Sequence[int]) -> list[int]:
    """Give the lines near an article's first or last paragraph that are sentences too."""
    told = [at for at in near if 0 <= at < len(page.lines)]
    ends = next((n for n, at in enumerate(told) if TAIL.fullmatch(page.words(at))), len(told))
    return [
        at
        for at in told[:ends]
        if END.search(page.words(at)) and count_words(page.words(at)) >= SENTENCE
    ]


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


def _is_menu(lines: Sequence[str], printed: Counter[str]) -> bool:
    """Tell whether lines are many enough, and say what menus say or are printed twice."""
    told = sum(map(paragraph, lines))
    listed = sum(bool(LISTED.match(words)) for words in lines)
    if len(lines) < FEWEST or (told + listed) * PARTS > len(lines):
        return False
    signs = sum(bool(SIGN.search(words)) for words in lines if len(words) <= BUTTON)
    twice = sum(printed[words] > 1 for words in lines)
    return signs >= SIGNS or signs + twice >= TWICE


def _scores(page: Page) -> list[float]:
    """Weigh each line for the article; long runs of short lines lose their weight."""
    cards = page.once(card_lines)
    scores = [TEASER if at in cards else _score(words) for at, words in enumerate(page.every)]
    at = 0
    while at < len(scores):
        until = at
        while until < len(scores) and scores[until] < 0:
            until += 1
        total = sum(scores[at:until])
        if total < PATIENCE:
            scores[at:until] = [score * PATIENCE / total for score in scores[at:until]]
        at = until + 1
    return scores


def _score(words: str) -> float:
    size = letters(words)
    if paragraph(words):
        return min(size / LETTERS, MOST)
    if is_teaser(words):
        return TEASER
    return LONGISH if size >= 2 * PARAGRAPH else SHORT


def paragraph(words: str) -> bool:
    """Tell whether a line is a paragraph, in any language."""
    size = letters(words)
    return size >= UNENDED or (
        size >= PARAGRAPH and bool(END.search(words)) and not is_teaser(words)
    )


def letters(words: str) -> int:
    """Count letters, the wide ones of East Asia as three."""
    return len(words) if words.isascii() else len(words) + 2 * len(WIDE.findall(words))


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
    words = page.words(at)
    if not END.search(words) or count_words(words) < SENTENCE:
        return False
    return _share(words, page.once(_told)) >= SHARED


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
