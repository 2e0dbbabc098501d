"""The rules for dates: an ordered table of patterns, each with the reading it gives."""

from collections.abc import Iterable
from functools import cache

from tellings.analysis.dates.hints import Hint, Sign
from tellings.analysis.dates.rules.anaphoric import anaphoric_rules
from tellings.analysis.dates.rules.figures import figure_rules
from tellings.analysis.dates.rules.months import month_rules
from tellings.analysis.dates.rules.relative import relative_rules
from tellings.analysis.dates.rules.table import Rule
from tellings.analysis.dates.rules.years import feast_rules, year_rules

__all__ = ["Rule", "fitting", "rules"]


@cache
def rules() -> tuple[Rule, ...]:
    """Give the rules; where two fit the same words the earlier one reads them."""
    return (
        *figure_rules(),
        *month_rules(),
        *relative_rules(),
        *feast_rules(),
        *year_rules(),
        *anaphoric_rules(),
    )


def fitting(hints: Iterable[Hint]) -> list[tuple[Rule, list[int]]]:
    """Give the rules that can fit a sentence, in their order, each with the places where."""
    places: dict[int, list[int]] = {}
    for hint in hints:
        for number in _numbers(hint.signs):
            places.setdefault(number, []).append(hint.at)
    every = rules()
    return [(every[number], places[number]) for number in sorted(places)]


@cache
def _numbers(signs: frozenset[Sign]) -> tuple[int, ...]:
    """Give the numbers of the rules that can fit a place with these signs."""
    return tuple(number for number, rule in enumerate(rules()) if rule.signs <= signs)
