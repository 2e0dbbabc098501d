"""Rules for words that lean on the article’s day."""

import re

from tellings.analysis.alternatives import one_of
from tellings.analysis.dates import leaning, spans
from tellings.analysis.dates.rules.pieces import (
    HOURS,
    PART,
    SOON,
    WEEKDAY,
    YEAR,
    after_word,
    counted,
)
from tellings.analysis.dates.rules.table import Rule, rule
from tellings.analysis.dates.words import calendar

__all__ = ["relative_rules"]

NO_DATE = after_word(
    *("first", "second", "third", "fourth", "every", "each", "any", "other", "good", "black"),
    *("bloody", "super", "cyber", "ash", "palm", "easter", "holy", "fat", "on a", "one"),
)
PAPERS = (
    r"(?!\s+(?:Times|Mirror|Telegraph|Mail|Post|Express|Herald|Star|Night|[Nn]ewspapers?|[Ss]chool)"
    r"|\s+the\s+\d)"
)
NOWADAYS = (
    r"(?![’']s\s+(?:world|society|youth|young|generation|military|market|economy|standards?|dollars"
    r"|money|prices|politics|media|children|climate)\b)"
)
FINISHING = (
    r"(?:expires?|begins?|starts?|opens?|resumes?|returns?|reconvenes?|meets?|votes?|runs?\s+out"
    r"|held|due|ends?|place|effect|arrives?|leaves?)"
)


def relative_rules() -> tuple[Rule, ...]:
    """Give the rules for words that lean on the article’s day."""
    return (*season_rules(), *count_rules(), *near_rules(), *weekday_rules(), *period_rules())


def season_rules() -> tuple[Rule, ...]:
    """Give the rules for seasons."""
    seasons = one_of(list(calendar()["seasons"]))
    return (
        rule(
            "this, last or next season",
            ("season", "which"),
            rf"\b(?P<which>this|last|next)\s+(?P<season>{seasons})\b",
            leaning.read_season,
            re.IGNORECASE,
            lead=8,
        ),
        rule(
            "season of a year",
            ("season", "figure after"),
            rf"\b{PART}?(?:the\s+)?(?P<season>{seasons})\s+(?:of\s+)?{YEAR}\b",
            leaning.read_season,
            re.IGNORECASE,
            lead=36,
        ),
        rule(
            "season by its verb",
            ("season", "the"),
            rf"\bthe\s+(?P<season>{seasons})\b(?!\s+of\b|-)",
            leaning.read_season_by_tense,
            led=r"\b(?:in|by|until|since|during|(?:end|start|beginning) of)\s$",
            lead=6,
        ),
    )


def count_rules() -> tuple[Rule, ...]:
    """Give the rules for spans counted back or ahead."""
    about = r"(?:(?:more|less) than|nearly|almost|about|some|over|around|just)\s+"
    return (
        rule(
            "so long ago",
            ("count", "ago"),
            rf"\b(?P<about>{about})?{counted()}\s+ago\b",
            leaning.read_ago,
            re.IGNORECASE,
            unled=r"\b(?:day|week|month|year)s?,?\s(?:and\s)?$",
            lead=40,
        ),
        rule(
            "so long since something",
            ("count", "since"),
            rf"\b(?:mark(?:s|ed|ing)?|been|is|it[’']s|in\s+the)\s+(?:(?:exactly|only|just)\s+)?"
            rf"(?P<at>{counted()}\s+since)\b(?!\s+(?:\w+day\b|\d|[A-Z][a-z]{{2,8}}\.?\s+\d))",
            leaning.read_since,
            re.IGNORECASE,
            lead=40,
        ),
        rule(
            "in so long’s time",
            ("count", "time"),
            rf"\bin\s+{counted()}(?P<sure>[’']?s?[’']?\s+time\b)",
            leaning.read_ahead,
            re.IGNORECASE,
            lead=24,
        ),
        rule(
            "so long from now",
            ("count", "from"),
            rf"\b{counted()}\s+(?P<sure>from\s+(?:now|today))\b",
            leaning.read_ahead,
            re.IGNORECASE,
            unled=after_word("than", "about", "nearly", "almost", "around"),
            lead=16,
        ),
        rule(
            "in so long, of what is planned",
            ("count", "in"),
            rf"\b{FINISHING}\s+(?P<at>(?P<sure>in)\s+{counted()})\b(?!-)(?=\s*[.,;:)]|$|\s+(?:at|in|with)\b)",
            leaning.read_ahead,
            lead=36,
        ),
        rule(
            "in so long, before what will be",
            ("count", "in"),
            rf"[Ii]n\s+{counted()}\b",
            leaning.read_ahead,
            led=r"(?:^|\bthat\s|[,;:“\"]\s)$",
            lead=20,
        ),
    )


