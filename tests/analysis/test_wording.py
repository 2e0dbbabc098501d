"""Words, clauses and cues of a sentence."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import wording
from tellings.analysis.claims.certainty import certainty
from tellings.analysis.clauses import pieces
from tests.case_files import cases


@pytest.mark.parametrize(("text", "expected"), cases("pieces"))
def test_a_sentence_is_compared_in_pieces(text: str, expected: str) -> None:
    assert [clause.of(text) for clause in pieces(text)] == expected.splitlines()


@pytest.mark.parametrize(("text", "expected"), cases("certainty"))
def test_a_sentence_sounds_as_sure_as_its_cues(text: str, expected: str) -> None:
    assert certainty(text) == expected


@given(st.text(alphabet="ab, .;:-–“”()\n", max_size=80))
@settings(max_examples=60)
def test_clauses_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = pieces(text)
    assert all(clause.end <= len(text) for clause in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_folding_moves_no_character(text: str) -> None:
    assert len(wording.fold(text)) == len(text)


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_small_letters_move_no_character(text: str) -> None:
    assert len(wording.small_letters(text)) == len(text)


def test_a_letter_whose_small_form_is_longer_stays() -> None:
    assert wording.small_letters("İstanbul Port") == "İstanbul port"


def test_the_words_of_a_text_are_told_from_its_marks() -> None:
    said = wording.words_in("“two” ferries—and half-a-dozen boats, 30 crew’s")
    assert said == {"two", "ferries", "and", "half", "a", "dozen", "boats", "crew", "s"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("strikes", "strike"),
        ("striking", "strike"),
        ("ministries", "ministry"),
        ("closed", "close"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert wording.stem(one) == wording.stem(other)
