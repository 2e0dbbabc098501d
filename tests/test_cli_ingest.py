"""Filing as it is typed: options, the dry run, the table."""

import io
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.cli.printing import columns, short
from tellings.reading import source_file
from tests.projects import files, project

PROSE = "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates."
RAW = (
    f"Dockers shut the port\n4 March 2026\n\n{PROSE}\n\nAdvertisement\n\n"
    "The gates\u200b stay shut.\n"
)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    path = tmp_path / "herald.txt"
    path.write_text(RAW, "utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "site")


def filed(root: Path, name: str) -> str:
    return (root / "content/events/harbour/sources" / f"{name}.md").read_text("utf-8")


def test_what_the_editor_sets_has_no_evidence_and_stays_set(root: Path, raw: Path) -> None:
    options = ["--outlet", "The Ledger", "--url", "https://ledger.example/a"]
    told = ["ingest", "harbour", str(raw), *options, "--published", "2026-03-05 10:00"]
    assert main(told, root=root) == 0
    source, warnings = source_file.parse(filed(root, "the-ledger").encode(), "a.md", "a")
    assert (source.outlet, source.url) == ("The Ledger", "https://ledger.example/a")
    assert (source.published, warnings) == ("2026-03-05 10:00", ())
    assert {each.field for each in source.evidence}.isdisjoint({"outlet", "url", "published"})
    before = files(root)
    assert main(["ingest", "harbour", str(raw)], root=root) == 0
    assert files(root) == before
    assert main([], root=root) == 0
    page = (root / "site/events/harbour/sources/the-ledger/index.html").read_text("utf-8")
    assert page.count("set by the editor") >= 3


def test_an_outlet_may_be_known_by_the_address_that_the_editor_sets(root: Path, raw: Path) -> None:
    url = "https://www.ledger.example/2026/03/04/port"
    assert main(["ingest", "harbour", str(raw), "--url", url], root=root) == 0
    source, _ = source_file.parse(filed(root, "ledger-example").encode(), "a.md", "a")
    assert source.outlet == "ledger.example"
    assert [each.words for each in source.evidence if each.field == "outlet"] == [url]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--url", "ledger.example"], "--url: “ledger.example” is not a web address"),
        (["--published", "4 March"], "--published: “4 March” is not a day"),
        (["--outlet", " "], "--outlet: the outlet's name is empty"),
        (["--as", "The Ledger"], "--as: the source “The Ledger” may hold only"),
    ],
)
def test_values_that_no_source_can_hold_are_refused(
    options: list[str], said: str, root: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert main(["ingest", "harbour", str(raw), *options], root=root) == 1
    assert said in capsys.readouterr().err
    assert files(root) == before


def test_a_dry_run_writes_nothing_and_labels_every_line(
    root: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert main(["ingest", "harbour", str(raw), "--dry-run"], root=root) == 0
    said = capsys.readouterr().out
    assert said.split("\n\n")[0].split("\n") == [
        "herald.txt",
        "1  title          Dockers shut the port",
        "2  date-label     4 March 2026",
        f"4  article        {PROSE[:81]}…",
        "6  advertisement  Advertisement",
        "8  article        The gates stay shut.",
    ]
    assert "not written" in said
    assert files(root) == before


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_dry_run_is_in_colour_on_a_terminal_that_wants_it(
    no_color: str, coloured: bool, root: Path, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    assert main(["ingest", "harbour", str(raw), "--dry-run"], root=root) == 0
    assert ("\x1b[" in screen.getvalue()) is coloured
    assert "advertisement" in screen.getvalue()


def test_the_table_says_all_in_a_hundred_columns(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = tmp_path / f"{'a very long name ' * 5}.txt"
    kinds = "Advertisement\n\n1 min read\n\nShare\n\nhttps://ledger.example/a\n\n"
    head = f"{'港は閉鎖 ' * 20}\n4 March 2026\n5 March 2026\n\n"
    long.write_text(f"{head}{PROSE}\n\n{kinds}The cafÃ©\u200b is shut.", "utf-8")
    assert main(["ingest", "harbour", str(long)], root=root) == 0
    said = capsys.readouterr().out.splitlines()
    assert max(map(columns, said)) <= 100
    whole = " ".join(" ".join(said).split())
    for words in (
        "2026-03-04",
        "advertisement 1",
        "source url 1",
        "zero width 1",
        "in 1 line (15)",
    ):
        assert words in whole
    assert "not taken: 2026-03-05 in line 3 as “published”: a second date of the kind" in whole


@pytest.mark.parametrize(
    ("words", "widest", "cut"),
    [("harbour", 7, "harbour"), ("harbours", 7, "harbou…"), ("港は閉鎖", 5, "港は…"), ("", 3, "")],
)
def test_words_are_cut_to_columns(words: str, widest: int, cut: str) -> None:
    assert short(words, widest) == cut


def test_a_line_of_megabytes_is_cut_like_any_other() -> None:
    assert short("港" * 5_000_000, 5) == "港港…"


def test_the_same_file_under_another_name_is_told_by_both(
    root: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = raw.with_name("copy.txt")
    again.write_bytes(raw.read_bytes())
    assert main(["ingest", "harbour", str(raw), str(again)], root=root) == 0
    said = capsys.readouterr().out
    assert "copy.txt    herald  unchanged" in said
    assert "this is raw/herald.txt once more, which was filed as “herald”" in said


def test_an_event_that_filing_begins_is_named(
    root: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = "content/events/harbor/event.md is made"
    assert main(["ingest", "harbor", str(raw), "--dry-run"], root=root) == 0
    assert "content/events/harbor/event.md would be made too" in capsys.readouterr().out
    assert main(["ingest", "harbor", str(raw)], root=root) == 0
    assert made in capsys.readouterr().out
    for options in ([], ["--dry-run"]):
        assert main(["ingest", "harbor", str(raw), *options], root=root) == 0
        assert "event.md" not in capsys.readouterr().out


def test_an_address_without_its_scheme_is_helped(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", "harbour", "www.ledger.example/port"], root=root) == 1
    assert "if it is a web address: https://www.ledger.example/port" in capsys.readouterr().err


def test_the_outlet_s_name_above_the_headline_is_no_headline(root: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"The Norrin Ledger\nDockers shut the port\n\n{PROSE}\n", "utf-8")
    told = ["ingest", "harbour", str(page), "--outlet", "The Norrin Ledger"]
    assert main(told, root=root) == 0
    source, _ = source_file.parse(filed(root, "the-norrin-ledger").encode(), "a.md", "a")
    assert (source.title, source.title_derived) == ("Dockers shut the port", False)
    assert [(each.kind, each.lines) for each in source.removed] == [("section", (1, 1))]


NEWER = RAW.replace("\n\nAdvertisement", "\n\nFerry crews join them on Friday.\n\nAdvertisement")


def test_a_newer_version_is_told_by_what_it_changes(
    root: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", "harbour", str(raw)], root=root) == 0
    path = root / "content/events/harbour/sources/herald.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("published: 2026-03-04", "published: 2026-03-03"), "utf-8")
    raw.write_text(NEWER.replace("4 March", "5 March"), "utf-8")
    capsys.readouterr()
    assert main(["ingest", "harbour", str(raw), "--as", "herald"], root=root) == 0
    said = capsys.readouterr().out
    assert "merged" in said
    assert "newer than raw/herald.txt: 1 paragraph new or changed, 0 gone or changed" in said
    assert "published stays as you have set it: 2026-03-03; the file says 2026-03-05" in said
    assert filed(root, "herald").count("Ferry crews join") == 1


def test_a_conflict_is_a_problem_with_its_line(
    root: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ingest", "harbour", str(raw)], root=root) == 0
    path = root / "content/events/harbour/sources/herald.md"
    path.write_text(path.read_text("utf-8").replace("at dawn", "at noon"), "utf-8")
    raw.write_text(NEWER.replace("at dawn", "at night"), "utf-8")
    capsys.readouterr()
    assert main(["ingest", "harbour", str(raw), "--as", "herald"], root=root) == 1
    said = capsys.readouterr()
    beside = (path.parent / "herald.md.new").read_text("utf-8").split("\n")
    line = beside.index("<<<<<<< edited") + 1
    where = f"content/events/harbour/sources/herald.md.new:{line}"
    assert f"{where}: the newer version changes what you have changed" in said.err
    assert "herald.md stays as it is" in said.out
    assert "at noon" in path.read_text("utf-8")
