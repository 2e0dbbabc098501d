"""Claims that touch: links too weak for one claim, kept beside it."""

from collections import defaultdict
from dataclasses import replace

from tellings.analysis.claims.joining import Chances
from tellings.model.findings import Claim, Related
from tellings.model.span import Passage

__all__ = ["relate"]

Link = tuple[float, int, int, str]
"""The score of a link, negated, its places here and there, and the claim there."""


def relate(
    claims: tuple[Claim, ...], passages: tuple[Passage, ...], chances: Chances, least: float
) -> tuple[Claim, ...]:
    """Note at each claim the sentences of others that may tell the same, the likeliest first.

    A sentence that stands in several claims is linked in the one with the most mentions.
    """
    of: dict[Passage, list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: (-len(one.mentions), one.gist, one.id)):
        for mention in claim.mentions:
            of[mention.passage].append(claim.id)
    homes = [of.get(passage, []) for passage in passages]
    told = [frozenset(home) for home in homes]
    found: dict[str, list[Link]] = defaultdict(list)
    for (one, other), chance in chances.items():
        if chance >= least and told[one] and told[other] and told[one].isdisjoint(told[other]):
            score = round(chance, 2)
            here, there = homes[one][0], homes[other][0]
            found[here].append((-score, one, other, there))
            found[there].append((-score, other, one, here))
    return tuple(
        replace(
            claim,
            related=tuple(
                Related(claim=far, here=passages[here], there=passages[there], score=-score)
                for score, here, there, far in sorted(found[claim.id])
            ),
        )
        for claim in claims
    )
