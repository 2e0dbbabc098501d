"""What is proposed for a folder: which texts are one event, and why."""

import json
import os
from pathlib import Path

import pytest

from tellings.build import processes
from tellings.cli import main
from tellings.errors import ContentError
from tellings.sorting import Sorted, gathering, sort
from tests.case_files import cases
from tests.projects import files, project

QUAKES = next(iter(cases("sorting"))).values[0]  # type: ignore[attr-defined]
DAY = "{day} March 2026"
STORY = (
    "Ferry runs aground off Kaskel\n{day}\n\n"
    "The ferry Anneke ran aground off Kaskel in thick fog with 112 passengers, the coast guard "
    "said.\n\nTugs from Ardun tried to pull it free. The captain, Otto Brandt, was questioned.\n"
)
FOLLOWING = (
    "Captain of the Kaskel ferry charged\n{day}\n\n"
    "Otto Brandt, captain of the ferry Anneke that ran aground off Kaskel with 112 passengers, "
    "was charged.\n\nThe ferry was pulled free by tugs from Ardun, the coast guard said.\n"
)


def laid(folder: Path, texts: str) -> Path:
    """Write the texts of a case."""
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts.split("\n---\n"):
        name, _, content = text.strip("\n").partition("\n")
        (folder / name).write_text(f"{content}\n", "utf-8", newline="\n")
    return folder


def groups(found: Sorted) -> str:
    """Give what was proposed as cases write it."""
    events = [" ".join(sorted(Path(m.file).stem for m in each.members)) for each in found.events]
    alone = sorted(f"alone: {Path(member.file).stem}" for member in found.alone)
    return "\n".join([*sorted(events), *alone])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "site")


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return laid(tmp_path / "pile", QUAKES)


@pytest.mark.parametrize(("texts", "expected"), cases("sorting"))
def test_texts_are_sorted_into_events(
    texts: str, expected: str, root: Path, tmp_path: Path
) -> None:
    folder = laid(tmp_path / "pile", texts)
    assert groups(sort(folder, root, window=14)) == expected


def test_neither_names_nor_places_of_files_decide(root: Path, pile: Path) -> None:
    before = sort(pile, root, window=14)
    names = [f"{n}/{letter}.txt" for n, letter in enumerate("dcba")]
    moved = dict(zip(sorted(file.name for file in pile.iterdir()), names, strict=True))
    for old, new in moved.items():
        (pile / new).parent.mkdir()
        (pile / old).rename(pile / new)
    after = sort(pile, root, window=14)
    assert [(each.slug, each.title, each.on) for each in after.events] == [
        (each.slug, each.title, each.on) for each in before.events
    ]
    assert [{member.file for member in each.members} for each in after.events] == [
        {moved[member.file] for member in each.members} for each in before.events
    ]


def test_several_processes_find_what_one_finds(
    root: Path, pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pile / "empty.txt").touch()
    alone = sort(pile, root, window=14)
    monkeypatch.setattr(gathering, "ENOUGH", 1)
    assert sort(pile, root, window=14, jobs=2) == alone

    def refused(*_: object, **__: object) -> None:
        raise OSError(38, "no memory to share")

    monkeypatch.setattr(processes, "ProcessPoolExecutor", refused)
    assert sort(pile, root, window=14, jobs=2) == alone


@pytest.mark.parametrize(
    ("days", "window", "expected"),
    [
        ((4, 8), 14, "a b"),
        ((4, 8), 3, "alone: a\nalone: b"),
        ((1, 29), 14, "alone: a\nalone: b"),
        ((1, 29), 90, "a b"),
    ],
)
def test_a_running_story_is_one_event_within_the_window(
    days: tuple[int, int], window: int, expected: str, root: Path, tmp_path: Path
) -> None:
    texts = [
        text.format(day=DAY.format(day=day))
        for text, day in zip((STORY, FOLLOWING), days, strict=True)
    ]
    folder = laid(tmp_path / "pile", f"a.txt\n{texts[0]}\n---\nb.txt\n{texts[1]}")
    assert groups(sort(folder, root, window=window)) == expected


def test_an_event_never_spans_more_than_the_window(root: Path, tmp_path: Path) -> None:
    texts = [f"{day}.txt\n{STORY.format(day=DAY.format(day=day))}It rained." for day in (2, 9, 16)]
    folder = laid(tmp_path / "pile", "\n---\n".join(f"{text} {n}." for n, text in enumerate(texts)))
    found = sort(folder, root, window=7)
    days = [{member.published for member in each.members} for each in found.events]
    assert [len(each) for each in days] == [2]
    assert len(found.alone) == 1


