"""The site's own words: how values are said, counted, dated and cut."""

import re
from collections.abc import Sequence

from tellings.model.findings import (
    Certainty,
    Confidence,
    Difference,
    DifferenceKind,
    Relation,
    StanceVoice,
    Voice,
)
from tellings.render.excerpts import BLANK

__all__ = [
    "CERTAINTIES",
    "CONFIDENCES",
    "KINDS",
    "PRINTINGS",
    "RELATIONS",
    "STANCE_VOICES",
    "VOICES",
    "clip",
    "count",
    "day",
    "differences",
    "doubt",
    "language",
    "listed",
    "machine_day",
    "month",
    "once",
    "removed",
    "shown",
    "value",
]

MONTHS = (
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

VOICES: dict[Voice, str] = {
    "own": "own voice",
    "attributed": "attributed",
    "direct_quote": "quoted",
    "own_inside_attribution": "attributed, loaded word",
}
PRINTINGS: dict[str, str] = {
    "same": "the same words",
    "cut": "cut",
    "changed": "differs inside the marks",
    "reworded": "reworded or translated",
}
STANCE_VOICES: dict[StanceVoice, str] = {"own": "own voice", "quoted": "quoted"}
CERTAINTIES: dict[Certainty, str] = {
    "fact": "",
    "scheduled": "as scheduled",
    "intended": "as intended",
    "expected": "as expected",
    "done": "as done",
    "alleged": "as alleged",
    "denied": "as denied",
    "reported": "as reported",
}
RELATIONS: dict[Relation, str] = {
    "conflict": "in conflict",
    "update": "later state",
    "part": "one holds the other",
    "compatible": "both can hold",
}
KINDS: tuple[DifferenceKind, ...] = (
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
"""The kinds of difference, the sharpest first."""

CONFIDENCES: dict[Confidence, str] = {"low": "unsure", "medium": "fairly sure", "high": "sure"}
VALUES = {
    -2: "strongly critical",
    -1: "critical",
    0: "neutral",
    1: "favourable",
    2: "strongly favourable",
}
LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
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

DOUBTS = {
    "caption": "like a caption",
    "date-label": "a date alone",
    "fragment": "no whole sentence",
    "headline": "like a headline",
    "other-language": "in another language",
    "recurring": "printed in another text of the outlet",
    "related": "like a pointer to another article",
    "teaser": "like a teaser",
}
"""What lines that were kept in doubt look like."""

PLURALS = {"agency": "agencies", "body": "bodies", "story": "stories"}


def value(number: int | None) -> str:
    """Say a stance in a word."""
    return "not covered" if number is None else VALUES[number]


def count(number: int, noun: str) -> str:
    """Count things in words: "1 text", "3 agencies"."""
    return f"{number} {noun if number == 1 else PLURALS.get(noun, noun + 's')}"


def listed(words: Sequence[str]) -> str:
    """Join words as prose does: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def shown(words: str) -> str:
    """Give source words as a page prints them: one line, "…" where words may not be shown."""
    return re.sub(r"\s+", " ", re.sub(rf"\s*{BLANK}+\s*", " … ", words)).strip()


def clip(words: str, most: int) -> str:
    """Cut words at a word's end, with "…" at the cut."""
    words = shown(words)
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def day(date: str, time: str | None = None, zone: str | None = None) -> str:
    """Say a date as its precision allows: "4 March 2026", "March 2026", "June to August 2026"."""
    first, _, last = date.partition("/")
    if last:
        return span(first, last)
    clock = f", {time.replace(':', '.')}" if time else ""
    return one_day(first) + clock + (f" {zone}" if clock and zone else "")


def one_day(date: str) -> str:
    """Say one date; what is not a date is given as it stands."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=$|[T ])", date)
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return date
    year, which, number = match.groups()
    words = [str(int(number))] if number else []
    words += [MONTHS[int(which) - 1]] if which else []
    return " ".join([*words, year])


def span(first: str, last: str) -> str:
    """Say a range, the year once where it is one year's."""
    opening = one_day(first)
    if first[:4] == last[:4] and first != last:
        opening = opening.removesuffix(f" {first[:4]}")
    return f"{opening} to {one_day(last)}"


def machine_day(date: str, time: str | None = None) -> str | None:
    """Give a date as `datetime` wants it; None for a range or what is no date."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", date):
        return None
    return f"{date}T{time}" if time and len(date) == 10 else date


def month(date: str) -> str:
    """Say a date's month: "March 2026"."""
    return one_day(date[:7])


def once(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Give each difference once, with most readings: one sentence may stand in several claims."""
    kept: list[Difference] = []
    for difference in sorted(found, key=lambda difference: -len(difference.readings)):
        if not any(within(difference, other) for other in kept):
            kept.append(difference)
    return tuple(difference for difference in found if difference in kept)


def within(one: Difference, other: Difference) -> bool:
    """Tell whether a difference has no reading that another of its kind lacks."""
    return one.kind == other.kind and set(one.readings) <= set(other.readings)


def differences(found: Sequence[Difference]) -> str:
    """Count differences, those of mere attribution apart."""
    every = once(found)
    weak = sum(difference.weak for difference in every)
    sharp = count(len(every) - weak, "difference")
    apart = f"{count(weak, 'claim')} attributed differently"
    return f"{sharp}, {apart}" if weak else sharp


def language(tag: str | None) -> str:
    """Name a language; a tag that is not in the list stands for itself."""
    if tag is None:
        return "English"
    return LANGUAGES.get(tag.lower().partition("-")[0], tag)


def doubt(kind: str) -> str:
    """Say what a line that was kept in doubt looks like."""
    return DOUBTS.get(kind, kind.replace("-", " "))


def removed(kind: str, number: int) -> str:
    """Count removed furniture: "5 reader comments"."""
    return count(number, REMOVALS.get(kind, kind.replace("-", " ")))
