"""The words of a sentence, folded so that two printings of one thing look alike."""

import re
import string
from collections.abc import Iterable
from functools import cache, lru_cache

from tellings.data import words

__all__ = [
    "Word",
    "content",
    "days",
    "five_grams",
    "fold",
    "judging",
    "leaning",
    "negated",
    "negations",
    "number_words",
    "small_letters",
    "stem",
    "stems",
    "stop_words",
    "tokens",
    "turned",
    "words_in",
]

FOLDED = str.maketrans(
    dict.fromkeys("“”„«»″", '"')
    | dict.fromkeys("‘’\u201a\u2032`", "'")
    | {"–": "-", "—": "-", "\u00a0": " "}
)
TOKEN = re.compile(r"\d[\d,.]*\d|\d+|[^\W\d_]+(?:'[^\W\d_]+)?")

SPACED = bytes(code if chr(code) in string.ascii_lowercase else 32 for code in range(256))
"""Turns every character but the small letters of English into a space."""

Word = str

ENDINGS = (
    ("ies", "y"),
    ("sses", "ss"),
    ("ese", ""),
    ("ians", ""),
    ("ian", ""),
    ("ations", "at"),
    ("ation", "at"),
    ("ings", ""),
    ("ing", ""),
    ("ers", ""),
    ("ments", ""),
    ("ment", ""),
    ("edly", ""),
    ("ied", "y"),
    ("ed", ""),
    ("es", ""),
    ("er", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
)
"""A light suffix stripper: plurals, tenses, adverbs and the adjectives of countries."""


def fold(text: str) -> str:
    """Give a text with plain marks and dashes; no character is added or lost."""
    return text.replace("`", "'") if text.isascii() else folded(text)


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """Fold a text that has other than plain letters."""
    return text.translate(FOLDED)


@lru_cache(maxsize=8)
def small_letters(text: str) -> str:
    """Give a text in small letters, character for character; where one grows, it stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


@lru_cache(maxsize=8)
def words_in(lower: str) -> frozenset[Word]:
    """Give the words from “a” to “z” that a text in small letters holds."""
    # Through bytes this costs a third of what an expression does.
    spaced = lower.encode("latin-1", "replace").translate(SPACED)
    return frozenset(spaced.decode("ascii").split())


@lru_cache(maxsize=1 << 14)
def tokens(text: str) -> tuple[Word, ...]:
    """Cut a text into words and figures, as printed."""
    return tuple(TOKEN.findall(fold(text)))


@cache
def stem(word: Word) -> Word:
    """Strip a word, in small letters, of its ending."""
    bare = word.removesuffix("'s").replace("'", "")
    if len(bare) < 4 or bare[0].isdigit():
        return bare
    if len(bare) == 4:
        return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare
    for ending, new in ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)] + new
            break
    if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "sl":
        bare = bare[:-1]
    return bare[:-1] if len(bare) > 4 and bare.endswith("e") else bare


@lru_cache(maxsize=1 << 14)
def content(text: str) -> tuple[Word, ...]:
    """Give the stems of a text's content words, in order."""
    return stems(token.lower() for token in tokens(text))


def stems(lower: Iterable[Word]) -> tuple[Word, ...]:
    """Give the stems of those among words, in small letters, that carry content."""
    stop = stop_words()
    return tuple(stem(word) for word in lower if word not in stop)


def five_grams(text: str) -> frozenset[tuple[Word, ...]]:
    """Give every run of five words, in small letters."""
    run = tuple(token.lower() for token in tokens(text))
    return frozenset(run[at : at + 5] for at in range(len(run) - 4))


@cache
def listed(name: str) -> frozenset[Word]:
    """Read one list of stopwords.toml."""
    return frozenset(words.load("stopwords")[name].split())


def stop_words() -> frozenset[Word]:
    """Give the words that carry grammar and not news."""
    return listed("stop")


def days() -> frozenset[Word]:
    """Give the names of days and months."""
    return listed("days")


def leaning() -> frozenset[Word]:
    """Give the first words that make a sentence lean on the one before."""
    return listed("leaning")


def negations() -> frozenset[Word]:
    """Give the words that turn a statement round."""
    return listed("negations")


@cache
def number_words() -> dict[Word, float]:
    """Give the numbers that are written as words, articles left out."""
    values: dict[Word, float] = words.load("number_words")["values"]
    return {word: float(value) for word, value in values.items() if word not in stop_words()}


def negated(text: str) -> bool:
    """Tell whether a text turns its statement round."""
    return turned(token.lower() for token in tokens(text))


def turned(lower: Iterable[Word]) -> bool:
    """Tell whether words, in small letters, turn a statement round."""
    turning = negations()
    return any(word in turning or word.endswith("n't") for word in lower)


@cache
def judging() -> frozenset[Word]:
    """Give the single words that judge while they name."""
    table = words.load("loaded")
    groups = [*table["families"].values(), *table["words"].values()]
    listed_words = (word for group in groups for word in group["loaded"])
    return frozenset(word for word in listed_words if word.isalpha())
