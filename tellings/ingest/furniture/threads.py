"""Threads of readers' comments, from their heading or first signature to the end of the page.

A thread is a change of register: signatures of one shape again and again, and between them
people who write “I” and “you”. The page is parted where what lies below looks most like that.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from tellings.ingest.furniture import signatures
from tellings.ingest.furniture.cuts import Cut, Rule
from tellings.ingest.furniture.lines import PROSE, Page, count_words, is_prose
from tellings.ingest.furniture.notes import CLOSING
from tellings.ingest.furniture.paragraphs import letters, paragraph

__all__ = ["THREADS", "thread"]

HEADING = re.compile(
    r"\W*(?:(?P<n>\d+) (?:reader )?comments?(?: (?:on|so far|sort by)\b.*)?|"
    r"(?:reader[’']?s?[’']? |user |your |all )?comments?\W*(?P<m>\d+)?\)?(?: .*sort by.*)?|"
    r"have your say(?:\W+(?P<k>\d+) comments?)?.*|(?:leave|post|add|write) a (?:comment|reply)|"
    r"join the (?:conversation|discussion)|what do you think\?|discussion|"
    r"(?:show|view|read|see) (?:all )?comments(?:\W+(?P<j>\d+))?|"
    r"\d+ (?:thoughts?|responses?|replies) (?:on|to) .*)\W*",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    rf"(?:(?P<name>\S.{{0,39}}?)\s+)??(?:(?:guest|member|subscriber|·|•|-)\s+)*{signatures.AGO}\W*",
    re.IGNORECASE,
)
RANKED = re.compile(rf"\b(?:guest|member|subscriber) {signatures.AGO}", re.IGNORECASE)
NOTICE = re.compile(
    r"this comment (?:contains|has been|was|is)\b.*|"
    r"(?:reply|report|flag|like|upvote|share)(?: \|.*)?|"
    r"(?:view|show|load|see) (?:all|more) (?:comments|replies).*|sort by\W.*|log in to reply.*",
    re.IGNORECASE,
)
REACH = 8
"""Lines below a heading in which a first signature stands."""

LONG = 1200
"""Letters of paragraphs in a very long comment."""

COMMENT = 600
"""Letters of paragraphs in each comment of a page that holds nothing else."""

FEWEST = 2
"""Comments that make such a page."""

NAME = 5
"""Words of the longest name that signs a comment."""

WEIGHTS = {
    "said": 1.2,
    "wrote": 1.2,
    "numbered": 2.5,
    "day+clock+name": 2.5,
    "ago+name": 2.0,
    "day+name": 1.5,
    "clock+name": 1.0,
    "day+clock": 1.5,
    "ago": 1.2,
    "ago+clock": 1.5,
    "day": 0.7,
    "clock": 0.6,
}
"""How much each shape of signature speaks for a thread: more, the more parts it has."""

CONTROL = 1.0
"""How much a control such as “Reply” speaks for it."""

MANY = 4
"""Controls that make a thread sure, however its comments read."""

LISTED = 5
"""Lines of one shape without a word between them that are a list and sign nothing."""

LEAST = 2.5
"""The score from which the lines below a signature are a thread."""

REPORT = -0.8
"""How a report’s paragraphs read on average, at most: they weigh by their letters."""

FULL = ("numbered", "day+clock+name", "ago+name")
WEAK = ("day", "clock", "day+name")
LIVELY = {"full": -0.4, "plain": -0.2, "weak": 0.0}
"""How much like comments the lines between signatures read on average, at least: the less a
signature tells, the more."""


def thread(page: Page, at: int) -> Cut | None:
    """Find a thread of comments; it runs to the end, notes of the page's own left out."""
    if at == page.once(_alone):
        return Cut(
            kind="reader-comments", until=len(page.lines), count=_count(page, at, len(page.lines))
        )
    if at != page.once(_start) and (page.head(at) or not (_headed(page, at) or _ranked(page, at))):
        return None
    until = len(page.lines)
    while until > at + 1 and any(rule.find(page, until - 1) for rule in CLOSING):
        until -= 1
    return Cut(kind="reader-comments", until=until, count=_count(page, at, until))


