"""Words that place something in time, resolved."""

from tellings.analysis.dates.finding import find

__all__ = ["find"]
