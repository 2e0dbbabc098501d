"""The event in at most five sentences."""

from tellings.analysis.summary.writing import write

__all__ = ["write"]
