"""What makes two numbers comparable: units of one measure, fates, general words for people."""

from dataclasses import dataclass
from functools import cache

from tellings.analysis.wording import Word
from tellings.data import words

__all__ = ["Measure", "fates", "general", "measure_of"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures, and how its values come to those of the measure's first unit."""

    name: str
    size: float = 1.0
    zero: float = 0.0
    """What is taken off before the size counts, as between two scales of temperature."""

    def of(self, value: float) -> float:
        """Give a value in the first unit of the measure."""
        return (value - self.zero) * self.size


BARE = Measure("count")
"""The measure of what has no unit."""


@cache
def measures() -> dict[str, Measure]:
    """Read the measure of each unit."""
    tables = words.load("counting")
    zeros: dict[str, float] = tables["zeros"]
    table: dict[str, dict[str, float]] = tables["measures"]
    return {
        unit: Measure(name, float(size), float(zeros.get(unit, 0)))
        for name, units in table.items()
        for unit, size in units.items()
    }


def measure_of(unit: str | None) -> Measure:
    """Give the measure of a unit; one that no other measures is its own."""
    return measures().get(unit) or Measure(unit) if unit else BARE


@cache
def fates() -> dict[Word, str]:
    """Read the words that say what became of those counted."""
    table: dict[str, str] = words.load("counting")["fates"]
    return {word: name for name, listed in table.items() for word in listed.split()}


@cache
def general() -> frozenset[Word]:
    """Read the words for people that make no two counts comparable."""
    return frozenset(words.load("counting")["general"]["people"].split())
