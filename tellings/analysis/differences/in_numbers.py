"""Numbers that the texts of one claim give differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.analysis.differences import bounds
from tellings.analysis.differences.bounds import Bounds
from tellings.analysis.differences.days import day_of
from tellings.analysis.numbers.comparing import Counted, agree, comparable, counted, verdict
from tellings.model.findings import Claim, Difference, Reading, Relation, Telling

__all__ = ["numbers"]

SHARPEST: tuple[Relation, ...] = ("conflict", "update", "part", "compatible")


FALLING = frozenset({"missing", "displaced"})
"""Counts that may be lower later on."""


FAR = 4
"""How many times a count may hold another before the two count different sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A number as one text gives it."""

    source: str
    text: str
    day: str
    """When the text was published, "" when it does not say."""

    number: Counted
    bounds: Bounds
    history: bool
    """Whether it stands in a sentence of history."""


def numbers(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find the numbers of one thing that cannot both hold."""
    given = [
        Given(
            source=mention.passage.source,
            text=texts[mention.passage.source],
            day=day_of(texts[mention.passage.source], tellings, texts),
            number=number,
            bounds=bounds.of(number, tellings[mention.passage.source]),
            history=in_history(number, tellings[mention.passage.source]),
        )
        for mention in claim.mentions
        for number in counted(tellings[mention.passage.source], mention.passage.span)
    ]
    for group in of_one_thing(given):
        pairs = clashes(group, given)
        if pairs:
            found = relation(pairs)
            held = {number for pair in pairs for number in pair}
            clashing = [number for number in group if number in held]
            yield Difference(
                claim=claim.id,
                kind="number",
                relation=found,
                because=why(found, pairs),
                readings=readings(clashing, tellings),
            )


def of_one_thing(given: list[Given]) -> list[list[Given]]:
    """Group the numbers that count the same thing, over texts."""
    home = list(range(len(given)))

    def root(at: int) -> int:
        while home[at] != at:
            at = home[at]
        return at

    for one, other in combinations(range(len(given)), 2):
        here, there = given[one], given[other]
        if here.text != there.text and comparable(here.number, there.number):
            low, high = sorted((root(one), root(other)))
            home[high] = low
    groups: dict[int, list[Given]] = {}
    for at, number in enumerate(given):
        groups.setdefault(root(at), []).append(number)
    return [group for group in groups.values() if len(group) > 1]


def clashes(group: list[Given], given: list[Given]) -> list[tuple[Given, Given]]:
    """Give, for every two texts that agree in no number, the two that come closest.

    A mere whole (“12 of 40 boats”) can agree with another text's number but not clash with it.
    """
    found: list[tuple[Given, Given]] = []
    by_text: dict[str, list[Given]] = {}
    for number in group:
        by_text.setdefault(number.text, []).append(number)
    for one, other in combinations(sorted(by_text), 2):
        pairs = [
            (a, b)
            for a in by_text[one]
            for b in by_text[other]
            if comparable(a.number, b.number)
            if not (a.bounds.whole and b.bounds.whole) and not of_two_things(a, b)
        ]
        if all(
            agree(a.number, b.number) == "clash" and not told(a, b, given) and not told(b, a, given)
            for a, b in pairs
        ):
            fitting = [pair for pair in pairs if not any(given.bounds.whole for given in pair)]
            found += sorted(fitting, key=closeness)[:1]
    return found


def told(one: Given, other: Given, given: list[Given]) -> bool:
    """Tell whether a text gives another's number too: “four, which brings the total to eight”."""
    return any(
        each.text == one.text
        and each.number.measure == other.number.measure
        and each.number.value == other.number.value
        and (each.number.subset or not (each.number.fate and other.number.fate))
        and (not each.number.things or bool(each.number.things & other.number.things))
        for each in given
    )


def closeness(pair: tuple[Given, Given]) -> tuple[int, float]:
    """Give a key that puts the mildest relation first, then the smallest gap."""
    one, other = pair
    return -SHARPEST.index(relation_of(pair)), abs(one.number.value - other.number.value)


def of_two_things(one: Given, other: Given) -> bool:
    """Tell whether two numbers count two things: shares of two places, sets too unlike."""
    here, there = one.number, other.number
    if here.fate or there.fate:
        return False
    if here.measure in {"%", "count"} and bounds.places_apart(one.bounds, other.bounds):
        return True
    if here.measure != "count":
        return False
    small, large = sorted((here.value, here.upper, there.value, there.upper))[::3]
    named_apart = bool(here.things - there.things) and bool(there.things - here.things)
    return named_apart or large > small * FAR


def relation(pairs: list[tuple[Given, Given]]) -> Relation:
    """Give the sharpest relation of the pairs; in a toll that grows, one day's clash is a stage."""
    found = {relation_of(pair) for pair in pairs}
    growing = "update" in found and all(
        one.number.fate and one.day == other.day
        for one, other in pairs
        if relation_of((one, other)) == "conflict"
    )
    return next(name for name in SHARPEST if name in found and not (growing and name == "conflict"))


def why(relation: Relation, pairs: list[tuple[Given, Given]]) -> str:
    """Say in words why numbers stand to one another as they do."""
    pair = next((pair for pair in pairs if relation_of(pair) == relation), pairs[0])
    match relation:
        case "part":
            return "one counts a part of what the other counts"
        case "update":
            return "the texts are of different days"
        case "compatible" if all(given.bounds.polled for given in pair):
            return "two polls may come to two results"
        case "compatible":
            return "they are counted in different places"
        case "conflict":
            return verdict(pair[0].number, pair[1].number)[1]


def relation_of(pair: tuple[Given, Given]) -> Relation:
    """Tell whether two numbers are two states, a part and its whole, or cannot both hold."""
    small, large = sorted(pair, key=lambda given: given.number.value)
    if small.bounds.part or bounds.narrower(small.bounds, large.bounds):
        return "part"
    if bounds.places_apart(small.bounds, large.bounds):
        return "compatible"
    if small.bounds.polled and large.bounds.polled:
        return "compatible"
    return "update" if grown(pair) else "conflict"


def grown(pair: tuple[Given, Given]) -> bool:
    """Tell whether a toll that texts of two days give is later the higher."""
    early, late = sorted(pair, key=lambda given: given.day)
    if early.history or late.history or not (early.number.fate and early.day):
        return False
    falls = early.number.fate in FALLING
    return early.day < late.day and (falls or early.number.value < late.number.value)


def in_history(number: Counted, telling: Telling) -> bool:
    """Tell whether a number stands in a sentence of history."""
    sentence = telling.document.sentence_at(number.quantity.passage.start)
    return sentence is not None and any(
        date.background and sentence.span.holds(date.passage.span) for date in telling.dates
    )


def readings(group: list[Given], tellings: dict[str, Telling]) -> tuple[Reading, ...]:
    """Give each source's own numbers, in order of passage, a value once for each source."""
    found: list[Reading] = []
    seen: set[tuple[str, float]] = set()
    for number in sorted(group, key=lambda number: number.number.quantity.passage):
        key = number.source, number.number.value
        if key not in seen:
            seen.add(key)
            passage = number.number.quantity.passage
            text = tellings[number.source].text
            found.append(Reading(passage=passage, value=passage.of(text)))
    return tuple(found)
