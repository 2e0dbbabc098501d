"""The terms that texts use for contested things."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from tellings.analysis.framing.aims import aims, borne_on
from tellings.analysis.framing.lexicon import Lexicon, lemma, lexicon
from tellings.data import words
from tellings.model.document import Sentence
from tellings.model.event import Target
from tellings.model.findings import Frame, Telling, Voice
from tellings.model.span import Span

__all__ = ["chosen", "find"]

EVENT = "event"
SHORT = 4
MARKS = "\"'“‘«„(["
OWN: tuple[Voice, ...] = ("own", "own_inside_attribution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A listed word as it stands in a sentence."""

    span: Span
    word: str
    families: tuple[str, ...]
    """The families it is a plain word of; none when it is loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The lists of words, by the printed form in small letters."""

    loaded: frozenset[str]
    plain: dict[str, tuple[str, ...]]
    family: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Contest:
    """What the texts of an event choose among."""

    families: frozenset[str]
    """Families in which they choose different words."""

    common: frozenset[str]
    """The lemmas that every text uses: no news of any."""


Listing = tuple[tuple[Sentence, tuple[Term, ...]], ...]


@cache
def lists() -> Lists:
    """Give the lists."""
    table = words.load("loaded")
    loaded = {word for group in table["words"].values() for word in group["loaded"]}
    plain: dict[str, tuple[str, ...]] = {}
    family: dict[str, tuple[str, ...]] = {}
    for name, group in sorted(table["families"].items()):
        loaded |= set(group["loaded"])
        for word in group["plain"]:
            plain[word] = (*plain.get(word, ()), name)
        for word in (*group["plain"], *group["loaded"]):
            family[word] = (*family.get(word, ()), name)
    return Lists(loaded=frozenset(loaded), plain=plain, family=family)


def find(tellings: tuple[Telling, ...], targets: tuple[Target, ...]) -> tuple[Frame, ...]:
    """Find the loaded or differing terms for each target, each once for a text and voice."""
    listed = tuple(listing(telling) for telling in tellings)
    chosen = contested(listed)
    return tuple(
        frame
        for telling, found in zip(tellings, listed, strict=True)
        for frame in sorted(
            (*frames_of(telling, found, targets, chosen), *held_off(telling, targets)),
            key=lambda frame: frame.passage,
        )
    )


def listing(telling: Telling) -> Listing:
    """Find the listed words of a text, sentence by sentence."""
    return tuple((sentence, terms(telling, sentence)) for sentence in telling.document.sentences)


@cache
def every_word() -> Lexicon:
    """Build the lexicon of all listed words, each its own label."""
    known = lists()
    return lexicon((word, word) for word in (*known.loaded, *known.plain))


def terms(telling: Telling, sentence: Sentence) -> tuple[Term, ...]:
    """Find the listed words of a sentence; a word inside a longer term is not found again.

    Outside a heading a capital inside the sentence makes a name, and a name is nobody's choice.
    """
    known, found = lists(), list[Term]()
    heading = sentence.part in ("title", "subhead")
    for span, word in every_word().find(telling.text, sentence.span.start, sentence.span.end):
        inside = span.start > sentence.span.start and telling.text[span.start - 1] not in MARKS
        if not heading and inside and telling.text[span.start].isupper():
            continue
        if not found or span.start >= found[-1].span.end:
            families = () if word in known.loaded else known.plain[word]
            found.append(Term(span=span, word=word, families=families))
    return tuple(found)


def contested(listed: tuple[Listing, ...]) -> Contest:
    """Find the families in which the texts choose different words, and the words all choose."""
    chosen: dict[str, dict[str, set[int]]] = {}
    for number, listing_ in enumerate(listed):
        for term in (term for _, found in listing_ for term in found):
            for family in lists().family.get(term.word, ()):
                chosen.setdefault(family, {}).setdefault(lemma(term.word), set()).add(number)
    return Contest(
        families=frozenset(
            family
            for family, uses in chosen.items()
            if len(uses) > 1 and any(len(texts) < len(listed) for texts in uses.values())
        ),
        common=frozenset(
            word
            for uses in chosen.values()
            for word, texts in uses.items()
            if len(listed) > 1 and len(texts) == len(listed)
        ),
    )


