"""What a text leaves out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tellings.analysis.similarity import Likeness
from tellings.model.findings import Claim, Cover, Lineage, Omission
from tellings.model.span import Passage

__all__ = ["find"]

T = TypeVar("T")

OTHERS = 2
"""How many other independent texts, of as many origins, must carry a claim."""

NEAR = 0.25
"""From this likeness to a claim on, a sentence may tell it in other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where to look for what may tell a claim after all."""

    passages: tuple[Passage, ...]
    """The sentences that were compared; a place is one's number."""

    places: Mapping[str, tuple[tuple[Passage, int], ...]]
    """The sentences of each source that were compared, in order, with their places."""

    alike: Mapping[int, Mapping[str, tuple[float, int]]]
    """By place and source, how much the sentence most like it is, negated, and its place."""

    told: Mapping[str, tuple[tuple[Passage, str], ...]]
    """The mentions of each source, in order, with the ids of their claims."""

    first: Mapping[str, Mapping[str, Passage]]
    """Where each source first tells each claim."""


def find(
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    likeness: Likeness,
    lineage: Lineage,
    sources: tuple[str, ...],
) -> tuple[Omission, ...]:
    """Find the claims of two other texts or more that a source does not carry.

    Where a sentence of the source comes near a claim, the omission names it: it is not clear.
    """
    ids = sorted(sources)
    several = {one.claim for one in covers if one.texts >= OTHERS and len(one.carriers) >= OTHERS}
    shelf = fill(claims, likeness)
    found: list[Omission] = []
    for claim in claims:
        if claim.id not in several:
            continue
        texts = {lineage.text_of(source) for source in claim.sources}
        absent = [source for source in ids if lineage.text_of(source) not in texts]
        near = nearest(claim, frozenset(absent), shelf) if absent else {}
        found.extend(Omission(claim=claim.id, source=id_, near=near.get(id_)) for id_ in absent)
    return tuple(found)


def fill(claims: tuple[Claim, ...], likeness: Likeness) -> Shelf:
    """Sort what is told and what is alike by source."""
    places: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for place, passage in enumerate(likeness.passages):
        places[passage.source].append((passage, place))
    owners = [passage.source for passage in likeness.passages]
    alike: dict[int, dict[str, tuple[float, int]]] = defaultdict(dict)
    for one, other, _, _, value in likeness.links:
        if value >= NEAR:
            for here, there in ((one, other), (other, one)):
                best, source, found = alike[here], owners[there], (-value, there)
                if source not in best or found < best[source]:
                    best[source] = found
    told: dict[str, set[tuple[Passage, str]]] = defaultdict(set)
    first: dict[str, dict[str, Passage]] = {}
    for claim in claims:
        own = first.setdefault(claim.id, {})
        for mention in claim.mentions:
            source = mention.passage.source
            told[source].add((mention.passage, claim.id))
            own[source] = min(own.get(source, mention.passage), mention.passage)
    return Shelf(
        passages=likeness.passages,
        places={source: tuple(sorted(found)) for source, found in places.items()},
        alike=alike,
        told={source: tuple(sorted(found)) for source, found in told.items()},
        first=first,
    )


def nearest(claim: Claim, absent: frozenset[str], shelf: Shelf) -> dict[str, Passage]:
    """Give, by source, the sentence that may tell a claim: a like one, or one told with it."""
    like: dict[str, tuple[float, int]] = {}
    beside: set[str] = set()
    for mention in claim.mentions:
        for place in meeting(mention.passage, shelf.places):
            for source, found in shelf.alike.get(place, {}).items():
                if source not in like or found < like[source]:
                    like[source] = found
        beside.update(meeting(mention.passage, shelf.told))
    near = {source: shelf.passages[place] for source, (_, place) in like.items()}
    # A claim that has a sentence in common with this one asserts part of the same.
    for other in sorted(beside):
        for source in absent & shelf.first[other].keys():
            near.setdefault(source, shelf.first[other][source])
    return near


def meeting(passage: Passage, shelves: Mapping[str, tuple[tuple[Passage, T], ...]]) -> Iterator[T]:
    """Give what is kept of the passages that share words with one, in order."""
    kept = shelves.get(passage.source, ())
    # No sentence begins before another ends.
    first = bisect_right(kept, passage.start, key=_end)
    for place in range(first, len(kept)):
        other, one = kept[place]
        if other.start >= passage.end:
            return
        yield one


def _end(kept: tuple[Passage, object]) -> int:
    return kept[0].end
