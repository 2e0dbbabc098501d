"""Characters that nobody sees, taken out; characters read in a wrong encoding, reported."""

import re
from dataclasses import replace

from tellings.ingest.facts import Fact
from tellings.ingest.formats.raw_text import RawText
from tellings.ingest.furniture.lines import Piece
from tellings.model.source import Repair
from tellings.reading.article import Paragraph
from tellings.reading.front_matter import CONTROL

__all__ = ["MOJIBAKE", "garbled", "strip", "without"]

MOJIBAKE = "mojibake-kept"
"""The kind of entry for words read in a wrong encoding, which stay as they are."""

ZERO = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
    # Persian and the scripts of India write with joiners; between their letters they stay.
    "|(?<![\u0590-\u1fff])[\u200c\u200d]|[\u200c\u200d](?![\u0590-\u1fff])"
)
UNSEEN = re.compile(ZERO.pattern.partition("]")[0] + "\u200c\u200d]")
"""Any of these characters and the joiners: asked first, because it is asked quickly."""

UNWRITABLE = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")
"""What no file may hold; JSON can spell it out, though."""

SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
SUSPECT = re.compile(
    "(?<![A-ZÀ-Þ])[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}|\ufffd"  # noqa: RUF001 - what it looks for
)


def without(raw: RawText) -> RawText:
    """Take zero-width characters out, make non-breaking spaces plain, and say where."""
    repairs = list(raw.repairs)
    for number, text in raw.lines:
        if text.isascii() and text.isprintable():
            continue
        found = (
            ("zero-width", UNSEEN.search(text) and ZERO.search(text)),
            ("control-character", UNWRITABLE.search(text)),
            (MOJIBAKE, garbled(text)),
        )
        for kind, there in found:
            entry = Repair(kind=kind, line=number)
            if there and entry not in repairs:
                repairs.append(entry)
    return replace(
        raw,
        lines=tuple((number, strip(text)) for number, text in raw.lines),
        facts=tuple(fact for fact in map(_fact, raw.facts) if fact.value.strip()),
        paragraphs=tuple(map(_paragraph, raw.paragraphs)),
        furniture=tuple(map(_piece, raw.furniture)),
        repairs=tuple(repairs),
    )


def strip(text: str) -> str:
    """Give a text without what nobody sees."""
    if not text.isprintable():
        text = UNWRITABLE.sub("", text)
    if text.isascii():
        return text
    return (ZERO.sub("", text) if UNSEEN.search(text) else text).translate(SPACES)


def garbled(text: str) -> str | None:
    """Give the first characters of a text that are UTF-8 read as Windows-1252, or lost."""
    if text.isascii():
        return None
    for match in SUSPECT.finditer(text):
        if match[0] == "\ufffd":
            return match[0]
        for end in range(len(match[0]), 1, -1):
            if _is_utf8(match[0][:end]):
                return match[0][:end]
    return None


def _is_utf8(text: str) -> bool:
    """Tell whether characters, as bytes of Windows-1252, are one character of UTF-8."""
    found = bytearray()
    for character in text:
        try:
            found += character.encode("cp1252")
        except UnicodeEncodeError:
            # Windows-1252 leaves five bytes open; browsers read them as they are.
            found += character.encode("latin-1", "replace")
    try:
        return len(found.decode()) == 1
    except UnicodeDecodeError:
        return False


def _fact(fact: Fact) -> Fact:
    # Where an unseen sign stood between two blanks, one is left.
    return replace(fact, value=" ".join(strip(fact.value).split()), words=strip(fact.words))


def _paragraph(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, words=strip(paragraph.words))


def _piece(piece: Piece) -> Piece:
    return replace(piece, line=replace(piece.line, text=strip(piece.line.text)))
