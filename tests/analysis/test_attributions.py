import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import attributions, sentences
from tellings.analysis.attributions.naming import head_noun
from tellings.model.document import Document
from tellings.model.span import Span
from tests.case_files import cases
from tests.making import source

WORDS = st.sampled_from(
    [
        "Mara Lind",
        "said",
        "“We wait,”",
        "he",
        "that",
        "according to",
        "police",
        ".",
        ",",
        "'so'",
        "“",
        '"',
        "told",
        "the",
        "port",
        "was shut",
        "\n\n",
        ":",
        "—",
        "’",
        "Mr. Vey",
        "who",
        "and",
    ]
)


def read(text: str, title: str | None = None) -> Document:
    return sentences.split(source(text, title=title))


def told(document: Document, *kinds: str) -> list[tuple[str, str | None, str]]:
    text = document.source.text
    return [
        (a.kind, a.speaker, a.content.of(text))
        for a in attributions.find(document)
        if not kinds or a.kind in kinds
    ]


@pytest.mark.parametrize(("text", "expected"), cases("attributions"))
def test_what_is_given_as_whose(text: str, expected: str) -> None:
    found = [f"{kind} | {speaker or '—'} | {said}" for kind, speaker, said in told(read(text))]
    assert found == expected.splitlines()


@pytest.mark.parametrize(("text", "expected"), cases("speakers"))
def test_who_a_printed_speaker_is(text: str, expected: str) -> None:
    found = [f"{speaker or '—'} | {said}" for _, speaker, said in told(read(text))]
    assert found == expected.splitlines()


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_every_finding_lies_inside_one_sentence(text: str) -> None:
    document = read(text)
    for found in attributions.find(document):
        home = document.sentence_at(found.content.start)
        assert home is not None
        for passage in (found.content, found.speaker_at, found.cue_at):
            assert passage is None or home.span.holds(passage.span)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_a_scare_quotation_is_nobodys(text: str) -> None:
    for found in attributions.find(read(text)):
        assert found.kind != "scare" or (found.speaker, found.cue_at) == (None, None)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet="“”\"'‘’«»`aB .,:—\n", max_size=200))
def test_any_text_at_all_has_its_attributions_inside_it(text: str) -> None:
    document = read(f"a {text}")
    whole = Span(0, len(document.source.text))
    for found in attributions.find(document):
        assert whole.holds(found.content.span)
        assert found.content.of(document.source.text).strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_what_is_given_as_said_stands_in_one_paragraph(text: str) -> None:
    document = read(text)
    for found in attributions.find(document):
        assert "\n\n" not in found.content.of(document.source.text)


@pytest.mark.parametrize(
    ("printed", "head"),
    [("a member of the council", "member"), (", the mayor", "mayor"), (",", ",")],
)
def test_the_head_noun_of_a_phrase_is_found_behind_a_comma_too(printed: str, head: str) -> None:
    assert head_noun(printed) == head


def steps(text: str) -> int:
    """Count the calls that finding the attributions of a text takes."""
    document = read(text)
    calls = 0

    def count(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal calls
        calls += 1

    watching = sys.getprofile()
    sys.setprofile(count)
    try:
        attributions.find(document)
    finally:
        sys.setprofile(watching)
    return calls


@pytest.mark.parametrize(
    "piece",
    ["“", '"', "“” ", "“a ‘b ", "«a “b” ", '"a b c d e." ', "“We wait,” he said. ", "“a.”\n\n"],
)
def test_twice_the_quotation_marks_are_twice_the_work(piece: str) -> None:
    assert steps(piece * 800) < 2.6 * steps(piece * 400)


@pytest.mark.parametrize(
    "piece",
    [
        "Lind said that the port was shut and ",
        "he said that the port was shut and Mara Lind ",
        "Lind said “we wait for ships” and ",
        "according to Lind, ",
        "allegedly ",
    ],
)
def test_a_sentence_of_twice_the_length_is_twice_the_work(piece: str) -> None:
    assert steps(piece * 400) < 2.6 * steps(piece * 200)


def test_a_sentence_without_end_is_read_to_its_end() -> None:
    document = read("the port was shut and " * 200 + "then Lind said that no ships came.")
    assert told(document) == [("indirect", "Lind", "no ships came")]


def test_ten_thousand_quotation_marks_are_read() -> None:
    assert isinstance(attributions.find(read("“" * 10_000)), tuple)


def test_a_headline_means_the_full_name_of_the_body() -> None:
    document = read("Mara Lind came at noon.", "Talks were 'doomed from the start', says Lind")
    assert ("partial", "Mara Lind", "'doomed from the start'") in told(document)


def test_speaker_and_cue_point_at_the_words_that_tell() -> None:
    document = read("“We wait,” Mara Lind, the mayor, said.")
    (found,) = attributions.find(document)
    assert found.speaker_at is not None
    assert found.cue_at is not None
    text = document.source.text
    assert found.speaker_at.of(text) == "Mara Lind, the mayor"
    assert found.cue_at.of(text) == "said"


def test_a_headline_gives_its_speaker_before_a_colon_and_after_one() -> None:
    assert told(read("It rained.", title="Sheriff: two hurt in Dover")) == [
        ("indirect", "Sheriff", "two hurt in Dover")
    ]
    assert told(read("It rained.", title="Two hurt in Dover: police")) == [
        ("indirect", "police", "Two hurt in Dover")
    ]
    assert told(read("It rained.", title="Video: two hurt in Dover")) == []


def test_quoted_words_of_a_headline_are_those_of_the_body() -> None:
    document = read(
        "“This is a powder keg and no mistake,” said Mara Lind.", "Dover 'a powder keg'"
    )
    (first, *_) = attributions.find(document)
    assert (first.kind, first.speaker, first.headline_only) == ("partial", "Mara Lind", False)


def test_quoted_words_that_stand_in_the_headline_alone_are_marked() -> None:
    document = read("The talks failed.", "Talks were 'doomed from the start', says Lind")
    found = [a for a in attributions.find(document) if a.kind == "partial"]
    assert [(a.speaker, a.headline_only) for a in found] == [("Lind", True)]


def test_a_plain_sentence_about_somebody_is_nobodys_words() -> None:
    text = (
        "“We wait,” a member of Tovar's staff said.\n\n"
        "The Brennish minister was in Dover on Saturday. They will face the press side by side."
    )
    assert [said for _, _, said in told(read(text))] == ["“We wait,”"]
