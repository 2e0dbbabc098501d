"""The closed classes of English words that the rules lean on."""

from collections.abc import Sequence
from functools import lru_cache

from tellings.analysis.attributions.tokens import Token, forms, listed
from tellings.analysis.names.capitals import bag

__all__ = [
    "AUXILIARIES",
    "DETERMINERS",
    "ENDERS",
    "JOINERS",
    "PRONOUNS",
    "TIMES",
    "adverbial",
    "finite",
    "is_finite",
    "passive",
]

AUXILIARIES = bag(
    "is are was were be been being am has have had do does did will would can could may might "
    "must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't "
    "won't wouldn't can't couldn't 'll 're"
)
BEING = bag(
    "it's he's she's that's be been is are was were being gets got isn't aren't wasn't weren't"
)
TIMES = bag(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
    "tonight january february march april may june july august september october november "
    "december earlier later early late recently last this morning afternoon evening night "
    "meanwhile"
)
ADVERBS = bag(
    "also later earlier then again repeatedly previously recently once still now even just "
    "already both all never not often first further simply quickly immediately subsequently "
    "today yesterday clearly reportedly however meanwhile separately similarly therefore "
    "instead only openly publicly privately briefly initially finally always so since to "
    "nevertheless nonetheless likewise thus long perhaps maybe sometimes "
    "afterward afterwards"
)
NOUNS_IN_LY = bag(
    "ally anomaly assembly bully butterfly family fly monopoly rally reply supply tally weekly"
)
BEFORE_VERBS = ADVERBS | AUXILIARIES
JOINERS = bag("of for at in from with on to by near")
ENDERS = bag(
    "that who whom whose which what when where why how if whether because although though "
    "while as after before since until unless but than so then however despite without "
    "according there"
)
DETERMINERS = bag(
    "the a an one two three several some many most another his her their its our my this "
    "these those other both no all few any other each every dozens hundreds thousands"
)
UNDONE = bag(
    "unveiled unleashed uncovered unloaded undermined underlined underscored unravelled unraveled "
    "unfolded unearthed unlocked unseated undertook unified unwrapped"
)
"""Past forms with “un”; others are adjectives: “unsigned”."""

THIRD = bag("goes takes makes gets comes gives keeps")
"""Forms of common verbs that are seldom a noun."""

PRONOUNS = bag("he she they it we i you who")


def finite(token: Token) -> bool:
    """Tell whether a word looks like a finite verb."""
    if token.kind != "word":
        return False
    return token.lower in AUXILIARIES if token.capital else is_finite(token.lower)


@lru_cache(maxsize=1 << 14)
def is_finite(word: str) -> bool:
    """Tell whether a word in small letters looks like a finite verb."""
    return (
        word in AUXILIARIES
        or word in THIRD
        or (forms("saying", "reporting").get(word) in {"past", "s"} and word != "points")
        or word in listed("cues", "irregular_past")
        or (
            word.endswith("ed")
            and len(word) > 4
            and "-" not in word
            and (not word.startswith("un") or word in UNDONE)
            and word not in {"need", "indeed"}
        )
    )


def passive(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle follows a form of “be”, adverbs between: “is not expected”."""
    while at and tokens[at - 1].lower not in BEING and adverbial(tokens[at - 1]):
        at -= 1
    return at > 0 and tokens[at - 1].lower in BEING


def adverbial(token: Token) -> bool:
    """Tell whether a word can stand between a subject and its verb."""
    word = token.lower
    return token.kind == "word" and (
        word in BEFORE_VERBS
        or (word.endswith("ly") and not token.capital and word not in NOUNS_IN_LY)
    )
