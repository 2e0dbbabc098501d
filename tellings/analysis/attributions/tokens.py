"""A sentence as words, marks and whole quotations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

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

    capital: bool
    """Whether it is a word with a capital."""

    owner: bool
    """Whether it is a possessive."""

    @property
    def span(self) -> Span:
        """Where it stands in its text."""
        return Span(self.start, self.end)


def tokenise(text: str, span: Span, quotes: Iterable[Stretch]) -> tuple[Token, ...]:
    """Cut a sentence into tokens; what stands in quotation marks is one token."""
    found: list[Token] = []
    at = span.start
    for quote in quotes:
        start, end = max(quote.span.start, span.start), min(quote.span.end, span.end)
        if start >= end or start < at:
            continue
        _cut(text, at, start, found)
        quoted = text[start:end]
        found.append(Token(start, end, quoted, "quote", _bare(quoted), capital=False, owner=False))
        at = end
    _cut(text, at, span.end, found)
    return tuple(found)


def _bare(printed: str) -> str:
    lower = printed.lower().replace("’", "'")
    return lower.removesuffix("'s") if len(lower) > 3 else lower


def _cut(text: str, start: int, end: int, found: list[Token]) -> None:
    """Add the words and marks of a stretch."""
    at, make, add = start, tuple.__new__, found.append
    *chunks, last = text[start:end].split(" ")
    for chunk in chunks:
        for begin, stop, word, kind, lower, capital, owner in _spaced(chunk):
            add(make(Token, (at + begin, at + stop, word, kind, lower, capital, owner)))
        at += len(chunk) + 1
    for token in _closing(last):
        add(make(Token, (at + token.start, at + token.end, *token[2:])))


@lru_cache(maxsize=1 << 15)
def _spaced(chunk: str) -> tuple[Token, ...]:
    """Give the tokens of what stands before a space, each place counted from its beginning.

    Most were seen before: a text is made of the same words.
    """
    return tuple(_tokens(f"{chunk} ")) if chunk else ()


@lru_cache(maxsize=1 << 12)
def _closing(chunk: str) -> tuple[Token, ...]:
    """Give the tokens of what nothing stands after."""
    return tuple(_tokens(chunk))


def _tokens(text: str) -> Iterator[Token]:
    for piece in PIECE.finditer(text):
        word, at, stop = piece.group(), piece.start(), piece.end()
        if not (word[0].isalnum() or word[0] in "$€£"):
            yield _token(at, word, "mark")
        elif word[-1] in "’'" and word[-2:-1] != "s" and word.lower()[:-1] not in {"d", "l"}:
            # "protesters'" keeps its apostrophe, "'stop'" does not.
            yield _token(at, word[:-1], "word")
            yield _token(stop - 1, word[-1], "mark")
        else:
            yield _token(at, word, "word")


def _token(at: int, printed: str, kind: Kind) -> Token:
    word = kind == "word"
    return Token(
        start=at,
        end=at + len(printed),
        text=printed,
        kind=kind,
        lower=_bare(printed),
        capital=word and printed[0].isupper(),
        owner=word and printed.replace("’", "'").endswith(("'s", "s'")),
    )


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
    return _verbs().get(token.lower) if token.kind == "word" else None


@cache
def _verbs() -> dict[str, str]:
    return forms("saying", "reporting")
