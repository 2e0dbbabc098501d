"""Who is given as saying what."""

from tellings.model.document import Document
from tellings.model.findings import Attribution

__all__ = ["find"]


def find(document: Document) -> tuple[Attribution, ...]:
    """Find the attributions of a document, in text order."""
    return ()
