"""The points in which texts differ, as a digest page shows them."""

from tellings.model.findings import Claim, Difference, Reading
from tellings.model.span import Passage
from tellings.render import wording
from tellings.render.index import sharpness
from tellings.render.viewing.desk import Desk
from tellings.render.views.claims import ComparisonView, DifferenceView, ReadingView

__all__ = ["comparisons", "difference_view", "differences"]

LONG, HEADING = 140, 64
WORDLESS = ("certainty", "tense", "attribution")
"""Kinds whose value says more than the words alone."""


def comparisons(desk: Desk, found: tuple[Difference, ...]) -> tuple[ComparisonView, ...]:
    """Show differences, those of one claim together."""
    together: dict[str, list[Difference]] = {}
    for one in found:
        together.setdefault(one.claim, []).append(one)
    return tuple(
        ComparisonView(
            title=heading(desk, desk.index.claims[id_], points),
            href=desk.to_digest(id_),
            points=tuple(difference_view(desk, one) for one in points),
        )
        for id_, points in together.items()
    )


def heading(desk: Desk, claim: Claim, points: list[Difference]) -> str:
    """Head the points of a claim with its words, or with those about what differs first in it.

    Readings that are clauses tell by themselves what is in question.
    """
    gist = desk.index.gist(claim)
    if points[0].kind in WORDLESS:
        return wording.clip(gist, HEADING)
    places = [reading.passage for reading in points[0].readings]
    told = [place for place in places if claim.gist.source == place.source]
    inside = [place for place in told if claim.gist.span.holds(place.span)]
    return around(desk, (inside or told or places)[0]) or wording.clip(gist, HEADING)


def around(desk: Desk, place: Passage) -> str:
    """Give the part of a sentence about a place in it; "" where the words may not be shown."""
    sentence = desk.index.sentence(place)
    if sentence is None:
        return ""
    whole, words = desk.index.words(sentence.passage), desk.index.words(place)
    first = sentence.span.start
    before = Passage(place.source, first, place.start) if place.start > first else None
    start = whole.find(words, len(desk.index.words(before)) if before else 0)
    if not words or start < 0:
        return ""
    return wording.around(whole, start, start + len(words), HEADING)


def differences(desk: Desk, *, weak: bool = False) -> tuple[Difference, ...]:
    """Give every difference, the sharpest first; those of mere attribution are asked for apart."""
    every = sorted(wording.once(desk.index.digest.differences), key=sharpness)
    return tuple(one for one in every if one.weak == weak)


def difference_view(desk: Desk, difference: Difference) -> DifferenceView:
    """Show one point in which texts differ, its readings side by side."""
    return DifferenceView(
        kind=desk.phrases.text(difference.kind),
        relation=desk.phrases.text(wording.RELATIONS[difference.relation]),
        reason=desk.phrases.worded(difference.because),
        readings=readings(desk, difference),
        by_editor=difference.set_by == "editor",
    )


def readings(desk: Desk, difference: Difference) -> tuple[ReadingView, ...]:
    """Show what the texts give, those that give the same together."""
    together: dict[str, list[Reading]] = {}
    for reading in difference.readings:
        together.setdefault(reading.value, []).append(reading)
    return tuple(
        ReadingView(
            words="" if difference.weak else wording.clip(desk.index.words(same[0].passage), LONG),
            meaning=desk.phrases.worded(value) if difference.kind in WORDLESS else "",
            told_by=desk.tellers(reading.passage for reading in same),
        )
        for value, same in together.items()
    )
