"""Sentences of several texts that tell one thing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis.claims import joining
from tellings.analysis.claims.drawing import draw
from tellings.analysis.claims.joining import (
    distinct,
    expected_cut,
    overlapping,
    sound_cut,
    trimmed,
)
from tellings.analysis.claims.relating import relate
from tellings.analysis.claims.smoothing import smoothed
from tellings.analysis.lineage.counting import count
from tellings.analysis.lineage.tracing import trace
from tellings.analysis.similarity import compare
from tellings.analysis.study import tell
from tellings.model.findings import Claim, Lineage, Mention, Telling
from tellings.model.span import Passage
from tests.analysis.event import COURIER, GAZETTE, LEDGER, drawn, told, words
from tests.making import source

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(6, 11)),
    st.floats(0, 1).map(lambda p: round(p, 2)),
    max_size=20,
)


def test_sentences_that_tell_one_thing_are_one_claim() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER)
    claims, _ = drawn(tellings)
    shared = [words(tellings, claim) for claim in claims if len(claim.sources) > 1]
    cost = next(said for said in shared if "Mayor Otto Brandt" in said.get("ledger", ""))
    assert cost["gazette"].startswith("Every week of the strike")


def test_texts_that_differ_in_a_number_alone_still_tell_one_thing() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE.replace("24 ships", "31 ships"))
    claims, _ = drawn(tellings)
    ships = [words(tellings, c) for c in claims if "ledger" in c.sources and len(c.sources) > 1]
    assert any("24 ships" in said["ledger"] and "31 ships" in said["gazette"] for said in ships)


def test_a_sentence_that_no_other_text_tells_is_a_claim_of_its_own() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE)
    claims, _ = drawn(tellings)
    alone = [words(tellings, claim) for claim in claims if len(claim.sources) == 1]
    assert {"gazette": "The cathedral choir sang for the strikers in the evening rain."} in alone


def test_every_sentence_of_four_words_or_more_stands_in_a_claim() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER)
    claims, _ = drawn(tellings)
    used = {mention.passage for claim in claims for mention in claim.mentions}
    assert used == {s.passage for telling in tellings for s in telling.document.sentences}


def test_a_stub_and_a_headline_alone_are_no_claims() -> None:
    claims, _ = drawn(told(ledger="The ferry sank in the bay. Not so."))
    assert len(claims) == 1


def test_a_label_that_two_texts_print_is_nothing_they_tell() -> None:
    texts = (each.replace("\n\n", "\n\nAdvertisement\n\n", 3) for each in (LEDGER, GAZETTE))
    tellings = told(**dict(zip(("ledger", "gazette"), texts, strict=True)))
    made, _ = drawn(tellings)
    assert not any("Advertisement" in each for c in made for each in words(tellings, c).values())


def test_copies_are_mentions_of_one_claim_and_count_as_one_text() -> None:
    tellings = told(ledger=LEDGER, mirror=LEDGER)
    claims, lineage = drawn(tellings)
    assert {claim.sources for claim in claims} == {("ledger", "mirror")}
    assert {cover.texts for cover in count(tellings, claims, lineage)} == {1}


def test_a_copy_filed_under_another_language_takes_nothing_from_the_readable_ones() -> None:
    foreign = tell(source(LEDGER, id="abroad", lang="fr"), None)
    tellings = told(ledger=LEDGER, mirror=LEDGER)
    lineage = trace((foreign, *tellings))
    claims = draw(tellings, compare(tellings), lineage)
    assert {claim.sources for claim in claims} == {("ledger", "mirror")}


def test_an_event_without_a_readable_text_has_no_claims() -> None:
    assert draw((), compare(()), Lineage(texts=())) == ()


def test_a_gist_is_one_of_the_mentions_and_its_words_make_the_id() -> None:
    claims, _ = drawn(told(ledger=LEDGER, gazette=GAZETTE))
    again, _ = drawn(told(ledger=f"{LEDGER}\n\nA seal was seen.", gazette=GAZETTE))
    assert all(claim.gist in {m.passage for m in claim.mentions} for claim in claims)
    assert {claim.id for claim in claims} < {claim.id for claim in again}


def test_a_dateline_is_no_part_of_what_a_claim_says() -> None:
    told_at = "The dock workers of Norrin went on strike over night pay on Monday."
    tellings = told(ledger=f"NORRIN (Harbour Wire) — {told_at}", gazette=told_at)
    (claim,), _ = drawn(tellings)
    texts = {telling.id: telling.text for telling in tellings}
    assert claim.sources == ("gazette", "ledger")
    assert claim.gist.of(texts[claim.gist.source]) == told_at
    alone, _ = drawn(told(ledger=f"NORRIN (Harbour Wire) — {told_at}"))
    assert [one.gist.of(f"NORRIN (Harbour Wire) — {told_at}") for one in alone] == [told_at]


def test_texts_that_share_a_theme_alone_make_few_claims() -> None:
    faint = {(0, place): 0.35 for place in range(1, 9)}
    assert sound_cut({(0, 9): 0.6, **faint}, 0.3) == 0.6
    assert sound_cut({(0, 9): 0.6, (1, 9): 0.5, (2, 9): 0.4, (3, 9): 0.02}, 0.3) == 0.4
    assert sound_cut({}, 0.3) == 1.0


def test_where_nothing_is_sure_what_texts_open_with_may_still_be_shared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE)
    monkeypatch.setattr(joining, "SOUND", 2.0)
    claims, _ = drawn(tellings)
    (shared,) = (claim for claim in claims if len(claim.sources) > 1)
    assert [each.split("\n\n")[0] for each in (GAZETTE, LEDGER)] == [
        *words(tellings, shared).values()
    ]


def test_of_two_equal_sentences_the_one_that_does_not_judge_is_the_gist() -> None:
    plain = "The dock workers of Norrin went on strike over night pay on Monday."
    tellings = told(courier=plain.replace("strike", "rampage"), ledger=plain)
    claims, _ = drawn(tellings)
    assert [claim.gist.source for claim in claims] == ["ledger"]


def test_two_claims_with_the_same_words_have_two_ids() -> None:
    claims, _ = drawn(told(ledger="No ship left port today.\n\nNo ship left port today."))
    first, second = sorted(claim.id for claim in claims)
    assert second == f"{first}-2"


def test_the_origins_of_a_claim_are_its_agencies_or_else_its_outlets() -> None:
    tellings = told(
        ledger="The pier is closed, an official told AFP.", gazette="A seal was seen today."
    )
    claims, lineage = drawn(tellings)
    assert {cover.origins for cover in count(tellings, claims, lineage)} == {("AFP",), ("Gazette",)}


def test_a_group_grows_while_all_its_sentences_are_close() -> None:
    chances = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7, (2, 3): 0.6}
    assert overlapping(chances, ("a", "b", "c", "d"), 0.5) == [(0, 1, 2), (2, 3)]


def test_a_sentence_that_only_rides_along_is_dropped() -> None:
    chances = {(0, 2): 0.9, (1, 2): 0.4}
    assert trimmed((0, 1, 2), chances, ("a", "a", "b")) == (0, 2)


def test_a_group_that_stands_in_a_larger_one_is_told_there() -> None:
    assert distinct({(0, 1, 2, 3), (1, 2), (1, 2, 4)}) == [(0, 1, 2, 3), (1, 2, 4)]


def test_what_both_surely_tell_with_a_third_lifts_a_pair_and_its_lack_lowers_one() -> None:
    chances = {(0, 1): 0.4, (0, 2): 0.9, (1, 2): 0.9, (2, 3): 0.4}
    level = smoothed(chances)
    assert level[0, 1] > 0.4 > level[2, 3]


@given(pairs=PAIRS)
def test_levelled_chances_are_chances_of_the_same_pairs(
    pairs: dict[tuple[int, int], float],
) -> None:
    level = smoothed(pairs)
    assert list(level) == list(pairs)
    assert all(0 <= chance <= 1 for chance in level.values())


def claim_of(id_: str, *places: Passage) -> Claim:
    return Claim(id=id_, gist=places[0], mentions=tuple(Mention(passage=one) for one in places))


def test_claims_are_related_by_likely_pairs_of_their_sentences_the_likeliest_first() -> None:
    places = tuple(Passage(source=source, start=0, end=9) for source in "abcd")
    claims = (claim_of("c-1", *places[:2]), claim_of("c-2", places[2]), claim_of("c-3", places[3]))
    chances = {(0, 1): 0.9, (0, 2): 0.3, (1, 3): 0.4, (2, 3): 0.1}
    first, second, third = relate(claims, places, chances, 0.2)
    assert [(link.claim, link.score) for link in first.related] == [("c-3", 0.4), ("c-2", 0.3)]
    assert [(link.claim, link.here, link.there) for link in second.related] == [
        ("c-1", places[2], places[0])
    ]
    assert [link.claim for link in third.related] == ["c-1"]


def test_two_sentences_that_stand_in_one_claim_relate_no_other_two() -> None:
    places = tuple(Passage(source=source, start=0, end=9) for source in "abc")
    claims = (claim_of("c-1", *places), claim_of("c-2", places[1], places[2]))
    assert all(not one.related for one in relate(claims, places, {(0, 1): 0.3}, 0.2))


def test_without_chances_nothing_is_joined() -> None:
    assert expected_cut({}) == 1.0
    assert overlapping({}, (), expected_cut({})) == []


@given(PAIRS)
@settings(max_examples=50)
def test_no_group_is_a_part_of_another(chances: dict[tuple[int, int], float]) -> None:
    groups = overlapping(chances, tuple("aaabbbcccddd"), 0.3)
    assert not any(set(one) < set(other) for one in groups for other in groups)


def test_a_text_that_may_only_be_excerpted_makes_no_claim_alone() -> None:
    gazette, ledger = told(ledger=LEDGER, gazette=GAZETTE)
    held = replace(gazette.document.source, rights="excerpt")
    whole, _ = drawn((gazette, ledger))
    excerpted, _ = drawn(
        (ledger, replace(gazette, document=replace(gazette.document, source=held)))
    )
    assert {claim.sources for claim in whole} - {claim.sources for claim in excerpted} == {
        ("gazette",)
    }


def test_a_mention_whose_report_holds_a_loaded_word_of_the_text_says_so() -> None:
    tellings = told(ledger="Mara Lind said the massacre was over. The massacre began at noon.")
    claims, _ = drawn(tellings)
    voices = [mention.voice for claim in claims for mention in claim.mentions]
    assert voices == ["own_inside_attribution", "own"]


TOLD = """\
The ferry Tresa Star sank in the bay on Monday, and the mayor opened the new library in Norrin.

