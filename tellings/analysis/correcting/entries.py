"""What the entries of one kind say, and which finding a quoted passage means."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tellings.model.corrections import Correction
from tellings.model.span import Passage, Span

__all__ = ["meant", "of_kind", "of_source", "touches"]

K = TypeVar("K", bound=Correction)
T = TypeVar("T")

MOST = 0.5
"""How much of a finding must lie in the quoted words to be meant by them."""


def of_kind(corrections: Iterable[Correction], kind: type[K]) -> Iterator[K]:
    """Give the entries of a kind, in their order."""
    return (one for one in corrections if isinstance(one, kind))


def of_source(corrections: Iterable[K], source: str) -> tuple[K, ...]:
    """Give the entries that quote a text."""
    return tuple(one for one in corrections if one.at[0].source == source)


def touches(one: Passage, other: Passage) -> bool:
    """Tell whether two passages share words."""
    return one.source == other.source and one.start < other.end and other.start < one.end


def meant(words: Span, things: Iterable[T], place: Callable[[T], Span]) -> tuple[T, ...]:
    """Give what quoted words mean: all that lies in them, else the smallest that holds them."""
    near = [(thing, place(thing)) for thing in things]
    near = [(thing, span) for thing, span in near if span.shared(words)]
    inside = [thing for thing, span in near if span.shared(words) >= MOST * len(span)]
    if inside:
        return tuple(inside)
    around = [(len(span), n) for n, (_, span) in enumerate(near)]
    around = [(size, n) for size, n in around if near[n][1].shared(words) >= MOST * len(words)]
    return (near[min(around)[1]][0],) if around else ()