def frames_of(
    telling: Telling, listed: Listing, targets: tuple[Target, ...], chosen: Contest
) -> Iterator[Frame]:
    """Give a text's frames, each term at its first place in each voice.

    A heading is too short to say whom its term bears on: the first place below it does.
    """
    first: dict[tuple[str, bool], Frame] = {}
    headed: set[tuple[str, bool]] = set()
    marked = [a.content.span for a in telling.attributions if a.kind == "scare"]
    for sentence, found in listed:
        named = list(aims(telling.text, sentence.span.start, sentence.span.end, targets))
        for span in joined(telling, [term for term in found if counts(term, chosen)]):
            if any(content.holds(span) for content in marked):
                continue
            voice = voice_of(telling, span)
            key = lemma(span.of(telling.text)), voice in OWN
            target = borne_on(span, named, telling.text) or EVENT
            if key not in first:
                first[key] = Frame(
                    target=target,
                    term=span.of(telling.text),
                    voice=voice,
                    passage=span.within(telling.id),
                )
                if sentence.part != "body" and target == EVENT:
                    headed.add(key)
            elif key in headed:
                headed.discard(key)
                first[key] = replace(first[key], target=target)
    yield from first.values()


def counts(term: Term, chosen: Contest) -> bool:
    """Tell whether a term is worth showing: loaded, or one choice among several, not of all."""
    if not term.families:
        return True
    return lemma(term.word) not in chosen.common and not chosen.families.isdisjoint(term.families)


def joined(telling: Telling, found: list[Term]) -> list[Span]:
    """Join terms that stand side by side into one."""
    spans: list[Span] = []
    for term in found:
        if spans and telling.text[spans[-1].end : term.span.start] == " ":
            spans[-1] = Span(spans[-1].start, term.span.end)
        else:
            spans.append(term.span)
    return spans


def voice_of(telling: Telling, span: Span) -> Voice:
    """Tell whose word a term is; inside marks it is the speaker's, else the outlet chose it."""
    voice = telling.voice_of(span)
    if voice != "attributed":
        return voice
    if any(a.kind == "partial" and a.content.span.holds(span) for a in telling.attributions):
        return "direct_quote"
    speaker, word = telling.speaker_of(span), span.of(telling.text).lower()
    quoted = any(
        word in a.content.of(telling.text).lower()
        for a in telling.attributions
        if a.kind in ("direct", "partial") and a.speaker == speaker
    )
    return "attributed" if quoted else "own_inside_attribution"


def chosen(telling: Telling, span: Span) -> Iterator[Span]:
    """Give the loaded terms of a stretch that the text itself chose, inside a report or not."""
    for sentence in telling.document.sentences:
        found = terms(telling, sentence) if sentence.span.shared(span) else ()
        loaded = (term.span for term in found if not term.families and span.holds(term.span))
        yield from (term for term in loaded if voice_of(telling, term) in OWN)


def held_off(telling: Telling, targets: tuple[Target, ...]) -> Iterator[Frame]:
    """Give the listed words and the targets' names that a text holds off by quotation marks."""
    names = {target.name: target.id for target in targets}
    for attribution in telling.attributions:
        bare = attribution.content.of(telling.text).strip("\"'“”‘’«»„,. ")
        listed = len(bare.split()) <= SHORT and any(every_word().find(bare, 0, len(bare)))
        if attribution.kind == "scare" and (bare in names or listed):
            yield Frame(
                target=names.get(bare, EVENT),
                term=bare,
                voice="own",
                passage=attribution.content,
            )
