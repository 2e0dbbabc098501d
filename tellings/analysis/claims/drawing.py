"""Sentences of different texts that say the same thing."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tellings.analysis import framing, furniture, wording
from tellings.analysis.claims.certainty import certainty
from tellings.analysis.claims.chances import chances
from tellings.analysis.claims.copies import stand_ins
from tellings.analysis.claims.gists import LEAST_WORDS, Gists, Head
from tellings.analysis.claims.joining import FLOOR, expected_cut, overlapping, sound_cut
from tellings.analysis.claims.relating import relate
from tellings.analysis.claims.smoothing import smoothed
from tellings.analysis.claims.twins import joined
from tellings.analysis.similarity import Likeness
from tellings.model.findings import Claim, Lineage, Mention, Telling, Voice
from tellings.model.span import Passage, Span

__all__ = ["draw"]

STRICT = 1.35
"""How far above the cut that is best by F1 the pairs of a claim must lie: precision first."""

LOWEST, HIGHEST = 0.3, 0.65
"""No cut is lower or higher than these."""

LEAST_TOLD = 3
"""Fewer words than these tell nothing that another text could tell too."""

NEAR = 0.15
"""No pair of less chance makes two claims related."""


def draw(tellings: tuple[Telling, ...], likeness: Likeness, lineage: Lineage) -> tuple[Claim, ...]:
    """Draw the claims of an event: shared ones, and one for each sentence told by one text."""
    by_id = {telling.id: telling for telling in tellings}
    texts = speakers(lineage, by_id)
    twins = stand_ins(by_id, likeness.passages, texts)
    untold = {id_: furniture.lines(telling.document) for id_, telling in by_id.items()}
    left_out = set(twins) | set(labels(by_id, likeness.passages, untold))
    found = smoothed(chances(tellings, likeness, texts, left_out))
    best = expected_cut(found)
    least = min(max(round(best * STRICT, 4), LOWEST), HIGHEST)
    cut = sound_cut(found, least)
    owners = tuple(texts[passage.source] for passage in likeness.passages)
    groups = joined(overlapping(found, owners, cut), found, owners, cut)
    if not groups:
        # Texts on one event that share little else may still open with it.
        first = openings(by_id, likeness.passages, left_out)
        groups = overlapping({k: v for k, v in found.items() if first >= {*k}}, owners, least)
    gists = Gists(by_id, likeness.passages, owners, found)
    heads = gists.heads(groups, FLOOR * cut)
    done = left_out.union(*(head.group for head in heads))
    bare = {(id_, at) for id_, one in by_id.items() for at in furniture.heads(one.document)}
    alone = (
        gists.head((place,))
        for place, passage in enumerate(likeness.passages)
        if place not in done and stands_alone(by_id[passage.source], passage, bare)
    )
    drawn = Drawing(by_id, likeness.passages, gists)
    drawn.add_copies(twins)
    claims = drawn.claims((*heads, *alone))
    return relate(claims, likeness.passages, found, max(NEAR, min(best, cut)))


def labels(
    tellings: dict[str, Telling], passages: tuple[Passage, ...], untold: dict[str, frozenset[int]]
) -> Iterator[int]:
    """Give the places of passages that tell nothing: “Advertisement”, and the page’s furniture."""
    for place, passage in enumerate(passages):
        short = len(wording.tokens(passage.of(tellings[passage.source].text))) < LEAST_TOLD
        if short or passage.start in untold[passage.source]:
            yield place


def openings(
    tellings: dict[str, Telling], passages: tuple[Passage, ...], left_out: set[int]
) -> frozenset[int]:
    """Give the places of titles, standfirsts and the first sentences of bodies."""
    found: set[int] = set()
    begun: set[str] = set()
    for place, passage in enumerate(passages):
        sentence = tellings[passage.source].document.sentence_at(passage.start)
        if sentence is not None and sentence.part in {"title", "standfirst"}:
            found.add(place)
        elif passage.source not in begun and place not in left_out:
            begun.add(passage.source)
            found.add(place)
    return frozenset(found - left_out)


def speakers(lineage: Lineage, tellings: dict[str, Telling]) -> dict[str, str]:
    """Say which readable source speaks for each source's text."""
    return {
        id_: next(id_ for id_ in group if id_ in tellings)
        for group in lineage.texts
        for id_ in group
        if id_ in tellings
    } | {id_: id_ for id_ in tellings if not any(id_ in group for group in lineage.texts)}


def stands_alone(telling: Telling, passage: Passage, bare: set[tuple[str, int]]) -> bool:
    """Tell whether a sentence that nothing is joined to makes a claim: running text, no stub.

    Of a text that may only be excerpted, it does not: each claim shows its sentence.
    """
    if telling.document.source.rights != "full" or (telling.id, passage.start) in bare:
        return False
    sentence = telling.document.sentence_at(passage.start)
    told = sentence is None or sentence.part != "title"
    return told and len(wording.tokens(passage.of(telling.text))) >= LEAST_WORDS


class Drawing:
    """Groups of places on their way to claims."""

    __slots__ = ("copies", "gists", "inside", "made", "passages", "tellings")

    def __init__(
        self, tellings: dict[str, Telling], passages: tuple[Passage, ...], gists: Gists
    ) -> None:
        self.tellings, self.passages, self.gists = tellings, passages, gists
        self.copies: dict[int, list[int]] = {}
        self.inside: dict[str, list[Passage]] = {}
        for word in framing.inside(tuple(tellings.values())):
            self.inside.setdefault(word.source, []).append(word)
        self.made: dict[tuple[int, Passage | None], Mention] = {}

    def add_copies(self, twins: dict[int, int]) -> None:
        """Take the sentences of copies along with those that stand for them."""
        for twin, place in sorted(twins.items()):
            self.copies.setdefault(place, []).append(twin)

    def claims(self, heads: tuple[Head, ...]) -> tuple[Claim, ...]:
        """Make one claim of each group."""
        used: Counter[str] = Counter()
        found: list[Claim] = []
        for head in heads:
            name = claim_id(head.gist.of(self.tellings[head.gist.source].text))
            used[name] += 1
            found.append(
                Claim(
                    id=name if used[name] == 1 else f"{name}-{used[name]}",
                    gist=head.gist,
                    mentions=self.mentions(head),
                )
            )
        return tuple(sorted(found, key=lambda claim: (claim.gist, claim.id)))

    def words(self, place: int) -> str:
        """Give a sentence as it stands."""
        passage = self.passages[place]
        return passage.of(self.tellings[passage.source].text)

    def mentions(self, head: Head) -> tuple[Mention, ...]:
        """Make the mentions of a group, copies of its sentences included."""
        found = []
        for place in head.group:
            score = self.gists.score(place, head.group)
            for twin in (place, *self.copies.get(place, ())):
                clause = self.repeated(place, twin, head.clauses.get(place))
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


def claim_id(words: str) -> str:
    """Make a claim's id from the words of its gist."""
    return f"c-{hashlib.sha256(' '.join(words.split()).encode()).hexdigest()[:6]}"
