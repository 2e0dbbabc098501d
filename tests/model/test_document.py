"""A document: its sentences, and which one holds a character."""

from tellings.model.document import Document, Sentence
from tellings.model.source import Block, Source
from tellings.model.span import Span


def two_sentences() -> Document:
    """Make a document of two sentences with a blank between."""
    text = "One ship. Two ships."
    source = Source(
        id="a",
        path="a.md",
        text=text,
        blocks=(Block(span=Span(0, len(text)), part="body", line=1),),
    )
    one, two = (
        Sentence(id=name, source="a", span=span, part="body", paragraph=0)
        for name, span in (("s-1", Span(0, 9)), ("s-2", Span(10, 20)))
    )
    return Document(source=source, sentences=(one, two))


def test_a_character_is_found_in_the_sentence_that_holds_it_alone() -> None:
    document = two_sentences()
    one, two = document.sentences
    found = [document.sentence_at(place) for place in range(len(document.source.text) + 1)]
    assert found == [one] * 9 + [None] + [two] * 10 + [None]


def test_things_are_sorted_by_the_sentence_they_begin_in() -> None:
    found = list(two_sentences().by_sentence([0, 8, 9, 12, 20], int))
    assert found == [(0, [0, 8]), (1, [12])]


def test_a_stretch_is_found_in_the_sentences_that_share_characters_with_it() -> None:
    document = two_sentences()
    one, two = document.sentences
    stretches = (Span(0, 9), Span(9, 10), Span(8, 11), Span(10, 12))
    found = [tuple(document.sentences_in(stretch)) for stretch in stretches]
    assert found == [(one,), (), (one, two), (two,)]
