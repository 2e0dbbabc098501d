"""Nouns that hold what somebody says: “the claim that …”, “allegations he lied”."""

from tellings.analysis.attributions.bounds import clause_end
from tellings.analysis.attributions.grammar import DETERMINERS, finite
from tellings.analysis.attributions.phrases import covering
from tellings.analysis.attributions.saying import Saying, Tokens, given
from tellings.analysis.attributions.tokens import listed, verb, word_at
from tellings.analysis.names.capitals import bag
from tellings.model.span import Span

__all__ = ["claimed"]

CLAUSAL = bag("that he she they")
OF_WHAT = bag("also about over there are were is was amid denied denies")
MAKING = bag(
    "make makes made making posted gave given filed issued faced faces levelled leveled denied "
    "denies repeated raised shared signed spread voiced wrote"
)
"""What is done with a claim: no clause that it makes."""

BODIES = bag("police government army official")
OWNERS = DETERMINERS | bag(
    "health police union government army city state port local senior former"
)


def claimed(tokens: Tokens, at: int) -> Saying | None:
    """Read “the claim that …”, “police allegations that …”."""
    nouns, word = listed("cues", "nouns"), tokens[at].lower
    if at + 2 >= len(tokens) or tokens[at + 1].lower not in CLAUSAL:
        return None
    if word not in nouns and word.removesuffix("s") not in nouns:
        return None
    owned = bool(at) and (tokens[at - 1].owner or tokens[at - 1].lower in {"their", "his", "her"})
    if (not owned and _no_noun(tokens, at)) or _reported(tokens, at):
        return None
    if tokens[at + 1].lower != "that" and not _told_of(tokens, at):
        return None
    body = word_at(tokens, at - 1) in BODIES
    speaker = _owner(tokens, at - 1) if owned or body else None
    start = at + 1 + (tokens[at + 1].lower == "that")
    return given(tokens, at, speaker, "noun", (start, clause_end(tokens, start)))


def _no_noun(tokens: Tokens, at: int) -> bool:
    """Tell a verb, “the suit claims that”, “outlets report that”, or a mere feeling."""
    word = tokens[at].lower
    plural = at and verb(tokens[at]) == "base" and tokens[at - 1].lower.endswith("s")
    named = at > 0 and tokens[at - 1].capital and word.endswith("s")
    feeling = word.removesuffix("s") in listed("cues", "attitudes")
    return feeling or bool(plural or named) or _claims(tokens, at)


def _claims(tokens: Tokens, at: int) -> bool:
    """Tell the verb of “the suit claims that he lied” from “the false claims that”."""
    led = at > 1 and tokens[at - 2].lower in DETERMINERS and tokens[at - 1].kind == "word"
    plain = led and word_at(tokens, at - 1) not in listed("cues", "determining")
    relative = finite(tokens[at + 2])
    return plain and tokens[at].lower.endswith("s") and not relative


def _reported(tokens: Tokens, at: int) -> bool:
    """Tell “said in a new report that …”: the verb has it."""
    paper = tokens[at].lower in listed("cues", "documents")
    return paper and any(token.lower == "in" for token in tokens[max(0, at - 4) : at])


def _told_of(tokens: Tokens, at: int) -> bool:
    """“allegations he lied”, not “allegations he made”: what is told of follows, no relative."""
    before = word_at(tokens, at - 1)
    led = tokens[at - 1].owner or before in listed("cues", "determining") | OF_WHAT
    made = any(token.lower in MAKING for token in tokens[at + 2 : at + 6])
    paper = tokens[at].lower.removesuffix("s") in listed("cues", "documents")
    return led and not made and not paper


def _owner(tokens: Tokens, last: int) -> Span:
    first = last
    while (
        first
        and tokens[first - 1].kind == "word"
        and (tokens[first - 1].capital or tokens[first - 1].lower in OWNERS)
    ):
        first -= 1
    return covering(tokens, (first, last + 1))
