"""The pieces that the patterns for dates are put together from, and what they come to."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from tellings.analysis.alternatives import one_of
from tellings.data import words

__all__ = [
    "calendar",
    "count_of",
    "count_words",
    "counts",
    "easter_of",
    "holiday_of",
    "last_day",
    "month_of",
    "months",
    "season_of",
    "weekday_of",
]


def calendar() -> dict[str, Any]:
    """Give the calendar's words."""
    return words.load("calendar")


def months(*, after_day: bool = False) -> str:
    """Give the pattern of the months' names; a short form needs a full stop or a day beside it."""
    names = calendar()["months"]
    full = one_of([name for name in names if len(name) > 4 or name in ("May", "June", "July")])
    short = one_of([name for name in names if len(name) <= 4])
    if after_day:
        return rf"(?:{full}|(?:{short})\b\.?)"
    return rf"(?:{full}|(?:{short})\.?(?=,?\s*\d)|(?:{short})\.)"


@cache
def counts() -> str:
    """Give the pattern of small counts: figures or words up to ninety-nine."""
    return rf"(?:\d{{1,3}}|(?:{one_of(count_words())}))"


@cache
def count_words() -> frozenset[str]:
    """Give the words for small counts."""
    values: dict[str, int] = words.load("number_words")["values"]
    return frozenset(word for word, value in values.items() if value > 0)


def count_of(printed: str) -> int:
    """Read a small count."""
    if printed.isdigit():
        return int(printed)
    return int(words.load("number_words")["values"][printed.lower()])


def month_of(printed: str) -> int:
    """Read a month's name as its number."""
    return int(calendar()["months"][printed.rstrip(".").capitalize()])


def weekday_of(printed: str) -> int:
    """Read a weekday's name, whole or short, as Python counts it."""
    return _weekdays()[printed[:3].capitalize()]


@cache
def _weekdays() -> dict[str, int]:
    return {name[:3]: int(number) for name, number in calendar()["weekdays"].items()}


def season_of(printed: str, year: int) -> str:
    """Give a season as a range of months."""
    first = int(calendar()["seasons"][printed.lower()])
    last = (first + 1) % 12 + 1
    return f"{year}-{first:02}/{year + (first == 12)}-{last:02}"


def holiday_of(printed: str) -> tuple[int, int]:
    """Read a feast's name as month and day."""
    month, day = calendar()["holidays"][printed.replace("'", "’")]
    return int(month), int(day)


def last_day(month: int, year: int) -> date:
    """Give a month's last day."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def easter_of(printed: str, year: int) -> date | None:
    """Give the day of a feast that moves with the western Easter; None where it does not move."""
    after = calendar()["easter"].get(printed.replace("'", "’"))
    return None if after is None else easter(year) + timedelta(days=int(after))


def easter(year: int) -> date:
    """Give Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
