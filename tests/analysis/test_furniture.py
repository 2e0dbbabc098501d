"""What stands in a text and tells nothing."""

import pytest

from tellings.analysis import furniture
from tests.analysis.event import GAZETTE, LEDGER, drawn, told, words
from tests.case_files import cases
from tests.making import document

LINKS = "\n\nDOCKERS OF NORRIN VOW TO STRIKE UNTIL MAY\n\n"


@pytest.mark.parametrize(("text", "expected"), cases("page-furniture"))
def test_what_a_page_prints_around_its_text_is_told_from_it(text: str, expected: str) -> None:
    one = document(text)
    lines, heads = furniture.lines(one), furniture.heads(one)
    found = [
        "# " * (sentence.span.start not in lines) + one.words(sentence)
        for sentence in one.sentences
        if sentence.span.start in lines | heads
    ]
    assert "\n".join(found) == expected


def test_furniture_is_no_claim_also_where_two_texts_print_it() -> None:
    tellings = told(ledger=LEDGER + LINKS + "It rained.", gazette=GAZETTE + LINKS + "It rained.")
    claims, _ = drawn(tellings)
    assert not any("VOW" in each for claim in claims for each in words(tellings, claim).values())


def test_a_heading_is_no_claim_of_its_own() -> None:
    one = "The ferry to Tresa sank in the bay.\n\nWhat the divers found\n\nNobody was on board it."
    claims, _ = drawn(told(ledger=one))
    assert len(claims) == 2
