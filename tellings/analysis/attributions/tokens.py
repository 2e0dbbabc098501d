"""A sentence as words, marks and whole quotations."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tellings.analysis.attributions.marks import Stretch
from tellings.data import words
from tellings.model.span import Span

__all__ = ["Token", "forms", "listed", "tokenise", "verb", "word_at"]

Kind = Literal["word", "mark", "quote"]
PIECE = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?|\b(?:[ap]\.m\.|Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Col|Gen|Sgt|Capt|Maj|Adm|Cmdr|Cpl"
    r"|Pvt|Sen|Rep|Gov|Det|Insp|Supt|Prof|Rev|Hon|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.(?=\s)"
    r"|[$€£]?\w+(?:[’'&./,-]\w+)*[’']?(?=\W|$)|--+|\.{2,}|\S"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, a mark or a whole quotation of a sentence."""

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
        found.append(_token(text, start, end, "quote"))
        at = end
    return (*found, *_plain(text, at, span.end))


def _token(text: str, start: int, end: int, kind: Kind) -> Token:
    printed = text[start:end]
    lower = printed.lower().replace("’", "'")
    return Token(
        start=start,
        end=end,
        text=printed,
        lower=lower.removesuffix("'s") if len(lower) > 3 else lower,
        kind=kind,
    )


def _plain(text: str, start: int, end: int) -> Sequence[Token]:
    found: list[Token] = []
    for piece in PIECE.finditer(text, start, end):
        stop = piece.end()
        word = piece.group()
        if word[0].isalnum() or word[0] in "$€£":
            # "protesters'" keeps its apostrophe, "'stop'" does not.
            if word[-1] in "’'" and word[-2:-1] != "s" and word.lower()[:-1] not in {"d", "l"}:
                stop -= 1
            found.append(_token(text, piece.start(), stop, "word"))
            if stop < piece.end():
                found.append(_token(text, stop, piece.end(), "mark"))
        else:
            found.append(_token(text, piece.start(), stop, "mark"))
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
