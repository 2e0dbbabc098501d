"""The terms that texts use for contested things."""

from collections.abc import Iterator
from dataclasses import replace

from tellings.analysis.framing.aims import aims_of, borne_on
from tellings.analysis.framing.apart import Odd
from tellings.analysis.framing.choices import Contest, Listing, Term, choices, terms
from tellings.analysis.framing.deeds import Deed
from tellings.analysis.framing.lexicon import lemma
from tellings.analysis.framing.lists import every_word, lists
from tellings.analysis.framing.matter import amid, before, beside
from tellings.analysis.framing.spellings import Spelling
from tellings.model.document import Sentence
from tellings.model.event import Target
from tellings.model.findings import Frame, Telling, Voice
from tellings.model.span import Span

__all__ = ["chosen", "find"]

EVENT, KILLING, OTHER = "event", "killing", "other things"
SHORT = 4
OPENING = 6
"""How many sentences of a text show what it calls things."""

OWN: tuple[Voice, ...] = ("own", "own_inside_attribution")


def find(tellings: tuple[Telling, ...], targets: tuple[Target, ...]) -> tuple[Frame, ...]:
    """Find the loaded or differing terms for each target, each once for a text and voice."""
    seen = choices(tellings)
    every: list[Frame] = []
    for telling, found in zip(tellings, seen.listed, strict=True):
        frames = [*frames_of(telling, found, targets, seen.contest), *held_off(telling, targets)]
        frames += killing(telling, seen.deeds.get(telling.id), frames)
        frames += unforeseen(telling, seen.odd[telling.id], targets, seen.contest, frames)
        frames += named(telling, seen.spellings[telling.id], frames)
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
    aimed = aims_of(telling, targets)
    taken = {(lemma(frame.term), frame.voice in OWN) for frame in frames}
    for one in odd:
        sentence, voice = one.sentence, voice_of(telling, one.span)
        key = lemma(one.span.of(telling.text)), voice in OWN
        if key in taken or any(frame.passage.span.shared(one.span) for frame in frames):
            continue
        borne = borne_on(one.span, aimed.get(sentence.span.start, ()), telling.text)
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


def frames_of(
    telling: Telling, listed: Listing, targets: tuple[Target, ...], chosen: Contest
) -> Iterator[Frame]:
    """Give a text's frames, each term at its first place in each voice.

    A heading is too short to say whom its term bears on: the first place below it does.
    """
    aimed = aims_of(telling, targets)
    first: dict[tuple[str, bool], Frame] = {}
    headed: set[tuple[str, bool]] = set()
    marked = [a.content.span for a in telling.attributions if a.kind == "scare"]
    for number, (sentence, found) in enumerate(listed):
        if not found:
            continue
        named = aimed.get(sentence.span.start, ())
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
