"""Content files: which are read, and that they are read whole."""

import os
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
