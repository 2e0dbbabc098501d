"""The order and the headings in which claims are read."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from tellings.analysis import framing, wording
from tellings.analysis.sections.headings import Term, terms
from tellings.model.findings import Claim, Cover, Difference, Section, Telling
from tellings.model.span import Passage

__all__ = ["arrange"]

MOST = 8
"""How many sections a digest has at most, the last for what is left."""

FEW = 3
"""A heading stands over at least this many claims."""

WIDE = 0.4
"""A name in more than this share of the claims names the event, not a section of it."""

SMALL = 6
"""An event of fewer claims needs no headings."""

LEANING = re.compile(
    r"^\W*(?:he|she|it|they|this|that|these|those|his|her|its|their|such|of (?:them|these|those))\b"
    r"|\b(?:he|she|they) (?:said|says|added|continued|told \w+(?: \w+)?)\W*$",
    re.IGNORECASE,
)
WHOLE, REST, ALONE = "What the texts tell", "Also told", "Told by one text"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it is arranged: its weight, its place in the texts and where it stands."""

    claim: Claim
    texts: int
    place: float
    """Where its mentions stand in their texts on the whole, 0 to 1."""

    terms: frozenset[Term]
    subheads: frozenset[str]


def arrange(
    tellings: tuple[Telling, ...],
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    differences: tuple[Difference, ...],
) -> tuple[Section, ...]:
    """Arrange every claim into exactly one section."""
    told = weighed(tellings, claims, covers)
    if not told:
        return ()
    if len(told) < SMALL:
        return (section(WHOLE, told, Counter()),)
    groups = under_headings(told)
    settle(told, groups)
    used: Counter[str] = Counter()
    ordered = sorted(
        groups.items(), key=lambda group: (group[0] in {REST, ALONE}, weight(group[1]))
    )
    return tuple(section(name, members, used) for name, members in ordered)


def weighed(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], covers: tuple[Cover, ...]
) -> list[Told]:
    """Weigh each claim and look up where it stands."""
    by_id = {telling.id: telling for telling in tellings}
    texts = {cover.claim: cover.texts for cover in covers}
    named = terms(tellings)
    found = []
    for claim in claims:
        passages = [mention.passage for mention in claim.mentions]
        leans = len(claim.sources) == 1 and leaning(claim.gist.of(by_id[claim.gist.source].text))
        places = [passage.start / len(by_id[passage.source].text) for passage in passages]
        found.append(
            Told(
                claim=claim,
                texts=texts.get(claim.id, 1),
                place=round(sum(places) / len(places), 4),
                # “He said …” belongs where the sentence before it stands, whatever it names.
                terms=frozenset() if leans else named.get(claim.gist, frozenset()),
                subheads=frozenset(
                    head
                    for passage in passages
                    if (head := subhead(by_id[passage.source], passage))
                ),
            )
        )
    return sorted(found, key=lambda t: (t.place, t.claim.gist, t.claim.id))


def leaning(words: str) -> bool:
    """Tell whether a sentence cannot be read alone: “Of them, …”, “They …”, “…, he said”."""
    return bool(LEANING.search(wording.fold(words)))


def subhead(telling: Telling, passage: Passage) -> str | None:
    """Find the subhead that a passage stands under, if one does; one text's judgement is none."""
    found = None
    for block in telling.document.source.blocks:
        if block.span.start > passage.start:
            break
        if block.part == "subhead":
            loaded = any(framing.chosen(telling, block.span))
            found = None if loaded else " ".join(block.span.of(telling.text).split())
    return found


def under_headings(told: list[Told]) -> dict[str, list[Told]]:
    """Choose headings: subheads over several claims first, then the names most claims share."""
    groups: dict[str, list[Told]] = {}
    free = list(told)
    while len(groups) < MOST - 1:
        best = best_heading(free, told)
        if best is None:
            break
        name, members = best
        groups[name] = members
        free = [one for one in free if one not in members]
    return groups


def best_heading(free: list[Told], told: list[Told]) -> tuple[str, list[Told]] | None:
    """Give the heading that covers most of the claims still free, by the texts behind them."""
    heads: dict[tuple[bool, str], list[Told]] = defaultdict(list)
    for one in free:
        for head in one.subheads:
            heads[True, head].append(one)
        for term in one.terms:
            heads[False, term].append(one)
    spread = Counter(term for one in told for term in one.terms)
    fitting = [
        (not is_subhead, -sum(one.texts for one in members), name, members)
        for (is_subhead, name), members in heads.items()
        if len(members) >= FEW and (is_subhead or spread[name] <= WIDE * len(told))
    ]
    if not fitting:
        return None
    _, _, name, members = min(fitting, key=lambda fit: fit[:3])
    return name, members


def settle(told: list[Told], groups: dict[str, list[Told]]) -> None:
    """Put each claim that no heading took beside its neighbour in its text, or last."""
    home = {one.claim.id: name for name, members in groups.items() for one in members}
    subheads = {head for one in told for head in one.subheads}
    by_source: dict[str, list[tuple[Passage, Told]]] = defaultdict(list)
    for one in told:
        for passage in {mention.passage for mention in one.claim.mentions}:
            by_source[passage.source].append((passage, one))
    for one in sorted(told, key=lambda one: one.claim.gist):
        if one.claim.id in home:
            continue
        gist = one.claim.gist
        there = sorted(by_source[gist.source], key=lambda pair: (pair[0], pair[1].claim.id))
        before = [other for passage, other in there if passage < gist]
        near = [*reversed(before), *(other for passage, other in there if passage > gist)]
        names = (home[other.claim.id] for other in near if other.claim.id in home)
        # What does not stand under a subhead does not belong to its section.
        fitting = (name for name in names if name not in subheads or name in one.subheads)
        name = next(fitting, REST if one.texts > 1 else ALONE)
        groups.setdefault(name, []).append(one)


def weight(members: list[Told]) -> tuple[float, float, str]:
    """Order sections: those that most texts tell first, then by place in the texts."""
    shared = sum(one.texts - 1 for one in members)
    return (-shared, min(one.place for one in members), members[0].claim.id)


def section(name: str, members: list[Told], used: Counter[str]) -> Section:
    """Make a section: shared claims as the story goes, then each text's own in its own order."""
    slug = "-".join(wording.fold(name).lower().split())
    slug = re.sub(r"[^a-z0-9-]+", "", slug).strip("-") or "section"
    used[slug] += 1
    first = {
        source: min(one.place for one in members if one.claim.gist.source == source)
        for source in {one.claim.gist.source for one in members}
    }

    def order(one: Told) -> tuple[bool, float, str, Passage, str]:
        source = one.claim.gist.source if one.texts == 1 else ""
        return one.texts == 1, first.get(source, one.place), source, one.claim.gist, one.claim.id

    ordered = sorted(members, key=order)
    return Section(
        id=slug if used[slug] == 1 else f"{slug}-{used[slug]}",
        name=name,
        claims=tuple(one.claim.id for one in ordered),
    )
