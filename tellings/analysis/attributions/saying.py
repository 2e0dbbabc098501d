"""One cue of a sentence, whose it is and what it gives as said."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tellings.analysis.attributions.tokens import Tokens
from tellings.model.span import Span

__all__ = ["CLOSERS", "DASHES", "DASHES_OR_COMMA", "Saying", "Shape", "Tokens", "given", "spans"]

Shape = Literal[
    "before", "after", "inside", "according", "headline", "noun", "adverb", "wording", "frame"
]
DASHES = frozenset(["-", "--", "—", "–"])
CLOSERS = DASHES | {".", ",", ";", "!", "?", "…", ")", "]"}
ENDS = CLOSERS | {":"}
DASHES_OR_COMMA = DASHES | {","}


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One cue: whose words, and which."""

    cue: Span
    shape: Shape
    """Where the cue stands: before its content, after it, inside it, or what kind it is."""

    speaker: Span | None = None
    contents: tuple[Span, ...] = ()
    subjectless: bool = False
    """Whether the speaker must be the last one's of the sentence: “…, adding that …”."""

    rule: str = ""
    """What found it, where that is more than its shape and its rule in the table tell."""


def given(
    tokens: Tokens,
    at: int,
    speaker: Span | None,
    shape: Shape,
    *parts: tuple[int, int],
    subjectless: bool = False,
    rule: str = "",
) -> Saying:
    """Make a saying of the cue at a place and of the token ranges that are its content."""
    return Saying(
        cue=tokens.span(at, at + 1),
        shape=shape,
        speaker=speaker,
        contents=spans(tokens, parts) if parts else (),
        subjectless=subjectless,
        rule=rule,
    )


def spans(tokens: Tokens, parts: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Turn token ranges into stretches of text without the marks at their ends."""
    found: list[Span] = []
    for first, last in parts:
        start, end = first, last
        while start < end and tokens[start].text in ENDS:
            start += 1
        while start < end and tokens[end - 1].text in ENDS:
            end -= 1
        if start < end:
            found.append(tokens.span(start, end))
    return tuple(found)
