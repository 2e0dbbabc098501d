"""Which claims sum an event up, and in whose sentence."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from tellings.analysis import wording
from tellings.analysis.summary.alone import HEADLINE, UNFIT, fault, plain
from tellings.model.document import Sentence
from tellings.model.findings import Claim, Cover, Difference, Mention, Telling
from tellings.model.span import Passage

__all__ = ["Heads", "Told", "chosen", "heads", "prominence", "published"]

Heads = Mapping[str, tuple[int, ...]]
"""Where the sentences of each text's body end, in order."""

ALIKE = 0.5
"""Two sentences that share this much of their words say nothing new after one another."""

LEAD = 4
"""The sentence that a reader is half as likely to reach as the first."""

CENTRAL = 6.0
"""What faults a sentence may have and still tell better what all texts tell than another."""

LATEST = 1.5
"""… and, where the story has moved on, than that of an earlier text."""

PLACE, NEAR = 0.6, 0.25
"""What the head of the texts adds to a claim's weight, and words that all of them use."""

WEIGHED = 60
"""How many claims are weighed, of those that most texts tell first."""

TRIED, COMPARED = 16, 40
"""How many sentences of a claim are tried, the likeliest first, and compared with how many."""

FEW = 2
"""Where fewer plain sentences than these are found, headlines sum up too."""

WORDY = 0.2
"""What a fault takes from a claim's weight."""


Option = tuple[float, Passage, Sentence, float, float, float]
"""What is against a sentence so far, the sentence, its faults, its age, its nearness."""


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
    shared = [claim for claim in claims if covers[claim.id].texts > 1]
    ranked = weighed(shared or claims, tellings, covers, differences, room)
    least = sorted(ranked, key=lambda one: one.fault)[:1]
    found = fitting(ranked) or [one for one in least if is_title(one.passage, tellings)]
    if shared and not found:
        # Nothing that several texts tell reads alone: what one of them tells may.
        found = fitting(weighed(claims, tellings, covers, differences, room))
    return tuple(fresh(found or least, room))


def is_title(passage: Passage, tellings: Mapping[str, Telling]) -> bool:
    """Tell whether a passage is a text's headline."""
    sentence = tellings[passage.source].document.sentence_at(passage.start)
    return sentence is not None and sentence.part == "title"


def fitting(ranked: list[Told]) -> list[Told]:
    """Give the claims whose sentences sum up; headlines too where hardly any other does."""
    plain_ = [one for one in ranked if one.fault < HEADLINE]
    return [one for one in ranked if one.fault < UNFIT] if len(plain_) < FEW else plain_


def weighed(
    claims: Iterable[Claim],
    tellings: Mapping[str, Telling],
    covers: Mapping[str, Cover],
    differences: tuple[Difference, ...],
    room: int,
) -> list[Told]:
    """Weigh claims in the sentences that tell them best, the weightiest first."""
    moving = frozenset(one.claim for one in differences if one.relation == "update")
    disputed: dict[str, set[Passage]] = defaultdict(set)
    for passage in (p for one in differences for p in not_to_tell(one, tellings)):
        disputed[passage.source].add(passage)
    ends = heads(tellings)
    hopes = {claim.id: (claim, *hope(claim, ends, covers[claim.id])) for claim in claims}
    told: list[Told] = []
    for claim, most, place in sorted(hopes.values(), key=lambda one: (-one[1], one[0].id))[
        :WEIGHED
    ]:
        if settled(told, round(most + NEAR, 4), room):
            break
        late = claim.id in moving
        told.append(told_best(claim, tellings, (most, place), disputed, moving=late))
    return sorted(told, key=lambda one: (-one.weight, one.passage))


def settled(told: list[Told], most: float, room: int) -> bool:
    """Tell whether what is chosen cannot change by claims of at most so much weight.

    Claims come by what they may weigh at most (Fagin, Lotem and Naor 2003).
    """
    certain = [one for one in told if one.weight > most and one.fault < HEADLINE]
    if len(certain) < max(room, FEW):
        return False
    certain.sort(key=lambda one: (-one.weight, one.passage))
    return len(list(fresh(certain, room))) == room


