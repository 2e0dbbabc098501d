"""What expressions come to that lean on the article's own day."""

import re
from datetime import date, timedelta

from tellings.analysis.dates.readings import Place, Reading
from tellings.analysis.dates.words import calendar, count_of, month_of, season_of, weekday_of

__all__ = [
    "read_ago",
    "read_month",
    "read_near",
    "read_period",
    "read_season",
    "read_weekday",
    "read_weekday_of",
]

NEAR_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
DAYS = ("", "day", "two days")


def months_away(day: date, count: int) -> str:
    """Give the month that lies so many months from a day's."""
    number = day.year * 12 + day.month - 1 + count
    return f"{number // 12:04}-{number % 12 + 1:02}"


def read_month(found: re.Match[str], place: Place) -> Reading | None:
    """Read a month without a year by “last”, “next” or the tense around it."""
    if place.day is None:
        return None
    ahead = month_of(found.group("month")) - place.day.month
    match (found.groupdict().get("which") or "").lower():
        case "last" | "past":
            ahead, basis = ahead - 12 * (ahead >= 0), "last such month before the article’s day"
        case "next" | "coming":
            ahead, basis = ahead + 12 * (ahead <= 0), "next such month after the article’s day"
        case "this":
            basis = "month of the article’s year"
        case _:
            if place.tense(found) == "future":
                ahead, basis = ahead % 12, "month after the article’s day"
            else:
                ahead, basis = -(-ahead % 12), "month before the article’s day"
    return Reading(date=months_away(place.day, ahead), precision="month", basis=basis)


def read_season(found: re.Match[str], place: Place) -> Reading | None:
    """Read a season of a printed year or of one counted from the article's."""
    printed, which = found.groupdict().get("year"), found.groupdict().get("which") or ""
    if printed:
        year, basis = int(printed), "season and year as printed"
    elif place.day is None:
        return None
    else:
        step = {"last": -1, "next": 1}.get(which.lower(), 0)
        year, basis = place.day.year + step, "northern season counted from the article’s day"
        first = int(calendar()["seasons"][found.group("season").lower()])
        if step == -1 and first + 2 < place.day.month:
            year = place.day.year
        if step == 1 and first > place.day.month:
            year = place.day.year
        if step == 0 and first == 12 and place.day.month <= 2:
            year -= 1
    return Reading(date=season_of(found.group("season"), year), precision="season", basis=basis)


def read_ago(found: re.Match[str], place: Place) -> Reading | None:
    """Count back from the article's day, as finely as the unit allows."""
    if place.day is None:
        return None
    count, unit = count_of(found.group("count")), found.group("unit").lower()
    basis = f"counted back {count} {unit}{'s' if count > 1 else ''} from the article’s day"
    match unit:
        case "day":
            when, precision = (place.day - timedelta(days=count)).isoformat(), "day"
        case "week" if count == 1:
            when, precision = (place.day - timedelta(days=7)).isoformat(), "day"
        case "week":
            return week_reading(place.day - timedelta(days=7 * count), basis)
        case "month":
            when, precision = months_away(place.day, -count), "month"
        case _ if count < place.day.year:
            when, precision = f"{place.day.year - count:04}", "year"
        case _:
            return None
    return Reading(date=when, precision=precision, basis=basis)  # type: ignore[arg-type]


def week_reading(day: date, basis: str) -> Reading:
    """Give the week, Monday to Sunday, that a day lies in."""
    first = day - timedelta(days=day.weekday())
    last = first + timedelta(days=6)
    return Reading(date=f"{first.isoformat()}/{last.isoformat()}", precision="range", basis=basis)


def read_near(found: re.Match[str], place: Place) -> Reading | None:
    """Read “yesterday”, “this morning”, “tomorrow” and the like."""
    if place.day is None:
        return None
    said = " ".join(found.group("near").lower().split())
    step = NEAR_DAYS.get(said, 0)
    side = "after" if step > 0 else "before"
    basis = f"{DAYS[abs(step)]} {side} the article’s day" if step else "the article’s day"
    when = place.day + timedelta(days=step)
    return Reading(date=when.isoformat(), precision="day", basis=basis)


def read_weekday(found: re.Match[str], place: Place) -> Reading | None:
    """Read a weekday by “last”, “next” or the tense around it; the same day counts as today."""
    if place.day is None:
        return None
    ahead = (weekday_of(found.group("weekday")) - place.day.weekday()) % 7
    match (found.groupdict().get("which") or "").lower():
        case "last" | "past":
            step, basis = ahead - 7, "last such weekday before the article’s day"
        case "next" | "coming":
            step, basis = ahead or 7, "next such weekday after the article’s day"
        case _ if ahead == 0:
            step, basis = 0, "weekday of the article’s day"
        case "this":
            step, basis = ahead, "weekday after the article’s day"
        case _ if place.tense(found) == "future":
            step, basis = ahead, "weekday after the article’s day"
        case _:
            step, basis = ahead - 7, "weekday before the article’s day"
    when = place.day + timedelta(days=step)
    return Reading(date=when.isoformat(), precision="day", basis=basis)


def read_weekday_of(found: re.Match[str], place: Place) -> Reading | None:
    """Read a weekday of last, this or next week."""
    if place.day is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[found.group("which").lower()]
    first = place.day - timedelta(days=place.day.weekday())
    when = first + timedelta(days=7 * step + weekday_of(found.group("weekday")))
    basis = f"weekday of {('last', 'this', 'next')[step + 1]} week"
    return Reading(date=when.isoformat(), precision="day", basis=basis)


def read_period(found: re.Match[str], place: Place) -> Reading | None:
    """Read last, this or next week, month or year."""
    if place.day is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[found.group("which").lower()]
    basis = f"{found.group('unit').lower()} counted from the article’s day"
    match found.group("unit").lower():
        case "week":
            return week_reading(place.day + timedelta(days=7 * step), basis)
        case "month":
            return Reading(date=months_away(place.day, step), precision="month", basis=basis)
        case _:
            return Reading(date=f"{place.day.year + step:04}", precision="year", basis=basis)
