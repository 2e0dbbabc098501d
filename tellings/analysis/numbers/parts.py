"""What a number is a part of, in the text’s own words."""

import re
from collections.abc import Callable
from functools import cache

from tellings.analysis.numbers.printed import Line
from tellings.analysis.numbers.tables import CLOSE
from tellings.analysis.numbers.things import Read, bare, noun_phrase, small_words

__all__ = ["part_of"]

OF_IT = re.compile(
    r"(?: (?:or|and) (?:more|so))?\)?(?: others?)? (?:out of|of) (?P<whole>them|whom|which|us"
    r"|you|(?:these|those)(?! (?!was\b|has\b)[a-z]+s\b)"
    r"|(?P<fixed>(?:the|its|their|his|her|our|all|those|these|this|that|some|about|at least"
    r"|more than|nearly|[A-Za-z]\w*[’']s(?= \d)) )*"
    r"(?P<many>(?:[\d,.]*\d|(?:NUMBER)|dozen)(?: (?:hundred|thousand|million|billion"
    r"|dozen))? )?(?=(?P<noun>[A-Za-z])))"
)
BARE_WHOLE = re.compile(r" (?:out of|of) (?:(?:the|all|about|some) )?(?P<whole>\d[\d,]*)(?![\d%])")
OF, REACH = " of ", 14
"""What leads to a whole, and how many characters behind a number it may begin."""

INCLUDED = ("including", "among ", "of th", "of wh")
INCLUDING = re.compile(
    r"(?:\bincluding|\bamong (?:them|whom|those killed|the dead|the injured"
    r"|the victims)(?: (?:were|are))?|\bof (?:them|whom|which|these|those),?)$",
    re.IGNORECASE,
)
AMONG = re.compile(
    r"\b(?:them|whom|which|these|those|the dead|the injured|those killed|the victims)\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?:\bOf|, of) (?P<whole>(?:(?:the|those|these|its|their|some|about|all|at least|more than"
    r"|nearly) )*(?:[\d,.]+|(?:NUMBER)) [a-z][\w-]*"
    r"(?: [a-z]+s)?)(?: [^,;.]*)?, (?:only |just |at least |some |about )?$"
)
COUNTED = re.compile(
    r"(?P<whole>(?:[$€£]?\d[\d,.]*|\b(?:NUMBER)|\b[Dd]ozens of|\b[Hh]undreds of"
    r"|\b[Tt]housands of)(?: (?:million|thousand|hundred|billion"
    r"|trillion))?)(?= [a-z])(?: [^,;]*)?,? $"
)
NOUNS = re.compile(
    r"\b(?:people|men|women|children|(?!was\b|has\b|its\b|this\b|less\b)[a-z]{2,}[^s\W]s)\b"
)
LAST = re.compile(r"[A-Za-z][\w’'-]*(?=\W*$)")


def part_of(read: Read, thing: str | None, beyond: int) -> str | None:
    """Give the words for what a number is a part of; what is read ends `beyond` its noun."""
    words = read.number.line.words
    if beyond > read.end and OF in words[beyond : beyond + REACH]:
        found, plain = of_pattern().match(words, beyond), BARE_WHOLE.match(words, beyond)
        if found and found["many"]:
            return whole_phrase(read.number.line, found, None)
        if plain:
            return plain["whole"]
    for _, rule in RULES:
        if whole := rule(read, thing):
            return whole
    return None


def of_it(read: Read, thing: str | None) -> str | None:
    """Read “12 of the 30 sailors” and “two of them”; “dozens of homes” are no part."""
    line = read.number.line
    if OF not in line.words[read.end : read.end + REACH]:
        return None
    plain = BARE_WHOLE.match(line.words, read.end)
    found = of_pattern().match(line.words, read.end)
    if plain and thing is None:
        return plain["whole"]
    if found is None or not found["noun"]:
        return found["whole"] if found else None
    counted = read.unit is None and bool(found["fixed"] or found["many"])
    return whole_phrase(line, found, thing) if counted or read.unit == "%" else None


def whole_phrase(line: Line, found: re.Match[str], thing: str | None) -> str:
    """Give the phrase of a whole as far as its noun goes."""
    start, end = found.span("whole")
    phrase = noun_phrase(line.words, end)
    at = line.words.find(thing, end) if thing else -1
    if thing and 0 <= at - end < CLOSE:
        return line.words[start : at + len(thing)]
    return line.words[start : phrase[1]] if phrase else line.words[start:end].rstrip()


def named_first(read: Read, thing: str | None) -> str | None:
    """Read “Of the 33 hostages, 12 …”."""
    before = read.number.before
    found = named().search(before) if "Of " in before or ", of " in before else None
    return found["whole"] if found else None


def included(read: Read, thing: str | None) -> str | None:
    """Read “40 people, including nine children” and “among them nine children”."""
    small = read.number.small
    if not any(sign in small for sign in INCLUDED):
        return None
    before = bare(read)
    found = INCLUDING.search(before[-CLOSE:])
    if found is None or read.number.line.words.startswith("-", read.end):
        return None
    told = before[: len(before) - len(found.group())]
    counted = counted_before().search(told, max(0, len(told) - 90))
    phrase = noun_phrase(told, counted.end("whole") + 1) if counted else None
    if counted and phrase:
        return told[counted.start() : phrase[1]]
    among = AMONG.search(found.group())
    if among:
        return among.group()
    nouns = NOUNS.findall(told[-60:]) or LAST.findall(told[-60:])
    return str(nouns[-1]) if nouns else None


Rule = Callable[[Read, str | None], str | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("of it", of_it),
    ("named first", named_first),
    ("included", included),
)
"""The rules for parts, in the order in which they are tried."""


@cache
def of_pattern() -> re.Pattern[str]:
    """Build the pattern of a whole after “of”."""
    return re.compile(OF_IT.pattern.replace("NUMBER", small_words()))


@cache
def named() -> re.Pattern[str]:
    """Build the pattern of a whole that opens the clause."""
    return re.compile(NAMED.pattern.replace("NUMBER", small_words()))


@cache
def counted_before() -> re.Pattern[str]:
    """Build the pattern of a counted whole at the end of a text."""
    return re.compile(COUNTED.pattern.replace("NUMBER", small_words()))
