"""Claims joined, parted and named as the editor has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tellings.analysis.claims.certainty import certainty
from tellings.analysis.claims.drawing import claim_id
from tellings.analysis.correcting.entries import of_kind, touches
from tellings.model.corrections import (
    Correction,
    Edit,
    JoinClaims,
    RejectMention,
    SetGist,
    SplitClaim,
)
from tellings.model.findings import Claim, Lineage, Mention, Related, Telling
from tellings.model.span import Passage

__all__ = ["correct", "left_by", "telling_it"]


def correct(
    claims: tuple[Claim, ...],
    tellings: tuple[Telling, ...],
    lineage: Lineage,
    corrections: Iterable[Correction],
) -> tuple[Claim, ...]:
    """Give the claims with the editor's joins, splits, rejections and gists, in that order."""
    entries = tuple(corrections)
    if not entries:
        return claims
    loom = Loom(list(claims), {telling.id: telling for telling in tellings}, lineage)
    for join in of_kind(entries, JoinClaims):
        loom.join(join)
    for split in of_kind(entries, SplitClaim):
        loom.part(split.at, split.of, split.edit)
    for reject in of_kind(entries, RejectMention):
        loom.part(reject.at, reject.of, reject.edit)
    for gist in of_kind(entries, SetGist):
        loom.name(gist.at[0], gist.edit)
    return loom.woven()


def telling_it(claims: Iterable[Claim], place: Passage) -> tuple[Claim, ...]:
    """Give the claims that a passage tells, the one whose clause it shares most words with first.

    Of several alike that one is first which the passage stands for, then the one it is closest to.
    """
    found = [
        (-share, not touches(claim.gist, place), -closeness(claim, place), claim.id, claim)
        for claim in claims
        if (share := shares(claim, place)) is not None
    ]
    return tuple(claim for *_, claim in sorted(found, key=lambda one: one[:4]))


def closeness(claim: Claim, place: Passage) -> float:
    """Say how close the sentence of a passage is to the others of a claim, 0 to 1."""
    return max((m.score for m in claim.mentions if touches(m.passage, place)), default=0.0)


def shares(claim: Claim, place: Passage) -> int | None:
    """Count the characters that a passage has in common with what tells a claim.

    None where it stands in none of the claim's sentences.
    """
    found = (
        (mention.clause or mention.passage).span.shared(place.span)
        for mention in claim.mentions
        if touches(mention.passage, place)
    )
    return max(found, default=None)


def left_by(
    claims: Iterable[Claim], at: tuple[Passage, ...], of: Passage | None
) -> tuple[Claim, ...]:
    """Give the claims that sentences may be meant to leave: several where it is not clear.

    The one that `of` tells too, and tells best; else those that other sentences tell, the passage's
    own clause before its neighbours.
    """
    found = telling_it(claims, at[0])
    if of is not None:
        others = {claim.id for claim in telling_it(found, of)}
        return telling_it((claim for claim in found if claim.id in others), of)[:1]
    found = tuple(claim for claim in found if len(claim.mentions) > len(at))
    return tuple(one for one in found if shares(one, at[0]) == shares(found[0], at[0]))


