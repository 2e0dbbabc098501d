"""Where what is said begins and ends inside its sentence."""

import re

from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    DETERMINERS,
    ENDERS,
    JOINERS,
    PRONOUNS,
    finite,
)
from tellings.analysis.attributions.phrases import phrase_before
from tellings.analysis.attributions.saying import CLOSERS, DASHES, DASHES_OR_COMMA, Tokens
from tellings.analysis.attributions.tokens import Token, forms, listed, verb, word_at
from tellings.analysis.names.capitals import bag

__all__ = ["JOINING", "POINTING", "clause_end", "clause_start", "goes_on", "stop_before"]

JOINING = frozenset(["and", "but", "while", "as", "although", "though", "whereas"])
LEADS = frozenset(["but", "and", "however", "yet", "still"])
TURNS = bag("but while and though although which who whose where a an")
PARTY = re.compile(r"[A-Z]-[A-Z]")
"""“R-Tresa”: a lawmaker's party and place."""

LONG_DASHES = DASHES - {"-"}
NOTHING: frozenset[str] = frozenset()
SUBORDINATING = bag("while if although though whereas as when after because since unless once")
OBJECTS = DETERMINERS | JOINERS | PRONOUNS
UNSPEAKING = AUXILIARIES - {"has", "had", "have"}
CALLS = frozenset(["called", "appealed"])
POINTING = bag("point points pointed pointing")
"""Only “point out” says something."""


def clause_start(tokens: Tokens, before: int) -> int:
    """Find where what was said begins, looking back from a saying."""
    start = 0
    while (
        start < before
        and tokens[start].kind != "quote"
        and (tokens[start].lower in LEADS or tokens[start].text in {",", "•", "-", "—"})
    ):
        start += 1
    for at in range(before - 1, start, -1):
        turn = tokens[at].lower in {"but", "while"}
        if tokens[at].text == ";" or (
            turn and any(verb(token) in {"past", "s"} for token in tokens[start:at])
        ):
            return at + 1
    return start


def stop_before(tokens: Tokens, first: int) -> int:
    """Step back over the marks before a place."""
    stop = first
    while stop and tokens[stop - 1].text in DASHES_OR_COMMA:
        stop -= 1
    return stop


def clause_end(tokens: Tokens, start: int, *, undertaken: bool = False) -> int:
    """Find where what was said ends: at the sentence's end or where another voice begins.

    `undertaken` is for what is no clause (“promised to …”, “called for …”): no second subject
    and no finite verb continues it.
    """
    closing = _closing(tokens, start)
    if _subordinate(tokens, start):
        closing |= {","}
    for at in range(start + 1, len(tokens) - 1):
        token = tokens[at]
        if token.text == ";" or token.text in closing:
            return at
        if token.text in DASHES_OR_COMMA:
            turns = undertaken and tokens[at + 1].lower in TURNS
            if turns or _ends_here(tokens, at + 1):
                return at
        joins = token.lower == "and" and not any(map(_told, tokens[start:at]))
        if (
            token.lower in {"and", "but", "while", "as"}
            and not joins
            and _other_voice(tokens, at + 1)
        ):
            return at
        if undertaken and token.lower in {"and", "but"} and _did(tokens, at + 1):
            return at
    return len(tokens)


def _told(token: Token) -> bool:
    """Tell a verb or a quotation, after which an “and” joins no subjects: “he and Lind said”."""
    return token.kind == "quote" or finite(token)


def _subordinate(tokens: Tokens, start: int) -> bool:
    """“While Lind believes the port is open, …”: the main clause is still to come."""
    led = word_at(tokens, 0) in SUBORDINATING
    return led and not any(token.text == "," for token in tokens[:start])


def _closing(tokens: Tokens, start: int) -> frozenset[str]:
    """Give the marks that close what a dash or a bracket before a place has opened."""
    dashed = bracketed = False
    for token in tokens[:start]:
        if token.kind == "mark":
            dashed ^= token.text in LONG_DASHES
            bracketed = token.text == "(" or (bracketed and token.text != ")")
    dashes = LONG_DASHES if dashed else NOTHING
    return dashes | {")"} if bracketed else dashes


def _did(tokens: Tokens, at: int) -> bool:
    """“… and later left the hall”: after an infinitive, a finite verb is the main clause's."""
    for here in range(at, min(at + 6, len(tokens) - 1)):
        token, after = tokens[here], tokens[here + 1]
        if token.kind != "word" or token.lower in ENDERS:
            return False
        if token.lower in AUXILIARIES or token.lower in listed("cues", "irregular_past"):
            return True
        if finite(token) and not token.capital:
            return after.capital or after.lower in OBJECTS
    return False


def _ends_here(tokens: Tokens, at: int) -> bool:
    """Tell whether after a comma the text speaks again, or somebody else."""
    if tokens[at].lower in listed("cues", "adding"):
        return True
    if tokens[at].lower in JOINING and at + 1 < len(tokens):
        return _other_voice(tokens, at + 1)
    return _subject_speaks(tokens, at)


def _subject_speaks(tokens: Tokens, at: int) -> bool:
    """“…, police said”: a short subject and a cue right here."""
    for here in range(at + 1, min(at + 9, len(tokens))):
        token = tokens[here]
        if token.text in CLOSERS or token.kind == "quote":
            return False
        if forms("saying").get(token.lower) in {"past", "s"}:
            subject = phrase_before(tokens, here)
            return subject is not None and subject[0] <= at
        if token.lower in UNSPEAKING:
            return False
    return False


def _other_voice(tokens: Tokens, at: int) -> bool:
    """“… and urged”, “while the mayor said”: another saying begins here."""
    here = at
    while here < at + 2 and word_at(tokens, here) in {"also", "later", "then", "has", "had"}:
        here += 1
    word = word_at(tokens, here)
    if word in POINTING and word_at(tokens, here + 1) != "out":
        return False
    if word in CALLS:
        return word_at(tokens, here + 1) in {"for", "on", "it", "them"}
    speaks = forms("saying", "reporting", "wording")
    if speaks.get(word) == "past" and word not in listed("cues", "participles"):
        return True
    return _subject_speaks(tokens, at)


def goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether what is said goes on after the saying in its middle."""
    token = tokens[at]
    if token.lower in listed("cues", "breaking") or PARTY.match(token.text):
        return False
    if token.lower.endswith("ly") and (at + 1 >= len(tokens) or tokens[at + 1].kind != "word"):
        return False
    if token.kind == "word" and token.lower.endswith("ing") and not token.capital:
        return False
    if token.lower.endswith("ed") and word_at(tokens, at + 1) in JOINERS | {
        "and",
        "beneath",
        "under",
    }:
        return False
    if token.lower in {"in", "at", "on", "during"} and any(
        t.lower in listed("cues", "documents", "audiences", "aired") for t in tokens[at : at + 5]
    ):
        return False
    return not any(verb(token) in {"past", "s"} for token in tokens[at : at + 3])
