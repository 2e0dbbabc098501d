"""Whether the words around a place in a sentence look back or ahead."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from tellings.analysis.alternatives import one_of
from tellings.data import words

__all__ = ["Tense", "ahead", "at", "before_the_past", "dayless", "past_forms"]

Tense = Literal["past", "future"]

CLAUSE = re.compile(r"[,;:“”\"]|\b(?:but|while|whereas|that|who|which|after|when|where|and|as)\b")
VERBS_ON = re.compile(
    r"[,;:“”\"]|\b(?:but|while|whereas|that|who|which|after|when|where|as"
    r"|and (?:is|are|was|were|will|would|has|have|had|to|[a-z]+ed)\b)\b"
)
"""Where the verb of a clause must have come: its “and” may join two subjects."""

FRONTED = re.compile(
    r"(?:^|[,;:—–“”\"]|\b(?:but|and|that|while|whereas))\s*(?:(?:[Oo]n|[Bb]y|[Ii]n|[Ff]rom)\s+)?$"
)
FAR = 400
"""How many characters away a verb is looked for."""

NEAR = 40
"""How many characters lie at most between a present form and the day that it is said of."""

COMMA = re.compile(r"\s*,")
NAMING = re.compile(r"\b[A-Z][\w.’'-]*, (?=[A-Z])")
"""A comma in a list of names, or in a name: “the Harbour, Pier and Quay Board”."""

PARTED = re.compile(r"[,;]\s(?:but|while|whereas|although|though)\b")
RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+\s+)?$")
BEGINNING = re.compile(
    r"\b(?:starting|beginning|effective|opens|starts|closes|ends"
    r"|(?:is|are|isn[’']t|aren[’']t)(?: not)?)"
    r"\s+(?:(?:on|in|this|next|for)\s+)?$"
)
WHEN = re.compile(r"(?:\s[\w’'-]+){0,3},?\s+when\s[^,;.]{0,40}?\b(?:will|would|is due|are due)\b")
PLACED = re.compile(r"\s(?:in|at|outside|across|near|before)\s")
PASSIVE = re.compile(r"\b(?:be|been|being|get|will|would|to|not|is|are)\s(?:\w+ly\s)?$")
PRESENT = re.compile(r"\b(?:is|are|isn[’']t|aren[’']t|do|does|don[’']t|doesn[’']t)\b")
AFTER_NOUN = re.compile(r"\s(?:by|in|on|at|during|under|from|last)\b")
PAST_PERFECT = re.compile(r"\bhad\b")
AHEAD = re.compile(
    r",?\s++(?:if\b|unless\b"
    r"|[^.;]{0,40}?(?:\b(?:will|would|is to|are to|can|may|could)\b|[’']ll\b))"
)
SUNG = re.compile(
    r"\b(?:chant(?:s|ed|ing)?|sang|singing|banners?|placards?|slogans?|lyrics|signs? read\w*)\b"
)

IN_A_COUNTRY = re.compile(r"\b[Ii]n (?:the )?[A-Z]\w+ $")
IS_SO = re.compile(r",? (?:is|are|remains?|remain)\b")


@cache
def cues() -> re.Pattern[str]:
    """Build the pattern of words that carry a tense."""
    lists = words.load("tense")
    listed = one_of((*lists["future"], *lists["past"], *lists["scheduled"]))
    bare = one_of(lists["not_past"])
    return re.compile(
        rf"(?:(?<!\w)|(?=[’']ll\b))(?:(?P<known>{listed})|(?!(?:{bare})\b)[a-z]{{2,}}ed)(?!\w)"
    )


@cache
def sides() -> dict[str, Tense | Literal["scheduled"]]:
    """Give the side of each listed word."""
    lists = words.load("tense")
    found: dict[str, Tense | Literal["scheduled"]] = {}
    found.update(dict.fromkeys(lists["scheduled"], "scheduled"))
    found.update(dict.fromkeys(lists["past"], "past"))
    found.update(dict.fromkeys(lists["future"], "future"))
    return found


@cache
def past_forms() -> frozenset[str]:
    """Give the irregular past forms."""
    return frozenset(words.load("tense")["past"])


def at(sentence: str, start: int, end: int, *, title: bool = False) -> Tense | None:
    """Tell the tense of the verb that a place in a sentence belongs to.

    That is the next verb of the clause that the place opens, else the verb nearest before it,
    else the next in its clause.
    """
    if WHEN.match(sentence, end) or BEGINNING.search(sentence, max(0, start - 40), start):
        return "future"
    if FRONTED.search(sentence, max(0, start - 20), start) and (following := after(sentence, end)):
        return following
    given = [
        c
        for c in cues().finditer(sentence, max(0, start - FAR), start)
        if counts(c, start, title=title)
    ]
    # “They were to meet, but after the vote in May called it off”: May goes with the second verb.
    if given and PARTED.search(sentence, given[-1].end(), start):
        following = after(sentence, end)
        if following:
            return following
    return before(sentence, start, given) or after(sentence, end)


def counts(cue: re.Match[str], start: int, *, title: bool) -> bool:
    """Tell whether a cue carries a tense for a place: what is on the calendar stands beside it.

    Headlines tell in the present what has happened.
    """
    if sides().get(cue.group()) != "scheduled":
        return True
    beside = start - cue.end() < NEAR and not CLAUSE.search(cue.string, cue.end(), start)
    return beside and not title


def before(sentence: str, start: int, given: Sequence[re.Match[str]]) -> Tense | None:
    """Tell the tense of the nearest verb before a place, relative clauses that ended left out.

    An “-ed” form may be a mere adjective, so a “will” before it in its clause goes first.
    """
    for at_, cue in reversed(tuple(enumerate(given))):
        earlier = given[at_ - 1] if at_ else None
        if earlier and ended(sentence, cue, start):
            continue
        if not cue.group("known") and earlier and side_of(earlier) == "future":
            return of_participle(cue, earlier)
        side = side_of(cue, sentence[cue.end() : start])
        return None if side == "past" and PRESENT.search(sentence, cue.end(), start) else side
    return None


def of_participle(cue: re.Match[str], future: re.Match[str]) -> Tense:
    """Tell the tense of an “-ed” form after a “will”: past in “will end a ban passed in May”."""
    sentence = cue.string
    if CLAUSE.search(sentence, future.end(), cue.start()):
        return "past"
    passive = PASSIVE.search(sentence, max(0, cue.start() - 30), cue.start())
    return "past" if AFTER_NOUN.match(sentence, cue.end()) and not passive else "future"


def ended(sentence: str, cue: re.Match[str], start: int) -> bool:
    """Tell whether a verb stands in a relative clause that a comma ended before a place."""
    opened = RELATIVE.search(sentence, max(0, cue.start() - 20), cue.start())
    return bool(opened) and "," in sentence[cue.end() : start]


def after(sentence: str, end: int) -> Tense | None:
    """Tell the tense of the next verb in the clause that a place opens."""
    comma = COMMA.match(sentence, end)
    first = comma.end() if comma else end
    cue = cues().search(sentence, first, clause_end(sentence, first))
    if cue is None or sides().get(cue.group()) == "scheduled":
        return None
    return side_of(cue)


def clause_end(sentence: str, first: int) -> int:
    """Find where a clause has ended in which no verb has come."""
    names = {m.end() - len(", ") for m in NAMING.finditer(sentence, first, first + FAR)}
    ends = (m.start() for m in VERBS_ON.finditer(sentence, first, first + FAR))
    return next((end for end in ends if end not in names), first + FAR)


@cache
def gatherings() -> re.Pattern[str]:
    """Build the pattern of what is announced to be held."""
    return re.compile(rf"\b(?:{'|'.join(words.load('tense')['gatherings'])})\b")


def side_of(cue: re.Match[str], between: str = "") -> Tense:
    """Read a cue's side; what is announced to be held somewhere lies ahead."""
    side = sides().get(cue.group(), "past")
    if side == "past" and cue.group() in words.load("tense")["announcing"]:
        gathering = gatherings().search(between)
        if gathering and PLACED.match(between, gathering.end()):
            return "future"
    return "past" if side == "past" else "future"


def before_the_past(sentence: str, start: int) -> bool:
    """Tell whether a sentence looks back from a day that is itself past."""
    return bool(PAST_PERFECT.search(sentence, max(0, start - FAR), start))


def ahead(sentence: str, end: int) -> bool:
    """Tell whether the words after a place speak of what is to come."""
    return bool(AHEAD.match(sentence, end))


def dayless(sentence: str, start: int, end: int) -> bool:
    """Tell whether “today” stands in a chant or on a banner, or means these times."""
    if IN_A_COUNTRY.search(sentence, max(0, start - 30), start) and IS_SO.match(sentence, end):
        return True
    near = max(0, start - FAR)
    return bool(SUNG.search(sentence, near, start)) and any(
        mark in sentence[near:start] for mark in "“\"‘'"
    )
