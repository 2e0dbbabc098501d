"""Plain text."""

from tellings.ingest.formats import charsets
from tellings.ingest.formats.raw_text import RawText

__all__ = ["read"]


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read plain text."""
    text, repairs = charsets.decode(content, path, charset)
    return RawText(lines=tuple(enumerate(text.split("\n"), start=1)), whole=True, repairs=repairs)
