"""How two numbers of one thing that differ stand to one another."""

import re
from math import isclose

from tellings.analysis import wording
from tellings.analysis.differences import bounds, figures
from tellings.analysis.differences.counts import CROWD, of_kinds
from tellings.analysis.differences.days import later_by
from tellings.analysis.differences.given import Given
from tellings.analysis.numbers.comparing import agree, verdict
from tellings.model.findings import Relation, Telling
from tellings.model.phrase import mark, phrase

__all__ = ["SHARPEST", "clash", "of_two_things", "relation", "relation_of", "why"]

SHARPEST: tuple[Relation, ...] = ("conflict", "update", "part", "compatible")

FALLING = frozenset({"missing", "displaced"})
"""Counts that may be lower later on."""

FAR = 4
"""How many times a count may hold another before the two count different sets."""

NAMED = 2
"""How many words for what they count two numbers of one thing share, whatever else is said."""

LITTLE = 1.5
"""How many times a least number another may hold before a reader wants to see both."""

LATER = mark(
    {
        "higher": "the higher number is in the text of %(later)s later",
        "lower": "the lower number is in the text of %(later)s later",
    }
)
KINDS = phrase("one tells of what kind they were, and may count only these")
FIGURES = re.compile(r"\d[\d,]*(?:\.(?P<after>\d+))?")


def of_two_things(one: Given, other: Given) -> bool:
    """Tell whether two numbers count two things: shares of two places, sets too unlike."""
    here, there = one.number, other.number
    if one.history != other.history or figures.apart(here, there, one.figure, other.figure):
        return True
    small, large = sorted((here.value, here.upper, there.value, there.upper))[::3]
    if here.fate or there.fate:
        elsewhere = bounds.places_apart(one.bounds, other.bounds)
        return (here.fate in FALLING or elsewhere) and large > small * FAR
    if here.measure in {"%", "count"} and bounds.places_apart(one.bounds, other.bounds):
        return True
    apart = here.things - there.things, there.things - here.things
    named_apart = all(apart) and len(here.things & there.things) < NAMED
    if here.measure == "%":
        return named_apart
    if here.measure != "count" or in_other_words(one, other):
        return here.measure == "count"
    few, many = sorted((here, there), key=lambda number: number.value)
    # “two foreign ships” may be among “five ships”.
    return named_apart or few.things > many.things or large > small * FAR


def in_other_words(one: Given, other: Given) -> bool:
    """Tell whether two numbers count a thing under two names and tell of no common act.

    Shots that were fired are no bullets that hit.
    """
    names = (set(wording.content(given.number.quantity.counts or "")) for given in (one, other))
    alike = one.number.things & other.number.things
    return bool(alike) and not set.intersection(*names) and not one.acts & other.acts


def rounded(one: Given, other: Given, tellings: dict[str, Telling]) -> bool:
    """Tell whether one number is the other with fewer figures: “$1.4 billion”, “$1.37 billion”."""
    here, there = (step(each, tellings) for each in (one, other))
    if here is None or there is None or isclose(here, there):
        return False
    return abs(one.number.value - other.number.value) <= max(here, there) / 2


def step(given: Given, tellings: dict[str, Telling]) -> float | None:
    """Give what the last figure of a number stands for; None of a bare count or a bound."""
    quantity = given.number.quantity
    printed = quantity.passage.of(tellings[given.source].text)
    figures = FIGURES.search(printed)
    if figures is None or quantity.bound in {"at least", "at most"}:
        return None
    shown = float(figures.group().replace(",", ""))
    scale = given.number.value / shown if shown else 0.0
    plain = not figures["after"] and isclose(scale, 1.0) and given.number.measure == "count"
    return None if plain or not scale else scale / 10 ** len(figures["after"] or "")


def relation(pairs: list[tuple[Given, Given]]) -> Relation:
    """Give the sharpest relation of the pairs; in a toll that grows, one day's clash is a stage."""
    found = {relation_of(pair) for pair in pairs}
    growing = "update" in found and all(
        one.number.fate and one.when[0] == other.when[0]
        for one, other in pairs
        if relation_of((one, other)) == "conflict"
    )
    return next(name for name in SHARPEST if name in found and not (growing and name == "conflict"))


def relation_of(pair: tuple[Given, Given]) -> Relation:
    """Tell whether two numbers are two states, a part and its whole, or cannot both hold."""
    return judged(pair)[0]


