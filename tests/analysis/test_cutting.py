"""The clauses of a sentence that can stand for what it tells."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis.attributions.marks import stretches
from tellings.analysis.clauses import cut
from tellings.model.span import Span
from tests.case_files import cases
from tests.making import telling


def clauses(text: str) -> list[tuple[str, Span]]:
    """Cut every sentence of a text."""
    told = telling(text)
    quotes = tuple(mark.span for mark in stretches(told.document))
    return [
        (span.of(told.text), span)
        for sentence in told.document.sentences
        for span in cut(told, sentence.span, quotes)
    ]


@pytest.mark.parametrize(("text", "expected"), cases("clauses"))
def test_a_sentence_is_cut_where_another_thing_is_told(text: str, expected: str) -> None:
    assert [words for words, _ in clauses(text)] == expected.splitlines()


MIXED = (
    "the ferry sank , and which had “ ” while said Mara Lind after it ; burned ( ) — to leave as"
)
WORDS = st.sampled_from(MIXED.split(" "))


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
@settings(max_examples=80)
def test_clauses_lie_inside_their_sentences_in_order_and_apart(text: str) -> None:
    told = telling(text)
    quotes = tuple(mark.span for mark in stretches(told.document))
    for sentence in told.document.sentences:
        found = cut(told, sentence.span, quotes)
        assert found
        assert all(sentence.span.holds(clause) for clause in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
