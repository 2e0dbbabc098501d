"""Lines that sign a reader's comment: a name with a day, a time or “said”; and how readers write.

The shapes are those that comment sections print, whatever the software: “Name, March 4, 2026 at
1:24 pm”, “Name said…”, “Posted by: Name | date”, “#12 Name 2026-03-04 13:28”, “Name · 2 h ago”.
"""

import re
from functools import lru_cache

from tellings.ingest.furniture.lines import count_words

__all__ = ["AGO", "controls", "register", "shape"]

AGO = (
    r"(?:(?:about|over|almost) )?(?:\d+|an?|one|two|a few) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|yrs?|years?)"
    r" ago"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = re.compile(
    rf"(?<![A-Z]){MONTH},? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? (?:\d{{4}}|'\d\d))?|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.?[ -]{MONTH}(?:,?[ -](?:\d{{4}}|\d\d)\b(?!:))?|"
    r"(?<!\d)\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)\b|\b\d{4}[-/]\d{2}[-/]\d{2}\b"
)
CLOCK = re.compile(
    r"@?\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE
)
PAST = re.compile(rf"\(?\b(?:{AGO}|(?:yesterday|today)(?= at))(?:[^\w]|$)", re.IGNORECASE)
ZONE = re.compile(r"\(?\b(?:UTC|GMT|[ECMP][SD]T|CES?T|BST|hrs?|h)\b(?: ?[+−-]\d+)?\)?")
WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?", re.IGNORECASE
)
CUE = re.compile(
    r"\b(?:posted|written|submitted|added|commented|comment|reply|replied|said|says|wrote|writes|"
    r"edited|left|guest|member|subscriber|anonymous|unregistered|commenter|permalink|link|quote|"
    r"report|flag|like|points?|pts|pm|am)\b:?",
    re.IGNORECASE,
)
SMALL = re.compile(r"\b(?:by|at|on|in|from|to|and)\b|[#(]\d+\)?|[+-]?\b\d+\b|[^\w\s]+")
SAID = re.compile(
    r"(?:[(#]?\d+[).]? )?(?P<name>\S[^,:;“”\"]{0,44}?) "
    r"(?:said|says|wrote|writes|commented|replied|responds?)"
    r"(?:\s*(?:\.\.\.|…|[,:])|\s?[.!]{3})?(?: (?:at|on) .{4,40})?",
    re.IGNORECASE,
)
VERBS = ("said", "says", "wrote", "writes", "commented", "replied", "respond")
NUMBERED = re.compile(r"by \S.{0,40} \(\d{3,}\)(?: on .*)?", re.IGNORECASE)
POSTED = re.compile(
    r"(?:(?:posted|written|comment|submitted|left) by\b.{2,60}|comment from .{2,40})"
)
CONTROL = re.compile(
    r"\W*(?:(?:reply|report(?: abuse| this)?|flag(?: as .*)?|permalink|link(?: to this)?|quote|"
    r"log ?in to (?:reply|comment|vote).*|in reply to .*|(?:pingback|trackback)s?\b.*|"
    r"\d+ (?:points?|pts|fans|likes?|replies|votes?)|[+-]\d+|vote (?:up|down)|edit(?:ed)?|"
    r"super ?user|top commenter|guest|anonymous|member since .*|(?:re|@)\s?:.*|"
    r"like|unlike|share|favorited?|replies|hide|show|more)\W*(?:\|\W*|\b)?)+",
    re.IGNORECASE,
)
OWN = re.compile(
    r"\W*(?:(?:first|last|originally) )?(?:updated?|published|modified)\b", re.IGNORECASE
)
"""How the page's own dates begin."""

CITED = re.compile(r"\([^()]+, [^()]*\d\)$|\([^()]*\d,? \d{4}\)? \([^()\d]+\)$")
"""How a title's publisher and day are cited, or its day and author."""

DIGIT = re.compile(r"\d")
LONGEST = 110
"""Characters of the longest line that signs."""

