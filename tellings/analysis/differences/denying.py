"""Denials in one text, and words that somebody did not do a thing, given as somebody's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tellings.analysis import wording
from tellings.analysis.clauses import pieces
from tellings.analysis.differences.acting import Agents, Stems, agents_in, joined
from tellings.analysis.differences.heads import base, is_light
from tellings.analysis.differences.in_certainty import DENIED, REPORTS, TAKEN_BACK
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.document import Sentence
from tellings.model.findings import Telling
from tellings.model.span import Passage, Span

__all__ = ["Denial", "clause", "denied_in"]

TOLD = 6
"""How many words after a denial say what is denied."""

CLOSE_BEFORE = 4
"""How many words before “had not” name who did not."""

NOT = re.compile(
    r"\b(?:(?:did|had|has|have|was|were)(?:\s+not|\s+never|n't)|never)\s+"
    r"(?:(?:\w+ly|ever|been|also)\s+)*(?P<act>[a-z]{3,})\b"
)
NOT_HELD = re.compile(
    r"\b(?:did(?:\s+not|n't)\s+(?:have|carry|hold|possess)|(?:was|were)(?:\s+not|n't)\s+"
    r"(?:carrying|holding|wearing))\s+(?:an?|any)\s+(?P<thing>[a-z]+)\b"
)
PRONOUN = re.compile(r"\b(?:he|she|it|they|we|I)\s+$")
# “apologised after denying” and “did not deny” give no denial that stands.
UNDONE = re.compile(
    r"\b(?:after|not|never|to|cannot|despite|previously|initially|originally|first|earlier)\s+$|n't\s+$"
)
# “…, said it had not” and “… who claim that” say nothing without what stands before them.
LEANS = re.compile(r"(?:said|says|told|who|which|that)\b")
CUT = re.compile(
    r"[;:,]|\b(?:but|because|although|though|while|if|unless|until|when|after|before|instead|and)\b"
)
CLAUSE = re.compile(r"[;:]|\b(?:but|because|although|though|while|if|unless|until|and)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial, or the words that somebody did not do a thing, given as somebody's."""

    text: str
    passage: Passage
    agents: Agents
    """Who is said not to have done it; none where whoever holds a thing need not be known."""

    acts: Stems
    """Stems of which one must be told of the same agents."""

    about: Stems
    """Stems of what is denied, of which two must be told."""

    held: Word = ""
    """The thing that somebody is said not to have had."""


def denied_in(telling: Telling, texts: dict[str, str]) -> Iterator[Denial]:
    """Give the denials of a text."""
    for sentence in telling.document.sentences:
        text = wording.fold(sentence.span.of(telling.text))
        if text.endswith("?"):
            continue
        for cue in DENIED.finditer(text) if not TAKEN_BACK.search(text) else ():
            if not UNDONE.search(text[: cue.start()]):
                yield flat(telling, sentence, Span(*cue.span()), texts[telling.id])
        for cue in NOT.finditer(text):
            act = base(cue["act"])
            if given_at(telling, sentence, cue) and not (is_light(act) or act in idle()):
                yield negated(telling, sentence, cue, texts[telling.id])
        for cue in NOT_HELD.finditer(text):
            if given_at(telling, sentence, cue):
                yield Denial(
                    text=texts[telling.id],
                    passage=clause(telling, sentence, Span(*cue.span())),
                    agents=frozenset(),
                    acts=(),
                    about=(cue["thing"],),
                    held=cue["thing"],
                )


def given_at(telling: Telling, sentence: Sentence, cue: re.Match[str]) -> bool:
    """Tell whether words are given as somebody's."""
    at = sentence.span.start + cue.start()
    return bool(telling.given_in(Span(at, at + 1)))


def flat(telling: Telling, sentence: Sentence, cue: Span, text: str) -> Denial:
    """Read a denial: “Norrin denied striking the port”, “denied that its boats had sunk”."""
    words_ = wording.fold(sentence.span.of(telling.text))
    rest = words_[cue.end :]
    reports = REPORTS.match(rest)
    rest = CUT.split(rest[reports.end() :] if reports else rest)[0]
    place = sentence.span.start + cue.start
    speakers = (
        agents_in(a.speaker)
        for a in telling.attributions
        if a.speaker and a.cue_at and a.cue_at.start <= place < a.cue_at.end
    )
    agents = frozenset[Word]().union(*speakers)
    agents = agents or agents_in(CLAUSE.split(words_[: cue.start])[-1])
    return Denial(
        text=text,
        passage=clause(telling, sentence, cue),
        agents=agents,
        acts=acts_of(rest, agents),
        about=told_of(rest, agents),
    )


def negated(telling: Telling, sentence: Sentence, cue: re.Match[str], text: str) -> Denial:
    """Read words that somebody did not do a thing: “said Norrin had not struck the port”."""
    words_ = cue.string
    place = sentence.span.start + cue.start()
    agents = agents_in(" ".join(words_[: cue.start()].split()[-CLOSE_BEFORE:]))
    if PRONOUN.search(words_[: cue.start()]):
        given = telling.given_in(Span(place, place + 1))
        agents = frozenset[Word]().union(*(agents_in(a.speaker) for a in given if a.speaker))
    act = base(cue["act"])
    return Denial(
        text=text,
        passage=clause(telling, sentence, Span(*cue.span())),
        agents=agents,
        acts=(act,),
        about=(act, *told_of(CUT.split(words_[cue.end() :])[0], agents)),
    )


def acts_of(text: str, agents: Agents) -> Stems:
    """Give the stems that may name the act: “striking the port”, “his boats were sunk”."""
    found = [
        (stem, place.of(text))
        for stem, place in joined(text)
        if place.of(text)[0].islower() and not (is_light(stem) or stem in tries() or stem in agents)
    ]
    sure = bool(found) and found[0][1].endswith("ing")
    return tuple(stem for stem, _ in found[: 1 if sure else 2])


def told_of(text: str, agents: Agents) -> Stems:
    """Give the stems of what is denied, those who deny it left out."""
    stems = (stem for stem, _ in joined(text) if stem not in agents and not is_light(stem))
    return tuple(stems)[:TOLD]


def clause(telling: Telling, sentence: Sentence, place: Span) -> Passage:
    """Give the clause that holds a place of a sentence, with what it cannot stand without."""
    text = wording.fold(sentence.span.of(telling.text))
    found = next((one for one in pieces(text) if one.holds(place)), Span(0, len(text)))
    start = sentence.span.start
    first = 0 if LEANS.match(text, found.start) else found.start
    return Passage(telling.id, start + first, start + found.end)


@cache
def idle() -> frozenset[Word]:
    """Read the stems of what nobody is accused of: knowing, wanting, finding."""
    return frozenset(wording.stem(word) for word in words.load("acts")["idle"]["words"])


@cache
def tries() -> frozenset[Word]:
    """Read the stems of verbs that another verb follows: “seeking to”."""
    return frozenset(wording.stem(word) for word in words.load("acts")["trying"]["words"])
