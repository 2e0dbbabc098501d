"""Numbers that the texts of one claim give differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tellings.analysis.numbers.comparing import Counted, agree, comparable, counted
from tellings.model.findings import Claim, Difference, Reading, Relation, Telling

__all__ = ["numbers"]


@dataclass(frozen=True, slots=True)
class Given:
    """A number as one text gives it."""

    source: str
    text: str
    number: Counted


def numbers(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find the numbers of one thing that cannot both hold."""
    given = [
        Given(mention.passage.source, texts[mention.passage.source], number)
        for mention in claim.mentions
        for number in counted(tellings[mention.passage.source], mention.passage.span)
    ]
    for group in of_one_thing(given):
        if clashing(group):
            yield Difference(
                claim=claim.id,
                kind="number",
                relation=relation(group, tellings),
                readings=readings(group, tellings),
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


def clashing(group: list[Given]) -> bool:
    """Tell whether two texts of a group agree in no number of it."""
    texts = sorted({number.text for number in group})
    for one, other in combinations(texts, 2):
        verdicts = [
            agree(a.number, b.number)
            for a in group
            for b in group
            if a.text == one and b.text == other and comparable(a.number, b.number)
        ]
        if verdicts and all(verdict == "clash" for verdict in verdicts):
            return True
    return False


def relation(group: list[Given], tellings: dict[str, Telling]) -> Relation:
    """Call a toll that texts of different days give an update, other clashes a conflict."""
    days = {(tellings[number.source].document.source.published or "")[:10] for number in group}
    tolls = all(number.number.fate for number in group)
    history = any(in_history(number, tellings[number.source]) for number in group)
    return "update" if tolls and not history and len(days) > 1 and "" not in days else "conflict"


def in_history(number: Given, telling: Telling) -> bool:
    """Tell whether a number stands in a sentence of history."""
    sentence = telling.document.sentence_at(number.number.quantity.passage.start)
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
