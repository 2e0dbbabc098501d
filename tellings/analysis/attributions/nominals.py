"""Forms that look like a verb of saying and are none: “the claims”, “Heads of state”."""

from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PRONOUNS,
    adverbial,
    finite,
)
from tellings.analysis.attributions.saying import DASHES, Tokens
from tellings.analysis.attributions.tokens import listed, verb, word_at
from tellings.analysis.names.capitals import bag

__all__ = ["nominal"]

PLURALS = bag("police people officials some many others few both all critics men women who")
COUNTED = bag(
    "all both some many most few several others another one two three other dozens this that"
)
NUMBERS = bag("two three four five six seven eight nine ten 10")
PARTICIPLES = bag("written spoken known shown sworn given")
"""Forms that are no past tense: “Lind’s written plan”."""

FRACTIONS = bag("half third quarter fifth tenth majority minority percent")
COMPOUNDING = frozenset(["police", "media", "news", "official"])
HEADED = bag("of in at on from with who whose for near across around like including close familiar")
BEFORE_NOUNS = DETERMINERS - PRONOUNS - COUNTED
BEFORE_PLAIN = PLURALS | PRONOUNS | AUXILIARIES | {"to", "not", "also", "now", "that"}
ASIDES = DASHES | {",", ")", "%"}
PREPOSITIONS = bag("of for on in from with into under against between without through during over")
CLAUSAL = bag("that he she it they")
MODALS = frozenset(["to", "would", "could", "should", "might", "may", "let"])


def nominal(tokens: Tokens, at: int, kind: str) -> bool:
    """Tell whether a verb's form is no verb where it stands."""
    return (
        tokens[at].owner
        or _noun(tokens, at)
        or _infinitive(tokens, at)
        or _adjective(tokens, at, kind)
        or (tokens[at].capital and not _titled(tokens, at) and (at > 0 or kind == "base"))
        or (kind == "base" and not _plain_verb(tokens, at))
    )


def _noun(tokens: Tokens, at: int) -> bool:
    """Tell a noun: “the claims”, “a report”, “in reports”."""
    word = tokens[at].lower
    if word == "state" and at + 1 < len(tokens) and tokens[at + 1].capital:
        return True
    if _after_preposition(tokens, at) or _related(tokens, at):
        return True
    if word in listed("cues", "plurals"):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        ends = after is None or after.text == "."
        led = after is not None and (after.kind == "quote" or after.text == ":")
        led = led or (ends and any(token.kind == "quote" for token in tokens[:at]))
        return not (led or word_at(tokens, at + 1) == "that")
    nouns = listed("cues", "nouns", "documents", "both_ways")
    if word not in listed("cues", "nouns") and word.removesuffix("s") not in nouns:
        return False
    return not at or _determined(tokens, at)


def _determined(tokens: Tokens, at: int) -> bool:
    """Tell whether what makes a noun of a word stands before it: “the claims”, “media reports”."""
    before, word = tokens[at - 1], tokens[at].lower
    clausal = word_at(tokens, at + 1) in {"of", "that", "about"}
    if before.lower in COMPOUNDING and not clausal and not word.endswith("s"):
        return False
    if before.capital and at > 1 and tokens[at - 2].capital:
        # "Harbour News reports that …"
        return before.owner
    if before.lower in {"many", "several", "few"} and not word.endswith("s"):
        return False
    return before.owner or before.lower in listed("cues", "determining")


def _after_preposition(tokens: Tokens, at: int) -> bool:
    """“on counters and shelves”: tell a plural that a preposition takes."""
    plural = tokens[at].lower.endswith("s") and word_at(tokens, at + 1) not in CLAUSAL
    before = word_at(tokens, at - 1)
    doing = before.endswith("ing") and word_at(tokens, at - 2) in PREPOSITIONS | {"and", "by"}
    described = before.endswith("ed") and word_at(tokens, at - 2) in PREPOSITIONS
    return plural and (before in PREPOSITIONS or doing or described)


def _related(tokens: Tokens, at: int) -> bool:
    """“budget rules that impose a limit”: tell a noun that a relative clause describes."""
    if word_at(tokens, at + 1) != "that" or verb(tokens[at]) not in {"s", "base"}:
        return False
    here = at + 2
    while here < len(tokens) and adverbial(tokens[here]) and not finite(tokens[here]):
        here += 1
    word = tokens[at].lower
    nouns = listed("cues", "nouns", "documents", "both_ways", "plurals")
    known = word in nouns or word.removesuffix("s") in nouns
    return known and here < len(tokens) and finite(tokens[here]) and not tokens[here].capital


def _infinitive(tokens: Tokens, at: int) -> bool:
    """“to say …” gives nothing as said, unless “that” or a quotation follows."""
    if word_at(tokens, at - 1) not in MODALS or tokens[at - 1].capital:
        return False
    quoted = at + 1 < len(tokens) and tokens[at + 1].kind == "quote"
    return not (quoted or word_at(tokens, at + 1) == "that")


def _adjective(tokens: Tokens, at: int, kind: str) -> bool:
    """“its declared aim”: a participle before its noun."""
    while at and tokens[at - 1].lower.endswith("ly"):
        at -= 1
    if kind == "past" and word_at(tokens, at - 1) in PREPOSITIONS and not tokens[at].capital:
        return True
    owned = at > 0 and tokens[at - 1].owner and kind == "past"
    if owned and tokens[at].lower in PARTICIPLES:
        return True
    counted = at + 1 < len(tokens) and tokens[at + 1].text[:1].isdigit()
    if kind == "past" and at and tokens[at - 1].text[0].isdigit() and _cases(tokens, at):
        return True
    return (kind == "past" and word_at(tokens, at - 1) in BEFORE_NOUNS) or (owned and counted)


def _cases(tokens: Tokens, at: int) -> bool:
    """“over 25,000 reported deaths”: tell what is counted."""
    counts = tokens[at].lower in listed("cues", "participles") | {"confirmed", "suspected"}
    return counts and word_at(tokens, at + 1).endswith("s")


def _titled(tokens: Tokens, at: int) -> bool:
    """Tell whether a headline capitalises its verbs, this one among them."""
    long = [t for t in tokens if t.kind == "word" and len(t.text) > 3 and t.text[0].isalpha()]
    return bool(at) and tokens[at - 1].capital and len(long) > 1 and all(t.capital for t in long)


def _plain_verb(tokens: Tokens, at: int) -> bool:
    """Tell whether a plural subject or an auxiliary stands before a verb's first form."""
    if not at:
        return False
    before = tokens[at - 1]
    if before.lower in {"then", "here", "there"} and at > 1:
        before = tokens[at - 2]
    return (
        before.kind == "quote"
        or before.lower.endswith("s")
        or before.lower in BEFORE_PLAIN | FRACTIONS
        or before.text in ASIDES
        or (word_at(tokens, at - 2) == "in" and before.lower in NUMBERS)
        or _plural_head(tokens, at)
    )


def _plural_head(tokens: Tokens, at: int) -> bool:
    """“officials in the port say”, “many who left say”: the head of the subject is a plural."""
    for here in range(at - 2, max(0, at - 14), -1):
        if tokens[here].kind != "word":
            return False
        described = tokens[here].lower.endswith("ed") and tokens[here + 1].lower in HEADED
        doing = tokens[here].lower.endswith("ing") and not tokens[here].capital
        if tokens[here].lower in HEADED or described or doing:
            head = tokens[here - 1].lower
            if head in PLURALS or (head.endswith("s") and not head.endswith(("ss", "us", "is"))):
                return True
    return False
