"""Claims put under sections and in order by the editor, and the sentences of “In short”."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tellings.analysis.correcting.claims import telling_it
from tellings.analysis.correcting.entries import of_kind, touches
from tellings.analysis.sections.arranging import address
from tellings.model.corrections import Correction, InShort, OrderClaim, PlaceClaim
from tellings.model.findings import Claim, Section, SummaryLine, Telling

__all__ = ["correct_sections", "correct_summary"]

MOST = 5
"""How many sentences “In short” has at most."""


def correct_sections(
    sections: tuple[Section, ...], claims: tuple[Claim, ...], corrections: Iterable[Correction]
) -> tuple[Section, ...]:
    """Give the sections with claims moved and ordered; one that is left empty goes."""
    entries = tuple(corrections)
    for placed in of_kind(entries, PlaceClaim):
        for claim in telling_it(claims, placed.at[0])[:1]:
            sections = _placed(sections, claim.id, placed.section)
    for ordered in of_kind(entries, OrderClaim):
        for claim in telling_it(claims, ordered.at[0])[:1]:
            others = telling_it(claims, ordered.other)[:1] if ordered.other else ()
            sections = _ordered(sections, claim.id, ordered.where, [one.id for one in others])
    return tuple(section for section in sections if section.claims)


def _without(sections: tuple[Section, ...], claim: str) -> tuple[Section, ...]:
    return tuple(
        replace(section, claims=tuple(id_ for id_ in section.claims if id_ != claim))
        for section in sections
    )


def _placed(sections: tuple[Section, ...], claim: str, name: str) -> tuple[Section, ...]:
    """Put a claim at the end of a section, which is made where there is none of that name."""
    left = _without(sections, claim)
    if not any(section.name.casefold() == name.casefold() for section in left):
        id_ = address(name, {section.id for section in left})
        return (*left, Section(id=id_, name=name, claims=(claim,)))
    return tuple(
        replace(section, claims=(*section.claims, claim))
        if section.name.casefold() == name.casefold()
        else section
        for section in left
    )


def _ordered(
    sections: tuple[Section, ...], claim: str, where: str, others: list[str]
) -> tuple[Section, ...]:
    """Put a claim first in its section, or beside another in that one's."""
    if where == "first":
        return tuple(
            replace(s, claims=(claim, *(id_ for id_ in s.claims if id_ != claim)))
            if claim in s.claims
            else s
            for s in sections
        )
    if not others or others[0] == claim:
        return sections
    found = []
    for section in _without(sections, claim):
        if others[0] in section.claims:
            at = section.claims.index(others[0]) + (where == "after")
            section = replace(  # noqa: PLW2901 - the section as it is now
                section, claims=(*section.claims[:at], claim, *section.claims[at:])
            )
        found.append(section)
    return tuple(found)


def correct_summary(
    lines: tuple[SummaryLine, ...],
    claims: tuple[Claim, ...],
    tellings: Mapping[str, Telling],
    corrections: Iterable[Correction],
) -> tuple[SummaryLine, ...]:
    """Give “In short” with sentences pinned and dropped; pinned ones come first."""
    entries = tuple(of_kind(corrections, InShort))
    gone = tuple(
        line
        for line in lines
        if any(touches(place, entry.at[0]) for entry in entries for place in line.evidence)
    )
    pinned: dict[str, SummaryLine] = {}
    for entry in entries:
        claim = telling_it(claims, entry.at[0])[:1]
        if entry.pinned and claim:
            place = entry.at[0]
            words = " ".join(place.of(tellings[place.source].text).split())
            before = pinned.get(words)
            claims_ = (*(before.claims if before else ()), claim[0].id)
            places = (*(before.evidence if before else ()), place)
            pinned[words] = SummaryLine(
                text=words,
                claims=tuple(dict.fromkeys(claims_)),
                evidence=tuple(dict.fromkeys(places)),
                edit=entry.edit,
            )
    kept = [line for line in lines if line not in gone and line.text not in pinned]
    return (*pinned.values(), *kept)[: max(MOST, len(pinned))]
