"""The people a document names: full names, what they are, and who a phrase means."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Literal

from tellings.analysis.names.beside import personal, roles_beside
from tellings.analysis.names.capitals import (
    Run,
    bag,
    distance,
    fold,
    in_list,
    runs,
)
from tellings.model.document import Document
from tellings.model.span import Span

__all__ = [
    "ENDINGS",
    "STORMS",
    "People",
    "Person",
    "full_name",
    "gather",
    "personal",
    "surname",
    "surname_alone",
]

PLACING = frozenset(["in", "at", "near", "across", "around", "outside", "off"])
ARTICLE = re.compile(r"(?:a[ldnrstz]|ash|el|ul)[-'](?=\w)")
BEFORE_SURNAMES = bag("van von de der den du la le da dos del ter ten zu bin")
"""Particles that stand before a surname also where no given name does."""

STORMS = bag("hurricane storm typhoon cyclone")
UNPERSONAL_WORDS = STORMS | bag(
    "of for north south east west new united the on in at to by with from into over after off out "
    "up back down as and or is are"
)
ENDINGS = frozenset(["jr", "sr", "ii", "iii", "iv"])
UNPERSONAL = ("roles", "nationalities", "organisation", "place", "countries")
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a name."""

    name: str
    """The fullest form the text gives, without titles."""

    roles: frozenset[str]
    """Words the text puts beside the name: "doctor", "mayor"."""

    gender: Gender | None
    mentions: tuple[Span, ...]

    @property
    def surname(self) -> str:
        """The last part of the name, folded."""
        return surname(self.name.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everybody a document names."""

    everybody: tuple[Person, ...]
    called: Mapping[str, Sequence[Person]]
    """Who bears a full name, folded."""

    first_called: Mapping[str, Sequence[Person]]
    """Whose name begins with a word, folded."""

    surnamed: Mapping[str, Sequence[Person]]
    """Who bears a surname."""

    mentions: tuple[tuple[int, Person], ...]
    """Where each is named, in text order."""

    def named(self, name: str, at: int | None = None) -> Person | None:
        """Find who a name means, printed at a place if that is known, if only one fits."""
        words = tuple(name.split())
        folded = [fold(word) for word in words]
        exact = self.called.get(" ".join(folded), ())
        if len(exact) == 1:
            return exact[0]
        fitting = self.surnamed.get(surname(words), ())
        if surname_alone(words):
            fitting = fitting or self.first_called.get(folded[0], ())
        else:
            fitting = [p for p in fitting if set(folded) <= {fold(w) for w in p.name.split()}]
        if len(fitting) > 1 and at is not None:
            fitting = [p for p in fitting if any(m.start <= at < m.end for m in p.mentions)]
        return fitting[0] if len(fitting) == 1 else None

    def holding(self, role: str, before: int) -> Person | None:
        """Find who a role means of those named before a place, if only one fits."""
        fitting = [p for p in self.everybody if role in p.roles and p.mentions[0].start < before]
        return fitting[0] if len(fitting) == 1 else None

    def within(self, span: Span) -> tuple[Person, ...]:
        """Give those named inside a stretch, in text order."""
        found: list[Person] = []
        first = bisect_left(self.mentions, span.start, key=_place)
        for start, person in islice(self.mentions, first, None):
            if start >= span.end:
                break
            if person not in found:
                found.append(person)
        return tuple(found)


def _place(mention: tuple[int, Person]) -> int:
    return mention[0]


def _start(span: Span) -> int:
    return span.start


def gather(document: Document, every: tuple[Run, ...] | None = None) -> People:
    """Find the people of a document; `every` run of its capitals need not be given."""
    text = document.source.text
    full: dict[str, list[Run]] = {}
    alone: dict[str, list[Run]] = {}
    for run in runs(document) if every is None else every:
        name = personal(run.words)
        if len(name) == 1 or surname_alone(name):
            alone.setdefault(_surname(name), []).append(run)
        elif full_name(name):
            full.setdefault(" ".join([fold(word) for word in name]), []).append(run)
    for word in alone.keys() & in_list(*UNPERSONAL):
        del alone[word]
    people = list(_sharing(tuple(_in_full(text, full, alone))))
    known = {person.surname for person in people}
    for word, found in alone.items():
        # A word alone is a person's by a title, a role or an age beside it.
        roles = set() if word in known else roles_beside(text, found)
        if roles and not _placed(text, found):
            people.append(_person(_fullest(found), found, roles))
    return _indexed(people)


def _indexed(people: Iterable[Person]) -> People:
    """Put people in text order, with the ways in which they are looked for."""
    everybody = tuple(sorted(people, key=lambda person: [m.start for m in person.mentions]))
    called: dict[str, list[Person]] = {}
    first_called: dict[str, list[Person]] = {}
    surnamed: dict[str, list[Person]] = {}
    for person in everybody:
        called.setdefault(fold(person.name), []).append(person)
        first_called.setdefault(fold(person.name.split()[0]), []).append(person)
        surnamed.setdefault(person.surname, []).append(person)
    mentions = [(mention.start, person) for person in everybody for mention in person.mentions]
    return People(
        everybody=everybody,
        called=called,
        first_called=first_called,
        surnamed=surnamed,
        mentions=tuple(sorted(mentions, key=_place)),
    )


def _in_full(
    text: str, full: Mapping[str, list[Run]], alone: Mapping[str, Sequence[Run]]
) -> Iterator[Person]:
    """Give people of a full name, each with the places that print the surname alone."""
    for found in _merged(full):
        if not _placed(text, found):
            name = _fullest(found)
            also = alone.get(surname(name), ())
            yield _person(name, (*found, *also), roles_beside(text, (*found, *also)))


def _sharing(people: Sequence[Person]) -> Iterator[Person]:
    """Leave a surname that several bear to the one who was named before it, or to nobody."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        bearers.setdefault(person.surname, []).append(person)
    for person in people:
        sharing = bearers[person.surname]
        if len(sharing) == 1:
            yield person
            continue
        here = _named_in_full(person)
        others = [_named_in_full(other) for other in sharing if other is not person]
        kept = tuple(
            m
            for m in person.mentions
            if _long(m, person) or (here < m.start and all(m.start < other for other in others))
        )
        yield replace(person, mentions=kept)


def _named_in_full(person: Person) -> int:
    """Give where a person is first named in full."""
    return min(m.start for m in person.mentions if _long(m, person))


def _long(mention: Span, person: Person) -> bool:
    return len(mention) > len(person.surname) + 1


def _placed(text: str, found: Sequence[Run]) -> bool:
    """Tell whether a name stands after “in” or “near” too often for a person's."""
    placed = 0
    for run in found:
        before = text[max(0, run.span.start - 9) : run.span.start].split()
        placed += bool(before) and before[-1].lower() in PLACING
    return placed * 3 >= len(found)


@lru_cache(maxsize=1 << 14)
def surname_alone(name: tuple[str, ...]) -> bool:
    """Tell whether a name is one word, or a surname with its particles: “Van der Meer”."""
    return 0 < len(name) < 4 and all(fold(word) in BEFORE_SURNAMES for word in name[:-1])


@lru_cache(maxsize=1 << 14)
def full_name(name: tuple[str, ...]) -> bool:
    """Tell whether words look like a person's full name."""
    if not 2 <= len(name) <= 5:
        return False
    lower = {fold(word) for word in name}
    return (
        " ".join(fold(word) for word in name) not in in_list("countries")
        and not lower & in_list("organisation", "place")
        and not lower & UNPERSONAL_WORDS
        and not any(
            word.isupper() and len(word) > 1 and "." not in word and fold(word) not in ENDINGS
            for word in name
        )
        and fold(name[-1]) not in in_list("roles", "nationalities", "bodies", "things", "no_names")
        and fold(name[0]) not in in_list("nationalities")
    )


def _merged(full: Mapping[str, list[Run]]) -> Iterator[list[Run]]:
    """Join “Jumo D. Reed” and “Jumo Reed”: the same first and last name."""
    by_ends: dict[tuple[str, str], list[Run]] = {}
    for key in sorted(full):
        parts = [w for w in key.split() if w not in ENDINGS] or key.split()
        ending = key.split()[-1] if parts[-1] != key.split()[-1] else ""
        # “Otto Brandt Jr.” is Otto Brandt, unless the text has both.
        apart = ending and " ".join(parts) in full
        last = f"{parts[-1]} {ending}" if apart else parts[-1]
        by_ends.setdefault((parts[0], last), []).extend(full[key])
    firsts: dict[str, list[str]] = {}
    for first, last in sorted(by_ends):
        firsts.setdefault(last, []).append(first)
    for first, last in sorted(by_ends):
        for twin in firsts[last]:
            if twin > first and _spelt_alike(first, twin):
                by_ends[first, last] += by_ends[twin, last]
                by_ends[twin, last] = []
        if by_ends[first, last]:
            yield sorted(by_ends[first, last], key=lambda run: run.span.start)


def _spelt_alike(one: str, other: str) -> bool:
    """“Antony” and “Anthony” before one surname."""
    return (
        {one[-1], other[-1]} not in ({"a", "o"}, {"a", "e"})
        and not {one, other} & {one + "a", one + "e", other + "a", other + "e"}
        and distance(one, other) == 1
        and min(map(len, (one, other))) > 3
    )


def surname(name: Sequence[str]) -> str:
    """Give the last word of a name, folded, endings such as “Jr” left out unless it is one."""
    return _surname(tuple(name))


@lru_cache(maxsize=1 << 14)
def _surname(name: tuple[str, ...]) -> str:
    return ARTICLE.sub("", fold(([word for word in name if fold(word) not in ENDINGS] or name)[-1]))


def _person(name: tuple[str, ...], found: Iterable[Run], roles: set[str]) -> Person:
    return Person(
        name=" ".join(name),
        roles=frozenset(roles),
        gender=_gender(roles),
        mentions=tuple(sorted([run.span for run in found], key=_start)),
    )


def _fullest(found: Sequence[Run]) -> tuple[str, ...]:
    """Give the fullest form of a name; of several, the commonest, then the first."""
    names = Counter([personal(run.words) for run in found])
    return max(names, key=lambda words: (len(words), names[words]))


def _gender(roles: set[str]) -> Gender | None:
    male, female = bool(roles & in_list("male")), bool(roles & in_list("female"))
    if male == female:
        return None
    return "male" if male else "female"
