"""What expressions come to that lean on a date told before them: “the next day”."""

import re
from datetime import date, timedelta

from tellings.analysis.dates import bases
from tellings.analysis.dates.leaning import counted_off
from tellings.analysis.dates.readings import Place, Reading
from tellings.analysis.dates.spans import months_away, week_reading
from tellings.analysis.dates.words import count_of
from tellings.model.phrase import phrase

__all__ = ["read_after", "read_counted", "read_later", "read_next", "read_previous", "read_that"]

BACK = 3
"""How many sentences back a date may lie on which words lean."""

HOURS = ("morning", "afternoon", "evening", "night")
FINENESS = {"year": 1, "month": 2, "day": 3}


def read_that(found: re.Match[str], place: Place) -> Reading | None:
    """Read “that day”: the day told last; “that night” prefers a day told of a night."""
    unit = found.group("unit").lower()
    told = last_told(place, unit)
    return moved(told, unit, 0, phrase("the day told before it")) if told else None


def read_next(found: re.Match[str], place: Place) -> Reading | None:
    """Read “the following day”."""
    return stepped(found, place, 1)


def read_previous(found: re.Match[str], place: Place) -> Reading | None:
    """Read “the previous day”."""
    return stepped(found, place, -1)


def stepped(found: re.Match[str], place: Place, way: int) -> Reading | None:
    """Read one unit before or after what was told last."""
    unit = (found.group("unit") or found.group("other")).lower()
    told = last_told(place, "day" if unit in HOURS else unit)
    return moved(told, unit, way, bases.beside_told(noun(unit), way)) if told else None


def read_counted(found: re.Match[str], place: Place) -> Reading | None:
    """Read “two days earlier”, “a year later”."""
    way = -1 if found.group("side").lower() in {"earlier", "before", "previously"} else 1
    told = last_told(place, found.group("unit").lower())
    return counted_from(told, found, way) if told else None


def read_later(found: re.Match[str], place: Place) -> Reading | None:
    """Read “earlier in the day”: the day told last, else the article's."""
    told = last_told(place, "day")
    if told:
        return moved(told, "day", 0, phrase("the day told before it"))
    if place.today is None:
        return None
    return Reading(date=place.today.isoformat(), precision="day", basis=bases.near(0))


def read_after(found: re.Match[str], place: Place) -> Reading | None:
    """Read “comes a day after the vote” as the day of the vote, counted back from what comes."""
    days = {reading.date: reading for reading in place.here if reading.precision == "day"}
    if len(days) == 1:
        (known,) = days.values()
        return counted_from(known, found, -1)
    if days or place.day is None or not (found.group("comes") or place.lead):
        return None
    basis = bases.counted_from_day(*span_of(found), -1)
    return counted_off(place.day, found, -1, basis)


def last_told(place: Place, unit: str) -> Reading | None:
    """Give the date told last, where it lies near and is as fine as the unit."""
    near = [told for told in place.told if told.sentence >= place.number - BACK]
    if unit in HOURS:
        near = [told for told in near if unit in told.words] or near
    if not near or FINENESS.get(near[-1].reading.precision, 0) < need(unit):
        return None
    return near[-1].reading


def need(unit: str) -> int:
    """Say how fine a date must be for a unit to be counted from it."""
    return FINENESS.get(unit, 3)


def noun(unit: str) -> str:
    """Give the unit that a part of the day stands for."""
    return "day" if unit in HOURS else unit


def span_of(found: re.Match[str]) -> tuple[int, str]:
    """Give how many units are counted, and which."""
    return count_of(found.group("count")), found.group("unit").lower()


def first_day(reading: Reading) -> date:
    """Give the first day of a date."""
    parts = [int(part) for part in reading.date.split("/")[0].split("-")]
    return date(*[*parts, 1, 1][:3])


def counted_from(told: Reading, found: re.Match[str], way: int) -> Reading | None:
    """Count units from a date that was told."""
    basis = bases.counted_from_told(*span_of(found), way)
    return counted_off(first_day(told), found, way, basis)


def moved(told: Reading, unit: str, step: int, basis: str) -> Reading | None:
    """Move a date by one unit and give it as finely as the unit is."""
    day = first_day(told)
    match unit:
        case "year":
            return Reading(date=f"{day.year + step:04}", precision="year", basis=basis)
        case "month":
            return Reading(date=months_away(day, step), precision="month", basis=basis)
        case "week":
            return week_reading(day + timedelta(days=7 * step), basis)
        case _:
            when = (day + timedelta(days=step)).isoformat()
            return Reading(date=when, precision="day", basis=basis)
