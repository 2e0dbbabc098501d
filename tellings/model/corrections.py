"""The editor's last word on one event: what corrections.toml says, its quoted words found."""

from dataclasses import dataclass
from typing import Literal

from tellings.model.span import Passage

__all__ = [
    "Corrected",
    "Correction",
    "CountSource",
    "Edit",
    "Editable",
    "FixContent",
    "InShort",
    "JoinClaims",
    "MergeNames",
    "OneText",
    "OrderClaim",
    "PartNames",
    "PlaceClaim",
    "RejectMention",
    "SetDate",
    "SetDifference",
    "SetGist",
    "SetSpeaker",
    "SetStance",
    "SetTerm",
    "SplitClaim",
]

AttributionKind = Literal["direct", "partial", "indirect", "scare"]
"""As in `findings`, which stand above this module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """That a finding is the editor's, with the reason and the name where they are given."""

    because: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editable:
    """A finding that an editor may set."""

    edit: Edit | None = None
    """The editor's word on it; None where the tool found it so."""

    @property
    def set_by(self) -> Literal["tool", "editor"]:
        """Who has the last word on it."""
        return "editor" if self.edit else "tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One entry."""

    line: int
    """Where it begins in corrections.toml, from 1."""

    edit: Edit = Edit()
    at: tuple[Passage, ...] = ()
    """The passages it speaks of, in the order given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinClaims(Correction):
    """The claims that these sentences tell are one; a sentence that tells none joins it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitClaim(Correction):
    """These sentences leave their claim and are one of their own."""

    of: Passage | None = None
    """Another sentence of the claim that they leave, where they tell several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectMention(Correction):
    """This sentence does not tell the claim that `of` tells."""

    of: Passage | None = None
    """None: no claim that another text tells too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceClaim(Correction):
    """The claim stands in this section."""

    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderClaim(Correction):
    """The claim is read first in its section, or right before or after another."""

    where: Literal["first", "before", "after"]
    other: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGist(Correction):
    """These words stand for their claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixContent(Correction):
    """These words, no more and no less, are given as somebody's."""

    kind: AttributionKind | None = None
    """None: as it was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSpeaker(Correction):
    """Who is given as saying these words."""

    speaker: str | None
    """None: the text does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDate(Correction):
    """What these words for time mean."""

    date: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD; None: no date."""

    background: bool | None = None
    """Whether it is history told beside the event; None: as it was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeNames(Correction):
    """These names are one person, body or place; the first is what it is called."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartNames(Correction):
    """The first of these names is not what the others name."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDifference(Correction):
    """What the passages say differently, and how; or that they do not differ."""

    kind: str | None = None
    """A kind of difference; None: any that was found."""

    relation: str | None = None
    """How the readings stand to one another; None: as it was found."""

    dismissed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStance(Correction):
    """How a text speaks of a target in one voice."""

    source: str
    target: str
    voice: Literal["own", "quoted"]
    value: int | None
    """−2 … +2; None: cleared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTerm(Correction):
    """These words are a term for a contested thing."""

    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneText(Correction):
    """Whether these files are one text."""

    sources: tuple[str, ...]
    same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InShort(Correction):
    """This sentence stands in “In short”, or does not."""

    pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSource(Correction):
    """This source is shown and not counted among the texts."""

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What became of an entry."""

    correction: Correction
    did: str
    """In words: “joined two claims”."""

    problem: str = ""
    """Why it does not fit what is found any more; empty where it does."""
