"""The sorts in which numbers are printed, and the values they come to."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal

from tellings.analysis.alternatives import one_of
from tellings.analysis.numbers.tables import CLOSE, bound_before, scale, small, table, units

__all__ = ["FIGURE", "PARTS", "SHORT", "Sort", "Sorts", "scaled", "sorts"]

Value = Callable[[re.Match[str]], float | None]
Sort = Literal["share", "fraction", "loose", "dozen", "number"]
Sorts = tuple[tuple[Sort, re.Pattern[str], Value], ...]

FIGURE = "0"
"""Stands for every figure among the words that begin a number."""

SPACES = re.compile(r"[ ,-]+")
PARTS = {"half": 2, "quarter": 4, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
PARTS |= {"eighth": 8, "tenth": 10}
SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
FIGURES = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?"
ROUND = frozenset({10, 100, 1000, 10_000, 100_000, 1_000_000})
HALVED = re.compile(
    r"\b(?:first|second|other|last|this|next|top|bottom|each|either|that|northern|southern|eastern"
    r"|western|upper|lower|\d+|better|time and a) $"
)
OF_IT = re.compile(r" of\b| (?:the|its|their|his|her|our|your|my|all|that|this|those|these)\b")
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}


@cache
def sorts() -> dict[str, Sorts]:
    """Give the sorts that each word can begin, in the order in which they are tried."""
    made: dict[str, Sorts] = {}
    for words, sort, printed, value in listed():
        pattern = re.compile(printed)
        for word in words:
            made[word] = (*made.get(word, ()), (sort, pattern, value))
    return made


def listed() -> tuple[tuple[Iterable[str], Sort, str, Value], ...]:
    """Give each sort of printed number with the words that can begin it."""
    words, parts = frozenset(table("values")), frozenset((*PARTS, *(f"{name}s" for name in PARTS)))
    goes_on = rf"(?![ -](?:and|in|out|dozens?|{scale()}|(?:{one_of(PARTS)})s?|{one_of(words)})\b)"
    part, word = one_of(PARTS), small()
    plain = one_of(units()["words"])
    of_a = r"(?:(?: of)?[ -]an?|(?:(?<=half)|(?<=quarter)|(?<=quarters))(?: of)?)"
    broken = rf"(?P<many>an?[ -]|{word}[ -])?(?P<part>{part})s?(?!\w)"
    vague = one_of(table("vague"))
    several = r"(?:(?:tens|hundreds|thousands) of )?(?:thousands|millions|billions)"
    ratios = (
        rf"(?P<some>{word}|\d+) (?:in|out of)(?P<every> every)? (?P<all>{word}|\d{{1,3}}(?:,000)*)"
        rf"(?![\w%-]|[.,:]\d| (?:{scale()}|(?:{plain})s?)\b)"
    )
    return (
        ((FIGURE,), "number", rf"{FIGURES}(?!\w|[.,:/]\d| ?[½¼¾⅓⅔]| \d){goes_on}", alone),
        (words - {"a", "an"}, "number", rf"[a-z]+(?!\w){goes_on}", alone),
        (words | {FIGURE}, "share", ratios, ratio),
        (words | parts, "fraction", rf"{broken}{of_a}[ -](?P<scale>{scale()}|dozen)\b", fraction),
        (words | parts, "fraction", rf"{broken}{of_a}(?=[ -](?:{plain})s?\b)", fraction),
        (words, "share", rf"(?P<many>an?[ -]|{word}[ -])(?P<part>{part})s?(?!\w)", share),
        (("half",), "share", r"(?P<part>half)(?![\w-])", share),
        (
            {name.split()[0] for name in table("vague")},
            "loose",
            rf"(?P<vague>{vague}) (?P<scale>{scale()}|dozen)\b",
            vaguely,
        ),
        (("a",), "loose", r"(?P<vague>a couple of|a handful(?: of)?)(?!\w)", vaguely),
        (
            {*table("loose"), "tens"},
            "loose",
            rf"(?P<loose>{several}|{one_of(table('loose'))})\b",
            loosely,
        ),
        (words | {FIGURE}, "dozen", rf"(?P<many>an?|{word}|\d+)[ -]dozens?\b", dozens),
        (words | {FIGURE}, "number", plainly(), cardinal),
    )


def plainly() -> str:
    """Build the pattern of a figure or number words, with their scale."""
    word = small()
    glued = rf"(?=(?:{one_of(units()['glued'])})\b)"
    big = one_of(name for name, size in table("scales").items() if size >= 1000)
    hundred = rf"(?:(?:{word}|an?)[ -]hundred\b(?:(?: and)? {word})?)"
    return (
        rf"(?:(?P<figure>{FIGURES})(?P<mixed> ?[½¼¾⅓⅔]| 1/[2-4]\b| [23]/[34]\b)?"
        rf"(?:(?P<short>{one_of(SHORT)})(?!\w)|{glued}|(?!\w|[.,:/]\d))"
        rf"|(?P<word>{hundred}|{word}|a(?=[ -](?:{scale()})\b)))"
        r"(?P<half>[ -]and[ -]an?[ -](?:half|quarter|third)\b(?! of))?"
        rf"(?:[ -](?P<scale>(?:{scale()})(?: (?:{scale()}))?)\b)?"
        r"(?P<over>(?<=illion) and a (?:half|quarter)\b(?! of))?"
        r"(?P<rest>(?:(?<=thousand)|(?<=illion)|(?<=crore)|(?<=lakh))"
        rf"(?:(?:,? and|,)? (?:{hundred}|{word}) (?:{big}))*"
        rf"(?:(?: and)? {hundred})?(?:(?<=thousand) and {word})?|(?<=\d hundred) and {word})?"
    )


def spelt(printed: str) -> float:
    """Read number words, or a figure: “two hundred and six thousand”."""
    if printed[0].isdigit():
        return float(printed.replace(",", ""))
    whole = part = 0.0
    for word in SPACES.split(printed.strip(" -,")):
        if word in table("values"):
            part += table("values")[word]
        elif word == "hundred":
            part *= 100
        elif word in table("scales"):
            whole, part = whole + part * table("scales")[word], 0.0
    return whole + part


def alone(found: re.Match[str]) -> float:
    """Read a figure or a number word that nothing goes on with, as most stand."""
    return spelt(found.group())


def scaled(value: float, printed: str | None) -> float:
    """Multiply a value by the scale words after it."""
    for word in (printed or "").split():
        value *= 12 if word == "dozen" else table("scales")[word]
    return value


def broken_value(found: re.Match[str]) -> float:
    """Read “a third” or “two-thirds”."""
    return spelt(found["many"] or "a") / PARTS[found["part"]]


def ratio(found: re.Match[str]) -> float | None:
    """Read “one in five” as a share of a hundred; “12 out of 30” are two counts."""
    some, whole = spelt(found["some"]), spelt(found["all"])
    round_one = whole in ROUND or (found["all"].isalpha() and whole <= 10)
    if not 0 < some < whole or not (found["every"] or round_one or some == 1):
        return None
    return 100 * some / whole


def share(found: re.Match[str]) -> float | None:
    """Read “a third of” as a share of a hundred; a third row or the second half are none."""
    text, many = found.string, found.groupdict().get("many")
    plural = found.group().endswith("s")
    if many is None and HALVED.search(text[max(0, found.start() - CLOSE) : found.start()]):
        return None
    of_it = OF_IT.match(text, found.end())
    before = text[max(0, found.start() - CLOSE) : found.start()]
    bound = bound_before(before)[0] or before.endswith("by ")
    hyphened = many is not None and many.endswith("-")
    if plural != (many is not None and spelt(many) > 1):
        return None
    if found["part"] == "quarter" and not hyphened and spelt(many or "a") == 2:
        return None
    if not (of_it or bound or hyphened or plural):
        return None
    return 100 * spelt(many or "a") / PARTS[found["part"]]


def fraction(found: re.Match[str]) -> float:
    """Read “half a million”, and the half of “half a mile”."""
    return scaled(broken_value(found), found.groupdict().get("scale"))


def vaguely(found: re.Match[str]) -> float:
    """Read “several hundred” as the least it can come to."""
    return scaled(float(table("vague")[found["vague"]]), found.groupdict().get("scale"))


def loosely(found: re.Match[str]) -> float:
    """Read “dozens” or “tens of thousands” as the least it can come to."""
    loose = table("loose") | {"tens": 20}
    first, _, second = found["loose"].partition(" of ")
    return float(loose[first]) * (float(loose[second]) / 2 if second else 1)


def dozens(found: re.Match[str]) -> float:
    """Read “a dozen”."""
    return 12 * spelt(found["many"])


def cardinal(found: re.Match[str]) -> float:
    """Read a figure or number words, with their scale."""
    value = spelt(found["figure"] or found["word"])
    if found["mixed"]:
        value += mixed(found["mixed"].strip())
    if found["half"]:
        value += 1 / PARTS[found["half"].rpartition(found["half"][0])[2]]
    value *= SHORT.get(found["short"] or "", 1)
    size = scaled(1, found["scale"])
    value *= size
    if found["over"]:
        value += size / PARTS[found["over"].rpartition(" ")[2]]
    return value + (spelt(found["rest"]) if found["rest"] else 0)


def mixed(printed: str) -> float:
    """Read “½” or “1/2”."""
    if printed in SIGNS:
        return SIGNS[printed]
    one, _, other = printed.partition("/")
    return int(one) / int(other)
