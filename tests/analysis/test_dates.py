from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import dates
from tests.case_files import cases
from tests.making import document

DAY = "2026-03-04"
PIECES = st.sampled_from(
    [
        "on",
        "Monday",
        "March",
        "3",
        "2026",
        "will",
        "in",
        "last",
        "week",
        ",",
        "-",
        "the",
        "ago",
        "two",
        "years",
        "Christmas",
        "10 a.m.",
        "until",
        "May",
        "31",
        "/",
        "2025-02-30",
        "summer",
        "next",
        ".",
    ]
)


def shown(text: str, day: str | None = DAY) -> str:
    return "\n".join(
        f"{found.passage.of(text)} | {found.date} | {found.time or '-'} | "
        f"{'background' if found.background else '-'}"
        for found in dates.find(document(text), day)
    )


@pytest.mark.parametrize(("text", "expected"), cases("dates"))
def test_reads_dates_as_a_newsroom_means_them(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_without_a_day_only_what_is_printed_whole_is_read() -> None:
    text = "It was signed on Monday, on 3 May and on 3 May 2025, last year."
    assert shown(text, None) == "3 May 2025 | 2025-05-03 | - | -"


@pytest.mark.parametrize("day", [None, "2026-02-30", "2026-03"])
def test_a_day_that_is_no_day_resolves_nothing_relative(day: str | None) -> None:
    assert shown("It closed on Monday and reopened on 3 May 2025.", day) == (
        "3 May 2025 | 2025-05-03 | - | -"
    )


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("It closed on Monday.", "day"),
        ("It closed in January.", "month"),
        ("It closed last year.", "year"),
        ("It closed last summer.", "season"),
        ("It closed last week.", "range"),
    ],
)
def test_precision_is_what_the_words_give(text: str, precision: str) -> None:
    (found,) = dates.find(document(text), DAY)
    assert found.precision == precision


def test_the_basis_says_how_a_date_was_found() -> None:
    (found,) = dates.find(document("It closed on Monday."), DAY)
    assert found.basis == "weekday before the article’s day"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2023-13-40", "soon"])
def test_nothing_is_counted_from_a_day_without_newspapers(day: str) -> None:
    text = "It closed on Monday, 30 months ago, and opens on 3 May or next week."
    assert dates.find(document(text), day) == dates.find(document(text), None)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_expressions_lie_in_their_text_apart_and_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    spans = [found.passage.span for found in dates.find(document(text), DAY)]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) for span in spans)
