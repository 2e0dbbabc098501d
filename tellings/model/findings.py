"""What the analysis finds. Every finding points at one passage at least."""

from dataclasses import dataclass
from typing import Literal

from tellings.model.document import Document
from tellings.model.event import SetBy
from tellings.model.span import Passage, Span, covered

__all__ = [
    "Attribution",
    "AttributionKind",
    "Bound",
    "Certainty",
    "Claim",
    "Confidence",
    "Cover",
    "DatedExpression",
    "Derivation",
    "Difference",
    "DifferenceKind",
    "Frame",
    "Lineage",
    "Mention",
    "Name",
    "NameKind",
    "Omission",
    "Origin",
    "Precision",
    "Quantity",
    "Quotation",
    "Reading",
    "Relation",
    "Section",
    "Stance",
    "StanceEvidence",
    "StanceVoice",
    "SummaryLine",
    "Telling",
    "Voice",
    "VoiceShare",
]

AttributionKind = Literal["direct", "partial", "indirect", "scare"]
Voice = Literal["own", "attributed", "direct_quote", "own_inside_attribution"]
StanceVoice = Literal["own", "quoted"]
Certainty = Literal[
    "fact", "scheduled", "intended", "expected", "done", "alleged", "denied", "reported"
]
Precision = Literal["day", "month", "year", "season", "range"]
Bound = Literal["exact", "at least", "at most", "about"]
NameKind = Literal["person", "organisation", "place", "other"]
DifferenceKind = Literal[
    "number",
    "date",
    "certainty",
    "tense",
    "object",
    "place",
    "attribution",
    "scope",
    "wording",
]
Relation = Literal["conflict", "update", "part", "compatible"]
Confidence = Literal["low", "medium", "high"]

HALF = 0.5
"""How much of a stretch must stand in a voice for the stretch to count as it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
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

    set_by: SetBy = "tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedExpression:
    """Words that place something in time, resolved against the article's own day."""

    passage: Passage
    date: str
    """YYYY, YYYY-MM or YYYY-MM-DD as its precision says; "2024-06/2024-08" for seasons, ranges."""

    precision: Precision
    time: str | None = None
    """HH:MM where a clock time is printed."""

    basis: str
    """How it was resolved, in words: "weekday before the article's day"."""

    background: bool = False
    """History told beside the event, which the timeline keeps apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number and what it counts."""

    passage: Passage
    value: float
    unit: str | None = None
    """An ISO 4217 code for money, "%" for shares, else a plain unit word; None for a count."""

    counts: str | None = None
    """What is counted, in the text's own words."""

    bound: Bound = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One person, organisation or place of the event, under all its printed forms."""

    id: str
    name: str
    kind: NameKind
    variants: tuple[str, ...] = ()
    mentions: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One text and what can be read in it alone."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    dates: tuple[DatedExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()

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

        Quotation marks that are not speech leave the words the text's own.
        """
        quoted = (a.content.span for a in self.attributions if a.kind == "direct")
        if covered(span, quoted) >= HALF:
            return "direct_quote"
        given = (a.content.span for a in self.attributions if a.kind != "scare")
        return "attributed" if covered(span, given) >= HALF else "own"

    def speaker_of(self, span: Span) -> str | None:
        """Name who the stretch is given as saying, if the text says."""
        spoken = [a for a in self.attributions if a.kind != "scare" and a.content.span.shared(span)]
        if not spoken:
            return None
        return max(
            spoken, key=lambda a: (a.content.span.shared(span), -len(a.content.span))
        ).speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """A sentence handed down from one text to another."""

    passage: Passage
    origin: Passage
    kind: Literal["identical", "near", "paraphrase"]
    direction: Literal["known", "unknown"] = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One thing said, in every printing of it."""

    id: str
    """`q1`, `q2` … in reading order."""

    printings: tuple[Passage, ...]
    """The contents of attributions, quotation marks included; two sources at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An agency, body or person that several words go back to."""

    name: str
    kind: Literal["agency", "outlet", "speaker"]
    sources: tuple[str, ...]
    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Which files are one text, and what was handed down."""

    texts: tuple[tuple[str, ...], ...]
    """Groups of source ids; every source stands in exactly one. The first speaks for its group."""

    origins: tuple[Origin, ...] = ()
    derived: tuple[Derivation, ...] = ()

    def text_of(self, source: str) -> str:
        """Give the id that speaks for a source's text."""
        for group in self.texts:
            if source in group:
                return group[0]
        return source


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One text's words for a claim."""

    passage: Passage
    voice: Voice = "own"
    by: str | None = None
    certainty: Certainty = "fact"
    score: float = 1.0
    """How close it is to the claim's other mentions, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing told, with every place that tells it."""

    id: str
    """`c-` and six hex digits of its gist's words; `-2` and so on for a repeat."""

    gist: Passage
    """The passage whose words stand for the claim."""

    mentions: tuple[Mention, ...]
    """In order of source id, then place."""

    set_by: SetBy = "tool"

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that tell it, in order, once each."""
        return tuple(dict.fromkeys(mention.passage.source for mention in self.mentions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one text gives where texts differ."""

    passage: Passage
    value: str
    """The words, or the value they come to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What the mentions of one claim say differently."""

    claim: str
    kind: DifferenceKind
    relation: Relation
    readings: tuple[Reading, ...]
    set_by: SetBy = "tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """How a claim is counted: independent texts and the origins behind them."""

    claim: str
    texts: int
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Claims that belong together, in the order to be read."""

    id: str
    name: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A term a text uses for a contested thing."""

    target: str
    term: str
    voice: Voice
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceEvidence:
    """A sentence behind a stance and the words in it that decided."""

    passage: Passage
    words: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How one text speaks of one target, in one voice."""

    source: str
    target: str
    voice: StanceVoice
    value: int | None
    """−2 … +2; None where the text does not cover the target."""

    confidence: Confidence
    reason: str
    evidence: tuple[StanceEvidence, ...] = ()
    set_by: SetBy = "tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceShare:
    """How many of a text's given words are one speaker's."""

    source: str
    speaker: str | None
    words: int
    share: float
    """Of all words the text gives as somebody's, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A claim that a text does not carry although others do."""

    claim: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """One sentence of "In short": verbatim passages joined by fixed phrases."""

    text: str
    claims: tuple[str, ...]
    evidence: tuple[Passage, ...]
