"""The benchmark of a whole site runs, and says what it timed."""

import re
from pathlib import Path

import pytest

from tools.benchmark_site import main


def test_every_phase_and_a_save_are_timed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(tmp_path), "--sources", "3", "--runs", "1"])
    said = capsys.readouterr().out
    assert [line.partition(":")[0] for line in said.splitlines()] == [
        "first build",
        "no change",
        "one edit",
        "one save",
    ]
    assert all(re.search(r" \d+(\.\d+)? m?s$", line) for line in said.splitlines())
    page = tmp_path / "tellings" / "site" / "events" / "event-00000" / "sources" / "outlet-0"
    assert "Edited for the 101. time" in (page / "index.html").read_text("utf-8")
