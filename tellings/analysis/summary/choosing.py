"""Which claims sum an event up, and in whose sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tellings.analysis import wording
from tellings.analysis.summary.alone import HEADLINE, UNFIT, fault, plain
from tellings.model.document import Sentence
from tellings.model.findings import Claim, Cover, Difference, Mention, Telling
from tellings.model.span import Passage

__all__ = ["Told", "chosen", "prominence", "published"]

ALIKE = 0.5
"""Two sentences that share this much of their words say nothing new after one another."""

LEAD = 4
"""The sentence that a reader is half as likely to reach as the first."""

CENTRAL = 6.0
"""What faults a sentence may have and still tell better what all texts tell than another."""

LATEST = 1.5
"""… and, where the story has moved on, than that of an earlier text."""

FEW = 2
"""Where fewer plain sentences than these are found, headlines sum up too."""

WORDY = 0.2
"""What a fault takes from a claim's weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim in the sentence that tells it best to somebody who reads nothing else."""

    claim: Claim
    passage: Passage
    fault: float
    place: float
    """Where its texts tell it, on the whole: 1 for the first sentence, near 0 for the last."""

    weight: float
    """What share of the texts tells it, how near their heads, in how common and plain words."""

    stems: frozenset[str]


def chosen(
    tellings: Mapping[str, Telling],
    claims: tuple[Claim, ...],
    covers: Mapping[str, Cover],
    differences: tuple[Difference, ...],
    room: int,
) -> tuple[Told, ...]:
    """Choose the claims that sum the event up, the weightiest first, each saying something new.

    Of what is in conflict no side is taken; of what has moved on the later state is told.
    """
    moving = frozenset(one.claim for one in differences if one.relation == "update")
    disputed = frozenset(p for one in differences for p in not_to_tell(one, tellings))
    several = any(covers[claim.id].texts > 1 for claim in claims)
    able = [claim for claim in claims if not several or covers[claim.id].texts > 1]
    told = [
        told_best(claim, tellings, covers[claim.id], disputed, moving=claim.id in moving)
        for claim in able
    ]
    ranked = sorted(told, key=lambda one: (-one.weight, one.passage))
    plain_ = [one for one in ranked if one.fault < HEADLINE]
    fit = [one for one in ranked if one.fault < UNFIT] if len(plain_) < FEW else plain_
    return tuple(fresh(fit or sorted(ranked, key=lambda one: one.fault)[:1], room))


def not_to_tell(difference: Difference, tellings: Mapping[str, Telling]) -> Iterator[Passage]:
    """Give the readings that are not to be told as fact: any in conflict, any of an older state."""
    days = {r.passage: published(tellings[r.passage.source]) for r in difference.readings}
    last = max(days.values())
    for reading in difference.readings:
        older = difference.relation == "update" and days[reading.passage] < last
        if difference.relation == "conflict" or older:
            yield reading.passage


def fresh(ranked: list[Told], room: int) -> Iterator[Told]:
    """Pass over what repeats a sentence chosen before it."""
    kept: list[Told] = []
    for one in ranked:
        if len(kept) == room:
            return
        if not any(repeats(one, other) for other in kept):
            kept.append(one)
            yield one


def repeats(one: Told, other: Told) -> bool:
    """Tell whether two sentences are much the same, or each stands under the other's claim."""
    common = len(one.stems & other.stems)
    if common >= ALIKE * min(len(one.stems), len(other.stems)):
        return True
    return tells(one.claim, other.passage) and tells(other.claim, one.passage)


def tells(claim: Claim, passage: Passage) -> bool:
    """Tell whether a claim has a mention in a passage."""
    return any(
        mention.passage.source == passage.source and mention.passage.span.shared(passage.span)
        for mention in claim.mentions
    )


def told_best(
    claim: Claim,
    tellings: Mapping[str, Telling],
    cover: Cover,
    disputed: frozenset[Passage],
    *,
    moving: bool,
) -> Told:
    """Find the sentence of a claim that reads best alone and is still what the others tell."""
    last = max(published(tellings[source]) for source in claim.sources)
    options = []
    for mention in claim.mentions:
        telling = tellings[mention.passage.source]
        sentence = telling.document.sentence_at(mention.passage.start)
        if sentence is None:
            continue
        passage = plain(sentence, telling)
        faults = fault(passage, sentence, telling) + inserted(claim, mention)
        faults += UNFIT * any(holds(passage, other) for other in disputed)
        late = LATEST * (moving and published(telling) < last)
        near = nearness(passage, claim, tellings)
        day = published(telling) or "9999"
        options.append((round(faults + late - CENTRAL * near, 4), day, passage, faults, near))
    _, _, passage, faults, near = min(options)
    place = prominence(claim, tellings)
    return Told(
        claim=claim,
        passage=passage,
        fault=faults,
        place=place,
        weight=round(cover.texts / len(tellings) + 0.6 * place + 0.25 * near - WORDY * faults, 4),
        stems=stems(passage, tellings),
    )


def holds(one: Passage, other: Passage) -> bool:
    """Tell whether a passage lies inside another."""
    return one.source == other.source and one.span.holds(other.span)


def published(telling: Telling) -> str:
    """Give a text's day, YYYY-MM-DD; nothing for a text without one."""
    try:
        return date.fromisoformat((telling.document.source.published or "")[:10]).isoformat()
    except ValueError:
        return ""


def stems(passage: Passage, tellings: Mapping[str, Telling]) -> frozenset[str]:
    """Give the stems of what a passage says."""
    return frozenset(wording.content(passage.of(tellings[passage.source].text)))


def nearness(passage: Passage, claim: Claim, tellings: Mapping[str, Telling]) -> float:
    """Say how near a sentence is to what the other texts of a claim tell, 0 to 1 (cosine)."""
    own = stems(passage, tellings)
    nearest: dict[str, float] = {}
    for mention in claim.mentions:
        other = stems(mention.passage, tellings)
        if mention.passage.source != passage.source and own and other:
            near = len(own & other) / (len(own) * len(other)) ** 0.5
            nearest[mention.passage.source] = max(near, nearest.get(mention.passage.source, 0))
    return sum(nearest.values()) / len(nearest) if nearest else 0.0


def inserted(claim: Claim, mention: Mention) -> float:
    """Find fault with a post or statement that a text prints without marks and others quote."""
    said = sum(one.voice == "direct_quote" for one in claim.mentions)
    return UNFIT if mention.voice == "own" and 2 * said > len(claim.mentions) else 0.0


def prominence(claim: Claim, tellings: Mapping[str, Telling]) -> float:
    """Say how near the head of its texts a claim is told, 1 for the first sentence."""
    first: dict[str, int] = {}
    for mention in claim.mentions:
        place = mention.passage.start
        first[mention.passage.source] = min(first.get(mention.passage.source, place), place)
    shares = [1 / (1 + before(tellings[id_], start) / LEAD) for id_, start in first.items()]
    return round(sum(shares) / len(shares), 4)


def before(telling: Telling, start: int) -> int:
    """Count the sentences of the body before a place."""
    return sum(
        counts(sentence) and sentence.span.end <= start for sentence in telling.document.sentences
    )


def counts(sentence: Sentence) -> bool:
    """Tell whether a sentence is of the text that is read from first to last."""
    return sentence.part not in {"title", "subhead"}
