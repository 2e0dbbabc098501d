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


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where to look for what may tell a claim after all."""

    places: dict[str, tuple[tuple[Passage, int], ...]]
    """The sentences of each source that were compared, in order, with their places."""

    links: dict[int, tuple[tuple[float, Passage], ...]]
    """What each of them is like, and how much."""

    told: dict[str, tuple[tuple[Passage, Claim], ...]]
    """The mentions of each source, in order, with their claims."""


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
    several = {one.claim for one in covers if one.texts >= OTHERS and len(one.origins) >= OTHERS}
    shelf = fill(claims, likeness)
    found: list[Omission] = []
    for claim in claims:
        if claim.id not in several:
            continue
        texts = {lineage.text_of(source) for source in claim.sources}
        near = nearest(claim, shelf)
        found.extend(
            Omission(claim=claim.id, source=source, near=near.get(source))
            for source in sorted(sources)
            if lineage.text_of(source) not in texts
        )
    return tuple(found)


def fill(claims: tuple[Claim, ...], likeness: Likeness) -> Shelf:
    """Sort what is told and what is alike by source."""
    places: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for place, passage in enumerate(likeness.passages):
        places[passage.source].append((passage, place))
    links: dict[int, list[tuple[float, Passage]]] = defaultdict(list)
    for link in likeness.links:
        if link.value >= NEAR:
            links[link.one].append((link.value, likeness.passages[link.other]))
            links[link.other].append((link.value, likeness.passages[link.one]))
    told: dict[str, list[tuple[Passage, Claim]]] = defaultdict(list)
    for claim in claims:
        for mention in claim.mentions:
            told[mention.passage.source].append((mention.passage, claim))
    return Shelf(
        places={source: tuple(sorted(found)) for source, found in places.items()},
        links={place: tuple(found) for place, found in links.items()},
        told={
            source: tuple(sorted(found, key=lambda one: (one[0], one[1].id)))
            for source, found in told.items()
        },
    )


def nearest(claim: Claim, shelf: Shelf) -> dict[str, Passage]:
    """Give, by source, the sentence that may tell a claim: a like one, or one told with it."""
    near: dict[str, tuple[float, Passage]] = {}
    for mention in claim.mentions:
        for place in meeting(mention.passage, shelf.places):
            for value, passage in shelf.links.get(place, ()):
                best = near.get(passage.source, (-value, passage))
                near[passage.source] = min(best, (-value, passage))
        # A claim that has a sentence in common with this one asserts part of the same.
        for neighbour in meeting(mention.passage, shelf.told):
            for other in neighbour.mentions:
                best = near.get(other.passage.source, (0.0, other.passage))
                near[other.passage.source] = min(best, (0.0, other.passage))
    return {source: passage for source, (_, passage) in near.items()}


def meeting(passage: Passage, shelves: Mapping[str, tuple[tuple[Passage, T], ...]]) -> Iterator[T]:
    """Give what is kept of the passages that share words with one, in order."""
    for other, kept in shelves.get(passage.source, ()):
        if other.start >= passage.end:
            return
        if other.end > passage.start:
            yield kept
