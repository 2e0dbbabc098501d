"""The order and the headings in which claims are read."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import count

from tellings.analysis import wording
from tellings.analysis.sections.headings import Term, subhead, terms
from tellings.model.findings import Claim, Cover, Difference, Name, Section, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Passage

__all__ = ["address", "arrange"]

MOST = 8
"""How many sections a digest has at most, those for what is left included."""

FEW = 3
"""A heading stands over at least this many claims."""

WIDE = 0.4
"""A name in more than this share of the claims names the event, not a section of it."""

SMALL = 6
"""An event of fewer claims needs no headings."""

ALONE_WORTH = 0.3
"""What a claim of one text counts for a heading, beside one for each text of another."""

NEXT = 2
"""How many sentences apart neighbours stand that belong to one section."""

BEST = 3
"""By how many of its weightiest claims a section takes its place."""

SHARP = 0.5
"""What a difference adds to a claim's weight, beside one for each further text."""

LEANING = re.compile(
    r"^\W*(?:he|she|it|they|this|that|these|those|his|her|its|their|such|of (?:them|these|those))\b"
    r"|\b(?:he|she|they) (?:said|says|added|continued|told \w+(?: \w+)?)\W*$",
    re.IGNORECASE,
)
WHOLE, FIRST = phrase("What the texts tell"), phrase("What several texts tell")
ONE = phrase("What the text tells")
REST, ALONE = phrase("More that several texts tell"), phrase("Told by one text")
"""`FIRST` is what `REST` is called where it comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim as it is arranged: its weight, its place in the texts and where it stands."""

    claim: Claim
    texts: int
    place: float
    """Where its mentions stand in their texts on the whole, 0 to 1."""

    weight: float
    """How many other texts tell it, how early, and whether they differ in it."""

    terms: frozenset[Term]
    subheads: frozenset[str]
    leans: bool
    """Whether it is one text's sentence that cannot be read alone."""


def arrange(
    tellings: tuple[Telling, ...],
    names: tuple[Name, ...],
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    differences: tuple[Difference, ...],
) -> tuple[Section, ...]:
    """Arrange every claim into exactly one section; the one with the event's lead comes first."""
    told = weighed(tellings, names, claims, covers, differences)
    if not told:
        return ()
    whole = WHOLE if len(tellings) > 1 else ONE
    if len(told) < SMALL:
        return (section(whole, told, set()),)
    groups = under_headings(told)
    settle(told, groups, {telling.id: places(telling) for telling in tellings})
    if len(groups) == 1 and ALONE in groups and shared(groups[ALONE]):
        groups = {whole: groups[ALONE]}
    used: set[str] = set()
    lead = min(told, key=lambda one: (one.place - one.texts, one.claim.gist, one.claim.id))
    ordered = sorted(
        groups.items(),
        key=lambda group: (group[0] == ALONE, lead not in group[1], weight(group[1])),
    )
    return tuple(
        section(FIRST if name == REST and place == 0 else name, members, used)
        for place, (name, members) in enumerate(ordered)
    )


def places(telling: Telling) -> list[int]:
    """Give where the sentences of a text begin."""
    return [sentence.span.start for sentence in telling.document.sentences]


def weighed(
    tellings: tuple[Telling, ...],
    names: tuple[Name, ...],
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    differences: tuple[Difference, ...],
) -> list[Told]:
    """Weigh each claim and look up where it stands."""
    by_id = {telling.id: telling for telling in tellings}
    texts = {cover.claim: cover.texts for cover in covers}
    sharp = {one.claim for one in differences if not one.weak}
    named = terms(tellings, names)
    found = []
    for claim in claims:
        passages = [mention.passage for mention in claim.mentions]
        shares = [passage.start / len(by_id[passage.source].text) for passage in passages]
        place = sum(shares) / len(shares)
        told = max(1, texts.get(claim.id, 1))
        leans = len(claim.sources) == 1 and leaning(claim.gist.of(by_id[claim.gist.source].text))
        found.append(
            Told(
                claim=claim,
                texts=told,
                place=round(place, 4),
                weight=round(told - place + SHARP * (claim.id in sharp), 4),
                # “He said …” belongs where the sentence before it stands, whatever it names.
                terms=frozenset() if leans else terms_of(claim, by_id, named),
                leans=leans,
                subheads=frozenset(
                    head
                    for passage in passages
                    if (head := subhead(by_id[passage.source], passage))
                ),
            )
        )
    return sorted(found, key=lambda t: (t.place, t.claim.gist, t.claim.id))


def terms_of(
    claim: Claim, tellings: Mapping[str, Telling], named: Mapping[Passage, frozenset[Term]]
) -> frozenset[Term]:
    """Give the names in a claim's gist, or in at least half of its sentences."""
    spread: Counter[Term] = Counter()
    gist: frozenset[Term] = frozenset()
    for passage in {claim.gist, *(mention.passage for mention in claim.mentions)}:
        sentence = tellings[passage.source].document.sentence_at(passage.start)
        found = named.get(sentence.passage, frozenset()) if sentence else frozenset()
        spread.update(found)
        gist = found if passage == claim.gist else gist
    return gist | {term for term, times in spread.items() if 2 * times >= len(claim.mentions)}


def leaning(words: str) -> bool:
    """Tell whether a sentence cannot be read alone: “Of them, …”, “They …”, “…, he said”."""
    return bool(LEANING.search(wording.fold(words)))


