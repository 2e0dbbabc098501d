"""A sentence as words, marks and whole quotations."""

import re
import string
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from tellings.analysis.attributions.marks import Stretch
from tellings.data import words
from tellings.model.span import Span

__all__ = [
    "Placed",
    "Token",
    "Tokens",
    "forms",
    "listed",
    "tokenise",
    "verb",
    "word_at",
]

Kind = Literal["word", "mark", "quote"]
SHORTENED = (
    "Mr|Mrs|Ms|Dr|St|Jr|Sr|Lt|Col|Gen|Sgt|Capt|Maj|Adm|Cmdr|Cpl|Pvt|Sen|Rep|Gov|Det|Insp|Supt|"
    "Prof|Rev|Hon|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
)
"""What keeps its full stop."""

ALONE = frozenset([*SHORTENED.split("|"), *string.ascii_uppercase])
"""What a full stop may belong to."""

PIECE = re.compile(
    rf"(?:[A-Z]\.)+(?:[A-Z]\b)?|\b(?:[ap]\.m\.|(?:{SHORTENED})\.)(?=[\s,;:)])"
    r"|[$€£]?\w+(?:[’'&./,-]\w+)*[’']?(?=\W|$)|--+|\.{2,}|\S"
)


PLAIN = re.compile(r"\w+(?:[’'&/,-]\w+)*")
"""A piece that is a word as a whole, whatever stands after it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a whole quotation, wherever it stands: many places share one token."""

    text: str
    kind: Kind

    lower: str
    """The word without case, possessive ending or curly apostrophe."""

    capital: bool = False
    """Whether it is a word with a capital."""

    owner: bool = False
    """Whether it is a possessive."""


class Placed(NamedTuple):
    """A token with its place in the text."""

    start: int
    end: int
    text: str
    kind: Kind
    lower: str
    capital: bool
    owner: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Tokens(tuple[Token, ...]):
    """A sentence's tokens in text order; where they stand is counted when it is asked for."""

    text: str
    begin: int
    """Where in the text the first may stand."""

    @classmethod
    def of(cls, tokens: Iterable[Token], text: str, begin: int) -> "Tokens":
        """Make tokens of what stands in a text from a place on."""
        made = cls(tokens)
        made.text, made.begin = text, begin
        return made

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where each ends."""
        find, at = self.text.find, self.begin
        return [at := find(token.text, at) + len(token.text) for token in self]

    def start(self, at: int) -> int:
        """Tell where one begins."""
        return self.ends[at] - len(self[at].text)

    def span(self, first: int, last: int) -> Span:
        """Give the stretch of text from one token up to another, that one left out."""
        ends = self.ends
        return Span(ends[first] - len(self[first].text), ends[last - 1])

    def part(self, first: int, last: int) -> "Tokens":
        """Give some of the tokens."""
        return Tokens.of(self[first:last], self.text, self.start(first))

    def first_from(self, place: int) -> int:
        """Find the first token that begins at a place of the text, inside of none, or after it."""
        return bisect_right(self.ends, place)

    def placed(self, first: int, last: int) -> tuple[Placed, ...]:
        """Give some of the tokens with their places."""
        return tuple(
            [
                Placed(end - len(t.text), end, t.text, t.kind, t.lower, t.capital, t.owner)
                for t, end in zip(self[first:last], self.ends[first:last], strict=True)
            ]
        )


def tokenise(text: str, span: Span, quotes: Iterable[Stretch]) -> Tokens:
    """Cut a sentence into tokens; what stands in quotation marks is one token."""
    found: list[Token] = []
    at = span.start
    for quote in quotes:
        start, end = max(quote.span.start, span.start), min(quote.span.end, span.end)
        if start >= end or start < at:
            continue
        found += _cut(text[at:start])
        quoted = text[start:end]
        found.append(Token(quoted, "quote", _bare(quoted)))
        at = end
    found += _cut(text[at : span.end])
    return Tokens.of(found, text, span.start)


def _bare(printed: str) -> str:
    lower = printed.lower().replace("’", "'")
    return lower.removesuffix("'s") if len(lower) > 3 else lower


def _cut(text: str) -> Iterator[Token]:
    """Give the words and marks of a stretch of text."""
    *chunks, last = text.split(" ")
    return chain(chain.from_iterable(map(_spaced, chunks)), _closing(last))


@lru_cache(maxsize=1 << 15)
def _spaced(chunk: str) -> tuple[Token, ...]:
    """Give the tokens of what stands before a space.

    Most were seen before: a text is made of the same words.
    """
    if chunk.isalpha():
        return (Token(chunk, "word", chunk.lower(), chunk[0].isupper()),)
    if PLAIN.fullmatch(chunk):
        return (_token(chunk, "word"),)
    word, mark = chunk[:-1], chunk[-1:]
    if mark in MARKS and word not in ALONE and PLAIN.fullmatch(word):
        return (*_spaced(word), MARKS[mark])
    return tuple(_tokens(f"{chunk} "))


@lru_cache(maxsize=1 << 12)
def _closing(chunk: str) -> tuple[Token, ...]:
    """Give the tokens of what nothing stands after."""
    word, mark = chunk[:-1], chunk[-1:]
    if mark in MARKS and PLAIN.fullmatch(word) and len(word) > 1:
        return (*_spaced(word), MARKS[mark])
    return tuple(_tokens(chunk))


def _tokens(text: str) -> Iterator[Token]:
    for word in PIECE.findall(text):
        if not (word[0].isalnum() or word[0] in "$€£"):
            yield _token(word, "mark")
        elif word[-1] in "’'" and word[-2:-1] != "s" and word.lower()[:-1] not in {"d", "l"}:
            # "protesters'" keeps its apostrophe, "'stop'" does not.
            yield _token(word[:-1], "word")
            yield _token(word[-1], "mark")
        else:
            yield _token(word, "word")


def _token(printed: str, kind: Kind) -> Token:
    word = kind == "word"
    return Token(
        text=printed,
        kind=kind,
        lower=_bare(printed),
        capital=word and printed[0].isupper(),
        owner=word and printed.replace("’", "'").endswith(("'s", "s'")),
    )


MARKS = {mark: _token(mark, "mark") for mark in ".,?!;:"}


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