Divers found nobody in the wreck."""

TOLD_AGAIN = """\
The Tresa Star, a ferry, sank in the bay on Monday, leaving an oil slick on the old beach.

Divers who searched the wreck found nobody."""


def test_a_mention_marks_the_clause_that_the_other_texts_tell() -> None:
    tellings = told(ledger=TOLD, gazette=TOLD_AGAIN)
    claims, _ = drawn(tellings)
    texts = {telling.id: telling.text for telling in tellings}
    clauses = {
        mention.clause.of(texts[mention.passage.source])
        for claim in claims
        for mention in claim.mentions
        if mention.clause and len(claim.sources) > 1
    }
    assert "The ferry Tresa Star sank in the bay on Monday" in clauses


def test_a_clause_lies_inside_its_sentence_and_a_gist_in_a_mention() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER, herald=TOLD, star=TOLD_AGAIN)
    claims, _ = drawn(tellings)
    for claim in claims:
        assert any(m.passage.span.holds(claim.gist.span) for m in claim.mentions)
        for mention in claim.mentions:
            clause = mention.clause
            assert clause is None or clause.source == mention.passage.source
            assert clause is None or mention.passage.span.holds(clause.span)


def test_what_somebody_says_stands_for_a_claim_with_who_says_it() -> None:
    denial = "The armed forces of Norrin denied on Monday that they had carried out the raid."
    again = "On Monday the armed forces of Norrin denied they had carried out the raid, he said."
    claims, _ = drawn(told(ledger=denial, gazette=again))
    (claim,) = (one for one in claims if len(one.sources) > 1)
    assert "denied" in claim.gist.of({"ledger": denial, "gazette": again}[claim.gist.source])


def test_a_sentence_that_is_close_to_all_others_does_not_make_a_claim_with_each() -> None:
    texts = tuple(f"text {place}" for place in range(40))
    chances = {(0, other): 0.9 for other in range(1, 40)}
    assert len(overlapping(chances, texts, 0.5)) == 39
    crowd = {(one, other): 0.9 for one in range(8) for other in range(8, 40) if (one + other) % 3}
    assert len(overlapping(crowd, texts, 0.5)) < len(crowd)


def joined_pairs(tellings: tuple[Telling, ...]) -> set[tuple[Passage, Passage]]:
    """Give the pairs of sentences of different texts that claims join."""
    claims, _ = drawn(tellings)
    return {
        (one.passage, other.passage)
        for claim in claims
        for one in claim.mentions
        for other in claim.mentions
        if one.passage.source < other.passage.source
    }


@given(st.sampled_from([TOLD, TOLD_AGAIN, "The choir of Norrin sang in the rain.", LEDGER]))
@settings(max_examples=4, deadline=None)
def test_most_of_what_is_joined_stays_joined_when_a_text_is_added(added: str) -> None:
    before = joined_pairs(told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER))
    after = joined_pairs(told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER, late=added))
    assert before
    assert len(before & after) >= 0.75 * len(before)


def test_the_order_of_the_tellings_changes_no_claim() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER)
    assert drawn(tellings)[0] == drawn(tellings[::-1])[0]


def test_broad_groups_that_are_nearly_one_are_told_once() -> None:
    broad = tuple(range(20))
    assert distinct({broad, (*range(4, 19), 30)}) == [broad]
    assert distinct({(0, 1, 2, 3), (1, 2, 3, 30)}) == [(0, 1, 2, 3), (1, 2, 3, 30)]


def test_a_mention_has_the_voice_of_its_clause_and_not_of_its_whole_sentence() -> None:
    ferry = "The ferry Tresa Star sank in the bay of Saltmere on Monday"
    said = "the harbour stays closed to all of its ships until divers are done with the wreck"
    longer = f"{ferry}, and Mara Lind said {said}."
    tellings = told(ledger=f"{longer}\n\n{LEDGER}", gazette=f"{ferry}.\n\n{GAZETTE}")
    claims, _ = drawn(tellings)
    voices = [
        (mention.voice, mention.by)
        for claim in claims
        for mention in claim.mentions
        if len(claim.sources) > 1 and ferry in words(tellings, claim).get("gazette", "")
    ]
    assert voices == [("own", None), ("own", None)]
    (whole,) = (one for one in tellings if one.id == "ledger")
    assert whole.voice_of(whole.document.sentences[0].span) == "attributed"
