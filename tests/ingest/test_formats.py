import subprocess
import sys

import pytest

from tellings.errors import ContentError
from tellings.ingest import drafting, formats
from tellings.ingest.facts import Fact
from tellings.model.source import Repair

PROSE = "The dockers of Norhaven walked out at dawn and the harbour office shut all nine gates."
MORE = "“We will not move,” said Mara Lind, who has worked at the quay for more than thirty years."

PAGE = f"""<!doctype html>
<html lang="en-GB"><head>
<title>Dockers shut the port | The Ledger</title>
<meta property="og:title" content="Dockers shut the port">
<meta property="og:site_name" content="The Ledger">
<meta name="author" content="Mara Lind">
<link rel="canonical" href="https://ledger.example/port">
<script type="application/ld+json">
{{"@graph": [{{"@type": "NewsArticle", "datePublished": "2026-03-04T15:30:00Z"}}]}}
</script></head>
<body><article><h1>Dockers shut the port</h1>
<p>{PROSE}</p>
<p>Advertisement</p>
<p>{MORE}</p>
<p>{PROSE} It was the first strike in nine years.</p>
</article></body></html>
"""


def test_text_is_read_as_numbered_lines_whatever_ends_them() -> None:
    raw = formats.read(b"\xef\xbb\xbfone\r\n\r\ntwo\rthree", "raw/ledger.txt")
    assert raw.lines == ((1, "one"), (2, ""), (3, "two"), (4, "three"))
    assert raw.repairs == ()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "Les dockers ont été reçus à la mairie, où l’on a parlé de la grève. "),
        ("cp1251", "Рабочие порта вышли на улицу, и порт закрыт до утра. "),
        ("cp1250", "Dokář že přístav je zavřený, řekl úřad. "),
    ],
)
def test_another_encoding_is_read_and_said(encoding: str, text: str) -> None:
    raw = formats.read((text * 5).encode(encoding), "ledger.txt")
    assert raw.lines == ((1, text * 5),)
    assert raw.repairs == (Repair(kind=f"read as {encoding}", line=1),)


def test_no_encoding_of_mainframes_is_guessed() -> None:
    # By cp500 this would be words in two lines.
    with pytest.raises(ContentError) as caught:
        formats.read(b"%%ne\xcckull%%", "a.json")
    assert caught.value.problems[0].line <= 1


