"""Where texts give a thing as two kinds that exclude one another, or as another in a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.differences.days import day_of
from tellings.analysis.differences.figures import MARKET
from tellings.analysis.differences.in_dates import of_saying
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.findings import (
    Claim,
    Difference,
    DifferenceKind,
    Mention,
    Reading,
    Relation,
    Telling,
)
from tellings.model.phrase import phrase
from tellings.model.span import Passage, Span

__all__ = ["WHY", "Kind", "beside", "kinds", "orders", "pairs", "pattern", "readings", "told"]

CLOSE = 0.4
"""How sure a mention must be of its claim before its words count."""

NEAR = 6
"""How many words before and after a kind say what is told of it."""

SHARED = 2
"""How many of those words two texts must have in common."""

ORDINAL = (
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|\d{1,2}(?:st|nd|rd|th)"
)
ROW = re.compile(
    rf"\b(?P<kind>{ORDINAL})\s+(?:straight|consecutive|successive|running)?\s*"
    r"(?P<name>day|night|week|month|year)\b(?!\s+of\s+(?:the\s+)?(?:month|year|century))"
)
CALIBRE = re.compile(r"(?<!\d)(?P<kind>\.\d{2,3})[\s-]*(?P<name>cal)(?:ib(?:er|re))?\b")
WHITHER = re.compile(r"\s+(?:(?:the|an?)\s+)?[^\W\d_]+")
FIGURES = {word: str(n) for n, word in enumerate(ORDINAL.split("|")[:11], start=2)}

WHY: dict[Relation, str] = {
    "conflict": phrase("the one rules out the other"),
    "update": phrase("the texts are of different days"),
}
GROUPED: tuple[DifferenceKind, ...] = ("object", "place", "date")
"""The differences for which kinds are listed."""

ROWS: tuple[tuple[DifferenceKind, re.Pattern[str]], ...] = (("number", ROW), ("object", CALIBRE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A word of a group as one text gives it."""

    text: str
    passage: Passage
    group: str
    kind: str
    led: tuple[Word, ...]
    """The word before it, which counts twice: “artillery guns”, “artillery shells”."""

    near: frozenset[Word]


def kinds(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find what two texts give as kinds of one group that exclude one another."""
    for kind in GROUPED:
        found = [
            each
            for mention in claim.mentions
            if mention.score >= CLOSE and not (kind == "date" and of_market(mention, tellings))
            for each in told(mention, tellings, texts, pattern(kind))
            if not (kind == "date" and said_then(each, mention, tellings))
        ]
        pair = next(pairs(found, SHARED), None)
        if pair:
            yield difference(claim, kind, "conflict", beside(pair, found, SHARED), tellings)


def of_market(mention: Mention, tellings: dict[str, Telling]) -> bool:
    """Tell whether a mention tells of a market, which opens and closes every day."""
    return MARKET.search(mention.passage.of(tellings[mention.passage.source].text)) is not None


def said_then(kind: Kind, mention: Mention, tellings: dict[str, Telling]) -> bool:
    """Tell whether an hour is that of a saying: “officers confirmed on Monday night”."""
    start = mention.passage.start
    words = mention.passage.of(tellings[mention.passage.source].text)
    return of_saying(words, Span(kind.passage.start - start, kind.passage.end - start))


def orders(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find the place in a row, or the calibre, that texts give differently."""
    for kind, row in ROWS:
        found = [
            each
            for mention in claim.mentions
            if mention.score >= CLOSE
            for each in told(mention, tellings, texts, row)
        ]
        pair = next(pairs(found, 0), None)
        if pair is None:
            continue
        days = {day_of(each.text, tellings, texts) for each in pair}
        later: Relation = "update" if kind == "number" and len(days - {""}) > 1 else "conflict"
        yield difference(claim, kind, later, beside(pair, found, 0), tellings)


def difference(
    claim: Claim,
    kind: DifferenceKind,
    relation: Relation,
    found: list[Kind],
    tellings: dict[str, Telling],
) -> Difference:
    """Give the difference of kinds, each with its words."""
    return Difference(
        claim=claim.id,
        kind=kind,
        relation=relation,
        because=WHY[relation],
        readings=readings(found, tellings),
    )


def readings(found: list[Kind], tellings: dict[str, Telling]) -> tuple[Reading, ...]:
    """Give kinds in their own words: “.22 caliber” is what “.22-calibre” is."""
    first: dict[str, str] = {}
    for each in found:
        first.setdefault(each.kind, words_of(each.passage, tellings))
    return tuple(Reading(passage=each.passage, value=first[each.kind]) for each in found)


def beside(pair: tuple[Kind, Kind], found: list[Kind], shared: int) -> list[Kind]:
    """Give two kinds and those of further texts that give either, told of the same thing."""
    group = {each.text: each for each in pair}
    for each in found:
        for one in pair:
            same = (each.group, each.kind) == (one.group, one.kind)
            if same and len(each.near & one.near) >= shared:
                group.setdefault(each.text, each)
    return sorted(group.values(), key=lambda each: each.passage)


def words_of(passage: Passage, tellings: dict[str, Telling]) -> str:
    """Give the words of a passage on one line."""
    return " ".join(passage.of(tellings[passage.source].text).split())


def pairs(found: list[Kind], shared: int) -> Iterator[tuple[Kind, Kind]]:
    """Give the kinds of two texts of which neither gives the other's, told of one thing."""
    given = {(each.text, each.group, each.kind) for each in found}
    for one, other in combinations(found, 2):
        if one.group != other.group or one.kind == other.kind or one.text == other.text:
            continue
        if (one.text, other.group, other.kind) in given or (
            other.text,
            one.group,
            one.kind,
        ) in given:
            continue
        if len(one.near & other.near) + (one.led == other.led != ()) >= shared:
            yield one, other


def told(
    mention: Mention,
    tellings: dict[str, Telling],
    texts: dict[str, str],
    pattern: re.Pattern[str],
) -> Iterator[Kind]:
    """Give the kinds that a mention names."""
    source, start = mention.passage.source, mention.passage.start
    text = wording.fold(mention.passage.of(tellings[source].text)).lower()
    for match in pattern.finditer(text):
        before = wording.content(text[: match.start()])[-NEAR:]
        after = wording.content(text[match.end() :])[:NEAR]
        group, kind = named(match)
        # “On the way to” says nothing without “the hospital”.
        end = WHITHER.match(text, match.end()) if match.group().endswith(" to") else None
        yield Kind(
            text=texts[source],
            passage=Passage(source, start + match.start(), start + (end or match).end()),
            group=group,
            kind=kind,
            led=before[-1:],
            near=frozenset((*before, *after)) - wording.days(),
        )


def named(match: re.Match[str]) -> tuple[str, str]:
    """Give the group and the kind that a match names."""
    if "name" in match.re.groupindex:
        return match["name"], FIGURES.get(match["kind"], match["kind"].rstrip("dhnrst"))
    return table()[" ".join(match.group().split())]


@cache
def table() -> dict[str, tuple[str, str]]:
    """Read the group and the kind of each word."""
    return {
        word: (group["of"], kind[0])
        for name in GROUPED
        for group in words.load("contrasts")[name]
        for kind in group["kinds"]
        for word in kind
    }


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Build the pattern of all the words that tell kinds for one kind of difference."""
    every = [w for group in words.load("contrasts")[name] for kind in group["kinds"] for w in kind]
    longest = "|".join(sorted(every, key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{longest})\b".replace(" ", r"\s+"))
