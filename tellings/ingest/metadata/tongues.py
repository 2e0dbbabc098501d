"""Paragraphs in a second language inside a text: they stay, and are marked for the editor’s eye."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tellings.ingest.layout import Laid
from tellings.ingest.metadata import stopwords
from tellings.model.source import Doubt

__all__ = ["KIND", "second"]

KIND = "other-language"
SENTENCES = 2
"""Full sentences that such paragraphs hold at least: a title or a motto is none."""

SENTENCE_END = re.compile(r"\w{2}[.!?…][\"”’'»)\]]*(?=\s|$)|[\u3002\uff01\uff1f\u061f\u0964]")
SHORTEST = 6
"""Words of the shortest line that is asked by itself."""


def second(article: Sequence[Laid], lang: str | None) -> tuple[Doubt, ...]:
    """Find the paragraphs on end that are surely in another language than the text’s `lang`."""
    return tuple(_second(article, lang.lower().partition("-")[0])) if lang else ()


def _second(article: Sequence[Laid], main: str) -> Iterator[Doubt]:
    body = [each for each in article if each.part == "body"]
    for tag, run in groupby(body, key=lambda each: _tongue(each.words, main)):
        lines = list(run)
        text = " ".join(each.words for each in lines)
        if tag == main or len(SENTENCE_END.findall(text)) < SENTENCES:
            continue
        found = stopwords.language(text)
        if found and found[0] == tag:
            yield from (Doubt(kind=KIND, lines=(each.line, each.line)) for each in lines)


def _tongue(words: str, main: str) -> str:
    """Tell a paragraph’s language; where it is too short or not sure, the text’s."""
    if words.isascii() and len(words.split()) < SHORTEST:
        return main
    return stopwords.nearest(words, main) or main
