"""A raw file as lines, and what becomes of every part of a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, TypeVar, cast, get_args

__all__ = [
    "KINDS",
    "PROSE",
    "Kind",
    "Line",
    "Page",
    "Piece",
    "count_words",
    "is_prose",
    "is_teaser",
    "lines_of",
]

Kind = Literal[
    "article",
    "advertisement",
    "related",
    "promotion",
    "newsletter",
    "share",
    "breadcrumb",
    "section",
    "date-label",
    "reading-time",
    "byline",
    "agency-credit",
    "syndication-credit",
    "correction-note",
    "source-url",
    "caption",
    "reader-comments",
    "cookie-notice",
    "paywall-notice",
    "other",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

Answer = TypeVar("Answer")

STOPS = (".", "!", "?", "…")
CLOSING = "\"”’'»)]"
"""What may stand behind a full stop."""

TEASERS = tuple(f"{dots}{mark}" for dots in ("...", "…") for mark in ("", *"\"”’'"))
PROSE = 8
"""Words that a line with a full stop has at least to be a paragraph of prose."""

LONG = 40
"""Words that make a line prose whatever it ends with: headlines are shorter."""

SPACED = 0.5
"""Share of prose lines with a blank line above, from which blank lines part the paragraphs."""


@lru_cache(maxsize=4096)
def _even(text: str) -> str:
    # All white space but the plain space counts as not printable.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the raw file that is not blank, or what is left of one."""

    text: str
    number: int
    """In the raw file, from 1."""

    start: int = 0
    """How many characters of the raw line lie before it."""

    gap: bool = False
    """Whether a blank line, or the file's beginning, lies above."""

    @property
    def words(self) -> str:
        """The line with its white space evened out."""
        return _even(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a line and what it is."""

    kind: Kind
    line: Line
    count: int = 0
    """In the first piece of a stretch: how many things of its kind the stretch holds."""

    rule: str = ""
    """The name of the rule that decided."""


@dataclass(frozen=True)
class Page:
    """All lines that are not blank, with what a rule asks of its surroundings."""

    lines: tuple[Line, ...]
    recurring: frozenset[str] = frozenset()
    """Lines that the outlet's other texts print too."""

    kinds: tuple[Kind, ...] = ()
    """What other rules say of each line, where they were asked before."""

    def words(self, at: int) -> str:
        """Give a line's words; nothing beyond the page's ends."""
        every = self.every
        return every[at] if 0 <= at < len(every) else ""

    @cached_property
    def every(self) -> tuple[str, ...]:
        """The words of all lines: rules ask for them again and again."""
        return tuple(line.words for line in self.lines)

    @cached_property
    def small(self) -> tuple[str, ...]:
        """The words of all lines in small letters."""
        return tuple(map(str.lower, self.every))

    @cached_property
    def answers(self) -> dict[Callable[["Page"], object], object]:
        """What was asked about the page as a whole."""
        return {}

    def once(self, question: Callable[["Page"], Answer]) -> Answer:
        """Ask a question about the page as a whole, and remember the answer."""
        if question not in self.answers:
            self.answers[question] = question(self)
        return cast("Answer", self.answers[question])

    def gap(self, at: int) -> bool:
        """Tell whether a blank line, or the page's end, lies above a line."""
        return not 0 < at < len(self.lines) or self.lines[at].gap

    @cached_property
    def first_prose(self) -> int:
        """The index of the first paragraph; the number of lines where there is none."""
        return next((at for at, prose in enumerate(self.prose) if prose), len(self.lines))

    @cached_property
    def prose(self) -> tuple[bool, ...]:
        """Which lines read as paragraphs."""
        return tuple(is_prose(words) for words in self.every)

    @cached_property
    def spaced(self) -> bool:
        """Whether blank lines part the paragraphs."""
        gaps = [line.gap for line, prose in zip(self.lines, self.prose, strict=True) if prose][1:]
        return bool(gaps) and sum(gaps) / len(gaps) >= SPACED

    def head(self, at: int) -> bool:
        """Tell whether a line stands above the first paragraph."""
        return at < self.first_prose

    def near_top(self, at: int) -> bool:
        """Tell whether a line stands above the second paragraph or thereabouts."""
        return at <= self.first_prose + 2

    def prose_after(self, at: int) -> bool:
        """Tell whether a paragraph of prose follows a line, near or far."""
        return any(self.prose[at + 1 :])


def lines_of(raw: Sequence[tuple[int, str]]) -> tuple[Line, ...]:
    """Give the lines that are not blank, out of numbered raw lines."""
    found: list[Line] = []
    gap = True
    for number, text in raw:
        if text.strip():
            found.append(Line(text=text, number=number, gap=gap))
        gap = not text.strip()
    return tuple(found)


@lru_cache(maxsize=4096)
def count_words(text: str) -> int:
    """Count words: runs of characters with a letter or digit among them."""
    words = text.split()
    # Nearly every word begins with a letter or digit, and asking that alone is quick.
    odd = [word for word in words if not word[0].isalnum()]
    return len(words) - sum(not any(map(str.isalnum, word)) for word in odd)


def is_teaser(text: str) -> bool:
    """Tell whether a line breaks off, as teasers do."""
    return text.endswith(TEASERS)


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """Tell whether a line reads as a paragraph: a full stop after a sentence, or great length."""
    words = count_words(text)
    if not PROSE <= words < LONG:
        return words >= LONG
    return text.rstrip(CLOSING).endswith(STOPS) and not is_teaser(text)
