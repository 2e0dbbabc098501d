"""Every run of capitals that may name something, with what its sentence makes of it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter

from tellings.analysis.names.beside import personal
from tellings.analysis.names.capitals import LEADING, Run, fold, in_list, runs
from tellings.analysis.names.clues import Clues, clues
from tellings.analysis.names.people import ENDINGS, full_name, surname_alone
from tellings.data import words as words_
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Passage

__all__ = ["Heard", "hear", "in_order", "small_words"]

in_order = attrgetter("source", "start", "end")
"""What passages are sorted by."""

SMALL_WORD = re.compile(r"\b[a-z][\w’'-]*")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
PARTY = re.compile(r"[A-Z]-[A-Z]")
COMPOUND = re.compile(
    r"-(?:led|run|held|wide|era|esque|style|like|level|area|backed|born|made|for-\w+|[a-z]{2,}ed)$"
)
MOST = 0.7
"""The share of a sentence's longer words with capitals that makes it a headline's."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heard:
    """One printing of what may be a name; it equals itself alone."""

    passage: Passage
    run: Run
    words: tuple[str, ...]
    """The name without titles."""

    sure: bool
    """Whether its capitals mean a name: not those of a headline or of a sentence's first word."""

    text: str
    """The whole text it stands in."""

    @property
    def clues(self) -> Clues:
        """What stands beside it."""
        return clues(self.text, self.run)

    @property
    def printed(self) -> str:
        """The name as printed, without titles."""
        return " ".join(self.words)

    @property
    def full(self) -> bool:
        """Whether it looks like a person's full name."""
        return full_name(self.words) and not surname_alone(self.words)


def hear(tellings: tuple[Telling, ...], lower: Mapping[str, int]) -> tuple[Heard, ...]:
    """Find what may be names in all texts, in text order; `lower` counts their small words."""
    return tuple(one for telling in tellings for one in _heard(telling, lower))


def _heard(telling: Telling, lower: Mapping[str, int]) -> Iterator[Heard]:
    shouting, text = _shouting(telling), telling.text
    for run in runs(telling.document):
        words = personal(run.words)
        if _naming(run.words) and (run.words == words or _naming(words)):
            yield Heard(
                passage=run.span.within(telling.id),
                run=run,
                words=words,
                sure=run.sentence.id not in shouting and _sure(run, lower),
                text=text,
            )


def small_words(tellings: tuple[Telling, ...]) -> Counter[str]:
    """Count the words that the texts print in small letters."""
    return Counter(chain.from_iterable(SMALL_WORD.findall(one.text) for one in tellings))


def _shouting(telling: Telling) -> frozenset[str]:
    """Give the sentences that capitalise most of their words, as headlines do."""
    return frozenset(
        sentence.id for sentence in telling.document.sentences if _shouts(telling, sentence)
    )


def _shouts(telling: Telling, sentence: Sentence) -> bool:
    headline = sentence.part in {"title", "subhead"}
    if not headline and telling.text[sentence.span.end - 1] in ".!?”\"’'":
        return False
    said: list[str] = LONG_WORD.findall(telling.text, sentence.span.start, sentence.span.end)
    if not headline and len(said) < 4:
        return False
    return sum(w[0].isupper() for w in said) > MOST * len(said)


@lru_cache(maxsize=1 << 14)
def _naming(words: tuple[str, ...]) -> bool:
    """Tell whether words may be a name: no title, nationality, day or measure alone."""
    if not words or COMPOUND.search(words[-1]) or " ".join(words) in _adjectives():
        return False
    titles = in_list("roles", "portfolios", "nationalities", "honorifics", "no_names")
    if len(words) > 1:
        return not all(fold(w) in titles or fold(w).removesuffix("s") in titles for w in words)
    first = fold(words[0])
    if first in in_list("bodies"):
        return True
    return not (
        first in titles
        or first in LEADING | ENDINGS
        or first in in_list("place")
        or first in in_list("state_forms")
        or first.removesuffix("s") in titles
        or len(first) < 2
        or first[0].isdigit()
        or PARTY.match(words[0])
    )


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(words_.load("titles")["adjectives"].values())


def _sure(run: Run, lower: Mapping[str, int]) -> bool:
    if not run.initial:
        return True
    return len(run.words) > 1 and personal(run.words)[0].lower() not in lower
