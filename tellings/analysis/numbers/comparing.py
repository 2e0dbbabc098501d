"""When two numbers count the same thing, and whether they can both be true."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Literal

from tellings.analysis import wording
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.findings import Quantity, Telling
from tellings.model.span import Span

__all__ = ["Counted", "agree", "comparable", "counted"]

Agreement = Literal["same", "compatible", "clash"]

AFTER, BEFORE = 6, 4
"""How many words after and before a number say what it counts."""

ROUNDED = 0.1
"""How far a rounded or converted number may lie from the other."""

LOOSE = 10
"""How many times its least value a loose plural ("dozens") may come to."""

BESIDES = frozenset({"other", "others", "more", "another", "further"})
CLAUSE_END = re.compile(r"[;:.!?](?=\s|$)|,(?=\s+(?:and|but|while|with|when|which|who)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A quantity made comparable."""

    quantity: Quantity
    measure: str
    """length, mass, time, age …, a currency, "%", another unit, or "count"."""

    value: float
    """In the first unit of its measure."""

    converted: bool
    """Whether its unit is not the first of its measure."""

    fate: str | None
    """What became of those counted: dead, injured …"""

    things: frozenset[Word]
    """Stems of what is counted, general words for people left out."""

    near: frozenset[Word]
    """Stems around it."""

    partial: bool
    """Whether it counts others besides some told of, or belongs to a compound: "three-storey"."""

    loose: bool
    """Whether it is a loose plural, such as “dozens”."""


def counted(telling: Telling, sentence: Span) -> tuple[Counted, ...]:
    """Make the quantities of a sentence comparable, in text order."""
    return tuple(
        comparable_form(telling, sentence, quantity)
        for quantity in telling.quantities
        if sentence.start <= quantity.passage.start and quantity.passage.end <= sentence.end
    )


def comparable_form(telling: Telling, sentence: Span, quantity: Quantity) -> Counted:
    """Read one quantity with the words around it."""
    measure, scale = measure_of(quantity.unit)
    before, after = surroundings(telling.text, sentence, quantity.passage.span)
    stop = wording.stop_words()
    things = {wording.stem(w) for w in lowered(quantity.counts or "") if w not in stop | general()}
    return Counted(
        quantity=quantity,
        measure=measure,
        value=quantity.value * scale,
        converted=scale != 1 and measure != "time",
        fate=fate_of(before, after) if measure == "count" else None,
        things=frozenset(things - {wording.stem(word) for word in fates()}),
        near=frozenset(wording.stem(w) for w in before + after if w not in stop),
        partial=bool(BESIDES & set(after[:2])) or compound(telling.text, quantity),
        loose=bool(set(lowered(quantity.passage.of(telling.text))) & loose_plurals()),
    )


def fate_of(before: tuple[Word, ...], after: tuple[Word, ...]) -> str | None:
    """Say what became of those counted: "24 dead", "24 were killed", else "killing 24"."""
    behind = (fates()[word] for word in after if word in fates() and not word.endswith("ing"))
    ahead = (fates()[word] for word in reversed(before) if word in fates())
    return next(behind, None) or next(ahead, None)


def lowered(text: str) -> tuple[Word, ...]:
    """Give the words of a text in small letters."""
    return tuple(token.lower() for token in wording.tokens(text))


def surroundings(
    text: str, sentence: Span, span: Span
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Give the words before and after a number, up to the next number or the clause's end."""
    end = CLAUSE_END.search(text, span.end, sentence.end)
    after = lowered(text[span.end : end.start() if end else sentence.end])
    starts = [m.end() for m in CLAUSE_END.finditer(text, sentence.start, span.start)]
    before = lowered(text[starts[-1] if starts else sentence.start : span.start])
    own = tuple(takewhile(is_word, after[:AFTER]))
    if len(own) < len(after[:AFTER]):
        # “killed 24 and injured 200”: what stands after “and” is the next number's.
        own = tuple(takewhile(lambda word: word not in {"and", "or", "but"}, own))
    return tuple(reversed(tuple(takewhile(is_word, reversed(before[-BEFORE:]))))), own


def is_word(token: Word) -> bool:
    """Tell whether a token is no number."""
    return not token[0].isdigit() and token not in wording.number_words()


@cache
def measures() -> dict[str, tuple[str, float]]:
    """Read the measure and the size of each unit."""
    table: dict[str, dict[str, float]] = words.load("counting")["measures"]
    return {
        unit: (name, float(size)) for name, units in table.items() for unit, size in units.items()
    }


def measure_of(unit: str | None) -> tuple[str, float]:
    """Give a unit's measure and its size in it."""
    return measures().get(unit, (unit, 1.0)) if unit else ("count", 1.0)


@cache
def fates() -> dict[Word, str]:
    """Read the words that say what became of those counted."""
    table: dict[str, str] = words.load("counting")["fates"]
    return {word: name for name, listed in table.items() for word in listed.split()}


@cache
def general() -> frozenset[Word]:
    """Read the words for people that make no two counts comparable."""
    return frozenset(words.load("counting")["general"]["people"].split())


def comparable(one: Counted, other: Counted) -> bool:
    """Tell whether two quantities count the same thing."""
    if one.measure != other.measure or one.partial or other.partial:
        return False
    if one.fate or other.fate:
        apart = one.things and other.things and not one.things & other.things
        return one.fate == other.fate and not apart
    if one.measure == "count":
        return bool(one.things & other.things) and 1 not in {one.value, other.value}
    if one.things and other.things and one.measure not in {"age", "length"}:
        return bool(one.things & other.things)
    return len(one.near & other.near) >= (1 if one.measure == "age" else 2)


def agree(one: Counted, other: Counted) -> Agreement:
    """Tell whether two comparable quantities say the same, can both hold, or clash."""
    if one.value == other.value:
        return "same"
    low, high = span_of(one)
    other_low, other_high = span_of(other)
    if low <= other_high and other_low <= high:
        return "compatible"
    return "clash"


def span_of(number: Counted) -> tuple[float, float]:
    """Give the least and the greatest value that a quantity can mean."""
    value, bound = number.value, number.quantity.bound
    slack = abs(value) * ROUNDED
    if number.loose:
        return value, value * LOOSE
    match bound:
        case "exact":
            return (value - slack, value + slack) if number.converted else (value, value)
        case "about":
            return value - slack, value + slack
        case "at least":
            return value, value + 2 * slack
        case "at most":
            return value - 2 * slack, value


@cache
def loose_plurals() -> frozenset[Word]:
    """Read the plurals that name no number."""
    return frozenset(words.load("number_words")["loose"])


def compound(text: str, quantity: Quantity) -> bool:
    """Tell whether a bare number is the first part of a compound word."""
    return quantity.unit is None and text[quantity.passage.end :][:1] in {"-", "\u2011"}
