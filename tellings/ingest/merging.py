"""Three versions of a text into one: what an editor changed and what a newer version changed.

After diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007), by whole paragraphs:
changes side by side do not clash, for a paragraph stands for itself as a line of code does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

__all__ = ["Clash", "Merged", "merge"]


@dataclass(frozen=True, slots=True)
class Clash:
    """A stretch that both have changed, each in another way."""

    edited: tuple[str, ...]
    newer: tuple[str, ...]


Merged: TypeAlias = tuple[str | Clash, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in one version where the base has a stretch."""

    start: int
    end: int
    """In the base; a stretch of nothing is a place between two paragraphs."""

    words: tuple[str, ...]

    def meets(self, start: int, end: int) -> bool:
        """Tell whether it touches the same paragraphs as a stretch, or the same place."""
        if self.start == self.end == start == end:
            return True
        return self.start < end and start < self.end


def merge(base: Sequence[str], edited: Sequence[str], newer: Sequence[str]) -> Merged:
    """Give what both make of the base, with a clash where they cannot both be had."""
    return tuple(_merged(base, tuple(_changes(base, edited)), tuple(_changes(base, newer))))


def _changes(base: Sequence[str], other: Sequence[str]) -> Iterator[Change]:
    """Find the stretches in which a version differs from the base; as many for as many, in turn."""
    found = SequenceMatcher(None, base, other, autojunk=False).get_opcodes()
    for kind, start, end, first, last in found:
        if kind == "equal":
            continue
        if end - start == last - first:
            for at, words in zip(range(start, end), other[first:last], strict=True):
                yield Change(at, at + 1, (words,))
        else:
            yield Change(start, end, tuple(other[first:last]))


def _merged(
    base: Sequence[str], edited: tuple[Change, ...], newer: tuple[Change, ...]
) -> Iterator[str | Clash]:
    done = 0
    for start, end in _stretches((*edited, *newer)):
        yield from base[done:start]
        mine, theirs = _within(edited, start, end), _within(newer, start, end)
        now, then = _changed(base, start, end, mine), _changed(base, start, end, theirs)
        if not theirs or now == then:
            yield from now
        elif not mine:
            yield from then
        else:
            yield Clash(now, then)
        done = end
    yield from base[done:]


def _stretches(changes: tuple[Change, ...]) -> Iterator[tuple[int, int]]:
    """Give the stretches of the base that are changed, each as long as changes overlap."""
    current: tuple[int, int] | None = None
    for change in sorted(changes, key=lambda each: (each.start, each.end)):
        if current and change.meets(*current):
            current = current[0], max(current[1], change.end)
            continue
        if current:
            yield current
        current = change.start, change.end
    if current:
        yield current


def _within(changes: tuple[Change, ...], start: int, end: int) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.meets(start, end))


def _changed(
    base: Sequence[str], start: int, end: int, changes: tuple[Change, ...]
) -> tuple[str, ...]:
    """Give a stretch of the base as one version has it."""
    words: tuple[str, ...] = ()
    for change in changes:
        words += (*base[start : change.start], *change.words)
        start = change.end
    return (*words, *base[start:end])
