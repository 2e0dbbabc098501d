"""What the mentions of one claim say differently."""

import re
from collections.abc import Iterator

from tellings.analysis.differences.in_dates import dates
from tellings.analysis.differences.in_numbers import numbers
from tellings.analysis.wording import negated
from tellings.model.findings import (
    Certainty,
    Claim,
    Difference,
    Lineage,
    Mention,
    Reading,
    Telling,
    Voice,
)

__all__ = ["find"]

CLOSE = 0.6
"""How sure a mention must be of its claim before what it calls alleged or denied counts."""

HEDGED = re.compile(r"\b(?:alleged(?:ly)?|apparently|purported(?:ly)?|suspected|reportedly)\b")
PLAIN: frozenset[Certainty] = frozenset({"fact", "done"})
GIVEN: frozenset[Voice] = frozenset({"attributed", "direct_quote"})


def find(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], lineage: Lineage
) -> tuple[Difference, ...]:
    """Find what the mentions of each claim say differently, between independent texts only."""
    by_id = {telling.id: telling for telling in tellings}
    texts = {id_: lineage.text_of(id_) for id_ in by_id}
    found: list[Difference] = []
    for claim in claims:
        if len({texts[source] for source in claim.sources}) > 1:
            found.extend(numbers(claim, by_id, texts))
            found.extend(dates(claim, by_id, texts))
            found.extend(certainties(claim, by_id, texts))
            found.extend(attributions(claim, texts))
    return tuple(found)


def by_text(claim: Claim, texts: dict[str, str]) -> dict[str, list[Mention]]:
    """Sort the mentions of a claim by the text they stand in."""
    found: dict[str, list[Mention]] = {}
    for mention in claim.mentions:
        found.setdefault(texts[mention.passage.source], []).append(mention)
    return found


def certainties(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Tell where one text states in its own voice what another only gives as alleged or denied."""
    told = by_text(claim, texts)
    held = {
        text: [how_held(mention, tellings) for mention in found] for text, found in told.items()
    }
    unsure = [text for text in told if set(held[text]) <= {"alleged", "denied"}]
    flat = [text for text in told if set(held[text]) == {"stated as fact"}]
    if not unsure or not flat:
        return
    chosen = [(told[text][0], held[text][0]) for text in sorted([*unsure, *flat])]
    yield Difference(
        claim=claim.id,
        kind="certainty",
        relation="conflict" if any(how == "denied" for _, how in chosen) else "compatible",
        readings=tuple(
            Reading(passage=mention.passage, value=how or "stated") for mention, how in chosen
        ),
    )


def how_held(mention: Mention, tellings: dict[str, Telling]) -> str | None:
    """Say how a mention holds its claim: stated as fact, alleged or denied; None when unclear."""
    words = mention.passage.of(tellings[mention.passage.source].text)
    if mention.score < CLOSE:
        return None
    if mention.certainty == "denied":
        return "denied"
    if HEDGED.search(words):
        return "alleged"
    sure = mention.certainty in PLAIN and mention.voice == "own" and not negated(words)
    return "stated as fact" if sure else None


def attributions(claim: Claim, texts: dict[str, str]) -> Iterator[Difference]:
    """Tell where one text says in its own voice what another gives as somebody's words."""
    told = by_text(claim, texts)
    own = [text for text, mentions in told.items() if all(m.voice == "own" for m in mentions)]
    given = [
        text
        for text, mentions in told.items()
        if all(m.voice in GIVEN for m in mentions) and mentions[0].by is not None
    ]
    if not own or not given:
        return
    yield Difference(
        claim=claim.id,
        kind="attribution",
        relation="compatible",
        readings=tuple(
            Reading(passage=told[text][0].passage, value=told[text][0].by or "own voice")
            for text in sorted([*own, *given])
        ),
    )
