"""Memory: what was found is not sought again, and what nobody asks for is let go."""

import contextlib
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from tellings.analysis.study import study
from tellings.analysis.toolkit import DEFAULT, Toolkit
from tellings.cache import disk, ground
from tellings.cache.disk import Shelf
from tellings.cache.ground import Ground, Inputs
from tellings.cache.memory import Forgetful, Memory
from tellings.cache.plain import built, plain
from tellings.cache.tools import remembering
from tellings.model.document import Document
from tellings.model.event import Event
from tellings.model.findings import Quantity, Telling
from tellings.reading import content_files, corrections
from tests.analysis.event import GAZETTE, LEDGER
from tests.making import document, source, telling


def counted(calls: list[str], name: str) -> Callable[[], str]:
    def make() -> str:
        calls.append(name)
        return name

    return make


def test_the_same_question_is_answered_once() -> None:
    memory, calls = Memory(), list[str]()
    answers = [memory.recall(("port", 1), counted(calls, "shut")) for _ in range(3)]
    assert (answers, calls) == (["shut"] * 3, ["shut"])


def test_a_store_that_keeps_nothing_asks_every_time() -> None:
    store, calls = Forgetful(), list[str]()
    answers = [store.recall(("port", 1), counted(calls, "shut")) for _ in range(2)]
    store.sweep()
    assert (answers, calls) == (["shut"] * 2, ["shut"] * 2)


def test_what_nobody_asked_for_is_forgotten() -> None:
    memory, calls = Memory(), list[str]()
    memory.recall("old", counted(calls, "old"))
    memory.sweep()
    memory.recall("new", counted(calls, "new"))
    memory.sweep()
    memory.recall("new", counted(calls, "new"))
    memory.recall("old", counted(calls, "old"))
    assert calls == ["old", "new", "old"]


def test_the_parts_of_what_is_kept_are_kept() -> None:
    memory, calls = Memory(), list[str]()

    def whole() -> str:
        return memory.recall("part", counted(calls, "part"))

    for _ in range(3):
        memory.recall("whole", whole)
        memory.sweep()
    memory.recall("another whole", whole)
    assert calls == ["part"]


def test_a_failed_search_is_tried_again() -> None:
    memory, calls = Memory(), list[str]()

    def fail() -> str:
        raise ValueError

    try:
        memory.recall("port", fail)
    except ValueError:
        memory.sweep()
    assert memory.recall("port", counted(calls, "shut")) == "shut"


def test_a_correction_leaves_in_memory_what_does_not_follow_from_it() -> None:
    asked: list[str] = []

    def counting(name: str) -> Callable[..., Any]:
        def ask(*about: Any) -> Any:
            asked.append(name)
            return getattr(DEFAULT, name)(*about)

        return ask

    slots = [one.name for one in fields(Toolkit)]
    memory = Memory()
    tools = remembering(Toolkit(**{name: counting(name) for name in slots}), memory)
    texts = (source(LEDGER, id="ledger"), source(GAZETTE, id="gazette"))
    plain_ = Event(slug="strike", path="event.md", title="Strike", sources=texts)
    study(plain_, tools)
    assert set(asked) == set(slots)
    asked.clear()
    entry = b'[[gist]]\nsource = "ledger"\nwords = "Dock workers in Norrin walked off"\n'
    said = corrections.parse(entry, "corrections.toml", texts, ()).corrections
    study(replace(plain_, corrections=said), tools)
    assert set(asked) == {"covers", "differences", "sections", "omissions", "summary"}


def test_tools_are_asked_once_about_the_same_text() -> None:
    asked: list[Document] = []

    def numbers(about: Document) -> tuple[Quantity, ...]:
        asked.append(about)
        return ()

    tools = remembering(replace(DEFAULT, numbers=numbers), Memory())
    one, other = document("30 ships waited."), document("40 ships waited.")
    for about in (one, one, other, one):
        tools.numbers(about)
    assert asked == [one, other]


LONG_AGO = 1_700_000_000
NOW = 4_000_000_000_000_000_000


def aged(folder: Path) -> Path:
    """Make every file below a folder old enough for its hash to be kept."""
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


def event(root: Path) -> Path:
    """Make an event's folder and give its one source."""
    folder = root / "content" / "events" / "ferry"
    (folder / "sources").mkdir(parents=True)
    (folder / "event.md").write_text("---\ntitle: Ferry\n---\n", "utf-8")
    source = folder / "sources" / "ledger.md"
    source.write_text("The port is shut.\n", "utf-8")
    return source


