"""Hostile words in every field that reaches an output, and texts that may not reach one."""

import csv
import io
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tellings.cli import main
from tests.projects import LEDGER, STANDARD, event, files, project, source

CHECKOUT = Path(__file__).parents[2]
EVIL = "</title></script><script>evil()</script><img src=x onerror=evil()> \" ' &amp; --> ]]>"
PARAGRAPH = b"The port of Saltmere is shut, the union said. Some 30 ships wait there.\n\n"
FORMULA = "=cmd|'/c evil'!A1"


RAW = "=1+1 ' onload=evil() &lt;script&gt;evil() &amp;.txt"
"""As evil as the name of a file may be."""


def quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def hostile(root: Path) -> Path:
    """Make a project that has evil words in every field an outsider or a careless editor fills."""
    project(root, "harbour")
    fields = ("title", "outlet", "robots")
    front = "".join(f"{name}: {quoted(EVIL)}\n" for name in fields if name != "outlet")
    lists = f"authors: [{quoted(EVIL)}, {quoted(FORMULA)}]\nagencies: [{quoted(EVIL)}]\n"
    removed = f"removed: [{{kind: {quoted(EVIL)}, lines: [1, 2]}}]\nraw: {quoted(RAW)}\n"
    body = f"{LEDGER}\nMara Lind said: “{EVIL}”\n\n{FORMULA} said 40 dockers in Saltmere.\n"
    body += "\n[a link](javascript:evil()) and [more](data:text/html,evil) are told on Monday.\n"
    source(root, "harbour", "ledger", body, front + lists + removed)
    targets = f"targets: [{{id: dockers, name: {quoted(EVIL)}, aliases: [{quoted(FORMULA)}]}}]\n"
    path = event(root, "harbour", "")
    source(root, "harbour", "ledger", body, front + lists + removed)
    head = f"---\ntitle: {quoted(EVIL)}\non: 2026-03-04\nplace: {quoted(EVIL)}\n{targets}---\n"
    links = "[x](javascript:evil()) [y](JaVaScRiPt:evil()) [z](data:text/html,evil)"
    links += " <blink>b</blink>\n"
    path.write_text(f"{head}{EVIL}\n\n{links}", "utf-8")
    (root / "content" / "page.md").write_text(f"---\ntitle: {quoted(EVIL)}\n---\n{links}", "utf-8")
    return root


