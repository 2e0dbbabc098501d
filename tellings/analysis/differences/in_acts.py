"""How far the texts of one claim say that an act has come: wanted, still to come, done, denied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Literal

from tellings.analysis import wording
from tellings.analysis.clauses import pieces
from tellings.analysis.differences.days import day_of
from tellings.analysis.differences.heads import base, is_light
from tellings.analysis.wording import Word
from tellings.data import words
from tellings.model.findings import (
    Claim,
    Difference,
    DifferenceKind,
    Mention,
    Reading,
    Relation,
    Telling,
)
from tellings.model.phrase import phrase
from tellings.model.span import Span

__all__ = ["acts"]

Stage = Literal["denied", "wanted", "agreed", "possible", "coming", "done"]

SAID: dict[Stage, str] = {
    "denied": phrase("said not to be so"),
    "wanted": phrase("wanted"),
    "agreed": phrase("agreed"),
    "possible": phrase("not certain"),
    "coming": phrase("still to come"),
    "done": phrase("done"),
}
CLOSE = 0.4
"""How sure a mention must be of its claim before its acts count."""

LED: tuple[Stage, ...] = ("denied", "wanted", "agreed", "possible", "coming")
"""The stages that words before a verb tell, in the order in which they win."""

NEAR = 8
"""How many words before and after a verb say what act it is."""

SHARED = 3
"""How many of those words two texts must have in common."""

WHY: dict[Relation, str] = {
    "conflict": phrase("one says that it is not so"),
    "update": phrase("the later text gives it as done"),
    "compatible": phrase("one goes further than the other"),
}
TENSES = {"coming", "done"}
NEAR_ENOUGH: tuple[set[Stage], ...] = (
    {"wanted", "coming"},
    {"agreed", "done"},
    {"agreed", "coming"},
)
"""Stages that texts choose between for one and the same state of things."""

HEARSAY = re.compile(
    r"\b(?:alleg|claim|accus|suspect|say|said|report|belie|whether|if\b|unless\b)[^.;]{0,40}$"
)
# “found no proof” is no “found”; “concluded that it is not enough” is no “concluded” of the rest.
NOTHING = re.compile(
    r"^[^.;,]{0,80}?\b(?:no|not|never|nothing|none|nobody|neither|nor)\b|^[^.;,]{0,80}n't\b"
)
HELP = re.compile(r"\b(?:was|were|been|being|is|are|be|has|have|had)\s+(?:\w+ly\s+)?$")
# “Is being tested” goes on, “faces being fined” is to come, “those still trapped” is a state.
GOING_ON = re.compile(r"\b(?:being(?:\s+\w+ly)?|still|yet)\s+$")
# “It should be closed” and “to be closed” say nothing of what was done.
ASKED = re.compile(
    r"\b(?:should|must|can|cannot|ought\s+to|to|let)\s+(?:[a-z]+\s+)?(?:be|have\s+been)\s+(?:\w+ly\s+)?$"
    r"|\bto\s+(?:have|get|see)\s+(?:\w+\s+){1,3}$"
    r"|\b(?:[a-z]+s|and|or)\s+be\s+(?:\w+ly\s+)?$|\b(?:nor|neither)\s+[^,;.]{0,30}$|\b(?:may|might|could|would|will|can|should|must)\s+(?:[a-z]+\s+){1,4}$"
)
# What would be if something else were, or by a bill “that would”, is not to come yet.
SUPPOSED = re.compile(
    r"\b(?:if|unless|were\s+to|(?:that|which)\s+would"
    r"|under\s+(?:the|a|an|its|his|her|this|that)\s+(?:\w+\s+){0,2}(?:bill|law|legislation|plan|proposal))\b",
    re.IGNORECASE,
)
# Nobody says more of what is feared, or asked, than that it is.
FEARED = re.compile(
    r"\b(?:whether|fear\w*|worr(?:y|ied|ies)|hop(?:e|es|ed|ing)\s+that|optimis\w+)\b[^.;]{0,60}$"
)
# “Did not explicitly back it” may have backed it.
HALF_DENIED = re.compile(
    r"\s(?:only|explicitly|fully|entirely|necessarily|completely|directly|merely|simply|specifically"
    r"|exactly|always|formally|officially|publicly|immediately)\s"
)
# “Would have closed” it did not, “will have closed” it by then.
PERFECT = re.compile(r"(?:will|would|shall|'ll)\s+(?:\w+\s+)?have\b")
SEEMING = re.compile(r"\b(?:appear|seem)(?:s|ed)?\s+$")
HEARD = re.compile(r"\b(?:allegedly|reportedly|purportedly|supposedly|apparently|reported)\b")
OTHERS = re.compile(r"\b(?:others?|another|further)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
JOINED = re.compile(r"(?:and|but|or)\s+")
ADJECTIVE = re.compile(
    r"\b(?:the|a|an|its|his|her|their|of|in|for|with|and|more|most|very)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A verb as one text gives it."""

    text: str
    source: str
    clause: Span
    verb: Word
    stage: Stage
    near: frozenset[Word]
    heard: bool
    """Whether the text only has it from somebody: “allegedly”, or as somebody's words."""

    numbers: frozenset[float]
    """The numbers of its clause."""


