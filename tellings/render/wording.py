"""The site's own words: how values are said, counted, dated and cut."""

import re
from collections.abc import Sequence

from tellings.model.findings import (
    Certainty,
    Confidence,
    Difference,
    DifferenceKind,
    Reading,
    StanceVoice,
    Voice,
)
from tellings.model.worded import RELATIONS, VALUES
from tellings.render.cutting import around, clip, shown
from tellings.render.nouns import COUNTS, LANGUAGES, NONE
from tellings.render.phrases import ENGLISH, Part, Phrases, mark

__all__ = [
    "CERTAINTIES",
    "CONFIDENCES",
    "KINDS",
    "PRINTINGS",
    "RELATIONS",
    "STANCE_VOICES",
    "VOICES",
    "around",
    "attributed",
    "clip",
    "clipped",
    "count",
    "day",
    "differences",
    "doubt",
    "language",
    "listed",
    "machine_day",
    "month",
    "once",
    "parts",
    "removed",
    "shown",
    "value",
]

MONTHS = mark(
    (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
)

VOICES: dict[Voice, str] = mark(
    {
        "own": "own voice",
        "attributed": "attributed",
        "direct_quote": "quoted",
        "own_inside_attribution": "attributed, loaded word",
    }
)
PRINTINGS: dict[str, str] = mark(
    {
        "same": "the same words",
        "cut": "cut",
        "changed": "differs inside the marks",
        "reworded": "reworded or translated",
    }
)
STANCE_VOICES: dict[StanceVoice, str] = mark({"own": "own voice", "quoted": "quoted"})
CERTAINTIES: dict[Certainty, str] = mark(
    {
        "fact": "",
        "scheduled": "told as scheduled",
        "intended": "told as intended",
        "expected": "told as expected",
        "done": "",
        "alleged": "told as alleged",
        "denied": "told as denied",
        "reported": "told as reported",
    }
)
KINDS: tuple[DifferenceKind, ...] = mark(
    (
        "number",
        "date",
        "place",
        "object",
        "certainty",
        "tense",
        "scope",
        "wording",
        "attribution",
    )
)
"""The kinds of difference, the sharpest first."""

CONFIDENCES: dict[Confidence, str] = mark(
    {"low": "unsure", "medium": "fairly sure", "high": "sure"}
)
REMOVALS = {
    "date-label": "date label",
    "newsletter": "newsletter box",
    "other": "other line",
    "reader-comments": "reader comment",
    "related": "related article",
    "section": "section label",
    "share": "share bar",
    "source-url": "source address",
}
"""What removed furniture is called where its kind, hyphens apart, is not yet a noun."""

DOUBTS = mark(
    {
        "caption": "like a caption",
        "date-label": "a date alone",
        "fragment": "no whole sentence",
        "headline": "like a headline",
        "other-language": "in another language",
        "recurring": "printed in another text of the outlet",
        "related": "like a pointer to another article",
        "teaser": "like a teaser",
    }
)
"""What lines that were kept in doubt look like."""


def value(number: int | None, phrases: Phrases = ENGLISH) -> str:
    """Say a stance in a word."""
    return phrases.text("not covered" if number is None else VALUES[number])


def count(number: int, noun: str, phrases: Phrases = ENGLISH) -> str:
    """Count things in words: "1 text", "3 agencies", "no differences"."""
    if not number and noun in NONE:
        return phrases.text(NONE[noun])
    return phrases.plural(*COUNTS[noun], number)


def listed(parts: Sequence[str], phrases: Phrases = ENGLISH) -> str:
    """Join words as prose does: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return phrases.text(" and ").join((phrases.text(", ").join(parts[:-1]), parts[-1]))


def parts(words: str, phrases: Phrases = ENGLISH) -> tuple[Part, ...]:
    """Give words of the texts, and ours that join them, as a page prints them."""
    said = phrases.parts(words)
    return tuple(part if part.ours else Part(shown(part.words), ours=False) for part in said)


def clipped(line: Sequence[Part], most: int) -> tuple[Part, ...]:
    """Cut a line where it is too long."""
    kept: list[Part] = []
    for part in line:
        room = most - sum(len(one.words) for one in kept)
        if len(part.words) > room:
            return (*kept, Part(clip(part.words, room), part.ours))
        kept.append(part)
    return tuple(kept)


def day(
    date: str, time: str | None = None, zone: str | None = None, phrases: Phrases = ENGLISH
) -> str:
    """Say a date as its precision allows: "4 March 2026", "March 2026", "June to August 2026"."""
    first, _, last = date.partition("/")
    if last:
        return span(first, last, phrases)
    said = one_day(first, phrases)
    if not time:
        return said
    clock = phrases.text("%(hours)s.%(minutes)s", **hours(time))
    said = phrases.text("%(day)s, %(time)s", day=said, time=clock)
    return f"{said} {zone}" if zone else said


def hours(time: str) -> dict[str, str]:
    """Part a time of day."""
    before, _, after = time.partition(":")
    return {"hours": before, "minutes": after.replace(":", ".")}


def one_day(date: str, phrases: Phrases = ENGLISH) -> str:
    """Say one date; what is not a date is given as it stands."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=$|[T ])", date)
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return date
    year, which, number = match.groups()
    if not which:
        return year
    name = phrases.text(MONTHS[int(which) - 1])
    if not number:
        return phrases.text("%(month)s %(year)s", month=name, year=year)
    return phrases.text("%(day)s %(month)s %(year)s", day=int(number), month=name, year=year)


