"""One fact is one claim, and no claim is named in another's words."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis import wording
from tellings.analysis.claims.gists import Gists
from tellings.analysis.claims.twins import joined
from tellings.analysis.similarity import compare
from tests.analysis.event import told

TEXTS = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
HALF = [(0, 1, 2, 3), (0, 1, 2, 4)]
"""Two groups that share three sentences; joining them adds the pair 3 and 4."""

GROUPS = st.sets(
    st.sets(st.integers(0, 9), min_size=2, max_size=5).map(lambda group: tuple(sorted(group))),
    max_size=8,
)
CHANCES = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.2, 0.25, 0.3, 0.35, 0.4, 0.5]),
    max_size=45,
)


def test_groups_that_share_most_sentences_are_one_where_the_rest_likely_tells_the_same() -> None:
    assert joined(HALF, {(3, 4): 0.3}, TEXTS, 0.4) == [(0, 1, 2, 3, 4)]


def test_groups_whose_other_sentences_tell_different_things_stay_apart() -> None:
    assert joined(HALF, {(3, 4): 0.2}, TEXTS, 0.4) == HALF
    assert joined(HALF, {}, TEXTS, 0.4) == HALF


def test_every_pair_that_joining_adds_has_a_chance() -> None:
    groups = [(0, 1, 2), (0, 1, 3, 4)]
    assert joined(groups, {(2, 3): 0.9, (2, 4): 0.5}, TEXTS, 0.4) == [(0, 1, 2, 3, 4)]
    assert joined(groups, {(2, 3): 0.9, (2, 4): 0.1}, TEXTS, 0.4) == groups


def test_groups_that_share_less_than_half_stay_apart() -> None:
    groups = [(0, 1, 2), (0, 3, 4)]
    every = {(one, other): 0.9 for one in (1, 2) for other in (3, 4)}
    assert joined(groups, every, TEXTS, 0.4) == groups


def test_sentences_of_one_text_need_no_chance_with_one_another() -> None:
    assert joined(HALF, {}, ("a", "b", "c", "d", "d"), 0.4) == [(0, 1, 2, 3, 4)]


def test_broad_groups_are_joined_to_nothing() -> None:
    texts = tuple(f"text {place}" for place in range(12))
    broad = [tuple(range(8)), (*range(7), 8)]
    assert joined(broad, {(7, 8): 0.9}, texts, 0.4) == broad


def test_what_was_joined_may_be_joined_again() -> None:
    groups = [(0, 1, 2), (0, 1, 3), (0, 1, 4)]
    every = {(2, 3): 0.9, (2, 4): 0.6, (3, 4): 0.6}
    assert joined(groups, every, TEXTS, 0.4) == [(0, 1, 2, 3, 4)]


@given(GROUPS, CHANCES)
def test_joining_loses_no_pair_and_asks_for_no_order(
    groups: set[tuple[int, ...]], chances: dict[tuple[int, int], float]
) -> None:
    found = joined(sorted(groups), chances, TEXTS, 0.4)
    assert found == joined(sorted(groups, reverse=True), chances, TEXTS, 0.4)
    assert all(any(set(group) <= set(whole) for whole in found) for group in groups)


def gists(groups: Sequence[tuple[int, ...]], **texts: str) -> list[tuple[tuple[int, ...], str]]:
    """Give the groups that are claims, with their gists; every pair of sentences is as likely."""
    tellings = {telling.id: telling for telling in told(**texts)}
    passages = compare(tuple(tellings.values())).passages
    owners = tuple(passage.source for passage in passages)
    count = len(passages)
    chances = {(one, other): 0.5 for one in range(count) for other in range(one + 1, count)}
    heads = Gists(tellings, passages, owners, chances).heads(groups, 0.4)
    return [(head.group, head.gist.of(tellings[head.gist.source].text)) for head in heads]


SANK = "The ferry Tresa Star sank off Saltmere on Monday morning."
SANK_TOO = "On Monday morning the ferry Tresa Star sank off Saltmere."
DIVERS = "Divers of the navy searched the wreck off Saltmere until it grew dark."


def test_a_claim_is_not_named_in_the_words_of_one_it_shares_sentences_with() -> None:
    groups = [(0, 1, 2), (0, 1, 3)]
    texts = {"a": SANK, "b": SANK_TOO, "c": "A ferry, the Tresa Star, sank on Monday.", "d": DIVERS}
    (_, first), (_, second) = gists(groups, **texts)
    assert first != second
    assert second in DIVERS


def test_a_claim_that_could_only_repeat_a_larger_one_is_told_there() -> None:
    found = gists([(0, 1, 2), (1, 2)], a=SANK, b=SANK_TOO, c=SANK)
    assert [group for group, _ in found] == [(0, 1, 2)]


def test_what_is_left_of_a_claim_told_elsewhere_goes_along() -> None:
    found = gists([(0, 1, 2), (2, 3)], a=SANK, b=SANK_TOO, c=SANK, d=SANK_TOO)
    assert [group for group, _ in found] == [(0, 1, 2, 3)]


def test_what_stands_in_another_claim_stays_there() -> None:
    texts = {"a": SANK, "b": SANK_TOO, "c": SANK, "d": SANK_TOO, "e": DIVERS}
    found = gists([(0, 1, 2), (2, 3), (3, 4)], **texts)
    assert [group for group, _ in found] == [(0, 1, 2), (3, 4)]


def test_claims_without_a_common_sentence_are_two_whatever_their_words() -> None:
    assert len(gists([(0, 1), (2, 3)], a=SANK, b=SANK_TOO, c=SANK, d=SANK_TOO)) == 2


def test_the_same_words_with_other_numbers_are_another_claim() -> None:
    dead = "The navy said on Monday that {} sailors of the Tresa Star were dead."
    texts = {id_: dead.format(n) for id_, n in zip("abcd", (14, 14, 14, 31), strict=True)}
    found = gists([(0, 1, 2), (2, 3)], **texts)
    assert [("14" in words, "31" in words) for _, words in found] == [(True, False), (False, True)]


def test_an_event_names_no_two_claims_in_the_same_words() -> None:
    """Told over and over with small changes, one thing used to head claim after claim."""
    ends = ("off Saltmere", "in the bay of Saltmere", "near Norrin", "in rough seas", "at dawn")
    texts = {
        f"t{n}": f"The ferry Tresa Star sank {ends[n]} on Monday. {DIVERS} {SANK}" for n in range(5)
    }
    groups = [tuple(place for place in range(15) if place % 3 != kept) for kept in range(3)] + [
        tuple(range(n, n + 6)) for n in range(9)
    ]
    said = [" ".join(wording.content(words)) for _, words in gists(groups, **texts)]
    assert len(said) == len(set(said))
