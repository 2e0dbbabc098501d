"""What has changed between two editions of a digest."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from tellings.model.editions import Edition, EditionClaim, EditionSource
from tellings.render import editions, wording
from tellings.render.index import Index
from tellings.render.phrases import ENGLISH, Phrases

__all__ = ["Changes", "Retold", "between", "newest", "of", "sentence"]

Place: TypeAlias = tuple[str, str]
"""A source's id and the hash of a sentence of it."""

WORD = re.compile(r"\w+")
ALIKE = 0.6
"""From which share of common words on two claims of one source are one claim in other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """A claim that stands in both editions and is told otherwise."""

    claim: str
    """Its id now."""

    before: str = ""
    """The words that stood for it, where they are others now."""

    before_of: tuple[str, ...] = ()
    """The sources whose words these may be, by their ids of now; "" for one that is gone."""

    gained: tuple[str, ...] = ()
    """The texts that tell it now and did not before."""

    lost: tuple[str, ...] = ()
    """The texts that told it before, are still there, and do not any more."""

    reworded: tuple[str, ...] = ()
    """The texts that tell it in other sentences."""

    differs: tuple[str, ...] = ()
    """The kinds of difference that were not there before."""

    differs_otherwise: tuple[str, ...] = ()
    """The kinds of difference with other readings than before."""

    agrees: tuple[str, ...] = ()
    """The kinds of difference that are not there any more."""

    @property
    def backed(self) -> bool:
        """Whether further texts tell it, and nothing else is otherwise."""
        return self == Retold(claim=self.claim, gained=self.gained)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that has changed; what is there now goes by its id."""

    sources: tuple[str, ...] = ()
    """New sources."""

    updated: tuple[tuple[EditionSource, EditionSource], ...] = ()
    """Sources that are others than before: as they were, and as they are."""

    gone: tuple[EditionSource, ...] = ()
    claims: tuple[str, ...] = ()
    """New claims."""

    retold: tuple[Retold, ...] = ()
    claims_gone: tuple[tuple[EditionClaim, tuple[str, ...]], ...] = ()
    """Claims that are not there any more, with the sources whose words stood for them, by their
    ids of now; "" for one that is gone."""

    program: str = ""
    """By which version the earlier edition was made, where it is another."""

    def __bool__(self) -> bool:
        facts = (self.sources, self.updated, self.gone, self.claims, self.retold, self.claims_gone)
        return any(facts)


def of(index: Index) -> tuple[Changes, str | None] | None:
    """Compare a digest with what was published before, and say up to which day that reached."""
    recorded = index.digest.event.editions
    if recorded is None:
        return None
    now = editions.of(index.digest)
    before = recorded.baseline(now)
    if before is None:
        return None
    texts = {id_: text.id for id_, text in index.every_text.items()}
    changes = between(before, now, texts)
    return (changes, newest(before)) if changes else None


def between(before: Edition, now: Edition, texts: Mapping[str, str]) -> Changes:
    """Find what has changed; `texts` gives the text that each source is counted as.

    A sentence that was there before and is told with another claim now is no change: the texts
    are the same, only what is seen in common is not.
    """
    same = _sources(before, now)
    then = tuple(replace(claim, told_in=_renamed(claim.told_in, same)) for claim in before.claims)
    pairs = _claims(then, now.claims)
    old = {claim.id: claim for claim in then}
    owners = {
        claim.id: tuple(same.get(source, "") for source in claim.owners) for claim in before.claims
    }
    sources_now = {source.id: source for source in now.sources}
    known = frozenset(place for claim in then for place in claim.told_in)
    there = frozenset(place for claim in now.claims for place in claim.told_in)
    fresh = {claim.id for claim in now.claims if known.isdisjoint(claim.told_in)} - pairs.keys()
    retold = (
        _owned(_retold(_Told(earlier, texts), _Told(claim, texts), known, there), earlier, owners)
        for claim in now.claims
        if claim.id not in fresh
        for earlier in [old[pairs[claim.id]] if claim.id in pairs else _drawn(claim, known)]
    )
    return Changes(
        sources=tuple(source.id for source in now.sources if source.id not in same.values()),
        updated=tuple(
            (source, sources_now[same[source.id]])
            for source in before.sources
            if source.id in same and _differs(source, sources_now[same[source.id]])
        ),
        gone=tuple(source for source in before.sources if source.id not in same),
        claims=tuple(claim.id for claim in now.claims if claim.id in fresh),
        retold=tuple(each for each in retold if each != Retold(claim=each.claim)),
        claims_gone=tuple(
            (claim, owners[claim.id])
            for claim in then
            if claim.id not in pairs.values() and there.isdisjoint(claim.told_in)
        ),
        program=before.made_by if before.made_by != now.made_by else "",
    )


def sentence(changes: Changes, phrases: Phrases = ENGLISH) -> str:
    """Say in one sentence what has changed: "1 new source, 2 claims told otherwise"."""
    backed = sum(one.backed for one in changes.retold)
    counts = (
        (len(changes.sources), "new source"),
        (len(changes.updated), "changed source"),
        (len(changes.claims), "new claim"),
        (backed, "claim told by more texts"),
        (len(changes.retold) - backed, "claim told otherwise"),
        (len(changes.gone), "source gone"),
        (len(changes.claims_gone), "claim gone"),
    )
    said = [wording.count(number, noun, phrases) for number, noun in counts if number]
    return wording.listed(said, phrases)


def newest(edition: Edition) -> str | None:
    """Find the newest day of an edition's sources."""
    every = (day for one in edition.sources for day in (one.published, one.updated))
    days = (day[:10] for day in every if day and re.match(r"\d{4}-\d\d-\d\d", day))
    return max(days, default=None)


