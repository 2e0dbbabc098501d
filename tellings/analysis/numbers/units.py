"""Units: what a printed number is measured in, and where number and unit end."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tellings.analysis.numbers import printed as printing
from tellings.analysis.numbers.counting import measure_of
from tellings.analysis.numbers.printed import Line, Printed
from tellings.analysis.numbers.tables import units

__all__ = ["Measured", "is_money", "pair_end", "read"]

OLD = re.compile(
    r"[- ](?P<unit>year|month|week|day)s?(?:[- ]olds?\b| of age\b|-old)|(?P<short>[- ]?yo\b)"
)
AGE_BEFORE = re.compile(
    r"(?:\b(?:[Aa]ged|[Aa]ges?)(?: of| between| just| only| about| around)? |\bturn(?:ed|s|ing) "
    r"|\b(?:when|since|until|before|at) (?:he|she|I) (?:is|was) (?:only |just )?"
    r"|\bage\b[^.;]{0,40}? (?:from|to) (?:\d+ to )?"
    r"|\b(?:boy|girl|man|woman|son|daughter|child|teenager)s? of (?:just |only |about )?"
    r"|(?P<name>\b[A-Z][\w’'.-]+)(?: (?:Jr|Sr)\.)?(?:, | \())$"
)
AGE_GROUP = re.compile(
    r"\b(?:people|children|those|adults|anyone|everyone|men|women|kids|residents|voters|youths"
    r"|girls"
    r"|boys|persons?|girls|patients|teenagers)(?: who (?:are"
    r"|were))?(?: aged)? (?:under|over"
    r"|younger than|older than|above|below) (?:the age of )?$"
)
COUNTS = re.compile(r" [a-z]+s\b")
LIMITS = ("over ", "under ", "than ", "above ", "below ", "age of ")
AGE_TAIL = re.compile(r" (?:and|or) (?:older|younger|over|under|above)\b(?! \d)")
AGE_END = re.compile(r"[,.;)]|\s(?:and|was|or|is|when|who|to)\b|$|[-–]\d")
OLDEST = 120
FULL_NAME = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+, $")
NO_NAME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:Jan|Febr)uary$|March$|April$|May$|June$|July$"
    r"|August$|(?:Sept|Nov|Dec)ember$|October$|[A-Z][a-z]{2,3}\.$"
)
WARM = re.compile(r"temperatur|degree|heat|cold|warm|freez|weather|cool|°|fever")
CODE = re.compile(r" ?(CAD|AUD|NZD|USD|SGD|HKD)\b| (?:US )?dollars?\b")
MAGNITUDE = re.compile(
    r"\b(?:magnitude|richter)(?:[- ]scale)?(?: of| was| at)?(?: at least| about| nearly)?[- ]$"
)
FIRST = re.compile(r"[- ]?(?:of (?:us )?)?([^\W\d_]+|.)")
"""The word or sign after a number that may be a unit’s first."""

RICHTER = re.compile(r" on the (?:(?:open-ended )?richter|moment magnitude)\b")
INCHES = re.compile(r"(?: and |, |-| )?(?=\d|[a-z])")
PAIR = re.compile(
    r"(?P<bracket> ?\((?:or )?|,? or |, )(?:(?:about|around|some|roughly|nearly|almost"
    r"|approximately"
    r"|over|just over|just under|more than|up to) )?(?=(?:[^\w\s)]|us|c|a|nz|hk"
    r"|rs\.? )?[$€£¥]? ?[\da-z])"
)
INCH = re.compile(r"[- ]?(?:inches|inch|in|ins)\b")
PLURAL = re.compile(r" (?:[a-z-]+ ){0,2}[a-z]+s\b| people\b")
FURTHER = re.compile(r" ?(?:[-–]| to ) ?")
CLOSED = re.compile(r" ?[);,]")
BROKEN_OFF = re.compile(r"(?=[,.;)]|\s|$)")
SIGN = re.compile(r"(?:[a-z]{0,3}[$€£¥₹]|rs\.?) ?(?=\d)")
WORDLIKE = re.compile(r"\w")
PAIRED = 0.15
"""How far two printings of one measure may lie apart: one of them is rounded."""


class Measured(NamedTuple):
    """A value in a unit, and where its printing ends."""

    value: float
    unit: str | None
    end: int


Rule = tuple[str, Callable[[Printed], Measured | None]]


def read(number: Printed) -> Measured:
    """Read a number's unit by the rules in their order."""
    for _, rule in RULES:
        found = rule(number)
        if found is not None:
            return found
    return Measured(value=number.value, unit=None, end=number.end)


