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

NEAR, FAR = 40, 80
"""How many characters before a name a role may stand, and an office in full."""

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
    roles: set[str] = set()
    for run in found:
        start, end, words = run.span.start, run.span.end, run.words
        if len(words) > 1:
            roles.update(map(_titled, words[: len(words) - len(personal(words))]))
        opening = run.sentence.span.start
        if start > opening:
            if _led(text, max(opening, start - NEAR), start):
                roles.update(_before(text, opening, start))
            if text.find(" of ", max(opening, start - FAR), start) >= 0:
                roles.update(_office(text, run))
        if FOLLOWED.match(text, end, run.sentence.span.end):
            roles.update(_after(text, run))
    if roles & ABROAD and roles & {"minister", "secretary"}:
        roles.add("diplomat")
    return roles


def _titled(word: str) -> str:
    """Give what a title before a name says: “Mayor”, “54-year-old”."""
    return AGED if word.endswith("-old") else role_in(word) or fold(word)


def _led(text: str, first: int, start: int) -> bool:
    """Tell whether what stands before a name may say what somebody is: most words do not."""
    nearest = text[max(first, text.rfind(" ", first, start - 1) + 1) : start - 1]
    plain = nearest.isalpha() and text[start - 1] == " "
    return not plain or fold(nearest) in in_list("roles", "male", "female")


def _before(text: str, opening: int, start: int) -> Iterator[str]:
    """“union leader”: roles in small letters before a name."""
    if text.endswith("-year-old ", 0, start):
        yield AGED
    before = WORD.findall(text, max(opening, start - NEAR), start)
    if text.endswith(", ", 0, start) and not (before and before[-1] in in_list("roles")):
        return
    for word in reversed(before[-3:]):
        if fold(word) not in in_list("roles", "male", "female"):
            return
        yield fold(word)


def _after(text: str, run: Run) -> Iterator[str]:
    """“, 54,”, “, who leads the union,”, “, the mayor of Saltmere,”: what follows a name."""
    end, closing = run.span.end, run.sentence.span.end
    if AGED_AFTER.match(text, end):
        yield AGED
    if doing := DOING.match(text, end, closing):
        yield from LEADING_TO.get(doing[1], ())
    yield from _apposed(text, end, min(closing, end + 90))


def _office(text: str, run: Run) -> Iterator[str]:
    """Give the words of an office in full before a name: “the head of the port, Mara Lind,”."""
    start = run.span.start
    found = OFFICE.search(text[max(run.sentence.span.start, start - FAR) : start])
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


def _apposed(text: str, start: int, end: int) -> Iterator[str]:
    """Give the roles in an apposition after a name."""
    apposed = APPOSED.match(text, start, end)
    if apposed is None:
        return
    words = WORD.findall(next(group for group in apposed.groups() if group is not None))
    if SPEAKING & set(words):
        return
    broken = next((at for at, word in enumerate(words) if word in HEAD_ENDS), 8)
    for word in words[:broken]:
        if word in ABROAD or fold(word) in in_list("roles", "male", "female"):
            yield fold(word)