def hope(claim: Claim, ends: Heads, cover: Cover) -> tuple[float, float]:
    """Give a claim's weight as it would be in faultless words, and its place."""
    place = prominence(claim, ends)
    return round(cover.texts / len(ends) + PLACE * place, 4), place


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
    hope_: tuple[float, float],
    disputed: Mapping[str, Iterable[Passage]],
    *,
    moving: bool,
) -> Told:
    """Find the sentence of a claim that reads best alone and is still what the others tell."""
    last = max(published(tellings[source]) for source in claim.sources)
    likeliest = ranked_mentions(claim, tellings, last if moving else "")
    others = [(one.passage.source, stems(one.passage, tellings)) for one in likeliest[:COMPARED]]
    likely = []
    for mention in likeliest[:TRIED]:
        telling = tellings[mention.passage.source]
        sentence = telling.document.sentence_at(mention.passage.start)
        if sentence is None:
            continue
        passage = plain(sentence, telling)
        faults = inserted(claim, mention)
        faults += UNFIT * any(passage.span.holds(p) for p in disputed.get(passage.source, ()))
        late = LATEST * (moving and published(telling) < last)
        near = nearness(passage, others, tellings)
        likely.append(
            (round(faults + late - CENTRAL * near, 4), passage, sentence, faults, late, near)
        )
    passage, faults, near = least(likely, tellings)
    return Told(
        claim=claim,
        passage=passage,
        fault=faults,
        place=hope_[1],
        weight=round(hope_[0] + NEAR * near - WORDY * faults, 4),
        stems=stems(passage, tellings),
    )


def least(likely: list[Option], tellings: Mapping[str, Telling]) -> tuple[Passage, float, float]:
    """Find the sentence with the least to say against it, its faults and its nearness.

    What is against a sentence before its words are looked at can only grow: the sentences with
    the least of it are looked at first, and the others only until they cannot be better.
    """
    options: list[tuple[float, str, Passage, float, float]] = []
    for against, passage, sentence, faults, late, near in sorted(likely, key=itemgetter(0, 1)):
        if options and against > min(options)[0]:
            break
        telling = tellings[passage.source]
        whole = fault(passage, sentence, telling) + faults
        day = published(telling) or "9999"
        options.append((round(whole + late - CENTRAL * near, 4), day, passage, whole, near))
    _, _, passage, faults, near = min(options)
    return passage, faults, near


def ranked_mentions(claim: Claim, tellings: Mapping[str, Telling], last: str) -> list[Mention]:
    """Give a claim's mentions, the likeliest first, those of texts before a last day after all."""
    return sorted(
        claim.mentions,
        key=lambda one: (
            published(tellings[one.passage.source]) < last,
            -one.score,
            one.passage,
        ),
    )


def published(telling: Telling) -> str:
    """Give a text's day, YYYY-MM-DD; nothing for a text without one."""
    try:
        return date.fromisoformat((telling.document.source.published or "")[:10]).isoformat()
    except ValueError:
        return ""


def stems(passage: Passage, tellings: Mapping[str, Telling]) -> frozenset[str]:
    """Give the stems of what a passage says."""
    return frozenset(wording.content(passage.of(tellings[passage.source].text)))


def nearness(
    passage: Passage, others: list[tuple[str, frozenset[str]]], tellings: Mapping[str, Telling]
) -> float:
    """Say how near a sentence is to what other texts tell, 0 to 1 (cosine)."""
    own = stems(passage, tellings)
    nearest: dict[str, float] = {}
    for source, other in others:
        if source != passage.source and own and other:
            near = len(own & other) / (len(own) * len(other)) ** 0.5
            nearest[source] = max(near, nearest.get(source, 0))
    return sum(nearest.values()) / len(nearest) if nearest else 0.0


def inserted(claim: Claim, mention: Mention) -> float:
    """Find fault with a post or statement that a text prints without marks and others quote."""
    said = sum(one.voice == "direct_quote" for one in claim.mentions)
    return UNFIT if mention.voice == "own" and 2 * said > len(claim.mentions) else 0.0


def heads(tellings: Mapping[str, Telling]) -> Heads:
    """Give where the sentences of each text's body end, in order."""
    return {
        id_: tuple(
            sentence.span.end
            for sentence in telling.document.sentences
            if sentence.part not in {"title", "subhead"}
        )
        for id_, telling in tellings.items()
    }


def prominence(claim: Claim, ends: Heads) -> float:
    """Say how near the head of its texts a claim is told, 1 for the first sentence."""
    first: dict[str, int] = {}
    for mention in claim.mentions:
        place = mention.passage.start
        first[mention.passage.source] = min(first.get(mention.passage.source, place), place)
    shares = [1 / (1 + bisect_right(ends[id_], start) / LEAD) for id_, start in first.items()]
    return round(sum(shares) / len(shares), 4)
