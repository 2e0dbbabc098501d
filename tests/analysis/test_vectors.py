"""The packaged word-piece vectors."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.data import vectors

WORDS = st.text(alphabet="abcdefgé-’ ", max_size=30)


def test_every_piece_of_the_vocabulary_has_a_row() -> None:
    assert len(vectors.vocabulary()) == len(vectors.table())


def test_words_are_cut_into_the_longest_known_pieces() -> None:
    assert vectors.pieces("The Dockers’ strike") == ("the", "dock", "##ers", "’", "strike")


def test_accents_and_capitals_make_no_difference() -> None:
    assert vectors.pieces("ÉLAN") == vectors.pieces("elan")


def test_a_word_beyond_all_pieces_is_unknown_and_not_an_error() -> None:
    assert vectors.pieces("x" * 101) == ("[UNK]",)


@given(WORDS, WORDS)
@settings(max_examples=40)
def test_sums_are_exact_and_add_up(one: str, other: str) -> None:
    first, second, both = vectors.sums((one, other, f"{one} {other}"))
    assert np.array_equal(first + second, both)


def test_an_empty_text_sums_to_nothing() -> None:
    assert not vectors.sums(("",)).any()
