"""Sentences of different texts that say the same thing."""

import hashlib
from collections import Counter
from dataclasses import replace

from tellings.analysis import framing, stance, wording
from tellings.analysis.claims.certainty import certainty
from tellings.analysis.claims.chances import chances
from tellings.analysis.claims.clauses import Clauses, Common
from tellings.analysis.claims.copies import stand_ins
from tellings.analysis.claims.joining import Chances, expected_cut, mean_chance, overlapping
from tellings.analysis.claims.relating import relate
from tellings.analysis.claims.smoothing import smoothed
from tellings.analysis.similarity import Likeness
from tellings.model.findings import Claim, Cover, Lineage, Mention, Telling, Voice
from tellings.model.span import Passage, Span

__all__ = ["count", "draw"]

STRICT = 1.35
"""How far above the cut that is best by F1 the pairs of a claim must lie: precision first."""

LOWEST, HIGHEST = 0.3, 0.65
"""No cut is lower or higher than these."""

NEAR = 0.15
"""No pair of less chance makes two claims related."""

LEAST_WORDS = 4
"""A shorter sentence is no claim on its own."""

LONG = 40
"""A sentence of more words makes a poor gist."""


def draw(tellings: tuple[Telling, ...], likeness: Likeness, lineage: Lineage) -> tuple[Claim, ...]:
    """Draw the claims of an event: shared ones, and one for each sentence told by one text."""
    by_id = {telling.id: telling for telling in tellings}
    texts = speakers(lineage, by_id)
    twins = stand_ins(by_id, likeness.passages, texts)
    found = smoothed(chances(tellings, likeness, texts, set(twins)))
    best = expected_cut(found)
    cut = min(max(round(best * STRICT, 4), LOWEST), HIGHEST)
    owners = tuple(texts[passage.source] for passage in likeness.passages)
    groups = overlapping(found, owners, cut)
    joined = {place for group in groups for place in group}
    alone = [
        (place,)
        for place, passage in enumerate(likeness.passages)
        if place not in joined and place not in twins and stands_alone(by_id, passage)
    ]
    drawn = Drawing(by_id, likeness.passages, owners, found)
    drawn.add_copies(twins)
    claims = drawn.claims([*groups, *alone])
    return relate(claims, likeness.passages, found, max(NEAR, min(best, cut)))


def speakers(lineage: Lineage, tellings: dict[str, Telling]) -> dict[str, str]:
    """Say which readable source speaks for each source's text."""
    return {
        id_: next(id_ for id_ in group if id_ in tellings)
        for group in lineage.texts
        for id_ in group
        if id_ in tellings
    } | {id_: id_ for id_ in tellings if not any(id_ in group for group in lineage.texts)}


def stands_alone(tellings: dict[str, Telling], passage: Passage) -> bool:
    """Tell whether a sentence that nothing is joined to makes a claim: running text, no stub.

    Of a text that may only be excerpted, it does not: each claim shows its sentence.
    """
    telling = tellings[passage.source]
    if telling.document.source.rights != "full":
        return False
    sentence = telling.document.sentence_at(passage.start)
    told = sentence is None or sentence.part != "title"
    return told and len(wording.tokens(passage.of(telling.text))) >= LEAST_WORDS


