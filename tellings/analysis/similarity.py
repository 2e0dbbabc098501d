"""How close two sentences are."""

from dataclasses import dataclass

from tellings.model.findings import Telling
from tellings.model.span import Passage

__all__ = ["Likeness", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How close any two passages of an event are."""

    passages: tuple[Passage, ...]

    def between(self, one: int, other: int) -> float:
        """Give the likeness, 0 to 1, of two passages by their place in `passages`."""
        return 0.0


def compare(tellings: tuple[Telling, ...]) -> Likeness:
    """Compare the sentences of all tellings with one another."""
    return Likeness(passages=())
