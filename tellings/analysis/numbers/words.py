"""Printed numbers: the patterns that find them and the values they come to."""

import re
from functools import cache
from typing import Any

from tellings.data import words

__all__ = ["bounds", "figures", "one_of", "quantity_hint", "units", "value_of"]


def units() -> dict[str, Any]:
    """Give the tables of units."""
    return words.load("units")


def one_of(entries: dict[str, Any]) -> str:
    """Join a table's keys into one alternative, the longest first."""
    return "|".join(re.escape(entry) for entry in sorted(entries, key=lambda e: (-len(e), e)))


@cache
def figures() -> re.Pattern[str]:
    """Build the pattern of a number, in figures or in words, with its scale."""
    table = words.load("number_words")
    scale = one_of(table["scales"])
    small = one_of({word: value for word, value in table["values"].items() if len(word) > 2})
    word = rf"(?:{small})(?:[- ](?:{small}))?"
    loose = one_of(table["loose"])
    return re.compile(
        rf"(?<![\w.,/:#’'-])(?:(?P<sign>{one_of(units()['currency_signs'])})\s?)?"
        rf"(?:(?P<figure>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<short>m|bn|k|tn)?(?!\w|[.,:/]\d)"
        rf"|(?P<loose>(?:tens|hundreds|thousands) of (?:thousands|millions|billions)|{loose})\b"
        rf"|(?P<dozen>(?:half a|a|an|(?:{word})) dozen)\b"
        rf"|(?P<word>(?:{word}|a(?= (?:{scale})\b)))\b"
        r"(?!-(?:third|half|quarter|fifth|way|time|fold|off)))"
        rf"(?:[ -](?P<scale>(?:{scale})(?: (?:{scale}))?)\b)?"
        rf"(?P<rest>(?<=hundred) (?:and )?(?:{word})\b)?",
        re.IGNORECASE,
    )


@cache
def quantity_hint() -> re.Pattern[str]:
    """Build the quick test that a sentence must pass to be searched for numbers."""
    table = words.load("number_words")
    stems = one_of(
        {word: 0 for key in ("values", "scales", "loose") for word in table[key] if len(word) > 2}
    )
    return re.compile(rf"\d|\b(?:{stems}|dozen)\b", re.IGNORECASE)


@cache
def bounds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Build the patterns of the words before and after a number that bound it."""
    table = one_of(units()["bounds"])
    return (
        re.compile(rf"\b({table})\s+(?:an?\s+)?$", re.IGNORECASE),
        re.compile(r"\s+(or more|or so)\b", re.IGNORECASE),
    )


def value_of(found: re.Match[str]) -> float:
    """Read a number's value."""
    table = words.load("number_words")
    shorts = {"m": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}
    value = 1.0
    if found["figure"]:
        value = float(found["figure"].replace(",", "")) * shorts.get(
            (found["short"] or "").lower(), 1
        )
    elif found["loose"]:
        value = loose_value(found["loose"].lower())
    elif found["dozen"]:
        many = found["dozen"].lower().removesuffix(" dozen")
        value = 6 if many == "half a" else 12 * small_value(many)
    else:
        value = small_value(found["word"].lower())
    for scale in (found["scale"] or "").lower().split():
        value *= table["scales"][scale]
    if found["rest"]:
        value += small_value(found["rest"].lower().removeprefix(" ").removeprefix("and "))
    return round(value, 6)


def small_value(printed: str) -> float:
    """Read a number word up to ninety-nine."""
    values = words.load("number_words")["values"]
    return float(sum(values[part] for part in re.split(r"[- ]", printed)))


def loose_value(printed: str) -> float:
    """Read “dozens” or “tens of thousands” as the least it can come to."""
    table = words.load("number_words")["loose"] | {"tens": 20}
    first, _, second = printed.partition(" of ")
    scales = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}
    return float(table[first]) * (scales[second] if second else 1)
