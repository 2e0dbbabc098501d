"""Places in a text: half-open character offsets, counted as Python counts them."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Passage", "Span", "covered"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one text, from `start` up to but not including `end`; never empty.

    Raises:
        ValueError: when the offsets do not make a stretch.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no such span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the words that stand there."""
        return text[self.start : self.end]

    def holds(self, other: "Span | Passage") -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: "Span") -> int:
        """Count the characters that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def within(self, source: str) -> "Passage":
        """Say whose text it is a stretch of."""
        return Passage(source, self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of a named source's text: what every finding points at.

    Raises:
        ValueError: when the offsets do not make a stretch.
    """

    source: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no such passage: {self.start} to {self.end}")

    @property
    def span(self) -> Span:
        """The stretch alone."""
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        """Give the words that stand there in that source's text."""
        return text[self.start : self.end]


def covered(span: Span, others: "Iterable[Span | Passage]") -> float:
    """Give the share of a span, 0 to 1, that the others, of the same text, cover together."""
    seen, reached = 0, span.start
    near = ((other.start, other.end) for other in others)
    for start, end in sorted(one for one in near if one[0] < span.end and span.start < one[1]):
        seen += max(0, min(end, span.end) - max(start, reached))
        reached = max(reached, end)
    return seen / len(span)