def share(number: Printed) -> Measured | None:
    """Read “two-thirds”, which is a share by itself."""
    return measured(number, "%", number.end) if number.sort == "share" else None


def signed(number: Printed) -> Measured | None:
    """Read money by the sign before its number."""
    if number.money is None:
        return None
    code = CODE.match(number.line.words, number.end)
    if code is None:
        return measured(number, number.money, number.end)
    return measured(number, code[1] or number.money, code.end())


def age_after(number: Printed) -> Measured | None:
    """Read “16-year-old”."""
    found = OLD.match(number.line.lower, number.end)
    if found is None:
        return None
    return measured(number, f"{found['unit'] or 'year'}-old", found.end())


def age_before(number: Printed) -> Measured | None:
    """Read “aged 40”, “Ada Holm, 63,” and “people over 65”."""
    if number.value > OLDEST or number.scale or number.value != int(number.value):
        return None
    lower = number.line.lower
    if AGE_TAIL.match(lower, number.end) or of_age(number):
        return measured(number, "year-old", number.end)
    found = AGE_BEFORE.search(number.close) if AGE_END.match(lower, number.end) else None
    if found is None or (found["name"] and not named(number, found["name"])):
        return None
    return measured(number, "year-old", number.end)


def of_age(number: Printed) -> bool:
    """Tell whether a number bounds the age of a group: “people over 65”."""
    if not number.small.endswith(LIMITS) or COUNTS.match(number.line.lower, number.end):
        return False
    return AGE_GROUP.search(number.small) is not None


def named(number: Printed, word: str) -> bool:
    """Tell whether the word and the comma before a number are the end of somebody’s name."""
    if NO_NAME.match(word):
        return False
    return number.figure or FULL_NAME.search(number.close) is not None


def unit_after(number: Printed) -> Measured | None:
    """Read the word for a unit after a number; “million pounds” are money."""
    line = number.line
    first = FIRST.match(line.lower, number.end)
    if first is None or first[1] not in by_first():
        return None
    found = named_unit(line.lower, first)
    if found is None:
        return None
    word, unit, end = found
    if word in units()["shy"] and not is_money(unit) and not WARM.search(line.lower):
        return None
    if unit == "pound" and number.scale:
        unit = "GBP"
    if unit == "foot":
        return with_inches(number, end)
    return measured(number, unit, end)


def named_unit(lower: str, first: re.Match[str]) -> tuple[str, str, int] | None:
    """Give the word for a unit that begins at a first word, the unit, and where the word ends."""
    start = first.start(1)
    for word, unit, money in by_first()[first[1]]:
        end = start + len(word)
        if lower.startswith(word, start) and not WORDLIKE.match(lower, end):
            # “Two of pounds” and “two of miles”: only money is told so.
            return (word, unit, end) if money or start - first.start() < 2 else None
    return None


def with_inches(number: Printed, end: int) -> Measured:
    """Read the inches after feet: “6 feet 2 inches”, “five-foot-two”."""
    line = number.line
    joint = INCHES.match(line.lower, end)
    second = printing.match(line, joint.end(), joined=True) if joint else None
    if second is None or not 0 < second.value < 12:
        return measured(number, "foot", end)
    named = INCH.match(line.lower, second.end)
    hyphened = joint is not None and joint.group() == "-"
    if named is None and not hyphened:
        return measured(number, "foot", end)
    value = round(number.value + second.value / 12, 6)
    return Measured(value=value, unit="foot", end=named.end() if named else second.end)


