"""The attributions of a document: sayings and quotations brought together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tellings.analysis.attributions.marks import CREDIT, Stretch, stretches
from tellings.analysis.attributions.quoting import Piece, kind_of, pieces
from tellings.analysis.attributions.saying import Saying
from tellings.analysis.attributions.sayings import may_say, sayings
from tellings.analysis.attributions.speakers import Talk
from tellings.analysis.attributions.tokens import Token, tokenise
from tellings.analysis.names.capitals import fold
from tellings.analysis.names.people import gather
from tellings.model.document import Document, Sentence
from tellings.model.findings import Attribution
from tellings.model.span import Span, covered

__all__ = ["find"]

TRAILING = frozenset(["after", "inside"])
PARTING = frozenset([";", "—", "however", "but"])
MOSTLY = 0.8
"""How much of what was said may stand in quotation marks before it is a quotation and no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A quoted piece, not yet an attribution: its speaker may come from a later sentence."""

    piece: Piece
    kind: Literal["direct", "partial", "scare"]
    speaker: str | None
    speaker_at: Span | None
    cue: Span | None
    likely: str | None = None
    """Who goes on speaking, where neither this nor a later sentence says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """A saying with its speaker named."""

    saying: Saying
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence with what has been seen in it."""

    index: int
    sentence: Sentence
    tokens: tuple[Token, ...]
    quotes: tuple[Stretch, ...]
    """Of its paragraph."""


def find(document: Document) -> tuple[Attribution, ...]:
    """Find the attributions of a document, in text order."""
    talk = Talk(document=document, people=gather(document))
    quoted: list[Spoken] = []
    found: list[Attribution] = []
    for reading in _readings(document):
        voiced = _voiced(reading, talk)
        before = len(quoted)
        for piece in pieces(reading.tokens, reading.sentence, reading.index, reading.quotes):
            quoted.append(_spoken(piece, reading, voiced, quoted, talk))
        found += _indirect(document, voiced, quoted[before:])
    filled = tuple(_filled(_credited(quoted, document)))
    found += (_quotation(document, spoken, filled) for spoken in filled)
    return tuple(sorted(set(found), key=lambda a: (a.content, a.kind, str(a.cue_at))))


def _readings(document: Document) -> Iterator[Reading]:
    """Read the sentences in which somebody may be given as saying something."""
    quotes: dict[int, list[Stretch]] = {}
    for quote in stretches(document):
        quotes.setdefault(quote.paragraph, []).append(quote)
    for index, sentence in enumerate(document.sentences):
        here = tuple(quotes.get(sentence.paragraph, ()))
        title = sentence.part in {"title", "subhead"}
        quoted = any(quote.span.shared(sentence.span) for quote in here)
        if not quoted and not may_say(document.words(sentence), title=title):
            continue
        tokens = tokenise(document.source.text, sentence.span, here)
        yield Reading(index=index, sentence=sentence, tokens=tokens, quotes=here)


def _covered(span: Span, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if span.start <= token.start and token.end <= span.end)


def _voiced(reading: Reading, talk: Talk) -> tuple[Voiced, ...]:
    """Name the speakers of a sentence's sayings."""
    found: list[Voiced] = []
    sentence, index = reading.sentence, reading.index
    title = sentence.part in {"title", "subhead"}
    for saying in sayings(reading.tokens, title=title, known=talk.people.named):
        phrase = _covered(saying.speaker, reading.tokens) if saying.speaker else ()
        trailing = saying.shape in TRAILING
        speaker = talk.resolve(phrase, sentence, index, trailing=trailing) if phrase else None
        if saying.contents and saying.shape not in {"noun", "adverb", "frame"}:
            talk.say(speaker, index)
        found.append(Voiced(saying=saying, speaker=speaker))
    return tuple(found)


def _spoken(
    piece: Piece,
    reading: Reading,
    voiced: tuple[Voiced, ...],
    before: Sequence[Spoken],
    talk: Talk,
) -> Spoken:
    """Give a quotation with who says it, as far as is known by now."""
    voice = _voice_of(piece, voiced, reading.tokens)
    if voice is None:
        likely = _carried(piece, before, talk)
        ends = not piece.first or piece.stretch.span.end <= reading.sentence.span.end
        speaker = likely if ends else None
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


