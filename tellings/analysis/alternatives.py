"""Long lists of words as one pattern that a text is read by quickly."""

import re
from collections.abc import Iterable

__all__ = ["one_of"]


def one_of(entries: Iterable[str]) -> str:
    """Join words into one alternative; of two that fit, the longer is read. “’” is “'” too.

    Words with the same beginning share it, so that it is looked at once for all of them.
    """
    return _joined(sorted(set(entries)))


def _joined(ordered: list[str]) -> str:
    """Join words in their order; none or a single one stands for itself."""
    by_first: dict[str, list[str]] = {}
    for entry in ordered:
        by_first.setdefault(entry[:1], []).append(entry[1:])
    ends = by_first.pop("", None) is not None
    parts = [_escaped(first) + _rest(rests) for first, rests in by_first.items()]
    return "|".join([*parts, *([""] if ends else [])])


def _rest(rests: list[str]) -> str:
    return _escaped(rests[0]) if len(rests) == 1 else f"(?:{_joined(rests)})"


def _escaped(letters: str) -> str:
    return re.escape(letters).replace("’", "[’']")
