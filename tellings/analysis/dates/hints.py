"""Where in a text a date can be printed, told by single words and figures."""

import re
from collections.abc import Iterator
from functools import cache
from operator import itemgetter
from typing import Literal, NamedTuple

from tellings.analysis.alternatives import one_of
from tellings.analysis.dates.words import calendar, count_words
from tellings.analysis.wording import small_letters, words_in

__all__ = ["Hint", "Sign", "hints"]

Sign = Literal[
    "month",
    "sure",
    "unsure",
    "weekday",
    "feast",
    "unit",
    "near",
    "year",
    "decade",
    "weekend",
    "season",
    "quarter",
    "century",
    # What stands beside it.
    "figure before",
    "figure after",
    "year after",
    "week beside",
    "joined",
    "dotted",
    "owning",
    "between",
    "part",
    "which",
    "that",
    "same",
    "the",
    "in the",
    "in",
    "new",
    "following",
    "previous",
    "count",
    "ago",
    "since",
    "from",
    "time",
    "later",
    "after",
]


class Hint(NamedTuple):
    """A place in a text at which a month, a year or another word of the calendar stands."""

    at: int
    signs: frozenset[Sign]
    """What stands at the place and beside it."""


Signs = frozenset[Sign]

DECADE: Signs = frozenset({"decade"})
NEAR: Signs = frozenset({"near"})
WEEKEND: Signs = frozenset({"weekend"})
FEAST: Signs = frozenset({"feast"})
WEEKDAY: Signs = frozenset({"weekday"})
WEEKDAY_OF: Signs = frozenset({"weekday", "week beside"})
NOTHING: Signs = frozenset()
DECADE_ENDS = ("s", "’s", "'s")

SHORT_DAYS = ("Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.", "Sat.")
UNITS = ("day", "week", "month", "year", "night", "morning", "afternoon", "evening")
NEAR_HEADS = {"day": ("to", "yester"), "night": ("to",)}
"""What makes a unit one of the days next to the article’s: “today”, “tonight”."""

PARTS_OF_A_DAY = frozenset({"night", "morning", "afternoon", "evening"})
RULED = ("tomorrow", "spring", "summer", "autumn", "winter", "fall", "quarter", "half", "century")
BEFORE: dict[str, tuple[Sign, ...]] = {
    "that": ("that",),
    "same": ("that", "same"),
    "the": ("the",),
    "following": ("following",),
    "next": ("following", "which"),
    "previous": ("previous",),
    "last": ("which",),
    "this": ("which",),
    "new": ("new",),
}
"""What the word before a unit shows."""

AFTER: dict[str, tuple[Sign, ...]] = {
    "ago": ("ago",),
    "since": ("since",),
    "from": ("from",),
    "after": ("after",),
    "before": ("later", "previous"),
    **dict.fromkeys(("earlier", "later", "previously", "afterward", "afterwards"), ("later",)),
}
"""What the word after a unit shows."""

ORDINALS = frozenset({"first", "second", "third", "fourth", "final", "last"})
PARTS = ("of", "in", "early", "late", "mid")
"""How that ends which names a part before a month or a year: “the end of”, “mid-”."""

WHICH = ("last", "next", "this", "past", "coming")
AROUND = 40
"""How many characters before or after a word are looked at for what may belong to it."""

NEXT_TO = 24
"""How many characters before a word the words next to it begin."""

FIGURES = re.compile(r"[0-9][0-9]+")
FIGURE_AFTER = re.compile(r"\.?,?\s*(?:(?:of|in)\s+)?\d")
FIGURE_BEFORE = re.compile(r"\d")
JOINED = re.compile(r"\.?\s*(?:[-–/]|to\b|through\b)")
WORD_AFTER = re.compile(r"s?\W+([a-z]+)")
LETTERS = re.compile(r"[A-Za-z]+")
LAST_WORDS = re.compile(r"[^\W_]+")


def hints(text: str) -> list[Hint]:
    """Give every place of a text where a date can stand, in text order."""
    lower = small_letters(text)
    found = [*_named(text, lower), *_units(lower), *_years(lower), *_ruled(lower)]
    found.sort(key=itemgetter(0))
    return found


def _named(text: str, lower: str) -> Iterator[Hint]:
    """Give the months, weekdays and feasts."""
    months, weekdays, feasts = _months(), calendar()["weekdays"], _feasts()
    for found in _names().finditer(text):
        at, end, name = *found.span(), found.group()
        if at and (text[at - 1].isalnum() or text[at - 1] == "_"):
            continue
        if name in months:
            yield Hint(at, months[name] | _beside_month(text, lower, at, end))
        elif name in weekdays or name[-1] == ".":
            week = "week" in lower[max(0, at - AROUND) : end + AROUND]
            yield Hint(at, WEEKDAY_OF if week else WEEKDAY)
        if name in feasts and feasts[name].match(text, at):
            yield Hint(at, FEAST)


def _beside_month(text: str, lower: str, at: int, end: int) -> set[Sign]:
    """Give what stands beside a month: a day, a year, a part of it."""
    before, signs = lower[max(0, at - AROUND) : at], set[Sign]()
    if FIGURE_AFTER.match(text, end):
        signs.add("figure after")
    if FIGURE_BEFORE.search(before, max(0, len(before) - 12)):
        signs.add("figure before")
    if JOINED.match(text, end):
        signs.add("joined")
    if before.endswith(("from ", "between ")):
        signs.add("between")
    if before.rstrip(" -").endswith(PARTS):
        signs.add("part")
    if any(word in before for word in WHICH):
        signs.add("which")
    if "year" in lower[end : end + AROUND]:
        signs.add("year after")
    return signs


