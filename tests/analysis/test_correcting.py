"""The editor's entries, put to the findings of one small event."""

import difflib
from collections.abc import Iterator

import pytest

from tellings.analysis.study import study
from tellings.model.digest import Digest
from tellings.model.event import Event, Target
from tellings.model.findings import Telling
from tellings.model.phrase import Phrase
from tellings.model.source import Source
from tellings.reading import corrections
from tellings.render.phrases import Key
from tests.analysis.event import COURIER, GAZETTE, LEDGER
from tests.case_files import cases
from tests.making import source
from tools.gather_phrases import gathered

SOURCES = (
    source(COURIER, id="courier", published="2026-03-04"),
    source(GAZETTE, id="gazette", published="2026-03-04"),
    source(LEDGER, id="ledger", published="2026-03-04"),
)
TARGETS = (Target(id="union", name="union", aliases=("dock workers",)),)


def digest(toml: str, sources: tuple[Source, ...] = SOURCES) -> Digest:
    """Study the event with these entries; none of their words may be missing from it."""
    read = corrections.parse(toml.encode(), "corrections.toml", sources, ("union",))
    assert read.problems == ()
    return study(
        Event(
            slug="strike",
            path="event.md",
            title="Strike",
            on="2026-03-02",
            targets=TARGETS,
            sources=sources,
            corrections=read.corrections,
        )
    )


def lines(found: Digest) -> Iterator[str]:
    """Give a digest as short lines, one for each thing that an editor may set."""
    for telling in found.tellings:
        yield from read(telling)
    for name in found.names:
        yield f"name: {', '.join((name.name, *name.variants))}"
    for group in found.lineage.texts:
        yield f"text: {' + '.join(group)}"
    yield from compared(found)
    for frame in found.frames:
        yield f"term for {frame.target} in {frame.passage.source}: {frame.term}, {frame.voice}"
    for stance in found.stances:
        said = "; ".join(found.words(word) for e in stance.evidence for word in e.words)
        yield f"stance {stance.source} {stance.target} {stance.voice}: {stance.value} ({said})"
    for line in found.summary:
        yield f"short: {line.text}"


def read(telling: Telling) -> Iterator[str]:
    """Give what was read in one text."""
    for one in telling.attributions:
        yield f"given {one.kind} in {telling.id}: {one.content.of(telling.text)} = {one.speaker}"
    for date in telling.dates:
        past = " (background)" if date.background else ""
        yield f"date in {telling.id}: {date.passage.of(telling.text)} = {date.date}{past}"


def compared(found: Digest) -> Iterator[str]:
    """Give claims, differences and sections."""
    counts = {cover.claim: cover.texts for cover in found.covers}
    gists = {claim.id: found.words(claim.gist) for claim in found.claims}
    for claim in found.claims:
        where = ", ".join(mention.passage.source for mention in claim.mentions)
        yield f"claim: {gists[claim.id]} / {where} / {counts[claim.id]}"
    for difference in found.differences:
        values = " | ".join(reading.value for reading in difference.readings)
        yield f"differs: {difference.kind} {difference.relation}: {values}"
    for section in found.sections:
        yield from (f"under {section.name}: {gists[id_]}" for id_ in section.claims)


PLAIN = digest("")


def changes(found: Digest) -> Iterator[str]:
    """Say what the entries did, what does not fit, and which lines went and came."""
    for one in found.corrections:
        problem = f" BUT {one.problem}" if one.problem else ""
        yield f"{one.correction.line}: {one.did}{problem}"
    both = difflib.ndiff(tuple(lines(PLAIN)), tuple(lines(found)))
    yield from (line for line in both if line[0] in "-+")


@pytest.mark.parametrize(("text", "expected"), cases("corrections"))
def test_an_entry_does_what_it_says_and_no_more(text: str, expected: str) -> None:
    assert list(changes(digest(text))) == expected.splitlines()


def test_a_source_left_out_twice_is_left_out_once() -> None:
    entry = '[[source]]\nsource = "courier"\ncount = false\n'
    assert digest(entry * 2).lineage.uncounted == ("courier",)


def spoken(found: Digest) -> Iterator[str]:
    """Give what findings say in the program's own words."""
    yield from (one for log in found.corrections for one in (log.did, log.problem) if one)
    yield from (date.basis for telling in found.tellings for date in telling.dates)
    yield from (one.because for one in found.differences if one.because and not one.edit)
    for stance in found.stances:
        if stance.edit is None or not stance.edit.because:
            yield from (stance.reason, *(one.reason for one in stance.evidence if one.reason))


def phrases(words: str) -> Iterator[Key]:
    """Give the messages that words are made of; a plain string is none."""
    assert isinstance(words, Phrase), words
    yield (words.message, words.many) if words.many else words.message
    yield from (key for _, one in words.values if isinstance(one, Phrase) for key in phrases(one))


@pytest.mark.parametrize(("text", "_"), cases("corrections"))
def test_what_findings_say_can_be_said_in_other_languages(text: str, _: str) -> None:
    every = {key for words in spoken(digest(text)) for key in phrases(words)}
    assert every
    assert every <= {*gathered()}
