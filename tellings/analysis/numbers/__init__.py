"""Quantities, with unit and what they count."""

from tellings.analysis.numbers.finding import find

__all__ = ["find"]
