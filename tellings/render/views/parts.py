"""The digest page's timeline, its speakers and its coverage table."""

from dataclasses import dataclass

from tellings.render.views.common import Day, Link

__all__ = [
    "CellView",
    "ColumnView",
    "CoverageRow",
    "CoverageView",
    "QuoteView",
    "SpeakerView",
    "TimelineEntry",
    "TimelineView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What the texts place at one date."""

    day: Day | None
    """The date; None where it is that of the entry before."""

    words: str
    """The sentence, or the words that carry its claim."""

    told_by: tuple[Link, ...]
    """The texts, each linked to the sentence."""

    claim: Link | None
    """The claim it belongs to, if there is one."""

    basis: str
    """How the date was worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """The event in order of time."""

    story: tuple[TimelineEntry, ...]
    """The event itself."""

    background: tuple[TimelineEntry, ...]
    """History told beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """One printing of something said."""

    words: str
    """The words with their quotation marks, as printed."""

    told_by: tuple[Link, ...]
    """The texts that print exactly this."""

    variant: bool
    """Whether it prints differently what the quotation above it prints."""

    headline_only: bool
    """Whether the words stand in a headline and nowhere in the text below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Somebody whose words the texts give."""

    name: str | None
    """As resolved or printed; None where no speaker is named."""

    quotes: tuple[QuoteView, ...]
    """Words in quotation marks, the variants of one quotation together."""

    reported: tuple[QuoteView, ...]
    """Words given without quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """A text as a column or a row of a table."""

    label: str
    """What the text is called."""

    href: str
    """The link to its source's page."""

    files: str
    """In how many files it stands, in words; empty for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """How one text carries one claim."""

    words: str
    """The voice in words, or "not in it"."""

    href: str | None
    """The link to the sentence; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """A claim as a row of the coverage table."""

    number: int
    """The claim's number."""

    href: str
    """The link to the claim."""

    words: str
    """Its gist, cut short."""

    cells: tuple[CellView, ...]
    """One for each text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Which text carries which of the claims that two or more texts tell."""

    finding: str
    """What the table shows, in one sentence."""

    columns: tuple[ColumnView, ...]
    """The texts."""

    rows: tuple[CoverageRow, ...]
    """The claims."""

    totals: tuple[int, ...]
    """How many of these claims each text carries."""

    base: str
    """What is counted, in words."""
