"""Loaded words that a text puts inside what somebody else is given as saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.analysis.framing.finding import terms
from tellings.analysis.framing.lexicon import lemma
from tellings.analysis.wording import stop_words, tokens
from tellings.model.findings import Attribution, Telling
from tellings.model.span import Passage

__all__ = ["inside"]

ALIKE = 0.5
"""How many of the words of two reports must be the same (Jaccard) for them to be of one saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is given as somebody's, as the lemmas of its words."""

    source: str
    words: frozenset[str]
    marked: bool
    """Whether it stands in quotation marks."""


def inside(tellings: tuple[Telling, ...]) -> tuple[Passage, ...]:
    """Find the loaded words of reports that are surely the text's own.

    Nowhere in the event is the speaker quoted with the word; and the text uses it in its own
    voice as well, or another text reports the same saying without it.
    """
    said: dict[str | None, list[Given]] = {}
    for telling, attribution in _given(tellings):
        words = _lemmas(attribution.content.of(telling.text))
        given = Given(source=telling.id, words=words, marked=attribution.kind != "indirect")
        said.setdefault(_surname(attribution), []).append(given)
    return tuple(
        found
        for telling in tellings
        for found, report in _loaded(telling)
        if _sure(telling, found, report, said[_surname(report)])
    )


def _given(tellings: tuple[Telling, ...]) -> Iterator[tuple[Telling, Attribution]]:
    for telling in tellings:
        for attribution in telling.attributions:
            if attribution.kind != "scare":
                yield telling, attribution


def _surname(attribution: Attribution) -> str | None:
    return attribution.speaker.split()[-1].lower() if attribution.speaker else None


def _lemmas(words: str) -> frozenset[str]:
    return frozenset(lemma(word) for word in tokens(words) if word.lower() not in stop_words())


def _loaded(telling: Telling) -> Iterator[tuple[Passage, Attribution]]:
    """Give the loaded words of a text's reports that stand outside quotation marks."""
    marked = [a.content.span for a in telling.attributions if a.kind != "indirect"]
    for report in telling.attributions:
        sentence = telling.document.sentence_at(report.content.start)
        if report.kind != "indirect" or report.speaker is None or sentence is None:
            continue
        for term in terms(telling, sentence):
            free = not any(span.holds(term.span) for span in marked)
            if free and not term.families and report.content.span.holds(term.span):
                yield term.span.within(telling.id), report


def _sure(telling: Telling, found: Passage, report: Attribution, said: list[Given]) -> bool:
    """Tell whether a word of a report is the text's own beyond doubt."""
    word = lemma(found.of(telling.text))
    if any(given.marked and word in given.words for given in said):
        return False
    if _own(telling, found, word):
        return True
    words = _lemmas(report.content.of(telling.text))
    return any(
        given.source != telling.id
        and word not in given.words
        and len(words & given.words) >= ALIKE * len(words | given.words)
        for given in said
    )


def _own(telling: Telling, found: Passage, word: str) -> bool:
    """Tell whether a text uses a word in its own voice as well."""
    return any(
        lemma(term.word) == word
        and term.span != found.span
        and telling.voice_of(term.span) == "own"
        for sentence in telling.document.sentences
        for term in terms(telling, sentence)
    )
