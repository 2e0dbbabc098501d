"""What in a sentence may tell how it speaks of somebody: words by their place beside the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tellings.data import vectors
from tellings.model.span import Span

__all__ = [
    "BLOCKS",
    "OPAQUE",
    "SERVANTS",
    "Directions",
    "Marked",
    "about",
    "around",
    "mark",
    "named",
]

Floats = NDArray[np.float64]

BLOCKS = ("all", "before", "after", "clause before", "clause after", "-4", "+4", "nearby")
"""The stretches whose direction is a signal."""

HERE, NAME, NUMBER = "HERE", "NAME", "NUMBER"
OPAQUE = frozenset([HERE, NAME, NUMBER])
HALF, CLOSE, NEAR = 5, 4, 4
"""In words: where a word weighs half, how far “close” goes, where a vector weighs half."""

EXACT = 0.3
"""How much a signal of exact place weighs, so that few sites teach little."""

TOKEN = re.compile(
    r"n[’']t\b|[’']s\b|[^\W\d_]+(?:-[^\W\d_]+)*?(?=n[’']t\b)|[^\W\d_]+(?:-[^\W\d_]+)*"
    r"|\d[\d,.]*|[^\w\s]"
)
MARKS = str.maketrans("“”‘’", "\"\"''")
# Whether somebody is “he” or “she” must not weigh.
ALIKE = {"he": "they", "she": "they", "him": "their", "his": "their", "her": "their"} | {
    "himself": "themselves",
    "herself": "themselves",
}
STOPS = frozenset(".!?\":'")
FIRM = frozenset(';.!?"()')
LEADS = "but while although though because when who which that after as if since where before"
EDGES = FIRM | frozenset(",:–—-") | frozenset(LEADS.split())
DENIALS_LIST = "not n't never no without neither nor hardly deny denied denies nothing"
DENIALS = frozenset(DENIALS_LIST.split())
PREPOSITIONS_LIST = (
    "of to in on at for by with from as against about over into toward towards under between "
    "behind upon"
)
PREPOSITIONS = frozenset(PREPOSITIONS_LIST.split())
LINKS = PREPOSITIONS | {"who", "which", "and", "but", ","}
SERVANTS_LIST = (
    "the a an this that these those some any his her its their my our your of to in on at for "
    "by with from as and or be is are was were been being has have had do does did will would "
    "could should may might can must"
)
SERVANTS = frozenset(SERVANTS_LIST.split())


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text as words in small letters, with a mark where somebody is named."""

    words: tuple[str, ...]
    at: int
    """The place of the name among the words."""

    spans: tuple[Span, ...]
    """Where each word stands in the text."""


@dataclass(frozen=True, slots=True)
class Directions:
    """What the stretches around a name are about."""

    rows: Floats
    """A unit vector for each stretch."""

    norms: Floats
    shares: dict[int, Floats]
    """How much of each word stands in each stretch."""

    words: tuple[str, ...]

    def part(self, place: int) -> Floats:
        """Give what one word adds to the rows."""
        if place not in self.shares:
            return np.zeros_like(self.rows)
        part: Floats = np.outer(self.shares[place], sense(self.words[place])) / self.norms
        return part


def mark(text: str, name: Span, known: frozenset[str], *, heading: bool = False) -> Marked:
    """Cut a stretch of text into words around a name.

    Other names are told by their capitals and stand as one mark, so that nobody's name weighs. A
    first word is no name when it is known in small letters; nor is a known word of a heading.
    """
    words: list[str] = []
    spans: list[Span] = []
    first = True
    for found in TOKEN.finditer(text):
        span = Span(*found.span())
        if span.shared(name):
            if HERE not in words:
                words.append(HERE)
                spans.append(name)
            first = False
            continue
        word = plain(found.group(), known, small=first or heading)
        first = word in STOPS or (first and not word[0].isalnum())
        if word != NAME or not words or words[-1] != NAME:
            words.append(word)
            spans.append(span)
    if HERE not in words:
        # A name of marks that make no word, such as “__”, stands first.
        words, spans = [HERE, *words], [name, *spans]
    return Marked(tuple(words), words.index(HERE), tuple(spans))


def plain(word: str, known: frozenset[str], *, small: bool) -> str:
    """Give a word in small letters, or the mark of a number or name."""
    if word[0].isdigit():
        return NUMBER
    low = word.lower().translate(MARKS)
    if word[0].isupper() and low != "i" and not (small and low in known):
        return NAME
    return ALIKE.get(low, low)


