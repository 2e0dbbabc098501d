"""The terms that texts use for contested things."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tellings.analysis.framing.aims import aims, borne_on
from tellings.analysis.framing.apart import Odd, set_apart
from tellings.analysis.framing.deeds import Deed, deeds
from tellings.analysis.framing.lexicon import lemma
from tellings.analysis.framing.lists import SET_PHRASE, every_word, lists
from tellings.analysis.framing.matter import amid, before, beside, matter
from tellings.analysis.framing.spellings import Spelling, spellings
from tellings.analysis.wording import content
from tellings.model.document import Sentence
from tellings.model.event import Target
from tellings.model.findings import Frame, Telling, Voice
from tellings.model.span import Span

__all__ = ["chosen", "find"]

EVENT, KILLING, OTHER = "event", "killing", "other things"
SHORT = 4
OPENING = 6
"""How many sentences of a text show what it calls things."""

MARKS = "\"'“‘«„(["
OWN: tuple[Voice, ...] = ("own", "own_inside_attribution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A listed word as it stands in a sentence."""

    span: Span
    word: str
    families: tuple[str, ...]
    """The families it is a plain word of; none when it is loaded."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What the texts of an event choose among."""

    families: frozenset[str]
    """Families in which they choose different words."""

    common: frozenset[str]
    """The lemmas that more than half of the texts use: no news of any."""

    about: frozenset[str]
    """The stems of what the event is about."""

    central: frozenset[str]
    """Families of which a word belongs to what the event is about: all their words name it."""


Listing = tuple[tuple[Sentence, tuple[Term, ...]], ...]


def find(tellings: tuple[Telling, ...], targets: tuple[Target, ...]) -> tuple[Frame, ...]:
    """Find the loaded or differing terms for each target, each once for a text and voice."""
    listed = tuple(listing(telling) for telling in tellings)
    chosen = contested(listed, matter(tellings))
    odd, done, spelt = set_apart(tellings), deeds(tellings), spellings(tellings)
    every: list[Frame] = []
    for telling, found in zip(tellings, listed, strict=True):
        frames = [*frames_of(telling, found, targets, chosen), *held_off(telling, targets)]
        frames += killing(telling, done.get(telling.id), frames)
        frames += unforeseen(telling, odd[telling.id], targets, chosen, frames)
        frames += named(telling, spelt[telling.id], frames)
        every += sorted(frames, key=lambda frame: frame.passage)
    return tuple(every)


def unforeseen(
    telling: Telling,
    odd: tuple[Odd, ...],
    targets: tuple[Target, ...],
    chosen: Contest,
    frames: list[Frame],
) -> Iterator[Frame]:
    """Give the words that set a text apart and are said of a target or of the event."""
    taken = {(lemma(frame.term), frame.voice in OWN) for frame in frames}
    for one in odd:
        sentence, voice = one.sentence, voice_of(telling, one.span)
        key = lemma(one.span.of(telling.text)), voice in OWN
        if key in taken or any(frame.passage.span.shared(one.span) for frame in frames):
            continue
        named = list(aims(telling.text, sentence.span.start, sentence.span.end, targets))
        borne = borne_on(one.span, named, telling.text)
        if borne or beside(telling, sentence, one.span, chosen.about):
            taken.add(key)
            yield Frame(
                target=borne or EVENT,
                term=one.span.of(telling.text),
                voice=voice,
                passage=one.span.within(telling.id),
            )


def named(telling: Telling, spelt: tuple[Spelling, ...], frames: list[Frame]) -> Iterator[Frame]:
    """Give the names of places that other texts name otherwise."""
    for one in spelt:
        if not any(frame.passage.span.shared(one.span) for frame in frames):
            yield Frame(
                target=f"name of {one.place}",
                term=one.span.of(telling.text),
                voice=voice_of(telling, one.span),
                passage=one.span.within(telling.id),
            )


def killing(telling: Telling, deed: Deed | None, frames: list[Frame]) -> Iterator[Frame]:
    """Give how a text tells of a killing that others tell with, or without, who did it."""
    if deed is None or any(frame.passage.span.shared(deed.span) for frame in frames):
        return
    yield Frame(
        target=KILLING,
        term=deed.span.of(telling.text),
        voice=voice_of(telling, deed.span),
        passage=deed.span.within(telling.id),
    )


def listing(telling: Telling) -> Listing:
    """Find the listed words of a text, sentence by sentence."""
    return tuple((sentence, terms(telling, sentence)) for sentence in telling.document.sentences)


def terms(telling: Telling, sentence: Sentence) -> tuple[Term, ...]:
    """Find the listed words of a sentence; a word inside a longer term or set phrase is none.

    Outside a heading a capital inside the sentence makes a name, and a name is nobody's choice.
    """
    known, found, last = lists(), list[Term](), sentence.span.start
    heading = sentence.part in ("title", "subhead")
    for span, word in every_word().find(telling.text, sentence.span.start, sentence.span.end):
        inside = span.start > sentence.span.start and telling.text[span.start - 1] not in MARKS
        named = not heading and inside and telling.text[span.start].isupper()
        if named and word != SET_PHRASE and word not in known.capitalised:
            continue
        if span.start < last:
            continue
        last = span.end
        if word != SET_PHRASE:
            families = () if word in known.loaded else known.plain[word]
            found.append(Term(span=span, word=word, families=families))
    return tuple(found)


