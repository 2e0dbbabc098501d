"""The inputs that other generators were measured with: docs/reliability.md has a row for each."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tellings.cli import main
from tests.projects import LEDGER, SETTINGS, files, project, source

TABLE = Path(__file__).parents[2] / "docs" / "reliability.md"
EVENT = "content/events/harbour/"
THEME = {
    "pyproject.toml": f'{SETTINGS}theme = "mine"\n',
    "themes/mine/theme.toml": 'extends = "plain"\n',
}
PAGE = "---\ntitle: Page\n---\n\n"
REFUSED: Mapping[str, tuple[Mapping[str, str | bytes], str]] = {
    "front-matter path `../../evil`": (
        {f"{EVENT}event.md": "---\ntitle: a\nimage: ../../evil.png\n---\n"},
        "event.md:3: ",
    ),
    "two posts, one URL": (
        {f"{EVENT}sources/Ledger.md": LEDGER},
        "“ledger.md” and “Ledger.md” differ only",
    ),
    "malformed front matter": (
        {f"{EVENT}sources/ledger.md": "---\ntitle: [a\noutlet: b\n---\nText.\n"},
        "ledger.md:2: the front matter cannot be read",
    ),
    "invalid UTF-8": (
        {f"{EVENT}sources/ledger.md": b"---\ntitle: a\n---\nText \xff.\n"},
        "ledger.md:4: byte 23 of the file is not UTF-8",
    ),
    "broken relative link / anchor": (
        {"content/page.md": f"{PAGE}[a](../nowhere/) and [b](../#nothing)\n"},
        (
            "content/page.md:5: the link “../#nothing” leads to no page or file of the site\n"
            "content/page.md:5: the link “../nowhere/” leads to no page or file of the site"
        ),
    ),
    "undefined template variable": (
        {**THEME, "themes/mine/templates/404.html": "<p>\n{{ nobody }}"},
        "themes/mine/templates/404.html:2: 'nobody' is undefined",
    ),
}
LINKED, SCRIPT, ADDRESS, TITLE, GONE, AGAIN = OTHERS = (
    "symlinked post -> file outside",
    "raw `<script>` in Markdown",
    "link to `javascript:…`",
    "`<b>` in title unescaped in page",
    "deleted source -> page still in output",
    "no-change rebuild rewrites files (mtime)",
)


def test_every_row_of_the_table_is_tried_here() -> None:
    told = TABLE.read_text("utf-8").partition("## Beside other generators")[2]
    rows = re.findall(r"^\| (.+?) \| \*\*", told, re.MULTILINE)
    assert sorted(rows) == sorted([*REFUSED, *OTHERS])


@pytest.mark.parametrize("row", REFUSED)
def test_it_is_refused_with_its_place_and_nothing_is_written(
    row: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", "harbour")
    laid, says = REFUSED[row]
    for name, body in laid.items():
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(body if isinstance(body, bytes) else body.encode())
    if row.startswith("two posts") and len(list((root / EVENT / "sources").iterdir())) < 3:
        pytest.skip("this disk does not tell capitals from small letters")
    assert main([], root=root) == 1
    assert says in capsys.readouterr().err
    assert not (root / "site").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["project"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_linked_post_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path / "project", "harbour")
    (tmp_path / "outside.md").write_text(LEDGER, "utf-8")
    (root / EVENT / "sources" / "x.md").symlink_to(tmp_path / "outside.md")
    assert main([], root=root) == 1
    assert "x.md: the file is a link that leads nowhere or out" in capsys.readouterr().err


def test_markup_and_scripts_are_words(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour")
    body = f"{LEDGER}\n<script>evil()</script> [x](javascript:evil()) is here.\n"
    source(root, "harbour", "ledger", body, "title: A <b>bold</b> port\n")
    assert main(["-q"], root=root) == 0
    page = (root / "site" / "events/harbour/sources/ledger/index.html").read_text("utf-8")
    assert "&lt;script&gt;evil()" in page
    assert "&lt;b&gt;bold&lt;/b&gt;" in page
    assert not re.search(r"<script>|<b>bold|href=.?javascript", page)


def test_what_is_gone_is_gone_and_what_stays_is_not_written_again(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour", "ferry")
    assert main(["-q"], root=root) == 0
    stamps = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")}
    assert main(["-q", "--no-cache"], root=root) == 0
    assert {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*")} == stamps
    (root / EVENT / "sources" / "ledger.md").unlink()
    assert main(["-q"], root=root) == 0
    assert [path for path in files(root / "site") if "harbour/sources/ledger" in path] == []
