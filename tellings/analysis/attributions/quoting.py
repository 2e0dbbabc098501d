"""What kind of quotation a pair of marks holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tellings.analysis.attributions.grammar import AUXILIARIES
from tellings.analysis.attributions.marks import Stretch
from tellings.analysis.attributions.saying import Saying
from tellings.analysis.attributions.tokens import Placed, Token, Tokens, forms, listed
from tellings.model.document import Sentence
from tellings.model.source import Part

__all__ = ["Piece", "kind_of", "pieces"]

MARKS = "\"“”„«»‘’'`"
SMALL = frozenset(["of", "the", "and", "a", "in", "for", "to"])
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What a quotation has in one sentence."""

    token: Placed
    at: int
    """Which token of its sentence it is."""

    stretch: Stretch
    index: int
    """Which sentence of the document it stands in."""

    paragraph: int
    part: Part
    whole: bool
    """Whether the sentence is nothing but this piece."""

    first: bool
    """Whether its quotation begins here."""


def pieces(
    tokens: Tokens, sentence: Sentence, index: int, quotes: tuple[Stretch, ...]
) -> Iterator[Piece]:
    """Give a sentence's quoted pieces."""
    place = 0
    for at, token in enumerate(tokens):
        if token.kind != "quote" or not WORD.search(token.text):
            continue
        (placed,) = tokens.placed(at, at + 1)
        while quotes[place].span.end < placed.end:
            place += 1
        stretch = quotes[place]
        yield Piece(
            token=placed,
            at=at,
            stretch=stretch,
            index=index,
            paragraph=sentence.paragraph,
            part=sentence.part,
            whole=not any(t.kind != "mark" for n, t in enumerate(tokens) if n != at),
            first=placed.start == stretch.span.start,
        )


def kind_of(
    piece: Piece, tokens: Tokens, saying: Saying | None, *, carried: bool
) -> Literal["direct", "partial", "scare"]:
    """Tell whether a quoted piece is a sentence, a part of one, or no speech at all."""
    said = WORD.findall(piece.token.text)
    if _named(piece, tokens, said, saying):
        return "scare"
    if piece.whole or not piece.first or _sentence_like(piece, tokens, said, saying):
        return "direct"
    if saying is not None:
        return "partial"
    if not piece.stretch.closed or len(said) > 4:
        return "partial"
    return "partial" if carried and len(said) > 1 else "scare"


def _named(piece: Piece, tokens: Sequence[Token], said: list[str], saying: Saying | None) -> bool:
    """Tell whether marks hold a name, a title or a word spoken of."""
    before = tokens[piece.at - 1] if piece.at else None
    if before is not None and before.lower == "to" and tokens[piece.at - 2].lower == "according":
        return True
    if piece.token.text.strip(MARKS)[-1:] in {",", ".", "!", "?"} and len(said) > 3:
        return False
    unsaid = saying is None or saying.shape == "wording"
    if before is not None and unsaid and before.lower in listed("cues", "naming"):
        return len(said) <= 5
    if piece.part == "title" or not all(w[0].isupper() or w in SMALL for w in said):
        return False
    inside = before is not None and (before.owner or before.lower in {"the", "a", "an"})
    if inside and len(said) <= 6:
        return True
    mid = before is not None and before.kind == "word" and before.lower not in forms("saying")
    return len(said) <= 3 and not piece.whole and (unsaid or mid)


def _sentence_like(piece: Piece, tokens: Tokens, said: list[str], saying: Saying | None) -> bool:
    """Tell whether a piece stands as a sentence of its own."""
    if _continued(piece, tokens, saying):
        return True
    inner = piece.token.text.strip(MARKS)
    before = tokens[piece.at - 1] if piece.at else None
    if before is None or before.text in {"•", "-", "—"}:
        return saying is not None and (_ended(piece, tokens) or _taken_up(piece, tokens, saying))
    capital = inner[:1].isupper() or inner[:1] == "["
    if before.text in {":", ","}:
        set_off = saying is not None and saying.shape in {"after", "inside"} and inner[-1:] == ","
        led_in = capital and len(said) > 2 and (before.text == ":" or saying is not None)
        return led_in or (set_off and len(said) > 3)
    if before.lower in listed("cues", "loud", "plain"):
        return len(said) > 1 and (capital or before.lower in listed("cues", "loud"))
    if before.lower == "and" and piece.at > 1 and tokens[piece.at - 2].kind == "quote":
        return capital and len(said) > 2
    full = capital and len(said) > 6 and _clause(said) and saying is not None
    return full and (before.lower != "that" or _ended(piece, tokens))


def _ended(piece: Piece, tokens: Sequence[Token]) -> bool:
    """Tell whether a piece ends as a sentence or a clause does."""
    after = tokens[piece.at + 1] if piece.at + 1 < len(tokens) else None
    last = piece.token.text.strip(MARKS)[-1:]
    return last in {",", ".", "!", "?", "…", "-", "—"} or after is None or after.text in {",", "."}


def _taken_up(piece: Piece, tokens: Tokens, saying: Saying) -> bool:
    """Tell whether the saying follows a piece at once."""
    if piece.at + 1 >= len(tokens):
        return False
    start = tokens.start(piece.at + 1)
    return start == saying.cue.start or (
        saying.speaker is not None and start == saying.speaker.start
    )


def _continued(piece: Piece, tokens: Sequence[Token], saying: Saying | None) -> bool:
    """“…,” she said, “…”: the second half of a quoted sentence."""
    if saying is None or saying.shape not in {"after", "inside"} or piece.at < 3:
        return False
    earlier = [t for t in tokens[: piece.at - 1] if t.kind == "quote"]
    return tokens[0].kind == "quote" and bool(earlier) and tokens[piece.at - 1].text in {",", "."}


def _clause(said: list[str]) -> bool:
    return any(word.lower() in AUXILIARIES or word.lower().endswith(("'s", "’s")) for word in said)
