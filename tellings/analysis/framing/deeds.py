"""Killings that some texts tell with whoever did it, and others without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.analysis.wording import stop_words
from tellings.data import words
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["Deed", "deeds"]

OPENING = 6
"""How many sentences of a text show how it tells of a deed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """How a text tells of a killing: “killed by police”, “the death of a dancer”."""

    span: Span
    doer: bool
    """Whether it says who or what did it."""


@cache
def pattern() -> re.Pattern[str]:
    """Build the pattern of passives and nouns of killing, with or without “by …”."""
    listed = words.load("loaded")["deeds"]
    done, nouns = "|".join(listed["done"]), "|".join(listed["nouns"])
    after = "|".join(sorted(stop_words()))
    lone = r"(?-i:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)|[\w’'-]+"
    some = r"(?:the|a|an|his|her|their|its)\s+"
    doer = rf"(?:{some}[\w’'-]+(?:\s+(?!(?:{after})\b)[\w’'-]+)?|{lone})"
    whom = rf"(?:{some}(?:[\w’']+-[\w’'-]+\s+)?[\w’'-]+|{lone})"
    between = r"(?:\s+(?:dead|to\s+death|[\w-]+\s+times))?"
    return re.compile(
        rf"\b(?:(?:was|were|been|being)\s+)?(?:{done})\b{between}\s+by\s+(?P<doer>{doer})"
        rf"|\b(?:was|were|been|being)\s+(?:{done})\b{between}"
        rf"|\b(?:{nouns})\s+of\s+(?:[\w’'-]+\s+){{1,4}}?by\s+(?P<maker>{doer})"
        rf"|\b(?:{nouns})\s+of\s+{whom}",
        re.IGNORECASE,
    )


def told(telling: Telling) -> Iterator[Deed]:
    """Find how the beginning of a text tells of killings."""
    for sentence in telling.document.sentences[:OPENING]:
        for found in pattern().finditer(telling.text, sentence.span.start, sentence.span.end):
            doer = found["doer"] or found["maker"]
            yield Deed(span=Span(*found.span()), doer=doer is not None)


def deeds(tellings: tuple[Telling, ...]) -> dict[str, Deed]:
    """Give how each text tells of a killing, by its id, where one says who did it and one does not.

    What a text says with the doer goes before what it says without.
    """
    first = {
        telling.id: min(found, key=lambda deed: (not deed.doer, deed.span))
        for telling in tellings
        if (found := list(told(telling)))
    }
    return first if len({deed.doer for deed in first.values()}) > 1 else {}
