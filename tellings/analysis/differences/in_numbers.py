"""Numbers that the texts of one claim give differently."""

from collections.abc import Iterator
from itertools import combinations

from tellings.analysis.differences import phrases
from tellings.analysis.differences.given import Given, given
from tellings.analysis.differences.judging import (
    SHARPEST,
    clash,
    of_two_things,
    relation,
    relation_of,
    why,
)
from tellings.analysis.numbers.comparing import comparable
from tellings.model.findings import Claim, Difference, Reading, Telling

__all__ = ["numbers"]


def numbers(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find the numbers of one thing that cannot both hold."""
    every = list(given(claim, tellings, texts))
    for group in of_one_thing(every):
        pairs = clashes(group, every, tellings)
        if pairs:
            found = relation(pairs)
            held = {number for pair in pairs if relation_of(pair) == found for number in pair}
            clashing = [number for number in group if number in held]
            yield Difference(
                claim=claim.id,
                kind="number",
                relation=found,
                because=why(found, pairs),
                readings=readings(clashing, tellings),
            )


def of_one_thing(every: list[Given]) -> list[list[Given]]:
    """Group the numbers that count the same thing, over texts."""
    home = list(range(len(every)))

    def root(at: int) -> int:
        while home[at] != at:
            at = home[at]
        return at

    for one, other in combinations(range(len(every)), 2):
        here, there = every[one], every[other]
        if here.text != there.text and comparable(here.number, there.number):
            low, high = sorted((root(one), root(other)))
            home[high] = low
    groups: dict[int, list[Given]] = {}
    for at, number in enumerate(every):
        groups.setdefault(root(at), []).append(number)
    return [group for group in groups.values() if len(group) > 1]


def clashes(
    group: list[Given], every: list[Given], tellings: dict[str, Telling]
) -> list[tuple[Given, Given]]:
    """Give, for every two texts that agree in no number, the two that come closest.

    A mere whole (“12 of 40 boats”) can agree with another text's number but not clash with it.
    """
    found: list[tuple[Given, Given]] = []
    by_text: dict[str, list[Given]] = {}
    for number in group:
        by_text.setdefault(number.text, []).append(number)
    for one, other in combinations(sorted(by_text), 2):
        alike = [
            (a, b)
            for a in by_text[one]
            for b in by_text[other]
            if comparable(a.number, b.number) and not (a.bounds.whole and b.bounds.whole)
        ]
        pairs = [pair for pair in alike if not of_two_things(*pair)]
        if all(
            clash(a, b, tellings) and not told(a, b, every) and not told(b, a, every)
            for a, b in pairs
        ):
            close = nearest(alike)
            fitting = [pair for pair in pairs if pair in close and not mere_whole(pair)]
            found += sorted(fitting, key=closeness)[:1]
    return found


def nearest(pairs: list[tuple[Given, Given]]) -> list[tuple[Given, Given]]:
    """Give the pairs that share most of what they count: “three boats” are no “three tugs”."""
    most: dict[Given, int] = {}
    for one, other in pairs:
        for number in (one, other):
            most[number] = max(most.get(number, 0), common(one, other))
    return [(a, b) for a, b in pairs if common(a, b) == max(most[a], most[b])]


def common(one: Given, other: Given) -> int:
    """Count the words that two numbers share for what they count."""
    return len(one.number.things & other.number.things)


def mere_whole(pair: tuple[Given, Given]) -> bool:
    """Tell whether a number is a whole of which nothing more is told that the other tells."""
    one, other = (given.number for given in pair)
    told = (one.near & other.near) - one.things - other.things
    return any(given.bounds.whole for given in pair) and not told


def told(one: Given, other: Given, every: list[Given]) -> bool:
    """Tell whether a text gives another's number too: “four, which brings the total to eight”."""
    return summed(one, other, every) or any(
        each.text == one.text
        and each.number.measure == other.number.measure
        and each.number.value == other.number.value
        and (each.number.subset or not (each.number.fate and other.number.fate))
        and (alone(each, other) or bool(each.number.things & other.number.things))
        for each in every
    )


def summed(one: Given, other: Given, every: list[Given]) -> bool:
    """Tell whether a sentence counts in parts what another counts at once: two, and five others."""
    parts = [
        each.number.value
        for each in every
        if (each.source, each.told) == (one.source, one.told)
        and (each.number.fate == one.number.fate or each.number.partial)
    ]
    return one.number.fate is not None and len(parts) > 1 and sum(parts) == other.number.value


def alone(one: Given, other: Given) -> bool:
    """Tell whether a bare figure may count what another does; “five, of which four …” does not."""
    return not one.number.things and (not one.number.subset or other.number.fate is not None)


def closeness(pair: tuple[Given, Given]) -> tuple[int, float]:
    """Give a key that puts the mildest relation first, then the smallest gap."""
    one, other = pair
    return -SHARPEST.index(relation_of(pair)), abs(one.number.value - other.number.value)


def readings(group: list[Given], tellings: dict[str, Telling]) -> tuple[Reading, ...]:
    """Give each source's numbers with what they count, a value once for each source."""
    found: list[Reading] = []
    seen: set[tuple[str, float]] = set()
    for number in sorted(group, key=lambda number: number.number.quantity.passage):
        key = number.source, number.number.value
        if key not in seen:
            seen.add(key)
            telling = tellings[number.source]
            printed = number.number.quantity.passage.of(telling.text)
            passage = phrases.of_number(number.number, telling)
            found.append(Reading(passage=passage, value=printed))
    return tuple(found)
