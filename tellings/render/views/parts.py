"""The digest page's timeline, its speakers and its coverage table."""

from dataclasses import dataclass

from tellings.render.views.charts import ChartView
from tellings.render.views.common import Day, Link, Segment

__all__ = [
    "CellView",
    "ColumnView",
    "CoverageRow",
    "CoverageView",
    "QuoteView",
    "RoleView",
    "SpeakerView",
    "TimelineEntry",
    "TimelineView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What the texts place at one date."""

    id: str
    """Its anchor; empty where the date is that of the entry before."""

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

    chart: ChartView | None
    """The dates drawn, story and background apart; None where there are too few."""

    story: tuple[TimelineEntry, ...]
    """The event itself; of very many entries, the first."""

    story_more: tuple[TimelineEntry, ...]
    """The others, shown on demand."""

    background: tuple[TimelineEntry, ...]
    """History told beside it; of very many entries, the first."""

    background_more: tuple[TimelineEntry, ...]
    """The others, shown on demand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """What texts say that somebody is."""

    words: str
    """The role as printed: “the union leader”."""

    told_by: tuple[Link, ...]
    """The texts, each linked to the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """One printing of something said."""

    words: tuple[Segment, ...]
    """The words with their quotation marks, as printed; marked "changed" where the longest printing
    of the quotation has others."""

    told_by: tuple[Link, ...]
    """The texts that print these words, whatever their marks."""

    variant: bool
    """Whether it prints differently what the quotation above it prints."""

    differs: str
    """How it differs from the longest printing, in words; empty for that one."""

    given_to: str
    """Who says it in these texts, where others name somebody else, or where they say “he”; else
    empty."""

    headline_only: bool
    """Whether the words stand in a headline and nowhere in the text below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Somebody whose words the texts give."""

    id: str
    """The anchor."""

    name: str | None
    """As resolved or printed; None where no speaker is named."""

    roles: tuple[RoleView, ...]
    """What the texts say that the speaker is."""

    spellings: tuple[str, ...]
    """Other full forms of the name."""

    quotes: tuple[QuoteView, ...]
    """Words in quotation marks, the variants of one quotation together; of very many, the first."""

    quotes_more: tuple[QuoteView, ...]
    """The others, shown on demand."""

    reported: tuple[QuoteView, ...]
    """Words given as the speaker's without quotation marks around them."""


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
    """The claims; of very many, those that most texts tell."""

    rest: Link | None
    """How many stand in the download alone, and where that is; None for none."""

    totals: tuple[int, ...]
    """How many of these claims each text carries."""

    base: str
    """What is counted, in words."""

    size: str
    """How large the table is, in words."""

    open: bool
    """Whether it is short enough to be shown at once."""

    chart: ChartView | None
    """The table drawn; None where it is too small or too large to be."""