def _voice_of(piece: Piece, voiced: tuple[Voiced, ...], tokens: tuple[Token, ...]) -> Voiced | None:
    """Find the saying a quotation belongs to: the one that holds it, else the cue before it."""
    span = piece.token.span
    holding = [v for v in voiced if any(c.shared(span) for c in v.saying.contents)]
    nearer = [
        v
        for v in voiced
        if v.saying.cue.end <= span.start
        and v.saying.shape in {"before", "wording", "after", "inside", "noun", "frame"}
        and _reaches(v.saying.cue, piece, tokens)
    ]
    if not holding:
        return nearer[-1] if nearer else None
    last = holding[-1].saying.cue.start
    if nearer and nearer[-1].speaker is not None and nearer[-1].saying.cue.start > last:
        return nearer[-1]
    named = [v for v in holding if v.speaker is not None] or holding
    return min(
        named,
        key=lambda v: min(abs(v.saying.cue.start - span.end), abs(span.start - v.saying.cue.end)),
    )


def _reaches(cue: Span, piece: Piece, tokens: tuple[Token, ...]) -> bool:
    """Tell whether nothing but one clause lies between a cue and a quotation."""
    between = [t for t in tokens if cue.end <= t.start and t.end <= piece.token.start]
    return len(between) <= 16 and not any(t.lower in PARTING for t in between)


def _carried(piece: Piece, before: Sequence[Spoken], talk: Talk) -> str | None:
    """Find who goes on speaking where a quotation names nobody."""
    for earlier in reversed(before):
        if earlier.kind == "scare":
            continue
        same = earlier.piece.stretch == piece.stretch
        paragraphs = piece.paragraph - earlier.piece.paragraph
        known = earlier.speaker or earlier.likely
        if same or (paragraphs == 0 and known):
            return known
        if paragraphs == 1 and (
            piece.stretch.carried or (piece.whole and earlier.kind == "direct")
        ):
            return known
        break
    if (
        piece.whole
        and talk.last_sentence >= piece.index - 1
        and talk.paragraph_of_last in {piece.paragraph, piece.paragraph - 1}
    ):
        return talk.last
    return None


def _credited(quoted: list[Spoken], document: Document) -> list[Spoken]:
    """Give a quoted paragraph the source in brackets at its end, where nobody else is given."""
    found: list[Spoken] = []
    for spoken in quoted:
        block = document.source.blocks[spoken.piece.paragraph].span
        stretch = spoken.piece.stretch.span
        credit = CREDIT.fullmatch(document.source.text, stretch.end, block.end)
        if credit and stretch.start == block.start and spoken.cue is None:
            at = Span(*credit.span("name"))
            found.append(replace(spoken, speaker=credit["name"], speaker_at=at))
        else:
            found.append(spoken)
    return found


def _filled(quoted: list[Spoken]) -> Iterator[Spoken]:
    """Give pieces without a speaker the one their quotation has in a later sentence."""
    for spoken in quoted:
        if spoken.speaker is not None or spoken.kind == "scare":
            yield spoken
            continue
        later = [
            s for s in quoted if s.piece.stretch == spoken.piece.stretch and s.speaker is not None
        ]
        if not later:
            later = [
                s
                for s in quoted
                if s.piece.paragraph == spoken.piece.paragraph
                and s.piece.index > spoken.piece.index
                and s.speaker is not None
                and s.kind == "direct"
                and s.cue is not None
            ][:1]
        yield replace(spoken, speaker=later[0].speaker if later else spoken.likely)


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
    return (
        f" {' '.join(fold(w) for w in ''.join(c if c.isalnum() else ' ' for c in text).split())} "
    )


def _indirect(
    document: Document, voiced: tuple[Voiced, ...], spoken: list[Spoken]
) -> Iterator[Attribution]:
    """Give what is said without marks, whole quotations cut out."""
    quoted = [s.piece.token.span for s in spoken if s.kind == "direct"]
    marked = [s.piece.token.span for s in spoken if s.kind != "scare"]
    source = document.source
    for voice in voiced:
        saying = voice.saying
        for content in saying.contents:
            if covered(content, marked) >= MOSTLY:
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
