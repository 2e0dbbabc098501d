"""The honest count, in words."""

from dataclasses import replace

import pytest

from tellings.model.findings import Backing, BackingKind, Cover
from tellings.render.counting import of_claim, origins, reasons
from tellings.render.index import index
from tests.render import making


def cover(*backings: Backing) -> Cover:
    """Make the cover of a claim of several texts."""
    texts = sum(len(one.texts) for one in backings)
    return Cover(claim="c-000001", texts=texts, backings=backings)


def backing(name: str, kind: BackingKind, *texts: str, shown: int = 9) -> Backing:
    """Make an origin behind texts, of which the first so many show it."""
    return Backing(name=name, kind=kind, texts=texts, shown=texts[:shown])


LEDGER = backing("The Ledger", "outlet", "ledger")
STANDARD = backing("The Standard", "outlet", "standard")


@pytest.mark.parametrize(
    ("backings", "expected"),
    [
        ((LEDGER,), ""),
        ((LEDGER, STANDARD), "2 origins"),
        (
            (backing("AFP", "agency", "courier", "ledger"), STANDARD),
            "2 origins: AFP behind two",
        ),
        ((backing("AFP", "agency", "courier", "ledger"),), "1 origin: AFP behind both"),
        (
            (backing("Mara Lind", "speaker", "courier", "ledger", "standard"),),
            "1 origin: Mara Lind, quoted in all three",
        ),
        (
            (backing("The Ledger or The Standard", "shared", "ledger", "standard"),),
            "1 origin: shared sentences",
        ),
        (
            (backing("The Ledger", "outlet", "ledger", "courier"), STANDARD),
            "2 origins: two from The Ledger",
        ),
        (
            (
                backing("AFP", "agency", "courier", "ledger"),
                backing("Mara Lind", "speaker", "standard", "isles"),
            ),
            "2 origins",
        ),
        (
            (backing("AFP", "agency", "courier", "ledger", "standard", shown=1),),
            "1 origin: AFP",
        ),
        (
            (backing("AFP", "agency", "courier", "ledger", "standard", shown=2),),
            "1 origin: AFP",
        ),
    ],
)
def test_a_claim_says_what_stands_behind_its_texts(
    backings: tuple[Backing, ...], expected: str
) -> None:
    assert of_claim(index(making.digest()), cover(*backings)) == expected


@pytest.mark.parametrize(
    ("backings", "expected"),
    [
        ((LEDGER, STANDARD), ""),
        ((backing("AFP", "agency", "courier", "ledger"), STANDARD), ""),
        (
            (backing("The Ledger or The Standard", "shared", "ledger", "standard"),),
            "The Ledger and The Standard share sentences",
        ),
        (
            (backing("AFP", "agency", "courier", "ledger", "standard", shown=1),),
            "AFP behind one, and two that share sentences with it",
        ),
        (
            (backing("AFP", "agency", "courier", "ledger", "standard", shown=2),),
            "AFP behind two, and one that shares sentences with these",
        ),
        (
            (
                backing("AFP", "agency", "courier", "ledger"),
                backing("Mara Lind", "speaker", "standard", "isles"),
            ),
            "AFP behind two; Mara Lind, quoted in two",
        ),
    ],
)
def test_what_a_claims_line_has_no_room_for_stands_beside_its_sentences(
    backings: tuple[Backing, ...], expected: str
) -> None:
    assert origins(index(making.digest()), cover(*backings)) == expected


def test_the_count_says_how_many_claims_go_back_to_one_origin() -> None:
    digest = making.digest()
    covers = tuple(
        Cover(
            claim=one.claim,
            texts=2,
            backings=(backing("AFP", "agency", "courier", "ledger"),)
            if number == 0
            else (LEDGER, STANDARD),
        )
        for number, one in enumerate(digest.covers)
    )
    said_ = reasons(index(replace(digest, covers=covers)))
    number = len(covers)
    assert f"Of {number} claims that several texts tell, 1 goes back to a single origin." in said_