class Drawing:
    """Groups of places on their way to claims."""

    __slots__ = (
        "chances",
        "clauses",
        "copies",
        "faults",
        "inside",
        "made",
        "owners",
        "passages",
        "scores",
        "tellings",
    )

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
        self.copies: dict[int, list[int]] = {}
        self.inside: dict[str, list[Passage]] = {}
        for word in framing.inside(tuple(tellings.values())):
            self.inside.setdefault(word.source, []).append(word)
        self.faults: dict[int, float] = {}
        self.made: dict[tuple[int, Passage | None], Mention] = {}
        self.scores: dict[tuple[int, tuple[int, ...]], float] = {}

    def add_copies(self, twins: dict[int, int]) -> None:
        """Take the sentences of copies along with those that stand for them."""
        for twin, place in sorted(twins.items()):
            self.copies.setdefault(place, []).append(twin)

    def claims(self, groups: list[tuple[int, ...]]) -> tuple[Claim, ...]:
        """Make one claim of each group, the largest first to choose its gist."""
        taken: set[int] = set()
        used: Counter[str] = Counter()
        found: list[Claim] = []
        for group in sorted(groups, key=lambda group: (-len(group), group)):
            common = self.clauses.common(group, self.owners)
            clauses = self.clauses.chosen(group, common)
            told = {place: self.standing(place, clauses) for place in group}
            best = self.gist(group, told, common, taken)
            taken.add(best)
            gist = told[best]
            name = claim_id(gist.of(self.tellings[gist.source].text))
            used[name] += 1
            found.append(
                Claim(
                    id=name if used[name] == 1 else f"{name}-{used[name]}",
                    gist=gist,
                    mentions=self.mentions(group, clauses),
                )
            )
        return tuple(sorted(found, key=lambda claim: (claim.gist, claim.id)))

    def words(self, place: int) -> str:
        """Give a sentence as it stands."""
        passage = self.passages[place]
        return passage.of(self.tellings[passage.source].text)

    def gist(
        self, group: tuple[int, ...], told: dict[int, Passage], common: Common, taken: set[int]
    ) -> int:
        """Choose the sentence that says a claim best: plain, central, not another claim's gist."""
        if len(group) == 1:
            return group[0]

        def worth(place: int) -> tuple[float, int]:
            repeated = 0.5 if place in taken else 0.0
            central = self.score(place, group) + self.clauses.share(told[place], common)
            return round(repeated + self.fault(place) - central, 4), place

        return min(group, key=worth)

    def standing(self, place: int, clauses: dict[int, Span]) -> Passage:
        """Give the words that stand for a claim: its clause of a sentence if that reads alone."""
        if place in clauses and self.clauses.reads_alone(place, clauses[place]):
            return clauses[place].within(self.passages[place].source)
        return self.passages[place]

    def fault(self, place: int) -> float:
        """Say how far a sentence is from a plain statement, the same in every group."""
        if place not in self.faults:
            passage = self.passages[place]
            telling = self.tellings[passage.source]
            words = self.words(place)
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
            self.faults[place] = sum(penalty for penalty, holds in penalties if holds)
        return self.faults[place]

    def is_title(self, place: int) -> bool:
        """Tell whether a place is a headline."""
        passage = self.passages[place]
        sentence = self.tellings[passage.source].document.sentence_at(passage.start)
        return sentence is not None and sentence.part == "title"

    def score(self, place: int, group: tuple[int, ...]) -> float:
        """Give the mean chance of a sentence with the others of its group; 1 when it is alone."""
        if (place, group) not in self.scores:
            self.scores[place, group] = round(
                mean_chance(place, group, self.chances, self.owners), 2
            )
        return self.scores[place, group]

    def mentions(self, group: tuple[int, ...], clauses: dict[int, Span]) -> tuple[Mention, ...]:
        """Make the mentions of a group, copies of its sentences included."""
        found = []
        for place in group:
            score = self.score(place, group)
            for twin in (place, *self.copies.get(place, ())):
                clause = self.repeated(place, twin, clauses.get(place))
                found.append(replace(self.mention(twin, clause), score=score))
        return tuple(sorted(found, key=lambda mention: mention.passage))

    def repeated(self, place: int, twin: int, clause: Span | None) -> Passage | None:
        """Find a clause of a sentence in a copy of the sentence."""
        passage = self.passages[twin]
        if clause is None:
            return None
        if place == twin:
            return clause.within(passage.source)
        words = clause.of(self.tellings[self.passages[place].source].text)
        at = self.words(twin).find(words)
        start = passage.start + at
        return Passage(passage.source, start, start + len(words)) if at >= 0 else None

    def mention(self, place: int, clause: Passage | None) -> Mention:
        """Make one mention: whose voice its clause is, who speaks, how sure its sentence sounds."""
        if (place, clause) in self.made:
            return self.made[place, clause]
        passage = self.passages[place]
        telling = self.tellings[passage.source]
        told = (clause or passage).span
        voice: Voice = telling.voice_of(told)
        if voice == "attributed" and any(
            told.holds(word.span) for word in self.inside.get(passage.source, ())
        ):
            voice = "own_inside_attribution"
        self.made[place, clause] = Mention(
            passage=passage,
            clause=clause,
            voice=voice,
            by=None if voice == "own" else telling.speaker_of(told),
            certainty=certainty(passage.of(telling.text)),
        )
        return self.made[place, clause]


def leans(words: str) -> bool:
    """Tell whether a sentence begins with a word that leans on the one before."""
    first = wording.tokens(words)[:1]
    return bool(first) and first[0].lower() in wording.leaning()


def claim_id(words: str) -> str:
    """Make a claim's id from the words of its gist."""
    return f"c-{hashlib.sha256(' '.join(words.split()).encode()).hexdigest()[:6]}"


def count(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], lineage: Lineage
) -> tuple[Cover, ...]:
    """Count the independent texts and origins behind each claim."""
    outlets = {telling.id: telling.document.source.label for telling in tellings}
    agencies: dict[str, list[str]] = {}
    for origin in lineage.origins:
        if origin.kind == "agency":
            for source in origin.sources:
                agencies.setdefault(lineage.text_of(source), []).append(origin.name)
    covers = []
    for claim in claims:
        texts = sorted(lineage.counted(claim.sources))
        names = {name for text in texts for name in agencies.get(text, [outlets.get(text, text)])}
        covers.append(Cover(claim=claim.id, texts=len(texts), origins=tuple(sorted(names))))
    return tuple(covers)