def _alone(page: Page) -> int:
    """Find the first signature of a page that is comments from its top on; -1 where it is not."""
    shapes = page.once(_shapes)
    first = next((at for at, shape in enumerate(shapes) if shape), -1)
    if first < 0 or shapes[first] not in FULL:
        return -1
    if first > 1 or (first == 1 and not HEADING.fullmatch(page.words(0))):
        return -1
    signed = [at for at, shape in enumerate(shapes) if shape == shapes[first]]
    ends = [*signed, len(page.lines)]
    brief = all(_letters(page, *part) <= COMMENT for part in pairwise(ends))
    # A byline of this shape stands above an article: readers say “I”, reporters do not.
    told = page.every[signed[0] + 1 : signed[-1]]
    lively = sum(map(signatures.register, told)) > 0
    return first if len(signed) >= FEWEST and brief and lively else -1


def _headed(page: Page, at: int) -> bool:
    """Tell whether a thread's heading stands here: with a number, signed, or below all prose."""
    match = HEADING.fullmatch(page.words(at))
    if match is None:
        return False
    if any(match.group("n", "m", "k", "j")) and not page.near_top(at):
        return not _over_article(page, at)
    if not page.prose_after(at) and not page.near_top(at):
        return True
    below = page.every[at + 1 : at + 1 + REACH]
    signed = any(signatures.shape(words) not in ("", "day", "clock") for words in below)
    return signed and not _over_article(page, at)


def _over_article(page: Page, at: int) -> bool:
    """Tell whether a signature or a number of comments stands above the article rather than below.

    What follows up to the next signatures is longer than a comment and than all that stands above;
    where nothing is signed and little stands above, how it reads decides.
    """
    shapes = page.once(_shapes)
    above = _letters(page, 0, at)
    signed = [n for n in range(at + 1, len(page.lines)) if shapes[n]][:2]
    if not signed and _reported(page, at):
        return True
    if len(signed) < 2:
        return above < LONG and not _lively(page, at)
    ends = [at, *signed]
    return any(_letters(page, *part) > max(above, LONG) for part in pairwise(ends))


def _reported(page: Page, at: int) -> bool:
    """Tell whether the paragraphs below read as a report does, and are longer than a comment."""
    told = [words for words in page.every[at:] if paragraph(words)]
    size = sum(map(letters, told))
    tone = sum(signatures.register(words) * letters(words) for words in told)
    return size > LONG and tone < REPORT * size


def _letters(page: Page, start: int, end: int) -> int:
    """Count the letters of the paragraphs between two lines."""
    lines = page.every[start:end]
    return sum(letters(words) for words in lines if paragraph(words))


def _ranked(page: Page, at: int) -> bool:
    """Tell whether a first signature stands here that only a comment section prints.

    A name repeated above its time, a reader's rank beside it, or a notice of the comment section.
    """
    if " ago" not in f"{page.words(at)} {page.words(at + 1)}".casefold():
        return False
    words, below = page.words(at), page.words(at + 1)
    if RELATIVE.fullmatch(below) and len(words.split()) <= NAME and not is_prose(words):
        return below.startswith(words) or bool(RANKED.search(below)) or _marked(page, at + 2)
    if RELATIVE.fullmatch(words):
        return bool(RANKED.search(words)) or _marked(page, at + 1)
    return False


def _marked(page: Page, at: int) -> bool:
    return bool(NOTICE.fullmatch(page.words(at)))


