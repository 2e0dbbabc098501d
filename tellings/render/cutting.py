"""Source words as a page prints them, and cut where a line has no room for all of them."""

import re

from tellings.render.excerpts import BLANK

__all__ = ["around", "clip", "shown"]

UNFINISHED = re.compile(
    r"""an?|the|this|that|these|those|its|his|her|their|our|my|your|some|any|no|not
    |of|to|in|on|at|by|for|from|with|without|into|onto|over|under|about|between|among|through
    |during|against|towards?|within|upon|near|beside|behind|below|above|along|around|beyond|across
    |despite|including|regarding|per|via
    |and|or|but|nor|if|as|than|when|while|because|although|though|since|until|before|after
    |who|whom|whose|which|where|what|how|why
    |is|are|was|were|be|been|being|am|has|have|had|having|do|does|did
    |will|would|shall|should|can|could|may|might|must""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that begin what the next words would end: no line may stop after one."""

NAME = re.compile(r"[A-Z](?:.*\w|.{0,3}\.)?")
"""A word that may be part of a name: “Armed”, “Mr.”, “U.S.”."""

WANTING = re.compile(r".*['’]s|.*s['’]|[$€£]?\d[\d.,:]*")
"""Whoever owns what comes next, and the number of it."""

BEGINS = re.compile(
    r"[,;:–—]\s+|\s(?=(?:that|which|who|whose|where|when|while|after|before|and|but|as|with)\s)\s*"
)
"""What stands before a phrase that a line may begin with."""

LEAST = 0.5
"""The share of the room that a line must fill to be cut earlier than it has to be."""


def shown(words: str) -> str:
    """Give source words as a page prints them: one line, "…" where words may not be shown."""
    if BLANK in words:
        words = re.sub(rf"\s*{BLANK}+\s*", " … ", words)
    return " ".join(words.split())


def clip(words: str, most: int) -> str:
    """Cut words where a phrase may end, with "…" at the cut; at any word's end if none may."""
    words = shown(words)
    if len(words) <= most:
        return words
    kept = words[:most].rsplit(" ", 1)[0].split(" ")
    after = words[len(" ".join(kept)) :].split(" ", 2)[1:2]
    ended = finished(kept, after[0] if after else "")
    whole = " ".join(ended if len(" ".join(ended)) >= most * LEAST else kept)
    return whole.rstrip(" ,;:–-") + " …"


def around(words: str, start: int, end: int, most: int) -> str:
    """Cut words so that the stretch from `start` to `end` is kept, from where a phrase begins."""
    begins = [0, *(found.end() for found in BEGINS.finditer(words, 0, start)), start]
    cuts = ((first, clip(words[first:], most)) for first in begins)
    holding = (cut for cut in cuts if end - cut[0] <= len(cut[1].removesuffix(" …")))
    first, kept = next(holding, (start, clip(words[start:], most)))
    return f"… {kept}" if first else kept


def finished(kept: list[str], after: str) -> list[str]:
    """Take off the words after which a line may not stop: half of a name, “of the”, “council’s”."""
    ended = list(kept)
    while ended and re.match(r"[A-Z\d]", after) and NAME.fullmatch(ended[-1]):
        after = ended.pop()
    if after[:1].isupper() and leads(ended):
        ended.pop()
    while ended and (UNFINISHED.fullmatch(ended[-1]) or WANTING.fullmatch(ended[-1])):
        ended.pop()
    return ended


def leads(words: list[str]) -> bool:
    """Tell whether one word leads from a preposition or an article to a name: “in central”."""
    if len(words) < 3 or not words[-1].islower():
        return False
    return words[-2].lower() != "to" and UNFINISHED.fullmatch(words[-2]) is not None
