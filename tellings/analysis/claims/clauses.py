"""Which clause of a sentence tells a claim: the one whose words the other texts share."""

import math
import re
from collections import Counter, defaultdict
from typing import NamedTuple

from tellings.analysis import wording
from tellings.analysis.attributions.grammar import PRONOUNS
from tellings.analysis.attributions.marks import stretches
from tellings.analysis.attributions.tokens import tokenise
from tellings.analysis.claims.traits import rarity
from tellings.analysis.clauses.borders import UNDER, verbs
from tellings.analysis.clauses.cutting import cut
from tellings.analysis.wording import Word
from tellings.model.findings import Telling
from tellings.model.span import Passage, Span

__all__ = ["Clauses", "Common"]

LEAST = 12.0
"""A clause whose words weigh less is measured against this: two common words tell nothing."""

BEND = 0.6
"""How much a clause's weight counts against it: 1 would favour the shortest."""

CLEAR = 0.75
"""The share of the best clause's worth that the next one must stay below."""

WORDS = 5
"""A clause of fewer words is no gist."""

SUBJECT = re.compile(r"[A-Z\d]|(?:an?|the|his|her|their|its|one|two|three|several|many|all|no)\b")


class Clause(NamedTuple):
    """A clause with what is compared of it."""

    span: Span
    stems: tuple[Word, ...]
    weight: float


class Common(NamedTuple):
    """What the sentences of a group have in common."""

    spread: Counter[Word]
    """In how many texts each stem stands."""

    texts: int


class Clauses:
    """The clauses of an event's sentences, cut when they are asked for."""

    __slots__ = ("cuts", "idf", "passages", "quotes", "tellings", "weighed")

    def __init__(self, tellings: dict[str, Telling], passages: tuple[Passage, ...]) -> None:
        self.tellings, self.passages = tellings, passages
        self.idf = rarity(wording.content(self.words(passage)) for passage in passages)
        self.quotes: dict[str, tuple[Span, ...]] = {}
        self.cuts: dict[int, tuple[Clause, ...]] = {}
        self.weighed: dict[Passage, Clause] = {}

    def words(self, passage: Passage) -> str:
        """Give a passage's words."""
        return passage.of(self.tellings[passage.source].text)

    def of(self, place: int) -> tuple[Clause, ...]:
        """Give the clauses of a sentence; a headline stays whole."""
        if place not in self.cuts:
            passage = self.passages[place]
            telling = self.tellings[passage.source]
            if passage.source not in self.quotes:
                marks = stretches(telling.document)
                self.quotes[passage.source] = tuple(mark.span for mark in marks)
            sentence = telling.document.sentence_at(passage.start)
            whole = sentence is not None and sentence.part == "title"
            spans = (
                (passage.span,)
                if whole
                else cut(telling, passage.span, self.quotes[passage.source])
            )
            self.cuts[place] = tuple(self.clause(telling, span) for span in spans)
        return self.cuts[place]

    def clause(self, telling: Telling, span: Span) -> Clause:
        """Weigh a clause by the rarity of its stems."""
        stems = tuple(sorted(set(wording.content(span.of(telling.text)))))
        return Clause(span, stems, math.fsum(self.idf.get(stem, 1.0) for stem in stems))

    def common(self, group: tuple[int, ...], owners: tuple[str, ...]) -> Common:
        """Count in how many texts of a group each stem stands; a lone sentence is not cut."""
        if len(group) == 1:
            return Common(Counter(), 1)
        held: dict[str, set[Word]] = defaultdict(set)
        for place in group:
            held[owners[place]].update(stem for clause in self.of(place) for stem in clause.stems)
        spread = Counter(stem for stems in held.values() for stem in stems)
        return Common(spread, len(held))

    def chosen(self, group: tuple[int, ...], common: Common) -> dict[int, Span]:
        """Choose the clause of each sentence that tells what its group tells, where that is clear.

        A clause is worth the more, the more of the other texts hold its words.
        """
        found: dict[int, Span] = {}
        for place in group if common.texts > 1 else ():
            clauses = self.of(place)
            worth = [
                round(self.told(one, common) / max(one.weight, LEAST) ** BEND, 4) for one in clauses
            ]
            best = max(range(len(clauses)), key=lambda at: (worth[at], -at))
            others = [value for at, value in enumerate(worth) if at != best]
            if others and max(others) <= CLEAR * worth[best]:
                found[place] = clauses[best].span
        return found

    def told(self, clause: Clause, common: Common) -> float:
        """Say how much of a clause the other texts hold; its own text holds all of it."""
        held = math.fsum(
            self.idf.get(stem, 1.0) * (common.spread[stem] - 1) for stem in clause.stems
        )
        return held / max(1, common.texts - 1)

    def share(self, passage: Passage, common: Common) -> float:
        """Say which share of a passage the other texts hold, 0 to 1."""
        clause = self.whole(passage)
        return round(max(0.0, self.told(clause, common)) / max(clause.weight, 1.0), 4)

    def stems(self, passage: Passage) -> frozenset[Word]:
        """Give the stems of a passage's content words."""
        return frozenset(self.whole(passage).stems)

    def whole(self, passage: Passage) -> Clause:
        """Weigh a passage as if it were one clause."""
        if passage not in self.weighed:
            self.weighed[passage] = self.clause(self.tellings[passage.source], passage.span)
        return self.weighed[passage]

    def reads_alone(self, place: int, span: Span) -> bool:
        """Tell whether a clause can stand for its claim: plain, whole, in the text's own voice."""
        telling = self.tellings[self.passages[place].source]
        sentence = self.passages[place].span
        words = span.of(telling.text)
        tokens = wording.tokens(words)
        first = tokens[0].lower() if tokens else ""
        before = telling.text[sentence.start : span.start].strip(' ,;“”"')
        return (
            len(tokens) >= WORDS
            and any(verbs(tokenise(telling.text, span, ()))[1:])
            and not first.endswith("ing")
            and bool(SUBJECT.match(words))
            and first not in PRONOUNS | UNDER | wording.leaning()
            and not telling.given_in(span)
            and before.split(" ")[0].lower() not in {"if", "unless", "whether"}
            and wording.negated(telling.text[sentence.start : sentence.end])
            == wording.negated(words)
        )
