"""Entries of corrections.toml as text: what `explain` offers to be pasted."""

from collections.abc import Mapping

from tellings.model.span import Passage
from tellings.reading.corrections.words import places

__all__ = ["Value", "address", "entry"]

Value = str | int | bool | Mapping[str, "str | int"] | tuple[Mapping[str, "str | int"], ...]

FEW = 6
"""So many words are quoted at least."""

ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t"}


def entry(kind: str, fields: Mapping[str, Value]) -> str:
    """Write an entry, a field a line."""
    return "\n".join(
        (f"[[{kind}]]", *(f"{name} = {_value(value)}" for name, value in fields.items()))
    )


def address(place: Passage, text: str, *, short: bool = False) -> dict[str, str | int]:
    """Say where a passage of a text is: whose it is, its words, and which of several places.

    `short` gives as many of its first words as tell it from every other place.
    """
    words = " ".join(place.of(text).split())
    if short:
        words = _opening(words, text)
    starts = [span.start for span in places(words, text)]
    several = len(starts) > 1 and place.start in starts
    which = {"nth": starts.index(place.start) + 1} if several else {}
    return {"source": place.source, "words": words, **which}


def _opening(words: str, text: str) -> str:
    """Give the first words of a stretch: few, whole ones, and as many as stand once in the text."""
    every = words.split()
    for count in range(FEW, len(every)):
        opening = " ".join(every[:count]).rstrip(",;:–—- ")
        if len(places(opening, text)) == 1:
            return opening
    return words


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple):
        return "[\n" + "".join(f"  {_value(one)},\n" for one in value) + "]"
    return "{ " + ", ".join(f"{name} = {_value(one)}" for name, one in value.items()) + " }"


def _text(words: str) -> str:
    if '"' in words and "'" not in words and words.isprintable():
        return f"'{words}'"
    signs = (ESCAPES.get(sign, sign) for sign in words)
    return '"' + "".join(s if s.isprintable() else _code(s) for s in signs) + '"'


def _code(sign: str) -> str:
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
