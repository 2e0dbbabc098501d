"""Noun phrases before a cue: who speaks, as printed."""

from collections.abc import Sequence

from tellings.analysis.attributions.grammar import (
    AUXILIARIES,
    DETERMINERS,
    ENDERS,
    JOINERS,
    PRONOUNS,
    adverbial,
    finite,
)
from tellings.analysis.attributions.joining import (
    list_comma,
    pair,
    papers,
    several_names,
    verb_like,
)
from tellings.analysis.attributions.relatives import PARTICLES, agent, clause_before
from tellings.analysis.attributions.rightwards import apposition
from tellings.analysis.attributions.tokens import Token, Tokens, listed, verb
from tellings.analysis.attributions.trimming import AS_NAMES, PAST_TIMES, before_time, trimmed
from tellings.analysis.names.capitals import bag
from tellings.model.span import Span

__all__ = ["covering", "phrase_before"]

BEING = bag("is are was were be been")
SINGLES = PRONOUNS - {"who"}
ASKED = bag("surveyed polled interviewed questioned")
PLACES = bag("there here")
GOING = bag("go goes went gone going")
UNREDUCED = PRONOUNS | AUXILIARIES | DETERMINERS | {"and"}
BEFORE_MONTHS = JOINERS | {"last", "this", "early", "late", "since", "until", "next"}
ASIDES = bag(
    "when while upon after before once if despite without amid during as in at on with by for "
    "though although unlike among along via under until since asked"
)
"""What opens words between commas that do not say who somebody is."""


def phrase_before(tokens: Sequence[Token], cue: int) -> tuple[int, int] | None:
    """Find the subject before a verb, appositions included: first and one past last token."""
    end = cue
    while end and adverbial(tokens[end - 1]) and not _head(tokens, end - 1):
        end -= 1
    if end > 2 and tokens[end - 1].lower == "on" and tokens[end - 2].lower in GOING:
        # "It goes on to say"
        return phrase_before(tokens, end - 2)
    end = before_time(tokens, end)
    if end > 2 and tokens[end - 3].text == ")" and tokens[end - 1].lower in PAST_TIMES:
        # "Lind (D-Norrin) last week said"
        end -= 2 * (tokens[end - 2].lower in {"last", "this"})
    if end > 1 and tokens[end - 1].lower in PLACES and tokens[end - 2].lower.endswith("s"):
        # "Officials there say"
        end -= 1
    if not end or tokens[end - 1].lower in {"and", "or", "but"}:
        return None
    if tokens[end - 1].lower in SINGLES:
        return end - 1, end
    if tokens[end - 1].text in {",", "-", "–", "—", "--", ")"}:
        return _apposed(tokens, end)
    return _plain(tokens, end)


def _head(tokens: Sequence[Token], at: int) -> bool:
    """Tell a subject from an adverb: “Both said”, “…,” May said”."""
    alone = tokens[at].lower in {"both", "all"} and (not at or tokens[at - 1].kind != "word")
    return alone or _surname(tokens, at)


def _surname(tokens: Sequence[Token], at: int) -> bool:
    """Tell a surname from an auxiliary: “…,” May said”."""
    token = tokens[at]
    inside = not at or tokens[at - 1].lower not in BEFORE_MONTHS
    return token.capital and token.lower in AS_NAMES and inside


