"""Sentences of different texts that say the same thing."""

from tellings.analysis.claims.drawing import draw

__all__ = ["draw"]
