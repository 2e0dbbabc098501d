"""What dated expressions come to that print their date, whole or but for the year."""

import re
from datetime import date

from tellings.analysis.dates.readings import Place, Reading
from tellings.analysis.dates.words import easter_of, holiday_of, last_day, month_of
from tellings.model.phrase import phrase

__all__ = [
    "read_days",
    "read_figures",
    "read_full",
    "read_holiday",
    "read_iso",
    "read_month_year",
    "read_months",
    "read_new_year",
    "read_year",
    "read_years",
]

FAR = 400
"""How many characters away the sentence is looked at for what belongs to a day."""

PRINTED_YEAR = re.compile(r"(?<![\d,.$£€])(?:1[89]|20)\d\d(?!\d|,\d)")
DEADLINE = re.compile(r"\b(?:by|before|until|till)\s$")
ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th) anniversary\b")


def day_reading(year: int, month: int, day: int, basis: str) -> Reading | None:
    """Give a day, when the calendar has it."""
    try:
        return Reading(date=date(year, month, day).isoformat(), precision="day", basis=basis)
    except ValueError:
        return None


def year_of(found: re.Match[str], place: Place, month: int, day: int) -> tuple[int, str] | None:
    """Find the year of a day in the year: printed, of an anniversary, else the nearest."""
    printed = found.groupdict().get("year")
    if printed:
        return anniversary(int(printed), found, place) or (int(printed), phrase("date as printed"))
    if place.day is None:
        return None
    tense, lean = place.tense(found), place.day
    lent = year_told(place, month, day)
    if lent and tense != "future":
        return lent, phrase("day and month; the year told with it before")
    years = [lean.year - 1, lean.year, lean.year + 1]
    gaps = {y: (date(y, month, min(day, 28)) - lean).days for y in years}
    year = min(years, key=lambda y: (abs(gaps[y]), y))
    if (
        tense == "past"
        and gaps[year] > 60
        and not DEADLINE.search(place.sentence, max(0, found.start() - 8), found.start())
    ):
        year -= 1
    if tense == "future" and gaps[year] < -120:
        year += 1
    return year, phrase("day and month; the year nearest to the article’s day")


def year_told(place: Place, month: int, day: int) -> int | None:
    """Give the year that was printed with the same day before: “the May 3 fire”."""
    for told in place.told:
        if (
            told.reading.basis == "date as printed"
            and told.reading.date[5:] == f"{month:02}-{day:02}"
        ):
            return int(told.reading.date[:4])
    return None


def anniversary(year: int, found: re.Match[str], place: Place) -> tuple[int, str] | None:
    """Move a remembered day to the year in which it is remembered."""
    named = ANNIVERSARY.search(place.sentence, max(0, found.start() - FAR), found.start())
    if named is None or place.day is None:
        return None
    kept = year + int(named.group(1))
    return (
        (kept, phrase("anniversary of the printed year"))
        if abs(kept - place.day.year) <= 1
        else None
    )


def read_iso(found: re.Match[str], place: Place) -> Reading | None:
    """Read 2024-04-02."""
    year, month, day = (int(part) for part in found.group("y", "m", "d"))
    return day_reading(year, month, day, phrase("date as printed"))


def read_figures(found: re.Match[str], place: Place) -> Reading | None:
    """Read 31/12/2012 or 12/31/2012; nothing when day and month could change places."""
    one, other, year = (int(part) for part in found.group("one", "other", "y"))
    if one > 12 >= other:
        return day_reading(year, other, one, phrase("date as printed"))
    if other > 12 >= one or one == other:
        return day_reading(year, one, other, phrase("date as printed"))
    return None


def read_full(found: re.Match[str], place: Place) -> Reading | None:
    """Read a day and its month, with or without the year."""
    month, day = month_of(found.group("month")), int(found.group("day"))
    if not 1 <= day <= last_day(month, 2024).day:
        return None
    known = year_of(found, place, month, day)
    return day_reading(known[0], month, day, known[1]) if known else None


def read_days(found: re.Match[str], place: Place) -> Reading | None:
    """Read the first and last of several days in one month."""
    month, one, other = (
        month_of(found.group("month")),
        int(found.group("day")),
        int(found.group("to")),
    )
    known = year_of(found, place, month, 1)
    if known is None or not 1 <= one < other <= last_day(month, 2024).day:
        return None
    stem = f"{known[0]:04}-{month:02}"
    return Reading(date=f"{stem}-{one:02}/{stem}-{other:02}", precision="range", basis=known[1])


def read_month_year(found: re.Match[str], place: Place) -> Reading | None:
    """Read a month with its year, in figures or as “last year”."""
    month = month_of(found.group("month"))
    if found.groupdict().get("year"):
        year, basis = int(found.group("year")), phrase("month and year as printed")
    elif place.day:
        step = {"last": -1, "this": 0, "next": 1}[found.group("which").lower()]
        year, basis = place.day.year + step, phrase("month in a year counted from the article’s")
    else:
        return None
    return Reading(date=f"{year:04}-{month:02}", precision="month", basis=basis)


def read_months(found: re.Match[str], place: Place) -> Reading | None:
    """Read the first and last of several months; the first lies before the last."""
    one, other = month_of(found.group("month")), month_of(found.group("to"))
    printed = found.group("year")
    if printed:
        year, basis = int(printed), phrase("months and year as printed")
    elif place.day:
        year, basis = place.day.year, phrase("months of the article’s year")
    else:
        return None
    first = year - (one > other)
    return Reading(date=f"{first:04}-{one:02}/{year:04}-{other:02}", precision="range", basis=basis)


def read_years(found: re.Match[str], place: Place) -> Reading | None:
    """Read the first and last of several years."""
    one, other = found.group("year", "to")
    last = one[: 4 - len(other)] + other
    if int(last) <= int(one):
        return None
    return Reading(date=f"{one}/{last}", precision="range", basis=phrase("years as printed"))


def read_holiday(found: re.Match[str], place: Place) -> Reading | None:
    """Read a feast in the one year that the sentence prints, else in the nearest."""
    name = found.group("holiday")
    said, near = found.group("year"), max(0, found.start() - FAR)
    printed = {said} if said else set(PRINTED_YEAR.findall(place.sentence, near, found.end() + FAR))
    if len(printed) == 1:
        month, day = day_of_feast(name, int(min(printed)))
        return day_reading(
            int(min(printed)), month, day, phrase("feast in the year the sentence prints")
        )
    if place.day is None:
        return None
    known = year_of(found, place, *day_of_feast(name, place.day.year))
    if known is None:
        return None
    return day_reading(
        known[0], *day_of_feast(name, known[0]), phrase("feast nearest to the article’s day")
    )


def day_of_feast(name: str, year: int) -> tuple[int, int]:
    """Give a feast’s month and day in a year."""
    moving = easter_of(name, year)
    return (moving.month, moving.day) if moving else holiday_of(name)


def read_new_year(found: re.Match[str], place: Place) -> Reading | None:
    """Read “until the new year” as its first day."""
    if place.day is None:
        return None
    ahead = place.day.month > 6 or place.tense(found) == "future"
    if ahead:
        basis = phrase("new year’s day next after the article’s day")
    else:
        basis = phrase("new year’s day of the article’s year")
    return day_reading(place.day.year + ahead, 1, 1, basis)


def read_year(found: re.Match[str], place: Place) -> Reading | None:
    """Read a year as printed."""
    return Reading(date=found.group("year"), precision="year", basis=phrase("year as printed"))
