"""Figures that hold for a moment, a year before, a ranking or one subject, and so for no other."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tellings.analysis import wording
from tellings.analysis.differences.bounds import folded
from tellings.analysis.numbers.comparing import Counted
from tellings.analysis.wording import Word
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["MARKET", "Figure", "apart", "of"]

BESIDE = 90
"""How many characters before and after a number say what kind of figure it is."""

WORDS = 2
"""How many words tell of whom a share is told."""

MOVES = (
    r"(?:up|down|rose|risen|rise|rises|fell|fall|falls|fallen|gain\w*|lost|lose|drop\w*|jump\w*|slid\w*"
    r"|climb\w*|clos\w+|open\w*|end\w*|settl\w+|trad\w+|soar\w*|surg\w+|plung\w+|tumbl\w+|slip\w*|edg\w+"
    r"|shot|declin\w+|advanc\w+|add\w*|shed|off|were|was)"
)
# What is bought and sold changes its price by the hour: two prices are two moments.
MARKET = re.compile(
    rf"\b(?:shares?|stocks?)\s+(?:of\s+\S+\s+(?:\S+\s+)?|in\s+\S+\s+(?:\S+\s+)?)?(?:\w+ly\s+)?{MOVES}\b"
    r"|\b(?:stock|share)s?\s+(?:exchange|market|price|index)|(?<!price )\bindex(?:es)?\b"
    r"|(?<!price )\bindices\b|\bfutures\b"
    r"|\b(?:share|stock)s?\s+(?:(?:have|had)\s+)?(?:remain|stand|stood|changed\s+hands)"
    r"|\b(?:rose|fell|dropped|gained|added|lost|climbed|jumped)\s+[\d.]+\s*(?:percent|%|per\s+cent|pc)\s+to\s+[A-Z]*[$€£]"
    r"|\bpercentage\s+(?:gainer|loser)s?\b|\bpoints?,?\s+or\s+[\d.]+\s*(?:%|per\s?cent|pc)"
    r"|\b(?:early|late|morning|afternoon|midday|midmorning|after-hours|heavy|light|thin|overnight)\s+"
    r"(?:\w+\s+){0,3}trad(?:e|ing)\b|\btrading\s+(?:volume|day|session)\b|\bshares?\s+traded\b"
    r"|\byields?\b(?!\s+(?:an?|the|no|some)\b)|\b(?:an?|per|each)\s+(?:barrel|gallon|ounce|bushel)\b|\bbasis\s+points\b"
    r"|\b(?:against|to)\s+the\s+(?:\w+\s+)?(?:dollar|euro|yen|pound|greenback|franc|currency)\b|\bsingle\s+currency\b"
    r"|\b(?:share|stock)s?\s+of\b[^.;]{0,60}?\b(?:rose|fell|jumped|dropped|gained|lost|were\s+(?:up|down|off))\b",
    re.IGNORECASE,
)

# “From $46 million a year earlier”, “compared with 24 percent”: told beside the figure of the day.
COMPARED = re.compile(
    r"\b(?:compar(?:ed|es|ing)\s+(?:with|to)|up\s+from|down\s+from|as\s+against|versus)\s+(?:[\w$€£.,]+\s+){0,3}$"
)
COMPARES = re.compile(r"(?:That|This|It|Those|These)\s+compare[sd]?\b")
AGO = re.compile(
    r"^[^.;\d]{0,40}?(?<!from )\b(?:a\s+(?:year|month|week|decade)\s+(?:earlier|ago|before)"
    r"|(?:in|for|during)\s+the\s+(?:same|corresponding|previous|prior|year-\w+)\s+"
    r"(?:fiscal\s+)?(?:quarter|period|year))\b"
)
YEAR_AGO = re.compile(
    r"\byear-(?:ago|earlier)\b|\b(?:same|corresponding|previous|prior)\s+(?:fiscal\s+)?(?:quarter|period|year)\b[^.;]*$"
)
MARGIN = re.compile(
    r"\b(?:margin\s+of\s+(?:sampling\s+)?error|sampling\s+error|error\s+margin|plus\s+or(?:\s+minus)?)\b"
)
CHANGE = re.compile(
    r"(?:(?:[,–—-]|\b(?:was|were|is|are))\s+(?:up|down)|\b(?:rose|fell|up|down|(?:in|de)creased|raised|cut|reduced)"
    r"\s+by)\s+(?:about\s+|nearly\s+|almost\s+|some\s+)?$"
)
RANKED = re.compile(r"\b(?:top|bottom|best|worst|other)[\s-]+$")
RANKS = re.compile(
    r"\bthe\s+\0\s+(?:larg|bigg|busi|rich|poor|old|young|high|low)est\b", re.IGNORECASE
)
LASTED = re.compile(r"\b(?:past|last|next|coming|previous)\s+\0|\0\s+(?:high|low|peak|average)s?\b")
ZONE = re.compile(r"\b(?:[ECMP][DS]T|GMT|UTC|BST|CET)\b")
# “Of the 30 boats, 12 sank.”
FIRST = re.compile(r"(?:^|[.;,]\s+)(?:[Oo]ut\s+o|O)f\s+(?:the|its|their|all)\s+(?:\w+\s+){0,2}$")
ENDS = re.compile(r"\b(?:rang\w+|priced|anywhere)\s+from\s+(?:[^.;]{0,60}?\bto\s+)?\$?$")
OF_ONE = re.compile(r"\s+of\s+an?\s+[a-z]")
EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ing|ations?)?|forecasts?|forecasting|predict\w*|projected|consensus|guidance|outlook)\b"
)
WITHOUT = re.compile(
    r"\b(?:[Ee]xclud(?:ing|es|ed)|[Nn]ot\s+counting|[Ww]ithout\s+counting|[Ee]xcept\s+for|[Aa]part\s+from)\s+"
    r"(?P<what>[^.;,]{3,40})"
)
QUARTER = re.compile(r"\b(first|second|third|fourth)[\s-]+(?:fiscal[\s-]+)?(?:quarter|half)\b")
ASKED = re.compile(
    r"\b(?:s[eo](?:ek|eks|eking|ught)|ask\w*\s+for|demand\w*|request\w*|su(?:es?|ed|ing)\s+for|want(?:s|ed)?"
    r"|propos\w+)\s+(?:[\w'-]+\s+){0,3}$"
)
WHOSE = re.compile(
    r"^(?:\s+of)?(?:\s+(?:the|all|its|their))?(?:\s+[a-z]+){1,2}\s+(?:who|that|taking|using|given|with|aged|on)\s+"
    r"(?P<did>[^.;,]{3,60})"
)

LASTING = frozenset({"length", "magnitude", "speed", "mass", "time", "age"})
"""Measures of what no market moves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What kind of figure a number is, beyond what it counts."""

    moving: bool
    """Whether it is a price, or a change of one, on a market."""

    earlier: bool
    """Whether it is that of an earlier time."""

    compared: bool
    """Whether another is compared with it."""

    loose: bool
    """Whether it is a margin of error, a place in a ranking, one end of a range, or of others."""

    asked: bool
    """Whether it is a sum that somebody asks for."""

    change: bool
    """Whether it says by how much a count has changed."""

    expected: bool
    """Whether it is only what somebody expects."""

    without: frozenset[Word]
    """The stems of what is left out of it."""

    quarters: frozenset[str]
    """The quarters of a year that its sentence names."""

    names: frozenset[Word]
    """The stems of the names before it in what somebody says, or in its sentence."""

    whose: frozenset[Word]
    """The stems of what those did who are counted."""


@lru_cache(maxsize=1 << 13)
def of(number: Counted, telling: Telling) -> Figure:
    """Read what kind of figure a number is in its sentence."""
    span = number.quantity.passage.span
    sentence = telling.document.sentence_at(span.start)
    whole = sentence.span if sentence else span
    text = folded(telling.text)
    before = text[max(whole.start, span.start - BESIDE) : span.start]
    after = text[span.end : min(whole.end, span.end + BESIDE)]
    around = before + text[span.start : span.end] + after
    sentence_ = text[whole.start : whole.end]
    return Figure(
        moving=priced(number) and bool(MARKET.search(around)),
        earlier=not number.fate and bool(AGO.search(after) or YEAR_AGO.search(before)),
        compared=bool(COMPARED.search(before) or COMPARES.match(sentence_)),
        loose=is_loose(number, before, after),
        asked=number.measure not in {"count", "%"} and bool(ASKED.search(before)),
        change=number.measure == "count" and bool(CHANGE.search(before)),
        expected=priced(number) and bool(EXPECTED.search(before)),
        without=stems_of(WITHOUT.search(sentence_), "what"),
        quarters=frozenset(QUARTER.findall(sentence_)),
        names=names_before(telling, whole, span),
        whose=stems_of(WHOSE.match(after) if number.measure == "%" else None, "did", WORDS),
    )


def priced(number: Counted) -> bool:
    """Tell whether a number is a sum, a share, or counts points or shares."""
    if number.fate:
        return False
    return number.measure not in {"count", *LASTING} or bool(
        number.things & {wording.stem(word) for word in ("points", "shares", "cents")}
    )


def stems_of(found: re.Match[str] | None, name: str, most: int | None = None) -> frozenset[Word]:
    """Give the first stems of a part of a match; none where nothing was found."""
    return frozenset(wording.content(found[name])[:most]) if found else frozenset()


def is_loose(number: Counted, before: str, after: str) -> bool:
    """Tell whether a number is a margin, a rank, a whole told first, an end, or of one coin."""
    around = f"{before}\0{after}"
    one_end = number.upper == number.value and ENDS.search(before)
    of_one = number.measure == "%" and OF_ONE.match(after)
    lasted = number.measure == "time" and LASTED.search(around)
    led = any(pattern.search(before) for pattern in (MARGIN, RANKED, FIRST))
    return bool(led or one_end or of_one or lasted or RANKS.search(around))


def names_before(telling: Telling, sentence: Span, number: Span) -> frozenset[Word]:
    """Give the stems of the names before a number, whoever says it left out."""
    given = [a.content.start for a in telling.given_in(number)]
    start = max(sentence.start, *given) if given else sentence.start
    words = wording.tokens(ZONE.sub("", telling.text[start : number.start]))
    named = words if opens_with_name(words) else words[1:]
    return frozenset(
        wording.stem(word.lower())
        for word in named
        if word[0].isupper() and word.lower() not in wording.stop_words() | wording.days()
    )


def opens_with_name(words: tuple[Word, ...]) -> bool:
    """Tell whether a sentence surely begins with a name: “Mara Lind”, “LFS”, “Norrin's”."""
    followed = bool(words[1:2]) and words[1][0].isupper()
    return followed or any(
        len(word) > 1 and (word.isupper() or word.endswith(("'s", "’s"))) for word in words[:1]
    )


def apart(one: Counted, other: Counted, here: Figure, there: Figure) -> bool:
    """Tell whether two numbers are of two moments, of two years, or of two named subjects."""
    if here.moving or there.moving or here.loose or there.loose:
        return True
    if here.compared or there.compared or kind_of(here) != kind_of(there):
        return True
    if here.whose and there.whose and here.whose != there.whose:
        return True
    if not one.fate and (here.without or there.without) and not here.without & there.without:
        return True
    # Places and polls bound a share; sums and points are told of whoever is named.
    named = one.measure not in {"%", "count"} and disjoint(here.names, there.names)
    return named or disjoint(here.quarters, there.quarters)


def disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two sets that say something have nothing in common."""
    return bool(one and other) and not one & other


def kind_of(figure: Figure) -> tuple[bool, ...]:
    """Say whether a figure is earlier, asked for, expected or a change: like goes with like."""
    return figure.earlier, figure.asked, figure.expected, figure.change
