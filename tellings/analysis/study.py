"""The whole analysis, in the order in which it is asked."""

from tellings.analysis.toolkit import DEFAULT, Toolkit
from tellings.model.digest import Digest
from tellings.model.event import Event
from tellings.model.findings import Telling
from tellings.model.source import Source

__all__ = ["study", "tell"]


def tell(source: Source, day: str | None, tools: Toolkit = DEFAULT) -> Telling:
    """Read one source on its own; `day`, YYYY-MM-DD, is what its dates are resolved against."""
    document = tools.sentences(source)
    if not source.english:
        return Telling(document=document)
    return Telling(
        document=document,
        attributions=tools.attributions(document),
        dates=tools.dates(document, day),
        quantities=tools.numbers(document),
    )


def study(event: Event, tools: Toolkit = DEFAULT) -> Digest:
    """Find everything there is to show about an event."""
    every = tuple(tell(source, day_of(source, event), tools) for source in event.sources)
    tellings = tuple(telling for telling in every if telling.document.source.english)
    names = tools.names(tellings)
    targets = event.targets or tools.targets(tellings, names)
    lineage = tools.lineage(every)
    likeness = tools.similarity(tellings)
    claims = tools.claims(tellings, likeness, lineage)
    covers = tools.covers(tellings, claims, lineage)
    differences = tools.differences(tellings, claims, lineage)
    sections = tools.sections(tellings, names, claims, covers, differences)
    frames = tools.framing(tellings, targets)
    place = {id_: n for n, id_ in enumerate(c for section in sections for c in section.claims)}
    return Digest(
        event=event,
        tellings=every,
        targets=targets,
        names=names,
        lineage=lineage,
        claims=tuple(sorted(claims, key=lambda claim: place[claim.id])),
        differences=tuple(sorted(differences, key=lambda d: place[d.claim])),
        covers=tuple(sorted(covers, key=lambda cover: place[cover.claim])),
        sections=sections,
        omissions=tools.omissions(claims, covers, likeness, lineage, tuple(t.id for t in tellings)),
        frames=frames,
        stances=tools.stance(tellings, targets, frames),
        quotations=tools.quotations(tellings),
        voices=tools.voices(tellings),
        summary=tools.summary(tellings, sections, claims, covers, differences),
    )


def day_of(source: Source, event: Event) -> str | None:
    """Give the day that a source's own words for time lean on."""
    day = source.published or event.on
    return day[:10] if day else None