def test_the_reason_counts_what_both_texts_print(root: Path, pile: Path) -> None:
    found = sort(pile, root, window=14)
    member = next(m for m in found.events[0].members if m.file == "saltmere-standard.txt")
    assert member.reason is not None
    assert member.reason.closest == "saltmere-ledger.txt"
    assert set(member.reason.names) == {"Lind", "Mara", "Norrin", "Saltmere"}
    assert member.reason.figures == ("4,500", "6.2", "12")
    assert member.reason.apart == 0


def test_the_title_is_the_headline_of_one_of_the_texts(root: Path, pile: Path) -> None:
    for each in sort(pile, root, window=14).events:
        assert each.title in {member.title for member in each.members}
        assert each.slug.startswith(f"{each.on}-")


def test_what_cannot_be_read_is_listed_and_stops_nothing(
    root: Path, pile: Path, tmp_path: Path
) -> None:
    (pile / "empty.txt").touch()
    (pile / "photo.png").write_bytes(b"\x89PNG")
    (pile / ".hidden.txt").write_text("hidden", "utf-8")
    outside = tmp_path / "outside.txt"
    outside.write_text(STORY, "utf-8")
    (pile / "out.txt").symlink_to(outside)
    (pile / "gone.txt").symlink_to(pile / "nowhere.txt")
    (pile / "round").symlink_to(pile)
    found = sort(pile, root, window=14)
    assert [problem.path for problem in found.unread] == [
        "empty.txt",
        "gone.txt",
        "out.txt",
        "photo.png",
    ]
    assert len(found.events) == 2


def test_the_parts_of_a_saved_page_are_no_texts_of_their_own(root: Path, pile: Path) -> None:
    (pile / "page.html").write_text("<p>x</p>", "utf-8")
    (pile / "page_files").mkdir()
    (pile / "page_files" / "frame.html").write_text(STORY, "utf-8")
    found = sort(pile, root, window=14)
    assert not any("page_files" in problem.path for problem in found.unread)
    assert not any("page_files" in member.file for member in found.alone)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "there is no such folder"),
        ("file.txt", "this is a file, no folder"),
        ("void", "the folder holds no file to sort"),
    ],
)
def test_a_folder_without_texts_is_one_problem(
    name: str, said: str, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "file.txt").touch()
    (tmp_path / "void").mkdir()
    with pytest.raises(ContentError) as caught:
        sort(tmp_path / name, root, window=14, shown_as=name)
    assert [(each.path, each.message) for each in caught.value.problems] == [(name, said)]


def test_nothing_is_written_without_being_asked(
    root: Path, pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert main(["sort", str(pile)], root=root) == 0
    assert files(root) == before
    shown = capsys.readouterr().out
    assert "same day, 4 words of names (" in shown
    assert "2 new events for 4 files" in shown
    assert "nothing is written" in shown


def test_a_folder_of_which_nothing_can_be_read_fails(root: Path, tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "empty.txt").touch()
    assert main(["sort", str(tmp_path / "pile")], root=root) == 1


def test_scripts_get_the_same_bytes_twice(
    root: Path, pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sort", os.fspath(pile), "--json"], root=root) == 0
    first = capsys.readouterr().out
    assert main(["sort", os.fspath(pile), "--json"], root=root) == 0
    assert capsys.readouterr().out == first
    told = json.loads(first)
    assert told["format"] == "tellings.sort/1"
    assert [len(each["members"]) for each in told["events"]] == [2, 2]


def test_every_key_of_the_json_is_documented(
    root: Path, pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    laid(pile, "bread.txt\nBread\n\nLet the dough rest for a night in a cool place, then bake it.")
    (pile / "empty.txt").touch()
    assert main(["sort", os.fspath(pile), "--json", "--write"], root=root) == 0
    told = json.loads(capsys.readouterr().out)
    page = (Path(__file__).parents[2] / "docs" / "sorting.md").read_text("utf-8")
    member = told["events"][0]["members"][0]
    parts = (told, *told["events"], member, member["reason"], *told["unread"], *told["filed"])
    assert sorted({key for part in parts for key in part if f"`{key}`" not in page}) == []
    assert set(told["alone"][0]) == set(member) - {"reason"}


def test_an_event_is_not_named_by_a_headline_that_judges(root: Path, tmp_path: Path) -> None:
    body = "Soldiers entered Kaskel on Monday, Mara Lind said. Some 40 houses burned in Ardun.\n"
    texts = {
        "a.txt": f"Soldiers enter Kaskel\n\n{body}",
        "b.txt": f"Massacre feared as regime thugs enter Kaskel, Mara Lind says\n\n{body}{body}",
        "c.txt": f"Regime thugs and the massacre in Kaskel, as Mara Lind tells it\n\n{body}{body}",
    }
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    (event,) = sort(folder, root, window=14).events
    assert event.title == "Soldiers enter Kaskel"
