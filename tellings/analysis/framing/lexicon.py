"""Lists of words and phrases, and where their entries stand in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tellings.model.span import Span

__all__ = ["Lexicon", "lemma", "lexicon"]

HEAD = 3
"""How many letters of an entry choose the patterns that are tried."""

START = re.compile(r"(?<![\w-])\w")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Entries by their first letters, each with its label; one is like no other."""

    heads: dict[str, tuple[tuple[str, str], ...]]

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """Find whole entries in a stretch, in order; of two that begin together the longer."""
        # What stands before a stretch decides whether its first word begins there.
        begin = min(1, start)
        ahead = start - begin
        for at, stop, label in standing(self, text[ahead:end], begin):
            yield Span(ahead + at, ahead + stop), label


@lru_cache(maxsize=1 << 15)
def standing(of: Lexicon, text: str, begin: int) -> tuple[tuple[int, int, str], ...]:
    """Find whole entries from a place on; several steps ask the same of one sentence."""
    every: list[tuple[int, int, str]] = []
    for word in START.finditer(text, begin):
        at = word.start()
        entries = of.heads.get(text[at : at + HEAD].lower())
        if entries is None:
            continue
        tried = ((compiled(form).match(text, at), label) for form, label in entries)
        ends = [(found.end(), label) for found, label in tried if found]
        last = max((stop for stop, _ in ends), default=at)
        every.extend((at, stop, label) for stop, label in ends if stop == last)
    return tuple(every)


@cache
def compiled(form: str) -> re.Pattern[str]:
    """Compile an entry; of most, no text of a site holds the first letters."""
    return re.compile(form, re.IGNORECASE)


def lexicon(entries: Iterable[tuple[str, str]]) -> Lexicon:
    """Build a lexicon from entries and labels; spaces take any white space, * any ending."""
    heads: dict[str, list[tuple[str, str]]] = {}
    for entry, label in sorted(set(entries)):
        form = re.escape(entry).replace(r"\ ", r"\s+").replace(r"\*", r"\w*").replace("’", "[’']")
        heads.setdefault(entry[:HEAD].lower(), []).append((rf"{form}(?![\w-])", label))
    return Lexicon({head: tuple(found) for head, found in heads.items()})


def lemma(word: str) -> str:
    """Strip a word's commonest endings, enough to tell two choices of word apart."""
    low = " ".join(word.lower().split())
    for ending in ("ies", "ings", "ing", "ers", "ors", "er", "es", "ed", "s"):
        if low.endswith(ending) and len(low) - len(ending) >= 4:
            return low.removesuffix(ending) + ("y" if ending == "ies" else "")
    return low
