"""What one text of a claim states flatly and another gives as alleged or denied."""

import re
from collections.abc import Iterator

from tellings.analysis import wording
from tellings.analysis.clauses import pieces
from tellings.analysis.differences.counts import counts
from tellings.analysis.numbers.comparing import agree, comparable
from tellings.analysis.wording import Word
from tellings.model.findings import Certainty, Claim, Difference, Mention, Reading, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Passage, Span

__all__ = ["certainties"]

CLOSE = 0.4
"""How sure a mention must be of its claim before what it calls alleged or denied counts."""

AFTER = 8
"""How many words after a hedge are hedged by it."""

COMMON = 2
"""How many of them the other text must state."""

LEAST = 5
"""A clause of fewer words does not show a reader what is doubted."""

# “Those who allegedly broke in were seen”: what a second verb says is not hedged.
STATED = re.compile(r"[,;]|\b(?:was|were|is|are|has|have|had)\b")
HOURS = frozenset({"day", "night", "morning", "evening", "afternoon", "week", "month", "year"})
FLAT, GIVEN = phrase("stated as fact"), phrase("said by others")
DENIES, DOUBTS = phrase("denied"), phrase("alleged")
PLAIN: frozenset[Certainty] = frozenset({"fact", "done"})
HEDGED = re.compile(r"\b(?:alleged(?:ly)?|apparently|purported(?:ly)?|reportedly)\b")
# A court denies a request, and a firm dismisses its people: neither says that a thing is untrue.
SAID = r"(?:claim|charge|allegation|accusation|report|suggestion|notion|idea)s?\b"
ASKED = (
    r"(?:application|request|motion|appeal|petition|entry|access|bail|permission|visa|asylum|parole"
    r"|service|benefit|treatment|aid|citizenship|passage|shelter|right)s?\b"
)
DENIED = re.compile(
    rf"(?<!would have )\b(?:den(?:y|ies|ied|ying)(?!\s+(?:[\w'’-]+\s+){{0,3}}{ASKED})"
    rf"|refut(?:e|es|ed|ing)"
    rf"|(?:reject|dismiss)(?:s|es|ed|ing)?(?=\s+(?:\w+\s+){{0,2}}{SAID}))\b"
)

# “After first denying it, the firm has admitted”: a denial that was taken back.
TAKEN_BACK = re.compile(
    r"\b(?:initially|at\s+first|first|originally|previously)\s+den(?:y|ied|ying)\b"
    r"|\b(?:admit|acknowledg|conced|confess)\w*"
)
# Who denies a part in a thing does not deny the thing.
INVOLVED = re.compile(
    r"\bden(?:y|ies|ied|ying)\s+(?:[\w'’-]+\s+){0,3}?(?:involvement|responsibility|knowledge|complicity"
    r"|(?:role|part|hand|link|connection)s?\s+(?:in|to|with))\b"
)
# “Denied media reports that he knew”: what is denied is what the reports say.
REPORTS = re.compile(rf"\s+(?:[\w'-]+\s+){{0,3}}?{SAID}\s+(?:that|of)\b|\s+(?:that|any|having)\b")

# “Despite a report that he was ill” gives nothing as so.
DESPITE = re.compile(
    r"\b(?:despite|contrary\s+to|amid|in\s+spite\s+of|rather\s+than)\s+(?:[\w'-]+\s+){0,3}"
    r"(?:report|claim|suggestion|speculation|rumou?r|charge|allegation|accusation|denial)s?\b",
    re.IGNORECASE,
)


# Who is charged with a thing is said to have done it by whoever charges.
CHARGED = re.compile(
    r"\b(?:charged|accused|suspected|arrested|detained|held|indicted|wanted|tried)\s+(?:\w+\s+){0,3}?"
    r"(?:with|of|for|on|over)\b"
)