def contested(listed: tuple[Listing, ...], about: frozenset[str]) -> Contest:
    """Find the families in which the texts choose different words, and the words all choose."""
    chosen: dict[str, dict[str, set[int]]] = {}
    judged = {
        family
        for listing_ in listed
        for sentence, found in listing_
        if sentence.part == "title"
        for term in found
        if not term.families
        for family in lists().family.get(term.word, ())
    }
    for number, listing_ in enumerate(listed):
        for term in (term for _, found in listing_ for term in found):
            for family in lists().family.get(term.word, ()):
                chosen.setdefault(family, {}).setdefault(lemma(term.word), set()).add(number)
    return Contest(
        about=about,
        central=frozenset(
            family
            for word, families in lists().family.items()
            if set(content(word)) & about
            for family in families
        ),
        families=frozenset(
            family
            for family, uses in chosen.items()
            if len(uses) > 1 and any(len(texts) < len(listed) for texts in uses.values())
        ),
        common=frozenset(
            word
            for family, uses in chosen.items()
            for word, texts in uses.items()
            if family not in judged and len(listed) > 1 and 2 * len(texts) > len(listed)
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
    for number, (sentence, found) in enumerate(listed):
        named = list(aims(telling.text, sentence.span.start, sentence.span.end, targets))
        opens = sentence.part != "body" or number < OPENING
        worth = [one for one in found if not one.families or (opens and counts(one, chosen))]
        for run in joined(telling, worth):
            span = Span(run[0].span.start, run[-1].span.end)
            voice = voice_of(telling, span)
            key = lemma(span.of(telling.text)), voice in OWN
            if any(held.holds(span) for held in marked) or (key in first and key not in headed):
                continue
            borne = borne_on(span, named, telling.text)
            target = borne or thing_of(run, telling, sentence, chosen)
            if target is None:
                continue
            if key in headed:
                headed.discard(key)
                first[key] = replace(first[key], target=target)
                continue
            first[key] = Frame(
                target=target,
                term=span.of(telling.text),
                voice=voice,
                passage=span.within(telling.id),
            )
            if sentence.part != "body" and borne is None:
                headed.add(key)
    yield from first.values()


def thing_of(run: list[Term], telling: Telling, sentence: Sentence, chosen: Contest) -> str | None:
    """Name what a term that bears on no target is about; none where it is not worth showing."""
    known, span = lists(), Span(run[0].span.start, run[-1].span.end)
    near = beside(telling, sentence, span, chosen.about)
    central = any(not chosen.central.isdisjoint(term.families) for term in run)
    said = near or central or amid(telling, sentence, span, chosen.about)
    if not near and all(term.word in known.mild for term in run):
        return None
    measured = near and all(term.word in known.degrees for term in run)
    if measured and not before(telling, sentence, span, chosen.about):
        return None
    if not said and all(term.families for term in run):
        return None
    named = [known.thing[term.word] for term in run if term.word in known.thing]
    return named[-1] if named else EVENT if said else OTHER


def counts(term: Term, chosen: Contest) -> bool:
    """Tell whether a plain term is one choice among several, and not what most texts say."""
    return lemma(term.word) not in chosen.common and not chosen.families.isdisjoint(term.families)


def joined(telling: Telling, found: list[Term]) -> list[list[Term]]:
    """Join terms that stand side by side into one."""
    runs: list[list[Term]] = []
    for term in found:
        if runs and telling.text[runs[-1][-1].span.end : term.span.start] == " ":
            runs[-1].append(term)
        else:
            runs.append([term])
    return runs


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
    for sentence in telling.document.sentences_in(span):
        found = terms(telling, sentence)
        loaded = (term.span for term in found if not term.families and span.holds(term.span))
        yield from (term for term in loaded if voice_of(telling, term) in OWN)


def held_off(telling: Telling, targets: tuple[Target, ...]) -> Iterator[Frame]:
    """Give the listed words and the targets' names that a text holds off by quotation marks."""
    names, loaded = {target.name: target.id for target in targets}, lists().loaded
    for attribution in telling.attributions:
        bare = attribution.content.of(telling.text).strip("\"'“”‘’«»„,. ")
        short = len(bare.split()) <= SHORT and bare[1:].islower()
        listed = short and any(w in loaded for _, w in every_word().find(bare, 0, len(bare)))
        if attribution.kind == "scare" and (bare in names or listed):
            yield Frame(
                target=names.get(bare, EVENT),
                term=bare,
                voice="own",
                passage=attribution.content,
            )
