"""What a file's format says of a text, outside the text."""

from dataclasses import dataclass

__all__ = ["Fact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value of a source's field, and the words of the raw file that give it."""

    field: str
    value: str
    words: str
    line: int