def span(first: str, last: str, phrases: Phrases = ENGLISH) -> str:
    """Say a range, the year and the month once where they are those of both ends."""
    opening = one_day(first, phrases)
    if first != last and re.fullmatch(r"\d{4}-\d\d-\d\d", first) and first[:8] == last[:8]:
        opening = str(int(first[8:]))
    elif first[:4] == last[:4] and first != last:
        opening = opening.removesuffix(f" {first[:4]}")
    return phrases.text("%(first)s to %(last)s", first=opening, last=one_day(last, phrases))


def machine_day(date: str, time: str | None = None) -> str | None:
    """Give a date as `datetime` wants it; None for a range or what is no date."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        return None
    return f"{date}T{time}" if time and len(date) == 10 else date


def month(date: str, phrases: Phrases = ENGLISH) -> str:
    """Say a date's month: "March 2026"."""
    return one_day(date[:7], phrases)


def once(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Give each difference once, with most readings: one sentence may stand in several claims."""
    kept: set[Difference] = set()
    shown: dict[DifferenceKind, list[frozenset[Reading]]] = {}
    for difference in sorted(found, key=lambda difference: -len(difference.readings)):
        readings, others = frozenset(difference.readings), shown.setdefault(difference.kind, [])
        if not any(readings <= other for other in others):
            others.append(readings)
            kept.add(difference)
    return tuple(difference for difference in found if difference in kept)


def differences(found: Sequence[Difference], phrases: Phrases = ENGLISH, *, claims: int = 0) -> str:
    """Count differences, and in how many claims they are, those of mere attribution apart."""
    every = once(found)
    weak = sum(difference.weak for difference in every)
    number = len(every) - weak
    sharp = count(number, "difference", phrases)
    if number and claims and claims != number:
        told = count(claims, "claim", phrases)
        sharp = phrases.text("%(differences)s in %(claims)s", differences=sharp, claims=told)
    if not weak:
        return sharp
    apart = attributed(weak, phrases)
    return phrases.text("%(sharp)s, %(apart)s", sharp=sharp, apart=apart)


def attributed(number: int, phrases: Phrases = ENGLISH) -> str:
    """Count claims of which texts only give other people, or nobody, as saying them."""
    return phrases.plural(
        "%(num)s claim attributed differently", "%(num)s claims attributed differently", number
    )


def language(tag: str | None, phrases: Phrases = ENGLISH) -> str:
    """Name a language; a tag that is not in the list stands for itself."""
    if tag is None:
        return phrases.text("English")
    name = LANGUAGES.get(tag.lower().partition("-")[0])
    return phrases.text(name) if name else tag


def doubt(kind: str, phrases: Phrases = ENGLISH) -> str:
    """Say what a line that was kept in doubt looks like."""
    return phrases.text(DOUBTS[kind]) if kind in DOUBTS else kind.replace("-", " ")


def removed(kind: str, number: int, phrases: Phrases = ENGLISH) -> str:
    """Count removed furniture: "5 reader comments"."""
    noun = REMOVALS.get(kind, kind.replace("-", " "))
    if noun not in COUNTS:
        return f"{number} {noun}{'s' * (number != 1)}"
    return count(number, noun, phrases)
