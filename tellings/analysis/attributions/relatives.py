"""Relative clauses: “a pilot who would give no name said”, “the union that represents …”."""

from collections.abc import Sequence

from tellings.analysis.attributions.grammar import BEING, DETERMINERS, JOINERS, adverbial, finite
from tellings.analysis.attributions.tokens import Token, listed, verb
from tellings.analysis.names.capitals import bag

__all__ = ["PARTICLES", "agent", "clause_before"]

PARTICLES = bag("back down up off away out over")
TARGETS = bag("at against on with to for")


def agent(tokens: Sequence[Token], start: int, end: int) -> int:
    """“undercut by Mara Lind, who”: where the name before “who” begins."""
    agents = [
        at + 1
        for at in range(start, end - 1)
        if (tokens[at].lower == "by" and (tokens[at + 1].capital or _opening(tokens, start, at)))
        or (at > start and tokens[at].lower in {"quoting", "citing", "including", "featuring"})
        or (at == start and _participle(tokens, at) and tokens[at + 1].lower not in JOINERS)
        or (at == start + 1 and _participle(tokens, start) and tokens[at].lower in JOINERS)
        or (tokens[start].lower in PARTICLES and tokens[at].lower in TARGETS)
        or (at > start and _named_of(tokens, at, end))
    ]
    return agents[-1] if agents else start


def _opening(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Tell whether a passive verb stands right before: “brought by the union”, “drawn up by”."""
    return at == start or (at == start + 1 and tokens[start].lower in PARTICLES)


def _named_of(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Tell the name that “who” means: “the backing of Mara Lind”, not “the head of Tresa”."""
    head = tokens[at - 1]
    human = head.capital or head.lower in listed("titles", "roles", "groups", "male", "female")
    named = all(token.capital for token in tokens[at + 1 : end])
    return tokens[at].lower == "of" and named and not human


def _participle(tokens: Sequence[Token], at: int) -> bool:
    """Tell a clause from a noun phrase: “…, contradicting experts who”."""
    follows = at > 0 and tokens[at - 1].text == ","
    doing = tokens[at].lower.endswith("ing") and not tokens[at].capital
    return follows and doing


def clause_before(tokens: Sequence[Token], end: int) -> int | None:
    """Read “a pilot who would give no name said”: find where the relative clause begins."""
    inside = False
    for at in range(end - 2, max(0, end - 14), -1):
        if tokens[at].kind != "word":
            return None
        if tokens[at].lower == "who":
            return at if finite(tokens[at + 1]) or verb(tokens[at + 1]) else None
        if tokens[at].lower == "whose":
            return at if any(map(finite, tokens[at + 1 : end])) else None
        if tokens[at].lower == "that" and not inside:
            if _acts(*tokens[at + 1 : at + 3]) and _noun(tokens[at - 1]):
                return at
            # What “that” leads in is said itself: “… that Lind said”.
            inside = True
    return None


def _acts(token: Token, after: Token) -> bool:
    """Tell a verb right after “that”: “the union that represents the …”, no “that drivers …”."""
    follows = after.lower in DETERMINERS or after.text[0].isdigit()
    plain = not (token.capital or token.owner or token.lower in DETERMINERS)
    return (finite(token) and token.lower not in BEING) or (
        follows and plain and token.lower.endswith("s")
    )


def _noun(token: Token) -> bool:
    """Tell what “that” may describe."""
    return token.kind == "word" and not (verb(token) or finite(token) or adverbial(token))