def why(relation: Relation, pairs: list[tuple[Given, Given]]) -> str:
    """Say in words why numbers stand to one another as they do."""
    pair = next((pair for pair in pairs if relation_of(pair) == relation), pairs[0])
    return judged(pair)[1]


def judged(pair: tuple[Given, Given]) -> tuple[Relation, str]:
    """Judge two numbers of one thing that differ, and say why."""
    small, large = sorted(pair, key=lambda given: given.number.value)
    if not (small.sure and large.sure):
        return "compatible", phrase("they may count two things")
    found = of_places(small, large)
    if found:
        return found
    if small.bounds.polled and large.bounds.polled:
        return "compatible", phrase("two polls may come to two results")
    if small.author or large.author:
        return "compatible", phrase("one counts in whoever did it")
    if small.number.fate in {None, CROWD}:
        return of_bounds(small, large)
    found = of_toll(small, large)
    return ("compatible", KINDS) if of_clash_of_kinds(found, small, large) else found


def of_places(small: Given, large: Given) -> tuple[Relation, str] | None:
    """Judge two numbers of which one is counted in another place, or in a part of it."""
    if small.bounds.part or bounds.narrower(small.bounds, large.bounds):
        return "part", phrase("one counts a part of what the other counts")
    if bounds.narrower(large.bounds, small.bounds):
        if small.when[0] != large.when[0]:
            return "update", phrase("the texts are of different days")
        return "conflict", phrase("one counts more in a part than the other in the whole")
    if bounds.places_apart(small.bounds, large.bounds):
        return "compatible", phrase("they are counted in different places")
    return None


def of_bounds(small: Given, large: Given) -> tuple[Relation, str]:
    """Judge two numbers of which one may be only the least, or the greatest, there can be."""
    if small.number.quantity.bound == "at least":
        return "compatible", phrase("one gives only the least number")
    if large.number.quantity.bound == "at most":
        return "compatible", phrase("one gives only the greatest number")
    return "conflict", verdict(small.number, large.number)[1]


def of_clash_of_kinds(found: tuple[Relation, str], small: Given, large: Given) -> bool:
    """Tell whether two tolls clash of which one may count only a kind, and at least some."""
    some = bool(small.number.upper)
    return found[0] == "conflict" and some and of_kinds(small.number, large.number)


def of_toll(small: Given, large: Given) -> tuple[Relation, str]:
    """Judge two tolls: they grow, so that those of two times are two states of one count."""
    if not small.number.upper:
        return "conflict", phrase("one says that there was none")
    later = grown((small, large))
    if later:
        return "update", phrase(LATER[later[0]], later=later[1])
    if not (small.history or large.history):
        if large.later:
            return "update", phrase("one says that the number has changed")
        if small.dated and large.dated and small.dated != large.dated:
            return "update", phrase("they are counted on different days")
        if bool(small.when[0]) != bool(large.when[0]):
            return (
                "compatible",
                phrase("such a count may grow, and not every text says when it was published"),
            )
    return of_bounds(small, large)


def grown(pair: tuple[Given, Given]) -> tuple[str, str] | None:
    """Say which number of a toll is the later one, and how much later, where it has grown."""
    small, large = sorted(pair, key=lambda given: given.number.value)
    if small.history or large.history or small.number.fate in {None, CROWD}:
        return None
    later = later_by(small.when, large.when)
    if later:
        return "higher", later
    earlier = later_by(large.when, small.when) if small.number.fate in FALLING else ""
    return ("lower", earlier) if earlier else None


def clash(one: Given, other: Given, tellings: dict[str, Telling]) -> bool:
    """Tell whether no number fits both; two least numbers can, unless a toll has grown."""
    least = {one.number.quantity.bound, other.number.quantity.bound} == {"at least"}
    if least and not grown((one, other)):
        return False
    if least_of(one, other) or least_of(other, one):
        return False
    return agree(one.number, other.number) == "clash" and not rounded(one, other, tellings)


def least_of(small: Given, large: Given) -> bool:
    """Tell whether one number is the other given as the least there is: “more than 200”, 249."""
    here, there = small.number, large.number
    least = here.quantity.bound == "at least" and there.quantity.bound == "exact"
    return least and here.value <= there.value <= here.value * LITTLE
