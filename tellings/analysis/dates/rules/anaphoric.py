"""Rules for words that lean on a date told before them."""

import re

from tellings.analysis.dates import anaphora
from tellings.analysis.dates.rules.pieces import after_word, counted
from tellings.analysis.dates.rules.table import Rule, rule

__all__ = ["anaphoric_rules"]

UNIT = r"day|morning|afternoon|evening|night|week|month|year"
SPAN = after_word("over", "within", "for", "during", "throughout", "through")
SAYING = ("said", "says", "so", "told", "believe", "think", "know", "added")
NO_CLAUSE = r"(?!-|\s+(?:that|when|as|care|after)\b|[’']s)"
ENDS = (
    r"(?=\s*(?:[.,;:)—–]|--|$)|\s+(?:and|but|when|where|at|in|on|by|to|with|from|as|after|while|over"
    r"|had|was|were)\b)"
)
EXACT = after_word("than", "nearly", "almost", "about", "around", "least", "some", "every", "or")


def anaphoric_rules() -> tuple[Rule, ...]:
    """Give the rules for words that lean on a date told before them."""
    return (*unit_rules(), *counted_rules())


def unit_rules() -> tuple[Rule, ...]:
    """Give the rules for a day, a week, a month or a year told of before."""
    return (
        rule(
            "that day",
            ("unit", "that"),
            rf"\b(?:(?:earlier|later)\s+)?that\s+(?:same\s+)?(?P<unit>{UNIT})\b{NO_CLAUSE}",
            anaphora.read_that,
            re.IGNORECASE,
            unled=after_word(*SAYING),
            told=True,
            lead=24,
        ),
        rule(
            "the same day",
            ("unit", "same"),
            rf"\b(?:(?:earlier|later)\s+)?the\s+same\s+(?P<unit>{UNIT})\b{NO_CLAUSE}",
            anaphora.read_that,
            re.IGNORECASE,
            unled=r"[,—–-]\s$",
            told=True,
            lead=28,
        ),
        rule(
            "earlier in the day",
            ("unit", "in the"),
            r"\b(?:earlier|later)\s+in\s+the\s+day\b",
            anaphora.read_later,
            re.IGNORECASE,
            told=True,
            lead=20,
        ),
        rule(
            "the following day",
            ("unit", "following"),
            r"\b(?:(?:early|late)\s+)?"
            rf"(?:the\s+following\s+(?P<unit>{UNIT})|the\s+next\s+(?P<other>day|morning|afternoon"
            r"|evening|night))\b(?!-|\s+or\b)",
            anaphora.read_next,
            re.IGNORECASE,
            unled=SPAN,
            told=True,
            lead=28,
        ),
        rule(
            "the day after",
            ("unit", "the", "after"),
            rf"\bthe\s+(?P<unit>{UNIT})(?P<other>)\s+after(?=\s*[.,;:)]|$)",
            anaphora.read_next,
            re.IGNORECASE,
            told=True,
            lead=6,
        ),
        rule(
            "the previous day",
            ("unit", "previous"),
            rf"\bthe\s+(?:previous\s+(?P<unit>{UNIT})\b(?!-)|(?P<other>{UNIT})\s+before{ENDS})",
            anaphora.read_previous,
            re.IGNORECASE,
            told=True,
            lead=16,
        ),
    )


def counted_rules() -> tuple[Rule, ...]:
    """Give the rules for spans counted from a date told before."""
    return (
        rule(
            "so long earlier or later",
            ("count", "later"),
            rf"\b{counted()}\s+(?P<side>earlier|later|previously|afterwards?|before{ENDS})"
            r"\b(?!\s+than\b)",
            anaphora.read_counted,
            re.IGNORECASE,
            unled=EXACT,
            told=True,
            lead=16,
        ),
        rule(
            "so long after what came before",
            ("count", "after"),
            r"(?:\b(?P<comes>comes?|came|coming)\s+|^\W*|(?:,|—|–|--)\s*)(?:(?:just|only|barely)\s+)?"
            rf"(?P<at>{counted()}\s+after)\b(?!\s+(?:\w+day\b|\d|[A-Z][a-z]{{2,8}}\.?\s+\d|that\b|which\b))",
            anaphora.read_after,
            re.IGNORECASE,
            told=True,
            lead=40,
        ),
    )