@dataclass(slots=True)
class Loom:
    """Claims on their way to what the editor says of them."""

    claims: list[Claim]
    tellings: Mapping[str, Telling]
    lineage: Lineage

    def join(self, entry: JoinClaims) -> None:
        """Make one claim of those that the sentences tell; a sentence that tells none joins."""
        told = [(place, telling_it(self.claims, place)[:1]) for place in entry.at]
        found = list(dict.fromkeys(claim.id for _, claims in told for claim in claims))
        if not found:
            return
        every = {claim.id: claim for claim in self.claims}
        first, gone = every[found[0]], set(found)
        mentions = {m.passage: m for id_ in reversed(found) for m in every[id_].mentions}
        for place, claims in told:
            if not claims and (mention := self.mention(place)):
                mentions.setdefault(mention.passage, mention)
        joined = replace(
            first,
            mentions=tuple(mentions[place] for place in sorted(mentions)),
            related=tuple(
                link for id_ in found for link in every[id_].related if link.claim not in gone
            ),
            edit=entry.edit,
        )
        kept = [claim for claim in self.claims if claim.id not in gone]
        self.claims = [renamed(claim, gone, first.id) for claim in kept] + [joined]

    def part(self, at: tuple[Passage, ...], of: Passage | None, edit: Edit) -> None:
        """Make a claim of its own of these sentences, taken from the claim that tells them."""
        homes = left_by(self.claims, at, of)
        if len(homes) != 1:
            return
        home = homes[0]
        leaving = self.leaving(home, at)
        left = tuple(mention for mention in home.mentions if mention not in leaving)
        if not left or not leaving:
            return
        self.claims.remove(home)
        rest = self.mended(home, left, edit)
        self.claims.append(rest)
        places = {mention.passage for mention in leaving}
        elsewhere = {m.passage for c in self.claims for m in c.mentions}
        if not places <= elsewhere:
            gist = leaving[0].clause or leaving[0].passage
            mentions = tuple(sorted(leaving, key=lambda mention: mention.passage))
            self.claims.append(Claim(id=self.free(gist), gist=gist, mentions=mentions, edit=edit))

    def leaving(self, home: Claim, at: tuple[Passage, ...]) -> list[Mention]:
        """Give the mentions at the passages, and the same words in other files of their text."""
        found = [m for m in home.mentions if any(touches(m.passage, place) for place in at)]
        words = {(self.lineage.text_of(m.passage.source), self.words(m.passage)) for m in found}
        return [
            m
            for m in home.mentions
            if (self.lineage.text_of(m.passage.source), self.words(m.passage)) in words
        ]

    def mended(self, claim: Claim, mentions: tuple[Mention, ...], edit: Edit) -> Claim:
        """Give a claim with fewer mentions, named by the closest of them where its gist left."""
        if any(touches(mention.passage, claim.gist) for mention in mentions):
            gist, id_ = claim.gist, claim.id
        else:
            best = min(mentions, key=lambda mention: (-mention.score, mention.passage))
            gist = best.clause or best.passage
            id_ = self.free(gist)
            self.claims = [renamed(one, {claim.id}, id_) for one in self.claims]
        here = {mention.passage for mention in mentions}
        related = tuple(link for link in claim.related if link.here in here)
        return replace(claim, id=id_, gist=gist, mentions=mentions, related=related, edit=edit)

    def name(self, place: Passage, edit: Edit) -> None:
        """Let the words stand for the claim that they tell."""
        for claim in telling_it(self.claims, place)[:1]:
            self.claims.remove(claim)
            id_ = self.free(place)
            self.claims = [renamed(one, {claim.id}, id_) for one in self.claims]
            self.claims.append(replace(claim, id=id_, gist=place, edit=edit))

    def mention(self, place: Passage) -> Mention | None:
        """Make a mention of a sentence that tells no claim yet."""
        telling = self.tellings.get(place.source)
        sentence = telling.document.sentence_at(place.start) if telling else None
        if telling is None or sentence is None:
            return None
        voice = telling.voice_of(place.span)
        return Mention(
            passage=sentence.passage,
            clause=None if place.span.holds(sentence.span) else place,
            voice=voice,
            by=None if voice == "own" else telling.speaker_of(place.span),
            certainty=certainty(self.words(sentence.passage)),
        )

    def words(self, place: Passage) -> str:
        """Give the words of a passage."""
        return place.of(self.tellings[place.source].text)

    def free(self, gist: Passage) -> str:
        """Make an id of a gist's words that no claim has."""
        taken = {claim.id for claim in self.claims}
        id_ = name = claim_id(self.words(gist))
        number = 1
        while id_ in taken:
            number += 1
            id_ = f"{name}-{number}"
        return id_

    def woven(self) -> tuple[Claim, ...]:
        """Give the claims in order, links to claims that are gone left out."""
        there = {claim.id for claim in self.claims}
        found = [
            replace(c, related=tuple(link for link in c.related if link.claim in there - {c.id}))
            for c in self.claims
        ]
        return tuple(sorted(found, key=lambda claim: (claim.gist, claim.id)))


def renamed(claim: Claim, old: set[str], new: str) -> Claim:
    """Give a claim whose links to some claims lead to another, once each."""
    links: dict[tuple[str, Passage, Passage], Related] = {}
    for link in claim.related:
        one = replace(link, claim=new) if link.claim in old else link
        links.setdefault((one.claim, one.here, one.there), one)
    return replace(claim, related=tuple(links.values()))