def _units(lower: str) -> Iterator[Hint]:
    """Give days, weeks, months and years where other words place them, and the days next to now."""
    for unit in UNITS:
        at = lower.find(unit)
        while at >= 0:
            end = at + len(unit)
            if at and lower[at - 1].isalnum():
                for head in NEAR_HEADS.get(unit, ()):
                    if lower.endswith(head, 0, at):
                        yield Hint(at - len(head), NEAR)
            elif unit == "week" and lower.startswith("end", end):
                yield Hint(at, WEEKEND)
            elif _ends(lower, end) and (signs := _beside_unit(lower, at, end)):
                near = unit in PARTS_OF_A_DAY and "which" in signs
                yield Hint(at, signs | NEAR if near else signs)
            at = lower.find(unit, end)


def _ends(lower: str, end: int) -> bool:
    """Tell whether a word, or its plural, ends at a place."""
    after = lower[end : end + 2]
    return not after[:1].isalnum() or (after[0] == "s" and not after[1:].isalnum())


def _beside_unit(lower: str, at: int, end: int) -> Signs:
    """Give what stands beside a unit of time; nothing where no date can be."""
    said = LAST_WORDS.findall(lower, max(0, at - NEXT_TO), at)[-2:]
    last = said[-1] if said else ""
    signs: set[Sign] = set(BEFORE.get(last, ()))
    if last in count_words() or last.isdigit():
        signs.add("count")
        if "time" in lower[end : end + 12]:
            signs.add("time")
    if said[:1] == ["in"] and signs & {"the", "count"}:
        signs.add("in the" if "the" in signs else "in")
    if signs & {"the", "count"}:
        after = WORD_AFTER.match(lower, end)
        signs.update(AFTER.get(after[1], ()) if after else ())
    return frozenset((*signs, "unit")) if signs else NOTHING


def _years(lower: str) -> Iterator[Hint]:
    """Give four figures that may be a year, and decades."""
    for found in FIGURES.finditer(lower):
        at, end = found.span()
        after = lower[end : end + 3]
        if after.startswith(DECADE_ENDS) and lower[end - 1] == "0":
            yield Hint(at, DECADE)
        elif end - at == 4:
            yield Hint(at, frozenset(_beside_year(lower[max(0, at - NEXT_TO) : at], after)))


def _beside_year(before: str, after: str) -> Iterator[Sign]:
    """Give what stands beside a year, and that it is one."""
    yield "year"
    if after.lstrip()[:1] in {"-", "–", "/"}:
        yield "joined"
    if after[:1] in {"’", "'"}:
        yield "owning"
    if before[-1:] in {".", "/"}:
        yield "dotted"
    if before.endswith(("from ", "between ")):
        yield "between"
    if before.rstrip(" -").endswith(PARTS):
        yield "part"


def _ruled(lower: str) -> Iterator[Hint]:
    """Give tomorrows, seasons, centuries, quarters and halves."""
    present = words_in(lower)
    for word in RULED:
        at = lower.find(word) if word in present else -1
        while at >= 0:
            signs = _beside_ruled(word, lower, at)
            if signs:
                yield Hint(at, frozenset(signs))
            at = lower.find(word, at + 1)


def _beside_ruled(word: str, lower: str, at: int) -> set[Sign]:
    """Give what a word of the year stands for; nothing where no date can be."""
    end = at + len(word)
    if lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum():
        return set()
    if word == "tomorrow":
        return {"near"}
    said = LAST_WORDS.findall(lower, max(0, at - NEXT_TO), at)[-1:] or [""]
    if word == "century":
        return {"century"} if said[0].endswith(("st", "th")) else set()
    if word in {"quarter", "half"}:
        return {"quarter"} if said[0] in ORDINALS else set()
    signs: set[Sign] = set(BEFORE.get(said[0], ()))
    if FIGURE_BEFORE.search(lower, end, end + 12):
        signs.add("figure after")
    return signs | {"season"} if signs else set()


@cache
def _months() -> dict[str, Signs]:
    unsure = calendar()["ambiguous_months"]
    return {
        name: frozenset(("month", "unsure" if name in unsure else "sure"))
        for name in calendar()["months"]
    }


@cache
def _feasts() -> dict[str, re.Pattern[str]]:
    """Give the feasts that begin with each word."""
    names = [*calendar()["holidays"], *calendar()["easter"]]
    heads = dict.fromkeys(LETTERS.findall(name)[0] for name in names)
    return {
        head: re.compile(one_of([name for name in names if name.startswith(head)]))
        for head in heads
    }


@cache
def _names() -> re.Pattern[str]:
    """Build the pattern of what a capital tells: months, weekdays, the first words of feasts."""
    # One flat list: from its first letters the engine sees where nothing can begin.
    every = one_of([*calendar()["months"], *calendar()["weekdays"], *SHORT_DAYS, *_feasts()])
    return re.compile(rf"(?:{every})(?![a-z])")
