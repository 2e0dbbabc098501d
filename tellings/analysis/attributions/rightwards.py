"""Noun phrases from where they begin, as printed."""

from collections.abc import Sequence
from itertools import pairwise

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
from tellings.analysis.attributions.joining import pair, papers, verb_like
from tellings.analysis.attributions.tokens import Token, forms, listed
from tellings.analysis.attributions.trimming import AS_NAMES, LINKING
from tellings.analysis.names.capitals import bag

__all__ = ["apposition", "phrase_after"]

SINGLES = PRONOUNS - {"who"}
NO_START = bag("during about into out up through over under and or")
LEAVING = bag("during to on by about into under over")
DESCRIBING = bag("early late last this recent later earlier")
UNBEGUN = TIMES | ENDERS | JOINERS | AUXILIARIES | NO_START
BEYOND = ENDERS | LEAVING
HOLDING = bag("close loyal opposed allied attached accredited privy sympathetic")
OWNED = bag("the a an his her their its")
NAMED_ING = bag("polling filing briefing hearing ruling finding reporting meeting")
LOOSE = JOINERS | {"and", "or", "out"}


def phrase_after(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Find the noun phrase that begins at a token, appositions included."""
    if start >= len(tokens) or not (_begins(tokens[start]) or _described(tokens, start)):
        return None
    if tokens[start].lower in PRONOUNS:
        return start, start + 1
    end = _rightwards(tokens, start)
    if end == start or (end == start + 1 and tokens[start].lower in {"a", "an", "the"}):
        return None
    if end + 1 < len(tokens) and tokens[end].text == "," and apposition(tokens[end + 1]):
        more = _rightwards(tokens, end + 1)
        closed = more >= len(tokens) or tokens[more].text in ",.;:" or tokens[more].kind == "quote"
        counted = tokens[end + 1].text[0].isdigit() and more > end + 2
        if more > end + 1 and closed and not (counted or _acting(tokens[end + 1 : more])):
            end = more
    return start, end


def _acting(words: Sequence[Token]) -> bool:
    """Tell a clause from a noun phrase: “the change affects 40 families”, “impacts the port”."""
    return any(
        one.lower.endswith("s")
        and not (one.capital or one.owner or one.lower in DETERMINERS)
        and (after.text[:1].isdigit() or after.lower in DETERMINERS)
        for one, after in pairwise(words[1:])
    )


def _begins(token: Token) -> bool:
    if token.kind != "word" or (token.lower in UNBEGUN and not _surname(token)):
        return False
    return not (token.lower.endswith("ly") and not token.capital)


def _surname(token: Token) -> bool:
    """Tell “Will Brisk” and “April Lind” from what a name seldom begins with."""
    return token.capital and token.lower in AS_NAMES


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Tell a verb of no list from a noun: “Lind stirs the crowd”."""
    verb_ = tokens[at].lower.endswith("s") and not (tokens[at].capital or tokens[at].owner)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    object_ = after is not None and (after.lower in DETERMINERS or after.text.isdigit())
    return verb_ and tokens[at - 1].capital and object_


def _described(tokens: Sequence[Token], at: int) -> bool:
    """Tell “early results” and “this report” from “early on Friday”."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    noun = after is not None and after.kind == "word" and _begins(after)
    return tokens[at].lower in DESCRIBING and noun and not adverbial(tokens[at + 1])


def _rightwards(tokens: Sequence[Token], start: int) -> int:
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.kind != "word" or (token.lower in BEYOND and not _near(tokens, at)):
            break
        described = at == start + 1 and tokens[start].lower in OWNED
        if not described and (
            (token.lower in TIMES and at > start)
            or (
                (at > start or token.lower[-1:] not in {"s", "d"})
                and finite(token)
                and not token.capital
                and verb_like(token)
                and not papers(tokens, at)
            )
        ):
            break
        if token.lower in {"and", "or"} and not pair(tokens, at):
            break
        if at > start and (_told(tokens, at) or _does(tokens, at)):
            break
        if (
            token.lower.endswith("ing")
            and token.lower not in NAMED_ING
            and not token.capital
            and at > start
            and tokens[at - 1].lower not in LINKING
        ):
            break
        at += 1
    while at > start and (tokens[at - 1].lower in LOOSE or _trailing(tokens, at - 1, start)):
        at -= 1
    return at


def _near(tokens: Sequence[Token], at: int) -> bool:
    """Tell a “to” that its adjective holds: “a source close to the union”."""
    return at > 0 and tokens[at].lower == "to" and tokens[at - 1].lower in HOLDING


def _trailing(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Tell an adverb at the end of a phrase: “Lind also”, “a judge temporarily”."""
    token = tokens[at]
    return at > start and not token.capital and adverbial(token) and token.lower not in AUXILIARIES


def _told(tokens: Sequence[Token], at: int) -> bool:
    """“Lind disputes that”: tell a verb in -s that follows a name."""
    token, before = tokens[at], tokens[at - 1]
    follows = before.capital and not before.owner and not token.capital
    return follows and forms("proposing", "wording").get(token.lower) == "s"


def apposition(token: Token) -> bool:
    """Tell what may open an apposition: “a captain”, “Captain”, “32”."""
    return (
        token.kind == "word"
        and token.lower not in SINGLES
        and (
            not token.capital
            or token.lower in listed("titles", "roles")
            or token.lower in DETERMINERS
            or token.text[0].isdigit()
        )
    ) or token.text[:1].isdigit()