def looked(root: Path, shelf: Shelf, now: int = NOW) -> tuple[Inputs, bool]:
    """Give the files of the event, and whether they had to be read."""
    read: list[str] = []

    def hashes() -> Inputs:
        read.append("ferry")
        return content_files.inputs(root, "ferry")

    known = Ground(shelf, now)
    found = known.inputs("event ferry", content_files.folders(root, "ferry"), hashes)
    known.keep()
    return found, bool(read)


def test_files_are_hashed_again_only_where_they_may_have_changed(tmp_path: Path) -> None:
    source = event(tmp_path)
    aged(tmp_path / "content")
    with disk.opened(tmp_path / ".cache") as shelf:
        first, read = looked(tmp_path, shelf)
        assert read
        assert [path for path, _ in first] == [
            "content/events/ferry/event.md",
            "content/events/ferry/sources/ledger.md",
        ]
        assert looked(tmp_path, shelf) == (first, False)
        source.write_text("The port is open again.\n", "utf-8")
        aged(tmp_path / "content")
        changed, read = looked(tmp_path, shelf)
        assert read
        assert changed != first
        source.with_name("wire.md").write_text("Rain.\n", "utf-8")
        assert looked(tmp_path, shelf)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="keeps no time of the last change")
def test_other_words_of_the_same_size_and_time_are_hashed_again(tmp_path: Path) -> None:
    source = event(tmp_path)
    aged(tmp_path / "content")
    with disk.opened(tmp_path / ".cache") as shelf:
        before, _ = looked(tmp_path, shelf)
        with source.open("r+b") as file:
            file.write(b"The dock")
        aged(tmp_path / "content")
        assert looked(tmp_path, shelf)[0] != before


def test_a_file_that_has_just_changed_is_hashed_again(tmp_path: Path) -> None:
    source = event(tmp_path)
    aged(tmp_path / "content")
    os.utime(source, ns=(NOW - 1_000_000, NOW - 1_000_000))
    with disk.opened(tmp_path / ".cache") as shelf:
        assert looked(tmp_path, shelf)[1]
        assert looked(tmp_path, shelf)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="keeps no time of the last change")
def test_a_file_with_an_old_time_that_has_just_been_put_there_is_hashed_again(
    tmp_path: Path,
) -> None:
    event(tmp_path)
    aged(tmp_path / "content")
    moment = max(path.stat().st_ctime_ns for path in (tmp_path / "content").rglob("*"))
    for later, trusted in ((1, False), (10**12, True)):
        with disk.opened(tmp_path / ".cache") as shelf:
            looked(tmp_path, shelf, moment + later)
            assert looked(tmp_path, shelf, moment + later)[1] is not trusted


def test_another_library_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "dist-packages"
    beside.mkdir()
    monkeypatch.setattr(ground, "LIBRARIES", ("mine",))
    monkeypatch.syspath_prepend(str(beside))
    monkeypatch.syspath_prepend(str(tmp_path))
    programs = set()
    with disk.opened(tmp_path / ".cache") as shelf:
        for version in ("1.0", "2.0"):
            facts = beside / f"mine-{version}.dist-info"
            facts.mkdir()
            metadata = f"Metadata-Version: 2.1\nName: mine\nVersion: {version}\n"
            (facts / "METADATA").write_text(metadata, "utf-8")
            for _ in range(2):
                known = Ground(shelf, NOW)
                programs.add(ground.program(known))
                known.keep()
            shutil.rmtree(facts)
    assert len(programs) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_leads_nowhere_hides_no_later_change(tmp_path: Path) -> None:
    source = event(tmp_path)
    source.with_name("wire.md").symlink_to("nowhere.md")
    with disk.opened(tmp_path / ".cache") as shelf:
        before, _ = looked(tmp_path, shelf)
        source.with_name("nowhere.md").write_text("Rain.\n", "utf-8")
        assert looked(tmp_path, shelf)[0] != before


def test_findings_are_there_for_the_next_build(tmp_path: Path) -> None:
    with disk.opened(tmp_path) as shelf:
        shelf.keep({"port": b"shut", "ferry": b"late"})
        shelf.see({"content": ("mark", "value")})
    with disk.opened(tmp_path) as shelf:
        assert shelf.found(["ferry", "port", "rain"]) == {"ferry": b"late", "port": b"shut"}
        assert shelf.seen() == {"content": ("mark", "value")}
        assert shelf.word == ""
    disk.forget(tmp_path)
    with disk.opened(tmp_path) as shelf:
        assert shelf.found(["port"]) == {}


