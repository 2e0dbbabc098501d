"""Where the words of texts are cut."""

import pytest

from tellings.render import cutting
from tests.case_files import cases


@pytest.mark.parametrize(("words", "expected"), cases("cutting"))
def test_words_are_cut_where_a_phrase_may_end(words: str, expected: str) -> None:
    text, _, room = words.rpartition("\n")
    assert cutting.clip(text, int(room)) == expected


@pytest.mark.parametrize(
    ("words", "kept", "expected"),
    [
        ("The ferry sank off the cape.", "sank", "The ferry sank off the cape."),
        (
            "The ferry Alda, which had left the harbour at dawn, sank off the cape with 24 men.",
            "24 men",
            "… sank off the cape with 24 men.",
        ),
        (
            "The ferry of the harbour office that was built in Tresa sank with 24 men in a storm.",
            "24 men",
            "… that was built in Tresa sank with 24 men …",
        ),
        (
            "The ferry of the harbour office of the city of Norrin sank under 24 men in a storm.",
            "24 men",
            "… 24 men in a storm.",
        ),
    ],
)
def test_words_are_cut_around_what_matters_in_them(words: str, kept: str, expected: str) -> None:
    start = words.index(kept)
    assert cutting.around(words, start, start + len(kept), 48) == expected
