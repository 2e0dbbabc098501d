"""Numbers of sentences of no common claim that cannot both hold."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.differences.counts import CROWD, same
from tellings.analysis.differences.given import Given
from tellings.analysis.differences.homes import Homes, sentence_of, together
from tellings.analysis.differences.in_dates import SAID
from tellings.analysis.differences.in_numbers import readings, told
from tellings.analysis.differences.judging import clash, of_two_things, relation_of
from tellings.analysis.numbers.comparing import comparable, verdict
from tellings.analysis.wording import Word
from tellings.model.findings import Reading, Telling

__all__ = ["counted"]

MANY = 40
"""A thing that more numbers count is left to the claims."""

MEASURES, MUCH = frozenset({"magnitude", "length", "speed", "mass"}), 5
"""What is measured is one thing only for sentences of so many common words."""

TWO = 2
"""How many rare words two sentences about one crowd have in common."""


def counted(
    numbers: tuple[Given, ...],
    tellings: dict[str, Telling],
    homes: Homes,
    rare: frozenset[Word],
) -> Iterator[tuple[str, tuple[Reading, ...]]]:
    """Find numbers of things, or of a crowd, that cannot both hold, and say why."""
    by_thing: dict[Word, list[Given]] = defaultdict(list)
    for number in numbers:
        if plain(number):
            for thing in sorted(number.number.things):
                by_thing[thing].append(number)
    by_thing[CROWD] = whole_crowds(numbers)
    shown: set[Given] = set()
    for thing in sorted(thing for thing, group in by_thing.items() if len(group) <= MANY):
        pairs = [
            pair
            for pair in combinations(by_thing[thing], 2)
            if of_one_act(*pair, rare) and apart(pair, numbers, tellings, homes)
        ]
        held = [number for number in by_thing[thing] if any(number in pair for pair in pairs)]
        if held and not shown & set(held):
            shown |= set(held)
            yield verdict(*(g.number for g in pairs[0]))[1], readings(held, tellings)


def plain(given: Given) -> bool:
    """Tell whether a number counts things of the event, whole, and not people."""
    number, bound = given.number, given.bounds
    part = number.subset or bound.part or bound.whole or bound.polled
    if number.measure in MEASURES:
        return not part
    return (
        number.measure == "count"
        and number.fate in {None, "damaged"}
        and not (part or given.history)
    )


def whole_crowds(numbers: tuple[Given, ...]) -> list[Given]:
    """Give the crowds of an event, of each sentence the largest: others split off from it."""
    largest: dict[tuple[str, frozenset[Word]], Given] = {}
    for given in numbers:
        if given.number.fate == CROWD and not given.history:
            known = largest.setdefault((given.source, given.told), given)
            if known.number.value < given.number.value:
                largest[given.source, given.told] = given
    return list(largest.values())


def of_one_act(one: Given, other: Given, rare: frozenset[Word]) -> bool:
    """Tell whether two texts count what one thing was done with, on no two days."""
    if one.text == other.text:
        return False
    if one.number.measure in MEASURES:
        return len(one.told & other.told) >= MUCH
    if one.days and other.days and not one.days & other.days:
        return False
    if one.number.fate == CROWD:
        return len(one.told & other.told & rare) >= TWO
    near = (frozenset(same().get(word, word) for word in each.number.near) for each in (one, other))
    shared = frozenset.intersection(*near) - one.number.things - other.number.things
    return bool(shared - SAID - {wording.stem(day) for day in wording.days()})


def apart(
    pair: tuple[Given, Given],
    numbers: tuple[Given, ...],
    tellings: dict[str, Telling],
    homes: Homes,
) -> bool:
    """Tell whether two numbers of one thing are in conflict, and neither text has the other's."""
    one, other = pair
    if not clashing(one, other, tellings) or relation_of(pair) != "conflict":
        return False
    here, there = (sentence_of(each.number.quantity.passage, tellings) for each in pair)
    if together(here, there, homes) or told(one, other, [*numbers]) or told(other, one, [*numbers]):
        return False
    return all(
        clash(mine, each, tellings)
        for mine, text in ((one, other.text), (other, one.text))
        for each in numbers
        if each.text == text and comparable(mine.number, each.number)
    )


def clashing(one: Given, other: Given, tellings: dict[str, Telling]) -> bool:
    """Tell whether no number fits both of two that count one thing."""
    return (
        comparable(one.number, other.number)
        and not of_two_things(one, other)
        and clash(one, other, tellings)
    )
