"""The stretch of a page’s lines that weighs most for an article.

Paragraphs count for it, and short lines without a full stop against it (after Pasternack and
Roth, “Extracting article text from the web with maximum subsequence segmentation”, 2009).
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from tellings.ingest.furniture.lines import Kind, Page
from tellings.ingest.furniture.menu_words import SIGN, TAIL
from tellings.ingest.furniture.paragraphs import END, PARAGRAPH, letters, paragraph

__all__ = ["BRIEF", "LABELS", "signed", "stretch"]

LETTERS, LESS, MOST = 110, 0.2, 4.0
"""Letters of a paragraph that weigh 1, what every paragraph lacks, and what none exceeds."""

SHORT, LONGISH = -0.2, 0.3
SIGNED, FURNITURE = -1.2, -0.5
"""What a line weighs that menus print, and one that another rule takes for furniture."""

CARD, AMONG, BRIEF = 1.0, 3, 40
"""What a paragraph weighs at most that stands alone among so many lines of fewer letters."""

LABELS: frozenset[Kind] = frozenset(
    ("byline", "date-label", "caption", "agency-credit", "correction-note", "section")
)
"""Furniture that stands within an article too, and says nothing against it."""

PATIENCE, PATIENCE_SIGNED = -2.0, -8.0
"""The most that the short lines of one run count against the article, such as a table or a list,
and the most that its signs of a menu do."""

BUTTON = 60
"""Letters of the longest line that is asked for a sign."""

WIDTH = (40, 90)
WRAPPED = 6
"""Letters of a line broken at a width, and the one line in so many that tells such a text."""

FEWEST = 6
"""Lines of the shortest page that has menus."""

LEAST = 400
"""Letters of paragraphs from which a page has an article that can be told from its menus."""


def stretch(page: Page) -> tuple[int, int]:
    """Find the lines that weigh most for an article; the whole page where little is told."""
    whole = (0, len(page.lines))
    told = sum(letters(words) for words in page.every if paragraph(words))
    if whole[1] < FEWEST or told < LEAST or _wrapped(page):
        return whole
    scores = [_score(page, at) for at in range(len(page.lines))]
    for at in _alone(page, scores):
        scores[at] = min(scores[at], CARD)
    return _heaviest(scores)


def _heaviest(scores: Sequence[float]) -> tuple[int, int]:
    """Find the stretch whose scores add up to most; long runs of short lines lose their weight."""
    lowest, least, best, found = 0, 0.0, 0.0, (0, len(scores))
    for at, total in enumerate(accumulate(_evened(scores), initial=0.0)):
        if total - least > best:
            best, found = total - least, (lowest, at)
        if total < least:
            lowest, least = at, total
    return found


def _evened(given: Sequence[float]) -> list[float]:
    """Let long runs of short lines lose their weight."""
    scores, at = list(given), 0
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


def _alone(page: Page, scores: Sequence[float]) -> Iterator[int]:
    """Find the paragraphs among brief lines, as a card's is."""
    size = [letters(words) for words in page.every]
    brief = [score < 0 and n < BRIEF for score, n in zip(scores, size, strict=True)]
    counts = list(accumulate(brief, initial=0))
    told = [at for at, score in enumerate(scores) if size[at] >= BRIEF and score >= SHORT]
    for above, at, below in zip((-1, *told), told, (*told[1:], len(scores)), strict=False):
        if min(counts[at] - counts[above + 1], counts[below] - counts[at + 1]) >= AMONG:
            yield at


def _score(page: Page, at: int) -> float:
    """Weigh a line: by its letters, by what other rules say of it, by what menus say."""
    words = page.words(at)
    told = paragraph(words)
    if page.kinds[at] in LABELS:
        return 0.0 if told or page.kinds[at] == "caption" else SHORT
    if page.kinds[at] != "article" and not (page.kinds[at] == "share" and _says(words)):
        return FURNITURE
    if told:
        return min(letters(words) / LETTERS - LESS, MOST)
    if signed(page, at):
        return SIGNED
    return LONGISH if letters(words) >= 2 * PARAGRAPH else SHORT


def signed(page: Page, at: int) -> bool:
    """Tell whether a line says what menus say, or another rule takes it for furniture."""
    if page.kinds[at] != "article":
        return page.kinds[at] not in LABELS
    return _says(page.words(at))


def _says(words: str) -> bool:
    """Tell whether a short line says what menus say."""
    return len(words) <= BUTTON and bool(SIGN.search(words) or TAIL.fullmatch(words))


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
