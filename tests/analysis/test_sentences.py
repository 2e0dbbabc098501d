import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import sentences
from tests.case_files import cases
from tests.making import source

PIECES = st.sampled_from(
    [
        "Mr. Vey",
        "left.",
        "“We wait,”",
        "she said.",
        "U.S.",
        "p.m.",
        '"No!"',
        "...",
        "The",
        "J.",
        "a]",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, min_size=1, max_size=12).map(" ".join),
    st.text("aB .!?\"“”’'()[]…\n1é-", max_size=60),
)


@pytest.mark.parametrize(("text", "expected"), cases("sentences"))
def test_a_text_is_cut_where_an_editor_would_cut_it(text: str, expected: str) -> None:
    document = sentences.split(source(text))
    found = [document.words(sentence) for sentence in document.sentences]
    assert found == expected.splitlines()


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.just("Two hurt. One dead?")))
def test_no_character_is_lost_or_doubled(text: str, title: str | None) -> None:
    told = source(text, title=title)
    document = sentences.split(told)
    spans = [sentence.span for sentence in document.sentences]
    covered = [at for span in spans for at in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    left = "".join(c for at, c in enumerate(told.text) if at not in set(covered))
    assert not left.strip()


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_sentence_lies_in_its_paragraph_and_begins_and_ends_with_a_word_or_mark(
    text: str,
) -> None:
    document = sentences.split(source(text))
    for sentence in document.sentences:
        assert document.source.blocks[sentence.paragraph].span.holds(sentence.span)
        assert document.words(sentence) == document.words(sentence).strip()


def test_a_headline_and_a_subhead_are_one_sentence_each() -> None:
    document = sentences.split(source("## Why now? Why here?\n\nIt rained.", title="Shut. Again."))
    assert [(s.part, document.words(s)) for s in document.sentences] == [
        ("title", "Shut. Again."),
        ("subhead", "Why now? Why here?"),
        ("body", "It rained."),
    ]


def test_a_sentence_is_known_by_its_words_and_not_by_its_place() -> None:
    first = sentences.split(source("It rained. The port is shut."))
    other = sentences.split(source("The port  is\nshut. It snowed."))
    assert first.sentences[1].id == other.sentences[0].id


def test_a_repeated_sentence_is_numbered() -> None:
    document = sentences.split(source("It rained. It rained. It rained."))
    first = document.sentences[0].id
    assert [s.id for s in document.sentences] == [first, f"{first}-2", f"{first}-3"]
