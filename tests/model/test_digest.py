"""A digest: which words a passage has, and whether texts agree on a claim."""

from typing import Any

import pytest

from tellings.model.digest import Digest, Standing
from tellings.model.event import Event
from tellings.model.findings import Claim, Difference, Lineage, Mention
from tellings.model.span import Passage
from tests.making import telling

TEXTS = (telling("The port is shut.", id="ledger"), telling("Ships wait.", id="standard"))


def digest(*differences: Difference, texts: tuple[tuple[str, ...], ...]) -> Digest:
    nothing: Any = ()
    names = (
        *("targets", "names", "claims", "covers", "sections", "omissions", "frames", "stances"),
        *("quotations", "voices", "summary"),
    )
    return Digest(
        event=Event(slug="harbour", path="event.md", title="Port"),
        tellings=TEXTS,
        lineage=Lineage(texts=texts),
        differences=differences,
        **dict.fromkeys(names, nothing),
    )


def claim(*sources: str) -> Claim:
    mentions = tuple(
        Mention(passage=Passage(source, 0, 4), voice="own", certainty="fact") for source in sources
    )
    return Claim(id="c-1", gist=Passage("ledger", 0, 4), mentions=mentions)


def differing(kind: Any, relation: Any, claim_: str = "c-1") -> Difference:
    return Difference(claim=claim_, kind=kind, relation=relation, readings=())


APART, ONE = (("ledger",), ("standard",)), (("ledger", "standard"),)


@pytest.mark.parametrize(
    ("found", "texts", "sources", "standing"),
    [
        ((), APART, ("ledger", "standard"), "shared"),
        ((), APART, ("ledger",), "told-by-one"),
        ((), ONE, ("ledger", "standard"), "told-by-one"),
        ((differing("number", "conflict"),), APART, ("ledger", "standard"), "differs"),
        ((differing("number", "compatible"),), APART, ("ledger", "standard"), "differs"),
        ((differing("attribution", "compatible"),), APART, ("ledger", "standard"), "shared"),
        ((differing("number", "conflict", "c-2"),), APART, ("ledger", "standard"), "shared"),
    ],
)
def test_texts_agree_on_a_claim_or_differ_or_one_tells_it(
    found: tuple[Difference, ...],
    texts: tuple[tuple[str, ...], ...],
    sources: tuple[str, ...],
    standing: Standing,
) -> None:
    assert digest(*found, texts=texts).standing(claim(*sources)) == standing


def test_a_passage_has_the_words_of_its_own_source() -> None:
    whole = digest(texts=APART)
    assert whole.words(Passage("standard", 0, 5)) == "Ships"
    assert whole.telling("ledger") is TEXTS[0]
    with pytest.raises(KeyError):
        whole.telling("herald")
