"""Whether what follows a verb of saying is a clause: a subject and its verb."""

from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PRONOUNS,
    adverbial,
    finite,
)
from tellings.analysis.attributions.saying import Tokens
from tellings.analysis.attributions.tokens import Token, forms, word_at
from tellings.analysis.names.capitals import bag

__all__ = ["TELLING", "clausal"]

TELLING = frozenset(["tell", "tells", "told", "telling"])
BARE = TELLING | {"said", "says", "say", "saying"}
NO_CLAUSE = frozenset(["to", "about", "of", "into", "as", "out", "up", "and", "or"])
THINGS = bag("so it them things something anything everything much")
NO_SUBJECT = frozenset(["who", "which", "that", "as", "after", "while", "when", "to", ",", ":"])
ALONE = PRONOUNS | {"there"}
SINGULAR = frozenset(["he", "she", "it"])


def clausal(tokens: Tokens, start: int, end: int, at: int) -> bool:
    """Tell whether what follows a verb is a clause: a subject and its verb."""
    word, first = tokens[at].lower, tokens[start].lower
    if word in forms("bare"):
        undertaken = word_at(tokens, at + 1) == "to"
        led = tokens[start].kind == "word" and first not in NO_CLAUSE and not undertaken
        return led and not finite(tokens[start]) and _has_verb(tokens, start, alone=False)
    if word not in forms("saying") or tokens[start].kind == "quote":
        return word in forms("saying")
    if first in THINGS and not _has_verb(tokens, start, alone=False):
        return False
    told_to = word in TELLING and word_at(tokens, start + 1) == "to"
    if told_to or word in forms("trailing") or first in NO_CLAUSE:
        return False
    if word in BARE:
        return first not in {"in", "on", "at"} or any(finite(t) for t in tokens[start:end])
    return _has_verb(tokens, start)


def _has_verb(tokens: Tokens, start: int, *, alone: bool = True) -> bool:
    """Tell whether a subject and its verb begin at a place; `alone` lets a pronoun do."""
    word, _, contracted = tokens[start].lower.partition("'")
    if contracted and word in PRONOUNS:
        # "warns he’ll leave"
        return True
    pronoun = tokens[start].lower
    while _adverb(tokens, start + 1):
        start += 1
    for offset, token in enumerate(tokens[start + 1 : start + 14]):
        if token.lower in NO_SUBJECT or (
            token.lower in {"and", "but", "or"} and not tokens[start + offset].capital
        ):
            return False
        if token.lower in AUXILIARIES or (finite(token) and (offset or pronoun in PRONOUNS)):
            return True
        if not offset and pronoun in SINGULAR and _third(token):
            return True
    return alone and pronoun in ALONE


def _adverb(tokens: Tokens, at: int) -> bool:
    """Tell an adverb between a subject and its verb: “it completely clears her”."""
    if at + 1 >= len(tokens):
        return False
    return adverbial(tokens[at]) and tokens[at].lower not in AUXILIARIES | NO_SUBJECT


def _third(token: Token) -> bool:
    """Tell a verb after “it”: “it breaks a law”."""
    plain = token.kind == "word" and len(token.text) > len("this")
    return plain and token.lower.endswith("s") and token.lower not in DETERMINERS
