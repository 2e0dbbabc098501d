"""What is set between paragraphs: cards of other articles, figures of a chart, contents."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import Page, count_words, is_prose, is_teaser
from tellings.ingest.furniture.signatures import AGO

__all__ = ["INSERTS", "card_lines"]

END = re.compile("[.!…:;,\u3002\uff01][\"”’'»)\\]\u300d\u300f]*$")
COUNTED = re.compile(
    rf"\W*(?:{AGO}|\d[\d,.]*k? (?:comments?|views?|shares?|likes?|photos?|images?|videos?|"
    r"min(?:ute)?s?(?: read)?)|\d{1,2}:\d\d)\W*",
    re.IGNORECASE,
)
STAMP_WORDS = 6
YEAR = re.compile(r"\b\d{4}\b")
HEADLINE = (3, 24)
"""Words of a headline on a card."""

SHORTEST_PROMISE, STANDFIRST = 6, 45
CARD = 5
"""Lines of the longest card."""

CARDS, DATED_CARDS = 3, 2
"""Cards of the shortest run that is told by its shape; fewer where each gives its day."""

FIGURE = re.compile(
    r"[$€£¥’'~<>+−–-]*\d[\d.,:]*\s*(?:[%°]|[kmb]n?|million|billion|trillion)?|%|"
    r"million|billion|trillion|per cent|percent",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FIGURES = 8
"""Figures of the smallest chart."""

AXIS = 5
"""Figures that rise or fall line by line on the shortest axis; the cells of a table do not."""

AGAIN = 80
"""Lines within which a chart's heading is printed again."""

MOSTLY = 0.6
LABEL = 9
"""Words of a label between the figures of a chart."""

CONTENTS = re.compile(
    r"\W*(?:(?:table of )?contents|(?:in|on) this (?:article|story|report|page|section))\W*"
    r"(?:[\[(]?(?:hide|show)[\])]?)?",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*\.?|(?:part|chapter|appendix) \w+\W*) .+", re.IGNORECASE)
ITEM = 16
ITEMS = 3
"""Items of the shortest table of contents."""


def printed_over(page: Page, at: int) -> Cut | None:
    """Find a card whose headline was saved twice or more on one line, with its teaser."""
    words = page.words(at).split()
    if not any(_repeats(words, times) for times in (2, 3, 4)):
        return None
    teased = re.search(r"(?:\.\.\.|…)\s*(?:read more\W*)?$", page.words(at + 1), re.IGNORECASE)
    return Cut(kind="related", until=at + 2 if teased else at + 1)


def _repeats(words: list[str], times: int) -> bool:
    """Tell whether words are the same headline so many times."""
    size, left = divmod(len(words), times)
    return not left and HEADLINE[0] < size <= HEADLINE[1] and words == words[:size] * times


def figures(page: Page, at: int) -> Cut | None:
    """Find the figures that a chart leaves behind: many, each alone on its line."""
    until = page.once(_charts).get(at)
    return None if until is None else Cut(kind="other", until=until)


def _charts(page: Page) -> dict[int, int]:
    """Find where the figures of charts begin and end."""
    found: dict[int, int] = {}
    at = 0
    while at < len(page.lines):
        until = at + 1
        if FIGURE.fullmatch(page.words(at)) or _heads_chart(page, at):
            while until < len(page.lines) and _labels(page.words(until)):
                until += 1
            told = [n for n in range(at, until) if FIGURE.fullmatch(page.words(n))]
            size = max(told, default=at) + 1 - at
            if len(told) >= max(FIGURES, MOSTLY * size) and _axis(page.every[at : at + size]):
                found[at] = at + size
        at = until
    return found


def _heads_chart(page: Page, at: int) -> bool:
    """Tell whether a label above a first figure is printed again: a chart saved for two widths."""
    words = page.words(at)
    near = page.every[at + 1 : at + AGAIN]
    return bool(near) and bool(FIGURE.fullmatch(near[0])) and words in near and _labels(words)


def _axis(lines: Sequence[str]) -> bool:
    """Tell whether enough figures in a row rise or fall."""
    values = [_value(words) for words in lines]
    for at in range(len(values) - AXIS + 1):
        run = [value for value in values[at : at + AXIS] if value is not None]
        if len(run) == AXIS and (_rise(run) or _rise(run[::-1])):
            return True
    return False


