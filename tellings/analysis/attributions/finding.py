"""The attributions of a document: sayings and quotations brought together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tellings.analysis.attributions.beside import beside, lead_in
from tellings.analysis.attributions.carrying import (
    Spoken,
    Voiced,
    carried,
    credited,
    filled,
    voice_of,
)
from tellings.analysis.attributions.leads import phrasal
from tellings.analysis.attributions.marks import Stretch, stretches
from tellings.analysis.attributions.posts import posted
from tellings.analysis.attributions.pronouns import pronouns
from tellings.analysis.attributions.quoting import Piece, kind_of, pieces
from tellings.analysis.attributions.saying import Saying
from tellings.analysis.attributions.sayings import may_say, sayings
from tellings.analysis.attributions.speakers import Talk
from tellings.analysis.attributions.tokens import Placed, Tokens, tokenise
from tellings.analysis.names.capitals import fold
from tellings.analysis.names.people import gather
from tellings.model.document import Document, Sentence
from tellings.model.findings import Attribution
from tellings.model.span import Span, covered

__all__ = ["find"]

WORD = re.compile(r"[^\W_]+")
TRAILING = frozenset(["after", "inside"])
SILENT = frozenset(["noun", "adverb", "frame"])
"""Shapes that make nobody the last speaker."""

LONGEST = 300
"""How many words and marks are read at once: the longest sentences of news have some 200."""

MOSTLY = 0.8
"""How much of what was said may stand in quotation marks before it is a quotation and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence, or a stretch of an endless one, with what has been seen in it."""

    index: int
    sentence: Sentence
    tokens: Tokens
    quotes: tuple[Stretch, ...]
    """Those that share words with it."""


def find(document: Document) -> tuple[Attribution, ...]:
    """Find the attributions of a document, in text order."""
    people = gather(document)
    quotes = stretches(document)
    talk = Talk(
        document=document,
        people=people,
        heard=pronouns(document, people),
        quoted=_wholly(document, quotes),
        marked=tuple(quote.span for quote in quotes),
    )
    quoted: list[Spoken] = []
    found: list[Attribution] = [*posted(document, people)]
    told = frozenset(post.content.start for post in found)
    for reading in _readings(document, quotes):
        if told and any(
            reading.sentence.span.start <= start < reading.sentence.span.end for start in told
        ):
            continue
        voiced = _voiced(reading, talk)
        before = len(quoted)
        here = reading.quotes
        for piece in pieces(reading.tokens, reading.sentence, reading.index, here) if here else ():
            quoted.append(_spoken(piece, reading, voiced, quoted, talk))
        found += _indirect(document, voiced, quoted[before:])
    spoken = tuple(filled(credited(quoted, document)))
    found += (_quotation(document, one, spoken) for one in spoken)
    return tuple(dict.fromkeys(sorted(found, key=_place)))


def _place(found: Attribution) -> tuple[int, int, str, int]:
    cue = found.cue_at.start if found.cue_at else -1
    return found.content.start, found.content.end, found.kind, cue


def _wholly(document: Document, every: tuple[Stretch, ...]) -> frozenset[int]:
    """Give the sentences that are nothing but quotation."""
    found: set[int] = set()
    after = 0
    for quote in every:
        while after < len(document.sentences):
            span = document.sentences[after].span
            if span.start >= quote.span.end:
                break
            if quote.span.start <= span.start and span.end <= quote.span.end:
                found.add(after)
            after += 1
    return frozenset(found)


def _readings(document: Document, every: tuple[Stretch, ...]) -> Iterator[Reading]:
    """Read the sentences in which somebody may be given as saying something."""
    first = 0
    for index, sentence in enumerate(document.sentences):
        span = sentence.span
        while first < len(every) and every[first].span.end <= span.start:
            first += 1
        last = first
        while last < len(every) and every[last].span.start < span.end:
            last += 1
        here = every[first:last]
        title = sentence.part in {"title", "subhead"}
        tokens = tokenise(document.source.text, span, here)
        if here or tokens[-1].text == ":" or may_say(tokens, title=title):
            for part in _parts(tokens):
                yield Reading(
                    index=index, sentence=sentence, tokens=part, quotes=_sharing(here, part, tokens)
                )


def _parts(tokens: Tokens) -> Iterator[Tokens]:
    """Cut a sentence that nobody would print, so that the work grows with its length alone."""
    if len(tokens) <= LONGEST:
        yield tokens
        return
    for first in range(0, len(tokens), LONGEST):
        yield tokens.part(first, first + LONGEST)


def _sharing(quotes: tuple[Stretch, ...], part: Tokens, whole: Tokens) -> tuple[Stretch, ...]:
    """Give the quotations that share words with a part of a sentence."""
    if part is whole or not quotes:
        return quotes
    span = part.span(0, len(part))
    return tuple(quote for quote in quotes if quote.span.shared(span))


def _covered(span: Span, tokens: Tokens) -> tuple[Placed, ...]:
    return tokens.placed(tokens.first_from(span.start), tokens.first_from(span.end))


def _voiced(reading: Reading, talk: Talk) -> tuple[Voiced, ...]:
    """Name the speakers of a sentence's sayings."""
    found: list[Voiced] = []
    sentence, index = reading.sentence, reading.index
    title = sentence.part in {"title", "subhead"}
    every = sayings(reading.tokens, title=title, known=talk.people.named)
    found_here = tuple(_by_somebody(saying, reading.tokens) for saying in every)
    leads = not title and reading.tokens[-1].text == ":"
    if leads and not any(s.speaker for s in found_here) and (lead := lead_in(reading.tokens)):
        found_here = (*found_here, lead)
    # How far what has been said goes: whoever speaks inside it is not the last to have spoken.
    reach = 0
    for saying in found_here:
        phrase = _covered(saying.speaker, reading.tokens) if saying.speaker else ()
        trailing = saying.shape in TRAILING
        speaker = talk.resolve(phrase, sentence, index, trailing=trailing) if phrase else None
        aloud = saying.shape not in SILENT
        if (saying.contents or leads) and aloud and saying.cue.end > reach:
            talk.say(speaker, index)
        if saying.shape in {"frame", "wording"} and saying.cue.end > reach:
            talk.describe(speaker, index)
        if aloud and saying.contents:
            reach = max(reach, *(content.end for content in saying.contents))
        found.append(Voiced(saying=saying, speaker=speaker))
    return tuple(found)


