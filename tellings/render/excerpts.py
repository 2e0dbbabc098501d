"""Which words of a source may be shown: all of them, or those that findings use."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from tellings.model.digest import Digest
from tellings.model.findings import Telling
from tellings.model.source import Source
from tellings.model.span import Passage

__all__ = ["BLANK", "for_pages", "hidden", "mask", "passages", "told"]

BLANK = "\u2007"
"""Stands for a character that may not be shown, so that offsets stay true."""


def mask(digest: Digest) -> Digest:
    """Blank out what sources with `rights: excerpt` may not show."""
    guarded = {t.id for t in digest.tellings if t.document.source.rights == "excerpt"}
    if not guarded:
        return digest
    used = [passage for passage in passages(digest) if passage.source in guarded]
    return replace(
        digest,
        tellings=tuple(
            blanked(telling, [p for p in used if p.source == telling.id])
            if telling.id in guarded
            else telling
            for telling in digest.tellings
        ),
    )


def blanked(telling: Telling, used: list[Passage]) -> Telling:
    """Blank out all but the used passages and the printed title."""
    source = telling.document.source
    shown = [(passage.start, passage.end) for passage in used]
    shown += [(b.span.start, b.span.end) for b in source.blocks if b.part == "title"]
    text = list(BLANK * len(source.text))
    for start, end in shown:
        text[start:end] = source.text[start:end]
    source = untitled(replace(source, text="".join(text)))
    return replace(telling, document=replace(telling.document, source=source))


def untitled(source: Source) -> Source:
    """Take away a title that was made of first words, where these may not be shown."""
    if not source.title_derived or source.title is None:
        return source
    words = source.title.removesuffix("…").split()
    if " ".join(words) in " ".join(source.text.split()):
        return source
    evidence = tuple(one for one in source.evidence if one.field != "title")
    return replace(source, title=None, title_derived=False, evidence=evidence)


def for_pages(digest: Digest) -> Digest:
    """Give a digest as pages may show it: nothing of it stands in a sentence that is hidden.

    `digest.json` keeps the single names, dates and figures of such sentences.
    """
    kept = mask(digest)
    away = hidden(digest)
    if not away:
        return kept

    def stands(place: Passage) -> bool:
        return not any(
            place.source == sentence.source and sentence.span.shared(place.span)
            for sentence in away
        )

    names = (
        replace(
            name,
            mentions=tuple(filter(stands, name.mentions)),
            roles=tuple(filter(stands, name.roles)),
        )
        for name in kept.names
    )
    return replace(
        kept,
        names=tuple(name for name in names if name.mentions),
        tellings=tuple(
            replace(
                telling,
                dates=tuple(date for date in telling.dates if stands(date.passage)),
                quantities=tuple(one for one in telling.quantities if stands(one.passage)),
            )
            if telling.document.source.rights == "excerpt"
            else telling
            for telling in kept.tellings
        ),
    )


def hidden(digest: Digest) -> frozenset[Passage]:
    """Give the sentences that may not be shown: of an excerpted text, those of no finding."""
    guarded = [t for t in digest.tellings if t.document.source.rights == "excerpt"]
    used = tuple(told(digest)) if guarded else ()
    return frozenset(
        sentence.passage
        for telling in guarded
        for sentence in telling.document.sentences
        if sentence.part != "title"
        and not any(p.source == telling.id and sentence.span.shared(p.span) for p in used)
    )


def passages(digest: Digest) -> Iterator[Passage]:
    """Give every passage that a finding points at."""
    yield from told(digest)
    for name in digest.names:
        yield from (*name.mentions, *name.roles)
    for telling in digest.tellings:
        yield from (date.passage for date in telling.dates)
        yield from (quantity.passage for quantity in telling.quantities)


def told(digest: Digest) -> Iterator[Passage]:
    """Give the passages of findings that say something: claims, speech, stances, lineage."""
    for claim in digest.claims:
        yield claim.gist
        yield from (mention.passage for mention in claim.mentions)
    for difference in digest.differences:
        yield from (reading.passage for reading in difference.readings)
    for telling in digest.tellings:
        for given in telling.attributions:
            places = (given.content, given.speaker_at, given.cue_at)
            yield from (place for place in places if place is not None)
    yield from (frame.passage for frame in digest.frames)
    for evidence in chain.from_iterable(stance.evidence for stance in digest.stances):
        yield from (evidence.passage, *evidence.words)
    yield from chain.from_iterable(quotation.printings for quotation in digest.quotations)
    for derivation in digest.lineage.derived:
        yield from (derivation.passage, derivation.origin)
    yield from chain.from_iterable(origin.evidence for origin in digest.lineage.origins)
    yield from chain.from_iterable(line.evidence for line in digest.summary)
