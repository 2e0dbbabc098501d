from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import numbers
from tellings.model.findings import Quantity
from tests.case_files import cases
from tests.making import document

PIECES = st.sampled_from(
    [
        "two",
        "hundred",
        "and",
        "six",
        "a",
        "dozen",
        "$",
        "$5",
        "million",
        "1,200",
        "people",
        "3.5",
        "%",
        "to",
        "at least",
        "Falcon",
        "30",
        "-",
        "year-old",
        "percent",
        ".",
        "tens of thousands",
        "one",
    ]
)


def shown(text: str) -> str:
    return "\n".join(row(found, text) for found in numbers.find(document(text)))


def row(found: Quantity, text: str) -> str:
    value = f"{found.value:.15g}" + ("" if found.upper is None else f" to {found.upper:.15g}")
    unit = (found.unit or "-") + (f" per {found.per}" if found.per else "")
    cells = [found.passage.of(text), value, unit, found.counts or "-", found.bound]
    return " | ".join([*cells, *([found.part_of] if found.part_of else [])])


@pytest.mark.parametrize(("text", "expected"), cases("numbers"))
def test_reads_quantities_with_unit_thing_and_bound(text: str, expected: str) -> None:
    assert shown(text) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_quantities_lie_in_their_text_apart_and_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    spans = [found.passage.span for found in numbers.find(document(text))]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=3, max_value=10**12))
def test_figures_keep_their_value(value: int) -> None:
    (found,) = numbers.find(document(f"They counted {value:,} ships."))
    assert (found.value, found.counts) == (value, "ships")
