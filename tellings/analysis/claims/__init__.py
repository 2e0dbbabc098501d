"""Sentences of different texts that say the same thing."""

from tellings.analysis.claims.drawing import count, draw

__all__ = ["count", "draw"]
