"""What a date leans on, in words, where these depend on the words of the text."""

from tellings.model.phrase import Phrase, counted, mark, phrase

__all__ = ["beside_told", "counted_from_day", "counted_from_told", "near", "part", "period", "week"]

BESIDE = mark(
    {
        ("day", 1): "day after the date told before it",
        ("week", 1): "week after the date told before it",
        ("month", 1): "month after the date told before it",
        ("year", 1): "year after the date told before it",
        ("day", -1): "day before the date told before it",
        ("week", -1): "week before the date told before it",
        ("month", -1): "month before the date told before it",
        ("year", -1): "year before the date told before it",
    }
)
NEAR = mark(
    {
        -2: "two days before the article’s day",
        -1: "day before the article’s day",
        0: "the article’s day",
        1: "day after the article’s day",
        2: "two days after the article’s day",
    }
)
PARTS = mark(
    {
        ("quarter", True): "quarter as printed",
        ("half", True): "half as printed",
        ("quarter", False): "quarter of a year counted from the article’s",
        ("half", False): "half of a year counted from the article’s",
    }
)
PERIODS = mark(
    {
        "week": "week counted from the article’s day",
        "month": "month counted from the article’s day",
        "year": "year counted from the article’s day",
    }
)
WEEKS = mark({-1: "weekday of last week", 0: "weekday of this week", 1: "weekday of next week"})
UNITS = mark(
    {
        "day": ("%(num)s day", "%(num)s days"),
        "week": ("%(num)s week", "%(num)s weeks"),
        "month": ("%(num)s month", "%(num)s months"),
        "year": ("%(num)s year", "%(num)s years"),
    }
)


def beside_told(unit: str, way: int) -> Phrase:
    """Say that a date is one unit before or after the date told before it."""
    return phrase(BESIDE[unit, way])


def near(step: int) -> Phrase:
    """Say that a date is the article's day, or one or two days from it."""
    return phrase(NEAR[step])


def part(piece: str, *, printed: bool) -> Phrase:
    """Say of which year a quarter or a half is."""
    return phrase(PARTS[piece, printed])


def period(unit: str) -> Phrase:
    """Say that a week, a month or a year is counted from the article's day."""
    return phrase(PERIODS[unit])


def week(step: int) -> Phrase:
    """Say of which week a weekday is."""
    return phrase(WEEKS[step])


def counted_from_day(count: int, unit: str, way: int) -> Phrase:
    """Say how far a date lies from the article's day."""
    units = counted(*UNITS[unit], count)
    if way < 0:
        return phrase("counted back %(units)s from the article’s day", units=units)
    return phrase("counted ahead %(units)s from the article’s day", units=units)


def counted_from_told(count: int, unit: str, way: int) -> Phrase:
    """Say how far a date lies from the date told before it."""
    units = counted(*UNITS[unit], count)
    if way < 0:
        return phrase("counted back %(units)s from the date told before it", units=units)
    return phrase("counted ahead %(units)s from the date told before it", units=units)
