"""What a stance summary shows."""

from dataclasses import dataclass

from tellings.render.views.common import Link, Segment
from tellings.render.views.parts import ColumnView

__all__ = [
    "SayingCell",
    "SayingRow",
    "ShareView",
    "StanceCell",
    "StanceProof",
    "StanceProofs",
    "StanceRow",
    "StanceTarget",
    "StanceValue",
    "StanceView",
    "TermCell",
    "TermsRow",
    "VoicesView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceValue:
    """How one text speaks of one target in one voice."""

    voice: str
    """own voice or quoted."""

    words: str
    """The value in words, or "not covered"."""

    covered: bool
    """Whether the text speaks of the target in this voice."""

    confidence: str
    """How sure the program is, in words."""

    doubtful: bool
    """Whether that is low."""

    by_editor: bool
    """Whether the editor has set it."""

    because: tuple[str, ...]
    """The words of the text that decided, in marks, each once; none where it takes no side."""

    sentences: tuple[Link, ...]
    """The sentences it rests on, further down the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCell:
    """How one text speaks of one target."""

    covered: bool
    """Whether it speaks of the target at all."""

    values: tuple[StanceValue, ...]
    """Own voice, then quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRow:
    """One text in the table."""

    text: ColumnView
    """The text."""

    cells: tuple[StanceCell, ...]
    """One for each target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceProof:
    """A sentence behind a value."""

    id: str
    """Its anchor on this page."""

    segments: tuple[Segment, ...]
    """The sentence, with the words that decided marked."""

    rule: str
    """A class for its rule: own, attributed, quoted or loaded."""

    voice: str
    """own voice or quoted."""

    value: str
    """The value it supports, in words."""

    reason: str
    """Why it is read so."""

    link: Link
    """The sentence in its source's page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceProofs:
    """One text's sentences about one target."""

    label: str
    """What the text is called."""

    proofs: tuple[StanceProof, ...]
    """Own voice, then quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceTarget:
    """Somebody or something that the texts speak of."""

    id: str
    """Its anchor."""

    name: str
    """What it is called."""

    texts: tuple[StanceProofs, ...]
    """The texts that take a side, with the sentences in which they do."""

    plain: tuple[StanceProofs, ...]
    """The sentences that take none, by text; shown on demand."""

    number: int
    """How many these are."""

    silent: str
    """The texts that do not, in words; empty when all do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermCell:
    """The terms of one text for one thing."""

    terms: tuple[Link, ...]
    """Each linked to its sentence, its voice in brackets where it is not the text's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsRow:
    """What the texts call one thing."""

    thing: str
    """The thing."""

    cells: tuple[TermCell, ...]
    """One for each text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingCell:
    """How one text lets one speaker speak."""

    verbs: tuple[Link, ...]
    """The verbs of saying that add something, with what they add, each linked to its sentence."""

    speaks: bool
    """Whether the text gives words of the speaker at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingRow:
    """How the texts let one speaker speak."""

    speaker: str
    """Who speaks."""

    cells: tuple[SayingCell, ...]
    """One for each text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareView:
    """One speaker's part of the words that a text gives as somebody's."""

    speaker: str
    """Who speaks, or "no speaker named"."""

    words: str
    """How many words, and which share of all, in words."""

    side: str
    """Which target the speaker is named by; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesView:
    """Whose words fill one text."""

    label: str
    """What the text is called."""

    shares: tuple[ShareView, ...]
    """The largest first."""

    quoted: str
    """How much of the text stands in quotation marks as somebody's, in words."""

    unheard: str
    """Which people are named and given no words; empty when nobody is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceView:
    """A stance summary."""

    title: str
    """The event's title."""

    event: Link
    """The digest."""

    count: str
    """How many texts and targets."""

    targets_by: str
    """Who chose the targets, in words."""

    findings: tuple[str, ...]
    """How many texts take which side in their own voice, a sentence for each target and side."""

    settled: tuple[str, ...]
    """What the editor has set, each in words; empty when that is nothing."""

    targets: tuple[StanceTarget, ...]
    """The columns of the table, and the sentences."""

    rows: tuple[StanceRow, ...]
    """The rows of the table: texts, identical files as one."""

    columns: tuple[ColumnView, ...]
    """The texts as columns of the table of terms."""

    terms: tuple[TermsRow, ...]
    """What the texts call the same thing."""

    saying: tuple[SayingRow, ...]
    """How the texts let speakers speak, where a verb of saying adds something."""

    voices: tuple[VoicesView, ...]
    """Whose words fill each text."""
