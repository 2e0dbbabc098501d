"""What a text leaves out."""

from tellings.analysis.omissions import find
from tellings.analysis.similarity import Likeness, Link
from tellings.model.findings import Claim, Cover, Lineage, Mention, Omission
from tellings.model.span import Passage

TITLE, LEAD, END = (0, 9), (10, 19), (20, 29)
SOURCES = ("courier", "gazette", "ledger")
EACH = Lineage(texts=(("courier",), ("gazette",), ("ledger",)))
PLACES = tuple(Passage(source, *span) for source in SOURCES for span in (TITLE, LEAD, END))


def claim(*passages: Passage, number: int = 1) -> Claim:
    """Make a claim that is told in the passages."""
    mentions = tuple(Mention(passage=passage) for passage in passages)
    return Claim(id=f"c-{number:06}", gist=passages[0], mentions=mentions)


def carried(*sources: str) -> Claim:
    """Make a claim that the sources tell in their first words."""
    return claim(*(Passage(source, *TITLE) for source in sources))


def missing(
    *claims: Claim,
    value: float = 0.0,
    lineage: Lineage = EACH,
    sources: tuple[str, ...] = SOURCES,
    carriers: tuple[str, ...] | None = None,
) -> tuple[Omission, ...]:
    """Find omissions where the ledger's first words and the courier's last are so much alike."""
    covers = tuple(
        Cover(
            claim=one.id,
            texts=len({lineage.text_of(source) for source in one.sources}),
            carriers=carriers or one.sources,
        )
        for one in claims
    )
    link = Link(2, 6, value, value, value)
    return find(claims, covers, Likeness(passages=PLACES, links=(link,)), lineage, sources)


def test_what_two_other_texts_carry_is_missing_from_the_third() -> None:
    found = missing(carried("gazette", "ledger"))
    assert found == (Omission(claim="c-000001", source="courier"),)


def test_what_one_text_alone_carries_is_missing_from_none() -> None:
    assert missing(carried("ledger")) == ()


def test_what_two_texts_have_from_one_origin_is_missing_from_none() -> None:
    assert missing(carried("gazette", "ledger"), carriers=("AFP",)) == ()


def test_copies_are_one_witness_and_leave_nothing_out_that_their_text_tells() -> None:
    copies = Lineage(texts=(("courier",), ("gazette",), ("ledger", "mirror")))
    every = (*SOURCES, "mirror")
    assert missing(carried("ledger", "mirror"), lineage=copies, sources=every) == ()
    assert missing(carried("gazette", "ledger"), lineage=copies, sources=every) == (
        Omission(claim="c-000001", source="courier"),
    )


def test_a_sentence_that_comes_near_a_claim_makes_its_absence_unclear() -> None:
    (near,) = missing(carried("gazette", "ledger"), value=0.3)
    assert near.near == Passage("courier", *END)
    (far,) = missing(carried("gazette", "ledger"), value=0.2)
    assert far.near is None


def test_a_text_that_tells_part_of_the_same_sentences_makes_its_absence_unclear() -> None:
    whole = claim(Passage("gazette", *TITLE), Passage("ledger", *LEAD))
    part = claim(Passage("courier", *END), Passage("ledger", *LEAD), number=2)
    found = {(one.claim, one.source): one.near for one in missing(whole, part)}
    assert found == {
        ("c-000001", "courier"): Passage("courier", *END),
        ("c-000002", "gazette"): Passage("gazette", *TITLE),
    }
