"""Where texts have their words from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tellings.model.span import Passage

__all__ = [
    "Derivation",
    "Lineage",
    "Origin",
    "Quotation",
]


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
    """The texts that it stands behind."""

    cited_by: tuple[str, ...] = ()
    """Other texts that only mention what it reported."""

    evidence: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Which files are one text, and what was handed down."""

    texts: tuple[tuple[str, ...], ...]
    """Groups of source ids; every source stands in exactly one. The first speaks for its group."""

    origins: tuple[Origin, ...] = ()
    derived: tuple[Derivation, ...] = ()
    uncounted: tuple[str, ...] = ()
    """Sources that the editor shows and does not count among the texts."""

    _speaking: Mapping[str, str] = field(init=False, repr=False, compare=False)
    """By source, the id that speaks for its text."""

    def __post_init__(self) -> None:
        speaking = {source: group[0] for group in self.texts for source in group}
        object.__setattr__(self, "_speaking", speaking)

    def counted(self, sources: Iterable[str]) -> frozenset[str]:
        """Give the texts that sources are, those left aside that the editor does not count."""
        return frozenset(self.text_of(one) for one in sources if one not in self.uncounted)

    def text_of(self, source: str) -> str:
        """Give the id that speaks for a source's text."""
        return self._speaking.get(source, source)
