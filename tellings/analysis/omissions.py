"""What a text leaves out."""

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

    places: Mapping[str, tuple[tuple[Passage, int], ...]]
    """The sentences of each source that were compared, in order, with their places."""

    alike: Mapping[int, Mapping[str, tuple[float, Passage]]]
    """By place and source, the sentence that is most like it, and how much, negated."""

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
    several = {one.claim for one in covers if one.texts >= OTHERS and len(one.carriers) >= OTHERS}
    shelf = fill(claims, likeness)
    found: list[Omission] = []
    for claim in claims:
        if claim.id not in several:
            continue
        texts = {lineage.text_of(source) for source in claim.sources}
        absent = [source for source in sorted(sources) if lineage.text_of(source) not in texts]
        near = nearest(claim, absent, shelf) if absent else {}
        found.extend(Omission(claim=claim.id, source=id_, near=near.get(id_)) for id_ in absent)
    return tuple(found)


def fill(claims: tuple[Claim, ...], likeness: Likeness) -> Shelf:
    """Sort what is told and what is alike by source."""
    places: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for place, passage in enumerate(likeness.passages):
        places[passage.source].append((passage, place))
    alike: dict[int, dict[str, tuple[float, Passage]]] = defaultdict(dict)
    for link in likeness.links:
        if link.value >= NEAR:
            for here, there in ((link.one, link.other), (link.other, link.one)):
                passage = likeness.passages[there]
                found = (-link.value, passage)
                alike[here][passage.source] = min(alike[here].get(passage.source, found), found)
    told: dict[str, set[tuple[Passage, str]]] = defaultdict(set)
    first: dict[str, dict[str, Passage]] = {}
    for claim in claims:
        own = first.setdefault(claim.id, {})
        for mention in claim.mentions:
            source = mention.passage.source
            told[source].add((mention.passage, claim.id))
            own[source] = min(own.get(source, mention.passage), mention.passage)
    return Shelf(
        places={source: tuple(sorted(found)) for source, found in places.items()},
        alike=alike,
        told={source: tuple(sorted(found)) for source, found in told.items()},
        first=first,
    )


def nearest(claim: Claim, absent: list[str], shelf: Shelf) -> dict[str, Passage]:
    """Give, by source, the sentence that may tell a claim: a like one, or one told with it."""
    like: dict[str, tuple[float, Passage]] = {}
    beside: set[str] = set()
    for mention in claim.mentions:
        for place in meeting(mention.passage, shelf.places):
            by_source = shelf.alike.get(place, {})
            for source in absent:
                if source in by_source:
                    like[source] = min(like.get(source, by_source[source]), by_source[source])
        beside.update(meeting(mention.passage, shelf.told))
    near = {source: passage for source, (_, passage) in like.items()}
    # A claim that has a sentence in common with this one asserts part of the same.
    for other in sorted(beside):
        for source in absent:
            if source in shelf.first[other]:
                near.setdefault(source, shelf.first[other][source])
    return near


def meeting(passage: Passage, shelves: Mapping[str, tuple[tuple[Passage, T], ...]]) -> Iterator[T]:
    """Give what is kept of the passages that share words with one, in order."""
    for other, kept in shelves.get(passage.source, ()):
        if other.start >= passage.end:
            return
        if other.end > passage.start:
            yield kept
