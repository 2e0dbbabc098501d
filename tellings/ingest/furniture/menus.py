"""Menus above and below the article, where a whole page was saved as text.

The article is the stretch of lines whose scores add up to most: paragraphs count for it, and
short lines without a full stop against it (after Pasternack and Roth, “Extracting article text
from the web with maximum subsequence segmentation”, 2009).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from statistics import fmean

from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import Kind, Page, count_words, is_teaser
from tellings.ingest.furniture.menu_words import SIGN, TAIL

__all__ = ["MENUS", "article", "letters", "paragraph"]

END = re.compile("[.!?…:\u3002\uff01\uff1f\u061f\u0964][\"”’'»)\\]\u300d\u300f]*$")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Characters that say as much as three letters."""

PARAGRAPH = 60
"""Letters of the shortest paragraph."""

UNENDED = 240
"""Letters that make a line a paragraph whatever it ends with."""

LETTERS, LESS, MOST = 110, 0.2, 4.0
"""Letters of a paragraph that weigh 1, what every paragraph lacks, and what none exceeds."""

SHORT, LONGISH = -0.2, 0.3
SIGNED, FURNITURE = -1.2, -0.5
"""What a line weighs that menus print, and one that another rule takes for furniture."""

LABELS: frozenset[Kind] = frozenset(
    ("byline", "date-label", "caption", "agency-credit", "correction-note", "section")
)
"""Furniture that stands within an article too, and says nothing against it."""

PATIENCE, PATIENCE_SIGNED = -2.0, -8.0
"""The most that the short lines of one run count against the article, such as a table or a list,
and the most that its signs of a menu do."""

BUTTON = 60
"""Letters of the longest line that is asked for a sign."""

LISTED = re.compile(r"[-–—•*]\s|\(?\w{1,3}[.)]\s")
PARTS = 6
"""One line in so many may be a paragraph, or one of a list, in what is a menu."""

SURE, LEFT = 2, 3
"""Signs and furniture that make a menu sure, and lines that no other rule claims in it."""

HEADED = 20
"""Such lines above an article that are a menu though they show no sign of one."""

LITTLE = 0.1
"""The share of a page's letters from which a stretch may be its article."""

WIDTH = (40, 90)
WRAPPED = 6
"""Letters of a line broken at a width, and the one line in so many that tells such a text."""

FEWEST = 6
"""Lines of the shortest page that has menus."""

LEAST = 400
"""Letters of paragraphs from which a page has an article that can be told from its menus."""

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
    start, end = page.once(_stretch)
    while start > 0 and _sentence(page, start - 1):
        start -= 1
    until = _without_tail(page, start, end)
    while until == end < len(page.lines) and _sentence(page, end):
        until = end = end + 1
    last = len(page.lines)
    start = start if _is_menu(page, range(start)) else 0
    until = until if _is_menu(page, range(until, last)) else last
    if (start, until) == (0, last):
        return start, until
    little = _unclaimed(page, start, until) < LITTLE * _unclaimed(page, 0, last)
    return (0, last) if little else (start, until)


def _unclaimed(page: Page, start: int, end: int) -> int:
    """Count the letters of lines that no other rule takes for furniture."""
    lines = range(start, end)
    return sum(letters(page.words(at)) for at in lines if page.kinds[at] == "article")


def _sentence(page: Page, at: int) -> bool:
    """Tell whether a line is a sentence, if no paragraph: beside the article it goes on with it."""
    words = page.words(at)
    said = bool(END.search(words)) and count_words(words) >= SENTENCE
    return said and page.kinds[at] == "article" and not _signed(page, at)


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
    # A list below the last paragraph may be the article's own; above the first it is contents.
    told = sum(paragraph(words) or (not above and bool(LISTED.match(words))) for words in left)
    if len(left) < LEFT or told * PARTS > len(beside):
        return False
    return (above and len(left) >= HEADED) or sum(_signed(page, at) for at in beside) >= SURE


def _signed(page: Page, at: int) -> bool:
    """Tell whether a line says what menus say, or another rule takes it for furniture."""
    if page.kinds[at] != "article":
        return page.kinds[at] not in LABELS
    return _says(page.words(at))


def _says(words: str) -> bool:
    """Tell whether a short line says what menus say."""
    return len(words) <= BUTTON and bool(SIGN.search(words) or TAIL.fullmatch(words))


def _scores(page: Page) -> list[float]:
    """Weigh each line for the article; long runs of short lines lose their weight."""
    scores = [_score(page, at) for at in range(len(page.lines))]
    at = 0
    while at < len(scores):
        until = at
        while until < len(scores) and scores[until] < 0:
            until += 1
        scores[at:until] = _bounded(scores[at:until])
        at = until + 1
    return scores


def _bounded(run: list[float]) -> list[float]:
    """Scale a run of lines that count against the article to the most that they may."""
    total = sum(run)
    plain = sum(score for score in run if score > SIGNED)
    most = max(plain, PATIENCE) + max(total - plain, PATIENCE_SIGNED)
    return [score * most / total for score in run]


def _score(page: Page, at: int) -> float:
    """Weigh a line: by its letters, by what other rules say of it, by what menus say."""
    words = page.words(at)
    told = paragraph(words)
    if page.kinds[at] in LABELS:
        return 0.0 if told else SHORT
    if page.kinds[at] != "article" and not (page.kinds[at] == "share" and _says(words)):
        return FURNITURE
    if told:
        return min(letters(words) / LETTERS - LESS, MOST)
    if _signed(page, at):
        return SIGNED
    return LONGISH if letters(words) >= 2 * PARAGRAPH else SHORT


@lru_cache(maxsize=4096)
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
