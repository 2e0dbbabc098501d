"""Quantities, with unit and what they count."""

from tellings.model.document import Document
from tellings.model.findings import Quantity

__all__ = ["find"]


def find(document: Document) -> tuple[Quantity, ...]:
    """Find the quantities of a document, in text order."""
    return ()
