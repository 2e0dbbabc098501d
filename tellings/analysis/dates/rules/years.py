"""Rules for feasts, for years, and for parts and rows of years."""

import re

from tellings.analysis.alternatives import one_of
from tellings.analysis.dates import printed, spans
from tellings.analysis.dates.rules.pieces import LED, PART, YEAR, after_word
from tellings.analysis.dates.rules.table import Rule, rule
from tellings.analysis.dates.words import calendar

__all__ = ["feast_rules", "year_rules"]

GOODS = (
    r"(?!\s+(?:tree|card|gift|present|shop|market|carol|light|decorat|message|party|parties|dinner"
    r"|sale|pudding|song|dawn|eggs?)|-|\s+(?!(?:Eve|Day|Sunday|Monday)\b)[A-Z])"
)
THINGS = (
    r"(?!\s+(?:people|others|men|women|children|homes|troops|jobs|soldiers|miles|feet|tons|fiscal"
    r"|financial)\b)"
)
ALONE = r"(?![\d,.]\d|\w|%|-|\s?s\b)"
INSIDE = r"(?:\b(?:the|and|as|that|his|her|its|their|our|my)\s|[’']s\s|\()$"
HAPPENINGS = (
    r"(?=\s+(?:[a-z]+\s+)?(?:accords?|agreement|attack|book|campaign|case|deal|decision|documentary|election"
    r"|film|incident|interview|investigation|law|lawsuit|letter|memo|order|poll|referendum|relationship"
    r"|report|review|ruling|shooting|speech|strike|study|summit|survey|treaty|trial|visit|vote|war)\b)"
)
PERIOD = r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?"


def feast_rules() -> tuple[Rule, ...]:
    """Give the rules for feasts."""
    feasts = one_of([*calendar()["holidays"], *calendar()["easter"]])
    return (
        rule(
            "feast",
            "feast",
            rf"\b(?P<holiday>{feasts})\b{GOODS}(?:(?:,|[a-z\s]{{0,40}}?\s(?:in|of))?\s{YEAR}\b)?",
            printed.read_holiday,
            unled=after_word("orthodox"),
        ),
        rule(
            "the new year as a day",
            ("unit", "new"),
            r"\bthe\s+[Nn]ew\s+[Yy]ear\b(?!\s+\w+s\b)",
            printed.read_new_year,
            led=after_word("until", "till", "before", "by", "to", "after"),
            lead=12,
        ),
    )


def year_rules() -> tuple[Rule, ...]:
    """Give the rules for years, and for what is put together from them."""
    year = rf"(?:{YEAR}\b|(?P<which>last|this|next)\s+year\b)"
    return (
        rule(
            "quarter or half of a year",
            "quarter",
            rf"{PERIOD}(?P<nth>first|second|third|fourth|final|last)[\s-]+(?P<piece>quarter|half)"
            rf"\s+(?:of\s+)?{year}",
            spans.read_part,
            re.IGNORECASE,
            lead=30,
        ),
        rule(
            "decade",
            "decade",
            rf"{PERIOD}(?:(?P<decade>(?:1[5-9]|20)\d)|(?<!\w)[’‘'](?P<short>[3-9]))0[’']?s\b",
            spans.read_decade,
            lead=20,
        ),
        rule(
            "century",
            "century",
            rf"{PERIOD}(?P<nth>1\d|20|21)(?:st|th)\s+century\b",
            spans.read_century,
            re.IGNORECASE,
            lead=28,
        ),
        rule(
            "years in figures, joined",
            ("year", "joined"),
            rf"(?<![\d$£€,.-]){YEAR}\s*[-–/]\s*(?P<to>\d{{4}}|\d\d)(?![\d-])",
            printed.read_years,
        ),
        rule(
            "from year to year",
            ("year", "between"),
            rf"(?:(?<=\bfrom )|(?<=\bbetween )){YEAR}"
            r"\s+(?:to|and|until|till|through)\s+(?P<to>\d{4})\b",
            printed.read_years,
        ),
        rule(
            "part of a year",
            ("year", "part"),
            rf"\b{PART}{YEAR}{ALONE}{THINGS}",
            printed.read_year,
            lead=30,
        ),
        rule(
            "year after a preposition",
            "year",
            rf"\b{YEAR}{ALONE}{THINGS}",
            printed.read_year,
            led=LED,
        ),
        rule(
            "year before a noun",
            "year",
            rf"\b{YEAR}{ALONE}{THINGS}",
            printed.read_year,
            led=INSIDE,
        ),
        rule(
            "year that owns what follows",
            ("year", "owning"),
            rf"(?<![\w$£€,.-]){YEAR}(?=[’']s\s)",
            printed.read_year,
        ),
        rule(
            "year of a happening",
            "year",
            rf"\b{YEAR}{HAPPENINGS}",
            printed.read_year,
            led=after_word("an?"),
        ),
    )
