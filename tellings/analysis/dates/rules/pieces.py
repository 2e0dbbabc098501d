"""The pieces of pattern that the rules share."""

from tellings.analysis.dates.words import counts

__all__ = [
    "DAY",
    "HOURS",
    "LED",
    "PART",
    "SOON",
    "TO",
    "WEEKDAY",
    "YEAR",
    "after_word",
    "counted",
]


def after_word(*stems: str) -> str:
    """Give the pattern of a place right after one of these words."""
    return rf"\b(?:{'|'.join(stems)})\s$"


def counted() -> str:
    """Give the pattern of a count and its unit: “three weeks”, “a day”."""
    return rf"(?P<count>{counts()})\s+(?P<unit>day|week|month|year)s?"


YEAR = r"(?P<year>(?:1[1-9]|20)\d\d)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.(?=,?\s*(?:[A-Z]|\d))"
)
HOURS = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"
SOON = r"(?:(?:very\s+)?(?:early|late|earlier|later)\s+(?:on\s+)?)?"
END = r"(?:the\s+)?(?:very\s+)?(?:end|beginning|start|middle|close)\s+of"
PART = rf"(?:(?:{END}|early\s+in|late\s+in|early|late|mid)[\s-]+)"
TO = r"\s*(?:[-–]|to|and|through)\s*"
LED = after_word(
    *("in", "since", "until", "till", "by", "of", "during", "throughout"),
    *("between", "from", "before", "for", "after"),
)
