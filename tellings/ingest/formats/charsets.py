"""Bytes → text: byte order mark, UTF-8, the charset declared, then the looks of it."""

import re

from tellings.errors import ContentError, Problem
from tellings.model.source import Repair
from tellings.reading.front_matter import CONTROL

__all__ = ["decode"]

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
WORD = re.compile(r"[^ \t\r\n\f]+")
MANY = 0.25
"""The share of words with a control character from which bytes are no text."""

COMMON = ("cp1250", "cp1252", "cp1251")
"""Encodings that pages without a charset are in; their neighbours look alike on few words."""

NEAR = 0.1
"""How much less like a language a text may look in a common encoding than in a rare one."""

NEVER = ["cp037", "cp1026", "cp1140", "cp273", "cp424", "cp500", "cp875"]
"""Encodings of mainframes (EBCDIC), whose bytes are no text anywhere else."""

SEVEN_BIT = ("iso-2022", "iso2022", "hz", "utf-7")
"""Encodings whose bytes are ASCII, and so UTF-8 by the looks of it."""

LATIN = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"))
"""What web pages and e-mails call Windows-1252."""


def decode(
    content: bytes, path: str, declared: str | None = None
) -> tuple[str, tuple[Repair, ...]]:
    """Decode a file's bytes; an encoding that is not UTF-8 is among the repairs.

    Raises:
        ContentError: when no encoding fits, or the bytes are no text.
    """
    for mark, name in MARKS:
        if content.startswith(mark):
            return _checked(content.decode(name, "replace"), path, name)
    named = (declared or "").strip(" \"'").lower()
    order = ["utf-8", "cp1252" if named in LATIN else named]
    for name in order[::-1] if named.startswith(SEVEN_BIT) else order:
        try:
            return _checked(content.decode(name or "utf-8"), path, name)
        except (UnicodeError, LookupError, ValueError):
            continue
    return _checked(*_guessed(content, path))


def _guessed(content: bytes, path: str) -> tuple[str, str, str]:
    """Decode by the looks of it: text, path, encoding.

    Raises:
        ContentError: when no encoding fits.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415

    found = from_bytes(content, cp_exclusion=NEVER)
    best = found.best()
    if best is not None and best.encoding not in COMMON:
        near = (m for m in found if m.chaos <= best.chaos and m.coherence >= best.coherence - NEAR)
        best = next((match for match in near if match.encoding in COMMON[1:]), best)
    if best is None:
        hint = "save the file as UTF-8"
        raise ContentError(
            Problem(path=path, message="the file's encoding is not known", hint=hint)
        )
    text = str(best)
    if best.encoding == "cp1250" and content.decode("cp1252", "replace") == text:
        # Both read the file alike, and the one is met far more often.
        return text, path, "cp1252"
    return text, path, best.encoding


def _checked(text: str, path: str, encoding: str) -> tuple[str, tuple[Repair, ...]]:
    """Even out line ends and take single control characters out; refuse what is no text.

    Raises:
        ContentError: when control characters say that the bytes are something else.
    """
    words = WORD.findall(text) if CONTROL.search(text) else []
    if sum(bool(CONTROL.search(word)) for word in words) > MANY * len(words):
        raise ContentError(Problem(path=path, message="the file is not text"))
    text = re.sub(r"\r\n?", "\n", text)
    name = encoding.lower().replace("_", "-")
    plain = name in ("utf-8", "utf-8-sig", "ascii")
    found = [] if plain else [Repair(kind=f"read as {name}", line=1)]
    at = {text.count("\n", 0, match.start()) + 1 for match in CONTROL.finditer(text)}
    found += [Repair(kind="control-character", line=line) for line in sorted(at)]
    return CONTROL.sub("", text), tuple(found)
