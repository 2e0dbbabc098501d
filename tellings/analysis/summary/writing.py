"""Verbatim sentences and fixed joining phrases: the lines of “In short”."""

import re
from collections.abc import Iterator, Mapping

from tellings.analysis import wording
from tellings.analysis.stance import judgements
from tellings.analysis.summary.choosing import Told, chosen
from tellings.analysis.summary.differing import Sharp, sharpest
from tellings.analysis.summary.leading import late, leads
from tellings.model.findings import Claim, Cover, Difference, Section, SummaryLine, Telling
from tellings.model.phrase import phrase
from tellings.model.span import Passage

__all__ = ["check", "unquoted", "write"]

MOST = 5

FIXED = frozenset(["only", "in", "words", "later"])
"""The words that lines may have beside those of the texts and their names."""


def write(
    tellings: tuple[Telling, ...],
    sections: tuple[Section, ...],
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    differences: tuple[Difference, ...],
) -> tuple[SummaryLine, ...]:
    """Write "In short": verbatim sentences with fixed joining phrases.

    Raises:
        ValueError: when a line holds a word that its evidence does not.
    """
    by_id = {telling.id: telling for telling in tellings}
    sharp = sharpest(by_id, claims, covers, differences)
    apart = frozenset(sharp_claims(sharp[0], differences)) if sharp else frozenset()
    others = tuple(claim for claim in ordered(sections, claims) if claim.id not in apart)
    cover = {cover.claim: cover for cover in covers}
    room = MOST - bool(sharp)
    found = chosen(by_id, others, cover, differences, room)
    led = leads(found, by_id, others, cover, differences, room)
    told = sorted(
        led.told,
        key=lambda one: (
            late(one.passage, by_id),
            one is not led.first,
            -one.place,
            place_of(one.passage, by_id),
        ),
    )
    alone = len({claim.gist.source for claim in others}) > 1
    lines = [
        told_line(one, by_id, only=alone and cover[one.claim.id].texts < 2, added=one in led.added)
        for one in told
    ]
    if sharp:
        lines.append(sharp_line(sharp, by_id))
    for line in lines:
        check(line, by_id)
    return tuple(lines)


def sharp_claims(sharp: Difference, differences: tuple[Difference, ...]) -> Iterator[str]:
    """Name the claims that turn on a difference: its own, and all that have its conflict."""
    yield sharp.claim
    readings = {reading.passage for reading in sharp.readings}
    for one in differences:
        if sharp.relation == one.relation == "conflict" and readings & {
            reading.passage for reading in one.readings
        }:
            yield one.claim


def place_of(passage: Passage, tellings: Mapping[str, Telling]) -> tuple[float, Passage]:
    """Say where in its text a passage stands, 0 to 1."""
    return round(passage.start / len(tellings[passage.source].text), 4), passage


def ordered(sections: tuple[Section, ...], claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Give the claims in reading order."""
    place = {id_: n for n, id_ in enumerate(id_ for s in sections for id_ in s.claims)}
    return tuple(sorted(claims, key=lambda claim: place.get(claim.id, len(place))))


def told_line(
    told: Told, tellings: Mapping[str, Telling], *, only: bool, added: bool
) -> SummaryLine:
    """Give a claim's sentence, with its text's name where it is one text's own.

    What others do not tell in such words as an opening may well stand in them.
    """
    words = words_of(told.passage, tellings)
    label = tellings[told.passage.source].document.source.label
    if only and added:
        words = phrase("%(text)s: “%(words)s”", text=label, words=unquoted(words))
    elif only:
        words = phrase("Only %(text)s: %(words)s", text=label, words=words)
    elif judged_alone(told, tellings):
        words = phrase("In %(text)s’s words: “%(words)s”", text=label, words=unquoted(words))
    return SummaryLine(text=words, claims=(told.claim.id,), evidence=(told.passage,))


def judged_alone(told: Told, tellings: Mapping[str, Telling]) -> bool:
    """Tell whether a sentence judges in words that no other source of the claim uses."""
    telling = tellings[told.passage.source]
    others = " ".join(
        words_of(mention.passage, tellings).lower()
        for mention in told.claim.mentions
        if mention.passage.source != told.passage.source
    )
    return any(
        span.of(telling.text).lower() not in others
        for span in judgements(telling, told.passage.span)
    )


def sharp_line(sharp: Sharp, tellings: Mapping[str, Telling]) -> SummaryLine:
    """Give a difference with both texts named: “Ledger: “…”; Standard: “…””."""
    difference, passages = sharp
    one, other = (
        phrase(
            "%(text)s: “%(words)s”",
            text=tellings[place.source].document.source.label,
            words=unquoted(words_of(place, tellings)),
        )
        for place in passages
    )
    if difference.relation == "update":
        said = phrase("%(one)s; later, %(other)s", one=one, other=other)
    else:
        said = phrase("%(one)s; %(other)s", one=one, other=other)
    return SummaryLine(
        text=said,
        claims=(difference.claim,),
        evidence=passages,
    )


def words_of(passage: Passage, tellings: Mapping[str, Telling]) -> str:
    """Give a passage's words with plain blanks."""
    return " ".join(passage.of(tellings[passage.source].text).split())


def unquoted(words: str) -> str:
    """Turn double quotation marks into single ones, as inside a quotation."""
    opened = re.sub(r"(^|(?<=[\s(\[—–-]))\"(?=\S)", "‘", words)
    return opened.replace('"', "’").replace("“", "‘").replace("”", "’")


def check(line: SummaryLine, tellings: Mapping[str, Telling]) -> None:
    """See that each word of a line stands in its evidence, in a source's name or in `FIXED`.

    Raises:
        ValueError: when one does not.
    """
    known = set(FIXED)
    for passage in line.evidence:
        label = tellings[passage.source].document.source.label
        for words in (words_of(passage, tellings), label, f"{label}’s"):
            known.update(token.lower() for token in wording.tokens(unquoted(words)))
            known.update(token.lower() for token in wording.tokens(words))
    for token in wording.tokens(line.text):
        if token.lower() not in known:
            raise ValueError(f"“{token}” stands in no evidence of “{line.text}”")
