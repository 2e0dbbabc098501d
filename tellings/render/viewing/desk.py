"""One page's way of looking at a digest: what it asks, and where its links lead."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tellings.model.document import Sentence
from tellings.model.findings import Claim, Frame
from tellings.model.span import Passage, Span
from tellings.render import urls, wording
from tellings.render.index import Index, Text
from tellings.render.phrases import ENGLISH, Phrases
from tellings.render.urls import Addresses
from tellings.render.views.common import Day, Link, Segment
from tellings.render.views.parts import ColumnView

__all__ = ["SHORT", "Desk", "day_view"]

SHORT = 90
"""How many characters of a claim's gist a list shows."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The tables of a digest and the links of the page that shows it."""

    index: Index
    at: Addresses

    @property
    def phrases(self) -> Phrases:
        """The fixed phrases of the pages."""
        return self.index.phrases

    @property
    def slug(self) -> str:
        """The event's folder."""
        return self.index.digest.event.slug

    def to_digest(self, anchor: str = "") -> str:
        """Link to the digest, or to a place in it."""
        return self.at.to(urls.digest(self.slug), anchor)

    def to_source(self, source: str) -> str:
        """Link to a source's page."""
        return self.at.to(urls.source(self.slug, source))

    def to_sentence(self, passage: Passage) -> str:
        """Link to the sentence that a passage begins in; to its text where no page shows it."""
        sentence = self.index.sentence(passage)
        hidden = self.index.hidden
        shown = sentence is not None and not (hidden and sentence.passage in hidden)
        anchor = sentence.id if sentence and shown else ""
        return self.at.to(urls.source(self.slug, passage.source), anchor)

    def claim(self, claim: Claim) -> Link:
        """Link to a claim by its number."""
        words = self.phrases.text("claim %(number)s", number=self.index.numbers[claim.id])
        return Link(words=words, href=self.to_digest(claim.id))

    def share(self, claim: Claim) -> str:
        """Say how many texts tell a claim: "2 of 4 texts"."""
        told = self.index.told_in(claim)
        if not told:
            return self.phrases.text("in no text that counts")
        texts = wording.count(len(self.index.counted), "text", self.phrases)
        return self.phrases.text("%(told)s of %(texts)s", told=told, texts=texts)

    def teller(self, passage: Passage) -> Link:
        """Link to a passage's sentence by the name of its text."""
        text = self.index.every_text[passage.source]
        return Link(words=text.label, href=self.to_sentence(passage))

    def tellers(self, passages: Iterable[Passage]) -> tuple[Link, ...]:
        """Link to the first sentence in each text, in the order given."""
        first: dict[str, Passage] = {}
        for passage in passages:
            first.setdefault(self.index.every_text[passage.source].id, passage)
        return tuple(self.teller(passage) for passage in first.values())

    def column(self, text: Text) -> ColumnView:
        """Show a text as a column or row of a table."""
        files = wording.count(len(text.files), "file", self.phrases) if len(text.files) > 1 else ""
        return ColumnView(label=text.label, href=self.to_source(text.id), files=files)

    def file(self, source: str) -> str:
        """Name one of the files of a text, by its own name where their outlet is the same."""
        label = self.index.source(source).label
        files = self.index.every_text[source].files
        alike = sum(self.index.source(file).label == label for file in files) > 1
        return (
            self.phrases.text("%(label)s (file %(source)s)", label=label, source=source)
            if alike
            else label
        )

    def numbered(self, sentence: Sentence) -> str:
        """Name a sentence by its number: "sentence 4", "headline"."""
        if sentence.part == "title":
            return self.phrases.text("headline")
        return self.phrases.text("sentence %(number)s", number=self.index.ordinal(sentence))

    def kinds(self, found: Iterable[str]) -> str:
        """Name kinds of difference."""
        return self.phrases.text(", ").join(map(self.phrases.text, found))

    def segments(self, source: str, span: Span, told: Iterable[Span] = ()) -> tuple[Segment, ...]:
        """Cut a stretch of text where marks begin and end; loaded words go before told ones."""
        text = self.index.tellings[source].text
        marks = [(mark, "told") for mark in told if not mark.holds(span)]
        marks += [(frame.passage.span, "loaded") for frame in self.loaded(source, span)]
        if not marks:
            return (Segment(words=wording.shown(span.of(text)), mark=""),)
        cuts = {span.start, span.end}
        for mark, _ in marks:
            cuts |= {min(max(edge, span.start), span.end) for edge in (mark.start, mark.end)}
        edges = sorted(cuts)
        pieces: list[tuple[str, str]] = []
        for start, end in pairwise(edges):
            kinds = {kind for mark, kind in marks if mark.start <= start and end <= mark.end}
            kind = "loaded" if "loaded" in kinds else "told" if kinds else ""
            if pieces and pieces[-1][1] == kind:
                pieces[-1] = (pieces[-1][0] + text[start:end], kind)
            else:
                pieces.append((text[start:end], kind))
        shown = [(spaced(words), mark) for words, mark in pieces]
        shown[0] = (shown[0][0].lstrip(), shown[0][1])
        shown[-1] = (shown[-1][0].rstrip(), shown[-1][1])
        return tuple(Segment(words=words, mark=mark) for words, mark in shown)

    def loaded(self, source: str, span: Span) -> tuple[Frame, ...]:
        """Give the loaded words that a text puts inside somebody else's attribution."""
        frames = self.index.loaded.get(source, ())
        inside = ((frame, frame.passage) for frame in frames)
        return tuple(f for f, at in inside if at.start < span.end and span.start < at.end)

    def rule(self, source: str, span: Span) -> tuple[str, str]:
        """Give the class and the words for the voice of a stretch of text."""
        if self.loaded(source, span):
            return "loaded", self.phrases.text(wording.VOICES["own_inside_attribution"])
        voice = self.index.voice_of(span.within(source))
        names = {"own": "own", "attributed": "attributed", "direct_quote": "quoted"}
        return names.get(voice, "loaded"), self.phrases.text(wording.VOICES[voice])


def spaced(words: str) -> str:
    """Give a piece of a sentence as a page prints it, the spaces at its edges kept."""
    shown = wording.shown(words)
    left = " " if shown and words[:1].isspace() else ""
    right = " " if shown and words[-1:].isspace() else ""
    return f"{left}{shown}{right}" if shown else (" " if words else "")


def day_view(
    date: str | None,
    time: str | None = None,
    zone: str | None = None,
    *,
    phrases: Phrases = ENGLISH,
) -> Day | None:
    """Show a date; None when there is none."""
    if not date:
        return None
    return Day(
        words=wording.day(date, time, zone, phrases=phrases),
        machine=wording.machine_day(date, time),
    )
