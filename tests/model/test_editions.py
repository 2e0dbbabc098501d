"""Editions: what a digest is compared with."""

from tellings.model.editions import Edition, EditionClaim, Editions, EditionSource

FIRST, SECOND, THIRD = (
    Edition(sources=(EditionSource(id=name, label=name),), made_by=name) for name in "abc"
)


def test_a_digest_is_compared_with_the_last_edition_that_is_not_itself() -> None:
    assert Editions().baseline(FIRST) is None
    assert Editions(now=FIRST).baseline(SECOND) == FIRST
    assert Editions(now=SECOND, before=FIRST).baseline(SECOND) == FIRST
    assert Editions(now=SECOND, before=FIRST).baseline(THIRD) == SECOND


def test_an_edition_is_recorded_once() -> None:
    recorded = Editions().followed_by(FIRST).followed_by(SECOND)
    assert recorded == Editions(now=SECOND, before=FIRST)
    assert recorded.followed_by(SECOND) == recorded


def test_an_edition_is_the_same_whichever_version_made_it() -> None:
    assert Edition(made_by="1") == Edition(made_by="2") != FIRST


def test_a_claim_names_each_source_that_told_it_once() -> None:
    told = (("b", "1"), ("a", "2"), ("b", "3"))
    assert EditionClaim(id="c1", gist="Ships wait.", told_in=told).sources == ("b", "a")
