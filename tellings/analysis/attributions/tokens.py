"""A sentence as words, marks and whole quotations."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from tellings.analysis.attributions.marks import Stretch
from tellings.data import words
from tellings.model.span import Span

__all__ = ["Token", "forms", "listed", "tokenise", "verb", "word_at"]

Kind = Literal["word", "mark", "quote"]
PIECE = re.compile(
    # Most words stand before a space: they need no look at what else a word may be.
    r"[A-Za-z][a-z]+(?= )|"
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?|\b(?:[ap]\.m\.|Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Col|Gen|Sgt|Capt|Maj|Adm|Cmdr|Cpl"
    r"|Pvt|Sen|Rep|Gov|Det|Insp|Supt|Prof|Rev|Hon|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?=\s)"
    r"|[$€£]?\w+(?:[’'&./,-]\w+)*[’']?(?=\W|$)|--+|\.{2,}|\S"
)


class Token(NamedTuple):
    """A word, a mark or a whole quotation of a sentence.

    A tuple rather than a dataclass: a text has thousands, and they are made many times faster.
    """

    start: int
    end: int
    text: str
    kind: Kind

    lower: str
    """The word without case, possessive ending or curly apostrophe."""

    @property
    def span(self) -> Span:
        """Where it stands in its text."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether it is a word with a capital."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def owner(self) -> bool:
        """Whether it is a possessive."""
        return self.kind == "word" and self.text.replace("’", "'").endswith(("'s", "s'"))


def tokenise(text: str, span: Span, quotes: Iterable[Stretch]) -> tuple[Token, ...]:
    """Cut a sentence into tokens; what stands in quotation marks is one token."""
    found: list[Token] = []
    at = span.start
    for quote in quotes:
        start, end = max(quote.span.start, span.start), min(quote.span.end, span.end)
        if start >= end or start < at:
            continue
        found += _plain(text, at, start)
        quoted = text[start:end]
        found.append(Token(start, end, quoted, "quote", _bare(quoted)))
        at = end
    return (*found, *_plain(text, at, span.end))


def _bare(printed: str) -> str:
    lower = printed.lower().replace("’", "'")
    return lower.removesuffix("'s") if len(lower) > 3 else lower


_lower = lru_cache(maxsize=1 << 15)(_bare)


def _plain(text: str, start: int, end: int) -> Sequence[Token]:
    found: list[Token] = []
    for piece in PIECE.finditer(text, start, end):
        word, at, stop = piece.group(), piece.start(), piece.end()
        if not (word[0].isalnum() or word[0] in "$€£"):
            found.append(Token(at, stop, word, "mark", _lower(word)))
        elif word[-1] in "’'" and word[-2:-1] != "s" and word.lower()[:-1] not in {"d", "l"}:
            # "protesters'" keeps its apostrophe, "'stop'" does not.
            found.append(Token(at, stop - 1, word[:-1], "word", _lower(word[:-1])))
            found.append(Token(stop - 1, stop, word[-1], "mark", _lower(word[-1])))
        else:
            found.append(Token(at, stop, word, "word", _lower(word)))
    return found


@cache
def listed(name: str, *keys: str) -> frozenset[str]:
    """Give one or several of a file's word lists as a set."""
    return frozenset(word for key in keys for word in words.load(name)[key])


@cache
def forms(*keys: str) -> dict[str, str]:
    """Give every form of the verbs of some lists, with its kind: "base", "s", "past", "ing"."""
    if len(keys) > 1:
        return {form: kind for key in reversed(keys) for form, kind in forms(key).items()}
    lists = words.load("cues")
    (key,) = keys
    found: dict[str, str] = {}
    for verb in lists[key]:
        found[verb] = "base"
        for form in lists["irregular"].get(verb) or _regular(verb):
            if form not in found or form == verb:
                found[form] = _kind(form, verb)
    return found


def _kind(form: str, verb: str) -> str:
    if form.endswith("ing") and not verb.endswith("ing"):
        return "ing"
    return "s" if form.endswith("s") and not verb.endswith("s") else "past"


def _regular(verb: str) -> tuple[str, str, str]:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    return (
        verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"),
        verb + "ed",
        verb + "ing",
    )


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Give the word at a place, lower case; nothing beyond the sentence."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def verb(token: Token) -> str | None:
    """Give the form of a verb that takes what is said: "base", "s", "past", "ing"."""
    if token.kind != "word":
        return None
    return forms("saying", "reporting").get(token.lower)
