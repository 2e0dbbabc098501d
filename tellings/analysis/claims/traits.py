"""What is compared of a sentence: its words, names, figures and place."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tellings.analysis import wording
from tellings.analysis.clauses import pieces
from tellings.analysis.numbers.comparing import Counted, counted
from tellings.analysis.wording import Word
from tellings.model.findings import Telling
from tellings.model.span import Passage, Span

__all__ = ["Traits", "Where", "traits"]

NEAR = 4
"""How many words round a number say what it counts."""

QUOTED = re.compile(r'"([^"]{6,})(?:"|$)')
CAPITAL = re.compile(r"\b[A-Z][\w'-]*")
YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where a sentence stands."""

    source: str
    text: str
    """The id that speaks for the source's text."""

    place: float
    """Its place in its source, 0 to 1."""

    title: bool
    lead: bool
    """Whether it is the title, a standfirst or the first sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """A sentence taken apart for comparison."""

    where: Where
    length: int
    """How many words it has."""

    stems: tuple[Word, ...]
    bag: frozenset[Word]
    pairs: frozenset[tuple[Word, Word]]
    """Stems that follow one another."""

    names: frozenset[Word]
    numbers: frozenset[float]
    slots: frozenset[tuple[float, Word]]
    """Numbers with the stems near them."""

    counted: tuple[Counted, ...]
    dated: frozenset[str]
    """The days it names, as dates, history left out."""

    days: frozenset[Word]
    years: frozenset[Word]
    negated: bool
    quoted: frozenset[tuple[Word, Word]]
    parts: tuple[frozenset[Word], ...]
    """The stems of its clauses."""


def traits(
    tellings: tuple[Telling, ...], passages: tuple[Passage, ...], texts: dict[str, str]
) -> tuple[Traits, ...]:
    """Take the passages of an event apart; `texts` says who speaks for each source's text."""
    by_id = {telling.id: telling for telling in tellings}
    words = [passage.of(by_id[passage.source].text) for passage in passages]
    common = small_letters(words)
    count = Counter(passage.source for passage in passages)
    seen: Counter[str] = Counter()
    found = []
    for passage in passages:
        part = part_of(by_id[passage.source], passage)
        ordinal = seen[passage.source]
        seen[passage.source] += 1
        where = Where(
            source=passage.source,
            text=texts[passage.source],
            place=ordinal / max(1, count[passage.source] - 1),
            title=part == "title",
            lead=ordinal == 0 or part in {"title", "standfirst"},
        )
        found.append(taken_apart(by_id[passage.source], passage.span, where, common))
    return tuple(found)


def part_of(telling: Telling, passage: Passage) -> str:
    """Say which part of its text a passage begins in."""
    sentence = telling.document.sentence_at(passage.start)
    return sentence.part if sentence else "body"


def days_named(telling: Telling, sentence: Span) -> frozenset[str]:
    """Give the days that a sentence names, history left out."""
    return frozenset(
        found.date
        for found in telling.dates
        if found.precision == "day" and not found.background
        if sentence.start <= found.passage.start and found.passage.end <= sentence.end
    )


def taken_apart(telling: Telling, span: Span, where: Where, common: frozenset[Word]) -> Traits:
    """Take one sentence apart."""
    text = span.of(telling.text)
    printed = wording.tokens(text)
    lower = tuple(token.lower() for token in printed)
    stems, numbers = wording.stems(lower), figures(lower)
    return Traits(
        where=where,
        length=len(printed),
        stems=stems,
        bag=frozenset(stems),
        pairs=frozenset(pairwise(stems)),
        names=capitals(text, common),
        numbers=frozenset(value for value, _ in numbers),
        slots=frozenset(slots(lower, numbers)),
        counted=counted(telling, span),
        dated=days_named(telling, span),
        days=frozenset(lower) & wording.days(),
        years=frozenset(token for token in lower if YEAR.fullmatch(token)),
        negated=wording.turned(lower),
        quoted=frozenset(quoted_pairs(text)),
        parts=tuple(
            frozenset(wording.content(text[part.start : part.end])) for part in pieces(text)
        ),
    )


def rarity(bags: Iterable[tuple[Word, ...]]) -> dict[Word, float]:
    """Give the IDF of every stem in the event (Sparck Jones 1972, smoothed)."""
    every = [set(bag) for bag in bags]
    spread = Counter(stem for bag in every for stem in bag)
    return {stem: math.log((1 + len(every)) / (1 + n)) + 1 for stem, n in sorted(spread.items())}


def small_letters(texts: Iterable[str]) -> frozenset[Word]:
    """Give the stems that the event prints in small letters: they are no names."""
    small = {token for text in texts for token in wording.tokens(text) if token.islower()}
    return frozenset(wording.stem(token) for token in small)


@cache
def nameless() -> frozenset[Word]:
    """Give the words that name nobody however they are printed."""
    return wording.stop_words() | wording.days()


def capitals(text: str, common: frozenset[Word]) -> frozenset[Word]:
    """Give the stems that look like names."""
    found = (match.group().lower() for match in CAPITAL.finditer(wording.fold(text)))
    unnamed = nameless()
    named = {wording.stem(word) for word in found if len(word) > 1 and word not in unnamed}
    return frozenset(named - common)


def figures(lower: tuple[Word, ...]) -> list[tuple[float, int]]:
    """Give the numbers among words, with their places; "one" is rarely a number."""
    found = []
    known = wording.number_words()
    for at, token in enumerate(lower):
        if token in known and token != "one":  # noqa: S105 - a word
            found.append((known[token], at))
        elif token[0].isdecimal():
            digits = token.replace(",", "").rstrip(".")
            if digits.count(".") <= 1:
                found.append((float(digits), at))
    return found


def slots(lower: tuple[Word, ...], numbers: list[tuple[float, int]]) -> list[tuple[float, Word]]:
    """Give each number with the stems near it."""
    stop = wording.stop_words()
    return [
        (value, wording.stem(word))
        for value, at in numbers
        for word in lower[max(0, at - NEAR) : at] + lower[at + 1 : at + 1 + NEAR]
        if word not in stop and not word[0].isdigit()
    ]


def quoted_pairs(text: str) -> list[tuple[Word, Word]]:
    """Give the word pairs that stand in quotation marks."""
    found: list[tuple[Word, Word]] = []
    for match in QUOTED.finditer(wording.fold(text)):
        stems = wording.content(match.group(1))
        found.extend(pairwise(stems))
    return found
