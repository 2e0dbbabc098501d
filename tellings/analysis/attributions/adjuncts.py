"""What may stand between a verb of saying and what is said: the person told, time, place."""

from tellings.analysis.attributions.grammar import PRONOUNS, TIMES, finite
from tellings.analysis.attributions.saying import DASHES_OR_COMMA, Tokens
from tellings.analysis.attributions.tokens import forms, listed, word_at
from tellings.analysis.names.capitals import bag

__all__ = ["past", "past_mark"]

GAPS = TIMES | bag("to in on at during after before by through via from with late again")
INNER = frozenset(["of", "with", "to", "for", "in", "at", "on"])
LINKS = INNER | {"from", "by", "after", "during"}
ENDING = bag("that as while but and who when after he she it they there")
OWN = bag("the a an his her their its local state news several")
UNDESCRIBED = ENDING | INNER | {"the", "a", "had", "has"}
SPANS = bag("week weekend month year spring summer autumn fall winter")
PLACING = GAPS - INNER
CONDITIONS = bag("if unless when while")
UNADDRESSED = bag("warned advised asked urged")
"""Forms that need not name who is told."""

FARTHEST = 12


def past(tokens: Tokens, at: int) -> int:
    """Step over the person told, time and place after a verb of saying."""
    after = at + 1 + (word_at(tokens, at + 1) == "out" and tokens[at].lower.startswith("point"))
    if tokens[at].lower in listed("cues", "told"):
        told = _addressee(tokens, after)
        # "warned the port would close": who is named after the verb is what is told of.
        subject = tokens[at].lower in UNADDRESSED and told < len(tokens) and finite(tokens[told])
        after = after if subject else told
    while after < len(tokens):
        token = tokens[after]
        if token.lower == "to" and tokens[at].lower in forms("wishing", "going_on"):
            break
        if token.lower in GAPS:
            skipped = _adjunct(tokens, after)
        else:
            skipped = after + (token.lower.endswith("ly") and not token.capital)
        if skipped == after:
            break
        after = skipped
    return after


def _addressee(tokens: Tokens, at: int) -> int:
    if at >= len(tokens) or tokens[at].kind != "word":
        return at
    if (that := _that(tokens, at)) is not None:
        return that
    if tokens[at].lower in listed("cues", "addressees"):
        return at + 1
    if tokens[at].lower in OWN:
        return _described(tokens, at)
    after = at
    while after < len(tokens) and tokens[after].capital and after - at < 6:
        after += 1
        if after + 1 < len(tokens) and tokens[after].lower in {"of", "affiliate", "news"}:
            after += 1
    # "told Reuters Lind had left": the last name belongs to what was told.
    return at + 1 if at < after < len(tokens) and finite(tokens[after]) else after


def _that(tokens: Tokens, at: int) -> int | None:
    """Find the “that” after which what was told begins."""
    for here in range(at + 1, min(at + 9, len(tokens))):
        token = tokens[here]
        if token.lower == "that":
            return here
        if token.kind != "word" or finite(token) or token.lower in PRONOUNS:
            return None
    return None


def _described(tokens: Tokens, at: int) -> int:
    """Step over “the Harbour Times”, “a news conference”."""
    after = at + 1
    while after < len(tokens) and after - at < 5:
        token = tokens[after]
        if token.kind != "word" or finite(token) or token.lower in UNDESCRIBED:
            break
        after += 1
        changes = token.capital and after < len(tokens) and not tokens[after].capital
        if changes or token.lower in listed("cues", "audiences"):
            break
    return after


def _adjunct(tokens: Tokens, at: int) -> int:
    """Step over one “on Friday”, “in a statement”, “during a visit to Dover”."""
    word = tokens[at].lower
    if word == "on" and not _on_air(tokens, at + 1):
        return at
    after = at + 1
    if word in TIMES:
        while word_at(tokens, after) in TIMES:
            after += 1
        led = tokens[after - 1].lower in {"this", "last"}
        return after + (led and word_at(tokens, after) in SPANS)
    while after < len(tokens) and after - at < FARTHEST:
        if _named(tokens, at, after):
            return after + 1
        if (
            tokens[after].kind == "word"
            and finite(tokens[after])
            and tokens[after].lower not in ENDING
        ):
            return at
        if _leaves(tokens, at, after):
            break
        after += 1
    return after


def _named(tokens: Tokens, at: int, after: int) -> bool:
    """“in an e-mailed “update”, …”: a quoted name closes the adjunct."""
    quoted = tokens[after].kind == "quote" and tokens[after - 1].kind == "word"
    return quoted and at + 1 < after < len(tokens) - 1


def _leaves(tokens: Tokens, at: int, after: int) -> bool:
    """Tell whether a token lies outside the adjunct that began at a place."""
    token = tokens[after]
    if token.kind != "word" or token.lower in ENDING:
        return True
    if token.lower in PLACING:
        return True
    fresh = token.lower in {"the", "a"} and after > at + 1
    return fresh and tokens[after - 1].lower not in LINKS


def _on_air(tokens: Tokens, at: int) -> bool:
    """“on Friday”, “on Twitter”, “on condition of anonymity”; not “agreed on a plan”."""
    if at >= len(tokens):
        return False
    aired = any(token.lower in listed("cues", "aired") for token in tokens[at : at + 3])
    return tokens[at].capital or tokens[at].lower in TIMES or aired


def past_mark(tokens: Tokens, start: int) -> int:
    """Step over the colon or comma that leads in what is said."""
    if start + 1 >= len(tokens):
        return start
    after = tokens[start + 1]
    mark = tokens[start].text
    asked = word_at(tokens, start + 2).endswith("ed") and after.lower in {"when", "while"}
    if mark == "," and after.lower in CONDITIONS and not asked and _closed(tokens, start + 1):
        # "said, if elected, she would stay"
        return start + 1
    if mark == "," and _aside(tokens, start) is None:
        return start + (after.kind == "quote" or after.lower == "that")
    if mark in DASHES_OR_COMMA and (that := _aside(tokens, start)) is not None:
        return that
    return start + (mark == ":")


def _closed(tokens: Tokens, start: int) -> bool:
    """Tell whether a comma ends a condition, and words follow."""
    commas = [
        at for at in range(start, min(start + FARTHEST, len(tokens))) if tokens[at].text == ","
    ]
    return bool(commas) and word_at(tokens, commas[0] + 1).isalpha()


def _aside(tokens: Tokens, start: int) -> int | None:
    """Read “said — in a letter — that …”: find the “that” after what is put between marks."""
    for at in range(start + 2, min(start + 14, len(tokens) - 1)):
        if tokens[at].text == tokens[start].text:
            return at + 1 if tokens[at + 1].lower == "that" else None
        if tokens[at].text in {";", ":"} or tokens[at].kind == "quote":
            return None
    return None
