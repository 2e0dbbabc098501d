"""Where a text speaks of the targets whose treatment is compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.model.event import Target
from tellings.model.span import Span

__all__ = ["Aim", "aims", "nearest"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Aim:
    """One naming of a target."""

    span: Span
    target: str


@cache
def naming(targets: tuple[Target, ...]) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Build one pattern of every target's names, the longest first, and whose each is."""
    whose: dict[str, tuple[str, ...]] = {}
    for target in targets:
        for name in (target.name, *target.aliases):
            key = key_of(name)
            whose[key] = tuple(dict.fromkeys((*whose.get(key, ()), target.id)))
    names = sorted({n for t in targets for n in (t.name, *t.aliases)}, key=lambda n: (-len(n), n))
    alternatives = "|".join(form(name) for name in names)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?!\w)"), whose


def form(name: str) -> str:
    """Write a name as a pattern: capitals bind, a small first letter may stand at a head."""
    words = re.escape(name).replace(r"\ ", r"\s+")
    if not name[:1].islower():
        return words
    return rf"[{name[0].upper()}{name[0]}]{words[1:]}"


def key_of(name: str) -> str:
    """Give the form under which a name is looked up."""
    return " ".join(name.split()).lower()


def aims(text: str, start: int, end: int, targets: tuple[Target, ...]) -> Iterator[Aim]:
    """Find the namings of targets in a stretch of text, in order.

    A name inside a longer name (“North Arland”) is not named by its part.
    """
    if not targets:
        return
    pattern, whose = naming(targets)
    for found in pattern.finditer(text, start, end):
        span = Span(*found.span())
        if within_longer_name(text, span):
            continue
        for target in whose.get(key_of(found.group()), ()):
            yield Aim(span=span, target=target)


def within_longer_name(text: str, span: Span) -> bool:
    """Tell whether a compass word before a name, or “-North” after it, makes another name."""
    if re.match(r"-[A-Z]", text[span.end : span.end + 2]):
        return True
    before = re.search(
        r"\b(?:North|South|East|West|New|Northern|Southern|Eastern|Western)\s$",
        text[max(0, span.start - 10) : span.start],
    )
    return before is not None and text[span.start].isupper()


def nearest(span: Span, found: list[Aim]) -> str | None:
    """Name the target that stands nearest to a stretch, if any stands there."""
    if not found:
        return None

    def gap(aim: Aim) -> int:
        return max(0, aim.span.start - span.end, span.start - aim.span.end)

    return min(found, key=lambda aim: (gap(aim), aim)).target
