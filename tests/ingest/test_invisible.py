import pytest

from tellings.ingest import formats
from tellings.ingest.formats import invisible
from tellings.model.source import Repair


def test_what_nobody_sees_is_taken_out_and_counted_by_line() -> None:
    text = (
        "The har\u00adbour\nof Nor\u200brin\ufeff is\u00a0shut \u2764\ufe0f\nfor 10\u202f000 tons"
    )
    raw = formats.read(text.encode(), "a.txt")
    assert [line for _, line in raw.lines] == [
        "The harbour",
        "of Norrin is shut \u2764",
        "for 10 000 tons",
    ]
    assert raw.repairs == (Repair(kind="zero-width", line=1), Repair(kind="zero-width", line=2))


def test_a_value_has_one_blank_where_a_sign_that_nobody_sees_stood_between_two() -> None:
    page = (
        '<meta property="og:site_name" content="The \u202e Ledger">'
        "<p>The harbour of Norrin is shut since Monday, the board said in the evening.</p>"
    )
    raw = formats.read(page.encode(), "a.html")
    assert [fact.value for fact in raw.facts if fact.field == "outlet"] == ["The Ledger"]


def test_joiners_stay_in_scripts_that_write_with_them() -> None:
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert invisible.strip(persian) == persian
    assert invisible.strip("port\u200c\u200dside") == "portside"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayorâ€™s office", "â€™"),
        ("a cafÃ© in Saltmere", "Ã©"),
        ("10 Â°C", "Â°"),
        ("lost \ufffd here", "\ufffd"),
        ("ÐŸÐ¾Ñ€", "ÐŸ"),
        ("Ã\xa0 la mairie", "Ã\xa0"),
        ("the mayor’s café, “open” — à la carte: Âge, Ã", None),
        ("LE GRAND BLÂ» et fin", None),
        ("naïve façade, São Tomé, Đặng, Ångström", None),
    ],
)
def test_words_read_in_a_wrong_encoding_are_seen(text: str, found: str | None) -> None:
    assert invisible.garbled(text) == found


def test_words_read_in_a_wrong_encoding_are_reported_and_left() -> None:
    raw = formats.read("Fine.\nThe cafÃ© is shut.".encode(), "a.txt")
    assert raw.lines[1] == (2, "The cafÃ© is shut.")
    assert raw.repairs == (Repair(kind=invisible.MOJIBAKE, line=2),)
