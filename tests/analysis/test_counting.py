"""When two numbers count the same thing."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis.numbers.comparing import Counted, comparable, counted, verdict
from tellings.model.findings import Telling
from tellings.model.span import Span
from tests.case_files import cases
from tests.making import telling

TWINS = {
    "miles": ("kilometres", 1.609344),
    "feet": ("metres", 0.3048),
    "acres": ("hectares", 0.404686),
    "pounds": ("kg", 0.453592),
    "mph": ("km/h", 1.609344),
    "gallons": ("litres", 3.785412),
}
"""Units, and what one of each comes to in another."""


@pytest.mark.parametrize(("text", "expected"), cases("counting"))
def test_numbers_are_compared_only_when_they_count_one_thing(text: str, expected: str) -> None:
    one, other = (telling(line) for line in text.splitlines())
    verdicts = {": ".join(verdict(a, b)) for a, b in pairs(one, other) if comparable(a, b)}
    assert (" ".join(sorted(verdicts)) or "nothing") == expected


def pairs(one: Telling, other: Telling) -> Iterator[tuple[Counted, Counted]]:
    here = counted(one, Span(0, len(one.text)))
    return product(here, counted(other, Span(0, len(other.text))))


NUMBERS = st.sampled_from(
    [
        "24",
        "at least 20",
        "nearly 300",
        "dozens of",
        "30 to 40",
        "up to 30",
        "several hundred",
        "289",
    ]
)
THINGS = st.sampled_from(
    [
        "ferries",
        "people were killed",
        "of the 900 ferries",
        "miles of road",
        "km of road",
        "per cent",
    ]
)


@settings(max_examples=80, deadline=None)
@given(NUMBERS, THINGS, NUMBERS, THINGS)
def test_a_comparison_reads_the_same_from_both_sides(
    number: str, thing: str, other_number: str, other_thing: str
) -> None:
    one, other = (
        telling(f"There were {number} {thing}."),
        telling(f"There were {other_number} {other_thing}."),
    )
    for a, b in pairs(one, other):
        assert comparable(a, b) == comparable(b, a)
        assert verdict(a, b) == verdict(b, a)
    for a in counted(one, Span(0, len(one.text))):
        assert verdict(a, a) == ("same", "one number")


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(TWINS)), st.integers(min_value=100, max_value=9999))
def test_a_quantity_and_its_conversion_are_one(unit: str, value: int) -> None:
    other, size = TWINS[unit]
    one = telling(f"The track is {value:,} {unit} from the wall of the old mill.")
    two = telling(f"The track is {value * size:,.0f} {other} from the wall of the old mill.")
    ((a, b),) = pairs(one, two)
    assert verdict(a, b)[0] in {"same", "compatible"}
    assert a.value == pytest.approx(b.value, rel=0.06)
