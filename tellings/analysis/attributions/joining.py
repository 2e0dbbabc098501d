"""What may stand joined inside one noun phrase: lists, pairs, nouns that look like verbs."""

from collections.abc import Sequence

from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    DETERMINERS,
    ENDERS,
    JOINERS,
    PRONOUNS,
    TIMES,
    adverbial,
    finite,
)
from tellings.analysis.attributions.tokens import Token, listed, verb
from tellings.analysis.names.capitals import bag

__all__ = ["list_comma", "pair", "papers", "several_names", "verb_like"]

OWNED = bag("the a an his her their its")
LOOSE = JOINERS | {"and", "or"}
PAIRED = bag(
    "state federal local national regional provincial municipal county city current former past "
    "present civil civilian military political religious public private foreign domestic senior "
    "junior male female young old"
)
"""Adjectives that share their noun: “state and federal officials”."""
UNPAIRED = (JOINERS - {"of", "for"}) | ENDERS | TIMES | {"and", "or", "but"}
NOT_FIRST = PRONOUNS | JOINERS | ENDERS | TIMES
LONGEST_FIRST = 8
"""Words of a first noun phrase that “and” joins another to."""
UNLISTED = TIMES | ENDERS | JOINERS | LOOSE | PRONOUNS | DETERMINERS
BOUND_PARTICIPLES = bag(
    "retired united armed allied appointed elected injured detained accused displaced "
    "unidentified named unnamed affected wounded involved based organized organised state-owned"
)
NOT_PAIRED = DETERMINERS | PRONOUNS


def several_names(tokens: Sequence[Token], first: int, end: int) -> int:
    """Find where a list of names begins: “Otto Brandt, Jan Vey and Mara Lind said”."""
    last = next((at for at in range(first, end) if tokens[at].lower == "and"), end)
    if last == end or not (first < last and all(t.capital for t in tokens[first:last])):
        return first
    while first > 1 and tokens[first - 1].text == ",":
        start = first - 1
        while start and tokens[start - 1].capital and tokens[start - 1].lower not in UNLISTED:
            start -= 1
        ends = start == 0 or tokens[start - 1].kind != "word" or tokens[start - 1].lower == "that"
        if start == first - 1 or not ends or adverbial(tokens[start]):
            break
        first = start
    return first


def list_comma(tokens: Sequence[Token], at: int) -> bool:
    """Tell a comma inside a name, before “Jr.” and the like, or between shared adjectives."""
    if not 0 < at < len(tokens) - 1:
        return False
    shared = tokens[at - 1].lower in PAIRED and tokens[at + 1].lower in PAIRED
    return shared or tokens[at + 1].text in {"Jr.", "Sr.", "III", "Inc."}


def pair(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether “and” joins two of a kind: “officials and witnesses said”."""
    if not 0 < at < len(tokens) - 1:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if left.kind != "word" or right.kind != "word":
        return False
    if left.lower in PAIRED and right.lower in PAIRED:
        return True
    if right.lower in OWNED and not right.capital:
        return _opens_sentence(tokens, at)
    if _role(left) and any(t.capital or _role(t) for t in tokens[at + 1 : at + 4]):
        return _clear(tokens, at)
    return (left.capital and right.capital) or _plurals(tokens, at)


def _plurals(tokens: Sequence[Token], at: int) -> bool:
    """Tell two plain plurals: “officials and witnesses”, “Aides and advisers”."""
    left, right = tokens[at - 1], tokens[at + 1]
    if right.capital or not left.lower.endswith("s"):
        return False
    if left.capital:
        return at == 1 and right.lower.endswith("s") and not finite(right)
    return not finite(left) and right.lower not in NOT_PAIRED


def _role(token: Token) -> bool:
    return not token.capital and token.lower in listed("titles", "roles")


def _clear(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether nothing but a noun phrase stands between a mark and a place."""
    for at in range(end - 1, max(-1, end - LONGEST_FIRST), -1):
        token = tokens[at]
        if token.kind != "word" or token.lower in ENDERS:
            return True
        if verb_like(token) or token.lower in UNPAIRED:
            return False
    return end <= LONGEST_FIRST


def _opens_sentence(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a sentence opens with a noun phrase: “The mayor and her deputy said”."""
    first = tokens[0]
    plain = all(
        t.kind == "word" and not verb_like(t) and t.lower not in UNPAIRED for t in tokens[:end]
    )
    return plain and end <= LONGEST_FIRST and (first.capital and first.lower not in NOT_FIRST)


def verb_like(token: Token) -> bool:
    """Tell whether a word looks like a verb rather than part of a noun phrase."""
    if token.capital:
        return token.lower in AUXILIARIES
    if token.lower.endswith("ed") and token.lower in BOUND_PARTICIPLES:
        return False
    return finite(token)


def papers(tokens: Sequence[Token], at: int) -> bool:
    """Tell a noun from the verb it looks like: “some reports”, “several states”."""
    led = at > 0 and tokens[at - 1].lower in listed("cues", "determining")
    word = tokens[at].lower
    # "HPA reports show"
    led = led or (at + 1 < len(tokens) and word.endswith("s") and verb(tokens[at + 1]) == "base")
    known = word in listed("cues", "plurals")
    return led and (known or word.removesuffix("s") in listed("cues", "nouns", "documents"))
