"""Where a text speaks of the targets whose treatment is compared."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tellings.model.event import Target
from tellings.model.findings import Telling
from tellings.model.span import Span

__all__ = ["Aim", "aims", "aims_of", "borne_on"]

REACH = 4
"""How many words may stand between a name and what is said of it."""

# “Crackdown by the Arland police”, “war with Arland”, “brutal Arland”, “ransacked the council”.
BEFORE = re.compile(
    r"\s+(?:(?:of|in|by|against|on|with|from|at|upon)\s+)?"
    r"(?:(?:the|a|an|its|his|her|their|any|all|some)\s+)?(?:(?!between\b)[\w’'-]+\s+)?"
)
PARTED = re.compile(
    r"[,.;:!?“”\"()]|\b(?:to|of|in|on|for|with|about|over|from|at|by|after|before|against|regarding|into"
    r"|and|or|but|that|which|who|whom|as|when|while|said|says|told|amid|during|because)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Aim:
    """One naming of a target."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How some targets are named."""

    heads: tuple[str, ...]
    """The words that their names begin with."""

    whole: re.Pattern[str]
    """Any of their names, the longest first."""

    whose: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1 << 6)
def naming(targets: tuple[Target, ...]) -> Naming:
    """Build the patterns of every target's names, and tell whose each is."""
    whose: dict[str, tuple[str, ...]] = {}
    for target in targets:
        for name in (target.name, *target.aliases):
            key = key_of(name)
            whose[key] = tuple(dict.fromkeys((*whose.get(key, ()), target.id)))
    names = sorted({n for t in targets for n in (t.name, *t.aliases)}, key=lambda n: (-len(n), n))
    alternatives = "|".join(form(name) for name in names)
    first = {word for name in names for word in name.split()[:1]}
    capital = {word[0].upper() + word[1:] for word in first if word[0].islower()}
    return Naming(
        heads=tuple(sorted(first | capital)),
        whole=re.compile(rf"(?<![\w-])(?:{alternatives})(?!\w)"),
        whose=whose,
    )


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
    known = naming(targets)
    for found in known.whole.finditer(text, start, end):
        span = Span(*found.span())
        if within_longer_name(text, span):
            continue
        for target in known.whose.get(key_of(found.group()), ()):
            yield Aim(span=span, target=target)


# Whoever judges a text on its targets asks again what its frames were found by.
@lru_cache(maxsize=1 << 5)
def aims_of(telling: Telling, targets: tuple[Target, ...]) -> Mapping[int, tuple[Aim, ...]]:
    """Find the namings of targets in each sentence of a text, by where the sentence begins."""
    if not targets:
        return {}
    near = {
        sentence.span
        for head in naming(targets).heads
        for at in places(telling.text, head)
        if (sentence := telling.document.sentence_at(at))
    }
    every = {span.start: tuple(aims(telling.text, span.start, span.end, targets)) for span in near}
    return {start: found for start, found in every.items() if found}


def places(text: str, word: str) -> Iterator[int]:
    """Give where a word stands in a text, inside other words too."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def within_longer_name(text: str, span: Span) -> bool:
    """Tell whether a compass word before a name, or “-North” after it, makes another name."""
    if re.match(r"-[A-Z]", text[span.end : span.end + 2]):
        return True
    before = re.search(
        r"\b(?:North|South|East|West|New|Northern|Southern|Eastern|Western)\s$",
        text[max(0, span.start - 10) : span.start],
    )
    return before is not None and text[span.start].isupper()


def borne_on(span: Span, found: Sequence[Aim], text: str) -> str | None:
    """Name the target that a term bears on: its noun phrase, its predicate, its deed or its object.

    A target that merely stands in the same sentence is not borne on.
    """
    fitting = [aim for aim in found if bears(span, aim, text)]

    def gap(aim: Aim) -> int:
        return max(0, aim.span.start - span.end, span.start - aim.span.end)

    return min(fitting, key=lambda aim: (gap(aim), aim)).target if fitting else None


def bears(span: Span, aim: Aim, text: str) -> bool:
    """Tell whether a term stands in a place beside a name where it is said of it."""
    if span.shared(aim.span):
        return True
    if span.end <= aim.span.start:
        return bool(BEFORE.fullmatch(text[span.end : aim.span.start]))
    between = text[aim.span.end : span.start]
    return len(between.split()) <= REACH and not PARTED.search(between)
