"""What can be read in one text alone."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from tellings.model.corrections import Editable
from tellings.model.document import Document
from tellings.model.span import Passage, Span, covered

__all__ = [
    "Attribution",
    "AttributionKind",
    "Bound",
    "DatedExpression",
    "Name",
    "NameKind",
    "Precision",
    "Quantity",
    "Telling",
    "Voice",
]

AttributionKind = Literal["direct", "partial", "indirect", "scare"]
Voice = Literal["own", "attributed", "direct_quote", "own_inside_attribution"]
Precision = Literal["day", "month", "year", "season", "range"]
Bound = Literal["exact", "at least", "at most", "about"]
NameKind = Literal["person", "organisation", "place", "other"]

HALF = 0.5
"""How much of a stretch must stand in a voice for the stretch to count as it."""

ASIDE = re.compile(
    r"(?=..)(?:,\s[^,;:—]{1,60},)?(?:\s(?:ha[ds]|have|also|later|then|[a-z]+ly)\b)*\s"
)
"""What may stand between who speaks and the verb and tell no more than how they spoke."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Editable):
    """Words that a text gives as somebody's (content, cue, speaker: PARC 3.0's terms)."""

    content: Passage
    """The words given, quotation marks included."""

    kind: AttributionKind
    """direct: whole quoted sentences; partial: quoted words inside a sentence; indirect: no
    marks; scare: marks that are not speech."""

    speaker: str | None = None
    """Resolved where the text leaves no doubt, else as printed, else None."""

    speaker_at: Passage | None = None
    cue_at: Passage | None = None
    headline_only: bool = False
    """Whether the words stand in the text's headline and nowhere in its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedExpression(Editable):
    """Words that place something in time, resolved against the article's own day."""

    passage: Passage
    date: str
    """YYYY, YYYY-MM or YYYY-MM-DD as its precision says; "2024-06/2024-08" for seasons, ranges."""

    precision: Precision
    time: str | None = None
    """HH:MM where a clock time is printed."""

    zone: str | None = None
    """The time's zone where one is printed, in the text's words: “GMT”, “local time”."""

    basis: str
    """How it was resolved, in words: "weekday before the article's day"."""

    background: bool = False
    """History told beside the event, which the timeline keeps apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number and what it counts."""

    passage: Passage
    value: float
    """As printed, in its unit; of a range the lower end."""

    upper: float | None = None
    """The upper end of a range such as “30 to 40”."""

    unit: str | None = None
    """An ISO 4217 code for money, "%" for shares, else a plain unit word; None for a count."""

    counts: str | None = None
    """What is counted, in the text's own words."""

    bound: Bound = "exact"
    per: str | None = None
    """What a rate is counted for: “day”, “head”."""

    part_of: str | None = None
    """What it is only a part of, in the text's own words: “the 30 sailors”, “them”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Editable):
    """One person, organisation or place of the event, under all its printed forms."""

    id: str
    name: str
    kind: NameKind
    variants: tuple[str, ...] = ()
    roles: tuple[Passage, ...] = ()
    """What the texts say that a person is, each role once per text: “Mayor”, “the union leader”."""

    mentions: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One text and what can be read in it alone."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    dates: tuple[DatedExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def __hash__(self) -> int:
        # Text and id tell tellings apart; to hash all findings would take longer than to find some.
        return hash((self.id, self.text))

    @property
    def id(self) -> str:
        """The source's id."""
        return self.document.source.id

    @property
    def text(self) -> str:
        """The source's text."""
        return self.document.source.text

    def voice_of(self, span: Span) -> Voice:
        """Tell whose words a stretch of the text is: what at least half of it stands in.

        Who speaks and the cue say nothing of their own, so they are left out of the count:
        “It rains,” said Mara Lind of the harbour board, is a quotation. Quotation marks that are
        not speech leave the words the text's own.
        """
        given = self.given_in(span)
        if not given:
            return "own"
        said = tuple(a.content for a in given)
        frames = tuple(place for a in given for place in _frame(a, self.text))
        framing = covered(span, (*said, *frames)) - covered(span, said)
        half = HALF * (1 - framing)
        if covered(span, (a.content for a in given if a.kind == "direct")) >= half:
            return "direct_quote"
        return "attributed" if covered(span, said) >= half else "own"

    def given_in(self, span: Span) -> tuple[Attribution, ...]:
        """Give the attributions, of real speech, that share words with a stretch."""
        given, starts, reach = _in_order(self)
        first, last = bisect_right(reach, span.start), bisect_left(starts, span.end)
        return tuple(a for a in given[first:last] if span.start < a.content.end)

    def speaker_of(self, span: Span) -> str | None:
        """Name who the stretch is given as saying, if the text says."""
        spoken = self.given_in(span)
        if not spoken:
            return None
        return max(
            spoken, key=lambda a: (a.content.span.shared(span), -len(a.content.span))
        ).speaker


def _frame(a: Attribution, text: str) -> tuple[Passage, ...]:
    """Give who speaks and the cue, with an aside between: “Lind, speaking in Tresa, said”."""
    if a.speaker_at is None or a.cue_at is None:
        return tuple(place for place in (a.speaker_at, a.cue_at) if place)
    if not ASIDE.fullmatch(text, a.speaker_at.end, max(a.speaker_at.end, a.cue_at.start)):
        return a.speaker_at, a.cue_at
    return (Passage(a.cue_at.source, a.speaker_at.start, a.cue_at.end),)


@lru_cache(maxsize=1 << 10)
def _in_order(
    telling: Telling,
) -> tuple[tuple[Attribution, ...], tuple[int, ...], tuple[int, ...]]:
    """Give real speech in text order, where each begins, and how far it reaches by then.

    Asked for each clause of each sentence: to look through all would take the square of a text.
    """
    real = (a for a in telling.attributions if a.kind != "scare")
    given = tuple(sorted(real, key=lambda a: a.content.start))
    reach = accumulate((a.content.end for a in given), max)
    return given, tuple(a.content.start for a in given), tuple(reach)
