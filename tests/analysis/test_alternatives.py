import re

from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis.alternatives import one_of

WORDS = st.lists(st.text("ab ’.-é", min_size=1, max_size=6), min_size=1, max_size=12)


@given(WORDS, st.text("ab ’.-é", max_size=6))
def test_a_list_as_one_pattern_reads_its_words_and_no_others(words: list[str], other: str) -> None:
    pattern = re.compile(one_of(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert bool(pattern.fullmatch(other)) == (other in words)


def test_of_two_words_that_fit_the_longer_is_read() -> None:
    found = re.match(one_of(["quay", "quayside", "quays", "port"]), "quaysides")
    assert found is not None
    assert found.group() == "quayside"


def test_both_signs_for_an_apostrophe_are_one() -> None:
    assert re.fullmatch(one_of(["New Year’s Eve"]), "New Year's Eve")
