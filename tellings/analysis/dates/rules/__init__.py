"""The rules for dates: an ordered table of patterns, each with the reading it gives."""

import re
from functools import cache

from tellings.analysis.dates.rules.anaphoric import anaphoric_rules
from tellings.analysis.dates.rules.figures import figure_rules
from tellings.analysis.dates.rules.months import month_rules
from tellings.analysis.dates.rules.relative import relative_rules
from tellings.analysis.dates.rules.table import Rule, Sign
from tellings.analysis.dates.rules.years import feast_rules, year_rules
from tellings.analysis.dates.words import calendar

__all__ = ["Rule", "Sign", "fitting", "rules", "signs_in"]

WORD = re.compile(r"[a-z]{3,}")
FIGURE = re.compile(r"\d")
YEAR = re.compile(r"\d{4}")

WORDS_TOO = frozenset({"may", "march", "august", "sat", "sun", "wed", "fri", "mon"})
"""Short forms and months that in small letters are other words."""

PLAIN: dict[Sign, tuple[str, ...]] = {
    "ago": ("ago",),
    "near": (
        "yesterday",
        "tomorrow",
        "today",
        "tonight",
        "morning",
        "afternoon",
        "evening",
        "night",
    ),
    "period": ("week", "month", "year"),
    "weekend": ("weekend",),
    "unit": (
        *("day", "days", "week", "weeks", "month", "months", "year", "years"),
        *("morning", "afternoon", "evening", "night"),
    ),
    "quarter": ("quarter", "half", "century"),
    "between": ("between", "from"),
    "that": ("that",),
    "same": ("same",),
    "since": ("since",),
    "now": ("now", "today"),
    "time": ("time",),
    "later": ("earlier", "later", "before", "previous", "previously", "afterward", "afterwards"),
    "after": ("after",),
    "next": ("following", "next"),
    "which": ("last", "this", "next", "past", "coming"),
    "part": ("end", "beginning", "start", "middle", "close", "early", "late", "mid"),
}
"""The words without which no rule of a sign can fit."""


@cache
def rules() -> tuple[Rule, ...]:
    """Give the rules; where two fit the same words the earlier one reads them."""
    return (
        *figure_rules(),
        *month_rules(),
        *relative_rules(),
        *feast_rules(),
        *year_rules(),
        *anaphoric_rules(),
    )


@cache
def signs() -> dict[str, frozenset[Sign]]:
    """Give the signs of each word that is one."""
    names = calendar()
    given: dict[str, set[Sign]] = {}
    every: list[tuple[Sign, tuple[str, ...]]] = [
        *PLAIN.items(),
        ("month", tuple(names["months"])),
        ("weekday", tuple(names["weekdays"])),
        ("weekday", ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat")),
        ("season", tuple(names["seasons"])),
        *(
            ("feast", (WORD.findall(name.lower())[0],))
            for name in (*names["holidays"], *names["easter"])
        ),
    ]
    for sign, entries in every:
        for entry in entries:
            given.setdefault(entry.lower(), set()).add(sign)
    return {word: frozenset(found) for word, found in given.items()}


@cache
def fitting(given: frozenset[Sign]) -> tuple[Rule, ...]:
    """Give the rules whose signs a sentence holds, in their order."""
    return tuple(rule for rule in rules() if rule.signs <= given)


def signs_in(sentence: str) -> frozenset[Sign]:
    """Tell by a sentence's words which rules can fit it."""
    lower, known = sentence.lower(), signs()
    said, figure = known.keys() & WORD.findall(lower), FIGURE.search(lower)
    if not said and not figure:
        return frozenset()
    found: set[Sign] = set()
    for word in said:
        if word not in WORDS_TOO or word.capitalize() in sentence:
            found |= known[word]
    if figure:
        found.add("figure")
        if YEAR.search(lower):
            found.add("year")
        if "0s" in lower or "0’s" in lower or "0's" in lower:
            found.add("decade")
    return frozenset(found)
