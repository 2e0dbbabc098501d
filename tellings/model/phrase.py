"""The program's own words in findings: English text that knows of what it is made."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["Phrase", "counted", "listed", "mark", "phrase", "sequence"]

Table = TypeVar("Table")


class Phrase(str):
    """A phrase in English, with its message and values: pages may say it in another language.

    What texts and editors say are plain strings, which no page translates.
    """

    __slots__ = ("many", "message", "number", "values")

    message: str
    """The phrase with its values named as `%(name)s`; of things that are counted, that for one."""

    many: str
    """The message for other numbers than one; empty where nothing is counted."""

    number: int
    values: tuple[tuple[str, str], ...]
    """The values by name; one may be a phrase itself."""

    def __new__(
        cls,
        message: str,
        values: tuple[tuple[str, str], ...] = (),
        many: str = "",
        number: int = 1,
    ) -> "Phrase":
        """Say a message with its values."""
        chosen = many if many and number != 1 else message
        made = super().__new__(cls, chosen % {"num": number, **dict(values)})
        made.message, made.values, made.many, made.number = message, values, many, number
        return made

    def __reduce__(self) -> tuple[type["Phrase"], tuple[object, ...]]:
        """Say how a copy is made, in another process too."""
        return Phrase, (self.message, self.values, self.many, self.number)


def mark(table: Table) -> Table:
    """Give a table as it is; that its words are messages is seen by the tool that gathers them."""
    return table


def phrase(message: str, /, **values: object) -> Phrase:
    """Say something in the program's own words."""
    return Phrase(message, tuple(_named(values)))


def counted(one: str, many: str, number: int, /, **values: object) -> Phrase:
    """Say something as a number wants it, which the messages may name as `%(num)s`."""
    return Phrase(one, tuple(_named(values)), many, number)


def listed(parts: Sequence[str]) -> str:
    """Join words as prose does: “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return phrase("%(some)s and %(last)s", some=sequence(parts[:-1]), last=parts[-1])


def sequence(parts: Sequence[str]) -> str:
    """Join words by commas alone."""
    if len(parts) < 2:
        return "".join(parts)
    # In halves: an editor may list thousands, and what is said of them is nested as deeply.
    half = len(parts) // 2
    first, others = sequence(parts[:half]), sequence(parts[half:])
    return phrase("%(first)s, %(others)s", first=first, others=others)


def _named(values: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        yield name, value if isinstance(value, str) else str(value)