def acts(claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]) -> Iterator[Difference]:
    """Find the acts that one text gives at another stage than a second one does."""
    found = [
        act
        for mention in claim.mentions
        if mention.score >= CLOSE
        for act in told(mention, tellings[mention.passage.source], texts)
    ]
    stages: dict[tuple[str, Word], set[Stage]] = {}
    for act in found:
        stages.setdefault((act.text, act.verb), set()).add(act.stage)
    seen: set[DifferenceKind] = set()
    for one, other in combinations(found, 2):
        kind: DifferenceKind = "tense" if {one.stage, other.stage} == TENSES else "certainty"
        if kind in seen or not (same_act(one, other) and apart(one, other, stages)):
            continue
        seen.add(kind)
        group = beside(one, other, found)
        how = relation(group, tellings, texts)
        yield Difference(
            claim=claim.id,
            kind=kind,
            relation=how,
            because=WHY[how],
            readings=tuple(
                Reading(passage=act.clause.within(act.source), value=SAID[act.stage])
                for act in group
            ),
        )


def beside(one: Act, other: Act, found: list[Act]) -> list[Act]:
    """Give the two acts and those of further texts that are at one of their stages."""
    group = {one.text: one, other.text: other}
    for act in found:
        if act.stage in {one.stage, other.stage} and (same_act(act, one) or same_act(act, other)):
            group.setdefault(act.text, act)
    return sorted(group.values(), key=lambda act: (act.source, act.clause))


def same_act(one: Act, other: Act) -> bool:
    """Tell whether two texts tell of one act."""
    if one.text == other.text or one.verb != other.verb or len(one.near & other.near) < SHARED:
        return False
    # “Five people were reportedly hurt” says nothing of the 200 that another text counts.
    return not (one.numbers and other.numbers) or bool(one.numbers & other.numbers)


def apart(one: Act, other: Act, stages: dict[tuple[str, Word], set[Stage]]) -> bool:
    """Tell whether two texts give an act at no common stage."""
    common = stages[one.text, one.verb] & stages[other.text, other.verb]
    hearsay = {one.stage, other.stage} == {"possible", "done"} and one.heard and other.heard
    return not (common or hearsay) and {one.stage, other.stage} not in NEAR_ENOUGH


def relation(group: list[Act], tellings: dict[str, Telling], texts: dict[str, str]) -> Relation:
    """Call what later texts give as done an update; what one denies is a conflict."""
    days = {act.text: day_of(act.text, tellings, texts) for act in group}
    done = [days[act.text] for act in group if act.stage == "done" and days[act.text]]
    yet = [days[act.text] for act in group if act.stage != "done" and days[act.text]]
    if done and yet and max(yet) <= min(done) and min(yet) < max(done):
        return "update"
    return "conflict" if any(act.stage == "denied" for act in group) else "compatible"