def _by_somebody(saying: Saying, tokens: Tokens) -> Saying:
    """Leave out a speaker who is none: a scrap of another clause."""
    span = saying.speaker
    if span is None or phrasal(tokens[tokens.first_from(span.start) : tokens.first_from(span.end)]):
        return saying
    # "citing safety", "with big, bold promises": a reason and a noun give nothing as said.
    named = saying.shape != "after" and saying.rule != "citing"
    return replace(saying, speaker=None, contents=saying.contents if named else ())


def _spoken(
    piece: Piece,
    reading: Reading,
    voiced: tuple[Voiced, ...],
    before: Sequence[Spoken],
    talk: Talk,
) -> Spoken:
    """Give a quotation with who says it, as far as is known by now."""
    voice = voice_of(piece, voiced, reading.tokens) or _beside(piece, reading, talk)
    if voice is None:
        likely = carried(piece, before, talk)
        speaker = likely if _settles(piece, before, reading) else None
    else:
        likely, speaker = None, voice.speaker
    saying = voice.saying if voice else None
    kind = kind_of(piece, reading.tokens, saying, carried=likely is not None)
    if kind == "direct" and speaker is not None:
        talk.say(speaker, reading.index)
    return Spoken(
        piece=piece,
        kind=kind,
        speaker=speaker,
        speaker_at=saying.speaker if saying else None,
        cue=saying.cue if saying else None,
        likely=likely,
    )


def _settles(piece: Piece, before: Sequence[Spoken], reading: Reading) -> bool:
    """Tell whether whoever goes on speaking is sure: what goes on later may be named there."""
    last = before[-1] if before else None
    if last is None or last.piece.paragraph != piece.paragraph:
        return False
    if last.piece.stretch == piece.stretch and last.speaker is not None:
        return True
    return piece.stretch.span.end <= reading.sentence.span.end


def _beside(piece: Piece, reading: Reading, talk: Talk) -> Voiced | None:
    """Give a quotation to whoever stands beside it."""
    saying = beside(reading.tokens, piece)
    if saying is None or saying.speaker is None:
        return None
    phrase = _covered(saying.speaker, reading.tokens)
    trailing = saying.shape in TRAILING
    speaker = talk.resolve(phrase, reading.sentence, reading.index, trailing=trailing)
    return Voiced(saying=saying, speaker=speaker)


def _quotation(document: Document, spoken: Spoken, quoted: tuple[Spoken, ...]) -> Attribution:
    source = document.source
    span = spoken.piece.token.span
    speaker, kind, alone = spoken.speaker, spoken.kind, False
    if spoken.piece.part == "title":
        words = _words(span.of(source.text))
        twins = [
            s
            for s in quoted
            if s.piece.part != "title" and words in _words(s.piece.token.text) and s.kind != "scare"
        ]
        body = source.text[source.blocks[0].span.end :]
        alone = words not in _words(body)
        if twins:
            speaker, kind = speaker or twins[0].speaker, ("partial" if kind == "scare" else kind)
    return Attribution(
        content=span.within(source.id),
        kind=kind,
        speaker=None if kind == "scare" else speaker,
        speaker_at=spoken.speaker_at.within(source.id)
        if spoken.speaker_at and kind != "scare"
        else None,
        cue_at=spoken.cue.within(source.id) if spoken.cue and kind != "scare" else None,
        headline_only=alone and kind != "scare",
    )


def _words(text: str) -> str:
    return f" {' '.join(map(fold, WORD.findall(text)))} "


def _indirect(
    document: Document, voiced: tuple[Voiced, ...], spoken: list[Spoken]
) -> Iterator[Attribution]:
    """Give what is said without marks, whole quotations cut out."""
    if not any(voice.saying.contents for voice in voiced):
        return
    quoted = [s.piece.token.span for s in spoken if s.kind == "direct"]
    marked = [s.piece.token.span for s in spoken if s.kind != "scare"]
    source = document.source
    for voice in voiced:
        saying = voice.saying
        for content in saying.contents:
            if marked and covered(content, marked) >= MOSTLY:
                continue
            for span in _without(content, quoted, source.text):
                yield Attribution(
                    content=span.within(source.id),
                    kind="indirect",
                    speaker=voice.speaker,
                    speaker_at=saying.speaker.within(source.id) if saying.speaker else None,
                    cue_at=saying.cue.within(source.id),
                )


def _without(content: Span, quoted: list[Span], text: str) -> Iterator[Span]:
    """Give the stretches of a content outside whole quotations, if they hold words enough."""
    start = content.start
    for end, after in (
        *((q.start, q.end) for q in quoted if q.shared(content)),
        (content.end, content.end),
    ):
        words = text[start:end].strip(" ,;:—–-\n") if start < end else ""
        if len(words.split()) >= (1 if start == content.start and end == content.end else 3):
            begin = text.index(words, start)
            yield Span(begin, begin + len(words))
        start = after
