"""What `explain` offers to be pasted is read as it was written."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.model.span import Passage
from tellings.reading.corrections import writing
from tellings.reading.corrections.words import places
from tests.making import source

WORDS = st.text(max_size=30)
NOTHING_SHOWN = "\x01\u00a0\u200b\uffff\U000e0001\U0010fffe\t"


@given(WORDS, st.integers(-9, 9), st.booleans())
@settings(deadline=None)
def test_an_entry_is_read_as_it_was_written(words: str, number: int, flag: bool) -> None:
    place: dict[str, str | int] = {"source": "ledger", "words": words}
    fields: dict[str, writing.Value] = {
        "words": words,
        "value": number,
        "same": flag,
        "of": place,
        "passages": (place, place),
    }
    read = tomllib.loads(writing.entry("gist", fields))
    assert read == {"gist": [{**fields, "passages": [place, place]}]}


@pytest.mark.parametrize("sign", NOTHING_SHOWN)
def test_a_sign_that_is_not_shown_is_written_by_its_number(sign: str) -> None:
    written = writing.entry("gist", {"words": f"a{sign}b"})
    assert written.isascii()
    assert tomllib.loads(written) == {"gist": [{"words": f"a{sign}b"}]}


def test_words_with_marks_are_written_as_they_stand() -> None:
    for words, written in (('He said "no".', "'He said \"no\".'"), ("Été – “no”", '"Été – “no”"')):
        assert writing.entry("gist", {"words": words}) == f"[[gist]]\nwords = {written}"


def test_a_place_is_told_from_others_by_its_number() -> None:
    text = source("The port is shut. Ships wait. The port is shut.").text
    first, last = Passage("ledger", 0, 17), Passage("ledger", 30, 47)
    assert writing.address(first, text) == {
        "source": "ledger",
        "words": "The port is shut.",
        "nth": 1,
    }
    assert writing.address(last, text)["nth"] == 2
    assert "nth" not in writing.address(Passage("ledger", 18, 29), text)


def test_a_short_address_has_as_many_words_as_stand_once() -> None:
    same = "Boats lay in the old harbour of Norrin"
    text = source(f"{same} for weeks, and no crane moved. {same} again.").text
    place = Passage("ledger", 0, text.index("moved.") + 6)
    assert writing.address(place, text)["words"] == place.of(text)
    short = str(writing.address(place, text, short=True)["words"])
    assert short == f"{same} for"
    assert [span.start for span in places(short, text)] == [0]
