"""The terms that texts use for contested things."""

from tellings.analysis.framing.finding import chosen, find

__all__ = ["chosen", "find"]