def named(marked: Marked) -> dict[str, float]:
    """Give the signals that have names."""
    found: dict[str, float] = {}
    every = (around(marked, place) for place in range(len(marked.words)))
    for keys in (*every, beside(marked), content(marked), led(marked), shape(marked)):
        for key, weight in keys:
            found[key] = max(found.get(key, weight), weight)
    return found


def around(marked: Marked, place: int) -> Iterator[tuple[str, float]]:
    """Give one word, the nearer to the name the heavier, and its side."""
    if place != marked.at:
        word, weight = marked.words[place], 1 / (1 + abs(place - marked.at) / HALF)
        yield f"near {word}", weight
        yield f"{'before' if place < marked.at else 'after'} {word}", weight


def beside(marked: Marked) -> Iterator[tuple[str, float]]:
    """Give the three words on either side, alone and in a row."""
    left = ("<", "<", "<", *marked.words[max(0, marked.at - 3) : marked.at])[-3:]
    right = (*marked.words[marked.at + 1 : marked.at + 4], ">", ">", ">")[:3]
    for step in (1, 2, 3):
        yield f"-{step} {left[-step]}", EXACT
        yield f"+{step} {right[step - 1]}", EXACT
    yield f"-2-1 {' '.join(left[1:])}", EXACT
    yield f"+1+2 {' '.join(right[:2])}", EXACT
    yield f"-1+1 {left[-1]} {right[0]}", EXACT


def content(marked: Marked) -> Iterator[tuple[str, float]]:
    """Give the nearest weighty words on either side, with a denial and the way to the first."""
    words, at = marked.words, marked.at
    for side, places in ((">", range(at + 1, len(words))), ("<", range(at - 1, -1, -1))):
        denied, way, count = "", list[str](), 0
        for place in places:
            word = words[place]
            if word in FIRM or count == CLOSE:
                break
            denied = "not " if word in DENIALS else denied
            if word in LINKS:
                way.append(word)
            if word in DENIALS or word in SERVANTS or not word[0].isalpha():
                continue
            yield f"{side}{min(count, 3)} {denied}{word}", EXACT
            if not count:
                yield f"{side}way {'/'.join(way[-2:])} {denied}{word}", EXACT
            count += 1


def led(marked: Marked) -> Iterator[tuple[str, float]]:
    """Give the preposition that leads to the name, if one does."""
    before = marked.words[max(0, marked.at - 2) : marked.at]
    yield from ((f"led by {word}", EXACT) for word in before if word in PREPOSITIONS)


def shape(marked: Marked) -> Iterator[tuple[str, float]]:
    """Give what is to be said of the sentence as a whole."""
    words, at = marked.words, marked.at
    yield "begins with the name", float(at < 2)
    yield "in quotation marks", float(words[:at].count('"') % 2)
    yield "has quotation marks", float('"' in words)
    yield "length", len(words) / 40
    yield "place", at / len(words)
    yield "names", words.count(NAME) / 5
    yield "exclaims", float("!" in words)
    yield "asks", float("?" in words)


@lru_cache(maxsize=1 << 13)
def sense(word: str) -> NDArray[np.int64]:
    """Give the vector of one word."""
    found: NDArray[np.int64] = vectors.sums((word,))[0]
    return found


def about(marked: Marked) -> Directions:
    """Give what the stretches around the name are about."""
    left, right = clause(marked)
    shares: dict[int, Floats] = {}
    for place, word in enumerate(marked.words):
        if word not in OPAQUE:
            gap = place - marked.at
            within = left <= place <= right
            inside = (
                True,
                gap < 0,
                gap > 0,
                within and gap < 0,
                within and gap > 0,
                -CLOSE <= gap < 0,
                0 < gap <= CLOSE,
            )
            shares[place] = np.array([*map(float, inside), 1 / (1 + abs(gap) / NEAR)])
    places = tuple(shares)
    senses = np.array([sense(marked.words[place]) for place in places], dtype=np.float64)
    sums = np.array([shares[place] for place in places]).T @ senses if places else empty()
    norms = np.maximum(np.sqrt((sums * sums).sum(axis=1, keepdims=True)), 1e-9)
    return Directions(sums / norms, norms, shares, marked.words)


def empty() -> Floats:
    """Give the rows of a name that stands alone."""
    return np.zeros((len(BLOCKS), sense("a").shape[0]))


def clause(marked: Marked) -> tuple[int, int]:
    """Give the first and last word of the name's clause."""
    words, left, right = marked.words, marked.at, marked.at
    while left > 0 and words[left - 1] not in EDGES:
        left -= 1
    while right + 1 < len(words) and words[right + 1] not in EDGES:
        right += 1
    return left, right
