"""What expressions come to that lean on the article's own day."""

import re
from datetime import date, timedelta

from tellings.analysis.dates import bases, tenses
from tellings.analysis.dates.readings import Place, Reading
from tellings.analysis.dates.spans import months_away, week_reading
from tellings.analysis.dates.tenses import Tense
from tellings.analysis.dates.words import calendar, count_of, month_of, season_of, weekday_of
from tellings.model.phrase import Phrase, phrase

__all__ = [
    "counted_off",
    "read_ago",
    "read_ahead",
    "read_month",
    "read_near",
    "read_period",
    "read_running_period",
    "read_season",
    "read_season_by_tense",
    "read_since",
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
MANY = 14
"""More days than these, “about” so many, are no day."""

NAMED = re.compile(r"[A-Z]\w*\s$")
"""What stands before the “Today” of a name."""


def read_month(found: re.Match[str], place: Place) -> Reading | None:
    """Read a month without a year by “last”, “next” or the tense around it."""
    if place.day is None:
        return None
    ahead = month_of(found.group("month")) - place.day.month
    match (found.groupdict().get("which") or "").lower():
        case "last" | "past":
            ahead, basis = (
                ahead - 12 * (ahead >= 0),
                phrase("last such month before the article’s day"),
            )
        case "next" | "coming":
            ahead, basis = (
                ahead + 12 * (ahead <= 0),
                phrase("next such month after the article’s day"),
            )
        case "this":
            basis = phrase("month of the article’s year")
        case _:
            ahead, basis = by_tense(ahead, place.tense(found))
    return Reading(date=months_away(place.day, ahead), precision="month", basis=basis)


def by_tense(ahead: int, tense: Tense | None) -> tuple[int, Phrase]:
    """Count the months to the next such month, the last, or the nearest where no verb says."""
    match tense:
        case "future":
            return ahead % 12, phrase("month after the article’s day")
        case "past":
            return -(-ahead % 12), phrase("month before the article’s day")
        case None:
            return (ahead + 6) % 12 - 6, phrase("month nearest to the article’s day")


def read_season(found: re.Match[str], place: Place) -> Reading | None:
    """Read a season of a printed year or of one counted from the article's."""
    printed, which = found.groupdict().get("year"), found.groupdict().get("which") or ""
    if printed:
        year, basis = int(printed), phrase("season and year as printed")
    elif place.day is None:
        return None
    else:
        step = {"last": -1, "next": 1}.get(which.lower(), 0)
        year, basis = (
            place.day.year + step,
            phrase("northern season counted from the article’s day"),
        )
        first = int(calendar()["seasons"][found.group("season").lower()])
        if step == -1 and first + 2 < place.day.month:
            year = place.day.year
        if step == 1 and first > place.day.month:
            year = place.day.year
        if step == 0 and first == 12 and place.day.month <= 2:
            year -= 1
    return Reading(date=season_of(found.group("season"), year), precision="season", basis=basis)


def read_season_by_tense(found: re.Match[str], place: Place) -> Reading | None:
    """Read “in the summer” as the last before or the next after the day, as the verb says."""
    tense = place.tense(found)
    if place.day is None or tense is None:
        return None
    first = int(calendar()["seasons"][found.group("season").lower()])
    begun = first <= place.day.month
    over = begun and first + 2 < place.day.month
    year = place.day.year + over if tense == "future" else place.day.year - (not begun)
    if tense == "future":
        basis = phrase("northern season after the article’s day")
    else:
        basis = phrase("northern season before the article’s day")
    return Reading(date=season_of(found.group("season"), year), precision="season", basis=basis)


def counted_off(day: date, found: re.Match[str], way: int, basis: str) -> Reading | None:
    """Count so many units back or ahead from a day, as finely as the unit allows."""
    count = way * count_of(found.group("count"))
    match found.group("unit").lower():
        case "day":
            when = (day + timedelta(days=count)).isoformat()
            return Reading(date=when, precision="day", basis=basis)
        case "week" if abs(count) == 1:
            when = (day + timedelta(days=7 * count)).isoformat()
            return Reading(date=when, precision="day", basis=basis)
        case "week":
            return week_reading(day + timedelta(days=7 * count), basis)
        case "month":
            return Reading(date=months_away(day, count), precision="month", basis=basis)
        case _ if 1 <= day.year + count <= 9999:
            return Reading(date=f"{day.year + count:04}", precision="year", basis=basis)
        case _:
            return None


def off_the_day(found: re.Match[str], place: Place, way: int) -> Reading | None:
    """Count back or ahead from the article's day."""
    if place.day is None:
        return None
    count, unit = count_of(found.group("count")), found.group("unit").lower()
    return counted_off(place.day, found, way, bases.counted_from_day(count, unit, way))


def read_ago(found: re.Match[str], place: Place) -> Reading | None:
    """Read “three days ago”; “over 200 days ago” is no day."""
    read = off_the_day(found, place, -1)
    vague = found.group("about") and not found.group("about").lower().startswith("just")
    if read and read.precision == "day" and vague and count_of(found.group("count")) > MANY:
        return read._replace(date=read.date[:7], precision="month")
    return read


def read_since(found: re.Match[str], place: Place) -> Reading | None:
    """Read “it is a week since the fire”: the day of the fire, unless the sentence looks back."""
    past = tenses.before_the_past(place.sentence, found.start())
    return None if past else off_the_day(found, place, -1)


def read_ahead(found: re.Match[str], place: Place) -> Reading | None:
    """Read “in three weeks, voters will …”; a length of time that something takes is no date."""
    future = found.groupdict().get("sure") or tenses.ahead(place.sentence, found.end())
    return off_the_day(found, place, 1) if future else None


def read_near(found: re.Match[str], place: Place) -> Reading | None:
    """Read “yesterday”, “this morning”, “tomorrow” and the like."""
    if place.today is None or tenses.dayless(place.sentence, *found.span()):
        return None
    if (
        not place.title
        and found.group()[0].isupper()
        and NAMED.search(place.sentence, max(0, found.start() - 30), found.start())
    ):
        return None
    said = " ".join(found.group("near").lower().split())
    step = NEAR_DAYS.get(said, 0)
    basis = bases.near(step)
    if place.now:
        basis = phrase(
            "counted from the day before the article’s: it tells of an hour yet to come then"
        )
    when = place.today + timedelta(days=step)
    return Reading(date=when.isoformat(), precision="day", basis=basis)


def read_weekday(found: re.Match[str], place: Place) -> Reading | None:
    """Read a weekday by “last”, “next” or the tense around it; the same day counts as today."""
    if place.day is None:
        return None
    ahead = (weekday_of(found.group("weekday")) - place.day.weekday()) % 7
    match (found.groupdict().get("which") or "").lower():
        case "last" | "past":
            step, basis = ahead - 7, phrase("last such weekday before the article’s day")
        case "next" | "coming":
            step, basis = ahead or 7, phrase("next such weekday after the article’s day")
        case _ if ahead == 0:
            step, basis = 0, phrase("weekday of the article’s day")
        case "this":
            step, basis = ahead, phrase("weekday after the article’s day")
        case _ if place.tense(found) == "future":
            step, basis = ahead, phrase("weekday after the article’s day")
        case _:
            step, basis = ahead - 7, phrase("weekday before the article’s day")
    when = place.day + timedelta(days=step)
    return Reading(date=when.isoformat(), precision="day", basis=basis)


def read_weekday_of(found: re.Match[str], place: Place) -> Reading | None:
    """Read a weekday of last, this or next week."""
    if place.day is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[found.group("which").lower()]
    first = place.day - timedelta(days=place.day.weekday())
    when = first + timedelta(days=7 * step + weekday_of(found.group("weekday")))
    basis = bases.week(step)
    return Reading(date=when.isoformat(), precision="day", basis=basis)


def read_period(found: re.Match[str], place: Place) -> Reading | None:
    """Read last, this or next week, month or year."""
    return period(found, place, {"last": -1, "this": 0, "next": 1}[found.group("which").lower()])


def read_running_period(found: re.Match[str], place: Place) -> Reading | None:
    """Read “earlier in the week” as the week of the article's day."""
    # On a Monday the week that has an “earlier” is the one that has ended.
    ended = place.day and place.day.weekday() == 0 and found.group().lower().startswith("earlier")
    return period(found, place, -1 if ended and found.group("unit").lower() == "week" else 0)


def period(found: re.Match[str], place: Place, step: int) -> Reading | None:
    """Give the week, month or year so many steps from the article's."""
    if place.day is None:
        return None
    basis = bases.period(found.group("unit").lower())
    match found.group("unit").lower():
        case "week":
            return week_reading(place.day + timedelta(days=7 * step), basis)
        case "month":
            return Reading(date=months_away(place.day, step), precision="month", basis=basis)
        case _:
            return Reading(date=f"{place.day.year + step:04}", precision="year", basis=basis)
