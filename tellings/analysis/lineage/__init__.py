"""Which files are one text, and what was handed down."""

from tellings.analysis.lineage.tracing import trace

__all__ = ["trace"]
