"""A source: in which language it is, and what pages call it."""

from dataclasses import replace

import pytest

from tests.making import source


@pytest.mark.parametrize(
    ("lang", "english"),
    [(None, True), ("en", True), ("EN-gb", True), ("de", False), ("de-en", False), ("eng", False)],
)
def test_a_text_is_english_by_its_tag_or_for_want_of_one(lang: str | None, english: bool) -> None:
    assert source("Ships wait.", lang=lang).english is english


def test_a_source_is_called_by_its_outlet_or_its_id() -> None:
    told = source("Ships wait.", id="ledger")
    assert (told.label, replace(told, outlet=None).label) == ("Ledger", "ledger")
