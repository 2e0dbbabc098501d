"""The rules for dates: an ordered table of patterns, each with the reading it gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tellings.analysis.dates import leaning, readings
from tellings.analysis.dates.readings import Place, Reading
from tellings.analysis.dates.words import alternatives, calendar, counts, months

__all__ = ["Rule", "rules", "signs"]

Sign = Literal["year", "month", "weekday", "season", "ago", "near", "period", "feast"]
Read = Callable[[re.Match[str], Place], Reading | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to write a date; a reading of None leaves the words unread."""

    sign: Sign
    pattern: re.Pattern[str]
    read: Read


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
LED = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word} )"
        for stem in (
            "in",
            "since",
            "until",
            "by",
            "of",
            "during",
            "between",
            "from",
            "before",
            "for",
            "after",
        )
        for word in (stem, stem.capitalize())
    )
    + ")"
)
NOT_LED = "".join(
    rf"(?<!\b[{word[0].upper()}{word[0]}]{word[1:]} )"
    for word in ("first", "second", "third", "fourth", "every", "each", "good", "black", "bloody")
)
PAPERS = r"(?!\s+(?:Times|Mirror|Telegraph|Mail|Post|Express|Herald|Star|Night|newspapers?))"
GOODS = (
    r"(?!\s+(?:tree|card|gift|present|shop|market|carol|light|decorat|message|party|parties|dinner"
    r"|sale|pudding|song|dawn)|-)"
)
THINGS = r"(?!\s+(?:people|others|men|women|children|homes|troops|jobs|soldiers|miles|feet|tons)\b)"


@cache
def signs() -> re.Pattern[str]:
    """Build the pattern of the signs by which a sentence tells which rules can fit it."""
    names = calendar()
    stems = {
        key: "|".join(sorted({name[:3] for name in names[key]})) for key in ("months", "weekdays")
    }
    feasts, seasons = alternatives(list(names["holidays"])), alternatives(list(names["seasons"]))
    return re.compile(
        rf"(?P<year>\d{{4}})|\b(?:(?P<feast>{feasts})|(?P<month>{stems['months']})"
        rf"|(?P<weekday>{stems['weekdays']})|(?P<ago>ago\b)|(?P<season>(?i:{seasons}))"
        r"|(?P<near>(?i:yesterday|tomorrow|today|tonight"
        r"|(?:last|this)\s+(?=morning|afternoon|evening|night)))"
        r"|(?P<period>(?i:last|this|next)\s+(?=week|month|year)))"
    )


@cache
def rules() -> tuple[Rule, ...]:
    """Give the rules; where two fit the same words the earlier one reads them."""
    return (*figure_rules(), *month_rules(), *relative_rules(), *year_rules())


