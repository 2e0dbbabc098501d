"""How many independent texts and origins carry each claim, and what the count rests on.

Origins are not counted apart unless the texts show it: two that give a claim as the words of one
speaker, that run one agency's copy or that share its sentence are one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from tellings.analysis.lineage.credits import credited, named_agencies, whole
from tellings.analysis.lineage.speakers import named, who
from tellings.model.findings import (
    Backing,
    BackingKind,
    Claim,
    Cover,
    Lineage,
    Mention,
    Telling,
)
from tellings.model.span import Passage

__all__ = ["count"]

Key = tuple[BackingKind, str]
"""What an origin is, and what its printings have in common."""

CLOSE, SHARE = 3, 0.2
"""Texts that share so many sentences, and this much of the shorter, tell no claim apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What a file shows of where it has its words from."""

    label: str
    whole: frozenset[str]
    """Agencies whose copy all of it is."""

    leans: frozenset[str]
    """Agencies that it leans on somewhere."""

    local: Mapping[int, frozenset[str]]
    """Agencies that a paragraph credits or cites."""

    paragraphs: Mapping[Passage, int]
    """The paragraph of each sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What ties texts to one another."""

    lineage: Lineage
    copies: Mapping[str, Copy]
    places: Mapping[Passage, int]
    """The sentences that were handed down, or hand down, by number."""

    derived: Mapping[int, frozenset[int]]
    """What each of them was handed down from, or to."""

    close: Mapping[str, frozenset[str]]
    """The texts that each text shares much with."""


def count(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], lineage: Lineage
) -> tuple[Cover, ...]:
    """Count the independent texts and origins behind each claim."""
    ends = (end for one in lineage.derived for end in (one.passage, one.origin))
    places = {passage: number for number, passage in enumerate(dict.fromkeys(ends))}
    ties = Ties(
        lineage=lineage,
        copies=copies_of(tellings, lineage),
        places=places,
        derived=derivations(lineage, places),
        close=close(tellings, lineage),
    )
    return tuple(cover(claim, ties) for claim in claims)


def derivations(lineage: Lineage, places: Mapping[Passage, int]) -> dict[int, frozenset[int]]:
    """Sort what was handed down by the sentences at both ends."""
    found: dict[int, set[int]] = defaultdict(set)
    for one in lineage.derived:
        here, there = places[one.passage], places[one.origin]
        found[here].add(there)
        found[there].add(here)
    return {place: frozenset(ends) for place, ends in found.items()}


def copies_of(tellings: tuple[Telling, ...], lineage: Lineage) -> dict[str, Copy]:
    """Read where each file has its words from; what one file of a text credits, all of them do."""
    credits_ = {telling.id: credited(telling) for telling in tellings}
    entire: dict[str, set[str]] = defaultdict(set)
    leans: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        entire[lineage.text_of(telling.id)] |= whole(telling, credits_[telling.id])
    for origin in lineage.origins:
        for source in origin.sources if origin.kind == "agency" else ():
            leans[lineage.text_of(source)].add(origin.name)
    return {
        telling.id: Copy(
            label=telling.document.source.label,
            whole=frozenset(entire[lineage.text_of(telling.id)]),
            leans=frozenset(leans[lineage.text_of(telling.id)]),
            local=local(telling, credits_[telling.id]),
            paragraphs={one.passage: one.paragraph for one in telling.document.sentences},
        )
        for telling in tellings
    }


def local(
    telling: Telling, credits_: Mapping[str, tuple[Passage, ...]]
) -> dict[int, frozenset[str]]:
    """Name the agencies that each paragraph credits or cites."""
    found: dict[int, set[str]] = defaultdict(set)
    for name, passages in credits_.items():
        for place in passages:
            sentence = telling.document.sentence_at(place.start)
            if sentence:
                found[sentence.paragraph].add(name)
    return {paragraph: frozenset(names) for paragraph, names in found.items()}


def close(tellings: tuple[Telling, ...], lineage: Lineage) -> dict[str, frozenset[str]]:
    """Find the texts that share much of the shorter one, quotations left out."""
    by_id = {telling.id: telling for telling in tellings}
    shared: dict[tuple[str, str], set[Passage]] = defaultdict(set)
    for passage, derived in groupby(lineage.derived, key=attrgetter("passage")):
        telling = by_id.get(passage.source)
        # A speaker may have given both texts the same words.
        if telling and telling.voice_of(passage.span) != "direct_quote":
            own = lineage.text_of(passage.source)
            for text in {lineage.text_of(one.origin.source) for one in derived}:
                shared[min(own, text), max(own, text)].add(passage)
    sizes = {telling.id: len(telling.document.sentences) for telling in tellings}
    found: dict[str, set[str]] = defaultdict(set)
    for (one_text, other), places in shared.items():
        shorter = min(sizes.get(text, 0) for text in (one_text, other))
        if one_text != other and len(places) >= max(CLOSE, SHARE * shorter):
            found[one_text].add(other)
            found[other].add(one_text)
    return {text: frozenset(others) for text, others in found.items()}


def cover(claim: Claim, ties: Ties) -> Cover:
    """Count the texts and origins of one claim."""
    counted = ties.lineage.counted(claim.sources)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in claim.mentions:
        text = ties.lineage.text_of(mention.passage.source)
        if text in counted:
            mentions[text].append(mention)
    keys = {text: keys_of(mentions[text], ties) for text in sorted(mentions)}
    groups = grouped(mentions, keys, ties)
    found = [backing(group, mentions, keys, ties) for group in groups]
    found.sort(key=lambda one: (-len(one.texts), one.name, one.texts))
    return Cover(
        claim=claim.id,
        texts=len(counted),
        origins=tuple(sorted(one.name for one in found)),
        backings=tuple(found),
        carriers=tuple(
            sorted({name for text in mentions for name in carriers(mentions[text], ties)})
        ),
    )


def carriers(mentions: list[Mention], ties: Ties) -> frozenset[str]:
    """Name whose copy a text runs: the agencies that it leans on, else its outlet."""
    copies = [ties.copies[mention.passage.source] for mention in mentions]
    return frozenset(name for copy in copies for name in copy.leans) or frozenset({copies[0].label})


def keys_of(mentions: list[Mention], ties: Ties) -> dict[Key, str]:
    """Say where one text has a claim from, each origin with its printed name."""
    found: dict[Key, str] = {}
    for mention in mentions:
        copy = ties.copies[mention.passage.source]
        spoken = who(mention.by) if mention.by else frozenset[str]()
        own = {name.lower(): name for name in named_agencies()}
        for one in sorted(spoken):
            kind: BackingKind = "agency" if one in own else "speaker"
            found.setdefault((kind, own.get(one, one)), own.get(one) or named(mention.by or one))
        paragraph = copy.paragraphs.get(mention.passage, -1)
        agencies = copy.whole | copy.local.get(paragraph, frozenset())
        for name in sorted(agencies if spoken else agencies | copy.leans):
            found[("agency", name)] = name
    label = ties.copies[mentions[0].passage.source].label
    return found or {("outlet", label): label}


def grouped(
    mentions: Mapping[str, list[Mention]], keys: Mapping[str, dict[Key, str]], ties: Ties
) -> tuple[tuple[str, ...], ...]:
    """Group the texts of which nothing shows that one has the claim from elsewhere than another."""
    home, left = {text: text for text in keys}, len(keys)

    def root(text: str) -> str:
        while home[text] != text:
            home[text] = text = home[home[text]]
        return text

    for one, other in links(mentions, keys, ties) if left > 1 else ():
        low, high = sorted((root(one), root(other)))
        if low != high:
            home[high] = low
            left -= 1
            if left == 1:
                break
    groups: dict[str, list[str]] = defaultdict(list)
    for text in sorted(keys):
        groups[root(text)].append(text)
    return tuple(tuple(group) for group in groups.values())


def links(
    mentions: Mapping[str, list[Mention]], keys: Mapping[str, dict[Key, str]], ties: Ties
) -> Iterator[tuple[str, str]]:
    """Give pairs of texts of one origin or outlet, and those that share the claim's sentence."""
    first: dict[Key, str] = {}
    for text in keys:
        label = ties.copies[mentions[text][0].passage.source].label
        for key in (*keys[text], ("outlet", label)):
            yield first.setdefault(key, text), text
        for other in sorted(ties.close.get(text, frozenset()) & keys.keys()):
            yield text, other
    told = {
        ties.places[mention.passage]: text
        for text in mentions
        for mention in mentions[text]
        if mention.passage in ties.places
    }
    for place, text in told.items():
        yield from ((text, told[end]) for end in ties.derived[place] if end in told)


def backing(
    group: tuple[str, ...],
    mentions: Mapping[str, list[Mention]],
    keys: Mapping[str, dict[Key, str]],
    ties: Ties,
) -> Backing:
    """Name what stands behind a group of texts: what most of them have it from."""
    every = Counter(key for text in group for key in keys[text])
    alone = len(group) == 1
    found = {
        key: number
        for key, number in every.items()
        if key[0] == "agency" or (key[0] == "speaker" and (alone or number > 1))
    }
    if not found:
        labels = (ties.copies[mentions[text][0].passage.source].label for text in group)
        names = tuple(dict.fromkeys(labels))
        kind: BackingKind = "shared" if len(names) > 1 else "outlet"
        return Backing(name=" or ".join(names), kind=kind, texts=group, shown=group)
    best = min(found, key=lambda key: (-found[key], key))
    printed = Counter(name for text in group for key, name in keys[text].items() if key == best)
    return Backing(
        name=min(printed, key=lambda name: (-printed[name], -len(name), name)),
        kind=best[0],
        texts=group,
        shown=tuple(text for text in group if best in keys[text]),
    )