def _value(words: str) -> float | None:
    match = NUMBER.search(words)
    return float(match[0].replace(",", "")) if match else None


def _rise(values: Sequence[float]) -> bool:
    return all(one < other for one, other in pairwise(values))


def _labels(words: str) -> bool:
    return count_words(words) <= LABEL and not END.search(words)


def contents(page: Page, at: int) -> Cut | None:
    """Find a table of contents: its heading, and items most of which head a part farther below."""
    if not CONTENTS.fullmatch(page.words(at)):
        return None
    printed = Counter(_plain(words) for words in page.every if _short(words))
    last, until, again = at, at + 1, 0
    seen: set[str] = set()
    while until < len(page.lines) and until - last <= 2 and _short(page.words(until)):
        item = _plain(page.words(until))
        if item in seen:
            break
        seen.add(item)
        twice = printed[item] > 1
        again += twice
        last = until if twice or NUMBERED.fullmatch(page.words(until)) else last
        until += 1
    found = last - at >= ITEMS and again * 2 >= last - at
    return Cut(kind="other", until=last + 1) if found else None


def _short(words: str) -> bool:
    return count_words(words) <= ITEM and not is_prose(words)


def _plain(words: str) -> str:
    """Give a heading without its number and the links beside it."""
    return re.sub(r"^\d+(?:\.\d+)*\.? |\s*\[[^\]]*\]$", "", words).casefold()


def cards(page: Page, at: int) -> Cut | None:
    """Find cards in a row below the first paragraph."""
    found = page.once(_runs).get(at)
    if found is None or page.head(at):
        return None
    return Cut(kind="related", until=found[1], count=found[0])


def card_lines(page: Page) -> frozenset[int]:
    """Give the lines of cards in a row: a headline, what it promises, a day or a number."""
    runs = page.once(_runs).items()
    return frozenset(line for at, (_, until) in runs for line in range(at, until))


def _runs(page: Page) -> dict[int, tuple[int, int]]:
    """Find where cards in a row begin: how many they are and where they end."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    while at < len(page.lines):
        ends = [at]
        told = _tells(page, at)
        while (until := _card(page, ends[-1])) > ends[-1] and _tells(page, ends[-1]) == told:
            ends.append(until)
        many = len(ends) - 1
        least = DATED_CARDS if all(_dated(page, end - 1) for end in ends[1:]) else CARDS
        # Where a day stands above the first line too, days head the lines below them.
        if many >= least and not _dated(page, at - 1):
            found[at] = (many, ends[-1])
        at = max(ends[-1], at + 1)
    return found


def _card(page: Page, at: int) -> int:
    """Give where a card ends that begins at a line; the line itself where none does."""
    if not _headline(page.words(at)):
        return at
    until, stamped = at + 1, False
    while until < min(len(page.lines), at + CARD):
        words = page.words(until)
        if is_teaser(words) or _stamped(words):
            stamped = True
        elif until > at + 1 or not _promise(words):
            break
        until += 1
    return until if stamped else at


def _stamped(words: str) -> bool:
    """Tell whether a line gives a day, a time or a number, and at most a name or section."""
    if count_words(words) > STAMP_WORDS:
        return False
    return bool(COUNTED.fullmatch(words)) or date_labels.only_label(words) is not None


def _tells(page: Page, at: int) -> bool:
    """Tell whether a card has words below its headline: those of one row look alike."""
    return _promise(page.words(at + 1)) or is_teaser(page.words(at + 1))


def _dated(page: Page, at: int) -> bool:
    words = page.words(at)
    return bool(YEAR.search(words)) and date_labels.only_label(words) == ""


def _headline(words: str) -> bool:
    least, most = HEADLINE
    # A line that goes on with one above begins with a small letter or a stop.
    if not words or words[0].islower() or words[0] in ".,;^)":
        return False
    return least <= count_words(words) <= most and not END.search(words) and not is_teaser(words)


def _promise(words: str) -> bool:
    """Tell whether a line may be the one sentence or two of a card."""
    return SHORTEST_PROMISE <= count_words(words) <= STANDFIRST and bool(END.search(words))


INSERTS: tuple[Rule, ...] = (
    Rule(name="headline printed over", find=printed_over),
    Rule(name="cards in a row", find=cards),
    Rule(name="figures of a chart", find=figures),
    Rule(name="table of contents", find=contents),
)
