"""Whose words a stretch of text is."""

from dataclasses import replace

import pytest
from hypothesis import given as given_by_chance
from hypothesis import settings
from hypothesis import strategies as st

from tellings.model.corrections import Edit
from tellings.model.findings import Attribution, AttributionKind, Telling, Voice
from tellings.model.span import Passage, Span
from tests.making import telling

KINDS: tuple[AttributionKind, ...] = ("direct", "partial", "indirect", "scare")
TEXT = "The port is shut. “We will not move,” said Mara Lind."


def given(kind: AttributionKind, words: str, speaker: str | None = "Mara Lind") -> Attribution:
    at = TEXT.index(words)
    return Attribution(
        content=Span(at, at + len(words)).within("ledger"), kind=kind, speaker=speaker
    )


def voiced(*attributions: Attribution) -> Telling:
    return replace(telling(TEXT), attributions=attributions)


@pytest.mark.parametrize(
    ("kind", "voice"),
    [
        ("direct", "direct_quote"),
        ("partial", "attributed"),
        ("indirect", "attributed"),
        ("scare", "own"),
    ],
)
def test_words_belong_to_the_voice_that_covers_half_of_them(
    kind: AttributionKind, voice: Voice
) -> None:
    told = voiced(given(kind, "“We will not move,”"))
    assert told.voice_of(Span(18, 37)) == voice
    assert told.voice_of(Span(0, 17)) == "own"


def test_who_speaks_and_the_cue_are_no_words_of_the_text_about_its_matter() -> None:
    said = "“We wait,” said Mara Lind of the harbour board in the old town of Norrin."
    quote, cue, speaker = Span(0, 10), Span(11, 15), Span(16, len(said) - 1)
    named = Attribution(
        content=quote.within("ledger"),
        kind="direct",
        speaker="Mara Lind",
        speaker_at=speaker.within("ledger"),
        cue_at=cue.within("ledger"),
    )
    whole = Span(0, len(said))
    nameless = replace(named, speaker_at=None, cue_at=None)
    assert replace(telling(said), attributions=(named,)).voice_of(whole) == "direct_quote"
    assert replace(telling(said), attributions=(nameless,)).voice_of(whole) == "own"


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("Lind, speaking on the quay of Norrin, said it was a “total shame.”", "attributed"),
        ("Lind led a march through the town of Norrin and said it was a “total shame.”", "own"),
    ],
)
def test_an_aside_before_the_verb_of_saying_is_none_either(said: str, voice: Voice) -> None:
    cue, content = said.index("said"), said.index("it was")
    one = Attribution(
        content=Passage("ledger", content, len(said)),
        kind="indirect",
        speaker="Lind",
        speaker_at=Passage("ledger", 0, len("Lind")),
        cue_at=Passage("ledger", cue, cue + len("said")),
    )
    assert replace(telling(said), attributions=(one,)).voice_of(Span(0, len(said))) == voice


def test_the_speaker_is_the_one_whose_words_cover_most() -> None:
    told = voiced(
        given("indirect", "The port is shut. “We", "Jonas Okafor"),
        given("direct", "“We will not move,”"),
    )
    assert told.speaker_of(Span(18, 37)) == "Mara Lind"
    assert told.speaker_of(Span(0, 17)) == "Jonas Okafor"


def test_marks_that_are_not_speech_have_no_speaker() -> None:
    assert voiced(given("scare", "“We will not move,”")).speaker_of(Span(18, 37)) is None


@given_by_chance(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20), st.sampled_from(KINDS)), max_size=8),
    st.integers(0, 40),
    st.integers(1, 10),
)
@settings(deadline=None)
def test_all_speech_that_shares_characters_with_a_stretch_is_given_in_it(
    said: list[tuple[int, int, AttributionKind]], start: int, size: int
) -> None:
    every = tuple(
        Attribution(content=Span(at, at + length).within("ledger"), kind=kind)
        for at, length, kind in sorted(said)
    )
    stretch = Span(start, start + size)
    shared = tuple(a for a in every if a.kind != "scare" and a.content.span.shared(stretch))
    assert voiced(*every).given_in(stretch) == shared


def test_a_finding_is_the_tool_s_unless_an_editor_has_set_it() -> None:
    place = Span(0, 8).within("ledger")
    assert Attribution(content=place, kind="direct").set_by == "tool"
    assert Attribution(content=place, kind="direct", edit=Edit(by="tb")).set_by == "editor"
