"""The clauses of a sentence: those that can stand for one thing told, and finer pieces."""

from tellings.analysis.clauses.cutting import cut
from tellings.analysis.clauses.pieces import pieces

__all__ = ["cut", "pieces"]
