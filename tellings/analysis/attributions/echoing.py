"""“As the mayor said, …”, “…, as first reported by the Ledger”: the clause beside it is theirs."""

from tellings.analysis.attributions.adjuncts import past
from tellings.analysis.attributions.bounds import clause_end, clause_start, stop_before
from tellings.analysis.attributions.grammar import PRONOUNS, finite
from tellings.analysis.attributions.phrases import covering, phrase_before
from tellings.analysis.attributions.rightwards import phrase_after
from tellings.analysis.attributions.saying import CLOSERS, Saying, Tokens, given
from tellings.analysis.attributions.tokens import forms, verb, word_at
from tellings.analysis.names.capitals import bag

__all__ = ["echo"]

FIRST = bag("first originally previously also earlier already widely")
MANNER = bag("so such well much soon long far same just")
"""What stands before an “as” that compares."""

SELVES = bag("i we")


def echo(tokens: Tokens, at: int) -> Saying | None:
    """Read a verb of saying after “as” with the clause beside it."""
    if tokens[at].lower not in forms("saying", "bare") or verb(tokens[at]) not in {"past", "s"}:
        return None
    if word_at(tokens, at + 1) == "by" and verb(tokens[at]) == "past":
        return _reported(tokens, at)
    subject = phrase_before(tokens, at)
    if subject is None or not subject[0] or tokens[subject[0] - 1].lower != "as":
        return None
    if tokens[at].lower in forms("trailing") or word_at(tokens, subject[0]) in SELVES:
        return None
    return _beside(tokens, at, subject, subject[0] - 1, past(tokens, at))


def _reported(tokens: Tokens, at: int) -> Saying | None:
    """“…, as first reported by the Ledger”."""
    first = at - 1
    while first and tokens[first].lower in FIRST:
        first -= 1
    subject = phrase_after(tokens, at + 2)
    if tokens[first].lower != "as" or subject is None or word_at(tokens, at + 2) in PRONOUNS:
        return None
    return _beside(tokens, at, subject, first, subject[1])


def _beside(
    tokens: Tokens, at: int, subject: tuple[int, int], first: int, after: int
) -> Saying | None:
    """Give the clause after the comma that ends the aside, or the one before its comma."""
    speaker = covering(tokens, subject)
    if word_at(tokens, first - 1) in MANNER:
        return None
    ends = after >= len(tokens) or tokens[after].text in CLOSERS
    if not ends:
        return None
    if not first and after + 1 < len(tokens) and tokens[after].text == ",":
        return given(tokens, at, speaker, "after", (after + 1, clause_end(tokens, after + 1)))
    start, stop = clause_start(tokens, first), stop_before(tokens, first)
    whole = after >= len(tokens) - 1 or any(map(finite, tokens[start:stop]))
    told = first > 0 and tokens[first - 1].text == "," and whole
    return given(tokens, at, speaker, "after", (start, stop)) if told else None