def test_without_a_folder_nothing_is_kept() -> None:
    with disk.opened(None) as shelf:
        shelf.keep({"port": b"shut"})
        assert (shelf.found(["port"]), shelf.seen(), shelf.word) == ({}, {}, "")


@pytest.mark.parametrize(
    "body", [b"", b"SQLite format 3\x00" + b"\xff" * 4096, b"no database " * 99]
)
def test_a_damaged_file_is_begun_anew(body: bytes, tmp_path: Path) -> None:
    (tmp_path / disk.FILE).write_bytes(body)
    with disk.opened(tmp_path) as shelf:
        shelf.keep({"port": b"shut"})
        assert shelf.found(["port"]) == {"port": b"shut"}
        assert ("damaged" in shelf.word) == bool(body)
    with disk.opened(tmp_path) as shelf:
        assert shelf.found(["port"]) == {"port": b"shut"}


def test_a_file_torn_in_the_middle_is_gone_for_the_next_build(tmp_path: Path) -> None:
    with disk.opened(tmp_path) as shelf:
        shelf.keep({f"port {n}": bytes(2000) for n in range(200)})
    path = tmp_path / disk.FILE
    torn = path.read_bytes()
    path.write_bytes(torn[:8192] + b"\xee" * (len(torn) - 8192))
    with disk.opened(tmp_path) as shelf:
        shelf.found([f"port {n}" for n in range(200)])
        shelf.keep({"ferry": b"late"})
    with disk.opened(tmp_path) as shelf:
        shelf.keep({"ferry": b"late"})
        assert shelf.found(["ferry"]) == {"ferry": b"late"}


@pytest.mark.parametrize("mode", ["NORMAL", "EXCLUSIVE"])
def test_a_file_that_another_program_holds_is_kept(
    mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with disk.opened(tmp_path) as shelf:
        shelf.keep({"port": b"shut"})
    monkeypatch.setattr(disk, "PATIENCE", 0.1)
    held = sqlite3.connect(tmp_path / disk.FILE, isolation_level=None)
    held.execute(f"PRAGMA locking_mode = {mode}")
    held.execute("BEGIN IMMEDIATE")
    with disk.opened(tmp_path) as shelf:
        shelf.keep({"ferry": b"late"})
        assert "remembered for the next build" in shelf.word
    held.close()
    with disk.opened(tmp_path) as shelf:
        assert shelf.found(["port", "ferry"]) == {"port": b"shut"}
        assert shelf.word == ""


def test_tables_of_another_shape_are_begun_anew(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / disk.FILE)) as base:
        base.executescript("CREATE TABLE found (a); PRAGMA user_version = 1")
    with disk.opened(tmp_path) as shelf:
        shelf.keep({"port": b"shut"})
        assert shelf.found(["port"]) == {"port": b"shut"}


def test_a_folder_that_cannot_be_made_is_told_and_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with disk.opened(tmp_path / "file" / ".cache") as shelf:
        shelf.keep({"port": b"shut"})
        assert shelf.found(["port"]) == {}
        assert "nothing is remembered" in shelf.word


def test_what_nobody_has_asked_for_longest_goes_when_room_is_short(tmp_path: Path) -> None:
    half = bytes(600 * 1024)
    with disk.opened(tmp_path, limit=1) as shelf:
        shelf.keep({"old": half})
    for _ in range(disk.FRESH + 2):
        with disk.opened(tmp_path, limit=9) as shelf:
            shelf.keep({"small": b"x"})
            shelf.found(["old"])
    with disk.opened(tmp_path, limit=9) as shelf:
        shelf.keep({"new": half, "newer": half})
    with disk.opened(tmp_path, limit=1) as shelf:
        pass
    with disk.opened(tmp_path) as shelf:
        kept = shelf.found(["old", "new", "newer"])
        assert len(kept) == 1


def test_two_builds_at_once_see_each_other_s_findings(tmp_path: Path) -> None:
    with disk.opened(tmp_path) as one, disk.opened(tmp_path) as other:
        one.keep({"port": b"shut"})
        other.keep({"ferry": b"late"})
        assert (one.found(["ferry"]), other.found(["port"])) == (
            {"ferry": b"late"},
            {"port": b"shut"},
        )


def test_findings_are_the_same_after_they_were_written_down() -> None:
    told = telling("“We wait,” said Mara Lind on Monday. Some 30 ships lay in the bay.")
    assert built(Telling, json.loads(json.dumps(plain(told)))) == told


@pytest.mark.parametrize("value", [{"a": 1}, [1], {1, 2}, b"bytes", object()])
def test_what_has_no_plain_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="no plain form"):
        plain(value)
