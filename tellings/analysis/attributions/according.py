"""Sources named beside what they say: “according to X”, “citing X”, “we learned from X”."""

from tellings.analysis.attributions.bounds import (
    JOINING,
    clause_end,
    clause_start,
    goes_on,
    stop_before,
)
from tellings.analysis.attributions.grammar import finite
from tellings.analysis.attributions.phrases import covering
from tellings.analysis.attributions.rightwards import phrase_after
from tellings.analysis.attributions.saying import Saying, Tokens, given, spans
from tellings.analysis.attributions.tokens import word_at

__all__ = ["according", "learnt"]

OPENING = JOINING | {"also"}
BEFORE_DOING = frozenset(["by", "in", "of", "for", "without", "while", "after", "before"])
LONGEST_TAIL = 12
"""Words after a speaker that may describe it: “a study by two boards, …”."""


def according(tokens: Tokens, at: int) -> Saying | None:
    """“according to X”, “citing X”."""
    word = tokens[at].lower
    if word == "according" and word_at(tokens, at + 1) == "to":
        last = at + 1
    elif word == "citing" and at:
        last = at
    else:
        return None
    subject = phrase_after(tokens, last + 1) or _sources(tokens, last + 1)
    if subject is None or tokens[subject[0]].lower == "no":
        return None
    first, end = subject
    led = at == 1 and tokens[0].kind != "quote"
    if at == 0 or led or all(token.lower in OPENING for token in tokens[:at]):
        while end < len(tokens) and tokens[end].text != ",":
            end += 1
        parts = [(end + 1, clause_end(tokens, end + 1))] if end + 1 < len(tokens) else []
    else:
        parts = [(clause_start(tokens, at), stop_before(tokens, at))]
        if not any(map(finite, tokens[slice(*parts[0])])):
            # "Still, according to a study by two boards, …": the clause is to come.
            end = _comma(tokens, end)
        doing = word_at(tokens, at - 1) in BEFORE_DOING
        if word == "citing" and (doing or not any(map(finite, tokens[slice(*parts[0])]))):
            return given(tokens, at, covering(tokens, subject), "according")
        if end + 1 < len(tokens) and tokens[end].text == "," and goes_on(tokens, end + 1):
            parts.append((end + 1, clause_end(tokens, end + 1)))
    return Saying(
        cue=covering(tokens, (at, last + 1)),
        shape="according",
        speaker=covering(tokens, (first, subject[1])),
        contents=spans(tokens, parts),
        rule=word if word == "citing" else "",
    )


def _comma(tokens: Tokens, end: int) -> int:
    """Find the comma that ends what describes a speaker; the same place where none does."""
    for at in range(end, min(end + LONGEST_TAIL, len(tokens))):
        if tokens[at].text == ",":
            return at
        if tokens[at].kind != "word" or finite(tokens[at]):
            break
    return end


def learnt(tokens: Tokens, at: int) -> Saying | None:
    """“…, we learned from X”, “…, it was learned from X”: whoever it was learned from says it."""
    before = word_at(tokens, at - 1)
    first = at - 2 if before == "was" and word_at(tokens, at - 2) == "it" else at - 1
    if word_at(tokens, at + 1) != "from" or first < 1 or before not in {"we", "was"}:
        return None
    subject = phrase_after(tokens, at + 2)
    if subject is None or tokens[first - 1].text != ",":
        return None
    return Saying(
        cue=covering(tokens, (at, at + 2)),
        shape="according",
        speaker=covering(tokens, subject),
        contents=spans(tokens, [(clause_start(tokens, first), stop_before(tokens, first))]),
    )


def _sources(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """“according to “people close to the port””: who speaks stands in marks."""
    marked = at < len(tokens) and tokens[at].kind == "quote"
    return (at, at + 1) if marked and any(map(str.isalnum, tokens[at].text)) else None
