"""The questions the analysis asks, one typed slot each, and who answers them.

A step is exchanged with `dataclasses.replace(DEFAULT, attributions=mine)`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tellings.analysis import (
    attributions,
    claims,
    dates,
    differences,
    framing,
    lineage,
    names,
    numbers,
    omissions,
    quotations,
    sections,
    sentences,
    similarity,
    stance,
    summary,
    targets,
    voices,
)
from tellings.analysis.similarity import Likeness
from tellings.model.document import Document
from tellings.model.event import Target
from tellings.model.findings import (
    Attribution,
    Claim,
    Cover,
    DatedExpression,
    Difference,
    Frame,
    Lineage,
    Name,
    Omission,
    Quantity,
    Quotation,
    Section,
    Stance,
    SummaryLine,
    Telling,
    VoiceShare,
)
from tellings.model.source import Source

__all__ = ["DEFAULT", "Toolkit"]

Tellings = tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolkit:
    """One answer to each question, in the order in which they are asked."""

    sentences: Callable[[Source], Document]
    """Where does each sentence begin and end?"""

    attributions: Callable[[Document], tuple[Attribution, ...]]
    """Who is given as saying what?"""

    dates: Callable[[Document, str | None], tuple[DatedExpression, ...]]
    """When? Resolved against a day, YYYY-MM-DD: the article's own, else the event's."""

    numbers: Callable[[Document], tuple[Quantity, ...]]
    """How many, how much, and of what?"""

    names: Callable[[Tellings], tuple[Name, ...]]
    """Who is who, under which names?"""

    targets: Callable[[Tellings, tuple[Name, ...]], tuple[Target, ...]]
    """Whose treatment is worth comparing, where the editor has not said?"""

    quotations: Callable[[Tellings], tuple[Quotation, ...]]
    """Which quotations are one, printed several times?"""

    similarity: Callable[[Tellings], Likeness]
    """How close are any two sentences?"""

    lineage: Callable[[Tellings], Lineage]
    """Which files are one text, and what was handed down?"""

    claims: Callable[[Tellings, Likeness, Lineage], tuple[Claim, ...]]
    """Which sentences of different texts say the same thing?"""

    covers: Callable[[Tellings, tuple[Claim, ...], Lineage], tuple[Cover, ...]]
    """How many independent texts and origins carry each claim?"""

    differences: Callable[[Tellings, tuple[Claim, ...], Lineage], tuple[Difference, ...]]
    """What do the mentions of a claim say differently?"""

    sections: Callable[
        [
            Tellings,
            tuple[Name, ...],
            tuple[Claim, ...],
            tuple[Cover, ...],
            tuple[Difference, ...],
        ],
        tuple[Section, ...],
    ]
    """In which order, under which headings, are claims read?"""

    omissions: Callable[
        [tuple[Claim, ...], tuple[Cover, ...], Likeness, Lineage, tuple[str, ...]],
        tuple[Omission, ...],
    ]
    """What does each of the named sources leave out?"""

    framing: Callable[[Tellings, tuple[Target, ...]], tuple[Frame, ...]]
    """Which terms does each text use for contested things?"""

    stance: Callable[[Tellings, tuple[Target, ...], tuple[Frame, ...]], tuple[Stance, ...]]
    """How does each text speak of each target?"""

    voices: Callable[[Tellings], tuple[VoiceShare, ...]]
    """Whose words fill each text?"""

    summary: Callable[
        [
            Tellings,
            tuple[Section, ...],
            tuple[Claim, ...],
            tuple[Cover, ...],
            tuple[Difference, ...],
        ],
        tuple[SummaryLine, ...],
    ]
    """What is the event in five sentences?"""


DEFAULT = Toolkit(
    sentences=sentences.split,
    attributions=attributions.find,
    dates=dates.find,
    numbers=numbers.find,
    names=names.register,
    targets=targets.propose,
    quotations=quotations.gather,
    similarity=similarity.compare,
    lineage=lineage.trace,
    claims=claims.draw,
    covers=lineage.count,
    differences=differences.find,
    sections=sections.arrange,
    omissions=omissions.find,
    framing=framing.find,
    stance=stance.judge,
    voices=voices.share,
    summary=summary.write,
)
