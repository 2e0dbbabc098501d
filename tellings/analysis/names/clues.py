"""What the words in and around a name show it to be."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tellings.analysis.names.beside import personal
from tellings.analysis.names.capitals import Run, bag, fold, honorific, in_list, role_in
from tellings.analysis.names.forms import Form
from tellings.model.findings import NameKind

__all__ = ["Clues", "clues", "judge"]

PLACING = bag("in at near outside across around toward towards into through off")
DIRECTIONS = (
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|northern|southern|eastern|"
    r"western|central)"
)
BEFORE_PLACE = re.compile(
    rf"(?:\b{DIRECTIONS}(?: of)?|\b(?:city|town|village|island|province|district|region|suburb|"
    r"port|capital|coast|residents|people|streets|outskirts|mayor|governor) of) $",
    re.IGNORECASE,
)
AFTER_PLACE = re.compile(
    r"-based\b| (?:coast|province|island|airport|area|region|residents?|border|suburb|county|"
    r"city|police)\b"
)
AFTER_PERSON = re.compile(
    r", who\b| himself\b| herself\b|, (?:aged )?\d{1,2}[,.) ]|, (?:the|an?|his|her) [a-z -]*"
)
AFTER_BODY = re.compile(
    r" (?:spokes\w+|officials?|executives?|chief|chair\w*|director|shares|employees?|staff|workers|"
    r"headquarters|reporter|correspondent|website|customers|subsidiary|lawmakers|leaders|members)\b"
)
BEFORE_BODY = re.compile(
    r"(?:\b(?:spokes\w+|officer|head|director|chairman|members?|employees?|workers|shares|customers|"
    r"a unit|executives?|a subsidiary|owned by|parent) (?:of|for|at|with)|\bcalled)(?: the)? $"
)
NEAR_BEFORE = (
    *("north", "south", "east", "west", "ern", "central"),
    *("of", "for", "at", "with", "the", "called"),
)
"""How the last word ends that speaks before a name for a place or a body."""

NEAR_AFTER = frozenset(" -,")
"""What stands first behind a name where words there speak for a kind."""

ROLE_AFTER = re.compile(r"(?:the|an?|his|her) ([^,;.]*)")
TRANSCRIBED = re.compile(r"[A-Z][a-z]+-[a-z]{2,6}")
"""A given name in two syllables after a family name, as Korean and Chinese are transcribed."""

SURNAMES_TOO = bag("hill hills park lake street bridge beach bay rivers field")


class Clues(NamedTuple):
    """How often something beside a name speaks for each kind."""

    person: float = 0
    body: float = 0
    place: float = 0
    the: int = 0
    """How often an article stands before it."""


@lru_cache(maxsize=1 << 12)
def clues(text: str, run: Run) -> Clues:
    """Weigh the words around one printing of a name."""
    start, end = run.span.start, run.span.end
    before = text[max(run.sentence.span.start, start - 24) : start]
    after = text[end : min(run.sentence.span.end, end + 48)]
    # “Mara Lind of the Harbour Council”: the article is the name's that it stands before.
    words = before.split()[-2:]
    the = bool(words) and words[-1].lower() == "the" and before[-1:].isspace()
    last = (words[0] if the and len(words) > 1 else words[-1]).lower() if words else ""
    placed = 0.0
    if before[-1:].isspace() and last in PLACING:
        placed = 0.5 if the else 1
    body = 0
    if words and words[-1].lower().endswith(NEAR_BEFORE):
        placed += bool(BEFORE_PLACE.search(before))
        body += bool(BEFORE_BODY.search(before))
    if after[:1] in NEAR_AFTER:
        placed += bool(AFTER_PLACE.match(after))
        body += bool(AFTER_BODY.match(after))
    return Clues(_personal(run, words, after, the=the), body, placed, the)


def _personal(run: Run, before: Sequence[str], after: str, *, the: bool) -> float:
    named = personal(run.words)
    found = 0.0
    if len(named) < len(run.words):
        found += 2
    elif before and not the and before[-1][0].islower():
        found += 2 * bool(role_in(before[-1]) or honorific(before[-1]))
    beside = AFTER_PERSON.match(after) if after[:1] in NEAR_AFTER else None
    if beside is None:
        return found
    apposed = ROLE_AFTER.search(beside.group())
    if apposed is None:
        return found + 2
    return found + 2 * any(role_in(word) for word in apposed.group(1).split())


def judge(form: Form, found: Iterable[Clues], again: int = 0) -> NameKind:
    """Tell what a name is from all its printings; `again` counts its last word alone."""
    name, words, certain = form.key, form.words, form.known
    if certain:
        return "other" if _given(words) and name[-1] in SURNAMES_TOO else certain
    times, person, body, place, the = 0, _given(words) + min(again, 2), 0.0, 0.0, 0
    for one in found:
        times += 1
        person += one.person
        body += one.body
        place += one.place
        the += one.the
    if len(name) > 1 and name[0] in in_list("countries", "regions", "cities"):
        place += 4
    if person > max(body, place / 2) and person > the and times > 2 * the:
        return "person"
    if place * 5 >= times + 2 * the and place > body:
        return "place"
    return "organisation" if body and not person else "other"


def _given(words: tuple[str, ...]) -> float:
    """Weigh a name of two to four words whose first is a given name, or with an initial."""
    if not 2 <= len(words) <= 4 or any(w.isupper() and len(w.strip(".")) > 1 for w in words):
        return 0
    initial = any(len(word) == 2 and word.endswith(".") for word in words[:-1])
    transcribed = bool(TRANSCRIBED.fullmatch(words[-1]))
    return 3.0 * (fold(words[0]) in in_list("given") or initial or transcribed)
