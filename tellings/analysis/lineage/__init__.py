"""Which files are one text, what was handed down, and how many origins a claim has."""

from tellings.analysis.lineage.counting import count
from tellings.analysis.lineage.tracing import trace

__all__ = ["count", "trace"]
