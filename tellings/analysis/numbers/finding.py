"""Quantities, with unit and what they count."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from tellings.analysis.dates import clock, tenses
from tellings.analysis.dates.finding import read
from tellings.analysis.dates.readings import Place
from tellings.analysis.numbers.words import bounds, figures, one_of, quantity_hint, units, value_of
from tellings.model.document import Document, Sentence
from tellings.model.findings import Bound, Quantity
from tellings.model.span import Span

__all__ = ["find"]

ANY_DAY = date(2000, 6, 15)
AGE_AFTER = re.compile(r"[- ]years?[- ]olds?\b", re.IGNORECASE)
AGE_BEFORE = re.compile(r"(?:\bage[sd]?(?: of| between)? |\b[A-Z][\w’'-]+, )$")
MAGNITUDE = re.compile(r"\bmagnitude(?: of)?[- ]$", re.IGNORECASE)
AGE_END = re.compile(r"[,.;)]|\s(?:and|was)\b")
RANGE = re.compile(r"\s?(?:[-–]|to|and|or)\s?(?=[\d$£€a-z])")
NAME = re.compile(r"(?P<word>[A-Z][\w’'-]*)\.?\s$")
LED = re.compile(
    r"(?:\sor more|\sor so)?\s(?:in\s(?![A-Z]|the\b)"
    r"|of\s(?![A-Z])(?:(?:its|the|their|his|her|our|all|those|these)\s)?)?"
)
PLAIN = frozenset({"%", "magnitude"})
SINGULAR = ("ss", "us", "’s", "'s")
NOUN = re.compile(r"[A-Za-z][\w’'-]*(?!\.[A-Z])")
WEEKDAYS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
PLURALS = frozenset({"people", "men", "women", "children", "others", "dead", "injured", "wounded"})
DIALLED = re.compile(r"\b(?:call(?:ed|s|ing)?|dial(?:led|ed|s|ing)?|phoned) $")
NOT_ONE = re.compile(
    r"\b(?:no|any|every|each|some|the|this|that|which|another|only)\s$", re.IGNORECASE
)
ONE_OF = re.compile(
    r"\s(?:of|another|day|thing|side|that|who|which|or|can|could|might|is|was|’s)\b|[.,;:?!’']|$"
    r"|-(?!(?:year|month|week|day|night|hour|minute|mile)\b)"
)


def find(document: Document) -> tuple[Quantity, ...]:
    """Find the quantities of a document, in text order."""
    return tuple(
        quantity for sentence in document.sentences for quantity in within(sentence, document)
    )


def within(sentence: Sentence, document: Document) -> Iterator[Quantity]:
    """Read the quantities of one sentence."""
    words = document.words(sentence)
    if not quantity_hint().search(words):
        return
    dated = [found.span for found in read(Place(sentence=words, day=ANY_DAY))]
    taken = dated + [span for span, _ in clock.find(words)]
    for found in figures().finditer(words):
        span = Span(*found.span())
        if any(span.shared(other) for other in taken) or not counts_at_all(found):
            continue
        unit, end = unit_of(found)
        if unit is None and (is_year(found) or is_name(found)):
            continue
        taken.append(Span(span.start, end))
        other = upper_end(found, end)
        if other is not None:
            taken.append(other)
        counted = thing(words, end if other is None else other.end, unit)
        yield Quantity(
            passage=Span(sentence.span.start + span.start, sentence.span.start + end).within(
                sentence.source
            ),
            value=value_of(found),
            unit=unit,
            counts=counted,
            bound="about" if other else bound_of(found, end),
        )


def counts_at_all(found: re.Match[str]) -> bool:
    """Tell whether a number is one that counts: no ordinal, no name, no “one” for somebody."""
    words, word = found.string, found["word"]
    if DIALLED.search(words[: found.start()]):
        return False
    if found["figure"] and re.match(r"(?:st|nd|rd|th|s)\b|[-–]\d+[-–]\d", words[found.end() :]):
        return False
    if word is None:
        return True
    if word[0].isupper() and found.start() > 0 and words[found.start() - 2] not in '.!?“"‘':
        return False
    if word.lower() != "one" or found["scale"]:
        return True
    return not NOT_ONE.search(words[: found.start()]) and not ONE_OF.match(words, found.end())


def is_year(found: re.Match[str]) -> bool:
    """Tell whether four bare figures read as a year."""
    bare = found["figure"] and not found["sign"] and not found["scale"] and not found["short"]
    return bool(bare and re.fullmatch(r"(?:19|20)\d\d", found["figure"]))


def is_name(found: re.Match[str]) -> bool:
    """Tell whether a figure belongs to a name, such as a road's or a missile's."""
    if not found["figure"] or found["sign"]:
        return False
    before = NAME.search(found.string, 0, found.start())
    if before is None or WEEKDAYS.search(before["word"]):
        return False
    heads = before.start() == 0 or found.string[before.start() - 1] in '“"‘\n'
    return not heads or before["word"] in units()["names"]["designators"]


@cache
def unit_words() -> re.Pattern[str]:
    """Build the pattern of a unit after its number."""
    money, plain = one_of(units()["currency_words"]), one_of(units()["words"])
    return re.compile(rf"[- ]?(?:(?:of )?(?P<money>{money})|(?P<plain>{plain}))s?(?![\w])")


def unit_of(found: re.Match[str]) -> tuple[str | None, int]:
    """Give a number's unit and where number and unit end."""
    words, end = found.string, found.end()
    if found["sign"]:
        signs = units()["currency_signs"]
        return next(
            code for sign, code in signs.items() if sign.lower() == found["sign"].lower()
        ), end
    age = AGE_AFTER.match(words, end)
    if age:
        return "year-old", age.end()
    after = unit_words().match(words, end)
    if after:
        return named_unit(after, scaled=bool(found["scale"])), after.end()
    return unit_before(words, found.start(), end), end


