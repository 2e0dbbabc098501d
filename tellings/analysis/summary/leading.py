"""What the headlines share: the sentence that says what the event is."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tellings.analysis import furniture, wording
from tellings.analysis.summary.alone import HEADLINE, fault, loaded, plain
from tellings.analysis.summary.choosing import (
    LEAD,
    Told,
    not_to_tell,
    published,
    repeats,
    stems,
)
from tellings.model.document import Sentence
from tellings.model.findings import Claim, Cover, Difference, Telling
from tellings.model.span import Passage

__all__ = ["Leads", "late", "leads"]

EARLY = 3
"""So many sentences into its text a report has said what has happened."""

ENOUGH = 0.7
"""A line that says so much of what the best opening says of the headlines says it too."""

LEAST = 0.3
"""A sentence that says less of the headlines is no opening of this event."""

FAULTY = 0.06
"""What a fault takes from an opening."""

HIGH = 0.2
"""What the first sentence of a text has before one far down."""

OWN = 0.5
"""What a word weighs less in a headline than the number of headlines that have it."""

LATE = 7
"""After so many days a text tells a later chapter, which is summed up last."""

PLAIN = 1.5
"""With more faults an opening is not given beside another."""

FEW = 2
"""Where fewer lines than these are found, each text's opening is given."""


@dataclass(frozen=True, slots=True)
class Leads:
    """The lines chosen for an event, with the one that says what the event is."""

    told: tuple[Told, ...]
    first: Told | None
    """The line that says most of what the headlines say; None where none says enough."""

    added: tuple[Told, ...]
    """Of these lines, openings that were added: each is one text's own sentence."""


def leads(
    told: tuple[Told, ...],
    tellings: Mapping[str, Telling],
    claims: tuple[Claim, ...],
    covers: Mapping[str, Cover],
    differences: tuple[Difference, ...],
    room: int,
) -> Leads:
    """Add the opening that says what the headlines share where no line chosen says it."""
    weights = headlines(tellings)
    if not weights:
        return Leads(told, None, ())
    disputed: dict[str, list[Passage]] = defaultdict(list)
    for place in (place for one in differences for place in not_to_tell(one, tellings)):
        disputed[place.source].append(place)

    def worth(one: Told) -> tuple[float, Passage]:
        return round(FAULTY * one.fault - HIGH * one.place - share(one, weights), 4), one.passage

    ranked = [
        one
        for one in sorted(openings(tellings, claims, covers, disputed), key=worth)
        if share(one, weights) >= LEAST and not spoken(one, tellings)
    ]
    most = share(ranked[0], weights) if ranked else 0.0
    saying = [
        one
        for one in told
        if share(one, weights) >= max(LEAST, ENOUGH * most) and not spoken(one, tellings)
    ]
    if saying or not ranked:
        return Leads(told, min(saying, key=worth, default=None), ())
    added = tuple(fresh(ranked, told))
    kept = tuple(one for one in told if not repeats(one, added[0]))
    return Leads((*added, *kept[: room - len(added)]), added[0], added)


def spoken(one: Told, tellings: Mapping[str, Telling]) -> bool:
    """Tell whether a sentence is somebody's speech: what was said of an event is not the event."""
    return tellings[one.passage.source].voice_of(one.passage.span) == "direct_quote"


def fresh(ranked: list[Told], told: tuple[Told, ...]) -> Iterator[Told]:
    """Give the best opening, and those of other texts that say more where few lines are found."""
    given: list[Told] = []
    for one in ranked:
        if given and len(told) + len(given) > FEW:
            return
        others = (*given, *told) if given else ()
        if given and one.fault > PLAIN:
            continue
        if not any(
            one.passage.source == other.passage.source or repeats(one, other) for other in others
        ):
            given.append(one)
            yield one


def headlines(tellings: Mapping[str, Telling]) -> dict[str, float]:
    """Weigh the stems of the headlines, those of several the most; none where texts are too few.

    What they share weighs 1 together, or all of them 2 where they share little.
    """
    titles = {telling.document.source.title or "" for telling in tellings.values()} - {""}
    counts = Counter(stem for title in sorted(titles) for stem in set(wording.content(title)))
    if len(titles) < 2 or not counts:
        return {}
    shared = sum(count - OWN for count in counts.values() if count > 1)
    every = max(shared, sum(count - OWN for count in counts.values()) / 2)
    return {stem: (count - OWN) / every for stem, count in counts.items()}


def share(one: Told, weights: Mapping[str, float]) -> float:
    """Say how much of what the headlines say a sentence says: 1 for all that they share."""
    return round(math.fsum(weights.get(stem, 0.0) for stem in one.stems), 4)


def openings(
    tellings: Mapping[str, Telling],
    claims: Iterable[Claim],
    covers: Mapping[str, Cover],
    disputed: Mapping[str, list[Passage]],
) -> Iterator[Told]:
    """Give the first sentences of each text that read alone and take no side."""
    by_place: dict[Passage, Claim] = {}
    for claim in sorted(claims, key=lambda one: (covers[one.id].texts, one.id)):
        by_place.update({mention.passage: claim for mention in claim.mentions})
    first = first_day(tellings)
    for telling in tellings.values():
        if follows(telling, first):
            continue
        for at, sentence in enumerate(first_sentences(telling)):
            passage = plain(sentence, telling)
            faults = fault(passage, sentence, telling)
            # What is given as a text's own words may judge, though plain words come first.
            alone = faults - loaded(passage, telling)
            taken = any(passage.span.holds(p.span) for p in disputed.get(telling.id, ()))
            if sentence.passage in by_place and alone < HEADLINE and not taken:
                yield Told(
                    claim=by_place[sentence.passage],
                    passage=passage,
                    fault=faults,
                    place=round(1 / (1 + at / LEAD), 4),
                    weight=0.0,
                    stems=stems(passage, tellings),
                )


def late(passage: Passage, tellings: Mapping[str, Telling]) -> bool:
    """Tell whether a passage stands in a text that came out long after the event's first."""
    return follows(tellings[passage.source], first_day(tellings))


def first_day(tellings: Mapping[str, Telling]) -> str:
    """Give the day of the event's first text; nothing where no text has one."""
    return min((day for one in tellings.values() if (day := published(one))), default="")


def follows(telling: Telling, first: str) -> bool:
    """Tell whether a text came out long after a day."""
    own = published(telling)
    return bool(own) and (date.fromisoformat(own) - date.fromisoformat(first)).days > LATE


def first_sentences(telling: Telling) -> tuple[Sentence, ...]:
    """Give the first sentences of a text's body."""
    untold = furniture.lines(telling.document) | furniture.heads(telling.document)
    return tuple(
        sentence
        for sentence in telling.document.sentences
        if sentence.part in {"body", "standfirst"} and sentence.span.start not in untold
    )[:EARLY]
