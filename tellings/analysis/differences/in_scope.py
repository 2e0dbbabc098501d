"""What the texts of one claim bound differently: all or some, lasting or for a time, which side."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.findings import Claim, Difference, DifferenceKind, Reading, Relation, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Passage

__all__ = ["directions", "scopes"]

CLOSE = 0.6
"""How sure a mention must be of its claim before its bounds count."""

WHY: dict[Relation, str] = {
    "conflict": phrase("the one rules out the other"),
    "compatible": phrase("one says it of more than the other"),
}
NEAR = 6
"""How many words after a noun say what is told of it."""

# “Where the most women swim” says nothing of how many.
NOT = re.compile(r"\b(?:not|no|n't|than|nor|without)\s+(?:an?\s+|the\s+)?$")
# “No passenger was hurt, but some were wet.”
BUT_SOME = re.compile(r"\bbut\s+(?:some|many|most|several|a\s+few|one|two)\b")
SUPERLATIVE = re.compile(r"\bthe\s+most\b", re.IGNORECASE)
SIDE = r"(?:(?:north|south)[- ]?(?:east|west)?|east|west)"
DIRECTION = re.compile(
    rf"\b(?P<side>{SIDE})(?:ern)?\s+of\s+(?:the\s+)?(?:\w+\s+of\s+)?(?P<name>[A-Z]\w+)"
)
Found = tuple[str, Passage, str, Word, frozenset[Word]]
"""The text, the words, the bound, what is bounded, and what is told of it."""


def scopes(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find nouns that one text gives whole and another in part: “all flights”, “most flights”."""
    found = list(of_claim(claim, tellings, texts, bounded()))
    sides = {word: side for side, group in bounds().items() for word in group}
    named = [
        (t, p, sides[" ".join(w.lower().split())], noun, near) for t, p, w, noun, near in found
    ]
    yield from apart(claim, "scope", named, tellings)


def directions(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find a place that texts put on different sides of another: “south of”, “west of”."""
    found = [
        (text, passage, re.sub(r"[- ]", "", side.lower()), noun, near)
        for text, passage, side, noun, near in of_claim(claim, tellings, texts, DIRECTION)
    ]
    yield from apart(claim, "place", found, tellings)


def of_claim(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str], pattern: re.Pattern[str]
) -> Iterator[Found]:
    """Find a pattern's bounds and nouns in the mentions of a claim, denied ones left out."""
    for mention in claim.mentions:
        source, start = mention.passage.source, mention.passage.start
        text = wording.fold(mention.passage.of(tellings[source].text))
        for match in pattern.finditer(text) if mention.score >= CLOSE else ():
            noun = wording.stem(match["name"].lower())
            if no_bound(text, match) or match["name"].lower() in wording.stop_words():
                continue
            span = Passage(source, start + match.start(), start + match.end())
            near = frozenset(wording.content(text[match.end() :])[:NEAR])
            yield texts[source], span, match["side"], noun, near


def no_bound(text: str, match: re.Match[str]) -> bool:
    """Tell whether a bound is denied, taken back by “but some”, or the “most” of “the most”."""
    before, after = text[: match.start()], text[match.end() :]
    most = SUPERLATIVE.match(text, max(0, match.start() - len("the ")))
    return bool(NOT.search(before) or most or BUT_SOME.search(after))


def apart(
    claim: Claim, kind: DifferenceKind, found: list[Found], tellings: dict[str, Telling]
) -> Iterator[Difference]:
    """Give the first thing that two texts bound differently, neither giving the other's bound."""
    given = {(text, side, noun) for text, _, side, noun, _ in found}
    for one, other in combinations(found, 2):
        alike = one[3] == other[3] and one[0] != other[0]
        if not alike or one[2] in other[2] or other[2] in one[2]:
            continue
        # “All boats were sold” and “no boat sank” are told of two things.
        if kind == "scope" and one[4] and other[4] and not one[4] & other[4]:
            continue
        if (one[0], other[2], one[3]) in given or (other[0], one[2], one[3]) in given:
            continue
        none = kind == "place" or "none" in {one[2], other[2]}
        relation: Relation = "conflict" if none else "compatible"
        yield Difference(
            claim=claim.id,
            kind=kind,
            relation=relation,
            because=WHY[relation],
            readings=tuple(
                Reading(passage=p, value=" ".join(p.of(tellings[p.source].text).split()))
                for p in beside(one, other, found)
            ),
        )
        return


def beside(one: Found, other: Found, found: list[Found]) -> list[Passage]:
    """Give the words of two texts, and those of further ones that bound the same thing alike."""
    passages = {one[0]: one[1], other[0]: other[1]}
    for text, passage, side, noun, _ in found:
        if side in {one[2], other[2]} and noun == one[3]:
            passages.setdefault(text, passage)
    return sorted(passages.values())


@cache
def bounds() -> dict[str, frozenset[str]]:
    """Read the words that bound a noun, by how much of it they leave."""
    table: dict[str, list[str]] = words.load("acts")["scope"]
    return {side: frozenset(group) for side, group in table.items()}


@cache
def bounded() -> re.Pattern[str]:
    """Build the pattern of a bound and its noun."""
    every = sorted({w for group in bounds().values() for w in group}, key=lambda w: (-len(w), w))
    side = "|".join(every).replace(" ", r"\s+")
    return re.compile(
        rf"\b(?P<side>{side})\s+(?:of\s+)?(?:(?:the|its|their|his|her)\s+)?(?P<name>[a-z]{{3,}})",
        re.IGNORECASE,
    )
