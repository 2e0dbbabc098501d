"""Claims that touch: links too weak for one claim, kept beside it."""

from collections import defaultdict
from dataclasses import replace

from tellings.analysis.claims.joining import Chances
from tellings.model.findings import Claim, Related
from tellings.model.span import Passage

__all__ = ["relate"]


def relate(
    claims: tuple[Claim, ...], passages: tuple[Passage, ...], chances: Chances, least: float
) -> tuple[Claim, ...]:
    """Note at each claim the sentences of others that may tell the same, the likeliest first.

    A sentence that stands in several claims is linked in the one with the most mentions.
    """
    homes: dict[Passage, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (-len(one.mentions), one.gist, one.id)):
        for mention in claim.mentions:
            homes[mention.passage].append(claim)
    found: dict[str, list[Related]] = defaultdict(list)
    for (one, other), chance in chances.items():
        if chance < least:
            continue
        here, there = homes[passages[one]], homes[passages[other]]
        if here and there and not {claim.id for claim in here} & {claim.id for claim in there}:
            ends = (here[0].id, passages[one]), (there[0].id, passages[other])
            for (own, from_), (far, to) in (ends, ends[::-1]):
                score = round(chance, 2)
                found[own].append(Related(claim=far, here=from_, there=to, score=score))
    return tuple(replace(claim, related=in_order(found[claim.id])) for claim in claims)


def in_order(links: list[Related]) -> tuple[Related, ...]:
    """Put the likeliest first, then in order of their passages."""
    return tuple(sorted(links, key=lambda link: (-link.score, link.here, link.there)))