def test_utf_16_is_read_and_said() -> None:
    raw = formats.read("Grève".encode("utf-16"), "ledger.txt")
    assert (raw.lines, raw.repairs) == (((1, "Grève"),), (Repair(kind="read as utf-16", line=1),))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\n", "the file is empty"),
        ("a.txt", b"\xef\xbb\xbf\r\n", "the file is empty"),
        ("a.txt", b"%PDF-1.7 ...", "the file is not text"),
        ("a.txt", b"\r\n%PDF-1.7 ...", "the file is not text"),
        ("raw.d/ledger", b"The port.", "the file's name does not end in its kind"),
        ("a.txt", bytes(range(32)) * 9, "the file is not text"),
        ("a.txt", "Dockers shut the port.".encode("utf-16-le"), "the file is not text"),
        ("a.docx", b"PK\x03\x04", "a file of this kind cannot be read: .docx"),
        ("a.html", b"<html><body></body></html>", "no article is found in the page"),
        ("a.md", b"---\ntitle: x\n", "the front matter is not closed"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(name: str, content: bytes, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        formats.read(content, name)
    assert [problem.message for problem in caught.value.problems] == [message]


def test_an_encoding_goes_by_the_commonest_name_that_reads_the_file_alike() -> None:
    content = f"{PROSE} “We’ll see” – a café’s owner".encode("cp1252")
    (repair,) = formats.read(content, "ledger.txt").repairs
    assert repair.kind == "read as cp1252"


def test_tags_in_markdown_are_taken_out_and_said_and_their_words_stay() -> None:
    text = (
        '# The port shuts\n\n<div class="box">Gates <b>stay</b> shut.<br>All nine.</div>\n\n'
        "<script>count()</script>\n\nIt is 3 < 4, wrote <mara@saltmere.example>.\n"
    )
    raw = formats.read(text.encode(), "ledger.md")
    assert [words for _, words in raw.lines if words] == [
        "The port shuts",
        "Gates stay shut. All nine.",
        "It is 3 < 4, wrote mara@saltmere.example.",
    ]
    assert raw.repairs == tuple(Repair(kind="markup", line=line) for line in (3, 5))


def test_pictures_and_tables_of_markdown_are_no_prose() -> None:
    text = (
        f"# The port shuts\n\n![The quay at dawn](quay.jpg)\n\n{PROSE}\n\n"
        "| Gate | Opened |\n|------|:-----:|\n| North | 05:00 |\n\n"
        "[![A map](map.png)](https://ledger.example/map)\n\nA | B is no table.\n"
    )
    source = drafting.make(text.encode(), "ledger.md").source
    assert source.text.split("\n\n") == ["The port shuts", PROSE, "A | B is no table."]
    assert [(each.kind, each.lines) for each in source.removed] == [
        ("caption", (3, 3)),
        ("other", (7, 9)),
        ("caption", (11, 11)),
    ]


def test_front_matter_that_a_source_cannot_hold_is_refused_and_said() -> None:
    head = "date: March 4th, 2026\nupdated: 3/4/2026\nlang: english\nlink: nonsense\n"
    raw = formats.read(f"---\n{head}---\n{PROSE}\n".encode(), "ledger.md")
    words = "date: March 4th, 2026"
    assert raw.facts == (Fact(field="published", value="2026-03-04", words=words, line=2),)
    assert [(each.field, each.value, each.line) for each in raw.refused] == [
        ("url", "nonsense", 5),
        ("updated", "3/4/2026", 3),
        ("lang", "english", 4),
    ]


def test_the_heading_that_markdown_names_is_the_headline_however_short() -> None:
    text = f"# Strike\n\nGates one to nine\n\n{PROSE}\n"
    source = drafting.make(text.encode(), "ledger.md").source
    assert (source.title, source.title_derived) == ("Strike", False)


def test_a_paragraph_broken_at_a_fixed_width_is_one_again() -> None:
    text = (
        "Dockers shut the port\n\n"
        "The dockers of Norrin walked out at dawn, and the harbour office shut\n"
        "all nine gates before noon. “We will not move,” said the chairman of\n"
        "the union, Mara Lind.\n"
    )
    raw = formats.read(text.encode(), "ledger.txt")
    assert [(n, len(words.split())) for n, words in raw.lines if words] == [(1, 4), (3, 30)]
    assert raw.repairs == (Repair(kind="joined-lines", line=3),)


def test_lines_of_a_list_stay_lines() -> None:
    text = (
        "Dockers shut the port of Norrin for the second time this year\n"
        "Ministers meet in Tresa to talk about the price of winter wheat\n"
        "Saltmere wins the cup after a late goal in the pouring rain, 2-1\n"
    )
    assert len(formats.read(text.encode(), "ledger.txt").lines) == 4


def test_one_word_full_of_control_characters_makes_no_text_unreadable() -> None:
    raw = formats.read(b"Dockers \x1f\x08" + b"\x07" * 40 + b"shut the port", "ledger.txt")
    assert raw.lines == ((1, "Dockers shut the port"),)
    assert raw.repairs == (Repair(kind="control-character", line=1),)


def test_a_page_gives_its_article_and_what_its_head_says() -> None:
    draft = drafting.make(PAGE.encode(), "raw/ledger.html")
    source = draft.source
    assert source.text.split("\n\n") == [
        "Dockers shut the port",
        PROSE,
        MORE,
        f"{PROSE} It was the first strike in nine years.",
    ]
    assert (source.title, source.title_derived) == ("Dockers shut the port", False)
    assert (source.outlet, source.url) == ("The Ledger", "https://ledger.example/port")
    assert (source.published, source.authors) == ("2026-03-04 15:30 Z", ("Mara Lind",))
    assert {e.line for e in source.evidence if e.field == "published"} == {9}
    assert [(removal.kind, removal.lines) for removal in source.removed] == [
        ("advertisement", (13, 13))
    ]


def test_markdown_gives_its_fields_and_the_parts_its_markup_names() -> None:
    content = (
        "---\nheadline: Dockers shut the port\ndate: 2026-03-04\nauthor: Mara Lind\n---\n\n"
        f"**All ships wait.**\n\n{PROSE}\n\n## A subhead of more words than a rule would take\n\n"
        f"Advertisement\n\n{MORE}\n"
    )
    source = drafting.make(content.encode(), "raw/ledger.md").source
    assert [(b.part, b.span.of(source.text)) for b in source.blocks] == [
        ("title", "Dockers shut the port"),
        ("standfirst", "All ships wait."),
        ("body", PROSE),
        ("subhead", "A subhead of more words than a rule would take"),
        ("body", MORE),
    ]
    assert (source.published, source.authors) == ("2026-03-04", ("Mara Lind",))
    raw = formats.read(content.encode(), "raw/ledger.md")
    assert (
        Fact(field="published", value="2026-03-04", words="date: 2026-03-04", line=3) in raw.facts
    )


def test_heavy_libraries_are_loaded_only_when_a_file_needs_them() -> None:
    code = (
        "import sys\n"
        "from tellings.ingest import drafting, filing\n"
        "drafting.make(b'The port is shut, said the harbour office.', 'a.txt')\n"
        "print(sorted({'trafilatura', 'charset_normalizer', 'markdown_it'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
