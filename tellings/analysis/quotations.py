"""The same quotation in several printings."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from re import findall

from tellings.model.findings import Quotation, Telling
from tellings.model.span import Passage

__all__ = ["gather"]

CONTAINED = 4
"""How many words make a cut quotation recognisable inside a longer one."""

OVERLAP = 0.7
"""The share of words (Jaccard 1912, on multisets) that makes two translations one quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One text's quotation, as words without case, accents and marks."""

    passage: Passage
    words: tuple[str, ...]
    speaker: str | None


def gather(tellings: tuple[Telling, ...]) -> tuple[Quotation, ...]:
    """Gather the quotations that two sources or more print, in reading order."""
    printings = _printings(tellings)
    leader = list(range(len(printings)))
    for later, printing in enumerate(printings):
        for earlier in range(later):
            if _one(printings[earlier], printing):
                old, new = leader[later], leader[earlier]
                leader = [new if which == old else which for which in leader]
    groups = [
        [p for p, which in zip(printings, leader, strict=True) if which == first]
        for first in dict.fromkeys(leader)
    ]
    several = [g for g in groups if len({p.passage.source for p in g}) > 1]
    return tuple(
        Quotation(id=f"q{n}", printings=tuple(p.passage for p in group))
        for n, group in enumerate(several, start=1)
    )


def _printings(tellings: tuple[Telling, ...]) -> tuple[Printing, ...]:
    return tuple(
        Printing(
            passage=attribution.content,
            words=_words(attribution.content.of(telling.text)),
            speaker=attribution.speaker,
        )
        for telling in tellings
        for attribution in sorted(telling.attributions, key=lambda a: a.content)
        if attribution.kind in {"direct", "partial"}
    )


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(word.strip("'") for word in findall(r"\w+(?:'\w+)*", plain))


def _one(left: Printing, right: Printing) -> bool:
    """Tell whether two printings are one quotation."""
    short, long = sorted((left.words, right.words), key=len)
    if not short:
        return False
    if short == long:
        # A single word is a quotation in common only from a common mouth.
        return len(short) > 1 or (left.speaker is not None and left.speaker == right.speaker)
    if len(short) < CONTAINED:
        return False
    starts = range(len(long) - len(short) + 1)
    if any(long[at : at + len(short)] == short for at in starts):
        return True
    common = sum((Counter(short) & Counter(long)).values())
    every = len(short) + len(long) - common
    return round(common / every, 6) >= OVERLAP