def named_unit(after: re.Match[str], *, scaled: bool) -> str:
    """Name the unit printed after a number; “million pounds” are money."""
    if after["money"]:
        return str(units()["currency_words"][after["money"]])
    return "GBP" if after["plain"] == "pound" and scaled else str(units()["words"][after["plain"]])


def unit_before(words: str, start: int, end: int) -> str | None:
    """Name the unit that the words before a number give it: a magnitude or an age."""
    if MAGNITUDE.search(words[:start]):
        return "magnitude"
    if AGE_BEFORE.search(words[:start]) and AGE_END.match(words, end):
        return "year-old"
    return None


def upper_end(found: re.Match[str], end: int) -> Span | None:
    """Find the upper end of a range such as “five to seven”."""
    joint = RANGE.match(found.string, end)
    if joint is None:
        return None
    second = figures().match(found.string, joint.end())
    between = re.search(r"\bbetween\s$", found.string[: found.start()], re.IGNORECASE)
    if second is None or (joint.group().strip() == "and" and not between):
        return None
    if value_of(second) <= value_of(found) and not second["scale"]:
        return None
    return Span(joint.end(), unit_of(second)[1])


def bound_of(found: re.Match[str], end: int) -> Bound:
    """Tell how a number is bounded by the words around it."""
    before, after = bounds()
    words = found.string
    near = before.search(words[max(0, found.start() - 24) : found.start()])
    near = near or after.match(words, end)
    if near:
        bound: Bound = units()["bounds"][near.group(1).lower()]
        return bound
    return "about" if found["loose"] else "exact"


def thing(words: str, at: int, unit: str | None) -> str | None:
    """Give the noun phrase after a number: what it counts."""
    led = LED.match(words, at)
    if measured(unit) and (led is None or led.group().strip() != "of"):
        return None
    start = end = led.end() - 1 if led else at
    for _ in range(4):
        noun = NOUN.match(words, end + 1) if words[end : end + 1] in (" ", "-") else None
        if noun is None or noun.group().lower() in stops():
            break
        if end > start and noun.group() in tenses.past_forms():
            break
        if noun.group().endswith(("ed", "ing")) and not stands_before(
            words, noun, first=end == start
        ):
            break
        end = noun.end()
        if plural(noun.group()):
            break
    return words[start + 1 : end] if end > start else None


def measured(unit: str | None) -> bool:
    """Tell whether a unit measures by itself, as a mile or an age does; money and shares do not."""
    return unit is not None and unit not in PLAIN and not unit.isupper()


def stands_before(words: str, form: re.Match[str], *, first: bool) -> bool:
    """Tell whether an “-ed” or “-ing” form stands before a noun, as an adjective does."""
    after = NOUN.match(words, form.end() + 1) if words[form.end() : form.end() + 1] == " " else None
    noun = after is not None and after.group().lower() not in stops()
    return form.group().lower() in PLURALS or (first and noun)


def plural(noun: str) -> bool:
    """Tell whether a noun's form speaks of several."""
    return noun.lower().endswith(tuple(sorted(PLURALS))) or (
        noun.endswith("s") and not noun.endswith(SINGULAR)
    )


@cache
def stops() -> frozenset[str]:
    """Give the words at which the thing counted ends."""
    return frozenset(units()["stops"]["words"])
