"""The fixed phrases of the pages: messages in English, and what a catalogue makes of them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tellings.model.phrase import Phrase, mark

__all__ = ["ENGLISH", "Key", "Part", "Phrases", "mark"]

Key = str | tuple[str, str]
"""A message, or the forms for one and for many."""

VALUE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words, of the program or of a text."""

    words: str
    ours: bool


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
        # Other languages part thousands in other ways, or not at all.
        printed = f"{number:,}" if self.english else number
        return self.counted(one, many, number) % {"num": printed, **values}

    def worded(self, words: str) -> str:
        """Say what a finding says: a phrase in the language, words of others as they are."""
        return "".join(part.words for part in self.parts(words)) if self.said else str(words)

    def parts(self, words: str) -> tuple[Part, ...]:
        """Say what a finding says, with the words of others told from the program's own."""
        if not isinstance(words, Phrase):
            return (Part(words, ours=False),)
        values = {"num": str(words.number), **dict(words.values)}
        message = (
            self.counted(words.message, words.many, words.number)
            if words.many
            else self.found(words.message)
        )
        # What is split off stands between two pieces of the message.
        pieces = (
            self.parts(values[piece]) if place % 2 else (Part(piece % (), ours=True),)
            for place, piece in enumerate(VALUE.split(message))
        )
        return tuple(one for piece in pieces for one in piece if one.words)

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
