"""Rules for dates with a month’s name, the fullest first."""

from tellings.analysis.alternatives import one_of
from tellings.analysis.dates import leaning, printed
from tellings.analysis.dates.rules.pieces import (
    DAY,
    HOURS,
    LED,
    PART,
    TO,
    WEEKDAY,
    YEAR,
    after_word,
)
from tellings.analysis.dates.rules.table import Rule, rule
from tellings.analysis.dates.words import calendar, months

__all__ = ["month_rules"]

SAID_YEAR = rf"(?:\s*,?\s+{YEAR}\b)?"
BEFORE = rf"(?:(?:[Tt]his\s+|[Ll]ast\s+|[Nn]ext\s+)?(?:{WEEKDAY}){HOURS}\s*,?\s*\(?(?:the\s+)?)?"
SMALL = "on|of|for|in|to|is|was|were|has|had|and|or|will|would|may|that|who|which|with|by|from|said"
WHICH = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|past|coming)"


def month_rules() -> tuple[Rule, ...]:
    """Give the rules for dates with a month’s name."""
    return (*day_rules(), *whole_month_rules())


def day_rules() -> tuple[Rule, ...]:
    """Give the rules for days of a month."""
    month, later = f"(?P<month>{months()})", f"(?P<month>{months(after_day=True)})"
    return (
        rule(
            "days of a month, the month first",
            ("month", "figure after"),
            rf"\b{month}\s*{DAY}{TO}(?P<to>\d{{1,2}})\b{SAID_YEAR}",
            printed.read_days,
        ),
        rule(
            "days of a month, the days first",
            ("month", "figure before"),
            rf"\b{DAY}{TO}(?P<to>\d{{1,2}})\s+(?:of\s+)?{later}{SAID_YEAR}",
            printed.read_days,
            lead=28,
        ),
        rule(
            "month and day",
            ("month", "figure after"),
            rf"\b{BEFORE}{month}\s*{DAY}(?!\d|[,.:]\d|\s?%|\sper\s?cent){SAID_YEAR}",
            printed.read_full,
            lead=40,
        ),
        rule(
            "day and month",
            ("month", "figure before"),
            rf"\b{BEFORE}{DAY}\s+(?:of\s+)?{later}{SAID_YEAR}",
            printed.read_full,
            lead=50,
        ),
    )


def whole_month_rules() -> tuple[Rule, ...]:
    """Give the rules for months without a day."""
    month, unsure = f"(?P<month>{months()})", one_of(calendar()["ambiguous_months"])
    sure = rf"(?P<month>(?!(?:{unsure})\b){months()})"
    return (
        rule(
            "from month to month",
            ("month", "between"),
            rf"(?:(?<=\bfrom )|(?<=\bbetween )){month}\s+(?:to|and|until|through)\s+"
            rf"(?P<to>{months()}){SAID_YEAR}(?!\s*\d)",
            printed.read_months,
        ),
        rule(
            "month to month of a year",
            ("month", "joined"),
            rf"\b{month}\s*(?:[-–]|\b(?:to|through)\b)\s*(?P<to>{months()}),?\s+{YEAR}\b",
            printed.read_months,
        ),
        rule(
            "month of a year",
            ("month", "figure after"),
            rf"\b{PART}?{month},?\s+(?:(?:of|in)\s+)?{YEAR}\b",
            printed.read_month_year,
            lead=30,
        ),
        rule(
            "month of last, this or next year",
            ("month", "year after"),
            rf"\b{PART}?{month},?\s+(?:(?:of|in)\s+)?(?P<which>last|this|next)\s+year\b",
            printed.read_month_year,
            lead=30,
        ),
        rule(
            "last, this or next month by name",
            ("month", "which"),
            rf"\b{WHICH}\s+{PART}?{month}(?!\w)",
            leaning.read_month,
            lead=40,
        ),
        rule(
            "month alone",
            ("month", "sure"),
            rf"\b{PART}?{sure}(?!\w)",
            leaning.read_month,
            lead=30,
        ),
        rule(
            "part of a month, with a name that is a word too",
            ("unsure", "part"),
            rf"\b{PART}(?P<month>{unsure})\b(?!\s+[A-Z])",
            leaning.read_month,
            lead=30,
        ),
        rule(
            "month alone, with a name that is a word too",
            "unsure",
            rf"\b(?P<month>{unsure})\b(?!\s+[A-Z])",
            leaning.read_month,
            led=LED,
        ),
        rule(
            "month before a noun, with a name that is a word too",
            "unsure",
            rf"\b(?P<month>{unsure})\b(?=\s+(?!(?:{SMALL})\b)[a-z])",
            leaning.read_month,
            led=after_word("an?", "the", "its", "their", "this"),
        ),
    )
