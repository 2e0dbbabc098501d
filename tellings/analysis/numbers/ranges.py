"""Ranges: two numbers that are the ends of one quantity."""

import re
from typing import NamedTuple

from tellings.analysis.numbers import printed as printing
from tellings.analysis.numbers import units
from tellings.analysis.numbers.counting import measure_of
from tellings.analysis.numbers.printed import Printed
from tellings.analysis.numbers.units import Measured, figure_at
from tellings.analysis.numbers.values import SHORT, scaled

__all__ = ["Ends", "read", "score"]

JOINT = re.compile(
    r"\s?(?P<word>[-–] (?:to|or)|[-–—]to[-–—]|[-–—]or[-–—]|[-–—]|to|and"
    r"|or)\s?(?=\W{0,3}[\da-z])"
)
CHANGED = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|up|down|gain(?:ed|s|ing)?|lost"
    r"|los(?:es?|ing)|climb\w*"
    r"|dropp?\w*|slipp?\w*|jump\w*|added|adds?|surg\w+|plung\w+|tumbl\w+|slid\w*|shed|edged\w*"
    r"|by|increas\w+"
    r"|decreas\w+|declin\w+|cut|raised?|from|went|grew|grown|swell\w*|swollen|shrank)"
    r"(?: (?:up|down|by|about|nearly|almost|some|more than|another|a further|to))? $"
)
FROM = re.compile(
    r"(?<!ranging )(?<!ranges )(?<!ranged )(?<!range )\bfrom (?:about |nearly |around |some "
    r"|just |only )?$"
)
BETWEEN = re.compile(r"\bbetween (?:about |around |an estimated )?$")
SCORE = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|won|wins?|winning|beat(?:s|en|ing)?|lost|lose[sd]?|losing"
    r"|victor(?:y|ies)|defeat(?:s|ed|ing)?"
    r"|scor(?:e|ed|es)|ruling|ruled|majority|decision|lead|led|leads|leading|tied|ties?|draw"
    r"|drew|pass(?:ed|es)?|approv(?:ed?|es|al)"
    r"|reject(?:ed|s)|match|game|set|series|margin|split|confirmed|senate|house|court|parliament"
    r"|trail(?:ed|s|ing)|advantage)\b"
)


AGAINST = re.compile(r"(?:[-–]| to )(?=\d)")
SHARED = re.compile(r"[- ]?(?:%|per)")


class Ends(NamedTuple):
    """The lower end of a quantity, and the upper end where it is a range."""

    low: Measured
    high: Measured | None = None


def read(number: Printed, found: Measured) -> Ends:
    """Read the range that a number begins, if it begins one."""
    line = number.line
    joint = JOINT.match(line.lower, found.end)
    if joint is None:
        return Ends(low=found)
    word = joint["word"].strip("-–— ") or "-"
    second = printing.match(line, figure_at(line, joint.end()), joined=True)
    if second is None or second.sort in {"share", "fraction"}:
        return Ends(low=found)
    if joint.group() == "-" and not (number.figure and second.figure):
        return Ends(low=found)
    high = units.read(second)
    low, high = level(number, found, second, high)
    apart = word == "to" and FROM.search(line.lower, 0, number.start)
    if apart and low.value != high.value and measure_of(low.unit) == measure_of(high.unit):
        return Ends(low=low)
    if not one_range(number, low, high, word, own=found.unit is not None):
        return Ends(low=found)
    return Ends(low=low, high=high)


def level(
    number: Printed, low: Measured, second: Printed, high: Measured
) -> tuple[Measured, Measured]:
    """Let two ends share the scale and the unit that only one of them prints."""
    low, high = units.shared(low, high.unit), units.shared(high, low.unit)
    size = scale_of(second.scale)
    if number.scale is None and size > 1 and low.value < high.value / size * 1.0001:
        low = low._replace(value=round(low.value * size, 6))
    return low, high


def scale_of(printed: str | None) -> float:
    """Give what a scale multiplies by."""
    if printed in SHORT:
        return SHORT[printed]
    return scaled(1, printed) if printed else 1


def one_range(number: Printed, low: Measured, high: Measured, word: str, *, own: bool) -> bool:
    """Tell whether two numbers are the ends of one quantity."""
    if low.value >= high.value or measure_of(low.unit).name != measure_of(high.unit).name:
        return False
    if word == "and":
        return BETWEEN.search(number.small) is not None
    if word in {"to", "-"} and scored(number, high.end):
        return False
    if word == "to" and own and CHANGED.search(number.small):
        return False
    return not FROM.search(number.small) or word != "to"


def score(number: Printed) -> int | None:
    """Give the end of a score, a ratio or votes for and against: “52-48”, “3 to 1”."""
    lower = number.line.lower
    joint = AGAINST.match(lower, number.end) if number.figure else None
    second = printing.match(number.line, joint.end(), joined=True) if joint else None
    if joint is None or second is None or second.money:
        return None
    bare = units.read(second).unit is None
    if "to" in joint.group():
        told = bare and (second.text == "1" or scored(number, second.end))
    else:
        told = number.value >= second.value or scored(number, second.end)
    return second.end if told else None


def scored(number: Printed, end: int) -> bool:
    """Tell whether the words around two numbers speak of a game or a vote."""
    lower = number.line.lower
    if units.read(number).unit or SHARED.match(lower, end):
        return False
    before = lower[max(0, number.start - 24) : number.start]
    return bool(SCORE.search(before)) or bool(SCORE.match(lower[end : end + 16].lstrip(" -")))
