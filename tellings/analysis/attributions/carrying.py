"""Whose a quotation is: by the cue it stands beside, by what came before or by what comes later."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tellings.analysis.attributions.marks import CREDIT
from tellings.analysis.attributions.quoting import Piece
from tellings.analysis.attributions.saying import Saying
from tellings.analysis.attributions.speakers import Talk
from tellings.analysis.attributions.tokens import Tokens
from tellings.model.document import Document
from tellings.model.span import Span

__all__ = ["Spoken", "Voiced", "carried", "credited", "filled", "voice_of"]

PARTING = frozenset([";", "—", "however", "but"])
FARTHEST = 16
"""How many words and marks may stand between a cue and what it gives as quoted."""


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


def carried(piece: Piece, before: Sequence[Spoken], talk: Talk) -> str | None:
    """Find who goes on speaking where a quotation names nobody."""
    near = piece.whole and talk.described_at == piece.index - 1 > talk.last_sentence
    if near and talk.document.sentences[talk.described_at].paragraph == piece.paragraph:
        return talk.described
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
    apart = not before or before[-1].piece.paragraph < piece.paragraph - 1
    return talk.opening(piece.paragraph - 1) if piece.whole and apart else None


def credited(quoted: list[Spoken], document: Document) -> list[Spoken]:
    """Give a quoted paragraph the source in brackets at its end, where nobody else is given."""
    found: list[Spoken] = []
    for spoken in quoted:
        block = document.source.blocks[spoken.piece.paragraph].span
        stretch = spoken.piece.stretch.span
        credit = CREDIT.fullmatch(document.source.text, stretch.end, block.end)
        if credit and stretch.start == block.start and spoken.cue is None:
            at = Span(*credit.span("name" if credit["name"] else "signed"))
            here = document.sentences[spoken.piece.index].span.holds(at)
            name = at.of(document.source.text)
            found.append(replace(spoken, speaker=name, speaker_at=at if here else None))
        else:
            found.append(spoken)
    return found


def filled(quoted: list[Spoken]) -> Iterator[Spoken]:
    """Give pieces without a speaker the one their quotation has in a later sentence."""
    of_stretch: dict[Span, str] = {}
    of_paragraph: dict[int, list[Spoken]] = {}
    for spoken in quoted:
        if spoken.speaker is None:
            continue
        of_stretch.setdefault(spoken.piece.stretch.span, spoken.speaker)
        if spoken.kind == "direct" and spoken.cue is not None:
            of_paragraph.setdefault(spoken.piece.paragraph, []).append(spoken)
    for spoken in quoted:
        if spoken.speaker is not None or spoken.kind == "scare":
            yield spoken
            continue
        named = of_paragraph.get(spoken.piece.paragraph, [])
        later = bisect_right(named, spoken.piece.index, key=lambda other: other.piece.index)
        speaker = of_stretch.get(spoken.piece.stretch.span)
        if speaker is None:
            speaker = named[later].speaker if later < len(named) else spoken.likely
        yield replace(spoken, speaker=speaker)


def voice_of(piece: Piece, voiced: tuple[Voiced, ...], tokens: Tokens) -> Voiced | None:
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
    if any(v.saying.shape != "frame" for v in holding):
        # "Lind said Brandt wants “more ships”": what is quoted is what Lind said.
        holding, nearer = _worded(holding), _worded(nearer)
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


def _worded(voiced: list[Voiced]) -> list[Voiced]:
    """Leave out what somebody wants or does rather than says."""
    return [v for v in voiced if v.saying.shape != "frame"]


def _reaches(cue: Span, piece: Piece, tokens: Tokens) -> bool:
    """Tell whether nothing but one clause lies between a cue and a quotation."""
    first = tokens.first_from(cue.end)
    if piece.at - first > FARTHEST:
        return False
    last = piece.at - (tokens[piece.at - 1].lower == "but")
    return not any(token.lower in PARTING for token in tokens[first:last])
