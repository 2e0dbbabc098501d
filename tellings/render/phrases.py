"""The fixed phrases of the pages: messages in English, and what a catalogue makes of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

__all__ = ["ENGLISH", "Key", "Phrases", "mark"]

Key = str | tuple[str, str]
"""A message, or the forms for one and for many."""

Table = TypeVar("Table")


def mark(table: Table) -> Table:
    """Give a table as it is; that its words are messages is seen by the tool that gathers them."""
    return table


def one_or_many(number: int) -> int:
    """Give the form that English has for a number: 0 for one, 1 for others."""
    return int(number != 1)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Phrases:
    """What the interface says, in one language; what has no translation is said in English.

    The values of a message are named in it as `%(name)s`, in Python and in templates alike.
    """

    language: str = "en"
    """The BCP 47 tag of the language."""

    said: Mapping[Key, tuple[str, ...]] = field(default_factory=dict)
    """The translations of each message: one, or one for each form of number."""

    form: Callable[[int], int] = one_or_many
    """Which of the forms a number wants."""

    @property
    def english(self) -> bool:
        """Whether the language is English, as that of the texts that are compared."""
        return self.language.partition("-")[0].lower() == "en"

    def text(self, message: str, /, **values: object) -> str:
        """Say a message with its values."""
        return self.found(message) % values

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Say a message as its number wants, which it may name as `%(num)s`."""
        return self.counted(one, many, number) % {"num": number, **values}

    def found(self, message: str) -> str:
        """Find a message's translation, its values not yet in place."""
        return self.said.get(message, (message,))[0]

    def counted(self, one: str, many: str, number: int) -> str:
        """Find the form that a number wants, its values not yet in place."""
        forms = self.said.get((one, many))
        if forms is None:
            return (one, many)[one_or_many(number)]
        return forms[min(self.form(number), len(forms) - 1)]


ENGLISH = Phrases()
