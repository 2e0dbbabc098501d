"""Differences set and dismissed by the editor."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import cast

from tellings.analysis.correcting.claims import telling_it
from tellings.analysis.correcting.entries import of_kind, touches
from tellings.model.corrections import Correction, SetDifference
from tellings.model.findings import Claim, Difference, DifferenceKind, Reading, Relation, Telling
from tellings.model.span import Passage

__all__ = ["about", "common_claim", "correct"]


def correct(
    differences: tuple[Difference, ...],
    claims: tuple[Claim, ...],
    tellings: Mapping[str, Telling],
    corrections: Iterable[Correction],
) -> tuple[Difference, ...]:
    """Give the differences with those that the editor sets, and without those dismissed."""
    for entry in of_kind(corrections, SetDifference):
        found = about(entry, differences)
        others = tuple(one for one in differences if one not in found)
        if entry.dismissed:
            differences = others
        elif made := _set(entry, found, claims, tellings):
            differences = (*others, made)
    return differences


def about(entry: SetDifference, differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Give the differences that an entry speaks of: readings of theirs at all of its passages."""
    return tuple(
        one
        for one in differences
        if (entry.kind is None or entry.kind == one.kind or not entry.dismissed)
        and all(any(touches(r.passage, place) for r in one.readings) for place in entry.at)
    )


def common_claim(at: tuple[Passage, ...], claims: Iterable[Claim]) -> Claim | None:
    """Find the claim that all of the passages tell."""
    every = tuple(claims)
    others = [{claim.id for claim in telling_it(every, place)} for place in at[1:]]
    found = telling_it(every, at[0])
    return next((one for one in found if all(one.id in ids for ids in others)), None)


def _set(
    entry: SetDifference,
    found: tuple[Difference, ...],
    claims: tuple[Claim, ...],
    tellings: Mapping[str, Telling],
) -> Difference | None:
    kind = entry.kind or (found[0].kind if found else None)
    relation = entry.relation or (found[0].relation if found else "conflict")
    claim = common_claim(entry.at, claims)
    if kind is None or claim is None:
        return None
    readings = tuple(
        Reading(passage=place, value=" ".join(place.of(tellings[place.source].text).split()))
        for place in entry.at
    )
    made = Difference(
        claim=claim.id,
        kind=cast("DifferenceKind", kind),
        relation=cast("Relation", relation),
        readings=readings,
        edit=entry.edit,
    )
    return replace(made, because=entry.edit.because)
