"""The measure of sorting: B-cubed as its authors count, and a table of every size."""

import gzip
import json
from pathlib import Path

import pytest

from tools import measure_sorting
from tools.measure_sorting import b_cubed


def test_b_cubed_counts_for_each_text() -> None:
    perfect = b_cubed(((0, 1), (2,)), (7, 7, 8))
    assert (perfect.precision, perfect.recall, perfect.f1) == (1.0, 1.0, 1.0)
    joined = b_cubed(((0, 1, 2),), (7, 7, 8))
    assert joined.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert joined.recall == 1.0
    parted = b_cubed(((0,), (1,), (2,)), (7, 7, 8))
    assert parted.precision == 1.0
    assert parted.recall == pytest.approx((1 / 2 + 1 / 2 + 1) / 3)
    assert (parted.found, parted.events) == (3, 2)


def test_every_way_is_measured_at_every_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "events.jsonl.gz"
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        for n in range(6):
            own = "bdfgkl"[n]
            body = " ".join(f"The {own}o{k}rok fell on {own.upper()}olon." for k in "abcdefghi")
            article = {"title": f"{own}olon falls", "text": body, "date": f"2026-03-0{n + 1}"}
            lines.write(json.dumps({"articles": [article, {**article, "title": "Again"}]}) + "\n")
    monkeypatch.setattr("sys.argv", ["measure_sorting", str(file), "--draws", "2"])
    measure_sorting.main()
    rows = capsys.readouterr().out.splitlines()[1:]
    assert [row.split()[0] for row in rows] == ["30"] * 3 + ["75"] * 3 + ["6"] * 3
    assert all(" 1.000  1.000" in row for row in rows)
