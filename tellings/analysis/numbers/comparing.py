"""When two numbers count the same thing, and whether they can both be true."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile
from math import isclose
from typing import Literal

from tellings.analysis import wording
from tellings.analysis.numbers.counting import fates, general, measure_of
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.findings import Quantity, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Span

__all__ = ["Agreement", "Counted", "Verdict", "agree", "comparable", "counted", "verdict"]

Agreement = Literal["same", "compatible", "clash"]
Verdict = tuple[Agreement, str]
"""Whether two quantities agree, and why in words."""

AFTER, BEFORE = 6, 4
"""How many words after and before a number say what it counts."""

ROUNDED = 0.1
"""How far a rounded or converted number may lie from the other."""

LOOSE, FEW = 10, 4
"""How many times their least value a loose plural (“dozens”), or “several”, may come to."""

SEVERAL = frozenset({"several", "few", "couple", "handful"})
THEM = frozenset({"them", "whom", "which", "these", "those", "us", "you"})
OF_IT = re.compile(r"\s*(?:[\w’'-]+\s+){0,4}?of\b")

SHARE = re.compile(r"%|\b(?:per\s?cent|pc)\b", re.IGNORECASE)
BESIDES = frozenset({"other", "others", "more", "another", "further", "additional", "extra", "new"})
KILLING = frozenset({"kill", "kills", "killing", "injure", "injures", "wound", "wounds"})
DOERS = frozenset(
    {
        *(
            "bombs",
            "blasts",
            "explosions",
            "mines",
            "shells",
            "rockets",
            "missiles",
            "strikes",
            "attacks",
        ),
        *("gunmen", "attackers", "bombers", "shooters", "raids", "quakes", "earthquakes", "storms"),
    }
)
"""What kills, and is not among the dead: “two bombs killed 24”."""

CLAUSE_END = re.compile(r"[;:.!?](?=\s|$)|,(?=\s+(?:and|but|while|with|when|which|who)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A quantity made comparable."""

    quantity: Quantity
    measure: str
    """length, mass, time, age …, a currency, "%", another unit, or "count"."""

    value: float
    """In the first unit of its measure."""

    upper: float
    """The upper end of a range, else the value."""

    converted: bool
    """Whether it is rounded by its unit, which is not the first of its measure, or by its words."""

    fate: str | None
    """What became of those counted: dead, injured …"""

    things: frozenset[Word]
    """Stems of what is counted, general words for people left out."""

    near: frozenset[Word]
    """Stems around it."""

    partial: bool
    """Whether it counts others besides some told of, or belongs to a compound: "three-storey"."""

    subset: bool
    """Whether it counts a kind among others counted: “including nine children”."""

    loose: float
    """How many times its value a loose plural such as “dozens” may come to, else 1."""


@lru_cache(maxsize=1 << 13)
def counted(telling: Telling, sentence: Span) -> tuple[Counted, ...]:
    """Make the quantities of a sentence comparable, in text order."""
    return tuple(
        comparable_form(telling, sentence, quantity)
        for quantity in telling.quantities
        if sentence.start <= quantity.passage.start and quantity.passage.end <= sentence.end
    )


def comparable_form(telling: Telling, sentence: Span, quantity: Quantity) -> Counted:
    """Read one quantity with the words around it."""
    measure = measure_of(quantity.unit)
    before, after = surroundings(telling.text, sentence, quantity.passage.span)
    stop = wording.stop_words()
    things = {wording.stem(w) for w in lowered(quantity.counts or "") if w not in stop | general()}
    return Counted(
        quantity=quantity,
        measure=measure.name,
        value=measure.of(quantity.value),
        upper=measure.of(quantity.value if quantity.upper is None else quantity.upper),
        converted=(measure.size != 1 and measure.name != "time") or worded_share(telling, quantity),
        fate=fate_of(before, after) if measure.name == "count" else None,
        things=frozenset(things - {wording.stem(word) for word in fates()}),
        near=frozenset(wording.stem(w) for w in before + after if w not in stop),
        partial=bool(BESIDES & set(after[:2])) or compound(telling.text, quantity),
        subset=is_subset(telling.text, quantity),
        loose=reach(lowered(quantity.passage.of(telling.text))),
    )