LONGEST_NAME = 6
NAME_STOP = re.compile(r"\b(?:the|is|was|were|has|have|had|will|that|this|with|for|of|are|be)\b")

SPOKEN = re.compile(r"[“\"][^”\"]{8,}[”\"]")
FIRST = re.compile(r"\b(?:I|I[’']\w+|my|me|mine|im|ive)\b")
SECOND = re.compile(r"\b(?:you|your|yours|ur|u)\b", re.IGNORECASE)
ROUGH = re.compile(
    r"!|\?\?|\.{4,}|(?:^|\s)(?:[:;]-?[)(DPp]|:o\b|<3)|\b(?i:lol|lmao|omg|wtf|haha\w*|imho|btw|yeah|"
    r"wow|hey|hi|thanks|thank|dont|doesnt|didnt|cant|isnt|gonna|wanna|awesome|kinda)\b|"
    r"\b[A-Z]{4,} [A-Z]{4,}\b|^@\w|^[a-z]"
)
REPORTED = re.compile(
    r"\b(?:said|told|according to|announced|added|stated|officials?|spokes\w+|reported)\b"
)


@lru_cache(maxsize=8192)
def shape(words: str) -> str:
    """Tell how a line signs a comment, by what it is made of; empty when it does not."""
    if len(words) > LONGEST:
        return ""
    if name := (SAID.fullmatch(words) if any(verb in words.lower() for verb in VERBS) else None):
        named = len(name["name"].split()) <= LONGEST_NAME
        # No report says “the mayor said...”; there a name may hold any word.
        dotted = words.endswith(("...", "…"))
        if not named or (NAME_STOP.search(words) and not dotted):
            return ""
        return "wrote" if words.endswith(":") else "said"
    if NUMBERED.fullmatch(words):
        return "numbered"
    if OWN.match(words) or not (DIGIT.search(words) or " ago" in words):
        return ""
    return _stamped(words)


def _stamped(words: str) -> str:
    """Tell how a line signs by a day or a time."""
    left, days = DAY.subn(" ", words)
    left, past = PAST.subn(" ", left)
    left, clocks = CLOCK.subn(" ", left)
    if not (days or past or clocks) or days > 1 or (clocks and not days and not past):
        lone = clocks == 1 and not re.search(r"\w", ZONE.sub(" ", left))
        return "clock" if lone else ""
    dotted = left.rstrip().endswith(("said...", "said…", "says...", "says…"))
    if CITED.search(words):
        return ""
    ended = re.search(r"[a-z]{3}[.!?] \w", left) or re.search(r"(?<!m)[.!?”\"]$", words)
    if ended and not (past or dotted):
        return ""
    left = SMALL.sub(" ", CUE.sub(" ", WEEKDAY.sub(" ", ZONE.sub(" ", left))))
    names = left.split()
    if len(names) > LONGEST_NAME or (NAME_STOP.search(left) and not dotted):
        return ""
    named = any(name[0].isalpha() for name in names)
    made = [("day", days), ("ago", past), ("clock", clocks), ("name", named)]
    return "+".join(name for name, there in made if there)


@lru_cache(maxsize=8192)
def controls(words: str) -> bool:
    """Tell whether a line is made of the controls and ranks of a comment section."""
    return len(words) <= LONGEST and bool(CONTROL.fullmatch(words))


@lru_cache(maxsize=8192)
def register(words: str) -> float:
    """Weigh whether a line reads like a reader's comment (above 0) or like an article (below)."""
    bare = SPOKEN.sub(" ", words)
    traits = (
        (1.0, bool(FIRST.search(bare))),
        (0.6, bool(SECOND.search(bare))),
        (1.0, bool(ROUGH.search(bare))),
        (0.4, count_words(words) < 12),
        (-1.0, bool(REPORTED.search(bare))),
        (-0.6, len(bare) < len(words)),
        (-0.5, len(words) > 160),
    )
    return sum(weight for weight, there in traits if there) - 0.5
