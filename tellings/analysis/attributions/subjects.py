"""Whom a sentence speaks of, and whom a pronoun of the next can mean."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from tellings.analysis.attributions.grammar import is_finite
from tellings.analysis.attributions.offices import holder
from tellings.analysis.names.capitals import fold, in_list
from tellings.analysis.names.people import People, Person
from tellings.model.span import Span

__all__ = ["acting", "acts", "leads_in", "outside", "role_leading", "told_of"]

PRONOUNS = {"he": re.compile(r"\b[Hh]e\b"), "she": re.compile(r"\b[Ss]he\b")}
OWNING = re.compile(r"[’']s?\b|(?<=s)[’']")
LEADING = re.compile(
    r"(?:When|While|As|After|Before|If|Since|Although|Though|Once|In|At|For|\w+ing)\b"
)
"""What opens a clause in which a pronoun may stand before the name it means."""

NEXT = re.compile(r" ([a-z]+)")
ROLE = re.compile(
    r"(?:The|His|Her|Their) (?P<words>(?:[a-z-]+ ){0,2}?)(?P<role>[a-z-]+)(?! of\b| for\b| [A-Z])\b"
)


def told_of(text: str, people: Sequence[Person], span: Span, pronoun: str) -> list[Person]:
    """Leave out whom a sentence cannot mean by its own pronoun: “He met Lind”."""
    printed = PRONOUNS[pronoun].search(text, span.start, span.end)
    if printed is None or LEADING.match(text, span.start):
        return list(people)
    return [p for p in people if _first(p, span).start < printed.start()]


def leads_in(text: str, span: Span) -> bool:
    """Tell whether a pronoun stands in a clause before the main one: “After he left, Lind …”."""
    return bool(LEADING.match(text, span.start)) and "," not in span.of(text)


def outside(people: Sequence[Person], span: Span, marked: tuple[Span, ...]) -> list[Person]:
    """Leave out whom a sentence names inside quotation marks alone."""
    first = bisect_left(marked, span.start, key=lambda quote: quote.end)
    quotes = [q for q in marked[first : first + 9] if q.shared(span)]
    if not quotes:
        return list(people)
    return [p for p in people if not all(any(q.holds(m) for q in quotes) for m in _here(p, span))]


def acting(text: str, people: list[Person], span: Span) -> list[Person]:
    """Leave out who is named as an owner alone, “Lind’s house”, where others are named."""
    if len(people) < 2:
        return people
    named = [p for p in people if not all(OWNING.match(text, m.end) for m in _here(p, span))]
    return named or people


def acts(text: str, person: Person, span: Span) -> bool:
    """Tell whether a verb follows somebody’s name: “in the end Lind left”."""
    return any(
        (after := NEXT.match(text, m.end)) and is_finite(after[1]) for m in _here(person, span)
    )


def role_leading(text: str, people: People, span: Span, pronoun: str) -> tuple[bool, str | None]:
    """Tell whether a sentence opens with a role alone that a pronoun can mean, and who holds it."""
    found = ROLE.match(text, span.start, span.end)
    role = fold(found["role"]) if found else ""
    other = in_list("female") if pronoun == "he" else in_list("male")
    if found is None or role in other or role not in in_list("roles", "male", "female"):
        return False, None
    return True, None if found["words"] else holder(people, role, span.start)


def _here(person: Person, span: Span) -> list[Span]:
    return [m for m in person.mentions if span.start <= m.start < span.end]


def _first(person: Person, span: Span) -> Span:
    return _here(person, span)[0]
