from itertools import pairwise
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis import dates
from tellings.analysis.dates import finding
from tellings.analysis.dates.rules import rules
from tellings.model.phrase import Phrase
from tests.case_files import cases
from tests.making import document
from tools.gather_phrases import gathered

DAY = "2026-03-04"
CASES = ("dates", "dates-told")
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
        "that day",
        "the following",
        "weekend",
        "a week after",
        "two days earlier",
        "Easter",
        "the 1980s",
        "today",
        ".",
    ]
)


def shown(text: str, day: str | None = DAY) -> str:
    return "\n".join(
        f"{found.passage.of(text)} | {found.date} | "
        f"{' '.join(filter(None, (found.time, found.zone))) or '-'} | "
        f"{'background' if found.background else '-'}"
        for found in dates.find(document(text), day)
    )


@pytest.mark.parametrize(("text", "expected"), [case for name in CASES for case in cases(name)])
def test_reads_dates_as_a_newsroom_means_them(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "words", ["last Tuesday", "at the end of February", "two days ago", "in early January 2025"]
)
def test_a_date_is_read_across_the_end_of_a_line(words: str) -> None:
    text = f"The ferry sank {words}."
    (found,) = dates.find(document(text), DAY)
    broken = text.replace(words, words.replace(" ", "\n"))
    (again,) = dates.find(document(broken), DAY)
    assert (again.date, again.passage) == (found.date, found.passage)


def test_every_rule_has_a_case_that_it_reads() -> None:
    texts = [cast("Any", case).values[0] for name in CASES for case in cases(name)]
    read = {
        found.rule
        for text in texts
        for _, _, every in finding.told_in_order(document(text), finding.day_of(DAY))
        for found in every
    }
    assert [rule.name for rule in rules() if rule.name not in read] == []


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


@pytest.mark.parametrize("name", CASES)
def test_every_basis_can_be_said_in_other_languages(name: str) -> None:
    texts = [str(cast("Any", one).values[0]) for one in cases(name)]
    found = [one.basis for text in texts for one in dates.find(document(text), DAY)]
    assert found
    assert [basis for basis in found if not isinstance(basis, Phrase)] == []
    assert {basis.message for basis in found if isinstance(basis, Phrase)} <= {*gathered()}


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("It sank on Monday. The next day it rose.", "day after the date told before it"),
        (
            "It sank on Monday. It rose two days later.",
            "counted ahead 2 days from the date told before it",
        ),
        ("It comes a day after the vote.", "counted back 1 day from the article’s day"),
        ("It shuts over the weekend.", "weekend before the article’s day"),
        ("It shut on Good Friday.", "feast nearest to the article’s day"),
    ],
)
def test_the_basis_says_what_a_date_leans_on(text: str, basis: str) -> None:
    assert dates.find(document(text), DAY)[-1].basis == basis


@pytest.mark.parametrize(
    ("published", "text", "date"),
    [
        ("2026-03-04 07:07", "Calls were not answered this afternoon.", "2026-03-03"),
        ("2026-03-04 02:03 EST", "Tonight was calm, he wrote.", "2026-03-03"),
        ("2026-03-04 07:07", "He walked in at 10 a.m. today.", "2026-03-03"),
        ("2026-03-04 07:07", "He walked in at 6 a.m. today.", "2026-03-04"),
        ("2026-03-04 07:07", "Crews will march this afternoon.", "2026-03-04"),
        ("2026-03-04 07:07 GMT", "Calls were not answered this afternoon.", "2026-03-04"),
        ("2026-03-04 00:00", "Calls were not answered this afternoon.", "2026-03-04"),
        ("2026-03-04 19:30", "Calls were not answered this afternoon.", "2026-03-04"),
        ("2026-03-04", "Calls were not answered this afternoon.", "2026-03-04"),
    ],
)
def test_a_text_cannot_tell_of_an_hour_after_it_was_filed(
    published: str, text: str, date: str
) -> None:
    (found,) = dates.find(document(text, published=published), DAY)
    assert found.date == date


def test_headlines_tell_in_the_present_what_has_happened() -> None:
    told = dates.find(document("It meets on Friday.", title="Council meets on Friday"), DAY)
    assert [found.date for found in told] == ["2026-02-27", "2026-03-06"]


def test_a_lead_that_counts_years_after_something_names_its_year() -> None:
    (found,) = dates.find(document("Ten years after the flood, the mill is shut."), DAY)
    assert (found.date, found.precision) == ("2016", "year")


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
