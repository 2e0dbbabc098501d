"""The parsers of a text's own words: sentences, dates, quantities, who says what."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from tellings.analysis import attributions, clauses, dates, numbers, quotations, sentences
from tellings.analysis.study import study, tell
from tellings.model.document import Document
from tellings.model.event import Event
from tellings.model.findings import Telling
from tellings.model.source import Source
from tellings.model.span import Passage
from tellings.render import export
from tests.fuzz.promises import countable, in_calendar, inside, keep, parted, spans_stand_in
from tests.making import source as made
from tests.projects import LEDGER

__all__ = ["PARSERS"]

DAY = "2026-03-04"


def split(source: Source) -> None:
    """Sentences."""
    parted(sentences.split(source))


def date(source: Source) -> None:
    """Dated words, once with the article's day and once without."""
    document = sentences.split(source)
    for day in (DAY, None):
        found = dates.find(document, day)
        in_one_sentence(document, [one.passage for one in found])
        for one in found:
            in_calendar(one)


def count(source: Source) -> None:
    """Quantities."""
    document = sentences.split(source)
    found = numbers.find(document)
    in_one_sentence(document, [one.passage for one in found])
    for one in found:
        countable(one)


def in_one_sentence(document: Document, found: list[Passage]) -> None:
    """Hold that what was found stands in the text's order, each in one sentence."""
    for passage in inside(found, (document.source,), "what is found"):
        sentence = document.sentence_at(passage.start)
        keep(sentence and sentence.span.holds(passage), "it stands in one sentence", passage)
    for one, other in pairwise(found):
        keep(one.end <= other.start, "nothing is read twice", one, other)


def attribute(source: Source) -> None:
    """Who is given as saying what."""
    found = attributions.find(sentences.split(source))
    for one in found:
        places = (one.content, one.speaker_at, one.cue_at)
        list(inside(places, (source,), "an attribution"))
        words = one.content.of(source.text)
        keep(words == words.strip(), "what is said begins and ends with words", words)
        cue = one.cue_at
        if cue is not None and one.speaker_at is not None:
            shared = cue.span.shared(one.speaker_at.span)
            keep(not shared, "who speaks is not the cue", cue.of(source.text))
    contents = [one.content for one in found]
    keep(contents == sorted(contents), "they are in the text's order")


def gather(source: Source) -> None:
    """Quotations that another text prints too."""
    half = made(source.text[: len(source.text) // 2] or "a", id="b")
    texts = (source, made(source.text, id="c"), half)
    found = quotations.gather(tuple(tell(text, DAY) for text in texts))
    for one in found:
        list(inside(one.printings, texts, "a printing"))
        keep(len({place.source for place in one.printings}) > 1, "several texts print it")


def cut(source: Source) -> None:
    """Clauses: those that are shown, and finer ones."""
    document = sentences.split(source)
    telling = Telling(document=document, attributions=attributions.find(document))
    quotes = [one.content.span for one in telling.attributions if one.kind == "direct"]
    for sentence in document.sentences:
        found = clauses.cut(telling, sentence.span, quotes)
        spans_stand_in(source.text, found, "clauses")
        keep(found and all(sentence.span.holds(one) for one in found), "inside their sentence")
        words = document.words(sentence)
        spans_stand_in(words, clauses.pieces(words), "pieces")


def whole(source: Source) -> None:
    """A whole digest: the text, and another that ends with its second half."""
    other = made(f"{LEDGER}\n\n{source.text[len(source.text) // 2 :]}", id="b")
    event = Event(slug="harbour", path="event.md", title="Port", on=DAY, sources=(source, other))
    digest = study(event)
    problems = export.check(digest)
    keep(not problems, "every finding lies inside its text", problems)
    for claim in digest.claims:
        keep(claim.mentions, "a claim is told somewhere", claim)
        list(inside([claim.gist, *(one.passage for one in claim.mentions)], event.sources, "it"))
    placed = [claim for section in digest.sections for claim in section.claims]
    keep(sorted(placed) == sorted(claim.id for claim in digest.claims), "each claim is read once")


PARSERS: Mapping[str, Callable[[Source], None]] = {
    "sentences": split,
    "dates": date,
    "numbers": count,
    "attributions": attribute,
    "quotations": gather,
    "clauses": cut,
    "study": whole,
}
