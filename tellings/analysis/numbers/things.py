"""What a number counts, in the text’s own words."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tellings.analysis.dates import tenses
from tellings.analysis.numbers.counting import fates, measure_of
from tellings.analysis.numbers.printed import Printed
from tellings.analysis.numbers.tables import bound_before, small, units
from tellings.analysis.numbers.units import is_money

__all__ = ["Read", "per", "stops", "thing"]

LED = re.compile(
    r"(?: (?:or|and) (?:more|so|fewer|less|over|up)\b|-?plus\b|-odd\b|\+)?(?:(?: more| other"
    r"| additional| extra)\b)?\)?(?P<lead>"
    r" (?:of |out of (?=the |all |those |\d))(?:(?:its|the|their|his|her|our|all|those|these"
    r"|that|this|some|about|at least|more than|[A-Za-z]\w*[’']s(?= \d)) )*"
    r"(?:(?:\d[\d,.]*|(?:NUMBER))(?: (?:hundred|thousand|million|billion))?(?= [a-z]) )?"
    r"| in | )?"
)
SHARED = re.compile(
    r"(?P<lead>(?: of)?(?: (?:the|its|their|his|her|our|all|that|this|those"
    r"|these))* )"
)
NOUN = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-z]\w*(?:[’'-]\w+)*[’']?(?!\.[A-Z])")
SINGULAR = ("ss", "us", "is", "’s", "'s")
PLURALS = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "others",
        "dead",
        "injured",
        "wounded",
        "police",
        "personnel",
    }
)
SEVERAL = tuple(sorted(PLURALS))
ADJECTIVES = frozenset({"dead", "injured", "wounded"})
OBJECT = re.compile(r" (?:the|an?|his|her|its|their|our|this|that|these|those|[A-Z\d])")
PRONOUN = re.compile(
    r" (?:of|out of) (?:them|whom|which|us|you|it|(?:these|those)(?! (?!was\b|has\b)[a-z]+s\b))\b"
)
WHOLES = (" of ", " out of ")
ATTRIBUTIVE = re.compile(r"[-\u2011](?P<noun>[a-z]+)(?:[-\u2011](?:long|strong|wide|plus|only))?\b")
HYPHENS = frozenset("-\u2011")
STRONG = re.compile(r"[-\u2011](?:strong|odd|plus|some)\b")
TOLL = re.compile(
    r"\b(?P<head>(?:(?:death|casualty|injury|final|official) )*tolls?|(?:numbers?|totals?"
    r"|counts?|tally) of (?:the )?[a-z-]+(?: [a-z]+)?)"
    r"(?: [\w’'-]+){0,5}?,? (?:to|at|of|was|is|were|reached|hit|topped|passed|exceeded|crossed"
    r"|from)$"
)
TOLLS = ("toll", "number", "total", "count", "tally")
"""What every phrase for a toll holds."""

WHOLE = re.compile(
    r"(?:\bOf|, of) (?:(?:the|those|these|its|their|some|about|all|at least|more than"
    r"|nearly) )*(?:[\d,.]+|(?:NUMBER)) (?P<noun>(?!of\b)[a-z][\w -]{0,40}?)"
    r"(?: (?:who|that|on|in|aboard|killed|injured|arrested|taken|held)\b[^,]*)?, [^;.]*$"
)
AFTER = re.compile(
    r"(?: (?:of (?:them|whom|which|these|those)|people|have|has|had|been|were|was|are|is|being"
    r"|also|more|others|reportedly|confirmed))* (?P<fate>[a-z]+)"
)
BEFORE = re.compile(r"\b(?P<fate>[a-z]+)$")
LONGEST = 30
"""How many letters the word before a number has at most."""

LEFT = re.compile(r"(?:\bleft|\bleaving)$")
RATE = re.compile(
    r"[ -](?:(?:per|each|every|an?)[ -](?P<time>second|minute|hour|day|night|week|month|quarter"
    r"|year|decade|season)\b"
    r"(?! (?:after|before|earlier|later|ago|of|or|from|old|when|until|since))"
    r"|per (?P<each>[a-z]+)|an? (?P<unit>head|share|barrel|gallon|litre|liter|pound|ounce|kilo"
    r"|kilogram|tonne|ton|piece|person|mile|ticket|bottle)\b"
    r"|(?P<yearly>annually|yearly)\b)"
    r"|/(?P<slash>day|hour|week|month|year)\b"
)


class Read(NamedTuple):
    """A printed number with its unit, and where number and unit end."""

    number: Printed
    unit: str | None
    end: int


Rule = Callable[[Read], tuple[str, int] | None]


def thing(read: Read) -> tuple[str | None, int]:
    """Give what a number counts, by the rules in their order, and where what is read ends."""
    plain = measure_of(read.unit).name == "count"
    for _, rule, any_unit in RULES:
        found = rule(read) if plain or any_unit else None
        if found is not None:
            return found
    return None, read.end


def own_measure(unit: str | None) -> bool:
    """Tell whether a unit measures by itself, as a mile or an age does; money and shares do not."""
    return unit is not None and unit not in {"%", "magnitude"} and not is_money(unit)


def attributive(read: Read) -> tuple[str, int] | None:
    """Read the noun joined to its number: “a 20-member panel”."""
    words = read.number.line.words
    if words[read.end : read.end + 1] not in HYPHENS or STRONG.match(words, read.end):
        return None
    found = ATTRIBUTIVE.match(words, read.end)
    return (found["noun"], found.end()) if found and found["noun"] not in stops() else None


def noun_after(read: Read) -> tuple[str, int] | None:
    """Read the noun phrase after a number."""
    words = read.number.line.words
    hyphen = words[read.end : read.end + 1] in HYPHENS
    strong = STRONG.match(words, read.end) if hyphen else None
    at = strong.end() if strong else read.end
    led = (SHARED if read.number.sort == "share" else leads()).match(words, at)
    lead = (led["lead"] or "") if led else ""
    them = PRONOUN.match(words, at) if words.startswith(WHOLES, at) else None
    if them or led is None:
        found = noun_phrase(words, them.end() + 1) if them else None
        return found if found and many(found[0]) else None
    if lead == " in " and not is_money(read.unit):
        return None
    if own_measure(read.unit) and "of" not in lead:
        return None
    found = noun_phrase(
        words,
        led.end(),
        one=read.number.value == 1 and lead == " ",
        mass=is_money(read.unit) or read.unit == "%",
    )
    if found and read.unit is None and "of" not in lead and read.number.value != 1:
        return found if many(found[0]) else None
    return found


def many(phrase: str) -> bool:
    """Tell whether a phrase can stand after a number of more than one."""
    last = phrase.rpartition(" ")[2]
    return plural(last) or last.lower() in units()["nouns"]["same_in_plural"]


def noun_phrase(
    words: str, start: int, *, one: bool = False, mass: bool = False
) -> tuple[str, int] | None:
    """Read a noun phrase: adjectives and nouns, and no more after a plural.

    `one`: a plural ends it; `mass`: a noun such as “spending” may end it.
    """
    end, last = start, ""
    for _ in range(5):
        follows = not last or words[end : end + 1] == " "
        noun = NOUN.match(words, end + bool(last)) if follows else None
        if noun is None or ends_before(noun, last, one=one, mass=mass):
            break
        end, last = noun.end(), noun.group()
        if last.endswith(("’s", "'s", "s’")) and words[end : end + 1] == " ":
            start = end + 1
    return (words[start:end], end) if end > start else None


def ends_before(noun: re.Match[str], last: str, *, one: bool, mass: bool) -> bool:
    """Tell whether a noun phrase that has come to `last` ends before a word."""
    word = noun.group()
    if word.lower() in stops() or (last and word in tenses.past_forms()):
        return True
    if last and plural(last):
        return not (plural(word) and word.islower() and word not in ADJECTIVES)
    if one and last and (plural(word) or word in ADJECTIVES):
        return True
    if word.endswith(("ed", "ing")) and "-" not in word:
        named = mass and last and word.endswith("ing") and not OBJECT.match(noun.string, noun.end())
        return not (named or stands_before(noun, first=not last))
    return False


def stands_before(form: re.Match[str], *, first: bool) -> bool:
    """Tell whether an “-ed” or “-ing” form stands before a noun, as an adjective does."""
    if form.group().lower() in PLURALS:
        return True
    words, end = form.string, form.end()
    after = NOUN.match(words, end + 1) if words[end : end + 1] == " " else None
    if after is None or after.group().lower() in stops():
        return False
    return first or plural(after.group())


def plural(noun: str) -> bool:
    """Tell whether a noun's form speaks of several."""
    word = noun.lower()
    return word.endswith(SEVERAL) or (word.endswith("s") and not word.endswith(SINGULAR))


