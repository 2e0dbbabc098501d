"""Where the words of texts are cut."""

import pytest

from tellings.render import cutting
from tests.case_files import cases


@pytest.mark.parametrize(("words", "expected"), cases("cutting"))
def test_words_are_cut_where_a_phrase_may_end(words: str, expected: str) -> None:
    text, _, room = words.rpartition("\n")
    assert cutting.clip(text, int(room)) == expected
