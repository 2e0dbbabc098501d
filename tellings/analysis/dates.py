"""Words that place something in time, resolved."""

from tellings.model.document import Document
from tellings.model.findings import DatedExpression

__all__ = ["find"]


def find(document: Document, day: str | None) -> tuple[DatedExpression, ...]:
    """Find the dated expressions of a document, in text order; `day` is YYYY-MM-DD or None."""
    return ()
