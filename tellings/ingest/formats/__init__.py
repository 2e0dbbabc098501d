"""Bytes of a raw file → numbered lines and what the format itself says, by kind of file."""

import re

from tellings.errors import ContentError, Problem
from tellings.ingest.formats import eml, html, invisible, json, markdown, text
from tellings.ingest.formats.raw_text import RawText, Reader

__all__ = ["READERS", "RawText", "Reader", "read"]

LONGEST = 20_000
"""Characters of a line: no newspaper prints a page without a paragraph."""

PDF = re.compile(rb"\s*%PDF-")
BINARY = (
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
"""How files begin that hold no text, besides PDF: zip and Office, pictures, gzip."""

READERS: dict[str, Reader] = {
    "txt": text.read,
    "md": markdown.read,
    "html": html.read,
    "htm": html.read,
    "eml": eml.read,
    "json": json.read,
}
"""What reads each kind of file; add a kind by adding its reader."""


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read a raw file by the kind that its name says; `charset` is what its server says.

    Raises:
        ContentError: when it is of no kind that can be read, or holds no text.
    """
    _, dot, ending = path.rsplit("/", 1)[-1].rpartition(".")
    kind = ending.lower() if dot else ""
    reader = READERS.get(kind)
    if reader is None:
        known = ", ".join(f".{name}" for name in READERS)
        message = f"a file of this kind cannot be read: .{kind}"
        if not kind:
            message = "the file's name does not end in its kind"
        raise ContentError(Problem(path=path, message=message, hint=f"known are {known}"))
    if PDF.match(content) or content.startswith(BINARY):
        hint = "save the page as text or HTML"
        raise ContentError(Problem(path=path, message="the file is not text", hint=hint))
    if not content.removeprefix(b"\xef\xbb\xbf").strip():
        raise ContentError(Problem(path=path, message="the file is empty"))
    raw = invisible.without(reader(content, path, charset))
    for number, line in raw.lines:
        if len(line) > LONGEST:
            message = f"a line of {len(line):,} characters; the most that is read is {LONGEST:,}"
            hint = "save it with line breaks between its paragraphs"
            raise ContentError(Problem(path=path, line=number, message=message, hint=hint))
    return raw
