"""Lines that give a text's own date: found, told from prose, and read."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Stamp", "is_label", "only_label", "stamps"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = rf"(?P<%s>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AMERICAN = ("ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT")
ELSEWHERE = "GMT UTC BST CET CEST EET EEST MSK IST HKT JST KST SGT AEST AEDT NZST NZDT SAST PKT WIB"
ZONES = (*AMERICAN, *ELSEWHERE.split())
ZONE = rf"(?:{'|'.join(sorted(ZONES, key=len, reverse=True))})\b|[+−-]\d\d:?\d\d\b"

DATE = re.compile(
    r"\b(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{MONTH % 'm1'},?[ -]"
    r"(?P<y1>\d{4}|\d{2}\b(?!:))"
    rf"|{MONTH % 'm2'},? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
    r"|(?P<n1>\d{1,2})(?P<sep>[/.])(?P<n2>\d{1,2})(?P=sep)(?P<y3>\d{4}|\d{2})"
    r")\b",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
TIME = re.compile(
    r"\b(?:(?P<h>\d{1,2})[:.](?P<m>\d{2})(?::\d{2})?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"|(?P<h2>\d{1,2})\s?(?P<half2>[ap]\.?m\b\.?)"
    rf"|(?P<h3>\d{{2}})(?P<m3>\d{{2}})(?=\s?(?:hrs|hours|h\b|{ZONE})))"
    rf"(?:\s?(?:hrs|hours|h\b))?(?:\s?(?P<zone>{ZONE}))?",
    re.IGNORECASE,
)
WEEKDAY = rf"\b(?:{'|'.join(WEEKDAYS)}|mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?"
LABEL = (
    r"\b(?:page|first|last|published|publication|posted|updated?|edited|modified|modification|"
    r"issued|created|added|released|filed|date|time|on|at|the|local)\b"
)
LATER = re.compile(r"\b(?:updated?|edited|modified|revised)\b", re.IGNORECASE)
BARE = re.compile(
    r"(?:(?:first|last) )?(?:published|posted|updated|edited|modified|modification|issued(?: on)?)"
    r"(?: (?:on|at|date|time))?\s*:\s*(?:-\s*)?",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\W*(?:when|event(?: date)?|date of (?:the )?event|save the date|starts?|begins?|doors open|"
    r"register by|deadline|join us)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\(?[A-Z][\w.’'-]*(?: (?:of|the|and|[A-Z][\w.’'-]*)){0,3}\)?")
LONGEST = 16
"""Words of the longest line that is taken for a date label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date in a label: what it may mean, in order of how it is read."""

    words: str
    days: tuple[str, ...]
    """One, or two where day and month cannot be told apart by themselves."""

    time: str | None = None
    later: bool = False
    """Whether it is the date of a change, not of the first publication."""

    american: bool = False
    """Whether the time is given in a zone of the United States."""

    def value(self, day: str) -> str:
        """Give the day with the time, as a field of a source holds it."""
        return f"{day} {self.time}" if self.time else day


def is_label(text: str, *, head: bool) -> bool:
    """Tell whether a line is nothing but its text's date; above the text it may name a place."""
    if len(text.split()) > LONGEST:
        return False
    bare = bool(BARE.fullmatch(text))
    if bare or not DIGIT.search(text) or ANNOUNCED.match(text):
        return bare and not ANNOUNCED.match(text)
    left = only_label(text)
    if left is None:
        return False
    return not left or (head and bool(PLACE.fullmatch(left)))


def only_label(text: str) -> str | None:
    """Give what is left of a line without its date, time and their labels; None without a date."""
    if not DIGIT.search(text) or not DATE.search(text):
        return None
    left = TIME.sub(" ", DATE.sub(" ", text))
    for pattern in (WEEKDAY, ZONE, LABEL, r"\bhrs\b"):
        left = re.sub(pattern, " ", left, flags=re.IGNORECASE)
    left = re.sub(r"\(\s*\)", " ", left)
    return " ".join(re.sub(r"(?:^|\s)[\s,;:|·•–—/.-]+|[\s,;:|·•–—/.-]+$", " ", left).split())


def stamps(text: str) -> tuple[Stamp, ...]:
    """Read every date in a line, with its time where the line gives one."""
    return tuple(_stamps(text)) if DIGIT.search(text) else ()


def _stamps(text: str) -> Iterator[Stamp]:
    dates = [match for match in DATE.finditer(text) if _days(match)]
    for at, match in enumerate(dates):
        before = text[dates[at - 1].end() if at else 0 : match.start()]
        after = text[match.end() : dates[at + 1].start() if at + 1 < len(dates) else len(text)]
        clock = TIME.search(after) or (TIME.search(before) if at == 0 else None)
        near = before if len(dates) > 1 else before + after
        zone = (clock["zone"] or "").upper() if clock else ""
        yield Stamp(
            words=match[0],
            days=_days(match),
            time=_time(clock) if clock else None,
            later=bool(LATER.search(near)),
            american=zone in AMERICAN,
        )


def _days(match: re.Match[str]) -> tuple[str, ...]:
    """Give the days of the calendar that a date may mean."""
    if match["iso"]:
        return _real(match["iso"])
    if match["m1"]:
        return _real(_iso(match["y1"], MONTHS[match["m1"].lower()], int(match["d1"])))
    if match["m2"]:
        return _real(_iso(match["y2"], MONTHS[match["m2"].lower()], int(match["d2"])))
    one, other = int(match["n1"]), int(match["n2"])
    american, european = _iso(match["y3"], one, other), _iso(match["y3"], other, one)
    if match["sep"] == ".":
        return _real(european)
    return tuple(dict.fromkeys((*_real(american), *_real(european))))


def _iso(year: str, month: int, day: int) -> str:
    return f"{year if len(year) == 4 else f'20{year}'}-{month:02}-{day:02}"


def _real(day: str) -> tuple[str, ...]:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return ()
    return (day,)


def _time(match: re.Match[str]) -> str | None:
    """Write a clock time as HH:MM, with its zone where the line gives one."""
    hour = int(match["h"] or match["h2"] or match["h3"])
    minute = int(match["m"] or match["m3"] or 0)
    half = (match["half"] or match["half2"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return None
    zone = (match["zone"] or "").upper()
    return f"{hour:02}:{minute:02} {zone}".strip()
