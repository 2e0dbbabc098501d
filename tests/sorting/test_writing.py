"""Proposals that are carried out: event folders, and what stays as an editor has left it."""

import json
import re
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.reading import content_folder
from tests.projects import files, project
from tests.sorting.test_sorting import DAY, FOLLOWING, QUAKES, STORY, laid

LATE = """\
late.txt
Saltmere school collapse: death toll rises to 19
5 March 2026

The number of people killed when a school collapsed in Saltmere in Wednesday's earthquake is 19, \
the mayor, Mara Lind, said on Thursday.

Rescue workers found seven more bodies in the rubble. Some 2,100 homes were still without power, \
and Norrin sent blankets.
"""
SALTMERE = "2026-03-04-*"
TRESA = "2026-03-06-*"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "site")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return laid(tmp_path / "pile", QUAKES)


def event(root: Path, pattern: str) -> Path:
    """Give the one event's folder of that name."""
    (found,) = (root / "content" / "events").glob(pattern)
    return found


def sources(folder: Path) -> set[str]:
    return {file.name for file in (folder / "sources").glob("*.md")}


def test_events_are_made_and_can_be_built(root: Path, pile: Path) -> None:
    assert main(["sort", str(pile), "--write"], root=root) == 0
    assert sources(event(root, SALTMERE)) == {"saltmere-ledger.md", "saltmere-standard.md"}
    written = (event(root, TRESA) / "event.md").read_text("utf-8")
    assert re.search(r"(?m)^title: .*Tresa", written)
    assert re.search(r"(?m)^on: 2026-03-06$", written)
    assert re.search(r"(?m)^# targets:", written)
    assert main(["check"], root=root) == 0


def test_sorting_again_changes_nothing(root: Path, pile: Path) -> None:
    assert main(["sort", str(pile), "--write"], root=root) == 0
    before = files(root)
    assert main(["sort", str(pile), "--write"], root=root) == 0
    assert files(root) == before


def test_a_new_text_joins_the_event_that_stands(root: Path, pile: Path) -> None:
    assert main(["sort", str(pile), "--write"], root=root) == 0
    folder = event(root, SALTMERE)
    note = folder / "event.md"
    note.write_text("---\ntitle: The quake\non: 2026-03-03\n---\n", "utf-8", newline="\n")
    laid(pile, LATE)
    assert main(["sort", str(pile), "--write"], root=root) == 0
    assert sources(folder) == {"saltmere-ledger.md", "saltmere-standard.md", "late.md"}
    assert note.read_text("utf-8") == "---\ntitle: The quake\non: 2026-03-03\n---\n"
    assert len(list((root / "content" / "events").iterdir())) == 2


def test_what_an_editor_has_moved_or_left_out_stays(root: Path, pile: Path) -> None:
    assert main(["sort", str(pile), "--write"], root=root) == 0
    here, there = event(root, SALTMERE), event(root, TRESA)
    for name in ("raw/saltmere-standard.txt", "sources/saltmere-standard.md"):
        (here / name).rename(there / name)
    (there / "sources" / "tresa-standard.md").unlink()
    before = files(root)
    assert main(["sort", str(pile), "--write"], root=root) == 0
    assert files(root) == before


def test_a_text_does_not_join_two_standing_events(root: Path, tmp_path: Path) -> None:
    for slug, name, text in (("one", "a.txt", STORY), ("two", "b.txt", FOLLOWING)):
        raw = laid(tmp_path / slug, f"{name}\n{text.format(day=DAY.format(day=4))}")
        assert main(["ingest", slug, str(raw / name)], root=root) == 0
    between = laid(tmp_path / "pile", f"c.txt\n{STORY.format(day=DAY.format(day=5))}It rained.")
    assert main(["sort", str(between), "--write"], root=root) == 0
    assert sources(root / "content/events/one") == {"a.md", "c.md"}
    assert sources(root / "content/events/two") == {"b.md"}


def test_a_file_that_ingest_refuses_keeps_no_other_out(
    root: Path, pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for n, name in enumerate(("saltmere-ledger.txt", "saltmere-standard.txt")):
        (pile / str(n)).mkdir()
        (pile / name).rename(pile / str(n) / "index.txt")
    assert main(["sort", str(pile), "--write"], root=root) == 1
    assert "raw/index.txt is there already, with other content" in capsys.readouterr().err
    assert sources(event(root, SALTMERE)) == {"index.md"}
    assert len(sources(event(root, TRESA))) == 2


def test_names_of_files_become_ids_by_the_rules_of_filing(root: Path, pile: Path) -> None:
    (pile / "tresa-ledger.txt").rename(pile / "Größe … 100 %.txt")
    assert main(["sort", str(pile), "--write"], root=root) == 0
    assert sources(event(root, TRESA)) == {"grosse-100.md", "tresa-standard.md"}


def test_a_slug_that_is_taken_is_numbered(root: Path, pile: Path) -> None:
    assert main(["sort", str(pile), "--write"], root=root) == 0
    folder = event(root, TRESA)
    for file in (*(folder / "sources").iterdir(), *(folder / "raw").iterdir()):
        file.unlink()
    assert main(["sort", str(pile), "--write"], root=root) == 0
    assert len(list((root / "content" / "events").glob(TRESA))) == 2


def test_scripts_learn_what_was_filed(
    root: Path, pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sort", str(pile), "--write", "--json"], root=root) == 0
    told = json.loads(capsys.readouterr().out)
    assert {source["status"] for each in told["filed"] for source in each["sources"]} == {"filed"}
    assert [each["event"] for each in told["filed"]] == [each["slug"] for each in told["events"]]


def test_a_standing_event_that_cannot_be_read_is_said_before_anything_is_written(
    root: Path, pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sort", str(pile), "--write"], root=root) == 0
    source = event(root, TRESA) / "sources" / "tresa-ledger.md"
    source.write_text("---\ntitle: [open\n---\n\nText.\n", "utf-8")
    laid(pile, LATE)
    before = files(root)
    assert main(["sort", str(pile), "--write"], root=root) == 1
    assert "tresa-ledger.md" in capsys.readouterr().err
    assert files(root) == before


def test_every_event_made_is_read_without_an_error(root: Path, pile: Path) -> None:
    assert main(["sort", str(pile), "--write"], root=root) == 0
    for folder in (root / "content" / "events").iterdir():
        read = content_folder.read_event(root, folder.name)
        assert [each for each in read.problems if each.severity == "error"] == []
