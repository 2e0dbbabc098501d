"""Numbers that a text gives in its headline and denies in its body."""

from collections.abc import Iterator

from tellings.analysis.differences import bounds, phrases
from tellings.analysis.differences.counts import counts, of_kinds
from tellings.analysis.numbers.comparing import Counted, comparable, verdict
from tellings.model.findings import Claim, Difference, Mention, Reading, Telling
from tellings.model.phrase import phrase

__all__ = ["headlines"]

CLOSE = 0.6
"""How sure a mention must be of its claim before its numbers count."""


def headlines(claim: Claim, tellings: dict[str, Telling]) -> Iterator[Difference]:
    """Find the headlines of a claim whose number no sentence of the same text bears out."""
    for mention in claim.mentions:
        telling = tellings[mention.passage.source]
        if mention.score < CLOSE or not is_title(mention, telling):
            continue
        body = [number for number in body_of(telling) if whole(number, telling)]
        for number in counts(telling, mention.passage.span):
            found = against(number, body) if whole(number, telling) else None
            if found:
                yield Difference(
                    claim=claim.id,
                    kind="number",
                    relation="conflict",
                    readings=tuple(reading(each, telling) for each in (number, found)),
                    because=phrase("the headline and the text below it do not agree"),
                )


def is_title(mention: Mention, telling: Telling) -> bool:
    """Tell whether a mention stands in its text's headline."""
    sentence = telling.document.sentence_at(mention.passage.start)
    return sentence is not None and sentence.part == "title"


def body_of(telling: Telling) -> Iterator[Counted]:
    """Give the numbers below the headline."""
    for sentence in telling.document.sentences:
        if sentence.part != "title":
            yield from counts(telling, sentence.span)


def whole(number: Counted, telling: Telling) -> bool:
    """Tell whether a number is a plain toll: of no place, no part and no open end."""
    bound = bounds.of(number, telling)
    plain = number.fate is not None and number.quantity.bound == "exact" and number.loose == 1
    return plain and not (bound.part or bound.whole or number.subset or bound.places)


def against(number: Counted, body: list[Counted]) -> Counted | None:
    """Give the one number below that counts the same, where it clashes."""
    same = [other for other in body if comparable(number, other)]
    values = {other.value for other in same}
    # A text with two tolls tells of two places or two days: its headline may have either's sum.
    if len(values) != 1 or verdict(number, same[0])[0] != "clash" or of_kinds(number, same[0]):
        return None
    return same[0]


def reading(number: Counted, telling: Telling) -> Reading:
    """Give a number as a reading."""
    printed = number.quantity.passage.of(telling.text)
    return Reading(passage=phrases.of_number(number, telling), value=printed)
