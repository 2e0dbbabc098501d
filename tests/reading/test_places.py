"""Content files: which are read, and that they are read whole."""

import os
from pathlib import Path

import pytest

from tellings.errors import ContentError
from tellings.reading import places


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
