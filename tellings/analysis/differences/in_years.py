"""One number that texts give for other years: “since 1955”, “from 1983 to 2005”."""

from collections.abc import Iterator
from itertools import combinations

from tellings.analysis.differences.counts import counts
from tellings.analysis.numbers.comparing import Counted, agree, comparable
from tellings.model.findings import Claim, DatedExpression, Difference, Mention, Reading, Telling
from tellings.model.phrase import phrase

__all__ = ["years"]

Told = tuple[str, Counted, tuple[DatedExpression, ...]]
"""A text, its number, and the years in the sentence of the number."""


def years(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find the first count that two texts give alike for years of which they share none."""
    found: list[Told] = [
        (texts[mention.passage.source], number, dates)
        for mention in claim.mentions
        if (dates := told(mention, tellings))
        for number in counts(tellings[mention.passage.source], mention.passage.span)
        if number.measure == "count" and number.value
    ]
    for one, other in combinations(found, 2):
        if one[0] != other[0] and same(one[1], other[1]) and not named(one[2]) & named(other[2]):
            yield Difference(
                claim=claim.id,
                kind="scope",
                relation="conflict",
                because=phrase("one number is given for different years"),
                readings=tuple(
                    Reading(passage=first.passage, value=printed(first, tellings))
                    for first in (one[2][0], other[2][0])
                ),
            )
            return


def told(mention: Mention, tellings: dict[str, Telling]) -> tuple[DatedExpression, ...]:
    """Give the years, and spans of years, in a mention."""
    return tuple(
        date
        for date in tellings[mention.passage.source].dates
        if date.precision in {"year", "range"} and mention.passage.span.holds(date.passage.span)
    )


def same(one: Counted, other: Counted) -> bool:
    """Tell whether two numbers count the same and agree."""
    return comparable(one, other) and agree(one, other) == "same"


def named(dates: tuple[DatedExpression, ...]) -> frozenset[str]:
    """Give the years that some dates name."""
    return frozenset(end[:4] for date in dates for end in date.date.split("/"))


def printed(date: DatedExpression, tellings: dict[str, Telling]) -> str:
    """Give a date as printed."""
    return date.passage.of(tellings[date.passage.source].text)
