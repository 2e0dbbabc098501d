"""What one text tells and another also gives as denied, in whichever sentences they say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.analysis import wording
from tellings.analysis.differences.acting import agents_in, joined
from tellings.analysis.differences.denying import Denial, clause, denied_in
from tellings.analysis.differences.in_certainty import DENIED
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.document import Sentence
from tellings.model.findings import Reading, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Span

__all__ = ["denials"]

BEFORE = 8
"""How many words before an act name who does it."""

OPEN = re.compile(
    r"\?|\b(?:whether|if|would|could|may|might|should|will|not|never|no|unaware|without|doubt\w*"
    r"|question(?:s|ed)|contest\w*|fail(?:s|ed|ing|ure)?\s+to|refus\w+\s+to)\b|n't\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence that denies and doubts nothing."""

    text: str
    telling: Telling
    sentence: Sentence
    words: str
    stems: tuple[tuple[Word, Span], ...]
    """The stems of its content words and names, with their places."""

    held: frozenset[Word]
    """The stems alone."""


def denials(tellings: dict[str, Telling], texts: dict[str, str]) -> Iterator[tuple[Reading, ...]]:
    """Find what texts tell that others give as denied, where one of the former has no denial."""
    found = [denial for id_ in sorted(tellings) for denial in denied_in(tellings[id_], texts)]
    lines = tuple(plain(tellings, texts)) if found else ()
    done: set[Denial] = set()
    for denial in found:
        alike = [other for other in found if other == denial or one_matter(denial, other)]
        if denial in done or not (denial.held or (denial.agents and len(denial.about) > 1)):
            continue
        done |= set(alike)
        denying = {other.text for other in alike} | too(denial, found)
        told = list(affirmed(alike, lines))
        if any(text not in denying for text, _ in told):
            yield readings(alike, told)


def plain(tellings: dict[str, Telling], texts: dict[str, str]) -> Iterator[Line]:
    """Give the sentences that deny and doubt nothing, text by text."""
    for id_ in sorted(tellings):
        for sentence in tellings[id_].document.sentences:
            words_ = wording.fold(sentence.span.of(tellings[id_].text))
            if DENIED.search(words_) or OPEN.search(words_):
                continue
            stems = joined(words_)
            yield Line(
                text=texts[id_],
                telling=tellings[id_],
                sentence=sentence,
                words=words_,
                stems=stems,
                held=frozenset(stem for stem, _ in stems),
            )


def one_matter(one: Denial, other: Denial) -> bool:
    """Tell whether two texts give the same as denied."""
    if one.held or other.held:
        return one.held == other.held
    return bool(one.agents & other.agents) and one.acts[:1] == other.acts[:1]


def too(denial: Denial, found: list[Denial]) -> set[str]:
    """Name the texts that deny anything of the same people, or of the same act."""
    return {
        other.text
        for other in found
        if other.agents & denial.agents or set(other.acts) & set(denial.acts) or not other.about
    }


def readings(alike: list[Denial], told: list[tuple[str, Reading]]) -> tuple[Reading, ...]:
    """Give one reading of each side for each text."""
    first: dict[tuple[str, str], Reading] = {}
    for denial in alike:
        reading = Reading(passage=denial.passage, value=phrase("denied"))
        first.setdefault((denial.text, "denied"), reading)
    for text, reading in told:
        first.setdefault((text, "told"), reading)
    return tuple(sorted(first.values(), key=lambda reading: reading.passage))


def affirmed(alike: list[Denial], plain: tuple[Line, ...]) -> Iterator[tuple[str, Reading]]:
    """Give the words of other texts that tell what is denied, the plainest first."""
    for how in ("has", "uses") if alike[0].held else ("",):
        for line in plain:
            others = [denial for denial in alike if denial.text != line.text]
            place = told_at(others, line, how) if others else None
            if place:
                passage = clause(line.telling, line.sentence, place)
                yield line.text, Reading(passage=passage, value=phrase("told"))


def told_at(alike: list[Denial], line: Line, how: str) -> Span | None:
    """Say where a sentence tells what is denied, if it does."""
    if not alike[0].held:
        return next((place for denial in alike if (place := done_at(denial, line))), None)
    if alike[0].held not in line.words:
        return None
    found = (one for one in holding(how).finditer(line.words) if one["thing"] == alike[0].held)
    return next((Span(*one.span()) for one in found), None)


def done_at(denial: Denial, line: Line) -> Span | None:
    """Say where a sentence tells of the act that is denied, and of whoever denies it."""
    if not line.held & set(denial.acts) or len(line.held & set(denial.about)) < 2:
        return None
    place = next(place for stem, place in line.stems if stem in denial.acts)
    before = " ".join(line.words[: place.start].split()[-BEFORE:])
    return place if agents_in(before) & denial.agents else None


@cache
def holding(how: str) -> re.Pattern[str]:
    """Build the pattern of somebody who has a thing in hand, or uses it."""
    verbs = "|".join(words.load("acts")["holding"][how])
    return re.compile(
        rf"\b(?:{verbs})\s+(?:(?:out|up)\s+)?(?:an?|the|his|her|their)\s+"
        r"(?:[\w.-]+\s+){0,2}?(?P<thing>[a-z]+)\b"
    )
