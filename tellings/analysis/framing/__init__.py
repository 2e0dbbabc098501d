"""The terms that texts use for contested things."""

from tellings.analysis.framing.finding import find

__all__ = ["find"]
