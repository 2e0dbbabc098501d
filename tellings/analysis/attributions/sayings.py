"""Cues in a sentence, who they belong to and what they give as said: an ordered table of rules."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from tellings.analysis.attributions.according import according, learnt
from tellings.analysis.attributions.bounds import (
    clause_end,
)
from tellings.analysis.attributions.claimed import claimed
from tellings.analysis.attributions.echoing import echo
from tellings.analysis.attributions.frames import FRAMES, by_frame
from tellings.analysis.attributions.grammar import AUXILIARIES, DETERMINERS, passive
from tellings.analysis.attributions.headlines import PARTING, headline
from tellings.analysis.attributions.leads import following, leading
from tellings.analysis.attributions.phrases import covering, phrase_before
from tellings.analysis.attributions.rightwards import phrase_after
from tellings.analysis.attributions.saying import CLOSERS, Saying, Tokens, given
from tellings.analysis.attributions.tokens import forms, listed, word_at
from tellings.analysis.attributions.verbs import by_verb
from tellings.analysis.names.capitals import bag
from tellings.model.span import Span

__all__ = ["may_say", "sayings"]

Rule = Callable[[Tokens, int], Saying | None]

LEADING = frozenset(["according", "citing"])
LEARNT = frozenset(["learned", "learnt"])
QUOTING = frozenset(["quoted", "quotes", "quoting"])
OBJECTS = frozenset(["described", "describes", "describing"])
SELVES = bag("i i've i'm i'd i'll")
ADVERB_ENDS = CLOSERS - {")", "]", "-"}
UNWORDED = DETERMINERS | {"so"}
ING_AFTER = AUXILIARIES | {"", ",", "and", "but", "while"}
LONGEST_SELF = 4
TURNS = frozenset(["that", "after", "who", "because", "when", "while", "as", "but"])


def may_say(tokens: Tokens, *, title: bool) -> bool:
    """Tell whether a sentence holds any word or mark that a rule can take up."""
    if title and any(token.text in PARTING for token in tokens):
        return True
    return not _rules().keys().isdisjoint([token.lower for token in tokens])


def sayings(
    tokens: Tokens, *, title: bool = False, known: Callable[[str], object] = lambda _: None
) -> tuple[Saying, ...]:
    """Find the sayings of a sentence, in text order; `known` gives the person a name means."""
    found: list[Saying] = list(headline(tokens, known)) if title else []
    rules = _rules()
    for at, token in enumerate(tokens):
        if token.lower in rules and token.kind == "word":
            found += _first(tokens, at, rules[token.lower])
    return tuple(_settled(found, tokens))


@cache
def _rules() -> dict[str, tuple[Rule, ...]]:
    """Give the rules that can take up a word, for every word that one can."""
    nouns = listed("cues", "nouns")
    words: tuple[Iterable[str], ...] = (
        LEADING,
        LEARNT,
        QUOTING,
        nouns.union(f"{noun}s" for noun in nouns),
        listed("cues", "adverbs"),
        forms("saying", "bare"),
        forms("saying", "reporting", *(frame.verbs for frame in FRAMES)),
        forms("wording"),
    )
    found: dict[str, tuple[Rule, ...]] = {}
    for rule, taken in zip(RULES, words, strict=True):
        for word in taken:
            found[word] = (*found.get(word, ()), rule)
    return found


def _first(tokens: Tokens, at: int, rules: tuple[Rule, ...]) -> Iterator[Saying]:
    """Give what the first rule that fits a word makes of it."""
    for rule in rules:
        if (saying := rule(tokens, at)) is not None:
            yield saying
            return


def _settled(found: list[Saying], tokens: Tokens) -> Iterator[Saying]:
    """Give participles and coordinated verbs the subject of the saying before them."""
    last: Span | None = None
    told: Span | None = None
    for saying in found:
        speaker = saying.speaker
        if speaker is None and saying.subjectless:
            # "According to Lind, the ships wait, hoping to leave": it is the ships that hope.
            speaker = (told if saying.shape == "frame" else last) or _leading(tokens, saying.cue)
        last = speaker or last
        told = told if saying.shape == "according" else last
        own = speaker is not None and _oneself(tokens, speaker)
        if own or speaker is not saying.speaker:
            yield replace(saying, speaker=speaker, contents=() if own else saying.contents)
        else:
            yield saying


def _oneself(tokens: Tokens, speaker: Span) -> bool:
    """“I believe …” outside of marks is the text's own voice."""
    short = speaker.end - speaker.start <= LONGEST_SELF
    return short and word_at(tokens, tokens.first_from(speaker.start)) in SELVES


