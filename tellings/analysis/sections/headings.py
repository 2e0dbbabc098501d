"""Names and subheads, in the texts' own words, that can stand over a section."""

import re
from bisect import bisect_right
from collections import defaultdict

from tellings.analysis import framing, wording
from tellings.data import words as lists
from tellings.model.findings import Name, Telling
from tellings.model.span import Passage, Span

__all__ = ["Term", "subhead", "terms"]

Term = str

LONGEST = 3
"""A name of more words with a capital is no heading."""

WORDS = 7
"""A longer subhead is none either: a heading is short."""

SHOUTED = 4
"""More words all in capitals are the headline of another article."""

SOURCES = 2
"""How many texts must print a name before it can be a heading, where there are that many."""

POINTER = re.compile(
    r"\b(?:click|read|watch|listen|subscribe|sign up|follow us|related|see also|photos?|video"
    r"|gallery|newsletter|need to know|donate|support (?:us|our|(?:the )?[\w’']+['’]s)"
    r"|members?hip|at a glance|key points|find out|more on|more from)\b",
    re.IGNORECASE,
)
CREDITED = re.compile(r"[.!?][”\"’']?\s+\S")
"""Words after a full stop: a caption and whose picture it is."""


def terms(tellings: tuple[Telling, ...], names: tuple[Name, ...]) -> dict[Passage, frozenset[Term]]:
    """Give each sentence's names, those of outlets and agencies left out."""
    starts = {t.id: [s.span.start for s in t.document.sentences] for t in tellings}
    by_id = {telling.id: telling for telling in tellings}
    found: dict[Passage, set[Term]] = defaultdict(set)
    least = min(SOURCES, len(tellings))
    unfit = outlets(tellings)
    for name in names:
        printed = {mention.source for mention in name.mentions}
        if len(printed) < least or fold(name.name) in unfit or not short(name.name):
            continue
        for mention in name.mentions:
            at = bisect_right(starts[mention.source], mention.start) - 1
            sentence = by_id[mention.source].document.sentences[at]
            found[sentence.passage].add(name.name)
    return {passage: frozenset(keys) for passage, keys in found.items()}


def short(name: str) -> bool:
    """Tell whether a name is short enough to head a section, and not two letters like “US”."""
    capitals = [word for word in name.split() if word[0].isupper()]
    letters = [char for char in name if char.isalpha()]
    return len(capitals) <= LONGEST and len(letters) > len("US")


def outlets(tellings: tuple[Telling, ...]) -> frozenset[str]:
    """Give the names of the event's outlets and of all agencies: who tells, not what is told."""
    agencies: dict[str, list[str]] = lists.load("agencies")["agencies"]
    printed = [form for forms in agencies.values() for form in forms]
    labels = [telling.document.source.label for telling in tellings]
    return frozenset(fold(name) for name in [*printed, *labels])


def fold(name: str) -> str:
    """Give a name without case and article."""
    return wording.fold(name).lower().removeprefix("the ")


def subhead(telling: Telling, passage: Passage) -> str | None:
    """Find the fit subhead that a passage stands under; one text's judgement is none."""
    found = None
    for block in telling.document.source.blocks:
        if block.span.start > passage.start:
            break
        if block.part == "subhead":
            words = " ".join(block.span.of(telling.text).split())
            found = words if fits(words, telling, block.span) else None
    return found


def fits(words: str, telling: Telling, span: Span) -> bool:
    """Tell whether a subhead can name a section: short, its own words, no pointer elsewhere."""
    count = len(words.split())
    quoted = wording.fold(words)
    return not (
        count > WORDS
        or (words.isupper() and count > SHOUTED)
        or (quoted[0] in "\"'" and quoted[-1] in "\"'")
        or POINTER.search(words)
        or CREDITED.search(words)
        or any(framing.chosen(telling, span))
    )
