"""What texts say differently in sentences of no common claim, where little doubt is left."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.differences import heads, in_dates, in_kinds, phrases
from tellings.analysis.differences.counts import same
from tellings.analysis.differences.given import Given, of_mentions
from tellings.analysis.differences.in_dates import SAID, Dated
from tellings.analysis.differences.in_denials import denials
from tellings.analysis.differences.in_kinds import Kind
from tellings.analysis.differences.in_numbers import readings, told
from tellings.analysis.differences.in_shares import shares
from tellings.analysis.differences.judging import clash, of_two_things, relation_of
from tellings.analysis.numbers.comparing import comparable, verdict
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
from tellings.model.span import Passage

__all__ = ["across"]

MANY = 40
"""A thing that more numbers count, or an act that more dates go with, is left to the claims."""

TWO = 2
MEASURES, MUCH = frozenset({"magnitude", "length", "speed", "mass"}), 5
"""What is measured is one thing only for sentences of so many common words."""

FEW, RARE = 3, 0.08
"""A word is rare that so many sentences have, or this much of them."""

Found = tuple[DifferenceKind, str, tuple[Reading, ...]]
"""What differs, why it cannot both hold, and the readings."""


DIVIDED = "one gives as of one kind what another divides between two"
DENIED = "one tells what another gives as denied"
DEATH = "where somebody died"
DIED = frozenset({"died", "die", "dead", "death"})

Homes = dict[Passage, tuple[Claim, ...]]
"""The claims that each sentence stands in."""


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
    for kind, because, given in (
        *counted(numbers, tellings, homes),
        *dated(every, tellings, texts, homes),
        *died(every, numbers, tellings, texts),
        *(("scope", DIVIDED, given) for given in shares(tellings, texts)),
        *(("certainty", DENIED, given) for given in denials(tellings, texts)),
    ):
        home = home_of(given, homes, tellings)
        if home and not said(kind, given, known):
            yield Difference(
                claim=home, kind=kind, relation="conflict", because=because, readings=given
            )


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


def together(one: Passage, other: Passage, homes: Homes) -> bool:
    """Tell whether two sentences surely stand in a claim together, where they were compared."""
    sides = (
        {claim.id for claim in homes.get(each, ()) if sure(each, claim)} for each in (one, other)
    )
    return bool(set.intersection(*sides))


def sure(passage: Passage, claim: Claim) -> bool:
    """Tell whether a sentence is surely one of a claim's."""
    return any(m.passage == passage and m.score >= in_dates.CLOSE for m in claim.mentions)


def counted(
    numbers: tuple[Given, ...], tellings: dict[str, Telling], homes: Homes
) -> Iterator[Found]:
    """Find numbers of things, not of people, that cannot both hold of one act."""
    by_thing: dict[Word, list[Given]] = defaultdict(list)
    for number in numbers:
        if plain(number):
            for thing in sorted(number.number.things):
                by_thing[thing].append(number)
    shown: set[Given] = set()
    for thing in sorted(thing for thing, group in by_thing.items() if len(group) <= MANY):
        pairs = [
            pair
            for pair in combinations(by_thing[thing], 2)
            if of_one_act(*pair) and apart(pair, numbers, tellings, homes)
        ]
        held = [number for number in by_thing[thing] if any(number in pair for pair in pairs)]
        if held and not shown & set(held):
            shown |= set(held)
            yield "number", verdict(*(g.number for g in pairs[0]))[1], readings(held, tellings)


def plain(given: Given) -> bool:
    """Tell whether a number counts things of the event, whole, and not people."""
    number, bound = given.number, given.bounds
    part = number.subset or bound.part or bound.whole or bound.polled
    if number.measure in MEASURES:
        return not part
    return (
        number.measure == "count"
        and number.fate in {None, "damaged"}
        and not (part or given.history)
    )


def of_one_act(one: Given, other: Given) -> bool:
    """Tell whether two texts count what one thing was done with, on no two days."""
    if one.text == other.text:
        return False
    if one.number.measure in MEASURES:
        return len(one.told & other.told) >= MUCH
    if one.days and other.days and not one.days & other.days:
        return False
    near = (frozenset(same().get(word, word) for word in each.number.near) for each in (one, other))
    shared = frozenset.intersection(*near) - one.number.things - other.number.things
    return bool(shared - SAID - {wording.stem(day) for day in wording.days()})


def apart(
    pair: tuple[Given, Given],
    numbers: tuple[Given, ...],
    tellings: dict[str, Telling],
    homes: Homes,
) -> bool:
    """Tell whether two numbers of one thing are in conflict, and neither text has the other's."""
    one, other = pair
    if not clashing(one, other, tellings) or relation_of(pair) != "conflict":
        return False
    here, there = (sentence_of(each.number.quantity.passage, tellings) for each in pair)
    if together(here, there, homes) or told(one, other, [*numbers]) or told(other, one, [*numbers]):
        return False
    return all(
        clash(mine, each, tellings)
        for mine, text in ((one, other.text), (other, one.text))
        for each in numbers
        if each.text == text and comparable(mine.number, each.number)
    )


def clashing(one: Given, other: Given, tellings: dict[str, Telling]) -> bool:
    """Tell whether no number fits both of two that count one thing."""
    return (
        comparable(one.number, other.number)
        and not of_two_things(one, other)
        and clash(one, other, tellings)
    )


def dated(
    every: tuple[Mention, ...], tellings: dict[str, Telling], texts: dict[str, str], homes: Homes
) -> Iterator[Found]:
    """Find the days that sentences of no common claim give for one act."""
    by_act: dict[Word, list[Dated]] = defaultdict(list)
    for mention in every:
        telling = tellings[mention.passage.source]
        for each in in_dates.dated_in(mention, telling, texts):
            for act in sorted(each.acts & heads.acts_in(mention.passage.of(telling.text))):
                by_act[act].append(each)
    rare = rare_words(every, tellings)
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
