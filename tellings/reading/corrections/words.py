"""Where words quoted by an editor stand in a text."""

import difflib
import re
from bisect import bisect_right
from dataclasses import dataclass
from unicodedata import normalize

from tellings.model.span import Span

__all__ = ["Folded", "nearest", "places"]

PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”\u201e\u201f«»\u2033", '"'),
        **dict.fromkeys("‘’\u201a\u201b\u2032`", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\t\n\r", " "),
    }
)
"""Marks, dashes and spaces that a keyboard writes as one: one character for one."""

SPACES = re.compile(" {2,}")
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
LONGEST = 200
"""So many characters of quoted words are looked for; what follows them tells nothing more."""

TRIED = 20
"""How many stretches that share most words are compared letter by letter."""

CLOSE = 0.5
"""How like the quoted words a stretch must be to be worth showing."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as an editor types it, with the place of each of its characters."""

    words: str
    cuts: tuple[tuple[int, int], ...]
    """For each run of spaces taken out: where it was in `words`, and how many are gone by then."""

    def place(self, at: int) -> int:
        """Give the place in the text of a character of `words`."""
        after = bisect_right(self.cuts, at, key=lambda cut: cut[0])
        return at + (self.cuts[after - 1][1] if after else 0)


def fold(text: str) -> Folded:
    """Even out quotation marks, dashes and spaces."""
    plain = text.translate(PLAIN)
    cuts: list[tuple[int, int]] = []
    gone = 0
    for run in SPACES.finditer(plain):
        gone += len(run[0]) - 1
        cuts.append((run.end() - gone, gone))
    return Folded(SPACES.sub(" ", plain), tuple(cuts))


def places(words: str, text: str) -> tuple[Span, ...]:
    """Find every place where the words stand, whole words only, in text order."""
    wanted = fold(words).words.strip()
    if not wanted:
        return ()
    folded = fold(text)
    before = r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w)" if wanted[-1].isalnum() else ""
    # A letter with an accent is one sign on one keyboard, and two on another.
    forms = dict.fromkeys((wanted, normalize("NFC", wanted), normalize("NFD", wanted)))
    # Looked for ahead of each place: “no, no” stands twice in “no, no, no”.
    every = f"{before}(?=({'|'.join(map(re.escape, forms))}){after})"
    ends = (match.span(1) for match in re.finditer(every, folded.words))
    return tuple(Span(folded.place(start), folded.place(end - 1) + 1) for start, end in ends)


def nearest(words: str, text: str) -> str:
    """Give the stretch of a text most like the words; empty where none is like them."""
    wanted = fold(words[:LONGEST]).words.casefold()
    asked = WORD.findall(wanted)
    there = list(WORD.finditer(text))
    size = min(len(asked), len(there))
    if not size:
        return ""
    known = set(asked)
    shares = [fold(word[0]).words.casefold() in known for word in there]
    counts = [sum(shares[:size])]
    for first in range(1, len(there) - size + 1):
        counts.append(counts[-1] + shares[first + size - 1] - shares[first - 1])
    best = max(counts)
    stretches = (
        text[there[first].start() : there[first + size - 1].end()]
        for first in [n for n, count in enumerate(counts) if count == best][:TRIED]
    )
    likeness, found = max(
        ((ratio(fold(stretch).words.casefold(), wanted), stretch) for stretch in stretches),
        key=lambda pair: pair[0],
    )
    return " ".join(found.split()) if likeness >= CLOSE else ""


def ratio(one: str, other: str) -> float:
    """Say how like two stretches are, 0 to 1."""
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
