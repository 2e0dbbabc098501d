"""A build that had nothing to do is told from memory until anything changes."""

import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tellings import build
from tellings.cli import main, still
from tests.projects import SETTINGS, STANDARD, files, project

PAGE = Path("site/events/harbour/index.html")
SOURCE = Path("content/events/harbour/sources/standard.md")
WARNS = "no base_url is set"


def in_old_files(patch: pytest.MonkeyPatch) -> None:
    """Trust the times of files that were just written."""
    patch.setattr(still, "YOUNG", -(10**12))


def without_a_build(patch: pytest.MonkeyPatch) -> list[object]:
    """Have no build run; give the options of those that were asked for."""
    asked: list[object] = []

    def refuse(options: object, **_: object) -> build.Built:
        asked.append(options)
        return build.Built()

    patch.setattr(build, "build", refuse)
    return asked


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project whose last build had nothing to do."""
    in_old_files(monkeypatch)
    root = project(tmp_path / "project", "harbour", settings="[tool.tellings]\n")
    assert main(["build"], root) == main(["build"], root) == 0
    return root


def test_nothing_changed_is_told_in_the_same_words(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["build"], root) == 0
    before = capsys.readouterr()
    assert WARNS in before.err
    assert "0 written" in before.out
    (root / ".cache" / still.FILE).unlink()
    assert main(["build"], root) == 0
    assert capsys.readouterr() == before
    asked = without_a_build(monkeypatch)
    assert main(["build"], root) == 0
    assert capsys.readouterr() == before
    assert not asked


def test_what_a_stream_cannot_print_is_told_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        assert main(["build", "--output", str(root / "sité")], root) == 0
    printed = io.BytesIO()
    asked = without_a_build(monkeypatch)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding="ascii"))
    assert main(["build", "--output", str(root / "sité")], root) == 0
    assert printed.getvalue().startswith(b"sit?/: ")
    assert printed.getvalue().count(b"\n") == 1
    assert not asked


def test_a_memory_that_never_ends_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (root / ".cache" / still.FILE).open("r+b") as file:
        file.truncate(10**12)
    asked = without_a_build(monkeypatch)
    main(["build"], root)
    assert len(asked) == 1


def same_size_and_time(root: Path) -> None:
    path = root / SOURCE
    times = path.stat()
    path.write_text(STANDARD.replace("port", "pier"), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def as_another_file(root: Path) -> None:
    path = root / SOURCE
    copy = path.with_name("copy")
    shutil.copy2(path, copy)
    copy.replace(path)


def add_a_theme(root: Path) -> None:
    (root / "themes" / "plain").mkdir(parents=True)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a source edited, of the same size and time": same_size_and_time,
    "a source with a copy in its place": as_another_file,
    "a source gone": lambda root: (root / SOURCE).unlink(),
    "a source more": lambda root: (root / SOURCE.with_name("wire.md")).write_text("x", "utf-8"),
    "a page edited": lambda root: (root / PAGE).write_text("x", "utf-8"),
    "a page gone": lambda root: (root / PAGE).unlink(),
    "the site gone": lambda root: shutil.rmtree(root / "site"),
    "a theme more": add_a_theme,
    "settings": lambda root: (root / "pyproject.toml").write_text(SETTINGS + "\n", "utf-8"),
    "a plain page": lambda root: (root / "content" / "about.md").write_text("x", "utf-8"),
    "a link": lambda root: (root / "content" / "about.md").symlink_to(root / SOURCE),
    "the memory torn": lambda root: (root / ".cache" / still.FILE).write_bytes(b"\xff\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_is_looked_at(
    root: Path, change: Callable[[Path], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(root)
    asked = without_a_build(monkeypatch)
    main(["build"], root)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "argv", [["--drafts"], ["--strict"], ["check"], ["--timings"], ["--no-cache"]]
)
def test_another_command_is_carried_out(
    root: Path, argv: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = without_a_build(monkeypatch)
    main(argv, root)
    main(argv, root)
    assert len(asked) == 2


def test_another_project_is_built_though_it_is_named_in_the_same_words(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = project(tmp_path / "other", "ferry")
    monkeypatch.chdir(root)
    assert main(["build", "--root", "."]) == 0
    monkeypatch.chdir(other)
    assert main(["build", "--root", "."]) == 0
    assert (other / "site" / "events" / "ferry" / "index.html").is_file()


def test_what_was_changed_a_moment_ago_is_looked_at_again(tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    for _ in range(2):
        main(["build"], root)
    assert not (root / ".cache" / still.FILE).exists()
    assert not [name for name in files(root / ".cache") if name.startswith(still.FILE)]