def figure_rules() -> tuple[Rule, ...]:
    """Give the rules for dates in figures alone."""
    return (
        rule("year", r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", readings.read_iso),
        rule(
            "year",
            r"(?<![\d/.])(?P<one>\d{1,2})[/.](?P<other>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?![\d/])",
            readings.read_figures,
        ),
    )


def month_rules() -> tuple[Rule, ...]:
    """Give the rules for dates with a month's name, the fullest first."""
    month, later = f"(?P<month>{months()})", f"(?P<month>{months(after_day=True)})"
    unsure = alternatives(calendar()["ambiguous_months"])
    sure = rf"(?P<month>(?!(?:{unsure})\b){months()})"
    ahead = rf"(?:(?:[Tt]his\s+|[Ll]ast\s+|[Nn]ext\s+)?(?:{WEEKDAY}){HOURS}\s*,?\s*\(?(?:the\s+)?)?"
    to, year = r"\s*(?:[-–]|to|and|through)\s*", rf"(?:\s*,?\s+{YEAR}\b)?"
    which = r"(?P<which>[Ll]ast|[Nn]ext|[Tt]his|past|coming)"
    return (
        rule("month", rf"\b{month}\s*{DAY}{to}(?P<to>\d{{1,2}})\b{year}", readings.read_days),
        rule("month", rf"\b{DAY}{to}(?P<to>\d{{1,2}})\s+{later}{year}", readings.read_days),
        rule(
            "month",
            rf"\b{ahead}{month}\s*{DAY}(?!\d|[,.:]\d|\s?%|\sper\s?cent){year}",
            readings.read_full,
        ),
        rule("month", rf"\b{ahead}{DAY}\s+(?:of\s+)?{later}{year}", readings.read_full),
        rule(
            "month",
            rf"(?:(?<=\bfrom )|(?<=\bbetween )){month}\s+(?:to|and|until|through)\s+"
            rf"(?P<to>{months()}){year}(?!\s*\d)",
            readings.read_months,
        ),
        rule(
            "month",
            rf"\b{PART}?{month},?\s+(?:(?:of|in)\s+)?(?:{YEAR}\b|(?P<which>last|this|next)\s+year\b)",
            readings.read_month_year,
        ),
        rule("month", rf"\b{which}\s+{PART}?{month}(?!\w)", leaning.read_month),
        rule("month", rf"\b{PART}?{sure}(?!\w)", leaning.read_month),
        rule(
            "month",
            rf"(?:{LED}{PART}?|\b{PART})(?P<month>{unsure})\b(?!\s+[A-Z])",
            leaning.read_month,
        ),
    )


def relative_rules() -> tuple[Rule, ...]:
    """Give the rules for words that lean on the article's day."""
    seasons = alternatives(list(calendar()["seasons"]))
    about = r"(?:(?:more|less) than|nearly|almost|about|some|over|around|just)\s+"
    return (
        rule(
            "season",
            rf"\b(?P<which>this|last|next)\s+(?P<season>{seasons})\b",
            leaning.read_season,
            re.IGNORECASE,
        ),
        rule(
            "season",
            rf"\b{PART}?(?:the\s+)?(?P<season>{seasons})\s+(?:of\s+)?{YEAR}\b",
            leaning.read_season,
            re.IGNORECASE,
        ),
        rule(
            "ago",
            rf"\b(?:{about})?(?P<count>{counts()})\s+(?P<unit>day|week|month|year)s?\s+ago\b",
            leaning.read_ago,
            re.IGNORECASE,
        ),
        rule(
            "near",
            r"(?<!USA )(?<!\bthe )(?<!’s )(?<!'s )\b(?:(?:early|late|earlier|later)\s+)?"
            r"(?P<near>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|today|tomorrow|tonight|last\s+night|this\s+(?:morning|afternoon|evening))"
            rf"{HOURS}\b",
            leaning.read_near,
            re.IGNORECASE,
        ),
        rule(
            "weekday",
            rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+week\s+(?:on\s+)?(?P<weekday>{WEEKDAY}){HOURS}(?!\w)",
            leaning.read_weekday_of,
        ),
        rule(
            "weekday",
            rf"\b(?P<weekday>{WEEKDAY}){HOURS}\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b",
            leaning.read_weekday_of,
        ),
        rule(
            "weekday",
            rf"{NOT_LED}\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|past|coming)\s+)?{SOON}"
            rf"(?P<weekday>{WEEKDAY})(?!\w){HOURS}(?!\w){PAPERS}",
            leaning.read_weekday,
        ),
        rule(
            "period",
            r"(?<!\bthe )\b(?:(?:early|late|earlier|later)\s+)?(?P<which>last|this|next)\s+"
            r"(?P<unit>week|month|year)\b(?!-|\s+of\b)",
            leaning.read_period,
            re.IGNORECASE,
        ),
    )


def year_rules() -> tuple[Rule, ...]:
    """Give the rules for feasts and for years."""
    feasts = alternatives(list(calendar()["holidays"]))
    alone, inside = (
        r"(?![\d,.]\d|\w|%|-|\s?s\b)",
        r"(?:(?<=\b[Tt]he )|(?<=’s )|(?<='s )|(?<=\()|(?<=\band )|(?<=\bas ))",
    )
    return (
        rule("feast", rf"\b(?P<holiday>{feasts})\b{GOODS}", readings.read_holiday),
        rule(
            "year",
            rf"(?<![\d$£€,.-]){YEAR}\s*[-–/]\s*(?P<to>\d{{4}}|\d\d)(?![\d-])",
            readings.read_years,
        ),
        rule(
            "year",
            rf"(?:(?<=\bfrom )|(?<=\bbetween )){YEAR}"
            r"\s+(?:to|and|until|till|through)\s+(?P<to>\d{4})\b",
            readings.read_years,
        ),
        rule("year", rf"\b{PART}{YEAR}{alone}{THINGS}", readings.read_year),
        rule("year", rf"{LED}{YEAR}{alone}{THINGS}", readings.read_year),
        rule("year", rf"{inside}{YEAR}{alone}{THINGS}", readings.read_year),
    )


def rule(sign: Sign, pattern: str, read: Read, flags: int = 0) -> Rule:
    """Make a rule from its pattern's source."""
    return Rule(sign=sign, pattern=re.compile(pattern, flags), read=read)