def bare(read: Read) -> str:
    """Give what stands before a number and the words that bound it."""
    number = read.number
    _, kept = bound_before(number.small)
    return number.line.words[: number.start - len(number.small) + kept].rstrip()


def toll(read: Read) -> tuple[str, int] | None:
    """Read the toll that comes to a number: “the toll rose to 31”."""
    before = bare(read)[-70:]
    if not any(sign in before for sign in TOLLS):
        return None
    found = TOLL.search(before)
    return (found["head"], read.end) if found else None


def of_whole(read: Read) -> tuple[str, int] | None:
    """Read the whole that the clause names first: “Of the 33 hostages, 12 …”."""
    before = read.number.before
    found = wholes().search(before) if "Of " in before or ", of " in before else None
    return (found["noun"], read.end) if found else None


def fate_after(read: Read) -> tuple[str, int] | None:
    """Read the verb of casualty after a bare number: “24 were killed”."""
    found = AFTER.match(read.number.line.lower, read.end)
    return (found["fate"], read.end) if found and found["fate"] in fates() else None


def fate_before(read: Read) -> tuple[str, int] | None:
    """Read the verb of casualty before a bare number: “killing 24”."""
    before = bare(read).lower()
    found = BEFORE.search(before, max(0, len(before) - LONGEST))
    return (found["fate"], read.end) if found and found["fate"] in fates() else None


RULES: tuple[tuple[str, Rule, bool], ...] = (
    ("joined noun", attributive, False),
    ("noun after", noun_after, True),
    ("toll", toll, False),
    ("whole named first", of_whole, False),
    ("casualty after", fate_after, False),
    ("casualty before", fate_before, False),
)
"""The rules for what is counted, in their order; whether each also serves money and shares."""


def per(words: str, at: int) -> tuple[str | None, int]:
    """Give what a rate is counted for, “a day” or “per head”, and where it ends."""
    found = RATE.match(words, at)
    if found is None:
        return None, at
    if found["yearly"]:
        return "year", found.end()
    return found["time"] or found["each"] or found["unit"] or found["slash"], found.end()


@cache
def small_words() -> str:
    """Build the alternative of number words inside other patterns."""
    return f"(?i:{small()})"


@cache
def leads() -> re.Pattern[str]:
    """Build the pattern of what may stand between a number and its noun."""
    return re.compile(LED.pattern.replace("NUMBER", small_words()))


@cache
def wholes() -> re.Pattern[str]:
    """Build the pattern of a whole named before its part."""
    return re.compile(WHOLE.pattern.replace("NUMBER", small_words()))


@cache
def stops() -> frozenset[str]:
    """Give the words at which the thing counted ends."""
    return frozenset(units()["stops"]["words"])
