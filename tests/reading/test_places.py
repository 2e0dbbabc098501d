"""Content files: which are read, and that they are read whole."""

import os
import sys
from pathlib import Path

import pytest

from tellings.errors import ContentError
from tellings.publish import paths
from tellings.reading import places

PORTS = tuple(f"{port}{number}" for port in ("com", "lpt") for number in range(10))


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", *PORTS])
def test_what_no_page_can_be_called_on_windows_nothing_is_called(name: str) -> None:
    assert paths.fault_of(f"events/{name}/index.html") is not None
    problem = places.problem_with_name(name, "a.md", "the source")
    assert problem is not None
    assert problem.hint == f"“{name}-1” would do"
    assert places.problem_with_name(f"{name}-1", "a.md", "the source") is None
    assert places.slug_of(name.upper()) == f"{name}-1"


def test_a_file_is_read_whole_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "port.png"
    file.touch()
    for size in (0, 1, places.LARGEST):
        os.truncate(file, size)
        assert len(places.fetch(file, tmp_path)) == size
    os.truncate(file, places.LARGEST + 1)
    with pytest.raises(ContentError) as caught:
        places.fetch(file, tmp_path)
    (problem,) = caught.value.problems
    assert (problem.path, problem.message) == (
        "port.png",
        "the file is larger than 32 MiB, the most that is read",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are otherwise there")
@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("nothing", "the file cannot be read: No such file or directory"),
        ("folder", "the file cannot be read: Is a directory"),
        ("pipe", "this is no file but a pipe or a device"),
        ("way out", "the file is a link that leads nowhere or out of the project"),
        ("way round", "the file "),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    tmp_path: Path, kind: str, message: str
) -> None:
    file = tmp_path / "project" / "port.md"
    file.parent.mkdir()
    if kind == "folder":
        file.mkdir()
    if kind == "pipe":
        os.mkfifo(file)
    if kind.startswith("way"):
        file.symlink_to(tmp_path / "outside.md" if kind == "way out" else file)
        (tmp_path / "outside.md").touch()
    with pytest.raises(ContentError) as caught:
        places.fetch(file, file.parent)
    (problem,) = caught.value.problems
    assert (problem.path, problem.message.startswith(message)) == ("port.md", True)
