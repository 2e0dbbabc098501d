"""When two numbers count the same thing."""

import pytest

from tellings.analysis.numbers.comparing import agree, comparable, counted
from tellings.model.span import Span
from tests.case_files import cases
from tests.making import telling


@pytest.mark.parametrize(("text", "expected"), cases("counting"))
def test_numbers_are_compared_only_when_they_count_one_thing(text: str, expected: str) -> None:
    one, other = (telling(line) for line in text.splitlines())
    verdicts = {
        agree(a, b)
        for a in counted(one, Span(0, len(one.text)))
        for b in counted(other, Span(0, len(other.text)))
        if comparable(a, b)
    }
    assert (" ".join(sorted(verdicts)) or "nothing") == expected
