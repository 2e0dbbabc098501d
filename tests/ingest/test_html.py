import pytest

from tellings.errors import ContentError
from tellings.ingest import drafting, formats
from tellings.ingest.formats import html
from tellings.ingest.formats.html import lines as html_lines

PROSE = "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates."
MORE = "“We will not move,” said Mara Lind, who has worked at the quay for more than thirty years."
THIRD = "Some thirty ships are waiting outside the harbour of Saltmere, Otto Brandt said on Monday."


@pytest.mark.parametrize(
    "body",
    [
        f"<DIV><P>{PROSE}<P>{MORE}<P>{THIRD}</DIV>",
        f"<font>{PROSE}<br><br>{MORE}<br><br>{THIRD}</font>",
        f"<TABLE><TR><TD>{PROSE}</TD></TR><TR><TD>{MORE}</TD></TR><TR><TD>{THIRD}</TD></TR></TABLE>",
        f"<frameset><noframes><body><p>{PROSE}<p>{MORE}<p>{THIRD}</body></noframes></frameset>",
        f"<center><b>{PROSE}</b><hr>{MORE}<hr>{THIRD}</center>",
    ],
    ids=["uppercase", "breaks", "table", "frames", "center"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_pages_of_any_age_give_their_text(body: str, encoding: str) -> None:
    page = f'<HTML><HEAD><META CHARSET="{encoding}"></HEAD><BODY>{body}</BODY></HTML>'
    source = drafting.make(page.encode(encoding), "page.htm").source
    assert source.text.split("\n\n") == [PROSE, MORE, THIRD]


MENU = '<TR><TD><A HREF="a.htm">Home</A><BR><A HREF="b.htm">Sports</A></TD>'
BREAKS = f"{PROSE}<BR><BR>\r\n{MORE}<BR>&nbsp;<BR>\r\n{THIRD}"
LAYOUTS = {
    "column": f"<TABLE WIDTH=600>{MENU}<TD><FONT FACE=Arial>{BREAKS}</FONT></TD></TR></TABLE>",
    "nested": f"<TABLE>{MENU}<TD><TABLE><TR><TD>{BREAKS}</TD></TR></TABLE></TD></TR></TABLE>",
    "open cells": f"<TABLE><TR><TD>{BREAKS}</TABLE>",
    "open paragraphs": f"<P ALIGN=justify>{PROSE}\r\n<P>{MORE}\r\n<P>{THIRD}",
    "bare text": BREAKS,
    "lines": f"<PRE>{PROSE}\r\n\r\n{MORE}\r\n\r\n{THIRD}</PRE>",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("name", ["iso-8859-1", "windows-1252"])
def test_a_page_laid_out_by_tables_and_breaks_gives_its_text(body: str, name: str) -> None:
    declared = f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={name}">'
    page = f"<HTML><HEAD><TITLE>Dockers shut the port</TITLE>{declared}</HEAD><BODY>{body}"
    source = drafting.make(page.encode("cp1252"), "page.htm").source
    assert source.text.split("\n\n") == ["Dockers shut the port", PROSE, MORE, THIRD]


def test_a_table_of_facts_stays_one() -> None:
    long = f"<p>{PROSE} {MORE}</p><p>{THIRD} {PROSE}</p>"
    table = f"<table><tr><th>Gate</th><th>State</th></tr><tr><td>1</td><td>{long}</td></tr></table>"
    page = f"<html><body><h1>Dockers</h1><p>{PROSE}</p><p>{MORE}</p>{table}</body></html>"
    assert any(line.startswith("| Gate | State") for line in html.found_in(page))


def test_all_visible_lines_have_their_numbers() -> None:
    page = (
        "<html><head><title>x</title></head>\n<body><nav>Menu</nav>\n"
        f"<div>Dockers &amp; ships</div>\n\n<script>var a = '<p>no</p>';</script>\n"
        f"<p>\n{PROSE}</p>One<br>two<br><br>three\n</body></html>"
    )
    assert html_lines.visible(page) == (
        (3, "Dockers & ships"),
        (3, ""),
        (7, PROSE),
        (7, ""),
        (7, "One"),
        (7, "two"),
        (7, ""),
        (7, "three"),
    )


def test_a_page_without_words_is_one_clear_error() -> None:
    with pytest.raises(ContentError, match="no article is found in the page"):
        formats.read(b"<html><body><img src=x></body></html>", "page.html")


@pytest.mark.parametrize(
    "odd", ["<![CDATE[x]]>", "<![ 1>", "<![if !IE]>", "<![", "<![CDATA[", "<!x>"]
)
def test_a_section_of_a_name_that_there_is_none_of_ends_no_reading(odd: str) -> None:
    page = f"<html><head>{odd}<title>x</title></head><body>{odd}<p>{PROSE}</p></body></html>"
    assert PROSE in [words for _, words in html_lines.visible(page)] or odd.count(">") == 0
    assert formats.read(page.encode(), "page.html").lines