def _start(page: Page) -> int:
    """Find where the page is best parted into an article and comments; -1 where it is not."""
    shapes = page.once(_shapes)
    best, start, score = LEAST, -1, 0.0
    below: Counter[str] = Counter()
    first = next((at for at, shape in enumerate(shapes) if shape and at > page.first_prose), -1)
    if first < 0:
        return -1
    for at in range(len(page.lines) - 1, first - 1, -1):
        score += _weight(page, at)
        # A line printed again, such as a dated link, is no second signature.
        below[shapes[at]] += bool(shapes[at]) and page.words(at) not in page.every[at + 1 :]
        opens = shapes[at] and score >= best and _opens(shapes, at, below)
        if opens and not _over_article(page, at):
            best, start = score, at
    if start < 0 or not _lively(page, start):
        return -1
    return _with_name(page, start)


def _shapes(page: Page) -> tuple[str, ...]:
    """Give every line's shape; a day with the time on the line below is one signature."""
    shapes = [signatures.shape(words) for words in page.every]
    shapes = _without_lists(shapes)
    pairs = zip(shapes, [*shapes[1:], ""], strict=True)
    return tuple("day+clock" if pair == ("day", "clock") else pair[0] for pair in pairs)


def _without_lists(shapes: Sequence[str]) -> list[str]:
    """Leave out lines of one shape with nothing between them: a list of dated things."""
    found: list[str] = []
    for run in (list(group) for _, group in groupby(shapes)):
        found += [""] * len(run) if len(run) >= LISTED else run
    return found


def _opens(shapes: tuple[str, ...], at: int, below: Counter[str]) -> bool:
    """Tell whether a signature may be a thread's first: one of its usual shape, or a full one."""
    most = max(below.values())
    if below[shapes[at]] * (1 if shapes[at] in WEAK else 2) < most:
        return False
    if shapes[at] == "wrote":
        # Only its time tells a comment from a letter or an answer that the article quotes.
        return len({*shapes[at : at + 4]} - {"", "wrote"}) > 0
    if shapes[at] in FULL or below[shapes[at]] > (2 if shapes[at] in WEAK else 1):
        return True
    return shapes[at] not in WEAK and len({*shapes[at : at + 4]} - {""}) > 1


def _weight(page: Page, at: int) -> float:
    """Weigh a line for a thread."""
    shape = page.once(_shapes)[at]
    if shape:
        return WEIGHTS.get(shape, 0.5)
    words = page.words(at)
    if signatures.controls(words):
        return CONTROL
    return min(signatures.register(words), 0.5) / 2


def _lively(page: Page, start: int) -> bool:
    """Tell whether the lines between signatures read as readers write, not as a live report."""
    shapes = page.once(_shapes)
    between = [
        page.words(at)
        for at in range(start + 1, len(page.lines))
        if not shapes[at] and not signatures.controls(page.words(at))
    ]
    # Short lines say little: where there are longer ones, those decide.
    if sum(map(signatures.controls, page.every[start:])) >= MANY:
        return True
    told = [words for words in between if count_words(words) >= PROSE] or between
    first = shapes[start]
    least = LIVELY["full" if first in FULL else "weak" if first in WEAK else "plain"]
    return bool(told) and sum(map(signatures.register, told)) / len(told) >= least


def _with_name(page: Page, start: int) -> int:
    """Begin a thread with the name that stands alone above its first time."""
    named = "name" in page.once(_shapes)[start] or page.once(_shapes)[start] in ("said", "wrote")
    above = page.words(start - 1)
    lone = len(above.split()) <= NAME and not re.search(r"[.!?:”\"]$", above)
    return start - 1 if not named and lone and start - 1 > page.first_prose else start


def _count(page: Page, at: int, until: int) -> int:
    """Count comments: the commonest kind of signature, else what the heading says."""
    shapes = Counter(shape for shape in page.once(_shapes)[at:until] if shape)
    match = HEADING.fullmatch(page.words(at))
    said = next((n for n in match.group("n", "m", "k", "j") if n), None) if match else None
    return max(shapes.values(), default=0) or int(said or 1)


THREADS: tuple[Rule, ...] = (Rule(name="comment thread", find=thread),)