def under_headings(told: list[Told]) -> dict[str, list[Told]]:
    """Choose headings: subheads over shared claims first, then the names most claims share."""
    groups: dict[str, list[Told]] = {}
    free = list(told)
    while len(groups) < MOST - 2:
        best = best_heading(free, told, tuple(groups))
        if best is None:
            break
        name, members = best
        groups[name] = members
        taken = {one.claim.id for one in members}
        free = [one for one in free if one.claim.id not in taken]
    return groups


def best_heading(
    free: list[Told], told: list[Told], chosen: tuple[str, ...]
) -> tuple[str, list[Told]] | None:
    """Give the heading that covers most of the claims still free, by the texts behind them."""
    heads: dict[tuple[bool, str], list[Told]] = defaultdict(list)
    for one in free:
        for head in one.subheads:
            heads[True, head].append(one)
        for term in one.terms:
            heads[False, term].append(one)
    spread = Counter(term for one in told for term in one.terms)
    fitting = [
        (not (is_subhead and shared(members)), -worth(members), name, members)
        for (is_subhead, name), members in heads.items()
        if len(members) >= FEW
        and (is_subhead or spread[name] <= WIDE * len(told))
        and not any(alike(name, other) for other in chosen)
    ]
    if not fitting:
        return None
    _, _, name, members = min(fitting, key=lambda fit: fit[:3])
    return name, members


def shared(members: list[Told]) -> bool:
    """Tell whether several texts tell one of the claims."""
    return any(one.texts > 1 for one in members)


def worth(members: list[Told]) -> float:
    """Say what a heading would stand over."""
    return round(sum(one.texts if one.texts > 1 else ALONE_WORTH for one in members), 4)


def alike(name: str, other: str) -> bool:
    """Tell whether all the words of one heading stand in another."""
    one, two = (set(wording.tokens(words.lower())) for words in (name, other))
    return one <= two or two <= one


def settle(
    told: list[Told], groups: dict[str, list[Told]], starts: Mapping[str, list[int]]
) -> None:
    """Put each claim that no heading took beside its neighbour in its text, or with its like."""
    home = {one.claim.id: name for name, members in groups.items() for one in members}
    subheads = {head for one in told for head in one.subheads}
    by_source: dict[str, list[tuple[Passage, Told]]] = defaultdict(list)
    for one in told:
        for passage in {mention.passage for mention in one.claim.mentions}:
            by_source[passage.source].append((passage, one))
    for found in by_source.values():
        found.sort(key=lambda pair: (pair[0], pair[1].claim.id))
    headed = dict(home)
    for one in sorted(told, key=lambda one: one.claim.gist):
        if one.claim.id in home:
            continue
        gist = one.claim.gist
        near = (
            known[other.claim.id]
            for passage, other in reversed(by_source[gist.source])
            if passage < gist
            # “They said so” goes where the sentence before it went; others to what is named.
            and other.claim.id in (known := home if one.leans else headed)
            and apart(passage, gist, starts[gist.source]) <= NEXT
        )
        # What does not stand under a subhead does not belong to its section.
        fitting = (name for name in near if name not in subheads or name in one.subheads)
        name = REST if one.texts > 1 else next(fitting, ALONE)
        home[one.claim.id] = name
        groups.setdefault(name, []).append(one)
    for name in (REST, ALONE):
        if 0 < len(groups.get(name, ())) < FEW and len(groups) > 1:
            spill(groups, name)


def apart(one: Passage, other: Passage, starts: list[int]) -> int:
    """Count the sentences from one passage of a text to a later one."""
    return bisect_right(starts, other.start) - bisect_right(starts, one.start)


def spill(groups: dict[str, list[Told]], name: str) -> None:
    """Share out the claims of a section that is too small to stand, each to the nearest."""
    for one in groups.pop(name):
        # What several texts tell never stands under “Told by one text” beside other sections.
        fit = [other for other in groups if other != ALONE] or list(groups)
        best = min(
            fit,
            key=lambda other: (
                min(abs(member.place - one.place) for member in groups[other]),
                other,
            ),
        )
        groups[best].append(one)


def weight(members: list[Told]) -> tuple[float, float, str]:
    """Order sections by their weightiest claims, then by place in the texts."""
    best = sorted((one.weight for one in members if one.texts > 1), reverse=True)[:BEST]
    return (-round(sum(best), 4), min(one.place for one in members), members[0].claim.id)


def address(name: str, taken: Container[str]) -> str:
    """Make a section's id of its name: one that no other has."""
    slug = "-".join(wording.fold(name).lower().split())
    slug = re.sub(r"[^a-z0-9-]+", "", slug).strip("-") or "section"
    return next(one for n in count(1) if (one := slug if n == 1 else f"{slug}-{n}") not in taken)


def section(name: str, members: list[Told], used: set[str]) -> Section:
    """Make a section: shared claims as the story goes, then each text's own in its own order."""
    id_ = address(name, used)
    used.add(id_)
    first = {
        source: min(one.place for one in members if one.claim.gist.source == source)
        for source in {one.claim.gist.source for one in members}
    }

    def order(one: Told) -> tuple[bool, float, str, Passage, str]:
        source = one.claim.gist.source if one.texts == 1 else ""
        return one.texts == 1, first.get(source, one.place), source, one.claim.gist, one.claim.id

    ordered = sorted(members, key=order)
    return Section(
        id=id_,
        name=name,
        claims=tuple(one.claim.id for one in ordered),
    )
