import pytest

from tellings.errors import ContentError
from tellings.ingest import drafting, formats, html_lines

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
