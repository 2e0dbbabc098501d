"""Loaded words that a text puts inside what somebody else is given as saying."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tellings.analysis.framing.choices import Term, terms
from tellings.analysis.framing.lexicon import lemma
from tellings.analysis.wording import stop_words, tokens
from tellings.model.document import Sentence
from tellings.model.findings import Attribution, Telling
from tellings.model.span import Passage, Span

__all__ = ["inside"]

ALIKE = 0.5
"""How many of the words of two reports must be the same (Jaccard) for them to be of one saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is given as somebody's, as the lemmas of its words."""

    source: str
    words: frozenset[str]


@lru_cache(maxsize=1)
def inside(tellings: tuple[Telling, ...]) -> tuple[Passage, ...]:
    """Find the loaded words of reports that are surely the text's own.

    Nowhere in the event is the speaker quoted with the word; and the text uses it in its own
    voice as well, or another text reports the same saying without it.
    """
    said: dict[str | None, Said] = {}
    for telling, attribution in _given(tellings):
        words = _lemmas(attribution.content.of(telling.text))
        said.setdefault(_surname(attribution), Said()).add(
            Given(source=telling.id, words=words), marked=attribution.kind != "indirect"
        )
    return tuple(
        found
        for telling in tellings
        for found, report, twice in _loaded(telling)
        if said[_surname(report)].allows(telling, found, report, twice=twice)
    )


class Said:
    """What one speaker is given as saying, looked up by its words."""

    __slots__ = ("by_word", "marked")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.marked: set[str] = set()
        self.by_word: dict[str, list[Given]] = {}

    def add(self, given: Given, *, marked: bool) -> None:
        """Take one saying in."""
        if marked:
            self.marked |= given.words
        for word in sorted(given.words):
            self.by_word.setdefault(word, []).append(given)

    def allows(self, telling: Telling, found: Passage, report: Attribution, *, twice: bool) -> bool:
        """Tell whether a word of a report is the text's own beyond doubt."""
        word = lemma(found.of(telling.text))
        if word in self.marked:
            return False
        words = _lemmas(report.content.of(telling.text))
        return twice or any(
            given.source != telling.id
            and word not in given.words
            and len(words & given.words) >= ALIKE * len(words | given.words)
            for given in self.near(words)
        )

    def near(self, words: frozenset[str]) -> Iterator[Given]:
        """Give the sayings that may share half of some words: those that have a rare one of them.

        Who shares at least half of n words misses at most half of them, so one of any n / 2 + 1
        is shared (prefix filtering; Chaudhuri, Ganti and Kaushik 2006).
        """
        rare = sorted(words, key=lambda word: (len(self.by_word.get(word, ())), word))
        for word in rare[: len(words) - math.ceil(ALIKE * len(words)) + 1]:
            yield from self.by_word.get(word, ())


def _given(tellings: tuple[Telling, ...]) -> Iterator[tuple[Telling, Attribution]]:
    for telling in tellings:
        for attribution in telling.attributions:
            if attribution.kind != "scare":
                yield telling, attribution


def _surname(attribution: Attribution) -> str | None:
    return attribution.speaker.split()[-1].lower() if attribution.speaker else None


def _lemmas(words: str) -> frozenset[str]:
    return frozenset(lemma(word) for word in tokens(words) if word.lower() not in stop_words())


def _loaded(telling: Telling) -> Iterator[tuple[Passage, Attribution, bool]]:
    """Give the loaded words of a text's reports that stand outside quotation marks.

    With each, whether the text uses the word in its own voice elsewhere.
    """
    reports = [a for a in telling.attributions if a.kind == "indirect" and a.speaker is not None]
    if not reports:
        return
    marked = [a.content.span for a in telling.attributions if a.kind != "indirect"]
    every: dict[str, list[Span]] = {}
    here: dict[Sentence, tuple[Term, ...]] = {}
    for sentence in telling.document.sentences:
        here[sentence] = terms(telling, sentence)
        for term in here[sentence]:
            every.setdefault(lemma(term.word), []).append(term.span)
    for report in reports:
        place = telling.document.sentence_at(report.content.start)
        for term in here[place] if place else ():
            free = not any(span.holds(term.span) for span in marked)
            if free and not term.families and report.content.span.holds(term.span):
                others = every.get(lemma(term.span.of(telling.text)), ())
                twice = any(o != term.span and telling.voice_of(o) == "own" for o in others)
                yield term.span.within(telling.id), report, twice
