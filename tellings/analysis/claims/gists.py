"""The sentence or clause that stands for a claim, another one for each claim."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tellings.analysis import datelines, framing, stance, wording
from tellings.analysis.claims.clauses import Clauses, Common
from tellings.analysis.claims.joining import Chances, mean_chance
from tellings.analysis.claims.traits import figures
from tellings.analysis.wording import Word
from tellings.model.findings import Telling
from tellings.model.span import Passage, Span

__all__ = ["LEAST_WORDS", "Gists", "Head"]

LEAST_WORDS = 4
"""A shorter sentence is no claim on its own."""

LONG = 40
"""A sentence of more words makes a poor gist."""

SAME = 0.45
"""From this share of common words on, two claims with a sentence in common are told as one."""


class Head(NamedTuple):
    """A group of sentences with the words that stand for it."""

    group: tuple[int, ...]
    clauses: dict[int, Span]
    """The clause of each sentence that tells it, where one is clear."""

    gist: Passage
    stems: frozenset[Word]
    figures: frozenset[float]


class Gists:
    """The gists of an event's groups of sentences, chosen one after another."""

    __slots__ = ("chances", "clauses", "faults", "owners", "passages", "scores", "tellings")

    def __init__(
        self,
        tellings: dict[str, Telling],
        passages: tuple[Passage, ...],
        owners: tuple[str, ...],
        chances: Chances,
    ) -> None:
        self.tellings, self.passages, self.owners = tellings, passages, owners
        self.chances = chances
        self.clauses = Clauses(tellings, passages)
        self.faults: dict[int, float] = {}
        self.scores: dict[tuple[int, tuple[int, ...]], float] = {}

    def heads(self, groups: Sequence[tuple[int, ...]], least: float) -> tuple[Head, ...]:
        """Choose the gist of each group, the largest first.

        A group whose gist could only repeat that of a larger one it shares sentences with is told
        there: by those of its sentences that no other claim has and that reach a mean chance.
        """
        heads: list[Head] = []
        held: dict[int, list[int]] = defaultdict(list)
        told: dict[int, list[int]] = defaultdict(list)
        for group in sorted(groups, key=lambda group: (-len(group), group)):
            near = sorted({at for place in group for at in held[place]})
            head = self.head(group, tuple(heads[at] for at in near))
            at = next((at for at in near if repeats(head, heads[at])), len(heads))
            for place in group:
                (held if at == len(heads) else told)[place].append(at)
            if at == len(heads):
                heads.append(head)
        more: dict[int, list[int]] = defaultdict(list)
        for place in sorted(place for place in told if not held[place]):
            value, at = max((self.score(place, heads[at].group), -at) for at in told[place])
            if value >= least:
                more[-at].append(place)
        return tuple(
            self.widened(head, more[at]) if at in more else head for at, head in enumerate(heads)
        )

    def head(self, group: tuple[int, ...], near: tuple[Head, ...] = ()) -> Head:
        """Choose the gist of a group beside the claims that it shares sentences with."""
        common = self.clauses.common(group, self.owners)
        clauses = self.clauses.chosen(group, common)
        told = {place: self.standing(place, clauses) for place in group}
        gist = told[self.best(told, group, common, near)]
        lower = tuple(word.lower() for word in wording.tokens(self.clauses.words(gist)))
        return Head(
            group=group,
            clauses=clauses,
            gist=gist,
            stems=self.clauses.stems(gist),
            figures=frozenset(value for value, _ in figures(lower)),
        )

    def widened(self, head: Head, places: Sequence[int]) -> Head:
        """Add sentences to a group; what stands for it stays."""
        group = tuple(sorted((*head.group, *places)))
        common = self.clauses.common(group, self.owners)
        return head._replace(group=group, clauses=self.clauses.chosen(group, common))

    def best(
        self,
        told: dict[int, Passage],
        group: tuple[int, ...],
        common: Common,
        near: tuple[Head, ...],
    ) -> int:
        """Choose the sentence that says a claim best: plain, central, not another claim's gist."""
        if len(group) == 1:
            return group[0]

        def worth(place: int) -> tuple[float, int]:
            stems = self.clauses.stems(told[place])
            repeated = max((alike(stems, head.stems) for head in near), default=0.0)
            central = self.score(place, group) + self.clauses.share(told[place], common)
            return round(repeated + self.fault(place) - central, 4), place

        return min(group, key=worth)

    def standing(self, place: int, clauses: dict[int, Span]) -> Passage:
        """Give the words that stand for a claim: its clause of a sentence if that reads alone."""
        if place in clauses and self.clauses.reads_alone(place, clauses[place]):
            return clauses[place].within(self.passages[place].source)
        whole = self.passages[place]
        filed = datelines.end_of(whole.of(self.tellings[whole.source].text))
        return Passage(whole.source, whole.start + filed, whole.end)

    def fault(self, place: int) -> float:
        """Say how far a sentence is from a plain statement, the same in every group."""
        if place not in self.faults:
            passage = self.passages[place]
            telling = self.tellings[passage.source]
            words = passage.of(telling.text)
            count = len(wording.tokens(words))
            penalties = (
                (0.3, leans(words)),
                (0.2, telling.voice_of(passage.span) == "direct_quote"),
                (0.2, self.is_title(place) or words.rstrip("”\"'’").endswith("?")),
                (0.5, any(stance.judgements(telling, passage.span))),
                (0.15, any(framing.chosen(telling, passage.span))),
                (0.1, count > LONG or count < 2 * LEAST_WORDS),
                (0.2, wording.fold(words).count('"') % 2 == 1),
            )
            self.faults[place] = math.fsum(penalty for penalty, holds in penalties if holds)
        return self.faults[place]

    def is_title(self, place: int) -> bool:
        """Tell whether a place is a headline."""
        passage = self.passages[place]
        sentence = self.tellings[passage.source].document.sentence_at(passage.start)
        return sentence is not None and sentence.part == "title"

    def score(self, place: int, group: tuple[int, ...]) -> float:
        """Give the mean chance of a sentence with the others of a group; 1 when it is alone."""
        if (place, group) not in self.scores:
            self.scores[place, group] = round(
                mean_chance(place, group, self.chances, self.owners), 2
            )
        return self.scores[place, group]


def leans(words: str) -> bool:
    """Tell whether a sentence begins with a word that leans on the one before."""
    first = wording.tokens(words)[:1]
    return bool(first) and first[0].lower() in wording.leaning()


def alike(one: frozenset[Word], other: frozenset[Word]) -> float:
    """Give the share of the content words of either that both have (Jaccard)."""
    return round(len(one & other) / max(1, len(one | other)), 4)


def repeats(one: Head, other: Head) -> bool:
    """Tell whether a gist says what another says; with other numbers it does not."""
    apart = one.figures and other.figures and not one.figures & other.figures
    return not apart and alike(one.stems, other.stems) >= SAME
