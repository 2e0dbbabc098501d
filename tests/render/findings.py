"""What the five tellings hold together, found by hand."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from tellings.model.corrections import Edit
from tellings.model.findings import (
    Claim,
    Derivation,
    Difference,
    Frame,
    Lineage,
    Mention,
    Origin,
    Reading,
    Stance,
    StanceEvidence,
    SummaryLine,
)
from tellings.model.phrase import counted, phrase, sequence
from tests.render.texts import WIRE, passage, text_of

__all__ = ["cover", "differences", "every_claim", "frames", "lineage", "stances", "summary"]


def lineage() -> Lineage:
    return Lineage(
        texts=(("courier", "isles"), ("ledger",), ("quai",), ("standard",)),
        origins=(
            Origin(
                name="Coastwire",
                kind="agency",
                sources=("courier", "isles"),
                evidence=(passage("courier", "told Coastwire"),),
            ),
        ),
        derived=(
            Derivation(
                passage=passage("isles", WIRE[0]),
                origin=passage("courier", WIRE[0]),
                kind="identical",
            ),
            Derivation(
                passage=passage("ledger", "Ferries are cancelled until further notice."),
                origin=passage("courier", WIRE[2]),
                kind="near",
                direction="known",
            ),
        ),
    )


def claim(*mentions: Mention) -> Claim:
    gist = mentions[0].passage
    digits = hashlib.sha256(gist.of(text_of(gist.source)).encode()).hexdigest()[:6]
    ordered = tuple(sorted(mentions, key=lambda mention: mention.passage))
    return Claim(id=f"c-{digits}", gist=gist, mentions=ordered)


def every_claim() -> Iterator[Claim]:
    walkout = "dockers walked out"
    yield claim(
        Mention(
            passage=passage(
                "courier", "About 300 dockers walked out at Saltmere harbour on Tuesday"
            ),
            voice="attributed",
            by="the harbour board",
        ),
        Mention(
            passage=passage("isles", "About 300 dockers walked out at Saltmere harbour on Tuesday"),
            voice="attributed",
        ),
        Mention(passage=passage("ledger", "Some 450 dockers stopped work"), score=0.87654321),
        Mention(passage=passage("standard", walkout), voice="own_inside_attribution"),
    )
    yield claim(
        Mention(passage=passage("courier", WIRE[1]), voice="direct_quote", by="Mara Lind"),
        Mention(passage=passage("isles", WIRE[1]), voice="direct_quote", by="Mara Lind"),
        Mention(passage=passage("ledger", "“We will not move,” said Mara Lind.")),
    )
    title = claim(Mention(passage=passage("standard", "Militants strangle the islands")))
    yield replace(title, edit=Edit())
    yield claim(Mention(passage=passage("ledger", "The board cut the night watch in November.")))
    yield claim(
        Mention(passage=passage("courier", WIRE[2])),
        Mention(passage=passage("isles", WIRE[2])),
        Mention(
            passage=passage("ledger", "Ferries are cancelled until further notice."),
            certainty="scheduled",
        ),
    )
    for words in (
        "A baker sold out by noon.",
        "The pilots may join on Thursday.",
        "Two cranes stand still.",
        "The fish market closed.",
    ):
        yield claim(Mention(passage=passage("ledger", words), certainty="expected"))


def cover(claim: Claim) -> int:
    return len({lineage().text_of(source) for source in claim.sources})


def differences(claims: tuple[Claim, ...]) -> tuple[Difference, ...]:
    return (
        Difference(
            claim=claims[0].id,
            kind="number",
            relation="conflict",
            because=phrase(
                "the higher number is in the text of %(later)s later",
                later=counted("a day", "%(days)s days", 2, days=phrase("two")),
            ),
            readings=(
                Reading(passage=passage("courier", "About 300"), value="300"),
                Reading(passage=passage("isles", "About 300"), value="300"),
                Reading(passage=passage("ledger", "Some 450"), value="450"),
            ),
        ),
        Difference(
            claim=claims[4].id,
            kind="certainty",
            relation="update",
            readings=(
                Reading(passage=passage("courier", "until Friday"), value=phrase("stated as fact")),
                Reading(
                    passage=passage("ledger", "until further notice"),
                    value=phrase("said by %(name)s", name="Mara Lind"),
                ),
            ),
            edit=Edit(),
        ),
    )


def frames() -> tuple[Frame, ...]:
    return (
        Frame(
            target="union",
            term="dockers",
            voice="attributed",
            passage=passage("courier", "dockers"),
        ),
        Frame(target="union", term="dockers", voice="own", passage=passage("ledger", "dockers")),
        Frame(
            target="union",
            term="reckless",
            voice="own_inside_attribution",
            passage=passage("standard", "Reckless"),
        ),
        Frame(target="the-strike", term="strike", voice="own", passage=passage("ledger", "strike")),
    )


def stances() -> tuple[Stance, ...]:
    title = passage("standard", "Militants strangle the islands")
    return (
        Stance(
            source="courier",
            target="union",
            voice="own",
            value=0,
            confidence="high",
            reason=phrase("not mentioned in this voice"),
            evidence=(StanceEvidence(passage=passage("courier", WIRE[0])),),
        ),
        Stance(
            source="standard",
            target="union",
            voice="own",
            value=-2,
            confidence="low",
            reason="=a loaded word",
            evidence=(
                StanceEvidence(passage=title, words=(passage("standard", "Militants"),)),
                StanceEvidence(passage=title),
            ),
            edit=Edit(),
        ),
        Stance(
            source="standard",
            target="union",
            voice="quoted",
            value=None,
            confidence="high",
            reason="",
        ),
        Stance(
            source="standard",
            target="board",
            voice="own",
            value=2,
            confidence="medium",
            reason=phrase("its own words: %(words)s", words=sequence(("praise", "calm"))),
            evidence=(
                StanceEvidence(
                    passage=passage("standard", "The board deserves praise for its calm."),
                    words=(passage("standard", "praise"),),
                ),
            ),
        ),
    )


def summary(claims: tuple[Claim, ...]) -> tuple[SummaryLine, ...]:
    return (
        SummaryLine(
            text=WIRE[0],
            claims=(claims[0].id,),
            evidence=(passage("courier", WIRE[0]),),
        ),
        SummaryLine(
            text=phrase(
                "Only %(text)s: %(words)s",
                text="The Ledger",
                words=claims[3].gist.of(text_of("ledger")),
            ),
            claims=(claims[3].id,),
            evidence=(claims[3].gist,),
        ),
    )
