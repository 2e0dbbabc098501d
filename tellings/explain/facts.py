"""What is held about the sentences in which some words stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tellings.analysis.correcting.entries import touches
from tellings.explain.entries import entries
from tellings.explain.weighing import Weighing
from tellings.model.digest import Digest
from tellings.model.document import Sentence
from tellings.model.findings import Claim, Mention, Name, Telling
from tellings.model.span import Passage
from tellings.reading.corrections.words import places

__all__ = ["Fact", "Held", "explain", "held"]

SHORT = 100
"""How many characters of a sentence that stands elsewhere are repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is held."""

    about: str
    """A word for the kind: “voice”, “claim 3”."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """All that is held about one sentence."""

    source: str
    name: str
    """“headline”, “sentence 4”."""

    words: str
    facts: tuple[Fact, ...] = ()
    entries: tuple[str, ...] = ()
    """Entries of corrections.toml that would change it, with what holds now filled in."""


def explain(digest: Digest, words: str) -> tuple[Held, ...]:
    """Explain each sentence in which the words stand, in order of source and place.

    The same sentence in another file of one text is named, and not explained again.
    """
    found: list[Held] = []
    weighing: Weighing | None = None
    copies: dict[tuple[str, str], str] = {}
    for telling in digest.tellings:
        met: set[int] = set()
        for span in places(words, telling.text):
            sentence = telling.document.sentence_at(span.start)
            if sentence is None or sentence.span.start in met:
                continue
            met.add(sentence.span.start)
            said = plain(telling.document.words(sentence))
            first = copies.setdefault((digest.lineage.text_of(telling.id), said), telling.id)
            weighing = weighing or Weighing(digest)
            one = held(digest, telling, sentence, span.within(telling.id), weighing)
            if first != telling.id:
                same = Fact(
                    about="copy", words=f"the same words as in {first}, of one text with it"
                )
                one = replace(one, facts=(same,), entries=())
            found.append(one)
    return tuple(found)


def held(
    digest: Digest,
    telling: Telling,
    sentence: Sentence,
    place: Passage | None = None,
    weighing: Weighing | None = None,
) -> Held:
    """Explain a sentence; `place` is the part of it that is asked about.

    With `weighing` it says which signals hold it to the others of its claims.
    """
    near = weighing.of(sentence.passage) if weighing else {}
    number = telling.document.sentences.index(sentence) + 1
    return Held(
        source=telling.id,
        name="headline" if sentence.part == "title" else f"sentence {number}",
        words=plain(telling.document.words(sentence)),
        facts=tuple(facts(digest, telling, sentence.passage, near)),
        entries=entries(digest, place or sentence.passage, sentence.passage),
    )


def facts(
    digest: Digest, telling: Telling, sentence: Passage, near: Mapping[Passage, str]
) -> Iterator[Fact]:
    """Give what is held about a sentence; `near` says why others are held to tell the same."""
    yield from of_voice(telling, sentence)
    for date in telling.dates:
        if touches(date.passage, sentence):
            past = "; history, not the story" if date.background else ""
            words = f"“{date.passage.of(telling.text)}” is {date.date}: {date.basis}{past}"
            yield Fact(about="date", words=words)
    for one in telling.quantities:
        if touches(one.passage, sentence):
            unit = " ".join(filter(None, (one.unit, one.counts)))
            words = (
                f"“{one.passage.of(telling.text)}” is {one.bound} {one.value:,.15g} {unit}".strip()
            )
            yield Fact(about="number", words=words)
    if names := [name for name in digest.names if any(touches(p, sentence) for p in name.mentions)]:
        yield Fact(about="names", words="; ".join(map(named, names)))
    for claim in digest.claims:
        for mention in claim.mentions:
            if touches(mention.passage, sentence):
                yield from of_claim(digest, claim, mention, near)
    yield from of_stance(digest, sentence)


def named(name: Name) -> str:
    """Give a name with its kind and its other forms."""
    also = f", also {', '.join(name.variants)}" if name.variants else ""
    return f"{name.name} ({name.kind}{also})"


def of_voice(telling: Telling, sentence: Passage) -> Iterator[Fact]:
    """Say whose words a sentence is, and what in it is given as whose."""
    voices = {
        "own": "the text's own",
        "attributed": "given as somebody's",
        "direct_quote": "quoted",
    }
    voice = telling.voice_of(sentence.span)
    yield Fact(about="voice", words=voices.get(voice, voice))
    for given in telling.attributions:
        if touches(given.content, sentence):
            cue = f", by “{given.cue_at.of(telling.text)}”" if given.cue_at else ""
            yield Fact(
                about=given.kind,
                words=f"“{plain(given.content.of(telling.text))}”: "
                f"{given.speaker or 'nobody is named'}{cue}{editor(given.set_by)}",
            )


def of_claim(
    digest: Digest, claim: Claim, mention: Mention, near: Mapping[Passage, str]
) -> Iterator[Fact]:
    """Say which claim a sentence tells, how close it is, and how it is told elsewhere."""
    number = next(n for n, one in enumerate(digest.claims, start=1) if one.id == claim.id)
    section = next((s.name for s in digest.sections if claim.id in s.claims), "")
    about = f"claim {number}"
    yield Fact(
        about=about,
        words=f"“{plain(digest.words(claim.gist))}”, under “{section}”, "
        f"{digest.standing(claim)}; score {mention.score:.2f}{editor(claim.set_by)}",
    )
    if mention.clause:
        yield Fact(about=about, words=f"by its clause “{plain(digest.words(mention.clause))}”")
    for other in claim.mentions:
        if other.passage != mention.passage:
            words = f"also {other.passage.source}: “{clip(digest.words(other.passage))}”"
            why = f"; with this one {near[other.passage]}" if other.passage in near else ""
            yield Fact(about=about, words=f"{words}, score {other.score:.2f}{why}")
    for link in claim.related:
        if link.here == mention.passage:
            words = f"perhaps {link.there.source}: “{clip(digest.words(link.there))}”"
            why = near.get(link.there, f"{link.score:.2f}")
            yield Fact(about=about, words=f"{words}, chance {why}")
    for difference in digest.differences:
        if difference.claim == claim.id:
            readings = " | ".join(f"{r.passage.source}: {r.value}" for r in difference.readings)
            words = f"{difference.kind}, {difference.relation}: {readings}"
            yield Fact(about="differs", words=f"{words}{editor(difference.set_by)}")


def of_stance(digest: Digest, sentence: Passage) -> Iterator[Fact]:
    """Say which terms a sentence has, and which stances rest on it."""
    for frame in digest.frames:
        if touches(frame.passage, sentence):
            words = f"“{frame.term}” for {frame.target}, {frame.voice}{editor(frame.set_by)}"
            yield Fact(about="term", words=words)
    for stance in digest.stances:
        for one in stance.evidence:
            if touches(one.passage, sentence):
                words = f"{stance.target}, {stance.voice}: {stance.value}, {stance.confidence}"
                reason = f" ({one.reason})" if one.reason else ""
                yield Fact(about="stance", words=f"{words}{reason}{editor(stance.set_by)}")


def editor(set_by: str) -> str:
    """Say so where the editor has the last word."""
    return "; set by the editor" if set_by == "editor" else ""


def plain(words: str) -> str:
    """Give words on one line."""
    return " ".join(words.split())


def clip(words: str) -> str:
    """Give the beginning of words on one line."""
    whole = plain(words)
    return whole if len(whole) <= SHORT else f"{whole[: SHORT - 1].rstrip()}…"
