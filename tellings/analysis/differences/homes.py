"""In which claims sentences stand, and which were compared there."""

from collections import defaultdict

from tellings.analysis.differences.in_dates import CLOSE
from tellings.model.findings import Claim, Reading, Telling
from tellings.model.span import Passage

__all__ = ["Homes", "home_of", "homes_of", "sentence_of", "together"]

Homes = dict[Passage, tuple[Claim, ...]]
"""The claims that each sentence stands in."""


def homes_of(claims: tuple[Claim, ...]) -> Homes:
    """Say in which claims each sentence stands."""
    found: dict[Passage, list[Claim]] = defaultdict(list)
    for claim in claims:
        for passage in dict.fromkeys(mention.passage for mention in claim.mentions):
            found[passage].append(claim)
    return {passage: tuple(standing) for passage, standing in found.items()}


def sentence_of(place: Passage, tellings: dict[str, Telling]) -> Passage:
    """Give the sentence that a place stands in."""
    sentence = tellings[place.source].document.sentence_at(place.start)
    return sentence.passage if sentence else place


def home_of(given: tuple[Reading, ...], homes: Homes, tellings: dict[str, Telling]) -> str:
    """Name the claim of most of the readings, best one that a reading stands for; "" if none."""
    held: dict[str, int] = defaultdict(int)
    known: dict[str, Claim] = {}
    sentences = [sentence_of(reading.passage, tellings) for reading in given]
    for sentence in sentences:
        for claim in homes.get(sentence, ()):
            held[claim.id] += 1
            known[claim.id] = claim

    def rank(id_: str) -> tuple[int, bool, int, str]:
        claim = known[id_]
        return -held[id_], claim.gist not in sentences, -len(claim.sources), id_

    return min(held, key=rank, default="")


def together(one: Passage, other: Passage, homes: Homes) -> bool:
    """Tell whether two sentences surely stand in a claim together, where they were compared."""
    sides = (
        {claim.id for claim in homes.get(each, ()) if sure(each, claim)} for each in (one, other)
    )
    return bool(set.intersection(*sides))


def sure(passage: Passage, claim: Claim) -> bool:
    """Tell whether a sentence is surely one of a claim's."""
    return any(m.passage == passage and m.score >= CLOSE for m in claim.mentions)