def _leading(tokens: Tokens, cue: Span) -> Span | None:
    """Give the sentence's subject when it stands before the cue."""
    stop = tokens.first_from(cue.start)
    found = leading(tokens, stop) if stop else following(tokens, 1)
    return covering(tokens, found) if found else None


def _quoting(tokens: Tokens, at: int) -> Saying | None:
    """Read “the paper quoted X as saying …”: the speaker is the one quoted."""
    if tokens[at].lower not in QUOTING:
        return None
    subject = phrase_after(tokens, at + 1)
    if subject is None or word_at(tokens, subject[1]) != "as":
        return _quoted(tokens, at)
    start = subject[1] + 2
    start += word_at(tokens, start) == "that"
    speaker = covering(tokens, subject)
    if start < len(tokens) and tokens[start].text not in CLOSERS:
        return given(tokens, at, speaker, "after", (start, clause_end(tokens, start)))
    quotes = [(n, n + 1) for n in range(at) if tokens[n].kind == "quote"]
    return given(tokens, at, speaker, "after", *quotes[:1])


def _quoted(tokens: Tokens, at: int) -> Saying | None:
    """“…,” Mara Lind was quoted as saying”: what stands before, in marks."""
    before = [n for n in range(at) if tokens[n].kind == "quote"]
    if not before or not passive(tokens, at) or word_at(tokens, at + 1) != "as":
        return None
    subject = phrase_before(tokens, at)
    if subject is None or subject[0] != before[-1] + 1:
        return None
    return given(tokens, at, covering(tokens, subject), "after", (before[-1], before[-1] + 1))


def _adverb(tokens: Tokens, at: int) -> Saying | None:
    """“allegedly”, “reportedly”: the clause is somebody's, but nobody is named."""
    if tokens[at].lower not in listed("cues", "adverbs"):
        return None
    start, end = at, at + 1
    while start and tokens[start - 1].kind != "mark" and tokens[start - 1].lower not in TURNS:
        start -= 1
    while (
        end < len(tokens)
        and tokens[end].text not in ADVERB_ENDS
        and (tokens[end].lower not in {"before", "while", "but"})
    ):
        end += 1
    return given(tokens, at, None, "adverb", (start, end))


def _verb(tokens: Tokens, at: int) -> Saying | None:
    """Read a verb with the clause it gives, else with what its frames ask for."""
    said = by_verb(tokens, at)
    if said is not None and said.contents:
        return said
    return by_frame(tokens, at) or said


def _wording(tokens: Tokens, at: int) -> Saying | None:
    """Read “called it “…””: whose the quoted words are; seldom more."""
    token, before = tokens[at], word_at(tokens, at - 1)
    kind = forms("wording").get(token.lower)
    if kind in {None, "base"} or (token.capital and at) or before in UNWORDED:
        return None
    if kind == "past" and word_at(tokens, at + 1) == "by":
        return None
    if kind == "ing" and before not in ING_AFTER:
        return None
    if kind != "ing" and before in {"be", "been", "was", "were", "is", "are"}:
        return None
    subject = phrase_before(tokens, at) if kind != "ing" else None
    described = at > 0 and token.lower in OBJECTS
    described = described and word_at(tokens, at + 1) not in {"", "of", "as"}
    parts = ((at + 1, clause_end(tokens, at + 1)),) if described else ()
    speaker = covering(tokens, subject) if subject else None
    return given(tokens, at, speaker, "wording", *parts, subjectless=subject is None)


RULES: tuple[Rule, ...] = (
    according,
    learnt,
    _quoting,
    claimed,
    _adverb,
    echo,
    _verb,
    _wording,
)
"""In this order: the first rule that fits a word has it."""