def _plain(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """Find a subject that ends right before a place, a relative clause of it left out."""
    if tokens[end - 1].lower in {"who", "which"}:
        end -= 1
        if end and tokens[end - 1].text == ",":
            end -= 1
        return trimmed(tokens, agent(tokens, _leftwards(tokens, end), end), end)
    if (who := clause_before(tokens, end)) is not None:
        return trimmed(tokens, agent(tokens, _leftwards(tokens, who), who), who)
    first = several_names(tokens, _leftwards(tokens, end), end)
    if 0 < first < end and tokens[first].lower in PARTICLES and verb_like(tokens[first - 1]):
        # "Officials shot down the plan and threatened …": the subject of the verb before.
        return phrase_before(tokens, first - 1)
    if first and end - first < 3 and tokens[first - 1].lower in BEING and _bare(tokens, first, end):
        # "Lind was quick to add": an adjective is no subject.
        return phrase_before(tokens, first)
    return trimmed(tokens, first, end)


def _bare(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether words hold no name and nothing that opens a noun phrase."""
    return not any(t.capital or t.lower in DETERMINERS for t in tokens[first:end])


def _apposed(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """Read “Mara Lind, a captain, said”: the comma before the verb closes an apposition."""
    mark = "(" if tokens[end - 1].text == ")" else tokens[end - 1].text
    for at in range(end - 2, max(0, end - 27), -1):
        if tokens[at].kind == "quote" and at < end - 8:
            return None
        if tokens[at].text != mark:
            continue
        head = trimmed(tokens, several_names(tokens, _leftwards(tokens, at), at), at)
        apposed = tokens[at + 1 : end - 1]
        if head and tokens[head[0]].text[0].isdigit() and tokens[head[0] - 1].text == ",":
            # "Mara Lind, 22, of Tresa, said": the age is no head.
            continue
        if head and apposed and apposed[0].lower in {"and", "or", "but", "then"}:
            return _holder(tokens, at, end - 1)
        if head and (_aside(apposed) or (apposed and finite(apposed[0]))):
            return head
        if head and _apposed_itself(tokens, head[0]):
            continue
        if head and head[0] == 0 and _led_by(tokens, apposed):
            return at + 1, end - 1
        described = mark == "(" or any(map(apposition, apposed)) or _named(apposed)
        if head and (described or _kin(tokens[head[1] - 1])):
            return head[0], end - 1
    who = clause_before(tokens, end - 1) if mark == "," else None
    return trimmed(tokens, _leftwards(tokens, who), who) if who is not None else None


def _holder(tokens: Sequence[Token], before: int, end: int) -> tuple[int, int] | None:
    """Read “Mara Lind, head of the board for crews, ships, and harbours, said”."""
    for at in range(before - 1, max(1, end - 27), -1):
        if tokens[at].kind == "quote" or finite(tokens[at]):
            return None
        named = tokens[at - 1].capital and tokens[at - 2].capital and not tokens[at + 1].capital
        if tokens[at].text == "," and named:
            head = trimmed(tokens, several_names(tokens, _leftwards(tokens, at), at), at)
            return (head[0], end) if head else None
    return None


def _aside(words: Sequence[Token]) -> bool:
    """Tell what describes nobody: “Officials, however, say”, “Lind, when asked, said”."""
    if all(map(adverbial, words)):
        return True
    first, after = words[0], words[1:2]
    if first.lower in {"of", "from"}:
        return bool(after) and not after[0].capital and after[0].lower not in DETERMINERS
    return first.lower in ASIDES or (first.lower.endswith("ing") and not first.capital)


def _led_by(tokens: Sequence[Token], apposed: Sequence[Token]) -> bool:
    """Tell a lead: “Writing for the board, the judge Mara Lind, said”: the name follows it."""
    leads = tokens[0].lower.endswith("ing") and not tokens[1].capital
    return leads and any(token.capital for token in apposed)


def _apposed_itself(tokens: Sequence[Token], start: int) -> bool:
    """“Mara Lind, head of the port, a pilot, said”: tell a bare role after a full name."""
    first = tokens[start]
    if start < 3 or tokens[start - 1].text != "," or first.capital:
        return False
    bare = first.lower in listed("titles", "roles")
    return bare and all(token.capital for token in tokens[start - 3 : start - 1])


def _named(apposed: Sequence[Token]) -> bool:
    """“one of the voters, Mara Lind, said”: a full name and no more."""
    return len(apposed) > 1 and all(token.capital for token in apposed)


def _kin(token: Token) -> bool:
    """“her son, Jan, said”: a role before the name."""
    known = listed("titles", "roles", "male", "female")
    return not token.capital and token.lower in known


def _leftwards(tokens: Sequence[Token], end: int) -> int:
    """Walk left from the end of a noun phrase to where it begins."""
    at = end
    while at and end - at < 30:
        token = tokens[at - 1]
        if token.kind != "word":
            if not (token.text == "," and list_comma(tokens, at - 1)):
                break
        elif (
            (token.lower in ENDERS and not _pointing(tokens, at - 1))
            or (verb_like(token) and not _within(tokens, at - 1))
            or (at > 1 and token.lower.endswith("ed") and tokens[at - 2].lower in BEING)
            or (token.lower in {"and", "or"} and not pair(tokens, at - 1))
        ):
            break
        at -= 1
    return at


def _within(tokens: Sequence[Token], at: int) -> bool:
    """Tell a word that looks like a verb and belongs to a noun phrase."""
    return _reduced(tokens, at) or _surname(tokens, at) or papers(tokens, at)


def _pointing(tokens: Sequence[Token], at: int) -> bool:
    """Tell “that” from one that leads in what is said: “the head of that board said”."""
    return tokens[at].lower == "that" and at > 1 and tokens[at - 1].lower in {"of", "from"}


def _reduced(tokens: Sequence[Token], at: int) -> bool:
    """Read “a toll released by the firm said”: a participle after its noun is no verb."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return (
        tokens[at].lower.endswith("ed")
        and (
            after.lower in {"by", "in", "on", "at", "with", "from", "through"}
            or (tokens[at].lower in ASKED and verb(after) in {"past", "base"})
        )
        and before.kind == "word"
        and before.lower not in UNREDUCED - {"those"}
        and not adverbial(before)
        and not any(finite(t) for t in tokens[max(0, at - 6) : at])
    )


def covering(tokens: Tokens, found: tuple[int, int]) -> Span:
    """Give the stretch of text that a phrase covers."""
    return tokens.span(*found)
