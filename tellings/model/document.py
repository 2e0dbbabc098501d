"""A source cut into sentences."""

from bisect import bisect_right
from dataclasses import dataclass

from tellings.model.source import Part, Source
from tellings.model.span import Passage, Span

__all__ = ["Document", "Sentence"]


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


def _start(sentence: Sentence) -> int:
    return sentence.span.start
