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

__all__ = ["TELLING", "clausal", "comma_led", "contracted"]

TELLING = frozenset(["tell", "tells", "told", "telling"])
BARE = TELLING | {"said", "says", "say", "saying"}
NO_CLAUSE = frozenset(["to", "about", "of", "into", "as", "out", "up", "and", "or"])
THINGS = bag("so it them things something anything everything much")
NO_SUBJECT = frozenset(["who", "which", "that", "as", "after", "while", "when", "to", ",", ":"])
ALONE = PRONOUNS | {"there"}
SINGULAR = frozenset(["he", "she", "it"])
LONGEST = 26
"""Words and marks of a subject with an aside."""

PREPOSITIONS = bag("against for by from over between among towards toward than")
ASIDES = bag("which who whose where a an the")
ROUGH = bag("about up as")
NUMBERS = bag("two three four five six seven eight nine ten dozen half hundreds thousands")
PLAIN = ("argue", "claim", "insist", "allege", "contend", "suggest", "note", "stress", "maintain")


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
    led = first in (NO_CLAUSE if word in BARE else NO_CLAUSE | PREPOSITIONS)
    if told_to or word in forms("trailing") or (led and not _number(tokens, start)):
        return False
    if word in BARE:
        return first not in {"in", "on", "at"} or any(finite(t) for t in tokens[start:end])
    return _has_verb(tokens, start, plain=word.startswith(PLAIN))


def comma_led(tokens: Tokens, start: int) -> bool:
    """Read “Mara Lind said, the port is shut”: a clause may follow a comma."""
    if start + 2 >= len(tokens) or tokens[start].text != ",":
        return False
    first = tokens[start + 1]
    opens = first.capital or first.lower in DETERMINERS | PRONOUNS - {"who"}
    plain = first.kind == "word" and opens and not any(t.text == "," for t in tokens[start + 1 :])
    return plain and _has_verb(tokens, start + 1, alone=False)


def _has_verb(tokens: Tokens, start: int, *, alone: bool = True, plain: bool = False) -> bool:
    """Tell whether a subject and its verb begin at a place; `alone` lets a pronoun do.

    After a `plain` verb nobody is asked to do anything: “claims its refusal to go is a threat”.
    """
    if contracted(tokens[start]):
        return True
    pronoun = tokens[start].lower
    while _adverb(tokens, start + 1):
        start += 1
    if (after := _past_aside(tokens, start)) is not None:
        return finite(tokens[after])
    for offset, token in enumerate(tokens[start + 1 : start + 14]):
        if (token.lower in NO_SUBJECT and not (plain and token.lower == "to")) or (
            token.lower in {"and", "but", "or"} and not tokens[start + offset].capital
        ):
            return False
        if token.lower in AUXILIARIES or (finite(token) and (offset or pronoun in PRONOUNS)):
            return True
        if not offset and pronoun in SINGULAR and _third(token):
            return True
    return alone and pronoun in ALONE


def _number(tokens: Tokens, start: int) -> bool:
    """Tell “about 40 crews”, “up to 40” and “as many as 40” from what no clause begins with."""
    if tokens[start].lower == "as" and word_at(tokens, start + 1) not in {"many", "few", "much"}:
        return False
    return tokens[start].lower in ROUGH and any(
        token.text[0].isdigit() or token.lower in NUMBERS for token in tokens[start + 1 : start + 4]
    )


def _past_aside(tokens: Tokens, start: int) -> int | None:
    """Find what follows an aside: “the army, which was weak, is in retreat”."""
    commas = [
        at for at in range(start, min(start + LONGEST, len(tokens))) if tokens[at].text == ","
    ]
    if len(commas) < 2 or commas[0] > start + 4 or word_at(tokens, commas[0] + 1) not in ASIDES:
        return None
    if any(map(finite, tokens[start : commas[0]])):
        return None
    after = commas[1] + 1
    while after < len(tokens) - 1 and _adverb(tokens, after):
        after += 1
    return after if after < len(tokens) and finite(tokens[after]) else None


def contracted(token: Token) -> bool:
    """Tell a subject with its verb in one word: “he’ll”, “it’s”."""
    word, _, more = token.text.lower().replace("’", "'").partition("'")
    return bool(more) and word in ALONE | {"that"}


def _adverb(tokens: Tokens, at: int) -> bool:
    """Tell an adverb between a subject and its verb: “it completely clears her”."""
    if at + 1 >= len(tokens):
        return False
    return adverbial(tokens[at]) and tokens[at].lower not in AUXILIARIES | NO_SUBJECT


def _third(token: Token) -> bool:
    """Tell a verb after “it”: “it breaks a law”."""
    plain = token.kind == "word" and len(token.text) > len("this")
    return plain and token.lower.endswith("s") and token.lower not in DETERMINERS
