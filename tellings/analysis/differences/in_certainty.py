"""What one text of a claim states flatly and another gives as alleged or denied."""

import re
from collections.abc import Iterator

from tellings.analysis import wording
from tellings.analysis.wording import Word
from tellings.model.findings import Certainty, Claim, Difference, Mention, Reading, Telling

__all__ = ["certainties"]

CLOSE = 0.6
"""How sure a mention must be of its claim before what it calls alleged or denied counts."""

AFTER = 8
"""How many words after a hedge are hedged by it."""

COMMON = 2
"""How many of them the other text must state."""

# “Those who allegedly broke in were seen”: what a second verb says is not hedged.
STATED = re.compile(r"[,;]|\b(?:was|were|is|are|has|have|had)\b")
HOURS = frozenset({"day", "night", "morning", "evening", "afternoon", "week", "month", "year"})
FLAT = "stated as fact"
PLAIN: frozenset[Certainty] = frozenset({"fact", "done"})
HEDGED = re.compile(r"\b(?:alleged(?:ly)?|apparently|purported(?:ly)?|reportedly)\b")
# A court denies a request, and a firm dismisses its people: neither says that a thing is untrue.
SAID = r"(?:claim|charge|allegation|accusation|report|suggestion|notion|idea)s?\b"
ASKED = r"(?:application|request|motion|appeal|petition|entry|access|bail|permission)s?\b"
DENIED = re.compile(
    rf"(?<!would have )\b(?:den(?:y|ies|ied|ying)(?!\s+(?:\w+\s+)?{ASKED})|refut(?:e|es|ed|ing)"
    rf"|(?:reject|dismiss)(?:s|es|ed|ing)?(?=\s+(?:\w+\s+){{0,2}}{SAID}))\b"
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
        if how is None or (how == FLAT and text in unsure) or (how != FLAT and text in flat):
            mixed.add(text)
        else:
            (flat if how == FLAT else unsure).setdefault(text, (mention, how))
    pairs = [
        (one, other)
        for one in sorted(unsure.keys() - mixed)
        for other in sorted(flat.keys() - mixed)
        if contradicted(unsure[one][0], flat[other][0], tellings)
    ]
    chosen = sorted({text for pair in pairs for text in pair})
    held = [(unsure | flat)[text] for text in chosen]
    if held:
        yield Difference(
            claim=claim.id,
            kind="certainty",
            relation="conflict" if any(how == "denied" for _, how in held) else "compatible",
            readings=tuple(Reading(passage=mention.passage, value=how) for mention, how in held),
        )


def how_held(mention: Mention, tellings: dict[str, Telling]) -> str | None:
    """Say how a mention holds its claim: stated as fact, alleged or denied; None when unclear."""
    words = mention.passage.of(tellings[mention.passage.source].text)
    if mention.score < CLOSE:
        return None
    if DENIED.search(words):
        return "denied"
    if HEDGED.search(words):
        return "alleged"
    sure = mention.certainty in PLAIN and mention.voice == "own" and not wording.negated(words)
    return FLAT if sure else None


def contradicted(unsure: Mention, flat: Mention, tellings: dict[str, Telling]) -> bool:
    """Tell whether a flat mention states what the other doubts, the hedged verb included."""
    doubt, stated = doubted(unsure, tellings), stems(flat, tellings)
    hedged = HEDGED.search(unsure.passage.of(tellings[unsure.passage.source].text))
    if hedged and how_held(unsure, tellings) == "alleged" and not set(doubt[:1]) <= stated:
        return False
    return len(set(doubt) & stated) >= COMMON


def doubted(mention: Mention, tellings: dict[str, Telling]) -> tuple[Word, ...]:
    """Give the stems that stand after a mention's hedge or denial."""
    words = mention.passage.of(tellings[mention.passage.source].text)
    cue = DENIED.search(words) or HEDGED.search(words)
    if cue is None:
        return ()
    doubt = (
        STATED.split(words[cue.end() :])[0] if HEDGED.fullmatch(cue.group()) else words[cue.end() :]
    )
    after = wording.content(doubt)[:AFTER]
    return tuple(stem for stem in after if stem not in wording.days() | HOURS)


def stems(mention: Mention, tellings: dict[str, Telling]) -> frozenset[Word]:
    """Give the stems of a mention."""
    return frozenset(wording.content(mention.passage.of(tellings[mention.passage.source].text)))
