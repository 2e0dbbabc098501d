"""Titles before a name, and what else beside it says what somebody is."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from tellings.analysis.names.capitals import Run, bag, fold, honorific, in_list, role_in

__all__ = ["SPEAKING", "personal", "roles_beside"]

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
SPEAKING = bag("said says say told tells added reported confirmed announced warned")
BEFORE_TITLES = bag("Senior Former Then Acting Outgoing Incoming Late Suburban Presumptive Veteran")
AGED: Final = "aged"
"""Stands among the roles of a person whose age is given."""

AGED_AFTER = re.compile(r", (?:aged )?\d{1,2}[,.) ]")
APPOSED = re.compile(
    r",? \(?(?:\d+,? )?(?:an?|the|his|her|its|who is) ([^,;.]*)|, ([^,;.]*)|, \d+, (.*?)[,;.]"
)
FOLLOWED = re.compile(r", | \(| \d| (?:an?|the|his|her|its|who) ")
"""How all that says after a name what somebody is begins."""

OFFICE = re.compile(
    r"\b[Tt]he (?P<role>[A-Za-z][a-z]+) of (?P<of>[^,;:.()“”\"]{3,60}?)(?P<comma>,?) $"
)
"""“The head of the port, ” before a name; without a comma only one plain noun may follow “of”."""

HEAD_ENDS = bag("of for at in who from said says told and with")
DOING = re.compile(r",? who (\w+)")
LEADING_TO = {
    "leads": ("leader",),
    "heads": ("head", "leader", "chief"),
    "chairs": ("chair", "chairman", "chairwoman"),
    "directs": ("director",),
    "owns": ("owner",),
    "founded": ("founder",),
    "represents": ("representative", "lawyer"),
}
"""What they are of whom a text says what they do: “Lind, who leads the union,”."""

ABROAD = frozenset(["foreign", "state"])
"""Whose ministers and secretaries are diplomats."""


def personal(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give a run's words without the titles before the name."""
    return words if len(words) == 1 else _untitled(words)


@lru_cache(maxsize=1 << 14)
def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    start = 0
    for at, word in enumerate(words):
        titled = honorific(word) or word.endswith("-old") or role_in(word) or word in BEFORE_TITLES
        if titled and at + 1 < len(words):
            start = at + 1
    if start and start + 1 < len(words) and fold(words[start]) in {"of", "for"}:
        # "Secretary of State Mara Lind", "Minister of Roads and Ports Jan Dorn"
        while start < len(words) and fold(words[start]) in in_list("portfolios"):
            start += 1
    return words[start:]


def roles_beside(text: str, found: Iterable[Run]) -> set[str]:
    """Give the words beside the printings of a name that say what the person is."""
    roles = {role for run in found for role in _roles(text, run)}
    if roles & ABROAD and roles & {"minister", "secretary"}:
        roles.add("diplomat")
    return roles


def _roles(text: str, run: Run) -> Iterator[str]:
    """Give the words beside a name that say what the person is."""
    start, end = run.span.start, run.span.end
    for word in run.words[: len(run.words) - len(personal(run.words))]:
        yield AGED if word.endswith("-old") else role_in(word) or fold(word)
    if start > run.sentence.span.start:
        if text.endswith("-year-old ", 0, start):
            yield AGED
        yield from _before(text, run)
        yield from _office(text, run)
    if FOLLOWED.match(text, end, run.sentence.span.end):
        if AGED_AFTER.match(text, end):
            yield AGED
        if doing := DOING.match(text, end, run.sentence.span.end):
            yield from LEADING_TO.get(doing[1], ())
        yield from _apposed(text, run)


def _before(text: str, run: Run) -> Iterator[str]:
    """“union leader”: roles in small letters before a name."""
    first, start = max(run.sentence.span.start, run.span.start - 40), run.span.start
    nearest = text[max(first, text.rfind(" ", first, start - 1) + 1) : start - 1]
    roles = in_list("roles", "male", "female")
    if nearest.isalpha() and text[start - 1] == " " and fold(nearest) not in roles:
        return
    before = WORD.findall(text, first, start)
    if text.endswith(", ", 0, start) and not (before and before[-1] in in_list("roles")):
        return
    for word in reversed(before[-3:]):
        if fold(word) not in roles:
            return
        yield fold(word)


def _office(text: str, run: Run) -> Iterator[str]:
    """Give the words of an office in full before a name: “the head of the port, Mara Lind,”."""
    start, first = run.span.start, max(run.sentence.span.start, run.span.start - 80)
    if text.find(" of ", first, start) < 0:
        return
    found = OFFICE.search(text[first:start])
    if found is None or role_in(found["role"]) is None:
        return
    said = WORD.findall(found["of"])
    plain = [word for word in said if word != "the" and word[0].islower()]
    apposed = found["comma"] and text.startswith((",", ".", ";"), run.span.end)
    if not (apposed or (not found["comma"] and len(plain) == 1 and found["of"][-1:].islower())):
        return
    yield role_in(found["role"]) or ""
    # "the wife of the mayor, Mara Lind,": she is no mayor.
    yield from (fold(word) for word in said if fold(word) not in in_list("roles"))


def _apposed(text: str, run: Run) -> Iterator[str]:
    """“, the mayor of Saltmere,”: roles in an apposition after a name."""
    end = run.span.end
    apposed = APPOSED.match(text, end, min(run.sentence.span.end, end + 90))
    if apposed is None:
        return
    words = WORD.findall(next(group for group in apposed.groups() if group is not None))
    if SPEAKING & set(words):
        return
    broken = next((at for at, word in enumerate(words) if word in HEAD_ENDS), 8)
    for word in words[:broken]:
        if word in ABROAD or fold(word) in in_list("roles", "male", "female"):
            yield fold(word)
