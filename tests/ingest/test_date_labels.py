import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.ingest.furniture import date_labels


@pytest.mark.parametrize(
    ("label", "day", "time", "later"),
    [
        ("July 2, 2026 07:44", "2026-07-02", "07:44", False),
        ("Tue Jul 7, 2026 1:28PM GMT", "2026-07-07", "13:28 GMT", False),
        ("Dec. 13, 2026, 11:58 PM", "2026-12-13", "23:58", False),
        (
            "Page last updated at 16:25 GMT, Sunday, 13 December 2026",
            "2026-12-13",
            "16:25 GMT",
            True,
        ),
        ("14 Dec 2026, 0102 hrs IST", "2026-12-14", "01:02 IST", False),
        ("POSTED: 0940 GMT (1740 HKT), April 10, 2026", "2026-04-10", "09:40 GMT", False),
        ("Published on: 11 November 2026 - 11:25am", "2026-11-11", "11:25", False),
        ("11 November 2026 Last updated at 08:05 GMT", "2026-11-11", "08:05 GMT", True),
        ("13/02/2026", "2026-02-13", None, False),
        ("13.02.2026", "2026-02-13", None, False),
        ("2026-02-13", "2026-02-13", None, False),
        ("12:30 am, 1st of May 2026", "2026-05-01", "00:30", False),
    ],
)
def test_a_label_is_read(label: str, day: str, time: str | None, later: bool) -> None:
    assert date_labels.is_label(label, head=False)
    (stamp,) = date_labels.stamps(label)
    assert (stamp.days, stamp.time, stamp.later) == ((day,), time, later)


@pytest.mark.parametrize(
    "line",
    [
        "He died on 11 November 2026.",
        "In May 2026 the port was shut",
        "The strike of 4 March 2026 began at dawn",
        "31 February 2026 is no day of the calendar",
        "When: 4 March 2026, 10 a.m.",
        "Event date: March 4, 2026",
        "Nothing dated",
    ],
)
def test_a_sentence_with_a_date_is_no_label(line: str) -> None:
    assert not date_labels.is_label(line, head=True)


def test_above_the_text_a_label_may_name_a_place() -> None:
    assert date_labels.is_label("Norhaven, Dec 13, 2026", head=True)
    assert not date_labels.is_label("Norhaven, Dec 13, 2026", head=False)


def test_a_numeric_date_may_mean_two_days() -> None:
    (stamp,) = date_labels.stamps("03/04/2026")
    assert stamp.days == ("2026-03-04", "2026-04-03")


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a %b %d, %Y"]))
@settings(max_examples=60, deadline=None)
def test_every_day_of_four_digits_is_read_back(day: object, form: str) -> None:
    written = f"{day:{form}}"
    found = date_labels.stamps(written)
    if str(day) >= "1000":
        assert [stamp.days for stamp in found] == [(str(day),)]
        assert date_labels.only_label(written) == ""
