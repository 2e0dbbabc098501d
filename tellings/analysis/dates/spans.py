"""What stretches of time come to: weeks, weekends, quarters, decades, centuries."""

import re
from datetime import date, timedelta

from tellings.analysis.dates import bases
from tellings.analysis.dates.readings import Place, Reading
from tellings.model.phrase import phrase

__all__ = [
    "days_reading",
    "months_away",
    "read_century",
    "read_decade",
    "read_part",
    "read_weekend",
    "week_reading",
]

NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def months_away(day: date, count: int) -> str:
    """Give the month that lies so many months from a day's."""
    number = day.year * 12 + day.month - 1 + count
    return f"{number // 12:04}-{number % 12 + 1:02}"


def days_reading(first: date, last: date, basis: str) -> Reading:
    """Give a range of days."""
    return Reading(date=f"{first.isoformat()}/{last.isoformat()}", precision="range", basis=basis)


def week_reading(day: date, basis: str) -> Reading:
    """Give the week, Monday to Sunday, that a day lies in."""
    first = day - timedelta(days=day.weekday())
    return days_reading(first, first + timedelta(days=6), basis)


def read_weekend(found: re.Match[str], place: Place) -> Reading | None:
    """Read a weekend by “this”, “last” or the tense around it; a weekend that runs is meant."""
    if place.day is None:
        return None
    running = place.day.weekday() >= 5
    saturday = place.day - timedelta(days=(place.day.weekday() - 5) % 7)
    match found.group("which").lower():
        case "last":
            step, basis = -7 * running, phrase("last weekend before the article’s day")
        case _ if running:
            step, basis = 0, phrase("weekend of the article’s day")
        case "this" if place.tense(found) != "past":
            step, basis = 7, phrase("weekend after the article’s day")
        case "the" if place.tense(found) == "future":
            step, basis = 7, phrase("weekend after the article’s day")
        case _:
            step, basis = 0, phrase("weekend before the article’s day")
    first = saturday + timedelta(days=step)
    return days_reading(first, first + timedelta(days=1), basis)


def read_part(found: re.Match[str], place: Place) -> Reading | None:
    """Read a quarter or a half of a year that is printed or counted from the article's."""
    if found.group("year"):
        year = int(found.group("year"))
    elif place.day:
        step = {"last": -1, "this": 0, "next": 1}[found.group("which").lower()]
        year = place.day.year + step
    else:
        return None
    piece = found.group("piece").lower()
    many = {"quarter": 4, "half": 2}[piece]
    nth = NTH.get(found.group("nth").lower(), many)
    if nth > many:
        return None
    first, length = 12 // many * (nth - 1) + 1, 12 // many
    return Reading(
        date=f"{year:04}-{first:02}/{year:04}-{first + length - 1:02}",
        precision="range",
        basis=bases.part(piece, printed=bool(found.group("year"))),
    )


def read_decade(found: re.Match[str], place: Place) -> Reading | None:
    """Read “the 1980s” and “the ’80s”, which are of the last century."""
    stem = found.group("decade") or f"19{found.group('short')}"
    return Reading(date=f"{stem}0/{stem}9", precision="range", basis=phrase("decade as printed"))


def read_century(found: re.Match[str], place: Place) -> Reading | None:
    """Read “the 19th century”, which ends with the year 1900."""
    last = int(found.group("nth"))
    return Reading(
        date=f"{last - 1:02}01/{last:02}00", precision="range", basis=phrase("century as printed")
    )
