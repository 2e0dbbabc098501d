"""Every run of capitals that may name something, with what its sentence makes of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter

from tellings.analysis.names.beside import personal
from tellings.analysis.names.capitals import LEADING, Run, fold, in_list, runs
from tellings.analysis.names.clues import Clues, clues
from tellings.analysis.names.forms import Form, form
from tellings.analysis.names.people import ENDINGS
from tellings.analysis.wording import words_in
from tellings.data import words as words_
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Passage

__all__ = ["Heard", "SmallWords", "hear", "in_order"]

in_order = attrgetter("source", "start", "end")
"""What passages are sorted by."""

JOINED = re.compile(r"[\w’'-]")
SMALL_WORD = re.compile(r"\b[a-z][\w’'-]*")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
PARTY = re.compile(r"[A-Z]-[A-Z]")
COMPOUND = re.compile(
    r"-(?:led|run|held|wide|era|esque|style|like|level|area|backed|born|made|for-\w+|[a-z]{2,}ed)$"
)
MOST = 0.7
"""The share of a sentence's longer words with capitals that makes it a headline's."""


class SmallWords:
    """How often texts print a word in small letters, counted when it is asked."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple((text, words_in(text)) for text in texts)
        self._counted: dict[str, int] = {}

    def times(self, word: str) -> int:
        """Count a word, given in small letters."""
        if word not in self._counted:
            plain = word.isascii() and word.isalpha()
            self._counted[word] = sum(
                _times(word, text) for text, said in self._texts if word in said or not plain
            )
        return self._counted[word]


def _times(word: str, text: str) -> int:
    """Count a word in a text; what a hyphen or an apostrophe joins is one word."""
    found, at = 0, text.find(word) if SMALL_WORD.match(word) else -1
    while at >= 0:
        end = at + len(word)
        if not JOINED.match(text, end) and _opens(text, at):
            found += 1
        at = text.find(word, end)
    return found


def _opens(text: str, at: int) -> bool:
    """Tell whether the first small letter of what is joined to a word is the word's own."""
    start = at
    while start and JOINED.match(text, start - 1):
        start -= 1
    opening = SMALL_WORD.search(text, start, at + 1)
    return opening is not None and opening.start() == at


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """One printing of what may be a name; it equals itself alone."""

    passage: Passage
    run: Run
    form: Form
    """The name without titles."""

    whole: Form
    """The name with titles."""

    sure: bool
    """Whether its capitals mean a name: not those of a headline or of a sentence's first word."""

    text: str
    """The whole text it stands in."""

    @property
    def clues(self) -> Clues:
        """What stands beside it."""
        return clues(self.text, self.run)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, without titles."""
        return self.form.words


def hear(tellings: tuple[Telling, ...], small: SmallWords) -> tuple[Heard, ...]:
    """Find what may be names in all texts, in text order."""
    return tuple(one for telling in tellings for one in _heard(telling, small))


def _heard(telling: Telling, small: SmallWords) -> Iterator[Heard]:
    shouting, text, id_ = _shouting(telling), telling.text, telling.id
    for run in runs(telling.document):
        words = run.words
        name = personal(words)
        if _naming(words) and (name is words or _naming(name)):
            whole, span = form(words), run.span
            sure = run.sentence.id not in shouting and _sure(run, name, small)
            named = whole if name is words else form(name)
            yield Heard(Passage(id_, span.start, span.end), run, named, whole, sure, text)


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


def _sure(run: Run, name: tuple[str, ...], small: SmallWords) -> bool:
    return not run.initial or (len(run.words) > 1 and not small.times(name[0].lower()))
