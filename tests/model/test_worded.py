"""Values of findings in words."""

from typing import get_args

from tellings.model.findings import Relation
from tellings.model.worded import RELATIONS, VALUES


def test_every_value_of_a_stance_has_words_of_its_own() -> None:
    assert sorted(VALUES) == [-2, -1, 0, 1, 2]
    assert len(set(VALUES.values())) == len(VALUES)
    assert {value for value, words in VALUES.items() if "critical" in words} == {-2, -1}
    assert {value for value, words in VALUES.items() if "favourable" in words} == {1, 2}


def test_every_relation_of_readings_has_words_of_its_own() -> None:
    assert set(RELATIONS) == set(get_args(Relation))
    assert len(set(RELATIONS.values())) == len(RELATIONS)
