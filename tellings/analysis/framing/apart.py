"""Words that no list foresees: what sets a text apart from the others and is like a listed word.

Weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008), the prior
being the words of all the texts together; and the nearness of a word’s vector to listed words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tellings.analysis.framing.lists import lists
from tellings.analysis.wording import days, number_words, stem, stop_words
from tellings.data import vectors
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Odd", "nearness", "set_apart", "units"]

SURE = 0.5
"""The least z-score of a word that sets a text apart."""

ALIKE, NEAREST = 0.55, 5
"""The least mean cosine of a word with the listed words nearest to it, and how many those are."""

SHORTEST = 4
LEAST = 2
"""No text alone is set apart."""

WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A word of a text’s title or first sentence that sets the text apart."""

    sentence: Sentence
    span: Span


def set_apart(tellings: tuple[Telling, ...]) -> Mapping[str, tuple[Odd, ...]]:
    """Find the words that set each text apart, by its id; a text that is alone has none."""
    if len(tellings) < LEAST:
        return {telling.id: () for telling in tellings}
    written = small(tellings)
    usual = [common(telling, written) for telling in tellings]
    counts = [Counter(map(stem, words)) for words in usual]
    whole: Counter[str] = Counter()
    for count in counts:
        whole.update(count)
    return {
        telling.id: tuple(
            odd
            for odd in opening(telling, frozenset(words))
            if score(stem(form(telling, odd)), count, whole, len(counts)) >= SURE
        )
        for telling, words, count in zip(tellings, usual, counts, strict=True)
    }


def score(word: str, here: Counter[str], whole: Counter[str], texts: int) -> float:
    """Give the z-score of the log-odds of a word in one text against the others."""
    total = whole.total()
    weight = total / texts
    prior = weight * whole[word] / total
    own, other = here[word] + prior, whole[word] - here[word] + prior
    rest, others = here.total() + weight - own, total - here.total() + weight - other
    if min(rest, others) <= 0:
        return 0.0  # A single word is all that is told.
    odds, against = math.log(own / rest), math.log(other / others)
    return round((odds - against) / math.sqrt(1 / own + 1 / other), 3)


def opening(telling: Telling, usual: frozenset[str]) -> Iterator[Odd]:
    """Give the usual words of a text’s title and first sentence that are like listed words."""
    for sentence in telling.document.sentences[:2]:
        for found in WORD.finditer(telling.text, sentence.span.start, sentence.span.end):
            word = found.group().lower()
            if word in usual and not known(word) and alike(word) >= ALIKE:
                yield Odd(sentence=sentence, span=Span(*found.span()))


def form(telling: Telling, odd: Odd) -> str:
    """Give a word in small letters."""
    return odd.span.of(telling.text).lower()


def known(word: str) -> bool:
    """Tell whether a list has a word."""
    return word in lists().loaded or word in lists().plain


def common(telling: Telling, written: frozenset[str]) -> list[str]:
    """Give the words of a text that are no names, numbers or words of grammar, in small letters."""
    words = (found.group().lower() for found in WORD.finditer(telling.text))
    return [word for word in words if word in written]


def small(tellings: tuple[Telling, ...]) -> frozenset[str]:
    """Give the words that the texts print mostly in small letters."""
    low: Counter[str] = Counter()
    high: Counter[str] = Counter()
    for telling in tellings:
        for sentence in telling.document.sentences:
            if sentence.part == "body":
                words = WORD.findall(telling.text, sentence.span.start + 1, sentence.span.end)
                low.update(word for word in words if word.islower())
                high.update(word.lower() for word in words if word[0].isupper())
    other = stop_words() | number_words().keys() | days()
    return frozenset(
        word
        for word, times in low.items()
        if len(word) >= SHORTEST and word not in other and 5 * high[word] <= times
    )


@cache
def alike(word: str) -> float:
    """Tell how near a word is to the listed words that are nearest to it."""
    return nearness(word, listed())


def nearness(word: str, others: "NDArray[np.float64]") -> float:
    """Give the mean cosine of a word with those nearest to it among other words' vectors."""
    import numpy as np  # noqa: PLC0415 - only builds that analyse need it

    near: list[float] = np.sort((others @ units((word,)).T).ravel())[::-1][:NEAREST].tolist()
    return round(sum(near) / len(near), 3)


@cache
def listed() -> "NDArray[np.float64]":
    """Give the vectors of the loaded words that are one word."""
    return units(tuple(sorted(word for word in lists().loaded if word.isalpha())))


def units(words: tuple[str, ...]) -> "NDArray[np.float64]":
    """Give the vectors of words, each of length 1."""
    import numpy as np  # noqa: PLC0415 - only builds that analyse need it

    rows = vectors.sums(words).astype(np.float64)
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    found: NDArray[np.float64] = rows / np.maximum(lengths, 1.0)
    return found
