"""How close two sentences are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis.similarity import compare
from tests.analysis.event import COURIER, GAZETTE, LEDGER, told

SENTENCES = st.lists(
    st.sampled_from(
        [
            "The ferry sank in the bay.",
            "A ferry went down in the bay at night.",
            "The mayor opened a bakery.",
            "Nobody was hurt.",
        ]
    ),
    min_size=1,
    max_size=4,
)


def test_a_sentence_is_closest_to_the_one_that_tells_the_same() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE)
    likeness = compare(tellings)
    texts = {telling.id: telling.text for telling in tellings}
    said = [passage.of(texts[passage.source]) for passage in likeness.passages]
    mayor = next(at for at, text in enumerate(said) if text.startswith("Mayor Otto Brandt"))
    best = max(range(len(said)), key=lambda at: likeness.between(mayor, at))
    assert said[best].startswith("Every week of the strike")


def test_one_sentence_in_two_texts_is_wholly_alike() -> None:
    likeness = compare(
        told(ledger="The ferry sank in the bay.", gazette="The ferry sank in the bay.")
    )
    assert likeness.between(0, 1) >= 0.75
    assert likeness.links[0].lexical == 1.0


def test_sentences_of_one_source_are_not_compared() -> None:
    tellings = told(ledger="The ferry sank. The ferry sank.", gazette="A bakery opened.")
    likeness = compare(tellings)
    assert all(
        likeness.passages[link.one].source != likeness.passages[link.other].source
        for link in likeness.links
    )


def test_subheads_take_no_part() -> None:
    tellings = told(ledger="## What sank\n\nThe ferry sank in the bay.", gazette="The ferry sank.")
    assert len(compare(tellings).passages) == 2


def test_one_text_alone_has_passages_and_no_links() -> None:
    likeness = compare(told(ledger="The ferry sank. Nobody was hurt."))
    assert (len(likeness.passages), likeness.links) == (2, ())


def test_the_order_of_the_tellings_changes_nothing() -> None:
    tellings = told(ledger=LEDGER, gazette=GAZETTE, courier=COURIER)
    assert compare(tellings) == compare(tellings[::-1])


@given(SENTENCES, SENTENCES)
@settings(max_examples=15, deadline=None)
def test_likeness_is_even_handed_and_between_nothing_and_all(
    one: list[str], other: list[str]
) -> None:
    likeness = compare(told(ledger=" ".join(one), gazette=" ".join(other)))
    places = range(len(likeness.passages))
    assert all(0 <= likeness.between(a, b) <= 1 for a in places for b in places)
    assert all(likeness.between(a, b) == likeness.between(b, a) for a in places for b in places)