def is_subset(text: str, quantity: Quantity) -> bool:
    """Tell whether a part is a kind among others; “12 of the 30 sailors” is a count of its own."""
    if quantity.part_of is None:
        return False
    whole = lowered(quantity.part_of)
    if THEM & set(whole) or fates().keys() & set(whole):
        return True
    return OF_IT.match(text, quantity.passage.end) is None


def reach(printed: tuple[Word, ...]) -> float:
    """Say how many times its least value a printed number may come to."""
    if SEVERAL & set(printed):
        return FEW
    return LOOSE if loose_plurals() & set(printed) else 1


def worded_share(telling: Telling, quantity: Quantity) -> bool:
    """Tell whether a share is given in words: “a third”, “one in five”."""
    return quantity.unit == "%" and not SHARE.search(quantity.passage.of(telling.text))


def fate_of(before: tuple[Word, ...], after: tuple[Word, ...]) -> str | None:
    """Say what became of those counted: "24 dead", "24 were killed", else "killing 24"."""
    # “24 people, killing three” are not dead; “24 people missing” are missing.
    behind = (
        fates()[word]
        for word in after
        if word in fates() and (word == "missing" or not word.endswith("ing"))
    )
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
        if len(own) > 1 and own[-1] in fates() and own[-2] in {"that", "which"}:
            # “two mines that killed 24”: the dead are the next number's.
            own = own[:-2]
        elif len(own) > 1 and (own[-1] in KILLING or (own[-1] in fates() and own[-2] in DOERS)):
            own = own[:-1]
    return tuple(reversed(tuple(takewhile(is_word, reversed(before[-BEFORE:]))))), own


def is_word(token: Word) -> bool:
    """Tell whether a token is no number."""
    numbers = wording.number_words()
    return not token[0].isdigit() and token not in numbers and token not in loose_plurals()


def comparable(one: Counted, other: Counted) -> bool:
    """Tell whether two quantities count the same thing."""
    if one.measure != other.measure or one.partial or other.partial:
        return False
    if one.quantity.per != other.quantity.per or not parts_match(one, other):
        return False
    if one.fate or other.fate:
        apart = one.things and other.things and not one.things & other.things
        return one.fate == other.fate and not apart
    if one.measure == "count":
        return bool(one.things & other.things) and 1 not in {one.value, other.value}
    if one.things and other.things and one.measure not in {"age", "length"}:
        return bool(one.things & other.things)
    return len(one.near & other.near) >= (1 if one.measure == "age" else 2)


def parts_match(one: Counted, other: Counted) -> bool:
    """Tell whether neither is a part of what the other counts whole."""
    if one.measure != "count":
        return True
    if one.subset or other.subset:
        return one.subset and other.subset and bool(one.things & other.things)
    parts = {one.quantity.part_of is not None, other.quantity.part_of is not None}
    return len(parts) == 1 or one.fate is not None


def agree(one: Counted, other: Counted) -> Agreement:
    """Tell whether two comparable quantities say the same, can both hold, or clash."""
    return verdict(one, other)[0]


def verdict(one: Counted, other: Counted) -> Verdict:
    """Judge two comparable quantities, and say why, by the rules in their order."""
    if isclose(one.value, other.value) and isclose(one.upper, other.upper):
        return "same", EQUAL
    low, high = span_of(one)
    other_low, other_high = span_of(other)
    if low > other_high or other_low > high:
        return "clash", APART
    pair = (one, other)
    return "compatible", next(why for why, holds in REASONS if any(holds(n) for n in pair))


EQUAL, APART = phrase("one number"), phrase("no number fits both")
REASONS: tuple[tuple[str, Callable[[Counted], bool]], ...] = (
    (phrase("a loose plural leaves room"), lambda number: number.loose > 1),
    (phrase("a range holds the other"), lambda number: number.upper != number.value),
    (
        phrase("a bound leaves room"),
        lambda number: number.quantity.bound in {"at least", "at most"},
    ),
    (phrase("rounded"), lambda number: number.quantity.bound == "about"),
    (phrase("converted"), lambda number: number.converted),
    (phrase("equal but for the last digits"), lambda number: True),
)
"""Why two numbers that differ can both hold, in the order in which it is asked."""


def span_of(number: Counted) -> tuple[float, float]:
    """Give the least and the greatest value that a quantity can mean."""
    value, bound = number.value, number.quantity.bound
    slack = abs(value) * ROUNDED
    if number.loose > 1:
        return value, value * number.loose
    if number.upper != value:
        return value, number.upper
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
