"""The scorer of sentiment towards a target, and what it reads."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis.stance import leaning, signals
from tellings.analysis.stance.leaning import Leaning
from tellings.data import sentiment
from tellings.model.span import Span

SOME = ("the", "mayor", "lied", "and", "won", "a", "great", "prize", ",", "but", "not", "“", "Lind")
WORDS = st.lists(st.sampled_from(SOME))


def lean(text: str, name: str) -> Leaning:
    return leaning.lean(text, Span(text.index(name), text.index(name) + len(name)))


def marked(text: str, name: str) -> tuple[str, ...]:
    span = Span(text.index(name), text.index(name) + len(name))
    return signals.mark(text, span, sentiment.known()).words


def test_names_numbers_and_the_target_stand_as_marks() -> None:
    words = marked("The board told Mara Lind that 40 ships left Norrin.", "The board")
    assert words == ("HERE", "told", "NAME", "that", "NUMBER", "ships", "left", "NAME", ".")


@pytest.mark.parametrize("name", ["北城", "Łódź", "__", "7"])
def test_a_name_of_any_letters_is_found(name: str) -> None:
    words = marked(f"The voters blamed {name} for it.", name)
    assert words.count("HERE") == 1


def test_nobody_s_name_makes_a_difference() -> None:
    one = lean("On Tuesday Lind praised Brandt.", "Brandt")
    other = lean("On Tuesday Orlan praised Brisk.", "Brisk")
    assert (one.against, one.favour) == (other.against, other.favour)


@pytest.mark.parametrize(("his", "hers"), [("He", "She"), ("his", "her"), ("him", "her")])
def test_nor_does_it_whether_somebody_is_he_or_she(his: str, hers: str) -> None:
    text = "{} left, and people in Norrin blamed Lind."
    if his != "He":
        text = "People in Norrin left and blamed Lind for {} plan."
    one, other = lean(text.format(his), "Lind"), lean(text.format(hers), "Lind")
    assert (one.against, one.favour) == (other.against, other.favour)


def test_the_one_who_is_praised_is_told_from_the_one_who_is_blamed() -> None:
    text = "Everybody praised Lind for a great success and accused Brandt of lying."
    assert lean(text, "Lind").favour > lean(text, "Brandt").favour
    assert lean(text, "Brandt").against > lean(text, "Lind").against


def test_a_plain_report_takes_no_side() -> None:
    found = lean("Lind said on Tuesday that the meeting will begin at noon.", "Lind")
    assert found.neither > max(found.against, found.favour)


def test_the_words_that_lean_most_are_named() -> None:
    text = "Everybody accused Lind of lying to the voters."
    found = leaning.strongest(text, Span(18, 22), -1)
    assert {word.of(text) for word in found} & {"accused", "lying"}


@given(WORDS, WORDS)
def test_the_chances_make_one_and_the_words_stand_in_order(
    before: list[str], after: list[str]
) -> None:
    text = " ".join([*before, "TARGET", *after])
    found = lean(text, "TARGET")
    assert abs(found.against + found.neither + found.favour - 1) < 0.001
    found_words = leaning.strongest(text, Span(text.index("TARGET"), text.index("TARGET") + 6), 1)
    assert all(one.end <= other.start for one, other in pairwise(found_words))
    assert all(word.end <= len(text) for word in found_words)


def test_every_weight_belongs_to_a_signal_that_has_words_or_a_shape() -> None:
    starts = ("near ", "before ", "after ", "-", "+", ">", "<", "led by ", "begins ", "in quot")
    others = {"has quotation marks", "length", "place", "names", "exclaims", "asks", "always"}
    assert [n for n in sentiment.named() if not n.startswith(starts) and n not in others] == []


def test_the_vectors_have_a_weight_for_each_stretch_and_side() -> None:
    found = signals.about(signals.mark("Lind left.", Span(0, 4), sentiment.known()))
    assert sentiment.table().shape == (2, found.rows.size)


def test_a_heading_s_capitals_make_no_names() -> None:
    text = "Council Lied To Voters"
    heading = signals.mark(text, Span(0, 7), sentiment.known(), heading=True)
    assert heading.words == ("HERE", "lied", "to", "voters")
