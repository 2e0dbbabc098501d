"""What a text leaves out."""

from tellings.analysis.omissions import find
from tellings.model.findings import Claim, Lineage, Mention, Omission
from tellings.model.span import Passage


def claim(*sources: str) -> Claim:
    """Make a claim that the named sources carry."""
    mentions = tuple(Mention(passage=Passage(source, 0, 9)) for source in sources)
    return Claim(id="c-000001", gist=mentions[0].passage, mentions=mentions)


EACH = Lineage(texts=(("courier",), ("gazette",), ("ledger",)))


def test_what_two_other_texts_carry_is_missing_from_the_third() -> None:
    found = find((claim("gazette", "ledger"),), EACH, ("courier", "gazette", "ledger"))
    assert found == (Omission(claim="c-000001", source="courier"),)


def test_what_one_text_alone_carries_is_missing_from_none() -> None:
    assert find((claim("ledger"),), EACH, ("courier", "gazette", "ledger")) == ()


def test_copies_are_one_witness_and_leave_nothing_out_that_their_text_tells() -> None:
    copies = Lineage(texts=(("courier",), ("gazette",), ("ledger", "mirror")))
    sources = ("courier", "gazette", "ledger", "mirror")
    assert find((claim("ledger", "mirror"),), copies, sources) == ()
    assert find((claim("gazette", "ledger"),), copies, sources) == (
        Omission(claim="c-000001", source="courier"),
    )
