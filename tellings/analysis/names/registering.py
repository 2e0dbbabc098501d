"""Who is who in an event: people, organisations and places, under every printed form."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.analysis.names.capitals import Run, bag, distance, fold, in_list, runs
from tellings.analysis.names.people import Person, gather, personal
from tellings.model.findings import Name, NameKind, Telling
from tellings.model.span import Passage, Span

__all__ = ["register"]

PLACING = bag("in at near outside across around toward towards into through")
COUNTRY = re.compile(r"(?:stan|land|ia|burg|ville|ton|ford|shire|polis)$")
EXPANSION = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:of |and |for |the |de )*){1,7}[A-Z][\w’'-]+) \(([A-Z]{2,8})\)"
)
REVERSED = re.compile(
    r"\b([A-Z]{2,8}) \(((?:[A-Z][\w’'-]+,? (?:of |and |for |the )*){1,7}[A-Z][\w’'-]+)\)"
)

Read = tuple[Telling, tuple[Run, ...]]
"""A telling with its runs of capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Mentions under one spelling."""

    spellings: tuple[str, ...]
    """One for each mention."""

    kind: NameKind
    mentions: tuple[Passage, ...]


def register(tellings: tuple[Telling, ...]) -> tuple[Name, ...]:
    """Gather the names of an event with every printed form."""
    read = tuple((telling, tuple(runs(telling.document))) for telling in tellings)
    people = _people(read)
    taken = {mention for found in people for mention in found.mentions}
    others = _others(read, taken)
    ranked = sorted(
        _joined((*people, *others)),
        key=lambda found: (-len(found.mentions), fold(_main(found)), found.kind),
    )
    return tuple(_name(n, found) for n, found in enumerate(ranked, start=1))


def _joined(every: Sequence[Found]) -> Iterator[Found]:
    """Make one of what two texts took for a person and for a place: the commoner reading."""
    by_name: dict[str, list[Found]] = defaultdict(list)
    for found in every:
        by_name[fold(_main(found))].append(found)
    for alike in by_name.values():
        most = max(alike, key=lambda found: len(found.mentions))
        yield Found(
            spellings=tuple(s for found in alike for s in found.spellings),
            kind=most.kind,
            mentions=tuple(m for found in alike for m in found.mentions),
        )


def _name(number: int, found: Found) -> Name:
    main = _main(found)
    return Name(
        id=f"n{number}",
        name=main,
        kind=found.kind,
        variants=tuple(sorted({s for s in found.spellings if s != main})),
        mentions=tuple(sorted(found.mentions)),
    )


def _main(found: Found) -> str:
    """Give the fullest spelling, the commonest of those."""
    count = Counter(found.spellings)
    if found.kind != "person":
        return min(count, key=lambda s: (-count[s], -len(s), s))
    longest = max(len(s.split()) for s in count)
    return min(
        (s for s in count if len(s.split()) >= min(longest, 2)),
        key=lambda s: (-count[s], -len(s), s),
    )


def _people(read: Sequence[Read]) -> tuple[Found, ...]:
    """Gather the people of all texts, one entry each."""
    every = [
        (telling, person)
        for telling, found in read
        for person in gather(telling.document, found).everybody
    ]
    groups = _full_names([pair for pair in every if " " in pair[1].name])
    surnames = [{person.surname for _, person in group} for group in groups]
    for telling, person in every:
        if " " in person.name:
            continue
        own = person.surname
        fitting = [n for n, known in enumerate(surnames) if any(_alike(s, own) for s in known)]
        if len(fitting) == 1:
            groups[fitting[0]].append((telling, person))
            surnames[fitting[0]].add(own)
        elif not fitting:
            groups.append([(telling, person)])
            surnames.append({own})
    speakers = {a.speaker for telling, _ in read for a in telling.attributions if a.speaker}
    alone: dict[str, list[tuple[Telling, Span]]] = defaultdict(list)
    for telling, found in read:
        for run in found:
            if len(run.words) == 1:
                alone[fold(run.words[0])].append((telling, run.span))
    attested = tuple(_united(group) for group in groups if _attested(group, speakers, alone))
    return tuple(_with_surnames(attested, read))


def _full_names(full: Sequence[tuple[Telling, Person]]) -> list[list[tuple[Telling, Person]]]:
    """Bring those together who bear one full name."""
    groups: list[list[tuple[Telling, Person]]] = []
    home: dict[str, list[tuple[Telling, Person]]] = {}
    for telling, person in full:
        if person.name not in home:
            group = next((g for g in groups if _same(g[0][1].name, person.name)), None)
            if group is None:
                group = []
                groups.append(group)
            home[person.name] = group
        home[person.name].append((telling, person))
    return groups


def _attested(
    group: Sequence[tuple[Telling, Person]],
    speakers: set[str],
    alone: Mapping[str, Sequence[tuple[Telling, Span]]],
) -> bool:
    """Tell whether the texts show a name to be a person's: by speech, a role or an age."""
    if any(person.name in speakers for _, person in group):
        return True
    bare = [where for name in {p.surname for _, p in group} for where in alone.get(name, ())]
    every = [(telling, span) for telling, person in group for span in person.mentions] + bare
    if sum(_placed(telling, span) for telling, span in every) * 4 >= len(every):
        return False
    return any(person.roles for _, person in group)


def _united(group: Sequence[tuple[Telling, Person]]) -> Found:
    mentions = [
        (span.within(telling.id), _bare(span.of(telling.text)))
        for telling, person in group
        for span in person.mentions
    ]
    mentions = sorted(set(mentions))
    return Found(
        spellings=tuple(spelling for _, spelling in mentions),
        kind="person",
        mentions=tuple(passage for passage, _ in mentions),
    )


