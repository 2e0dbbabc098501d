"""Claims and differences, as a digest page shows them."""

from dataclasses import dataclass

from tellings.render.views.common import Badge, Link, Segment

__all__ = [
    "ClaimView",
    "ComparisonView",
    "DifferenceView",
    "EvidenceView",
    "ReadingView",
    "SectionView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """What one or more texts give where texts differ."""

    words: str
    """The words as printed; empty where the texts tell the same and only give it to others."""

    meaning: str
    """What they come to, where the words alone do not show it; else empty."""

    told_by: tuple[Link, ...]
    """The texts, each linked to the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """One point in which the texts differ."""

    kind: str
    """number, date, certainty, tense, object, place, attribution, scope or wording."""

    relation: str
    """How the readings stand to one another, in words."""

    reason: str
    """Why they stand so, in words; empty where the kind says it."""

    readings: tuple[ReadingView, ...]
    """Side by side; never averaged, never decided."""

    by_editor: bool
    """Whether the editor has set it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView:
    """A claim in which the texts differ, and in what."""

    title: str
    """The claim, or the words about what differs in it, cut short."""

    href: str
    """The link to it."""

    points: tuple[DifferenceView, ...]
    """In what they differ, the sharpest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A sentence that carries a claim."""

    segments: tuple[Segment, ...]
    """The sentence, with the words that carry the claim marked; empty where the gist is the whole
    of it."""

    link: Link
    """The sentence in its source's page."""

    voice: str
    """Whose words they are: own voice, attributed, quoted, or attributed with a loaded word."""

    by: str | None
    """Who is given as saying so, where the text says."""

    certainty: str
    """How sure the text sounds, in words; empty for plain fact."""

    also: tuple[Link, ...]
    """Files of the same text that print the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One thing told, with every place that tells it."""

    id: str
    """Its anchor."""

    number: int
    """Its place in the reading order."""

    gist: str
    """The words that stand for it, verbatim, with … at a cut."""

    standing: str
    """shared, differs or told-by-one."""

    told_by: tuple[Link, ...]
    """The texts that tell it, that of the gist first, each linked to the exact sentence."""

    by: str
    """Whom that text gives as saying so, where it says; else empty."""

    badges: tuple[Badge, ...]
    """Its marks, in words."""

    differences: tuple[DifferenceView, ...]
    """In what its texts differ, the sharpest first."""

    alone: EvidenceView | None
    """The sentence behind it, where there is but one and the gist is the whole of it."""

    evidence: tuple[EvidenceView, ...]
    """The sentences behind it, else; those that differ first where they are many."""

    evidence_more: tuple[EvidenceView, ...]
    """The others, where they are many."""

    sentences: str
    """How many sentences that is, in words."""

    marks: str
    """What the lines under words of these sentences mean, in words; empty where none stands."""

    origins: str
    """Which texts have it from one origin, in words, where the marks only count them."""

    related: tuple[Link, ...]
    """Other claims that may tell the same, the likeliest first."""

    open: bool
    """Whether the evidence is shown at once: where texts differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """Claims that belong together."""

    id: str
    """Its anchor."""

    name: str
    """Its heading."""

    summary: str
    """What is in it, in words, where it folds; empty in a short digest, where none does."""

    open: bool
    """Whether it is unfolded at first."""

    claims: tuple[ClaimView, ...]
    """Those of several texts, and few of one text alone; of very many, the first."""

    more: tuple[ClaimView, ...]
    """The others of several texts, where they are very many; shown on demand."""

    folded: tuple[ClaimView, ...]
    """More than three claims that one text alone tells, shown on demand."""
