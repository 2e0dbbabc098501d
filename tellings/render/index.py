"""A digest made quick to ask: which sentence, which text, which claim."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tellings.model.digest import Digest, Standing
from tellings.model.document import Sentence
from tellings.model.findings import (
    Claim,
    Cover,
    Difference,
    Frame,
    Mention,
    Name,
    Telling,
    Voice,
)
from tellings.model.source import Source
from tellings.model.span import Passage, Span
from tellings.render import excerpts, naming, wording
from tellings.render.naming import Called
from tellings.render.phrases import ENGLISH, Phrases

__all__ = ["Index", "Text", "index", "sharpness"]

RELATIONS = ("conflict", "update", "part", "compatible")

DAY = len("2026-03-04")

HEAD = 28
"""So many characters of a headline name a text beside another."""

LOADED = "own_inside_attribution"

Place = tuple[str, int, int]
"""A source, and where a stretch of it begins and ends."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Text:
    """Files that are one text, counted once."""

    id: str
    """The source that speaks for the group."""

    files: tuple[str, ...]
    label: str
    """What pages call it: an outlet, or "Coastwire copy" for an agency's copy in several."""


# Without slots, so that a table which only some pages ask for is made when it is first asked for.
@dataclass(frozen=True, kw_only=True, eq=False)
class Index:
    """A digest and the tables to look things up in it."""

    digest: Digest
    phrases: Phrases
    """What the pages say in their own words."""

    tellings: Mapping[str, Telling]
    starts: Mapping[str, tuple[int, ...]]
    """Where the sentences of each source begin."""

    every_text: Mapping[str, Text]
    """By source id; sources of one group share one text."""

    texts: tuple[Text, ...]
    """The texts that the analysis reads, in order of their files."""

    claims: Mapping[str, Claim]
    """In the order of the digest page."""

    numbers: Mapping[str, int]
    """The claims' ordinals in that order, from 1."""

    covers: Mapping[str, Cover]
    differences: Mapping[str, tuple[Difference, ...]]
    """By claim, the sharpest first."""

    told: Mapping[str, tuple[tuple[Claim, Mention], ...]]
    """Every mention by source, with its claim."""

    frames: Mapping[str, tuple[Frame, ...]]
    """By source, in text order."""

    hidden: frozenset[Passage]
    """The sentences that no page shows."""

    def source(self, source: str) -> Source:
        """Give a source's own facts."""
        return self.tellings[source].document.source

    def words(self, passage: Passage) -> str:
        """Give the words of a passage as a page prints them."""
        return wording.shown(passage.of(self.tellings[passage.source].text))

    def sentence(self, passage: Passage) -> Sentence | None:
        """Find the sentence that a passage begins in."""
        at = bisect_right(self.starts[passage.source], passage.start) - 1
        sentences = self.tellings[passage.source].document.sentences
        return sentences[at] if at >= 0 and passage.start < sentences[at].span.end else None

    def ordinal(self, sentence: Sentence) -> int:
        """Give a sentence's number in its text, from 1."""
        return bisect_right(self.starts[sentence.source], sentence.span.start)

    def claims_in(self, source: str, span: Span) -> tuple[Claim, ...]:
        """Give the claims told in a stretch of a source's text, in reading order."""
        found = {
            claim.id
            for sentence in self.tellings[source].document.sentences_in(span)
            for claim, mention in self.told_at.get((source, sentence.span.start), ())
            if mention.passage.start < span.end and span.start < mention.passage.end
        }
        return tuple(self.claims[id_] for id_ in sorted(found, key=self.numbers.__getitem__))

    @cached_property
    def told_at(self) -> Mapping[tuple[str, int], tuple[tuple[Claim, Mention], ...]]:
        """Every mention by where the sentences begin that it stands in, with its claim."""
        found: dict[tuple[str, int], list[tuple[Claim, Mention]]] = defaultdict(list)
        for source, mentions in self.told.items():
            for claim, mention in mentions:
                document = self.tellings[source].document
                for sentence in document.sentences_in(mention.passage.span):
                    found[source, sentence.span.start].append((claim, mention))
        return {place: tuple(mentions) for place, mentions in found.items()}

    @cached_property
    def voices(self) -> Mapping[Place, Voice]:
        """Whose words each sentence is."""
        return {
            (telling.id, sentence.span.start, sentence.span.end): telling.voice_of(sentence.span)
            for telling in self.digest.tellings
            for sentence in telling.document.sentences
        }

    def voice_of(self, passage: Passage) -> Voice:
        """Tell whose words a passage is: what at least half of it stands in."""
        voice = self.voices.get((passage.source, passage.start, passage.end))
        return voice or self.tellings[passage.source].voice_of(passage.span)

    @cached_property
    def loaded(self) -> Mapping[str, tuple[Frame, ...]]:
        """By source: the loaded words that it puts inside somebody else's attribution."""
        inside = (
            (id_, tuple(f for f in fs if f.voice == LOADED)) for id_, fs in self.frames.items()
        )
        return {source: frames for source, frames in inside if frames}

    @cached_property
    def called(self) -> Mapping[Called, Name]:
        """The one person that each text's name of a speaker means."""
        return naming.speakers(self.digest)

    @cached_property
    def counted(self) -> tuple[Text, ...]:
        """The texts that count: those left aside that the editor shows and does not count."""
        apart = self.digest.lineage.uncounted
        return tuple(text for text in self.texts if any(file not in apart for file in text.files))

    def told_in(self, claim: Claim) -> int:
        """Count the texts that tell a claim, of those that count."""
        return sum(text in self.counted for text in self.texts_of(claim))

    @cached_property
    def telling(self) -> Mapping[str, tuple[Text, ...]]:
        """The texts that tell each claim, that of its gist first, once each."""
        return {
            claim.id: tuple(
                dict.fromkeys(self.every_text[id_] for id_ in (claim.gist.source, *claim.sources))
            )
            for claim in self.claims.values()
        }

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Whether texts agree on each claim, differ in it, or only one tells it."""
        return {claim.id: self.digest.standing(claim) for claim in self.claims.values()}

    def texts_of(self, claim: Claim) -> tuple[Text, ...]:
        """Give the texts that tell a claim, that of its gist first, once each."""
        return self.telling[claim.id]

    @cached_property
    def gists(self) -> Mapping[str, str]:
        """The words that stand for each claim."""
        return {claim.id: self.words_for(claim) for claim in self.claims.values()}

    def gist(self, claim: Claim) -> str:
        """Give the words that stand for a claim, with "…" where their sentence is cut."""
        return self.gists[claim.id]

    def words_for(self, claim: Claim) -> str:
        """Find the words that stand for a claim."""
        words = self.words(claim.gist)
        sentence = self.sentence(claim.gist)
        if sentence is None:
            return words
        text = self.tellings[claim.gist.source].text
        before = text[sentence.span.start : claim.gist.start]
        after = text[claim.gist.end : max(claim.gist.end, sentence.span.end)]
        cut_before = "… " if any(map(str.isalnum, before)) else ""
        cut_after = " …" if any(map(str.isalnum, after)) else ""
        return f"{cut_before}{words}{cut_after}"


def index(digest: Digest, phrases: Phrases = ENGLISH) -> Index:
    """Make the tables of a digest."""
    tellings = {telling.id: telling for telling in digest.tellings}
    every = texts_by_source(digest, phrases)
    english = [t.id for t in digest.tellings if t.document.source.english]
    claims = in_page_order(digest, every)
    differences: dict[str, list[Difference]] = defaultdict(list)
    for difference in sorted(digest.differences, key=sharpness):
        differences[difference.claim].append(difference)
    told: dict[str, list[tuple[Claim, Mention]]] = defaultdict(list)
    for claim in digest.claims:
        for mention in claim.mentions:
            told[mention.passage.source].append((claim, mention))
    frames: dict[str, list[Frame]] = defaultdict(list)
    for frame in sorted(digest.frames, key=lambda frame: (frame.passage, frame.target)):
        frames[frame.passage.source].append(frame)
    return Index(
        digest=digest,
        hidden=excerpts.hidden(digest),
        phrases=phrases,
        tellings=tellings,
        starts={
            t.id: tuple(sentence.span.start for sentence in t.document.sentences)
            for t in digest.tellings
        },
        every_text=every,
        texts=tuple(dict.fromkeys(every[source] for source in english)),
        claims={claim.id: claim for claim in claims},
        numbers={claim.id: number for number, claim in enumerate(claims, start=1)},
        covers={cover.claim: cover for cover in digest.covers},
        differences={claim: tuple(found) for claim, found in differences.items()},
        told={source: tuple(found) for source, found in told.items()},
        frames={source: tuple(found) for source, found in frames.items()},
    )


def in_page_order(digest: Digest, texts: Mapping[str, Text]) -> tuple[Claim, ...]:
    """Order claims as the page does: by section, and in it those of several texts first."""
    claims = {claim.id: claim for claim in digest.claims}
    listed = [claims[id_] for section in digest.sections for id_ in section.claims]
    section_of = {id_: n for n, s in enumerate(digest.sections) for id_ in s.claims}
    rest = [claim for claim in digest.claims if claim.id not in section_of]

    def place(claim: Claim) -> tuple[int, bool]:
        alone = len({texts[source].id for source in claim.sources}) == 1
        return section_of.get(claim.id, len(digest.sections)), alone

    return tuple(sorted([*listed, *rest], key=place))


def sharpness(difference: Difference) -> tuple[int, int]:
    """Give a key that puts the sharpest difference first: conflicts, then by kind."""
    return RELATIONS.index(difference.relation), wording.KINDS.index(difference.kind)


def texts_by_source(digest: Digest, phrases: Phrases) -> dict[str, Text]:
    """Name every source's text, no two texts alike."""
    sources = {t.id: t.document.source for t in digest.tellings}
    groups = [tuple(id_ for id_ in group if id_ in sources) for group in digest.lineage.texts]
    grouped = {id_ for group in groups for id_ in group}
    groups += [(id_,) for id_ in sources if id_ not in grouped]
    labels = {group: label_of(group, sources, digest, phrases) for group in groups if group}
    texts: dict[str, Text] = {}
    for group, label in labels.items():
        alike = [sources[other[0]] for other, same in labels.items() if same == label]
        text = Text(
            id=group[0], files=group, label=told_apart(label, sources[group[0]], alike, phrases)
        )
        texts.update(dict.fromkeys(group, text))
    return texts


