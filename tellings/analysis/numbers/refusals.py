"""Printed numbers that are no quantities, and why."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from tellings.analysis.alternatives import one_of
from tellings.analysis.dates import clock
from tellings.analysis.dates.finding import read
from tellings.analysis.dates.readings import Place
from tellings.analysis.numbers import ranges
from tellings.analysis.numbers.counting import fates, general, measure_of
from tellings.analysis.numbers.printed import Printed
from tellings.analysis.numbers.ranges import Ends
from tellings.analysis.numbers.tables import units
from tellings.model.span import Span

__all__ = ["refusal"]

ANY_DAY = date(2000, 6, 15)
TIMELY = re.compile(r"\s?(?:[ap]\.?\s?m\b|hours?\b|o[’']clock|[a-z]{1,4}t\b|utc|z\b|coordinated)")
OCLOCK = re.compile(r"\s?o[’']clock")
DATELIKE = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)|\d[./-]\d"
)
LEANING = re.compile(
    r"\b(?:ago|after|later|earlier|before|previous(?:ly)?|prior|from|hence|since|back|time)\b"
)
LED = ("in ", "in about ", "in just ", "in only ", "within ", "next ", "coming ", "following ")
"""What may make a number, or a stretch of time, part of a date; the rules for dates decide."""

LATEST = 2999
NEAR = 26
"""How far from a number the words stand that make it part of a date."""

DIALLED = re.compile(
    r"\b(?:call(?:ed|s|ing)?|dial(?:led|ed|s|ing)?|phoned|text|tel:?|phone:?|hotline:?"
    r"|helpline:?) (?:at |on )?$"
)
DIALLING = 16
"""How far from a number to call the words that say so begin."""

DASHED = re.compile(r"[-–]\d+[-–]\d|[-–]0\d|(?<=\d\d\d)(?<!\d\d\d\d)[-–]\d{4}\b|[-–][A-Z](?![a-z])")
YEAR = re.compile(r"(?:19|20)\d\d")
OLD_YEAR = re.compile(r"1[0-8]\d\d")
NAME = re.compile(r"(?P<word>[A-Z][\w’'-]*)\.?\s$")
TIMES = re.compile(r" (?:Minutes|Hours|Days|Weeks|Months|Years)\b")
WEEKDAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
SAID = re.compile(r"[A-Z]\w*(?:ed|ing|s) $")
NUMBERED = re.compile(r"(?:#|\bno\.? |\bnos\.? |\bnumbers? )$")
LISTED = 13
ITEM = re.compile(r"^\W*$")
STREET = re.compile(
    r"(?: [NSEW]\.?)?(?: [A-Z][\w’'.-]+| \d+(?:st|nd|rd|th)){1,3},? (?:Street|St|Avenue|Ave|Road"
    r"|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd"
    r"|Square|Place|Court|Way|Terrace|Highway|Row)\b"
)
HEADING = re.compile(
    r" (?:\w+ )?(?:things|reasons|ways|facts|takeaways|tips|photos|charts|moments|questions"
    r"|quotes|lessons|signs|steps) "
    r"(?:to|you|we|why|how|about|that|for|from|in|every)\b"
)
MEASURED = re.compile(r"[- ]?(?:%|per ?cent)")
SCORES = re.compile(r"[- ](?:of|more|were|have|had|dead|injured|killed|wounded|arrested)\b")
NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|some|the|this|that|which|another|only|a|an|first|last|next|square"
    r"|as|big|new|old|good"
    r"|bad|other|former|latter|right|wrong|such|number|day|his|her|its|their|our|my|your|is|was"
    r"|be|loved|-)\s$"
    r"|\b(?:a|an|the|this|that)(?: \w+ly)? [a-z-]+\s$",
    re.IGNORECASE,
)
ONE_OF = re.compile(
    r"\s(?:of (?!the (?:\d|two|three|four|five|six|seven|eight|nine|ten)|\d)|another|day|thing"
    r"|side|that|who|which|or|can|could|might|may|must|should"
    r"|would|will|is|was|has|had|does|did|’s|to|in which|said|says|way|moment|point|time|side"
    r"|step|reason|word|and the same|and all"
    r"|and only|such|where|after the|by one|on one|at a time|close|by|as|at|for|from|with|the|a"
    r"|an|i|we|you|he|she|they|it)\b"
    r"|[.,;:?!’')\]”\"“—–…]|$|\s[-–—(“\"]"
    r"|-(?!(?:year|month|week|day|night|hour|minute|mile|metre|meter|foot|inch|member|bedroom"
    r"|room|man|woman|person|vote|seat|term|point|storey|story|page)\b)",
    re.IGNORECASE,
)
CASUALTY = re.compile(
    r"\b(?:kill(?:ed|s|ing)|injur(?:ed|es|ing)|wound(?:ed|s|ing)|least|than|arrested|detained"
    r"|leaves|left) $"
)
ALONE = re.compile(r" and |[.,;]|$| (?:dead|injured|wounded|missing|in custody|critically)\b")
IDIOM = re.compile(
    r"(?:[- ](?:of a kind|on one|to one|by one|fold|way|sided|off|half|handed|size|eyed|stop"
    r"|legged)\b|[- ]to[- ]one\b)",
    re.IGNORECASE,
)

COUNTED = re.compile(r" (?:[a-z-]+ )?[a-z]+s\b| people\b")
FIRST_WORD = re.compile(r" (?:more |other )?([a-z]+)")
CAPITAL_PLURAL = re.compile(r" [A-Z]\w+s\b")
LONG_WORD = re.compile(r"\b[A-Za-z]{4,}")
ITEM_ENDS = re.compile(r"[.)]\s|[.)]$|: ")
A_TIME = re.compile(r" (?:day|night)\b")
COMPOUND = re.compile(r"-(?:way|fold|sided|on-|a-side|handed|pronged|ply|off\b|and-|two\b|by-)")

Test = Callable[[Printed, Ends], bool]


def refusal(number: Printed, ends: Ends) -> str | None:
    """Name the first reason for which a number is no quantity, if there is one."""
    for reason, holds in OF_FIGURES if number.figure else OF_WORDS:
        if holds(number, ends):
            return reason
    return None


def dialled(number: Printed, ends: Ends) -> bool:
    """Tell whether a number is one to call."""
    small = number.small
    return DIALLED.search(small, max(0, len(small) - DIALLING)) is not None


def dashed(number: Printed, ends: Ends) -> bool:
    """Tell whether figures in dashes make up one mark: a telephone's, a model's."""
    return not number.money and DASHED.match(number.line.words, number.end) is not None


def scored(number: Printed, ends: Ends) -> bool:
    """Tell whether two numbers are a score or votes for and against."""
    return ends.high is None and ranges.score(number) is not None


def timed(number: Printed, ends: Ends) -> bool:
    """Tell whether a number belongs to a time of day."""
    lower = number.line.lower
    if not TIMELY.match(lower, number.end):
        return False
    if OCLOCK.match(lower, number.end):
        return True
    if not number.figure:
        return False
    span = Span(number.start, number.end)
    return any(span.shared(time.span) for time in clock.find(number.line.words))


def dated(number: Printed, ends: Ends) -> bool:
    """Tell whether a number belongs to words that date something."""
    if number.money or number.sort == "share" or ends.low.unit == "%":
        return False
    lower, last = number.line.lower, (ends.high or ends.low).end
    time = measure_of(ends.low.unit).name == "time"
    if not time and (not number.figure or number.value > LATEST or ends.low.unit):
        return False
    if time and not (number.small.endswith(LED) or LEANING.search(lower[last : last + NEAR])):
        return False
    if not time and not DATELIKE.search(lower[max(0, number.start - NEAR) : last + NEAR]):
        return False
    span = Span(number.start, last)
    return any(span.shared(other) for other in dates(number.line.words))


@lru_cache(maxsize=64)
def dates(words: str) -> tuple[Span, ...]:
    """Give the dated expressions of a sentence."""
    return tuple(found.span for found in read(Place(sentence=words, day=ANY_DAY)))


def year(number: Printed, ends: Ends) -> bool:
    """Tell whether four bare figures read as a year."""
    if ends.low.unit or number.money:
        return False
    if YEAR.fullmatch(number.text):
        return True
    if not OLD_YEAR.fullmatch(number.text) or (ends.high and ends.high.value > LATEST):
        return False
    return not COUNTED.match(number.line.lower, number.end)


def named(number: Printed, ends: Ends) -> bool:
    """Tell whether a figure belongs to a name, such as a road’s, a missile’s or a programme’s."""
    if TIMES.match(number.line.words, number.end) and not titled(number):
        return True
    if ends.low.unit or number.money or number.scale:
        return False
    before = NAME.search(number.close)
    if before is None or WEEKDAYS.search(before["word"]):
        return False
    first = FIRST_WORD.match(number.line.words, number.end)
    if first and (first[1] in general() or first[1] in fates()):
        return False
    if CAPITAL_PLURAL.match(number.line.words, number.end) and titled(number):
        return before["word"] in designators()
    at = number.start - len(number.close) + before.start()
    heads = at == 0 or number.line.words[at - 1] in '“"‘\n'
    return not heads or before["word"] in designators()


@cache
def designators() -> frozenset[str]:
    """Give the words after which a capitalised “name + figure” stays a name everywhere."""
    return frozenset(units()["names"]["designators"])


def numbered(number: Printed, ends: Ends) -> bool:
    """Tell whether a number says which, not how many: “No. 4”, “page 5”, “day 1”."""
    if number.small.endswith(("#", "no ", "no. ", "nos ", "nos. ", "number ", "numbers ")):
        return NUMBERED.search(number.small) is not None
    if ends.low.unit or not number.small.endswith(numbering()):
        return False
    return which().search(number.small) is not None and (number.figure or number.value < 13)


@cache
def numbering() -> tuple[str, ...]:
    """Give the words that number single things, for a quick test."""
    return tuple(f"{word} " for word in units()["names"]["numbering"])


@cache
def which() -> re.Pattern[str]:
    """Build the pattern of a word that numbers single things."""
    return re.compile(rf"(?:^|[\s(“\"‘])(?:{one_of(units()['names']['numbering'])}) $")


def capital(number: Printed, ends: Ends) -> bool:
    """Tell whether a number word belongs to a name: “Channel Four”."""
    before = number.close
    if not number.text[0].isupper() or not before.strip():
        return False
    if before.rstrip()[-1] in ".!?:“\"‘'(–—|…" or before.endswith("\n"):
        return False
    return not titled(number)


def titled(number: Printed) -> bool:
    """Tell whether a line has its words in capitals, as headlines do."""
    long: list[str] = LONG_WORD.findall(number.line.words)
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def address(number: Printed, ends: Ends) -> bool:
    """Tell whether a number is that of a house."""
    return STREET.match(number.line.words, number.end) is not None


def item(number: Printed, ends: Ends) -> bool:
    """Tell whether a number counts off the entries of a list."""
    if number.value < LISTED and number.small.endswith("(") and ends.low.unit is None:
        return number.line.words.startswith(")", number.end)
    return (
        number.figure
        and number.start < NEAR
        and ITEM.match(number.before) is not None
        and ITEM_ENDS.match(number.line.words, number.end) is not None
    )


def heading(number: Printed, ends: Ends) -> bool:
    """Tell whether a number only counts what a list offers: “10 things to know”."""
    return (
        number.start < NEAR
        and ITEM.match(number.before) is not None
        and HEADING.match(number.line.lower, number.end) is not None
    )


def plain_scores(number: Printed, ends: Ends) -> bool:
    """Tell whether “scores” are points."""
    return number.line.lower.startswith("scores", number.start) and not SCORES.match(
        number.line.lower, number.end
    )


def pronoun(number: Printed, ends: Ends) -> bool:
    """Tell whether “one” stands for somebody or something."""
    lower = number.line.lower
    if number.text.lower() != "one" or ends.high is not None:
        return False
    if measure_of(ends.low.unit).name == "age":
        return False
    if ends.low.unit is not None and not NOT_ONE.search(number.close):
        return A_TIME.match(lower, number.end) is not None
    if IDIOM.match(lower, number.end):
        return True
    if CASUALTY.search(number.small) and ALONE.match(lower, number.end):
        return False
    return bool(NOT_ONE.search(number.close) or ONE_OF.match(lower, number.end))


def idiom(number: Printed, ends: Ends) -> bool:
    """Tell whether a number word is the first part of a set compound: “two-way”, “threefold”."""
    if number.figure:
        return number.line.lower.startswith(("-fold", "-on-", "-a-side", "-by-"), number.end)
    return COMPOUND.match(number.line.lower, number.end) is not None


REASONS: tuple[tuple[str, Literal["figure", "word", "any"], Test], ...] = (
    ("number to call", "figure", dialled),
    ("figures in dashes", "figure", dashed),
    ("entry of a list", "any", item),
    ("year", "figure", year),
    ("time of day", "any", timed),
    ("score or vote", "figure", scored),
    ("says which", "any", numbered),
    ("name with a figure", "figure", named),
    ("name with a number word", "word", capital),
    ("house in a street", "figure", address),
    ("heading of a list", "any", heading),
    ("points", "word", plain_scores),
    ("“one” for somebody", "word", pronoun),
    ("set compound", "any", idiom),
    ("date", "any", dated),
)
"""Why a printed number is no quantity, in the order in which it is asked, and of which numbers."""

OF_FIGURES, OF_WORDS = (
    tuple((reason, holds) for reason, kind, holds in REASONS if kind in {own, "any"})
    for own in ("figure", "word")
)
