"""Printed pages and columns, read as their text."""

import pytest

from tellings.ingest import drafting, formats
from tellings.model.source import Repair, Source

WEB = """\
04/03/2026, 10:22                    Strike at Norrin enters second day | The Standard

Strike at Norrin enters second day

About 400 dockers have refused to work at the port of Norrin since Tuesday, and
ships are being sent to Saltmere instead, the harbour office said. The union
says that it offered to talk in January and heard

https://standard.example/2026/mar/04/norrin                                          1/2
04/03/2026, 10:22                    Strike at Norrin enters second day | The Standard

nothing for six weeks.

“They knew what was coming,” said Otto Brandt, the head of the union.

https://standard.example/2026/mar/04/norrin                                          2/2
"""

PAPER = """\
NORRIN GAZETTE                    WEDNESDAY, MARCH 4, 2026                    PAGE 3

Port shut as 400
dockers walk out

NORRIN — Some 400 dock-
ers refused to work at the
port of Norrin on Tuesday,
and the harbour office shut
all nine gates before noon.

He said that the well-
known, self-governing port
and its four hundred self-
governing members had to
learn to live with a self-
inflicted wound.

See PORT, Page 8

8

Continued from Page 3

Thirty ships waited outside.
"""


def read(text: str) -> Source:
    return drafting.make(text.encode(), "raw/page.txt").source


def test_a_page_printed_by_a_browser_is_its_text_alone() -> None:
    source = read(WEB)
    assert source.text.split("\n\n") == [
        "Strike at Norrin enters second day",
        (
            "About 400 dockers have refused to work at the port of Norrin since Tuesday, and ships "
            "are being sent to Saltmere instead, the harbour office said. The union says that it "
            "offered to talk in January and heard nothing for six weeks."
        ),
        "“They knew what was coming,” said Otto Brandt, the head of the union.",
    ]
    assert [each.lines for each in source.removed] == [(1, 1), (9, 9), (10, 10), (16, 16)]
    assert source.published is None


def test_columns_of_a_paper_are_paragraphs_again_without_folios_and_jumps() -> None:
    source = read(PAPER)
    assert source.text.split("\n\n") == [
        "Port shut as 400 dockers walk out",
        (
            "NORRIN — Some 400 dockers refused to work at the port of Norrin on Tuesday, and the "
            "harbour office shut all nine gates before noon."
        ),
        (
            "He said that the well-known, self-governing port and its four hundred self-governing "
            "members had to learn to live with a self-inflicted wound."
        ),
        "Thirty ships waited outside.",
    ]
    assert source.published == "2026-03-04"
    assert Repair(kind="joined-words", line=6) in source.repairs
    assert [each.lines for each in source.removed] == [(1, 1), (19, 19), (21, 21), (23, 23)]


@pytest.mark.parametrize(
    "text",
    [
        "Gates shut\n\n1\n\nThe dockers of Norrin walked out at dawn.\n\n2\n\nShips wait.\n",
        "The price rose to 12/13 at https://ledger.example/a on Tuesday.\n",
        "Continued from page to page, the story of the port is one of strikes and of storms.\n",
        "The quay is dark\nthe ships are gone\nthe gates are shut\nthe gulls stay on\n",
    ],
)
def test_numbers_and_short_lines_alone_make_no_printout(text: str) -> None:
    raw = formats.read(text.encode(), "ledger.txt")
    assert [words for _, words in raw.lines if words] == [w for w in text.split("\n") if w]
    assert not raw.furniture
    assert not raw.repairs
