"""Static word-piece vectors: what a text is about, as an exact sum of whole numbers.

`vectors.npy` holds one row of small integers for each line of `vocabulary.txt`; VECTORS.md says
how both were made.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["pieces", "sums"]

UNKNOWN = "[UNK]"
LONGEST = 100
"""Words of more letters than this are unknown, as in BERT's own tokeniser."""

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")


@cache
def vocabulary() -> dict[str, int]:
    """Read the word pieces with their rows."""
    lines = (files("tellings.data") / "vocabulary.txt").read_text("utf-8").split("\n")
    rows = dict(zip(lines, range(len(lines)), strict=True))
    rows.pop("", None)
    return rows


@cache
def table() -> "NDArray[np.int8]":
    """Read the vectors."""
    import numpy as np  # noqa: PLC0415 - only builds that analyse need it

    with (files("tellings.data") / "vectors.npy").open("rb") as stream:
        rows: NDArray[np.int8] = np.load(stream, allow_pickle=False)
    return rows


def plain(text: str) -> str:
    """Give a text in small letters without accents."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in parted if unicodedata.category(letter) != "Mn")


@cache
def pieces_of(word: str) -> tuple[str, ...]:
    """Cut one word into the longest known pieces, from the left (WordPiece: Schuster 2012)."""
    known = vocabulary()
    found: list[str] = []
    start = 0
    while start < len(word) <= LONGEST:
        mark = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if mark + word[start:e] in known), None)
        if end is None:
            return (UNKNOWN,)
        found.append(mark + word[start:end])
        start = end
    return tuple(found) or (UNKNOWN,)


def pieces(text: str) -> tuple[str, ...]:
    """Cut a text into the word pieces of the vocabulary."""
    return tuple(piece for word in WORD.findall(plain(text)) for piece in pieces_of(word))


def sums(texts: tuple[str, ...]) -> "NDArray[np.int64]":
    """Sum the rows of each text's pieces: one line of whole numbers for each text."""
    import numpy as np  # noqa: PLC0415 - only builds that analyse need it

    known, rows = vocabulary(), table()
    found = np.zeros((len(texts), rows.shape[1]), dtype=np.int64)
    for at, text in enumerate(texts):
        places = [known[piece] for piece in pieces(text)]
        if places:
            rows[places].sum(axis=0, dtype=np.int64, out=found[at])
    return found
