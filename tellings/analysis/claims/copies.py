"""Sentences of files that are one text: which stands for which."""

from collections import defaultdict

from tellings.analysis import wording
from tellings.analysis.wording import Word
from tellings.model.findings import Telling
from tellings.model.span import Passage

__all__ = ["stand_ins"]

ALIKE = 0.8
"""The share of all words that two sentences of one text must have in common to be one."""


def stand_ins(
    tellings: dict[str, Telling], passages: tuple[Passage, ...], texts: dict[str, str]
) -> dict[int, int]:
    """Map each sentence of a copy to the sentence of its text's first file that it repeats."""
    first: dict[str, list[int]] = defaultdict(list)
    copied = {text for source, text in texts.items() if source != text}
    bags = {
        place: words_of(tellings[passage.source], passage)
        for place, passage in enumerate(passages)
        if texts[passage.source] in copied
    }
    for place in bags:
        if passages[place].source in copied:
            first[passages[place].source].append(place)
    found: dict[int, int] = {}
    for place, bag in bags.items():
        text = texts[passages[place].source]
        if text != passages[place].source:
            best = max(
                first[text],
                key=lambda other: (share(bag, bags[other]), -other),
                default=None,
            )
            if best is not None and share(bag, bags[best]) >= ALIKE:
                found[place] = best
    return found


def words_of(telling: Telling, passage: Passage) -> frozenset[Word]:
    """Give the words of a sentence, in small letters."""
    return frozenset(t.lower() for t in wording.tokens(passage.of(telling.text)))


def share(one: frozenset[Word], other: frozenset[Word]) -> float:
    """Give the share of all words of two sentences that both have (Jaccard)."""
    return round(len(one & other) / max(1, len(one | other)), 4)
