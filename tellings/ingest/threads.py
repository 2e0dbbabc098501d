"""Threads of readers' comments, from their heading or first signature to the end of the page."""

import re

from tellings.ingest import date_labels
from tellings.ingest.cuts import Cut, Rule
from tellings.ingest.lines import Page, is_prose
from tellings.ingest.notes import CLOSING

__all__ = ["THREADS", "thread"]

AGO = (
    r"(?:(?:about|over|almost) )?(?:\d+|an?|one|two|a few) ?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|yrs?|years?)"
    r" ago"
)
HEADING = re.compile(
    r"\W*(?:(?P<n>\d+) (?:reader )?comments?(?: (?:on|so far|sort by)\b.*)?|"
    r"(?:reader[’']?s?[’']? |user |your |all )?comments?\W*(?P<m>\d+)?\)?(?: .*sort by.*)?|"
    r"have your say(?:\W+(?P<k>\d+) comments?)?.*|(?:leave|post|add|write) a (?:comment|reply)|"
    r"join the (?:conversation|discussion)|what do you think\?.*|discussion|"
    r"(?:show|view|read|see) (?:all )?comments|"
    r"\d+ thoughts? on .*)\W*",
    re.IGNORECASE,
)
RELATIVE = re.compile(
    rf"(?:(?P<name>\S.{{0,39}}?)\s+)??(?:(?:guest|member|subscriber|·|•|-)\s+)*{AGO}\W*",
    re.IGNORECASE,
)
SIGNER = re.compile(r"(?:posted by:? )?[^\W\d][\w .,'’@-]*", re.IGNORECASE)
RANKED = re.compile(rf"\b(?:guest|member|subscriber) {AGO}", re.IGNORECASE)
SAYS = re.compile(r"\S.{0,39} (?:says|writes|wrote|commented|replied)\s*:", re.IGNORECASE)
NOTICE = re.compile(
    r"this comment (?:contains|has been|was|is)\b.*|"
    r"(?:reply|report|flag|like|upvote|share)(?: \|.*)?|"
    r"(?:view|show|load|see) (?:all|more) (?:comments|replies).*|sort by\W.*|log in to reply.*",
    re.IGNORECASE,
)
REACH = 8
"""Lines below a heading in which a first signature stands."""

NAME = 5
"""Words of the longest name that signs a comment."""


def thread(page: Page, at: int) -> Cut | None:
    """Find a thread of comments; it runs to the end, notes of the page's own left out."""
    if page.head(at) or not (_headed(page, at) or _signed(page, at)):
        return None
    until = len(page.lines)
    while until > at + 1 and any(rule.find(page, until - 1) for rule in CLOSING):
        until -= 1
    return Cut(kind="reader-comments", until=until, count=_count(page, at, until))


def _headed(page: Page, at: int) -> bool:
    """Tell whether a thread's heading stands here: with a number, signed, or below all prose."""
    match = HEADING.fullmatch(page.words(at))
    if match is None:
        return False
    if any(match.group("n", "m", "k")):
        return True
    if not page.prose_after(at) and not page.near_top(at):
        return True
    return any(_signature(page.words(below)) for below in range(at + 1, at + 1 + REACH))


def _signed(page: Page, at: int) -> bool:
    """Tell whether a first signature stands here that no live page or interview would print.

    A name repeated above its time, a reader's rank beside it, or a notice of the comment section.
    """
    words, below = page.words(at), page.words(at + 1)
    if RELATIVE.fullmatch(below) and len(words.split()) <= NAME and not is_prose(words):
        return below.startswith(words) or bool(RANKED.search(below)) or _marked(page, at + 2)
    if RELATIVE.fullmatch(words):
        return bool(RANKED.search(words)) or _marked(page, at + 1)
    if SAYS.fullmatch(words):
        return _signature(below) is not None
    return _dated(words) and not page.near_top(at) and len(_signatures(page, at)) > 1


def _marked(page: Page, at: int) -> bool:
    return bool(NOTICE.fullmatch(page.words(at)))


def _signature(words: str) -> str | None:
    """Tell how a line signs a comment: `ago`, `says`, `dated` or `stamp`; None when it does not."""
    if RELATIVE.fullmatch(words):
        return "ago"
    if SAYS.fullmatch(words):
        return "says"
    if _dated(words):
        return "dated"
    stamped = date_labels.only_label(words) == "" and date_labels.TIME.search(words)
    return "stamp" if stamped else None


def _dated(words: str) -> bool:
    """Tell whether a line is a name, a date and a time."""
    if len(words.split()) > 14:
        return False
    found = date_labels.stamps(words)
    if len(found) != 1 or found[0].time is None or words.index(found[0].words) == 0:
        return False
    left = (date_labels.only_label(words) or "").removeprefix("by ")
    return bool(SIGNER.fullmatch(left)) and len(left.split()) <= NAME


def _signatures(page: Page, at: int) -> list[str]:
    kinds = (_signature(line.words) for line in page.lines[at:])
    return [kind for kind in kinds if kind]


def _count(page: Page, at: int, until: int) -> int:
    """Count comments: the commonest kind of signature, else what the heading says."""
    kinds = [_signature(line.words) for line in page.lines[at:until]]
    most = max(kinds.count(kind) for kind in ("ago", "says", "dated", "stamp"))
    match = HEADING.fullmatch(page.words(at))
    said = next((n for n in match.group("n", "m", "k") if n), None) if match else None
    return most or int(said or 1)


THREADS: tuple[Rule, ...] = (Rule(name="comment thread", find=thread),)
