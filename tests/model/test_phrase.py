"""Phrases of the program: English as it stands, and what is needed to say them otherwise."""

import copy
import json
import pickle

from tellings.model.phrase import Phrase, counted, listed, phrase, sequence


def test_a_phrase_is_its_english() -> None:
    back = phrase("counted back %(units)s", units=counted("%(num)s day", "%(num)s days", 3))
    assert back == "counted back 3 days"
    assert json.dumps(back) == '"counted back 3 days"'
    known: dict[str, int] = {back: 1}
    assert known["counted back 3 days"] == 1


def test_a_number_chooses_the_message() -> None:
    assert [counted("%(num)s day", "%(num)s days", number) for number in (1, 2)] == [
        "1 day",
        "2 days",
    ]


def test_words_are_joined_as_prose_does() -> None:
    names = ("Lind", "Brandt", "the board")
    assert [listed(names[:many]) for many in range(4)] == [
        *("", "Lind", "Lind and Brandt", "Lind, Brandt and the board"),
    ]
    assert [sequence(names[:many]) for many in range(4)] == [
        *("", "Lind", "Lind, Brandt", "Lind, Brandt, the board"),
    ]


def test_thousands_of_words_are_joined_and_copied() -> None:
    names = [f"Lind {n}" for n in range(5_000)]
    made = sequence(names)
    assert made == ", ".join(names)
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own


def test_a_sign_of_percent_in_a_value_stays_one() -> None:
    assert phrase("its own words: %(words)s", words="“90 %(num)s”") == (
        "its own words: “90 %(num)s”"
    )


def test_copies_know_of_what_they_are_made() -> None:
    made = phrase("said by %(name)s", name=phrase("others"))
    for one in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 - our own
        assert isinstance(one, Phrase)
        assert (one, one.message, one.values) == (made, made.message, made.values)
        assert isinstance(one.values[0][1], Phrase)
