"""Names are compared only where they can be one; what can be one is never left out."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis.names.hearing import SmallWords
from tellings.analysis.names.spelling import in_common, key, one_person

GIVEN = st.sampled_from(["Mara", "Maria", "Marla", "M.", "Otto", "Ott", "Anna-Lena", "Élise"])
LAST = st.sampled_from(["Brandt", "Brand", "Brant", "al-Norrin", "el-Norrin", "Lind", "Lindt"])
NAMES = st.tuples(GIVEN, LAST) | st.tuples(GIVEN, GIVEN, LAST) | st.tuples(GIVEN, LAST, LAST)
TEXTS = st.text("abAB’'- .é\n", max_size=40)


@given(NAMES, NAMES, st.sampled_from([(), ("Jr",)]))
def test_two_names_of_one_person_have_a_sign_in_common(
    one: tuple[str, ...], other: tuple[str, ...], ending: tuple[str, ...]
) -> None:
    left, right = key(one), key(other + ending)
    if one_person(left, right):
        assert set(in_common(left)) & set(in_common(right))


@given(st.lists(TEXTS, max_size=3), st.text("abé’-", min_size=1, max_size=3))
def test_small_words_are_counted_as_they_stand(texts: list[str], word: str) -> None:
    every = [found for text in texts for found in re.findall(r"\b[a-z][\w’'-]*", text)]
    assert SmallWords(texts).times(word) == every.count(word)


def test_what_a_hyphen_joins_is_one_small_word() -> None:
    small = SmallWords(["The half-built quay; a half-done pier.", "A quay’s end."])
    assert [small.times(word) for word in ("quay", "half-built", "built", "half")] == [1, 1, 0, 0]
