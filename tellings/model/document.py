"""A source cut into sentences."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from tellings.model.source import Part, Source
from tellings.model.span import Passage, Span

__all__ = ["Document", "Sentence"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a source's text."""

    id: str
    """`s-` and six hex digits of its words; `-2` and so on for a repeat."""

    source: str
    span: Span
    part: Part
    paragraph: int
    """The index of its block in the source."""

    @property
    def passage(self) -> Passage:
        """The sentence as a passage."""
        return self.span.within(self.source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source and its sentences in text order."""

    source: Source
    sentences: tuple[Sentence, ...]

    def words(self, sentence: Sentence) -> str:
        """Give the sentence as it stands."""
        return sentence.span.of(self.source.text)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Find the sentence that holds a character, if one does."""
        after = bisect_right(self.sentences, offset, key=_start)
        sentence = self.sentences[after - 1] if after else None
        return sentence if sentence and offset < sentence.span.end else None

    def sentences_in(self, span: Span) -> Iterator[Sentence]:
        """Give the sentences that share characters with a stretch, in text order."""
        first = bisect_right(self.sentences, span.start, key=_end)
        for place in range(first, len(self.sentences)):
            if self.sentences[place].span.start >= span.end:
                return
            yield self.sentences[place]

    def by_sentence(
        self, things: Iterable[T], at: Callable[[T], int]
    ) -> Iterator[tuple[int, list[T]]]:
        """Give the number of each sentence with the things that begin in it, in text order.

        `at` gives the offset of a thing, and things come in its order. What begins between
        sentences is left out.
        """
        ends = [sentence.span.end for sentence in self.sentences]
        for number, group in groupby(things, key=lambda thing: bisect_right(ends, at(thing))):
            if number < len(ends):
                start = self.sentences[number].span.start
                yield number, [thing for thing in group if at(thing) >= start]


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def _end(sentence: Sentence) -> int:
    return sentence.span.end