def told_apart(label: str, one: Source, alike: Sequence[Source], phrases: Phrases) -> str:
    """Name one of several texts of a name by its day, by its headline’s first words or its file.

    The first of these that no other text of the name has tells it apart.
    """
    if len(alike) == 1:
        return label
    days = [(source.published or "")[:DAY] for source in alike]
    own = (one.published or "")[:DAY]
    if own and days.count(own) == 1:
        return f"{label} ({wording.day(own, phrases=phrases)})"
    heads = [wording.clip(wording.shown(source.title or ""), HEAD) for source in alike]
    head = wording.clip(wording.shown(one.title or ""), HEAD)
    if head and heads.count(head) == 1:
        return phrases.text("%(label)s (“%(words)s”)", label=label, words=head)
    return f"{label} ({one.id})"


def label_of(
    group: tuple[str, ...], sources: Mapping[str, Source], digest: Digest, phrases: Phrases
) -> str:
    """Name a group of files: their outlet, the agency whose copy they are, or both outlets."""
    labels = tuple(dict.fromkeys(sources[id_].label for id_ in group))
    if len(labels) == 1:
        return labels[0]
    for origin in digest.lineage.origins:
        if origin.kind == "agency" and set(group) <= set(origin.sources):
            return phrases.text("%(origin)s copy", origin=origin.name)
    if len(labels) == 2:
        return wording.listed(labels, phrases)
    return phrases.text(
        "%(labels)s and %(more_files)s",
        labels=labels[0],
        more_files=wording.count(len(labels) - 1, "more file", phrases),
    )
