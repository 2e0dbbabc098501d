"""What the mentions of one claim say differently."""

from collections.abc import Iterator

from tellings.analysis.differences.in_acts import acts
from tellings.analysis.differences.in_certainty import certainties
from tellings.analysis.differences.in_dates import dates
from tellings.analysis.differences.in_numbers import numbers
from tellings.analysis.differences.in_scope import directions, scopes
from tellings.model.findings import (
    Claim,
    Difference,
    Lineage,
    Mention,
    Reading,
    Telling,
    Voice,
)

__all__ = ["find"]

GIVEN: frozenset[Voice] = frozenset({"attributed", "direct_quote", "own_inside_attribution"})


def find(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], lineage: Lineage
) -> tuple[Difference, ...]:
    """Find what the mentions of each claim say differently, between independent texts only."""
    by_id = {telling.id: telling for telling in tellings}
    texts = {id_: lineage.text_of(id_) for id_ in by_id}
    return tuple(
        difference
        for claim in claims
        if len({texts[source] for source in claim.sources}) > 1
        for difference in of_claim(claim, by_id, texts)
    )


def of_claim(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find the differences of one claim; what is alleged or denied is said once."""
    yield from numbers(claim, tellings, texts)
    yield from dates(claim, tellings, texts)
    hedged = tuple(certainties(claim, tellings, texts))
    yield from hedged
    yield from (d for d in acts(claim, tellings, texts) if d.kind == "tense" or not hedged)
    yield from scopes(claim, tellings, texts)
    yield from directions(claim, tellings, texts)
    if not any(difference.relation == "conflict" for difference in hedged):
        yield from attributions(claim, texts)


def by_text(claim: Claim, texts: dict[str, str]) -> dict[str, list[Mention]]:
    """Sort the mentions of a claim by the text they stand in."""
    found: dict[str, list[Mention]] = {}
    for mention in claim.mentions:
        found.setdefault(texts[mention.passage.source], []).append(mention)
    return found


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