def _bare(printed: str) -> str:
    """Give a printed name without its titles."""
    return " ".join(personal(tuple(printed.split()))) or printed


def _with_surnames(found: Sequence[Found], read: Sequence[Read]) -> Iterator[Found]:
    """Add the places where a surname stands alone in a text that never gives the full name."""
    taken = {mention for one in found for mention in one.mentions}
    owners: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(found):
        for surname in {fold(s.split()[-1]) for s in one.spellings}:
            owners[surname].append(n)
    more: dict[int, list[tuple[Passage, str]]] = defaultdict(list)
    for telling, every in read:
        for run in every:
            name = personal(run.words)
            holders = owners.get(fold(name[0]), []) if len(name) == 1 else []
            if len(holders) == 1 and (passage := run.span.within(telling.id)) not in taken:
                more[holders[0]].append((passage, name[0]))
    for n, one in enumerate(found):
        yield Found(
            spellings=(*one.spellings, *(s for _, s in more[n])),
            kind=one.kind,
            mentions=(*one.mentions, *(p for p, _ in more[n])),
        )


def _same(one: str, other: str) -> bool:
    """Tell whether two full names are one: “Valé” and “Vale”, “Antony” and “Anthony”."""
    left, right = _folded(one), _folded(other)
    if left[-1] == right[-1] and left[0] == right[0]:
        return True
    if len(left) != len(right):
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(apart) <= 1 and all(_alike(a, b) for a, b in apart)


def _folded(name: str) -> tuple[str, ...]:
    words = tuple(fold(w) for w in name.split())
    return tuple(w for w in words if w not in {"jr", "sr", "ii", "iii"}) or words


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are one word's spellings: one letter apart, and long enough."""
    return one == other or (min(len(one), len(other)) >= 5 and distance(one, other) == 1)


def _others(read: Sequence[Read], taken: set[Passage]) -> tuple[Found, ...]:
    """Gather organisations, places and other names."""
    tellings = tuple(telling for telling, _ in read)
    lower = _lower_words(tellings)
    short = dict(_acronyms(tellings))
    groups: dict[str, list[tuple[Telling, Run]]] = defaultdict(list)
    for telling, every in read:
        for run in every:
            if run.span.within(telling.id) in taken or not _naming(run, lower, telling):
                continue
            key = " ".join(fold(word) for word in run.words)
            groups[short.get(key, key)].append((telling, run))
    return tuple(
        Found(
            spellings=tuple(" ".join(run.words) for _, run in group),
            kind=_kind(group),
            mentions=tuple(run.span.within(telling.id) for telling, run in group),
        )
        for _, group in sorted(groups.items())
        if any(not run.initial for _, run in group)
    )


def _lower_words(tellings: tuple[Telling, ...]) -> frozenset[str]:
    return frozenset(w for t in tellings for w in re.findall(r"\b[a-z][\w’'-]*", t.text))


def _naming(run: Run, lower: frozenset[str], telling: Telling) -> bool:
    """Tell whether a run is a name: not a headline's capitals, a lone adjective, a common word."""
    if run.sentence.part in {"title", "subhead"} and _shouts(run, telling):
        return False
    first = run.words[0]
    if len(run.words) > 1:
        titles = in_list("roles", "portfolios", "nationalities")
        return not all(fold(w) in titles or w in {"US", "UN", "EU"} for w in run.words)
    known = in_list("nationalities", "roles", "honorifics")
    if fold(first) in known or len(first.strip(".")) < 2 or first[0].isdigit():
        return False
    return not run.initial or first.lower() not in lower


def _shouts(run: Run, telling: Telling) -> bool:
    """Tell whether a headline capitalises most of its words."""
    said: list[str] = re.findall(r"\b[^\W\d_]{4,}", telling.document.words(run.sentence))
    return sum(w[0].isupper() for w in said) > 0.7 * len(said)


def _acronyms(tellings: tuple[Telling, ...]) -> Iterator[tuple[str, str]]:
    """Give each acronym with what a text says it stands for, folded."""
    for telling in tellings:
        for full, short in (
            *EXPANSION.findall(telling.text),
            *((full, short) for short, full in REVERSED.findall(telling.text)),
        ):
            initials = "".join(
                w if w.isupper() and len(w) < 4 else w[0] for w in full.split() if w[0].isupper()
            )
            if short == initials:
                words = [fold(w) for w in full.replace(",", "").split()]
                yield fold(short), " ".join(words)


def _kind(group: Sequence[tuple[Telling, Run]]) -> NameKind:
    """Judge a name by its words, then by the prepositions before it."""
    words = {fold(word) for word in group[0][1].words}
    last = fold(group[0][1].words[-1])
    if words & in_list("organisation"):
        return "organisation"
    if last in in_list("place") or words & {"mount", "lake", "cape", "port", "gulf", "river"}:
        return "place"
    if " ".join(fold(word) for word in group[0][1].words) in in_list("countries"):
        return "place"
    if all(word.isupper() and len(word) > 1 for word in group[0][1].words):
        return "organisation"
    placed = sum(_placed(telling, run.span) for telling, run in group)
    if placed * 3 >= len(group) or (len(words) == 1 and COUNTRY.search(last)):
        return "place"
    return "other"


def _placed(telling: Telling, span: Span) -> bool:
    before = telling.text[max(0, span.start - 14) : span.start].lower().split()
    before = before[:-1] if before[-1:] == ["the"] else before
    return bool(before) and before[-1] in PLACING
