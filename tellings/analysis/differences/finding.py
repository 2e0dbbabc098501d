"""What the mentions of one claim say differently."""

from collections.abc import Iterator
from itertools import combinations

from tellings.analysis import wording
from tellings.analysis.differences.across import across
from tellings.analysis.differences.in_acts import acts
from tellings.analysis.differences.in_certainty import certainties
from tellings.analysis.differences.in_dates import dates
from tellings.analysis.differences.in_kinds import kinds, orders
from tellings.analysis.differences.in_numbers import numbers
from tellings.analysis.differences.in_one_text import headlines
from tellings.analysis.differences.in_scope import directions, scopes
from tellings.analysis.differences.in_years import years
from tellings.model.findings import (
    Claim,
    Difference,
    Lineage,
    Mention,
    Reading,
    Telling,
    Voice,
)
from tellings.model.phrase import phrase

__all__ = ["find"]

OWN = phrase("own voice")
GIVEN: frozenset[Voice] = frozenset({"attributed", "direct_quote", "own_inside_attribution"})


def find(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], lineage: Lineage
) -> tuple[Difference, ...]:
    """Find what the mentions of each claim say differently, between independent texts.

    Of what one text says differently in two places, a headline against its text is shown; of what
    stands in no common claim, what leaves little doubt, at the claim of most of its sentences.
    """
    by_id = {telling.id: telling for telling in tellings}
    texts = {id_: lineage.text_of(id_) for id_ in by_id}
    found = tuple(
        difference
        for claim in claims
        for difference in (
            *(of_claim(claim, by_id, texts) if len({texts[s] for s in claim.sources}) > 1 else ()),
            *headlines(claim, by_id),
        )
    )
    return (*found, *across(by_id, claims, texts, found))


def of_claim(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Find the differences of one claim; what is alleged or denied is said once."""
    counted = tuple(numbers(claim, tellings, texts))
    yield from counted
    yield from orders(claim, tellings, texts)
    yield from dates(claim, tellings, texts)
    yield from years(claim, tellings, texts)
    yield from kinds(claim, tellings, texts)
    # Texts that count differently tell of two counts: “were hurt”, “are said to be hurt”.
    hedged = tuple(
        difference
        for difference in certainties(claim, tellings, texts)
        if difference.relation == "conflict" or not counted
    )
    yield from hedged
    if not counted:
        yield from (d for d in acts(claim, tellings, texts) if d.kind == "tense" or not hedged)
    yield from scopes(claim, tellings, texts)
    yield from directions(claim, tellings, texts)
    if not any(difference.relation == "conflict" for difference in hedged):
        yield from attributions(claim, tellings, texts)


def by_text(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> dict[str, list[Mention]]:
    """Sort the mentions of a claim by the text they stand in.

    Headlines leave sources out, and a question tells nothing in anybody's voice.
    """
    found: dict[str, list[Mention]] = {}
    for mention in claim.mentions:
        telling = tellings[mention.passage.source]
        sentence = telling.document.sentence_at(mention.passage.start)
        headed = sentence is not None and sentence.part in {"title", "subhead"}
        if not headed and not (mention.clause or mention.passage).of(telling.text).endswith("?"):
            found.setdefault(texts[mention.passage.source], []).append(mention)
    return found


def attributions(
    claim: Claim, tellings: dict[str, Telling], texts: dict[str, str]
) -> Iterator[Difference]:
    """Tell where texts give other people, or one of them nobody, as saying the same."""
    told = by_text(claim, tellings, texts)
    given = {
        text: mention
        for text, mentions in told.items()
        if (mention := next((m for m in mentions if m.voice in GIVEN and m.by), None))
    }
    own = {
        text: mentions[0]
        for text, mentions in told.items()
        if all(mention.voice == "own" for mention in mentions)
    }
    # “Brandt called it a shame” tells in its own voice who says it, as “It is a shame,” does.
    every = own | given
    apart = {
        text
        for one, other in combinations(sorted(every), 2)
        for text in (one, other)
        if (one in given or other in given)
        and foreign(every[one], every[other], tellings)
        and foreign(every[other], every[one], tellings)
    }
    if not apart:
        return
    yield Difference(
        claim=claim.id,
        kind="attribution",
        relation="compatible",
        readings=tuple(
            Reading(passage=every[text].passage, value=name)
            for text, name in speakers({text: every[text] for text in sorted(apart)}).items()
        ),
    )


def speakers(given_: dict[str, Mention]) -> dict[str, str]:
    """Name who says it in each text, those with a word in common as the first text names them."""
    names: dict[str, str] = {}
    for text, mention in given_.items():
        own = mention.by or OWN
        words = set(wording.content(own)) if mention.by else set[str]()
        alike = (name for name in names.values() if words & set(wording.content(name)))
        names[text] = next(alike, own)
    return names


def foreign(mention: Mention, other: Mention, tellings: dict[str, Telling]) -> bool:
    """Tell whether a mention is given as the words of nobody whom the other gives for them."""
    words = mention.by or ""
    if mention.voice == "own" and other.voice == "direct_quote":
        words = mention.passage.of(tellings[mention.passage.source].text)
    named, others = set(wording.content(words)), set(wording.content(other.by or ""))
    # “He said” may be anybody.
    unnamed = "own" not in {mention.voice, other.voice} and not (named and others)
    return not unnamed and not named & others