def told(mention: Mention, telling: Telling, texts: dict[str, str]) -> Iterator[Act]:
    """Give the acts of a mention."""
    sentence = mention.passage.span
    text = wording.fold(sentence.of(telling.text))
    for verb, stage in staged(text):
        before = wording.content(text[: verb.start])[-NEAR:]
        after = wording.content(text[verb.end :])[:NEAR]
        stem = base(verb.of(text))
        clause = clause_of(text, verb, sentence.start)
        place = Span(sentence.start + verb.start, sentence.start + verb.end)
        heard = HEARD.search(text[: verb.start]) if stage == "possible" else telling.given_in(place)
        yield Act(
            text=texts[mention.passage.source],
            source=mention.passage.source,
            clause=clause,
            verb=stem,
            stage=stage,
            near=frozenset((*before, *after)) - {stem},
            heard=bool(heard),
            numbers=frozenset(q.value for q in telling.quantities if clause.holds(q.passage)),
        )


def staged(text: str) -> Iterator[tuple[Span, Stage]]:
    """Find the verbs of a sentence and the stage that the words before them give."""
    for found in pattern().finditer(text):
        stage = next((name for name in LED if found[name]), None)
        span = Span(*found.span("led" if stage else "past"))
        if is_light(span.of(text)) or OTHERS.search(text[: found.start()]):
            continue
        if stage and open_still(stage, text, found):
            continue
        if stage:
            yield span, stage
        elif finite(text, span) and not NOTHING.search(text[span.end :]):
            yield span, "done"


def open_still(stage: Stage, text: str, found: re.Match[str]) -> bool:
    """Tell whether a text leaves open what the words before a verb stage."""
    if stage == "denied":
        return HALF_DENIED.search(found.group()) is not None
    if stage == "agreed" and SEEMING.search(text[: found.start()]):
        return True
    if stage in {"possible", "coming"} and FEARED.search(text[: found.start()]):
        return True
    perfect = PERFECT.search(found.group())
    return stage == "coming" and bool(perfect or SUPPOSED.search(text))


@cache
def pattern() -> re.Pattern[str]:
    """Build the pattern of a verb led by words that stage it, or of a past form."""
    table = words.load("acts")
    between = "|".join(table["between"]["words"])
    before = "|".join(f"(?P<{name}>{'|'.join(table['before'][name])})" for name in LED)
    past = "|".join(sorted(table["past"], key=lambda form: (-len(form), form)))
    staging = (
        rf"(?:(?<!\w)|(?='ll))(?:{before})\s+(?:(?:{between})\s+)*(?P<led>take place|[a-z]{{3,}})\b"
    )
    return re.compile(rf"{staging}|(?<=\s)(?P<past>{past}|[a-z]{{3,}}ed)\b".replace(" ", r"\s+"))


def finite(text: str, span: Span) -> bool:
    """Tell whether a past form is what somebody did or what was done, and no mere adjective."""
    if ADJECTIVE.search(text[: span.start]) or GOING_ON.search(text[: span.start]):
        return False
    if HEARSAY.search(text[: span.start]) or ASKED.search(text[: span.start]):
        return False
    helped = HELP.search(text[: span.start])
    return bool(helped) or not re.match(r"\s+by\b", text[span.end :])


def clause_of(text: str, verb: Span, start: int) -> Span:
    """Give the clause of a sentence that holds a verb; `start` is where the sentence begins."""
    for clause in pieces(text):
        if clause.holds(verb):
            joined = JOINED.match(text, clause.start)
            return Span(start + (joined.end() if joined else clause.start), start + clause.end)
    return Span(start, start + len(text))
