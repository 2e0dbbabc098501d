"""The entries of corrections.toml that would change what is held about a passage."""

from collections.abc import Iterator

from tellings.analysis.correcting.claims import telling_it
from tellings.analysis.correcting.entries import touches
from tellings.model.digest import Digest
from tellings.model.span import Passage
from tellings.reading.corrections.writing import Value, address, entry

__all__ = ["entries", "of_cell", "of_claim", "of_difference", "of_speech", "of_stance"]

PART = 0.3
"""How much of a sentence words must be to be offered as a gist."""


def entries(digest: Digest, place: Passage, sentence: Passage) -> tuple[str, ...]:
    """Write the entries that would change a sentence's findings, filled in with what holds now.

    `place` is what an editor asked about: a long part of the sentence is offered as the gist.
    """
    return tuple(
        dict.fromkeys(
            (
                *of_speech(digest, sentence),
                *of_time(digest, sentence),
                *of_claim(digest, sentence, place),
                *of_difference(digest, sentence),
                *of_stance(digest, sentence),
                *of_terms(digest, sentence),
                *of_summary(digest, sentence),
            )
        )
    )


def at(digest: Digest, place: Passage, *, short: bool = False) -> dict[str, str | int]:
    """Address a passage; `short` by its first words."""
    return address(place, digest.telling(place.source).text, short=short)


def of_speech(digest: Digest, sentence: Passage) -> Iterator[str]:
    """Offer another speaker, and other bounds, for what is given as somebody's."""
    for given in digest.telling(sentence.source).attributions:
        if touches(given.content, sentence):
            where = at(digest, given.content)
            yield entry("speaker", {**where, "speaker": given.speaker or ""})
            yield entry("content", {**where, "kind": given.kind})


def of_time(digest: Digest, sentence: Passage) -> Iterator[str]:
    """Offer another date."""
    for date in digest.telling(sentence.source).dates:
        if touches(date.passage, sentence):
            day = date.date if date.precision in {"day", "month", "year"} else ""
            fields: dict[str, Value] = {**at(digest, date.passage), "date": day}
            yield entry("date", {**fields, "background": date.background})


def of_claim(digest: Digest, sentence: Passage, place: Passage) -> Iterator[str]:
    """Offer to reject a mention, to name a claim otherwise, to move it and to pin it."""
    for claim in telling_it(digest.claims, sentence):
        others = [m.passage for m in claim.mentions if not touches(m.passage, sentence)]
        if others:
            yield entry(
                "reject",
                {**at(digest, sentence, short=True), "of": at(digest, others[0], short=True)},
            )
        gist = next(
            (m.clause or m.passage for m in claim.mentions if m.passage == sentence), sentence
        )
        long = place.end - place.start >= PART * (sentence.end - sentence.start)
        yield entry("gist", at(digest, place if long else gist))
        section = next((s.name for s in digest.sections if claim.id in s.claims), "")
        yield entry("section", {**at(digest, sentence, short=True), "section": section})
        for link in claim.related:
            if link.here == sentence:
                passages = (
                    at(digest, sentence, short=True),
                    at(digest, link.there, short=True),
                )
                yield entry("join", {"passages": passages})


def of_difference(digest: Digest, sentence: Passage) -> Iterator[str]:
    """Offer to judge a difference otherwise, or to dismiss it."""
    for one in digest.differences:
        if any(touches(reading.passage, sentence) for reading in one.readings):
            passages = tuple(at(digest, reading.passage) for reading in one.readings)
            said: dict[str, Value] = {"kind": one.kind, "relation": one.relation}
            yield entry("difference", {**said, "passages": passages})
            yield entry("difference", {"kind": one.kind, "dismiss": True, "passages": passages})


def of_stance(digest: Digest, sentence: Passage) -> Iterator[str]:
    """Offer another value for the stances that rest on a sentence."""
    for stance in digest.stances:
        if stance.value is None or not any(
            touches(one.passage, sentence) for one in stance.evidence
        ):
            continue
        fields: dict[str, Value] = {
            "source": stance.source,
            "target": stance.target,
            "voice": stance.voice,
            "value": stance.value,
        }
        yield entry("stance", fields)


def of_cell(digest: Digest, source: str, target: str) -> tuple[str, ...]:
    """Offer other values for a text and a target, in both voices, with a sentence to quote."""
    found: list[str] = []
    for stance in digest.stances:
        if (stance.source, stance.target) == (source, target):
            fields: dict[str, Value] = {"source": source, "target": target, "voice": stance.voice}
            fields |= {"clear": True} if stance.value is None else {"value": stance.value}
            words = [place for one in stance.evidence for place in one.words or (one.passage,)]
            found.append(entry("stance", {**fields, **(at(digest, words[0]) if words else {})}))
    return tuple(found)


def of_terms(digest: Digest, sentence: Passage) -> Iterator[str]:
    """Offer another target for a term."""
    for frame in digest.frames:
        if touches(frame.passage, sentence):
            yield entry("term", {**at(digest, frame.passage), "target": frame.target})


def of_summary(digest: Digest, sentence: Passage) -> Iterator[str]:
    """Offer to pin a sentence to “In short”, or to drop it."""
    held = any(touches(place, sentence) for line in digest.summary for place in line.evidence)
    yield entry("summary", {**at(digest, sentence), "drop" if held else "pin": True})