def certainties(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Tell where one text states in its own voice what another only gives as alleged or denied."""
    unsure: dict[str, tuple[Mention, str]] = {}
    flat: dict[str, tuple[Mention, str]] = {}
    mixed: set[str] = set()
    for mention in claim.mentions:
        text = texts[mention.passage.source]
        how = how_held(mention, tellings)
        plain = how in {FLAT, GIVEN}
        if how is None or (plain and text in unsure) or (not plain and text in flat):
            mixed.add(text)
        else:
            (flat if plain else unsure).setdefault(text, (mention, how))
    pairs = [
        (one, other)
        for one in sorted(unsure.keys() - mixed)
        for other in sorted(flat.keys() - mixed)
        if contradicted(unsure[one][0], flat[other][0], tellings)
    ]
    chosen = sorted({text for pair in pairs for text in pair})
    held = [(unsure | flat)[text] for text in chosen]
    denied = any(how == DENIES for _, how in held)
    doubt = {stem for one, _ in pairs for stem in doubted(unsure[one][0], tellings)}
    if held:
        yield Difference(
            claim=claim.id,
            kind="certainty",
            relation="conflict" if denied else "compatible",
            because=phrase("one denies it") if denied else phrase("one is surer than the other"),
            readings=tuple(
                Reading(passage=shown(mention, doubt, tellings), value=named(mention, how))
                for mention, how in held
            ),
        )


def shown(mention: Mention, doubt: set[Word], tellings: dict[str, Telling]) -> Passage:
    """Give the clause of a mention that tells most of what is doubted, and the doubt with it."""
    text = wording.fold(mention.passage.of(tellings[mention.passage.source].text))
    told = max(pieces(text), key=lambda clause: len(doubt & set(wording.content(clause.of(text)))))
    cue = DENIED.search(text) or HEDGED.search(text)
    short = len(wording.tokens(told.of(text))) < LEAST
    if short or (cue and not told.holds(Span(*cue.span()))):
        return mention.passage
    return Span(*(mention.passage.start + at for at in (told.start, told.end))).within(
        mention.passage.source
    )


def named(mention: Mention, how: str) -> str:
    """Name who says what a text only gives as somebody's words."""
    return phrase("said by %(name)s", name=mention.by) if how == GIVEN and mention.by else how


def how_held(mention: Mention, tellings: dict[str, Telling]) -> str | None:
    """Say how a mention holds its claim: stated as fact, alleged or denied; None when unclear."""
    words = mention.passage.of(tellings[mention.passage.source].text)
    if mention.score < CLOSE:
        return None
    if DENIED.search(words):
        return None if TAKEN_BACK.search(words) or INVOLVED.search(words) else DENIES
    if HEDGED.search(words):
        return DOUBTS
    if wording.negated(words) or DESPITE.search(words):
        return None
    if mention.voice != "own":
        return GIVEN
    return FLAT if mention.certainty in PLAIN else None


def contradicted(unsure: Mention, flat: Mention, tellings: dict[str, Telling]) -> bool:
    """Tell whether a flat mention states what the other doubts, the hedged verb included."""
    doubt, stated = doubted(unsure, tellings), stems(flat, tellings)
    denied, given = (how_held(each, tellings) for each in (unsure, flat))
    if denied == DOUBTS and (is_charge(flat, tellings) or counted_apart(unsure, flat, tellings)):
        return False
    # What one gives as alleged and another as somebody's words differs in nothing.
    if given == GIVEN and denied != "denied":
        return False
    if (denied == "alleged" or given == GIVEN) and not set(doubt[:1]) <= stated:
        return False
    return len(set(doubt) & stated) >= COMMON


def is_charge(mention: Mention, tellings: dict[str, Telling]) -> bool:
    """Tell whether a mention tells of what somebody is charged with or suspected of."""
    return CHARGED.search(mention.passage.of(tellings[mention.passage.source].text)) is not None


def counted_apart(one: Mention, other: Mention, tellings: dict[str, Telling]) -> bool:
    """Tell whether two mentions count one thing, and come to no common number."""
    here, there = (counts(tellings[m.passage.source], m.passage.span) for m in (one, other))
    told = [agree(a, b) for a in here for b in there if comparable(a, b)]
    return bool(told) and "same" not in told


def doubted(mention: Mention, tellings: dict[str, Telling]) -> tuple[Word, ...]:
    """Give the stems that stand after a mention's hedge or denial."""
    words = mention.passage.of(tellings[mention.passage.source].text)
    cue = DENIED.search(words) or HEDGED.search(words)
    if cue is None:
        return ()
    doubt = (
        STATED.split(words[cue.end() :])[0] if HEDGED.fullmatch(cue.group()) else words[cue.end() :]
    )
    about = REPORTS.match(doubt)
    after = wording.content(doubt[about.end() :] if about else doubt)[:AFTER]
    return tuple(stem for stem in after if stem not in wording.days() | HOURS)


def stems(mention: Mention, tellings: dict[str, Telling]) -> frozenset[Word]:
    """Give the stems of a mention."""
    return frozenset(wording.content(mention.passage.of(tellings[mention.passage.source].text)))
