"""The whole analysis, in the order in which it is asked."""

from dataclasses import replace

from tellings.analysis import correcting
from tellings.analysis.correcting import Found
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
    read = tuple(tell(source, day_of(source, event), tools) for source in event.sources)
    said = event.corrections
    every = tuple(correcting.telling(telling, said) for telling in read)
    tellings = tuple(telling for telling in every if telling.document.source.english)
    texts = {telling.id: telling for telling in every}
    names = correcting.names(tools.names(tellings), texts, said)
    targets = event.targets or tools.targets(tellings, names)
    lineage = correcting.lineage(tools.lineage(every), said)
    likeness = tools.similarity(tellings)
    drawn = tools.claims(tellings, likeness, lineage)
    claims = correcting.claims(drawn, tellings, lineage, said)
    covers = tools.covers(tellings, claims, lineage)
    differing = tools.differences(tellings, claims, lineage)
    differences = correcting.differences(differing, claims, texts, said)
    arranged = tools.sections(tellings, names, claims, covers, differences)
    sections = correcting.sections(arranged, claims, said)
    frames = correcting.frames(tools.framing(tellings, targets), texts, said)
    short = tools.summary(tellings, sections, claims, covers, differences)
    place = {id_: n for n, id_ in enumerate(c for section in sections for c in section.claims)}
    digest = Digest(
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
        stances=correcting.stances(tools.stance(tellings, targets, frames), texts, said),
        quotations=tools.quotations(tellings),
        voices=tools.voices(tellings),
        summary=correcting.summary(short, claims, texts, said),
    )
    found = Found(tellings=read, claims=drawn, differences=differing, summary=short)
    return replace(digest, corrections=correcting.log(digest, found)) if said else digest


def day_of(source: Source, event: Event) -> str | None:
    """Give the day that a source's own words for time lean on."""
    day = source.published or event.on
    return day[:10] if day else None
