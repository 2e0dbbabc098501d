"""What texts say differently in sentences of no common claim, where little doubt is left."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.differences import heads, in_dates, in_kinds, phrases
from tellings.analysis.differences.across_numbers import counted
from tellings.analysis.differences.given import Given, of_mentions
from tellings.analysis.differences.homes import Homes, home_of, homes_of, sentence_of, together
from tellings.analysis.differences.in_dates import Dated
from tellings.analysis.differences.in_denials import denials
from tellings.analysis.differences.in_kinds import Kind
from tellings.analysis.differences.in_shares import shares
from tellings.analysis.numbers.counting import fates
from tellings.analysis.wording import Word
from tellings.model.findings import (
    Claim,
    Difference,
    DifferenceKind,
    Mention,
    Reading,
    Telling,
)
from tellings.model.phrase import phrase

__all__ = ["across"]

MANY = 40
"""An act that more dates go with is left to the claims."""

TWO = 2
FEW, RARE = 3, 0.08
"""A word is rare that so many sentences have, or this much of them."""

Found = tuple[DifferenceKind, str, tuple[Reading, ...]]
"""What differs, why it cannot both hold, and the readings."""


DIVIDED = phrase("one gives as of one kind what another divides between two")
DENIED = phrase("one tells what another gives as denied")
DEATH = "where somebody died"
DIED = frozenset({"died", "die", "dead", "death"})


def across(
    tellings: dict[str, Telling],
    claims: tuple[Claim, ...],
    texts: dict[str, str],
    known: tuple[Difference, ...],
) -> Iterator[Difference]:
    """Find conflicts between sentences of no common claim; what is `known` is not said again."""
    every = tuple(
        Mention(passage=sentence.passage)
        for id_ in sorted(tellings)
        for sentence in tellings[id_].document.sentences
    )
    homes = homes_of(claims)
    numbers = tuple(of_mentions(every, tellings, texts))
    rare = rare_words(every, tellings)
    for kind, because, given in (
        *(("number", why, given) for why, given in counted(numbers, tellings, homes, rare)),
        *dated(every, tellings, texts, homes, rare),
        *died(every, numbers, tellings, texts),
        *(("scope", DIVIDED, given) for given in shares(tellings, texts)),
        *(("certainty", DENIED, given) for given in denials(tellings, texts)),
    ):
        home = home_of(given, homes, tellings)
        if home and not said(kind, given, known):
            yield Difference(
                claim=home, kind=kind, relation="conflict", because=because, readings=given
            )


def said(kind: DifferenceKind, given: tuple[Reading, ...], known: tuple[Difference, ...]) -> bool:
    """Tell whether a difference of the kind has these readings already.

    One number, day or place is enough; what somebody denies may be doubted elsewhere as well.
    """
    enough = TWO if kind == "certainty" else 1
    return any(
        one.kind == kind
        and (one.relation == "conflict" or kind != "certainty")
        and len(
            {
                reading.passage.source
                for reading in given
                for other in one.readings
                if reading.passage.source == other.passage.source
                and reading.passage.span.shared(other.passage.span)
            }
        )
        >= enough
        for one in known
    )


def dated(
    every: tuple[Mention, ...],
    tellings: dict[str, Telling],
    texts: dict[str, str],
    homes: Homes,
    rare: frozenset[Word],
) -> Iterator[Found]:
    """Find the days that sentences of no common claim give for one act."""
    by_act: dict[Word, list[Dated]] = defaultdict(list)
    for mention in every:
        telling = tellings[mention.passage.source]
        for each in in_dates.dated_in(mention, telling, texts):
            for act in sorted(each.acts & heads.acts_in(mention.passage.of(telling.text))):
                by_act[act].append(each)
    for act in sorted(act for act, group in by_act.items() if len(group) <= MANY):
        group = by_act[act]
        # What is done on many days is one act only where the sentences have rare words in common.
        often = len({each.date.date for each in group}) > TWO
        pairs = [
            (one, other)
            for one, other in combinations(group, 2)
            if in_dates.differ(one, other)
            and not (often and len((one.told & other.told & rare) - {act}) < TWO)
            and not in_dates.elsewhere(one, other, group)
            and not together(
                sentence_of(one.date.passage, tellings),
                sentence_of(other.date.passage, tellings),
                homes,
            )
        ]
        if pairs:
            given = in_dates.readings([each.date for pair in pairs for each in pair], tellings)
            yield "date", in_dates.WHY, given


def rare_words(every: tuple[Mention, ...], tellings: dict[str, Telling]) -> frozenset[Word]:
    """Give the stems that few sentences of the event have."""
    held = Counter(
        stem
        for mention in every
        for stem in set(wording.content(mention.passage.of(tellings[mention.passage.source].text)))
    )
    most = max(FEW, RARE * len(every))
    return frozenset(stem for stem, number in held.items() if number <= most)


def died(
    every: tuple[Mention, ...],
    numbers: tuple[Given, ...],
    tellings: dict[str, Telling],
    texts: dict[str, str],
) -> Iterator[Found]:
    """Find where somebody died, if only one person did and texts give two places."""
    if any(several_dead(given, tellings[given.source]) for given in numbers):
        return
    found: list[Kind] = [
        kind
        for mention in every
        for kind in in_kinds.told(mention, tellings, texts, in_kinds.pattern("place"))
        if kind.group == DEATH and kind.near & DIED
    ]
    pair = next(in_kinds.pairs(found, 1), None)
    if pair:
        given = in_kinds.readings(in_kinds.beside(pair, found, 1), tellings)
        yield "place", in_kinds.WHY["conflict"], given


def several_dead(given: Given, telling: Telling) -> bool:
    """Tell whether a text counts more than one dead; “a guard died and two men fled” does not."""
    number = given.number
    if number.fate != "dead" or number.upper < TWO:
        return False
    phrase = phrases.of_number(number, telling).of(telling.text)
    return any(fates().get(word.lower()) == "dead" for word in wording.tokens(phrase))
