"""Runs of capitalised words: what may be a name."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tellings.data import words
from tellings.model.document import Document, Sentence
from tellings.model.span import Span

__all__ = ["Run", "bag", "distance", "fold", "honorific", "in_list", "runs"]

WORD = re.compile(
    r"(?:[A-Z]\.)+(?:[A-Z]\b)?|\b(?:Mr|Mrs|Ms|Dr|St|Lt|Col|Gen|Sgt|Capt|Maj|Adm|Cmdr|Sen|Rep|Gov|Det"
    r"|Prof|Rev|Hon|Jr|Sr|Mt|Ft)\.(?=\s)|\w+(?:[’'&-]\w+)*|\S"
)


def bag(words_: str) -> frozenset[str]:
    """Give the words of a line as a set."""
    return frozenset(words_.split())


CONTRACTION = re.compile(r"(?:I|It|He|She|We|They|You|That|There|What|Who|Here|Let)[’']")
NOT_NAMES = bag(
    "i mr mrs ms monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december today yesterday "
    "tomorrow tonight"
)
LEADING = NOT_NAMES - {"mr", "mrs", "ms"}
"""Words that may stand capitalised before a name without belonging to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Capitalised words side by side."""

    span: Span
    words: tuple[str, ...]
    sentence: Sentence
    initial: bool
    """Whether it opens its sentence, where any word is capitalised."""


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Take case, accents and possessive endings off a name."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.lower()
    return plain.removesuffix("'s").removesuffix("'").strip(".")


def distance(one: str, other: str) -> int:
    """Count the letters to put in, leave out or change between two words (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


@cache
def in_list(*keys: str) -> frozenset[str]:
    """Give one or several lists of `titles.toml` as a set."""
    return frozenset(word for key in keys for word in words.load("titles")[key])


def honorific(word: str) -> bool:
    """Tell whether a word is a form of address or a rank: “Mr.”, “Lt.”."""
    return word.lower().strip(".") in in_list("honorifics", "abbreviated")


def runs(document: Document) -> Iterator[Run]:
    """Find the runs of capitalised words of a document's sentences, in text order."""
    openers = _openers()
    for sentence in document.sentences:
        pieces = tuple(WORD.finditer(document.source.text, sentence.span.start, sentence.span.end))
        words_ = tuple(piece.group() for piece in pieces)
        after = 0
        for at, word in enumerate(words_):
            if at < after or not word[0].isupper():
                continue
            after = _end(words_, at)
            first = at + (after > at and word in openers)
            while first < after and words_[first].lower() in LEADING:
                first += 1
            if first < after:
                yield _run(pieces[first:after], sentence, initial=first == 0)


@cache
def _openers() -> frozenset[str]:
    return frozenset(words.load("abbreviations")["openers"])


def _run(pieces: tuple[re.Match[str], ...], sentence: Sentence, *, initial: bool) -> Run:
    last = pieces[-1].group()
    cut = 2 if last.endswith(("'s", "’s")) else 0
    return Run(
        span=Span(pieces[0].start(), pieces[-1].end() - cut),
        words=(*(p.group() for p in pieces[:-1]), last[: len(last) - cut]),
        sentence=sentence,
        initial=initial,
    )


def _end(pieces: tuple[str, ...], start: int) -> int:
    """Find the piece after a run that begins at one; the start itself when none does."""
    if not _capital(pieces[start]):
        return start
    at = start + 1
    while at < len(pieces):
        word = pieces[at]
        if pieces[at - 1].endswith(("'s", "’s")):
            break
        if _capital(word) and word.lower() not in NOT_NAMES:
            at += 1
        elif (
            fold(word) in in_list("particles") and at + 1 < len(pieces) and _capital(pieces[at + 1])
        ) or (word.lower() in {"of", "for"} and _joined(pieces, start, at)):
            at += 2 if _capital(pieces[at + 1]) else 3
        else:
            break
    return min(at, len(pieces))


def _joined(pieces: tuple[str, ...], start: int, at: int) -> bool:
    """“Ministry of Defence”, “Institute for the Study …”: an organisation's name goes on."""
    before = fold(pieces[at - 1])
    if before not in in_list("organisation") | {"minister", "secretary", "ministers"}:
        return False
    following = pieces[at + 1 : at + 3]
    return (
        bool(following)
        and (
            _capital(following[0])
            or (following[0] == "the" and len(following) > 1 and _capital(following[1]))
        )
        and at > start
    )


def _capital(word: str) -> bool:
    return word[0].isupper() and not CONTRACTION.match(word)
