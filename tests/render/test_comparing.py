"""Editions: read from the export as they are from the digest, and compared."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model.digest import Digest
from tellings.model.editions import Edition, EditionClaim, Editions, EditionSource
from tellings.model.findings import Telling
from tellings.reading import editions as files
from tellings.render import comparing, editions
from tellings.render.comparing import Changes, Retold
from tellings.render.export import export
from tests.render import making

ONE, TWO = Edition(claims=()), Edition(sources=(EditionSource(id="a", label="A"),))


def hiding(digest: Digest, rights: str) -> Digest:
    """Give a digest whose sources are not all shown whole."""

    def hidden(telling: Telling) -> Telling:
        source = replace(telling.document.source, rights=rights)  # type: ignore[arg-type]
        return replace(telling, document=replace(telling.document, source=source))

    return replace(digest, tellings=tuple(map(hidden, digest.tellings)))


@pytest.mark.parametrize("rights", ["full", "excerpt"])
def test_an_edition_is_the_same_from_the_digest_and_from_its_export(rights: str) -> None:
    digest = hiding(making.digest(), rights)
    exported = json.loads(json.dumps(export(digest, making.INPUTS)))
    assert editions.exported(exported) == editions.of(digest)
    assert editions.of(digest).claims


def test_a_record_is_read_back_as_it_was_written() -> None:
    recorded = Editions(now=editions.of(making.digest()), before=TWO)
    again = files._recorded(json.loads(files.write(recorded)))
    assert again == recorded
    assert again.now is not None
    assert again.now.made_by == editions.of(making.digest()).made_by


def claim(id_: str, gist: str, *told_in: str, differences: tuple[str, ...] = ()) -> EditionClaim:
    """Make a claim, told in “source sentence” each."""
    places = tuple((each.split()[0], each.split()[1]) for each in told_in)
    found = tuple(tuple(each.split()) for each in differences)
    return EditionClaim(id=id_, gist=gist, told_in=places, differences=found)


def edition(*claims: EditionClaim, sources: str = "abc") -> Edition:
    """Make an edition of sources with one letter each."""
    every = (EditionSource(id=each, label=each.upper(), words_sha256=each) for each in sources)
    return Edition(sources=tuple(every), claims=claims)


def compared(before: Edition, now: Edition) -> Changes:
    """Compare editions of which every source is a text of its own."""
    return comparing.between(before, now, {source.id: source.id for source in now.sources})


GATES = claim("c-1", "the gates are shut", "a 1", "b 2")


def test_an_edition_compared_with_itself_has_not_changed() -> None:
    same = edition(GATES)
    assert not compared(same, same)


def test_another_choice_of_words_for_the_same_sentences_is_no_change() -> None:
    renamed = replace(GATES, id="c-2", gist="nine gates stay closed")
    assert not compared(edition(GATES), edition(renamed))


def test_a_claim_is_found_again_by_words_of_the_same_source_alone() -> None:
    later = claim("c-2", "the gates are open", "a 3")
    found = compared(edition(GATES), edition(later))
    assert found.retold == (
        Retold(
            claim="c-2",
            before="the gates are shut",
            before_of=("a", "b"),
            lost=("b",),
            reworded=("a",),
        ),
    )
    elsewhere = claim("c-2", "the gates are open", "c 3")
    found = compared(edition(GATES), edition(elsewhere))
    assert (found.claims, [each.id for each, _ in found.claims_gone]) == (("c-2",), ["c-1"])


@pytest.mark.parametrize(
    ("words_of", "sources", "owners"),
    [("b", "abc", ("b",)), ("b", "ac", ("",)), (None, "ac", ("a", "")), (None, "abc", ("a", "b"))],
)
def test_whose_words_those_of_before_are_is_told_with_them(
    words_of: str | None, sources: str, owners: tuple[str, ...]
) -> None:
    before = edition(replace(GATES, words_of=words_of))
    (retold,) = compared(before, edition(claim("c-2", "the gates are open", "a 3"))).retold
    assert retold.before == "the gates are shut"
    now = edition(claim("c-2", "it rains", "c 3"), sources=sources)
    ((_, found),) = compared(before, now).claims_gone
    assert found == owners


def test_who_tells_a_claim_is_counted_by_texts() -> None:
    now = edition(replace(GATES, told_in=(("a", "1"), ("b", "2"), ("c", "3"))))
    (found,) = compared(edition(GATES), now).retold
    assert (found.gained, found.lost, found.reworded) == (("c",), (), ())
    assert not comparing.between(edition(GATES), now, {"a": "a", "b": "b", "c": "b"})
    assert not compared(now, edition(GATES, sources="ab")).retold


def test_differences_are_new_otherwise_or_gone() -> None:
    def differing(*found: str) -> Edition:
        return edition(replace(GATES, differences=tuple(tuple(each.split()) for each in found)))

    before = differing("number 30 40", "date 4 5")
    (found,) = compared(before, differing("number 30 45", "place Norrin Tresa")).retold
    assert (found.differs, found.differs_otherwise, found.agrees) == (
        ("place",),
        ("number",),
        ("date",),
    )
    assert not compared(before, differing("date 4 5", "number 30 40"))


def test_a_renamed_source_is_found_by_its_raw_file() -> None:
    one = Edition(sources=(EditionSource(id="a", label="A", raw_sha256="r"),))
    two = Edition(sources=(EditionSource(id="b", label="A", raw_sha256="r"),))
    assert not compared(one, two)
    assert compared(one, TWO).updated
    assert compared(two, TWO).gone


def test_the_sentence_counts_what_there_is() -> None:
    before = edition(GATES, sources="ab")
    now = edition(claim("c-9", "it rained in Tresa", "c 9"), sources="bc")
    said = comparing.sentence(compared(before, now))
    assert said == "1 new source, 1 new claim, 1 source gone and 1 claim gone"


CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from(("c-1", "c-2", "c-3")),
        st.sampled_from(("the gates are shut", "the gates are open", "it rains")),
        st.sampled_from(("a 1", "b 1", "b 2")),
    ),
    unique_by=lambda each: each.id,
    max_size=3,
)


@given(CLAIMS, CLAIMS)
def test_what_is_told_of_claims_rests_on_sentences_that_came_or_went(
    before: list[EditionClaim], now: list[EditionClaim]
) -> None:
    found = compared(edition(*before), edition(*now))
    old, new = ({place for each in claims for place in each.told_in} for claims in (before, now))
    every = {each.id: each for each in now}
    assert all(old.isdisjoint(every[id_].told_in) for id_ in found.claims)
    assert all(new.isdisjoint(each.told_in) for each, _ in found.claims_gone)
    if old == new:
        assert not found
    assert not set(found.claims) & {each.claim for each in found.retold}


def test_a_sentence_that_is_only_told_with_another_claim_is_no_change() -> None:
    one = edition(GATES, claim("c-3", "it rains", "c 4"))
    joined = replace(GATES, told_in=(*GATES.told_in, ("c", "4")))
    assert not compared(one, edition(joined))
    assert not compared(edition(joined), one)
    apart = claim("c-3", "it rains", "c 4", "a 9")
    (found,) = compared(edition(joined), edition(GATES, apart)).retold
    assert found == Retold(claim="c-3", gained=("a",))


@given(st.lists(st.sampled_from((ONE, TWO, edition(GATES))), max_size=5))
def test_recording_an_edition_never_changes_what_it_is_compared_with(every: list[Edition]) -> None:
    recorded = Editions()
    for current in every:
        before = recorded.baseline(current)
        recorded = recorded.followed_by(current)
        assert recorded.baseline(current) == before
        assert recorded.followed_by(current) == recorded
