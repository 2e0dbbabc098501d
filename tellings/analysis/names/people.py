"""The people a document names: full names, what they are, and who a phrase means."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
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
UNPERSONAL_WORDS = STORMS | bag("of for north south east west new united the")
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

    def named(self, name: str, at: int | None = None) -> Person | None:
        """Find who a name means, printed at a place if that is known, if only one fits."""
        folded = [fold(word) for word in name.split()]
        exact = [p for p in self.everybody if fold(p.name) == " ".join(folded)]
        if len(exact) == 1:
            return exact[0]
        last = surname(name.split())
        if surname_alone(tuple(name.split())):
            fitting = [p for p in self.everybody if p.surname == last] or [
                p for p in self.everybody if fold(p.name.split()[0]) == folded[0]
            ]
        else:
            fitting = [
                p
                for p in self.everybody
                if p.surname == last and set(folded) <= {fold(w) for w in p.name.split()}
            ]
        if len(fitting) > 1 and at is not None:
            fitting = [p for p in fitting if any(m.start <= at < m.end for m in p.mentions)]
        return fitting[0] if len(fitting) == 1 else None

    def holding(self, role: str, before: int) -> Person | None:
        """Find who a role means of those named before a place, if only one fits."""
        fitting = [p for p in self.everybody if role in p.roles and p.mentions[0].start < before]
        return fitting[0] if len(fitting) == 1 else None

    def within(self, span: Span) -> tuple[Person, ...]:
        """Give those named inside a stretch, in text order."""
        found: list[tuple[int, Person]] = []
        for person in self.everybody:
            first = bisect_left(person.mentions, span.start, key=_start)
            if first < len(person.mentions) and person.mentions[first].start < span.end:
                found.append((person.mentions[first].start, person))
        return tuple(person for _, person in sorted(found, key=lambda pair: pair[0]))


def _start(span: Span) -> int:
    return span.start


def gather(document: Document, every: tuple[Run, ...] | None = None) -> People:
    """Find the people of a document; `every` run of its capitals need not be given."""
    text = document.source.text
    every = tuple(runs(document)) if every is None else every
    full: dict[str, list[Run]] = {}
    alone: list[Run] = []
    for run in every:
        name = personal(run.words)
        if surname_alone(name):
            if surname(name) not in in_list(*UNPERSONAL):
                alone.append(run)
        elif full_name(name):
            full.setdefault(" ".join(fold(word) for word in name), []).append(run)
    people = [_person(text, found, alone) for found in _merged(full) if not _placed(text, found)]
    people = list(_sharing(people))
    known = {p.surname for p in people}
    people += _single(text, alone, known)
    return People(everybody=tuple(sorted(people, key=lambda p: p.mentions)))


def _sharing(people: Sequence[Person]) -> Iterator[Person]:
    """Leave a surname that several bear to the one who was named before it, or to nobody."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        bearers.setdefault(person.surname, []).append(person)
    first = {
        person.name: min((m.start for m in person.mentions if _long(m, person)), default=0)
        for sharing in bearers.values()
        if len(sharing) > 1
        for person in sharing
    }
    for person in people:
        others = [first[p.name] for p in bearers[person.surname] if p is not person]
        kept = tuple(
            m
            for m in person.mentions
            if not others
            or _long(m, person)
            or (first[person.name] < m.start and all(m.start < other for other in others))
        )
        yield replace(person, mentions=kept) if len(kept) < len(person.mentions) else person


def _long(mention: Span, person: Person) -> bool:
    return len(mention) > len(person.surname) + 1


def _single(text: str, alone: list[Run], known: set[str]) -> Iterator[Person]:
    """Give people of one name, told by a title, a role or an age beside it."""
    by_name: dict[str, list[Run]] = {}
    for run in alone:
        name = surname(personal(run.words))
        if name not in known:
            by_name.setdefault(name, []).append(run)
    for found in by_name.values():
        person = _person(text, found, [])
        if person.roles and not _placed(text, found):
            yield person


def _placed(text: str, found: list[Run]) -> bool:
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


def _merged(full: dict[str, list[Run]]) -> Iterator[list[Run]]:
    """Join “Jumo D. Reed” and “Jumo Reed”: the same first and last name."""
    by_ends: dict[tuple[str, str], list[Run]] = {}
    for key in sorted(full):
        parts = [w for w in key.split() if w not in ENDINGS] or key.split()
        ending = key.split()[-1] if parts[-1] != key.split()[-1] else ""
        # “Otto Brandt Jr.” is Otto Brandt, unless the text has both.
        apart = ending and " ".join(parts) in full
        last = f"{parts[-1]} {ending}" if apart else parts[-1]
        by_ends.setdefault((parts[0], last), []).extend(full[key])
    for ends in sorted(by_ends):
        for twin in sorted(by_ends):
            if twin > ends and _spelt_alike(ends, twin):
                by_ends[ends] += by_ends[twin]
                by_ends[twin] = []
        if by_ends[ends]:
            yield sorted(by_ends[ends], key=lambda run: run.span)


def _spelt_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """“Antony” and “Anthony” before one surname."""
    return (
        one[1] == other[1]
        and {one[0][-1], other[0][-1]} not in ({"a", "o"}, {"a", "e"})
        and not {one[0], other[0]} & {one[0] + "a", one[0] + "e", other[0] + "a", other[0] + "e"}
        and distance(one[0], other[0]) == 1
        and min(map(len, (one[0], other[0]))) > 3
    )


def surname(name: Sequence[str]) -> str:
    """Give the last word of a name, folded, endings such as “Jr” left out unless it is one."""
    return _surname(tuple(name))


@lru_cache(maxsize=1 << 14)
def _surname(name: tuple[str, ...]) -> str:
    return ARTICLE.sub("", fold(([word for word in name if fold(word) not in ENDINGS] or name)[-1]))


def _person(text: str, found: list[Run], alone: Iterable[Run]) -> Person:
    names = Counter(personal(run.words) for run in found)
    # The fullest form; of several, the commonest, then the first.
    name = max(names, key=lambda words: (len(words), names[words]))
    last = surname(name)
    also = [run for run in alone if surname(personal(run.words)) == last]
    roles = roles_beside(text, (*found, *also))
    return Person(
        name=" ".join(name),
        roles=frozenset(roles),
        gender=_gender(roles),
        mentions=tuple(sorted(run.span for run in (*found, *also))),
    )


def _gender(roles: set[str]) -> Gender | None:
    male, female = bool(roles & in_list("male")), bool(roles & in_list("female"))
    if male == female:
        return None
    return "male" if male else "female"
