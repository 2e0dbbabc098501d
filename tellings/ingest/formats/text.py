"""Plain text; paragraphs that were broken at a fixed width are one line again."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import groupby, pairwise

from tellings.data import vectors
from tellings.ingest.formats import charsets, printouts
from tellings.ingest.formats.raw_text import RawText
from tellings.ingest.furniture.lines import Kind, Line, Piece
from tellings.model.source import Repair

__all__ = ["read"]

JOINED, WORDS = "joined-lines", "joined-words"
"""The kinds of repair where a paragraph’s lines, and the halves of a word, were joined."""

COLUMN, NARROWEST, WIDEST = 24, 50, 130
"""Letters of the longest line in a paragraph that was broken at a fixed width; of a column, at
least."""

BLOCK = 4
"""Lines of a paragraph that shows a text to be set in columns."""

SLACK = 6
"""One letter in so many that a line of a column may lack."""

HALF = re.compile(r"(?P<one>[^\W\d_]{2,})-$")
HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
OTHER_HALF = re.compile(r"[^\W\d_]+")
ENDING = 3
"""Letters of a half that is no word by itself."""

ENDED = re.compile(r"[.!?…:][\"”’'»)\]]*$")

Numbered = tuple[int, str]
Block = tuple[Numbered, ...]


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read plain text."""
    text, repairs = charsets.decode(content, path, charset)
    every = tuple(enumerate(text.split("\n"), start=1))
    around = printouts.around(every)
    blocks = tuple(_blocks(every, around))
    narrow = any(len(each) >= BLOCK and _broken(each, COLUMN) for each in blocks)
    hyphened = cache(lambda: frozenset(HYPHENED.findall(text.casefold())))
    lines: list[Numbered] = []
    for block in blocks:
        if _broken(block, NARROWEST) or (narrow and _broken(block, 0, loose=True)):
            joined, halves = _joined(block, hyphened)
            lines.append((block[0][0], joined))
            repairs += (Repair(kind=JOINED, line=block[0][0]),)
            repairs += tuple(Repair(kind=WORDS, line=number) for number in halves)
        else:
            lines += block
    furniture = (
        Piece(kind=around[n], line=Line(text=words, number=n), count=1, rule="printed page")
        for n, words in every
        if n in around
    )
    return RawText(lines=tuple(lines), whole=True, repairs=repairs, furniture=tuple(furniture))


def _blocks(every: Block, around: Mapping[int, Kind]) -> Iterator[Block]:
    """Part the lines at blank ones; a paragraph goes on across the break of a page."""
    left = [(n, "" if n in around else words) for n, words in every]
    last: Block = ()
    for blank, group in groupby(left, lambda line: not line[1].strip()):
        block = tuple(group)
        if blank:
            if last and not {n for n, _ in block} & around.keys():
                yield last
                last = ()
            if not last:
                yield block
        elif last and not (block[0][1].strip()[0].islower() and not ENDED.search(last[-1][1])):
            yield last
            last = block
        else:
            last = (*last, *block)
    if last:
        yield last


def _broken(block: Block, least: int, *, loose: bool = False) -> bool:
    """Tell whether lines are one paragraph: each next word found no room on the line above.

    Lines of a list are as long by chance; but most of them begin with a capital. Letters of
    different widths make the lines of a column unlike: there some room may be left (`loose`).
    """
    lines = [(number, " ".join(words.split())) for number, words in block]
    width = max(len(words) for _, words in lines)
    if len(lines) < 2 or not least <= width <= WIDEST or not lines[0][1]:
        return False
    full_from = width - width // SLACK if loose else width
    pairs = tuple(pairwise(lines))
    small = sum(below[0].islower() for _, (_, below) in pairs)
    full = all(
        # Where a page ends, so does the line, full or not.
        after > number + 1
        or len(above) + 1 + len(below.split()[0]) > full_from
        or bool(HALF.search(above))
        for (number, above), (after, below) in pairs
    )
    return full and 2 * small > len(pairs)


def _joined(block: Block, hyphened: Callable[[], frozenset[str]]) -> tuple[str, tuple[int, ...]]:
    """Join a paragraph’s lines, and say on which a word was parted."""
    found, halves = block[0][1].strip(), []
    for number, words in block[1:]:
        below = words.strip()
        one = HALF.search(found)
        other = OTHER_HALF.match(below) if below[0].islower() else None
        if one and other and _is_one(one["one"].casefold(), other[0].casefold(), hyphened):
            found = found[:-1] + below
            halves.append(number - 1)
        else:
            found += below if one and other else f" {below}"
    return found, tuple(halves)


def _is_one(one: str, other: str, hyphened: Callable[[], frozenset[str]]) -> bool:
    """Tell whether two halves are a word without a hyphen."""
    known = vectors.vocabulary()
    if f"{one}-{other}" in hyphened():
        return False
    return one + other in known or len(other) <= ENDING or one not in known or other not in known