def _sources(before: Edition, now: Edition) -> dict[str, str]:
    """Find each earlier source again, by its id or, where it was renamed, by its raw file."""
    ids = {source.id for source in now.sources}
    same = {source.id: source.id for source in before.sources if source.id in ids}
    raws = {s.raw_sha256: s.id for s in now.sources if s.raw_sha256 and s.id not in same}
    for source in before.sources:
        if source.id not in same and source.raw_sha256 in raws:
            same[source.id] = raws.pop(source.raw_sha256)
    return same


def _differs(before: EditionSource, now: EditionSource) -> bool:
    """Tell whether a source's text or days are others; of a text that is hidden, its raw file."""
    days = (before.published, before.updated) != (now.published, now.updated)
    if before.words_sha256 and now.words_sha256:
        return days or before.words_sha256 != now.words_sha256
    return days or before.raw_sha256 != now.raw_sha256


def _renamed(told_in: Iterable[Place], same: Mapping[str, str]) -> tuple[Place, ...]:
    """Name places by the sources' ids of now; those of sources that are gone are left out."""
    return tuple((same[source], sha) for source, sha in told_in if source in same)


def _claims(before: Sequence[EditionClaim], now: Sequence[EditionClaim]) -> dict[str, str]:
    """Find each claim among the earlier ones: by its id, by a sentence, by its words.

    The keys are the ids of now, the values those of before.
    """
    old = {claim.id for claim in before}
    pairs = {claim.id: claim.id for claim in now if claim.id in old}
    for measure in (_by_sentence, _by_words):
        taken = set(pairs.values())
        lost = [claim for claim in before if claim.id not in taken]
        fresh = [claim for claim in now if claim.id not in pairs]
        pairs |= _paired(measure(lost, fresh))
    return pairs


def _paired(scored: Iterable[tuple[float, str, str]]) -> Iterator[tuple[str, str]]:
    """Take the best pairs first, each claim once."""
    new: set[str] = set()
    old: set[str] = set()
    for _, one, other in sorted(scored, key=lambda each: (-each[0], *each[1:])):
        if one not in new and other not in old:
            new.add(one)
            old.add(other)
            yield one, other


def _by_sentence(
    lost: Sequence[EditionClaim], fresh: Sequence[EditionClaim]
) -> Iterator[tuple[float, str, str]]:
    """Score claims by the sentences that they have in common."""
    holding: dict[Place, list[str]] = {}
    for claim in lost:
        for place in claim.told_in:
            holding.setdefault(place, []).append(claim.id)
    for claim in fresh:
        shared = Counter(id_ for place in claim.told_in for id_ in holding.get(place, ()))
        yield from ((float(number), claim.id, id_) for id_, number in shared.items())


def _by_words(
    lost: Sequence[EditionClaim], fresh: Sequence[EditionClaim]
) -> Iterator[tuple[float, str, str]]:
    """Score claims of one source by the words that they have in common (Dice's coefficient)."""
    said = {claim: Counter(WORD.findall(claim.gist.casefold())) for claim in (*lost, *fresh)}
    holding: dict[str, list[EditionClaim]] = {}
    for claim in lost:
        for source in claim.sources:
            holding.setdefault(source, []).append(claim)
    for claim in fresh:
        beside = dict.fromkeys(one for source in claim.sources for one in holding.get(source, ()))
        for other in beside:
            one, two = said[claim], said[other]
            score = 2 * (one & two).total() / max(1, one.total() + two.total())
            if score >= ALIKE:
                yield round(score, 6), claim.id, other.id


def _drawn(claim: EditionClaim, known: frozenset[Place]) -> EditionClaim:
    """Give a claim as it would have been, drawn from sentences that were told with others."""
    return replace(claim, told_in=tuple(place for place in claim.told_in if place in known))


class _Told:
    """A claim, with the sentences of each text that tell it and its differences by kind."""

    def __init__(self, claim: EditionClaim, texts: Mapping[str, str]) -> None:
        self.claim = claim
        self.places: dict[str, set[Place]] = {}
        for source, sha in claim.told_in:
            self.places.setdefault(texts.get(source, source), set()).add((source, sha))
        self.readings: dict[str, set[tuple[str, ...]]] = {}
        for kind, *values in claim.differences:
            self.readings.setdefault(kind, set()).add(tuple(values))


def _retold(before: _Told, now: _Told, known: frozenset[Place], there: frozenset[Place]) -> Retold:
    """Find what is otherwise in a claim."""
    old, new = before.places, now.places
    fresh = [text for text in new if known.isdisjoint(new[text])]
    lost = [text for text in old if there.isdisjoint(old[text])]
    both = new.keys() & old.keys()
    reworded = tuple(text for text in fresh if text in lost)
    kinds, then = now.readings, before.readings
    others = now.claim.gist != before.claim.gist and both and both == set(reworded)
    return Retold(
        claim=now.claim.id,
        # Other words where a sentence stays are only another choice among those that tell it.
        before=before.claim.gist if others else "",
        gained=tuple(text for text in fresh if text not in old),
        lost=tuple(text for text in lost if text not in new),
        reworded=reworded,
        differs=_listed(kinds.keys() - then.keys()),
        differs_otherwise=_listed(
            {kind for kind in kinds.keys() & then.keys() if kinds[kind] != then[kind]}
        ),
        agrees=_listed(then.keys() - kinds.keys()),
    )


def _owned(found: Retold, earlier: EditionClaim, owners: Mapping[str, tuple[str, ...]]) -> Retold:
    """Say whose words those of before may be, where they are told."""
    return replace(found, before_of=owners[earlier.id]) if found.before else found


def _listed(kinds: Iterable[str]) -> tuple[str, ...]:
    """Give kinds of difference, the sharpest first."""
    return tuple(kind for kind in wording.KINDS if kind in set(kinds))