def near_rules() -> tuple[Rule, ...]:
    """Give the rules for the days next to the article’s."""
    return (
        rule(
            "yesterday, today, tomorrow",
            "near",
            r"\b(?:(?:early|late|earlier|later)\s+)?(?!(?-i:TODAY|TONIGHT))"
            r"(?P<near>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|today|tomorrow"
            r"|tonight|last\s+night|this\s+(?:morning|afternoon|evening))"
            rf"{HOURS}\b{NOWADAYS}",
            leaning.read_near,
            re.IGNORECASE,
            unled=r"(?:\bthe|[’']s)\s$",
            lead=32,
        ),
    )


def weekday_rules() -> tuple[Rule, ...]:
    """Give the rules for days of the week."""
    return (
        rule(
            "last, this or next week’s day",
            ("weekday", "week beside"),
            rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+week\s+(?:on\s+)?(?P<weekday>{WEEKDAY})"
            rf"{HOURS}(?!\w)",
            leaning.read_weekday_of,
            lead=24,
        ),
        rule(
            "weekday of a named week",
            ("weekday", "week beside"),
            rf"\b(?P<weekday>{WEEKDAY}){HOURS}\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b",
            leaning.read_weekday_of,
        ),
        rule(
            "weekday",
            "weekday",
            rf"\b(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|past|coming)\s+)?{SOON}"
            rf"(?P<weekday>{WEEKDAY})(?!\w){HOURS}(?!\w){PAPERS}",
            leaning.read_weekday,
            unled=NO_DATE,
            lead=36,
        ),
    )


def period_rules() -> tuple[Rule, ...]:
    """Give the rules for weeks, weekends, months and years."""
    return (
        rule(
            "weekend",
            "weekend",
            r"\b(?P<which>this|last)\s+(?:past\s+|coming\s+|long\s+)?weekend\b(?!-)",
            spans.read_weekend,
            re.IGNORECASE,
            lead=16,
        ),
        rule(
            "the weekend, of a stretch of time",
            "weekend",
            r"\b(?P<which>the)\s+(?:long\s+|past\s+|coming\s+)?weekend\b(?!-|\s+of\b)",
            spans.read_weekend,
            led=after_word("over", "during", "through", "throughout", "across", "at", "on"),
            lead=16,
        ),
        rule(
            "earlier or later in the week, month or year",
            ("unit", "in the"),
            r"\b(?:earlier|later)\s+in\s+the\s+(?P<unit>week|month|year)\b(?!-)",
            leaning.read_running_period,
            re.IGNORECASE,
            lead=20,
        ),
        rule(
            "last, this or next week, month or year",
            ("unit", "which"),
            r"\b(?:(?:early|late|earlier|later)\s+)?(?P<which>last|this|next)\s+"
            r"(?!(?-i:Week))(?P<unit>week|month|year)\b(?!-|\s+of\b)",
            leaning.read_period,
            re.IGNORECASE,
            unled=after_word("the"),
            lead=20,
        ),
    )
