"""What a digest page shows."""

from dataclasses import dataclass

from tellings.render.html import Html
from tellings.render.views.changes import ChangesView
from tellings.render.views.charts import ChartView
from tellings.render.views.claims import ComparisonView, SectionView
from tellings.render.views.common import Day, Link, Wording
from tellings.render.views.parts import CoverageView, SpeakerView, TimelineView

__all__ = [
    "CiteView",
    "CopyView",
    "DigestView",
    "Download",
    "EditorLine",
    "Endnote",
    "EndnoteText",
    "LeftOutClaim",
    "LeftOutText",
    "LineageLine",
    "ShortLine",
    "SourceCard",
    "Unclear",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortLine:
    """One sentence of "In short"."""

    words: tuple[Wording, ...]
    """Verbatim words of the texts, joined by fixed phrases."""

    told_by: tuple[Link, ...]
    """The texts that it comes from, each linked to the sentence."""

    claims: tuple[Link, ...]
    """The claims it stands for."""

    support: str
    """How many texts tell the claim, in words: "3 of 4 texts"; empty where it has no
    claim, or where there is only one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageLine:
    """One thing known of where words come from."""

    words: str
    """The finding, in one sentence."""

    evidence: tuple[Link, ...]
    """The sentences that show it, the first of them where they are many."""

    more: str
    """How many more there are, in words; empty for none."""

    named: bool = False
    """Whether the sentence ends on the texts of these sentences: “much the same words in”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A further file of a text."""

    id: str
    """Its anchor."""

    link: Link
    """Its page, called by its outlet, or by its file's name where the outlet is the same."""

    day: Day | None
    """When it was published, where known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard:
    """A text in the list of sources."""

    id: str
    """Its anchor."""

    link: Link
    """Its page, called by its outlet."""

    title: str
    """Its title, or its first words."""

    derived: bool
    """Whether the title is a label made from the first words."""

    lang: str | None
    """The language of the title, where it is not English."""

    day: Day | None
    """When it was published, where known."""

    facts: tuple[str, ...]
    """What else to know: language, number of sentences, agencies, rights."""

    copies: tuple[CopyView, ...]
    """Other files with the same text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutClaim:
    """A claim that a text does not carry."""

    link: Link
    """The claim, by its number."""

    words: str
    """Its gist, cut short."""

    others: str
    """In how many other texts it stands, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A claim that a text may tell in other words."""

    claim: Link
    """The claim, by its number."""

    sentence: Link
    """The text's sentence that comes near it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutText:
    """What one text leaves out."""

    id: str
    """Its anchor."""

    label: str
    """What the text is called."""

    carries: str
    """How many of the shared claims it carries, in words."""

    claims: tuple[LeftOutClaim, ...]
    """Those that nothing in it comes near."""

    more: tuple[LeftOutClaim, ...]
    """More of them, shown on demand."""

    rest: Link | None
    """How many are listed nowhere but in the coverage table, and where that is; None for none."""

    unclear: tuple[Unclear, ...]
    """Those that one of its sentences may tell in other words; of very many, the first."""

    doubtful: int
    """How many these are in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A data file of the event."""

    link: Link
    """The file."""

    words: str
    """What is in it, and how large it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteView:
    """How to cite the digest."""

    words: str
    """As one line of text."""

    bibtex: str
    """As a BibTeX entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorLine:
    """An entry of the editor's, and what became of it."""

    words: str
    """What it did: "Joined 2 claims"."""

    places: tuple[Link, ...]
    """The sentences that it quotes; none where it speaks of names or of whole texts."""

    because: str
    """The editor's reason; empty where none is given."""

    by: str
    """Who says so; empty where it is not said."""

    problem: str
    """Why it does not fit what is found any more; empty where it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endnote:
    """A sentence behind the digest, for paper."""

    number: int
    """Its number in its text."""

    words: str
    """The sentence; empty where a claim is printed in it, whole."""

    claims: str
    """The numbers of the claims that it carries, and how it tells them, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndnoteText:
    """The sentences of one text that the digest rests on, for paper."""

    label: str
    """What the text is called."""

    addresses: tuple[str, ...]
    """Where the text stands: its page, and where it was published; as far as known."""

    notes: tuple[Endnote, ...]
    """The sentences; of those that a claim is printed in only what tells it in a way of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestView:
    """A digest page."""

    title: str
    """The event's title."""

    day: Day | None
    """The day of the event, where known."""

    count: str
    """The honest count: "5 files · 4 texts · 1 agency"."""

    reasons: tuple[str, ...]
    """Why there are fewer texts than files, and what takes no part."""

    meta: tuple[str, ...]
    """Further facts: the place, the number of claims and of differences."""

    note: Html
    """The editor's note, rendered; empty when there is none."""

    changes: ChangesView | None
    """What has changed since the digest was published before; None where nothing has."""

    contents: tuple[Link, ...]
    """The table of contents."""

    stance: str
    """The link to the stance summary."""

    short: tuple[ShortLine, ...]
    """"In short"."""

    differ: tuple[ComparisonView, ...]
    """"Where the texts differ": the sharpest few."""

    differ_more: tuple[ComparisonView, ...]
    """The other differences, shown on demand."""

    differ_rest: str
    """What the others are, and how many, in words."""

    no_difference: str
    """What is said when there is no difference."""

    sections: tuple[SectionView, ...]
    """The claims, in sections."""

    timeline: TimelineView | None
    """The event in order of time; None when no text gives a date."""

    speakers: tuple[SpeakerView, ...]
    """"Who says what": those heard most."""

    speakers_more: tuple[SpeakerView, ...]
    """The others, where they are many."""

    coverage: CoverageView | None
    """Which text carries which claim; None when no two texts share one."""

    lineage: tuple[LineageLine, ...]
    """Where words come from."""

    lineage_more: tuple[LineageLine, ...]
    """More of it, shown on demand."""

    lineage_chart: ChartView | None
    """The same drawn, for up to twelve texts and origins; None where nothing ties them."""

    sources: tuple[SourceCard, ...]
    """The sources, in order of their ids."""

    left_out_base: str
    """What the omissions are counted on, in words."""

    left_out: tuple[LeftOutText, ...]
    """What each text leaves out; empty when no two texts of different origin share a claim, or
    there is no third."""

    editor: tuple[EditorLine, ...]
    """What the editor has set; empty where nothing is."""

    downloads: tuple[Download, ...]
    """The data files."""

    cite: CiteView
    """How to cite the digest."""

    endnotes: tuple[EndnoteText, ...]
    """All evidence, for paper: every sentence once, by text."""
