"""Memory: what was found is not sought again, and what nobody asks for is let go."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tellings.analysis.toolkit import DEFAULT
from tellings.cache import contents
from tellings.cache.memory import Forgetful, Memory
from tellings.cache.tools import remembering
from tellings.model.document import Document
from tellings.model.event import Content
from tellings.model.findings import Quantity
from tellings.reading import content_folder
from tests.making import document

EVENT = '---\ntitle: "{}"\n---\n'


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


def project(root: Path) -> None:
    for slug in ("harbour", "ferry"):
        folder = root / "content" / "events" / slug
        (folder / "sources").mkdir(parents=True)
        (folder / "event.md").write_text(EVENT.format(slug), "utf-8")
        (folder / "sources" / "ledger.md").write_text("The port is shut.\n", "utf-8")
    (root / "content" / "method.md").write_text("# Method\n\nWe compare.\n", "utf-8")


def test_remembered_content_is_what_reading_gives(tmp_path: Path) -> None:
    project(tmp_path)
    memory = Memory()

    def read() -> Content:
        return contents.read(tmp_path, memory).content

    def remembered_is_right() -> bool:
        return read() == content_folder.read(tmp_path) == read()

    assert remembered_is_right()
    source = tmp_path / "content" / "events" / "ferry" / "sources" / "ledger.md"
    source.write_text("The port is open again.\n", "utf-8")
    assert remembered_is_right()
    source.with_name("standard.md").write_text("A ferry burns.\n", "utf-8")
    assert remembered_is_right()
    source.unlink()
    (tmp_path / "content" / "method.md").write_text("# How\n\nWe compare.\n", "utf-8")
    assert remembered_is_right()
    source.with_name("standard.md").write_text("---\npublised: x\n---\nA ferry.\n", "utf-8")
    assert remembered_is_right()
    assert read().problems


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_leads_nowhere_hides_no_later_change(tmp_path: Path) -> None:
    project(tmp_path)
    memory = Memory()
    source = tmp_path / "content" / "events" / "ferry" / "sources" / "ledger.md"
    source.with_name("wire.md").symlink_to("nowhere.md")
    before = contents.read(tmp_path, memory).content.problems
    source.write_text("---\npublised: x\n---\nA ferry.\n", "utf-8")
    assert contents.read(tmp_path, memory).content.problems != before
    source.with_name("wire.md").unlink()
    source.with_name("wire.md").symlink_to("wire.md")
    *_, problem = contents.read(tmp_path, memory).content.problems
    assert "leads nowhere" in problem.message


def test_inputs_are_told_by_event_with_their_hashes(tmp_path: Path) -> None:
    project(tmp_path)
    read = contents.read(tmp_path, Memory())
    assert [path for path, _ in read.inputs_of("harbour")] == [
        "content/events/harbour/event.md",
        "content/events/harbour/sources/ledger.md",
    ]
    assert [path for path, _ in read.inputs_of("")] == ["content/method.md"]
