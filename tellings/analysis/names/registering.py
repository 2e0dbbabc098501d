"""Who is who in an event: people, organisations and places, under every printed form."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from tellings.analysis.names.capitals import fold, in_list
from tellings.analysis.names.clues import judge
from tellings.analysis.names.hearing import Heard, SmallWords, hear, in_order
from tellings.analysis.names.joining import joined
from tellings.analysis.names.people import ENDINGS, surname_alone
from tellings.analysis.names.roles import printed_roles
from tellings.analysis.names.spelling import Key, alike, in_common, one_person
from tellings.model.findings import Name, NameKind, Telling
from tellings.model.span import Passage

__all__ = ["register"]

Group = list[Heard]
"""The printings of one name."""

Counted = TypeVar("Counted", bound=Hashable)


def register(tellings: tuple[Telling, ...]) -> tuple[Name, ...]:
    """Gather the names of an event with every printed form and, of people, every printed role."""
    texts = {telling.id: telling.text for telling in tellings}
    small = SmallWords(telling.text for telling in tellings)
    heard = hear(tellings, small)
    people = _people(tellings, heard)
    taken = {one for group in people for one in group}
    others = joined([one for one in heard if one not in taken], tellings, small)
    found: list[tuple[NameKind, Group]] = [
        ("person", group) for group in people if any(one.sure for one in group)
    ]
    found += [(_kind(group), group) for group in others]
    named = [(kind, _main(kind, group), group) for kind, group in found]
    named.sort(key=lambda one: (-len(one[2]), fold(one[1]), one[0]))
    return tuple(
        _name(n, kind, main, group, texts) for n, (kind, main, group) in enumerate(named, start=1)
    )


def _name(number: int, kind: NameKind, main: str, group: Group, texts: dict[str, str]) -> Name:
    return Name(
        id=f"n{number}",
        name=main,
        kind=kind,
        variants=tuple(sorted({form for form in _forms(kind, group) if form != main})),
        roles=printed_roles(group, texts) if kind == "person" else (),
        mentions=tuple(sorted((one.passage for one in group), key=in_order)),
    )


def _forms(kind: NameKind, group: Group) -> Iterator[str]:
    """Give the printed forms of a name: a person's without titles."""
    for one in group:
        yield (one.form if kind == "person" else one.whole).printed


def _main(kind: NameKind, group: Group) -> str:
    """Give the commonest spelling; of a person the fullest, the commonest of those."""
    sure = [one for one in group if one.sure] or group
    count = _counted(_forms(kind, sure))
    if len(count) == 1:
        return next(iter(count))
    if kind != "person":
        return min(count, key=lambda s: (-count[s], -len(s), s))
    full = [s for s in count if not surname_alone(tuple(s.split()))] or list(count)
    return min(full, key=lambda s: (-count[s], -len(s), s))


def _kind(group: Group) -> NameKind:
    count = _counted(one.whole for one in group)
    if any(one.known == "organisation" for one in count):
        return "organisation"
    main = min(count, key=lambda form: (-count[form], form.words))
    kind = judge(main, (one.clues for one in group))
    return "other" if kind == "person" and len(main.words) > 1 and not group[0].form.full else kind


def _counted(forms: Iterable[Counted]) -> dict[Counted, int]:
    """Count forms; most names have one or two printings, and a counter is slow to make."""
    found: dict[Counted, int] = {}
    for one in forms:
        found[one] = found.get(one, 0) + 1
    return found


def _people(tellings: Sequence[Telling], heard: Sequence[Heard]) -> list[Group]:
    """Gather the people of all texts, one group each."""
    groups = _full_names([one for one in heard if one.form.full])
    alone = [one for one in heard if one.form.alone]
    spoken = _spoken(tellings, [one for group in groups for one in group])
    bare = Counter(
        one.form.surname for one in alone if one.form.known is None and not one.clues.place
    )
    every = {one.form for group in groups for one in group}
    openings = {one.first for one in every if one.first != one.surname} - in_list("given")
    groups = [group for group in groups if _attested(group, bare, spoken)]
    for group, one in _bearers(alone, groups, openings):
        group.append(one)
    placed = {one for group in groups for one in group}
    return groups + _single([one for one in alone if one not in placed], groups)


