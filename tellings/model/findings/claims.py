"""What several texts tell, and how they differ in it."""

from dataclasses import dataclass
from typing import Literal

from tellings.model.corrections import Editable
from tellings.model.findings.tellings import Voice
from tellings.model.span import Passage

__all__ = [
    "Backing",
    "BackingKind",
    "Certainty",
    "Claim",
    "Cover",
    "Difference",
    "DifferenceKind",
    "Mention",
    "Omission",
    "Reading",
    "Related",
    "Relation",
    "Section",
    "SummaryLine",
]

Certainty = Literal[
    "fact", "scheduled", "intended", "expected", "done", "alleged", "denied", "reported"
]
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
BackingKind = Literal["agency", "speaker", "outlet", "shared"]
Relation = Literal["conflict", "update", "part", "compatible"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One text's words for a claim."""

    passage: Passage
    """The sentence."""

    clause: Passage | None = None
    """The clause of it that tells the claim; None where the whole of it does, or none is clear."""

    voice: Voice = "own"
    by: str | None = None
    certainty: Certainty = "fact"
    score: float = 1.0
    """How close it is to the claim's other mentions, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A link to another claim that may tell the same: too weak to be one with it."""

    claim: str
    here: Passage
    """The sentence of this claim."""

    there: Passage
    """The sentence of the other."""

    score: float
    """How likely both tell the same, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Editable):
    """One thing told, with every place that tells it."""

    id: str
    """`c-` and six hex digits of its gist's words; `-2` and so on for a repeat."""

    gist: Passage
    """The passage whose words stand for the claim."""

    mentions: tuple[Mention, ...]
    """In order of source id, then place."""

    related: tuple[Related, ...] = ()
    """Weaker links to other claims, the likeliest first."""

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
class Difference(Editable):
    """What the mentions of one claim say differently."""

    claim: str
    kind: DifferenceKind
    relation: Relation
    readings: tuple[Reading, ...]
    because: str = ""
    """Why the readings stand to one another as they do, in words, where the kind does not say."""

    @property
    def weak(self) -> bool:
        """Whether texts only give different people, or nobody, as saying the same."""
        return (self.kind, self.relation) == ("attribution", "compatible")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """One origin of a claim, and the texts of which none can be shown to have it elsewhere."""

    name: str
    """An agency, a speaker, an outlet; of texts that share a sentence all their labels."""

    kind: BackingKind
    texts: tuple[str, ...]
    """The ids that speak for the texts, in order."""

    shown: tuple[str, ...]
    """Those of them that name the origin themselves; the others share sentences with these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """How a claim is counted: independent texts and the origins behind them."""

    claim: str
    texts: int
    origins: tuple[str, ...] = ()
    """The names of the origins, in order; one for each that can be told from the others."""

    backings: tuple[Backing, ...] = ()
    """What stands behind which texts, the origin of most texts first."""

    carriers: tuple[str, ...] = ()
    """Whose copy the texts run: agencies, and the outlets that credit none; in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Claims that belong together, in the order to be read."""

    id: str
    name: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """A claim that a text does not carry although others do."""

    claim: str
    source: str
    near: Passage | None = None
    """The text's sentence that may tell it in other words; None where nothing comes near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine(Editable):
    """One sentence of "In short": verbatim passages joined by fixed phrases."""

    text: str
    claims: tuple[str, ...]
    evidence: tuple[Passage, ...]
