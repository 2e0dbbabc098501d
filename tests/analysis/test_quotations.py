from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis import quotations
from tellings.model.findings import Telling
from tests.making import telling


def groups(*texts: str) -> list[list[str]]:
    tellings = tuple(telling(text, id=f"s{n}") for n, text in enumerate(texts))
    return [
        [p.of(_by_id(tellings, p.source).text) for p in quotation.printings]
        for quotation in quotations.gather(tellings)
    ]


def _by_id(tellings: tuple[Telling, ...], id_: str) -> Telling:
    return next(one for one in tellings if one.id == id_)


def test_two_printings_of_the_same_words_are_one_quotation() -> None:
    assert groups("“We will not move,” said Mara Lind.", 'Mara Lind: "We will not move."') == [
        ["“We will not move,”", '"We will not move."']
    ]


def test_a_cut_quotation_is_the_long_one() -> None:
    found = groups(
        "“We will not move from this port,” said Mara Lind.",
        "Mara Lind said they “will not move from” Dover.",
    )
    assert [len(group) for group in found] == [2]


def test_a_quotation_with_a_changed_word_is_the_same() -> None:
    found = groups(
        "“Many people here were injured but we cannot reach them,” said Mara Lind.",
        "“Many people here were hurt but we cannot reach them,” said Mara Lind.",
    )
    assert [len(group) for group in found] == [2]


def test_one_common_word_is_no_common_quotation_unless_from_one_mouth() -> None:
    assert groups("Mara Lind said it was “mad”.", "Jon Brisk said it was “mad”.") == []
    assert groups("Mara Lind said it was “mad”.", "Mara Lind said it was “mad”.") == [
        ["“mad”", "“mad”"]
    ]


def test_a_quotation_in_one_text_alone_is_not_listed() -> None:
    text = "“We will not move,” said Mara Lind. Later, “we will not move,” said Jon Brisk."
    assert groups(text, "The port is shut.") == []


def test_a_name_in_marks_is_no_quotation() -> None:
    text = 'The ship, known as "Old Tom of Dover", lay in the bay.'
    assert groups(text, text) == []


def test_a_quotation_cut_inside_is_the_long_one() -> None:
    found = groups(
        "“We will not move from this port until the last ship has left the bay,” said Mara Lind.",
        "“We will not move … until the last ship has left,” said Mara Lind.",
        "“[We] will not move [until] the last ship has left the bay,” said Mara Lind.",
    )
    assert [len(group) for group in found] == [3]


def test_one_speaker_in_other_words_is_one_quotation_and_two_speakers_are_not() -> None:
    one = "“We stay here until the night rate is paid in full to everybody,” said {}."
    other = "“We remain here until the night pay is settled in full to everybody,” said {}."
    assert [len(g) for g in groups(one.format("Mara Lind"), other.format("Lind"))] == [2]
    assert groups(one.format("Mara Lind"), other.format("Otto Brandt")) == []


SAID = (
    "“We will not move from this port until the last ship has left the bay,” said Mara Lind.",
    "Mara Lind said they “will not move from this port”.",
    "“We will not leave this port until the last ship has left the bay,” said Mara Lind.",
    "“The night rate must be paid in full,” said Otto Brandt.",
    "Otto Brandt said the rate “must be paid in full”. “We will not move from this port,” he said.",
)


@given(st.permutations(range(len(SAID))))
def test_groups_do_not_depend_on_the_order_of_texts(order: list[int]) -> None:
    tellings = tuple(telling(text, id=f"s{n}") for n, text in enumerate(SAID))
    shuffled = quotations.gather(tuple(tellings[n] for n in order))
    assert {frozenset(q.printings) for q in shuffled} == {
        frozenset(q.printings) for q in quotations.gather(tellings)
    }


@given(st.lists(st.sampled_from(SAID), min_size=2, max_size=4))
def test_every_printing_is_verbatim_what_its_text_gives_as_said(texts: list[str]) -> None:
    tellings = tuple(telling(text, id=f"s{n}") for n, text in enumerate(texts))
    given_ = {a.content for one in tellings for a in one.attributions}
    for quotation in quotations.gather(tellings):
        assert set(quotation.printings) <= given_
        assert len({p.source for p in quotation.printings}) > 1