class Reader(HTMLParser):
    """What a browser would make of a page: its elements, and all their attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.kind = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            scheme = urlsplit(value or "").scheme if name in {"href", "src", "action"} else ""
            if name.startswith("on") or scheme not in {"", "http", "https", "mailto"}:
                self.wrong.append(f"{tag} {name}={value}")
        given = dict(attrs)
        self.kind = (given.get("type") or "") if tag == "script" else ""
        if tag == "script" and self.kind != "application/ld+json" and not given.get("src"):
            self.wrong.append("a script in the page")
        if tag in {"img", "blink"}:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if self.kind == "application/ld+json":
            json.loads(data)
            self.kind = ""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = hostile(tmp_path_factory.mktemp("hostile"))
    assert main(["-q"], root=root) == 0
    return files(root / "site")


def test_no_word_of_a_text_becomes_markup_of_a_page(site: dict[str, bytes]) -> None:
    pages = [path for path in site if path.endswith(".html")]
    assert len(pages) > 5
    for path in pages:
        reader = Reader()
        reader.feed(site[path].decode())
        assert (path, reader.wrong) == (path, [])


def test_feeds_and_pictures_stay_well_formed_and_tables_hold_no_formula(
    site: dict[str, bytes],
) -> None:
    for path, body in site.items():
        if path.endswith((".xml", ".svg", ".atom")):
            ElementTree.fromstring(body)  # noqa: S314 - our own output
        elif path.endswith(".json"):
            json.loads(body)
        elif path.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(body.decode())) for cell in row]
            assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []


def test_what_may_not_be_shown_reaches_no_output(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour", "ferry")
    source(root, "harbour", "standard", STANDARD, "rights: none\nauthors: [Nora Quint]\n")
    source(root, "harbour", "late", "The zeppelin landed at Tresa.\n", "draft: true\n")
    event(root, "ferry", "title: Zeppelin ferry\ndraft: true\n")
    source(
        root,
        "harbour",
        "standard",
        STANDARD + "\nA zeppelin of Norrin flew.\n",
        "title: Zeppelins over Saltmere\nrights: none\nauthors: [Nora Quint]\n",
    )
    words = "“We will not move,”"
    correction = f'[[speaker]]\nsource = "ledger"\nwords = "{words}"\nspeaker = "Mara Lind"\n'
    (root / "content/events/harbour/corrections.toml").write_text(correction, "utf-8")
    (root / "content" / "hidden.md").write_text("---\ndraft: true\n---\nA zeppelin.\n", "utf-8")
    assert main(["-q"], root=root) == 0
    for path, body in files(root / "site").items():
        for secret in (b"zeppelin", b"Zeppelin", b"Nora Quint", b"40 ships", b"ferry/"):
            # The manifest names its inputs, and so that there is a folder; it holds no text.
            assert secret not in body or (path == "manifest.json" and secret == b"ferry/"), path


def test_an_excerpt_shows_no_sentence_but_those_that_carry_what_others_tell(
    tmp_path: Path,
) -> None:
    root = project(tmp_path, "harbour")
    filler = "\n\n".join(f"A gull called Nib{n} slept on mast {n}0 at Tresa." for n in range(30))
    source(root, "harbour", "ledger", f"{LEDGER}\n{filler}\n", "rights: excerpt\n")
    assert main(["-q"], root=root) == 0
    every = files(root / "site")
    assert "We will not move" in every["events/harbour/sources/ledger/index.html"].decode()
    assert [path for path, body in every.items() if b"slept on mast" in body] == []


EVENTS = tuple(f"event-{n}" for n in range(9))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the site of many events, built here by one process."""
    root = project(tmp_path_factory.mktemp("one") / "project", *EVENTS)
    assert main(["-q", "-j", "1"], root=root) == 0
    return files(root / "site")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Adak", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
        {"LANG": "de_DE.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "3", "PYTHONOPTIMIZE": "1"},
    ],
    ids=lambda environment: environment["TZ"],
)
def test_no_locale_time_zone_hash_seed_folder_or_count_of_processes_changes_a_byte(
    environment: dict[str, str], usual: dict[str, bytes], tmp_path: Path
) -> None:
    root = project(tmp_path / "another folder" / "project", *EVENTS)
    command = [sys.executable, str(CHECKOUT / "build.py"), "--root", str(root), "-q", "-j", "2"]
    run = subprocess.run(command, check=False, env={**os.environ, **environment}, cwd=tmp_path)
    assert run.returncode == 0
    assert files(root / "site") == usual


def test_three_hundred_sources_are_built(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour")
    for n in range(300):
        body = f"Dockers shut gate {n} of Saltmere on Monday.\n\nSome {n + 2} ships wait there.\n"
        source(root, "harbour", f"s{n}", body)
    assert main(["-q"], root=root) == 0
    assert main(["verify", str(root / "site")]) == 0


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("line.txt", b"word " * 2_000_000, "a line of "),
        ("huge.txt", b"word word.\n\n" * 8_400_000, "larger than 32 MiB"),
        ("deep.json", b"[" * 200_000, "deep.json: "),
        ("surrogate.json", b'{"@type":"NewsArticle","articleBody":"a \\ud800 b"}', ""),
        (
            "nested.eml",
            b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
                for n in range(500)
            ),
            "",
        ),
        ("word.txt", PARAGRAPH + b"W" + b"o" * 2_500 + b" shut on Monday.\n", "word.txt:3: a word"),
        ("long.txt", PARAGRAPH * 15_000, "again: the file has 1,"),
        (
            "furniture.html",
            b"<article><h1>Port shut</h1>" + b"<p>%s</p><p>Share</p>" % PARAGRAPH * 3_000,
            "again: the front matter is larger than 64 KiB",
        ),
        ("han.txt", "\u6e2f\u53e3\u5173\u95ed\u3002".encode() * 800, ""),
    ],
    ids=[
        *("a line of 10 MB", "100 MB", "nested JSON", "a lone surrogate", "nested e-mail"),
        *("a word without end", "a text without end", "furniture without end", "no spaces"),
    ],
)
def test_a_hostile_raw_file_is_refused_or_filed_whole(
    name: str, body: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", "harbour")
    (tmp_path / name).write_bytes(body)
    status = main(["ingest", "harbour", str(tmp_path / name), "--as", "raw"], root=root)
    assert says in capsys.readouterr().err
    assert status == (1 if says else status)
    assert main(["check", "-q"], root=root) == 0
