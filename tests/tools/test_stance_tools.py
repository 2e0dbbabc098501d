"""The tools that fit and measure the scorer of sentiment towards a target."""

import json
from pathlib import Path

import numpy as np
import pytest

from tellings.model.span import Span
from tools import measure_stance
from tools.targets import Judged, read

SENTENCES = (
    ("Everybody praised Lind for her great work.", "Lind", 6.0),
    ("The voters accused Brandt of lying.", "Brandt", 2.0),
    ("Orlan said that the port is open.", "Orlan", 4.0),
)


def corpus(folder: Path, times: int = 1) -> Path:
    lines: list[str] = []
    for number in range(times):
        for text, name, polarity in SENTENCES:
            start = text.index(name)
            target = {"from": start, "to": start + len(name), "polarity": polarity}
            id_ = f"set_{number}_{len(lines)}_{name}_{start}"
            entry = {"primary_gid": id_, "sentence_normalized": text, "targets": [target]}
            lines.append(json.dumps(entry))
    path = folder / "rows.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_every_judged_name_is_a_row(tmp_path: Path) -> None:
    rows = read(corpus(tmp_path))
    assert [(row.name.of(row.text), row.side, row.alone) for row in rows] == [
        ("Lind", 1, True),
        ("Brandt", -1, True),
        ("Orlan", 0, True),
    ]
    assert rows[0].article == "set_0_0"


def test_the_measure_counts_each_side() -> None:
    rows = read_rows()
    assert measure_stance.f1_of(rows, [1, -1, 0], 1) == 1.0
    assert measure_stance.f1_of(rows, [0, 0, 0], 0) == 0.5
    assert measure_stance.f1_of(rows, [0, 0, 0], 1) == 0.0


def read_rows() -> tuple[Judged, ...]:
    rows = []
    for text, name, polarity in SENTENCES:
        span = Span(text.index(name), text.index(name) + len(name))
        side = int((polarity - 4) / 2)
        rows.append(Judged(text=text, name=span, side=side, article="one", alone=True))
    return tuple(rows)


def test_what_is_printed_names_what_ships_and_the_commonest_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["measure_stance", str(corpus(tmp_path))])
    measure_stance.main()
    shown = capsys.readouterr().out
    assert "always the commonest" in shown
    assert "what ships" in shown


def test_weights_are_fitted_and_written_as_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("sklearn", reason="only the tool needs it")
    from tools import fit_stance  # noqa: PLC0415 - needs what may be missing

    path = str(corpus(tmp_path, times=12))
    monkeypatch.setattr("sys.argv", ["fit_stance", path, "--write", str(tmp_path)])
    fit_stance.main()
    assert "36 rows, " in capsys.readouterr().out
    lines = (tmp_path / "sentiment.tsv").read_text("utf-8").splitlines()
    named = {line.split("\t")[0]: line.split("\t")[1:] for line in lines if line[0] != "#"}
    accused, praised = (tuple(map(int, named[f"near {word}"])) for word in ("accused", "praised"))
    assert accused[0] > accused[1]
    assert praised[1] > praised[0]
    assert np.load(tmp_path / "sentiment.npy").shape[0] == 2
