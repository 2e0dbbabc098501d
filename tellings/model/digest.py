"""Everything found about one event, ready to be shown."""

from dataclasses import dataclass
from typing import Literal

from tellings.model.corrections import Corrected
from tellings.model.event import Event, Target
from tellings.model.findings import (
    Claim,
    Cover,
    Difference,
    Frame,
    Lineage,
    Name,
    Omission,
    Quotation,
    Section,
    Stance,
    SummaryLine,
    Telling,
    VoiceShare,
)
from tellings.model.span import Passage

__all__ = ["Digest", "Standing"]

Standing = Literal["shared", "differs", "told-by-one"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """An event, its tellings and all that was found; the parts refer to one another by id."""

    event: Event
    tellings: tuple[Telling, ...]
    """All shown sources in order of id, those the analysis cannot read included."""

    targets: tuple[Target, ...]
    names: tuple[Name, ...]
    lineage: Lineage
    claims: tuple[Claim, ...]
    """In reading order."""

    differences: tuple[Difference, ...]
    covers: tuple[Cover, ...]
    """One for each claim, in the claims' order."""

    sections: tuple[Section, ...]
    omissions: tuple[Omission, ...]
    frames: tuple[Frame, ...]
    stances: tuple[Stance, ...]
    quotations: tuple[Quotation, ...]
    voices: tuple[VoiceShare, ...]
    summary: tuple[SummaryLine, ...]
    corrections: tuple[Corrected, ...] = ()
    """What became of each entry of the editor's, in the order of corrections.toml."""

    def telling(self, source: str) -> Telling:
        """Find a source's telling.

        Raises:
            KeyError: when the digest has no such source.
        """
        for telling in self.tellings:
            if telling.id == source:
                return telling
        raise KeyError(source)

    def words(self, passage: Passage) -> str:
        """Give the words that a passage covers."""
        return passage.of(self.telling(passage.source).text)

    def standing(self, claim: Claim) -> Standing:
        """Tell whether texts agree on a claim, differ in it, or only one tells it.

        Texts that only give it as somebody's words, or as nobody's, agree on what is told.
        """
        if any(one.claim == claim.id and not one.weak for one in self.differences):
            return "differs"
        return "shared" if len(self.lineage.counted(claim.sources)) > 1 else "told-by-one"