def _full_names(full: Iterable[Heard]) -> list[Group]:
    """Bring those together who bear one full name; father and son where a text has both."""
    by_key: dict[Key, Group] = defaultdict(list)
    for one in full:
        by_key[one.form.key].append(one)
    groups: list[tuple[list[Key], Group]] = []
    near: dict[Key, list[int]] = defaultdict(list)
    # The commonest and fullest first: initials and short forms find them there.
    for name in sorted(
        by_key, key=lambda k: (len(k[0]) == 1, -len(by_key[k]), -len(" ".join(k)), k)
    ):
        places = sorted({place for sign in in_common(name) for place in near[sign]})
        fitting = [
            place
            for place in places
            if any(one_person(name, other) for other in groups[place][0])
            and not any(_junior(name, other, by_key) for other in groups[place][0])
        ]
        if len(fitting) == 1:
            (place,) = fitting
            groups[place][0].append(name)
            groups[place][1].extend(by_key[name])
        else:
            place = len(groups)
            groups.append(([name], by_key[name]))
        for sign in in_common(name):
            near[sign].append(place)
    return [group for _, group in groups]


def _junior(one: Key, other: Key, by_key: dict[Key, Group]) -> bool:
    """Tell whether one text names both “Otto Brandt” and “Otto Brandt Jr.”."""
    if (one[-1] in ENDINGS) == (other[-1] in ENDINGS):
        return False
    texts = {heard.passage.source for heard in by_key[one]}
    return any(heard.passage.source in texts for heard in by_key[other])


def _spoken(tellings: Sequence[Telling], full: Sequence[Heard]) -> frozenset[Heard]:
    """Give the full names that open the phrase for a speaker: “Mara Lind, a docker, said”."""
    phrases = (a.speaker_at for t in tellings for a in t.attributions)
    opened = {(place.source, place.start) for place in phrases if place}
    return frozenset(h for h in full if (h.passage.source, h.passage.start) in opened)


def _attested(group: Group, bare: Counter[str], spoken: frozenset[Heard]) -> bool:
    """Tell whether the texts show a full name to be a person's."""
    count = _counted(one.form for one in group)
    main = min(count, key=lambda form: (-count[form], form.words))
    found = (one.clues for one in group)
    again = bare[main.surname] + sum(one in spoken for one in group)
    if bare[main.first] and not bare[main.surname]:
        # A firm goes by its first word: “Brisk” for “Brisk Shipping”.
        again = 0
    return judge(main, found, again=again) == "person"


def _bearers(
    alone: Sequence[Heard], groups: list[Group], openings: set[str]
) -> Iterator[tuple[Group, Heard]]:
    """Give each surname or given name that stands alone to the one person who bears it.

    A family name that one language puts last opens full names, the `openings`, in another.
    """
    last: dict[str, list[Group]] = defaultdict(list)
    first: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        forms = {one.form for one in group}
        for name in sorted({one.surname for one in forms}):
            last[name].append(group)
        for name in sorted({one.first for one in forms}):
            first[name].append(group)
    near: dict[str, list[str]] = defaultdict(list)
    for name in sorted(last):
        near[name[:1]].append(name)
    full = [(group, tuple(one.passage for one in group)) for group in groups]
    met = {id(group): passages for group, passages in full}
    bearing: dict[str, list[Group]] = {}
    for one in (one for one in alone if one.form.known != "place"):
        name = one.form.surname
        if name not in bearing:
            bearing[name] = last.get(name) or _near(name, last, near[name[:1]])
        if bearing[name] and name in openings:
            continue
        fitting = bearing[name] or first.get(name, [])
        if len(fitting) > 1:
            fitting = [g for g in fitting if _met(met[id(g)], one, before=True)] or [
                g for g in fitting if _met(met[id(g)], one, before=False)
            ]
        if len(fitting) == 1 and _bears(one, fitting[0]):
            yield fitting[0], one


def _met(full: Sequence[Passage], one: Heard, *, before: bool) -> bool:
    """Tell whether a text gives a full name too, or has given it before."""
    return any(
        place.source == one.passage.source and (not before or place.start < one.passage.start)
        for place in full
    )


def _near(name: str, last: dict[str, list[Group]], near: list[str]) -> list[Group]:
    return [group for other in near if alike(name, other) for group in last[other]]


def _bears(one: Heard, group: Group) -> bool:
    """“UN” is no surname, unless the text prints names in capitals."""
    word = one.words[-1]
    return not (word.isupper() and len(word) > 1) or any(o.words[-1].isupper() for o in group)


def _single(alone: Sequence[Heard], groups: list[Group]) -> list[Group]:
    """Give people of one name, and surnames that several people bear."""
    full = {one.form for group in groups for one in group if one.form.full}
    bearers = {one.surname for one in full} | {one.first for one in full}
    by_name: dict[str, Group] = defaultdict(list)
    for one in alone:
        if one.form.known != "place":
            by_name[one.form.surname].append(one)
    return [
        group
        for name, group in sorted(by_name.items())
        if (name in bearers and not any(one.form.printed.isupper() for one in group))
        or judge(group[0].form, (one.clues for one in group)) == "person"
    ]
