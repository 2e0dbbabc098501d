"""What stands before and after a noun phrase without belonging to it."""

from collections.abc import Sequence

from tellings.analysis.attributions.grammar import DETERMINERS, JOINERS, PRONOUNS, TIMES
from tellings.analysis.attributions.tokens import Token, listed, word_at
from tellings.analysis.names.capitals import bag

__all__ = ["AS_NAMES", "LINKING", "PAST_TIMES", "before_time", "trimmed"]

SPANS_OF_TIME = bag("seconds minute minutes hour hours day days week weeks month months year years")
PAST_TIMES = bag("week weekend month year night spring summer autumn fall winter")
OPEN = bag("the a an their its our my")
LEADS = bag(
    "and but or yet still however so also even though now earlier soon including especially "
    "instead then thus therefore hence perhaps indeed besides moreover furthermore eventually"
)
OBJECTS = DETERMINERS | PRONOUNS | JOINERS | {"him", "them", "us", "me", "that", "out", "up", "off"}
BARE = bag(
    "major minor new recent loud numerous various main latest fresh growing repeated further such "
    "strong early urgent widespread possible likely"
)
"""Adjectives that are seldom a noun: a phrase does not end with one."""

BEFORE_PHRASES = TIMES | LEADS
ADJOINING = JOINERS | {"during", "under", "about", "against", "amid", "among"}
AFTER_PHRASES = TIMES | JOINERS
ABOUT = bag("about around")
NUMBERS = bag("a one two three four five six seven eight nine ten half")
LINKING = JOINERS | DETERMINERS
AS_NAMES = bag("may will april june long")
"""Surnames that look like auxiliaries."""


def before_time(tokens: Sequence[Token], end: int) -> int:
    """Step back over “two weeks ago”."""
    if end < 3 or tokens[end - 1].lower != "ago" or tokens[end - 2].lower not in SPANS_OF_TIME:
        return end
    end -= 3
    while end and tokens[end - 1].lower in {"less", "more", "than", "about", "only", "just"}:
        end -= 1
    return end


def trimmed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Drop what leads into a phrase: “On Friday”, “In a statement”, “But”."""
    if end - start == 1 and tokens[start].capital and tokens[start].lower in AS_NAMES:
        return start, end
    while start < end:
        token = tokens[start]
        word = token.lower
        if word in BEFORE_PHRASES:
            start += 1
        elif ahead := _lead(tokens, start, end):
            start += ahead
        elif _at_least(tokens, start, end):
            break
        elif word in ADJOINING:
            after = _after_lead(tokens, start + 1, end)
            if after is None:
                return None
            start = after
        else:
            break
    end = _before_times(tokens, start, end)
    if start < end and (tokens[end - 1].lower in OPEN or _headless(tokens, start, end)):
        # "The visit precedes the expected talks": a phrase does not end with an article.
        return None
    return (
        (start, end) if start < end and any(t.kind == "word" for t in tokens[start:end]) else None
    )


def _at_least(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell “at least two pilots said”, “about four in ten”; not “at least 50 reported hurt”."""
    if start + 3 >= end or word_at(tokens, end) in listed("cues", "participles"):
        return False
    word, after = tokens[start].lower, tokens[start + 1]
    some = after.text.isdigit() or after.lower in NUMBERS
    return (word == "at" and after.lower in {"least", "most"}) or (word in ABOUT and some)


def _lead(tokens: Sequence[Token], start: int, end: int) -> int:
    """Count the words of a lead: “a few weeks ago the mayor”, “(last) week a mayor”."""
    words = [token.lower for token in tokens[start : min(start + 4, end - 1)]]
    if words[:2] == ["no", "doubt"]:
        return 2
    if len(words) > 1 and words[0] in PAST_TIMES and words[1] in OPEN:
        return 1
    ago = words.index("ago") if "ago" in words else 0
    return ago + 1 if ago and words[ago - 1] in SPANS_OF_TIME else 0


def _before_times(tokens: Sequence[Token], start: int, end: int) -> int:
    """Step back over what says when or where at a phrase's end: “the mayor last week”."""
    if end - start > 2 and tokens[end - 1].lower in PAST_TIMES:
        end -= 2 * (tokens[end - 2].lower in {"last", "this"})
    if end - start > 2 and tokens[end - 1].text.isdigit() and tokens[end - 2].lower in TIMES:
        end -= 2
    while start < end and tokens[end - 1].lower in AFTER_PHRASES:
        if tokens[end - 2].owner and end - start > 1 and tokens[end - 1].capital:
            break
        if tokens[end - 1].lower in AS_NAMES and end - start > 1 and tokens[end - 2].capital:
            break
        end -= 1
    return end


def _headless(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell a participle with its object, “putting it off”, or words that lack their noun."""
    first = tokens[start]
    doing = first.lower.endswith("ing") and end - start > 1 and not first.capital
    if doing and tokens[start + 1].lower in OBJECTS:
        return True
    return end - start > 1 and tokens[end - 1].lower in BARE and not tokens[end - 1].capital


def _after_lead(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Find where the subject begins after a leading “in a statement”, if one follows."""
    for at in range(start, end):
        fresh = at > start and tokens[at].lower in {"the", "a", "an", "his", "her"}
        named = tokens[at].capital and not tokens[at - 1].capital and at > start
        if tokens[at].lower in TIMES and at + 1 < end:
            return at + 1
        if fresh or (named and tokens[at - 1].lower not in LINKING):
            return at
    return None
