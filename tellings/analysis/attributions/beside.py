"""Who stands beside a quotation that no known verb of saying gives to anybody."""

from collections.abc import Sequence

from tellings.analysis.attributions.grammar import AUXILIARIES, ENDERS, finite
from tellings.analysis.attributions.leads import leading
from tellings.analysis.attributions.phrases import covering
from tellings.analysis.attributions.quoting import MARKS, Piece
from tellings.analysis.attributions.rightwards import phrase_after
from tellings.analysis.attributions.saying import DASHES, Saying, Shape
from tellings.analysis.attributions.tokens import Token, Tokens, listed
from tellings.analysis.names.capitals import bag

__all__ = ["beside", "lead_in"]

LONGEST_LABEL = 6
ENOUGH = 3
"""How many words after a comma are a sentence rather than a title."""

HUMAN = bag("he she")
ON_AIR = bag("on in via")
UNNAMED = ENDERS | bag("i the a an")


def beside(tokens: Tokens, piece: Piece) -> Saying | None:
    """Read “Mara Lind gloated: “…””, “Lind: “…””, “…,” gloated Lind” as a saying."""
    if not piece.first or piece.part == "title" or not piece.stretch.closed:
        return None
    return _before(tokens, piece) or _after(tokens, piece)


def lead_in(tokens: Tokens) -> Saying | None:
    """Read a sentence that ends with a colon: who is quoted in the next paragraph."""
    return _subject(tokens, len(tokens) - 1)


def _before(tokens: Tokens, piece: Piece) -> Saying | None:
    if piece.at < 2:
        return None
    mark = tokens[piece.at - 1].text
    if not (mark == ":" or (mark == "," and _full(piece)) or mark in DASHES):
        return None
    return _subject(tokens, piece.at - 1)


def _full(piece: Piece) -> bool:
    """Tell whether a piece is printed as a sentence: “We wait for ships”."""
    inner = piece.token.text.strip(MARKS)
    said = inner.split()
    small = [word for word in said if word[0].islower()]
    return inner[:1].isupper() and len(small) >= ENOUGH and inner[-1:] in ".!?,…"


def _subject(tokens: Tokens, mark: int) -> Saying | None:
    """Give what stands before a colon or comma, or the subject of it, as the speaker."""
    if any(token.kind == "quote" for token in tokens[:mark]):
        return None
    if label := _label(tokens, mark):
        return _given(tokens, label, mark, "before")
    subject = leading(tokens, mark)
    if subject is None or subject[1] >= mark or not _somebody(tokens[slice(*subject)]):
        return None
    verb = tokens[subject[1]]
    moves = finite(verb) or verb.lower.endswith("s")
    return _given(tokens, subject, subject[1], "before") if moves else None


def _label(tokens: Sequence[Token], mark: int) -> tuple[int, int] | None:
    """“Mara Lind: “…””, “Lind's statement: “…””: who or what is named before a colon."""
    if tokens[mark].text != ":" or not 0 < mark <= LONGEST_LABEL:
        return None
    # "Mara Lind on Telegram: “…”"
    mark = next((at for at in range(max(1, mark - 3), mark) if tokens[at].lower in ON_AIR), mark)
    words = tokens[:mark]
    document = words[-1].lower in listed("cues", "documents")
    owner = next((at for at, token in enumerate(words) if token.owner), None)
    if document and owner is not None and words[0].capital:
        return 0, owner + 1
    named = all(token.capital for token in words) and words[0].lower not in UNNAMED
    return (0, mark) if named and " ".join(t.lower for t in words) not in _labels() else None


def _labels() -> frozenset[str]:
    return listed("cues", "labels")


def _after(tokens: Tokens, piece: Piece) -> Saying | None:
    """“…,” Lind gloated”, “…,” gloated Lind”."""
    at = piece.at + 1
    if at + 1 >= len(tokens) or piece.token.text.strip(MARKS)[-1:] not in {",", "?", "!"}:
        return None
    verb = tokens[at]
    if verb.kind == "word" and finite(verb) and verb.lower not in AUXILIARIES:
        subject = phrase_after(tokens, at + 1)
        fits = subject and tokens[at + 1].capital and _somebody(tokens[slice(*subject)])
        return _given(tokens, subject, at, "after") if subject and fits else None
    subject = phrase_after(tokens, at)
    if subject is None or subject[1] >= len(tokens) or not _somebody(tokens[slice(*subject)]):
        return None
    verb = tokens[subject[1]]
    moves = finite(verb) and verb.lower not in AUXILIARIES
    return _given(tokens, subject, subject[1], "after") if moves else None


def _somebody(phrase: Sequence[Token]) -> bool:
    """Tell whether a phrase looks like somebody who speaks."""
    head = phrase[0]
    if len(phrase) == 1:
        return head.lower in HUMAN or head.capital
    human = listed("titles", "roles", "groups", "male", "female")
    return (head.capital and phrase[1].capital) or any(token.lower in human for token in phrase)


def _given(tokens: Tokens, subject: tuple[int, int], cue: int, shape: Shape) -> Saying:
    return Saying(cue=tokens.span(cue, cue + 1), shape=shape, speaker=covering(tokens, subject))
