"""The tool that measures dates on specs with reference days."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tools import measure_dates
from tools.date_specs import FILES, Case, days_of, left_out, read


def result(text: str, kind: str, **value: str) -> dict[str, Any]:
    """Write a spec's answer."""
    return {"Text": text.lower(), "TypeName": kind, "Resolution": {"values": [value]}}


def specs(folder: Path, *entries: tuple[str, list[dict[str, Any]]]) -> tuple[Case, ...]:
    """Write spec files, the first with cases on a Wednesday, and read them."""
    cases = [
        {
            "Input": words,
            "Context": {"ReferenceDateTime": "2026-03-04T00:00:00"},
            "Results": results,
        }
        for words, results in entries
    ]
    for name in FILES:
        text = json.dumps(cases if name == FILES[0] else [])
        (folder / f"{name}.json").write_text(text, "utf-8-sig")
    return tuple(read(folder))


def test_a_case_allows_its_day_and_either_end_of_a_range(tmp_path: Path) -> None:
    (case,) = specs(
        tmp_path,
        (
            "It opened on 3 March and closes this month",
            [
                result("3 March", "datetimeV2.date", value="2026-03-03"),
                result("this month", "datetimeV2.daterange", start="2026-03-01", end="2026-04-01"),
            ],
        ),
    )
    assert case.day == date(2026, 3, 4)
    assert [(e.words, sorted(e.days)) for e in case.expected] == [
        ("3 March", [("2026-03-03", "2026-03-03")]),
        ("this month", [("2026-03-01", "2026-03-31"), ("2026-03-01", "2026-04-01")]),
    ]


def test_what_concerns_no_dates_of_news_is_left_out_with_its_reason(tmp_path: Path) -> None:
    (case,) = specs(
        tmp_path,
        (
            "Meet at noon or next business day",
            [
                result("noon", "datetimeV2.time", value="12:00:00"),
                result("next business day", "datetimeV2.date", value="2026-03-05"),
            ],
        ),
    )
    assert (case.expected, case.reasons) == (
        (),
        ("no date", "a calendar of business or of schools"),
    )


@pytest.mark.parametrize("words", ["Friday", "last month", "3 March 2024", "two days ago", "2024"])
def test_plain_dates_of_news_stay(words: str) -> None:
    assert left_out(words) is None


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("2026-03-04", ("2026-03-04", "2026-03-04")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2025-12/2026-02", ("2025-12-01", "2026-02-28")),
    ],
)
def test_a_date_covers_its_first_to_its_last_day(printed: str, days: tuple[str, str]) -> None:
    assert days_of(printed) == days


def test_right_coarser_and_missed_answers_are_told_apart(tmp_path: Path) -> None:
    (case,) = specs(
        tmp_path,
        (
            "It came yesterday, left two years ago and is back next day",
            [
                result("yesterday", "datetimeV2.date", value="2026-03-03"),
                result("two years ago", "datetimeV2.date", value="2024-03-04"),
                result("next day", "datetimeV2.date", value="2026-03-05"),
            ],
        ),
    )
    counts, wrong = measure_dates.judge(case)
    assert (counts["right"], counts["coarser"], counts["given"], counts["wanted"]) == (1, 1, 2, 3)
    assert [line.partition(":")[0] for line in wrong] == ["coarser", "missed"]
