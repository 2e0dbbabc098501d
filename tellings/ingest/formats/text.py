"""Plain text; paragraphs that were broken at a fixed width are one line again."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from tellings.ingest.formats import charsets
from tellings.ingest.formats.raw_text import RawText
from tellings.model.source import Repair

__all__ = ["read"]

JOINED = "joined-lines"
"""The kind of repair where the lines of a paragraph were joined."""

NARROWEST, WIDEST = 50, 100
"""Letters of the longest line in a paragraph that was broken at a fixed width."""

Numbered = tuple[int, str]


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read plain text."""
    text, repairs = charsets.decode(content, path, charset)
    lines: list[Numbered] = []
    for _, group in groupby(enumerate(text.split("\n"), start=1), lambda line: not line[1].strip()):
        block = tuple(group)
        if _broken([words.strip() for _, words in block]):
            number = block[0][0]
            block = ((number, " ".join(words.strip() for _, words in block)),)
            repairs += (Repair(kind=JOINED, line=number),)
        lines += block
    return RawText(lines=tuple(lines), whole=True, repairs=repairs)


def _broken(lines: Sequence[str]) -> bool:
    """Tell whether lines are one paragraph: each next word found no room on the line above.

    Lines of a list are as long by chance; but most of them begin with a capital.
    """
    width = max(map(len, lines))
    if len(lines) < 2 or not NARROWEST <= width <= WIDEST:
        return False
    pairs = tuple(pairwise(lines))
    small = sum(below[0].islower() for _, below in pairs)
    full = all(len(above) + 1 + len(below.split()[0]) > width for above, below in pairs)
    return full and 2 * small > len(pairs)
