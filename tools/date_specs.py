"""The cases of Recognizers-Text that concern dates in news, with the answers they allow.

The specs are JSON files of `Input`, reference time and `Results` (microsoft/Recognizers-Text,
English). `FILES` are read; the others are left out: extractors ask no value, the calendar, tasks
and experimental modes give other answers to the same sentences, and times of day, times with
dates, durations, sets and time zones are no dates.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from tellings.model.span import Span

__all__ = ["FILES", "Case", "Days", "Expected", "days_of", "left_out", "read"]

FILES = ("DateParser", "DatePeriodParser", "HolidayParser", "MergedParser", "DateTimeModel")
Days = tuple[str, str]
"""First and last day, YYYY-MM-DD."""

DAY = re.compile(r"(?!0001)\d{4}-\d\d-\d\d")
WANTED = frozenset(["date", "daterange"])


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


NAMES = (
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|april|may|june|july|august|september|"
    r"october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|"
    r"sat|sun|christmas|easter|halloween|thanks ?giving|saint|new year|presidents|father|mother|"
    r"earth|labor|independence"
)
LEFT_OUT = (
    ("an open range", _words("since|before|after|until|till|by|from now|as of|within")),
    ("a vague count", _words("few|several|couple|some|recent|around|near")),
    (
        "weeks, days or quarters counted inside a period",
        _words(
            r"(?:(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|\d+th)|last(?=.* of\b))"
            r"\s+(?:\w+\s+)?(?:weeks?|days?|months?|weekends?|\w+day|quarter)|week\s*(?:number\s*)?\d+|"
            r"w\d+|q\d|quarter|h[12]|half"
        ),
    ),
    (
        "a calendar of business or of schools",
        _words(
            r"business|work(?:ing)?\s?(?:days?|week)|eo[dwmy]|to date|ytd|weekdays?|fiscal|school"
        ),
    ),
    ("a schedule", _words(r"w/c|(?:my|the) (?:day|week)|rest of|for \d.*|tmrw|otd|the fortnight")),
    ("a feast of a moving calendar", _words("ramad\\w*|eid|islamic|hijri|lunar|chinese|yuandan")),
    (
        "a number in words",
        _words(r"seventeen|eighteen|nineteen|twenty|thirty|fifteen|two thousands?"),
    ),
    (
        "figures alone, but for a year or YYYY-MM-DD",
        re.compile(r"^(?!\d{4}(?:-\d\d-\d\d)?$)[\d\s./~-]+$"),
    ),
    ("a name and figures glued by a mark", re.compile(r"[a-zA-Z]\.?[-/]\d|\d[-/][a-zA-Z]")),
    ("names without a capital", re.compile(rf"\b(?:{NAMES})\b")),
    (
        "a day whose month is not named",
        re.compile(
            r"^(?:\w*day )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?|\w+(?:rd|th))$|"
            r"^(?:next|last|this)? ?\w+day \d\d?$",
            re.IGNORECASE,
        ),
    ),
)
"""Why an expression is left out, the first reason that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """An expression and the days it may come to."""

    span: Span
    words: str
    days: frozenset[Days]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence with its reference day."""

    words: str
    day: date
    expected: tuple[Expected, ...]
    reasons: tuple[str, ...]
    """Why expressions of the sentence are left out."""

    @property
    def to_tune(self) -> bool:
        """Whether the case may be looked at: half of them, by a hash of their words."""
        return sha256(self.words.encode()).digest()[0] < 128


def read(folder: Path) -> Iterator[Case]:
    """Read the cases, each sentence and day once."""
    seen: set[tuple[str, str]] = set()
    for name in FILES:
        for entry in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            reference = str((entry.get("Context") or {}).get("ReferenceDateTime") or "")[:10]
            key = " ".join(entry["Input"].split()), reference
            if not reference or key in seen:
                continue
            seen.add(key)
            yield case_of(entry, date.fromisoformat(reference))


def case_of(entry: dict[str, Any], day: date) -> Case:
    """Read one case."""
    expected: list[Expected] = []
    reasons: list[str] = []
    for result in entry["Results"]:
        kind = str(result.get("TypeName") or result.get("Type")).removeprefix("datetimeV2.")
        start = entry["Input"].lower().find(result["Text"].lower())
        start = int(result.get("Start", start)) if start < 0 else start
        span = Span(max(start, 0), max(start, 0) + len(result["Text"]))
        words = span.of(entry["Input"])
        days = frozenset(allowed(result)) if kind in WANTED else frozenset()
        if kind not in WANTED:
            reasons.append("no date")
        elif (why := left_out(words)) or not days:
            reasons.append(why or "no days given")
        else:
            expected.append(Expected(span=span, words=words, days=days))
    return Case(words=entry["Input"], day=day, expected=tuple(expected), reasons=tuple(reasons))


def left_out(words: str) -> str | None:
    """Say why an expression does not concern the dates of news, if it does not."""
    return next((why for why, pattern in LEFT_OUT if pattern.search(words)), None)


def allowed(result: dict[str, Any]) -> Iterator[Days]:
    """Give the readings that a case allows; a range's end may be its last day or the next."""
    value = result.get("Value") or {}
    answers = list((result.get("Resolution") or value).get("values") or ())
    answers += [value[k] for k in ("FutureResolution", "PastResolution") if value.get(k)]
    for answer in answers:
        single = str(answer.get("date") or answer.get("value") or "")[:10]
        if DAY.fullmatch(single):
            yield single, single
        first = str(answer.get("start") or answer.get("startDate") or "")[:10]
        last = str(answer.get("end") or answer.get("endDate") or "")[:10]
        if DAY.fullmatch(first) and DAY.fullmatch(last):
            yield first, last
            yield first, (date.fromisoformat(last) - timedelta(days=1)).isoformat()


def days_of(printed: str) -> Days:
    """Give the first and the last day of a date as the program writes it."""
    first, _, last = printed.partition("/")
    begin = first if len(first) == 10 else f"{first}-01" if len(first) == 7 else f"{first}-01-01"
    end = last or first
    if len(end) == 10:
        return begin, end
    year, month = int(end[:4]), int(end[5:7]) if len(end) == 7 else 12
    following = date(year + month // 12, month % 12 + 1, 1)
    return begin, (following - timedelta(days=1)).isoformat()