def lettered(number: Printed) -> Measured | None:
    """Read the “m” glued to a figure as metres, where no plural follows: “800m”, but “3m jobs”."""
    if (
        number.line.words[number.end - 1] != "m"
        or number.scale != "m"
        or PLURAL.match(number.line.lower, number.end)
    ):
        return None
    return Measured(value=number.value / 1e6, unit="metre", end=number.end)


def magnitude(number: Printed) -> Measured | None:
    """Read “magnitude 5.3” and “5.3 on the Richter scale”."""
    lower = number.line.lower
    if not number.figure:
        return None
    small = number.small
    told = ("magnitude" in small or "richter" in small) and MAGNITUDE.search(small)
    if told or RICHTER.match(lower, number.end):
        return measured(number, "magnitude", number.end)
    return None


RULES: tuple[Rule, ...] = (
    ("share", share),
    ("sign before", signed),
    ("age after", age_after),
    ("unit after", unit_after),
    ("metres by letter", lettered),
    ("magnitude", magnitude),
    ("age before", age_before),
)
"""The rules for units, in the order in which they are tried."""


def measured(number: Printed, unit: str | None, end: int) -> Measured:
    """Give a number's own value in a unit."""
    return Measured(value=number.value, unit=unit, end=end)


@cache
def names(table: str) -> dict[str, str]:
    """Give the words of a table of units by their small letters, and by a plural in “-s”."""
    listed = {key.lower(): key for key in units()[table]}
    return {f"{key.lower()}s": key for key in units()[table]} | listed


@cache
def by_first() -> dict[str, list[tuple[str, str, bool]]]:
    """Give by its first word, or sign, each word for a unit, the unit, and whether it is money.

    Money comes first, and of two words the longer.
    """
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for listed in ("currency_words", "words"):
        every = names(listed)
        for word in sorted(every, key=lambda word: (-len(word), word)):
            first = FIRST.match(word)
            if first:
                unit = str(units()[listed][every[word]])
                found.setdefault(first[1], []).append((word, unit, listed == "currency_words"))
    return found


@cache
def currencies() -> frozenset[str]:
    """Give every name of money that a unit can be."""
    return frozenset({*units()["currency_signs"].values(), *units()["currency_words"].values()})


def is_money(unit: str | None) -> bool:
    """Tell whether a unit is money."""
    return unit in currencies()


def pair_end(line: Line, found: Measured) -> int:
    """Find where the second printing of one quantity ends: “120 miles (190 km)”."""
    joint = PAIR.match(line.lower, found.end) if found.unit else None
    number = printing.match(line, figure_at(line, joint.end())) if joint else None
    if joint is None or number is None:
        return found.end
    further = FURTHER.match(line.lower, number.end)
    number = (further and printing.match(line, further.end(), joined=True)) or number
    other = read(number)
    bracket = bool(joint["bracket"].strip().startswith("("))
    close = (CLOSED if bracket else BROKEN_OFF).match(line.words, other.end)
    if close is None or not one_quantity(found, other, bracket=bracket):
        return found.end
    closing = line.words.find(")", close.start()) + 1 if bracket else close.start()
    return closing or found.end


def figure_at(line: Line, at: int) -> int:
    """Skip the sign of a currency before a figure."""
    found = SIGN.match(line.lower, at)
    return found.end() if found else at


def one_quantity(one: Measured, other: Measured, *, bracket: bool) -> bool:
    """Tell whether two printings give one quantity in two units; money does so in brackets."""
    if other.unit is None or one.unit == other.unit:
        return False
    if is_money(one.unit) and is_money(other.unit):
        return bracket
    here, there = measure_of(one.unit), measure_of(other.unit)
    if here.name != there.name or here.name in {"time", "age"}:
        return False
    gap = abs(here.of(one.value) - there.of(other.value))
    return gap <= PAIRED * max(abs(here.of(one.value)), abs(there.of(other.value)))


def shared(found: Measured, unit: str | None, *, size: float = 1.0) -> Measured:
    """Give a value the unit, and the scale, of the other end of its range."""
    return found._replace(value=round(found.value * size, 6), unit=found.unit or unit)
