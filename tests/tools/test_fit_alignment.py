"""The tool that fits the weights of claims."""

import json
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tellings.data import words
from tools import annotated, fit_alignment

HARBOUR = {
    "ferry": (
        "Ferry runs aground off Saltmere",
        "A ferry with 40 passengers ran aground off Saltmere on Monday.",
        "Mara Lind, the harbour master, said nobody was hurt.",
        "The bakery on the quay stayed open all day.",
    ),
    "gazette": (
        "Passengers safe after ferry accident",
        "The ferry ran aground off Saltmere on Monday with 40 passengers aboard.",
        "Nobody was hurt, harbour master Mara Lind said.",
        "Rain is expected in the hills of Norrin.",
    ),
}
SCHOOL = {
    "tresa": (
        "School in Tresa closes",
        "The school in Tresa will close in June, the mayor Otto Brandt said.",
        "It has 12 pupils.",
        "The road to the lake was mended last year.",
    ),
    "courier": (
        "Tresa loses its school",
        "Mayor Otto Brandt said the school in Tresa will close in June.",
        "Only 12 pupils go to the school.",
        "Apples are cheap this autumn.",
    ),
}


def annotate(folder: Path, texts: Mapping[str, tuple[str, ...]]) -> None:
    """Write an annotated event whose second and third sentences tell the same."""
    sentences = [
        {
            "id": f"{source}.{line}",
            "source": source,
            "line": line,
            "role": "title" if line == 0 else "body",
            "text": text,
        }
        for source, lines in texts.items()
        for line, text in enumerate(lines)
    ]
    one, other = texts
    files: dict[str, Any] = {
        "sources": [{"id": source, "title": lines[0]} for source, lines in texts.items()],
        "sentences": sentences,
        "alignment": {
            "positive": [{"a": f"{other}.{n}", "b": f"{one}.{n}"} for n in (1, 2)],
            "hard_negative": [],
        },
        "lineage": {"families": []},
    }
    (folder / "gold").mkdir(parents=True)
    for name, content in files.items():
        (folder / "gold" / f"{name}.json").write_text(json.dumps(content), "utf-8")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["fit_alignment.py", *arguments])
    fit_alignment.main()


def test_the_weights_written_name_the_signals_that_the_analysis_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(tmp_path / "harbour", HARBOUR)
    annotate(tmp_path / "school", SCHOOL)
    run(monkeypatch, str(tmp_path), "--write", str(tmp_path / "weights.toml"))
    written = tomllib.loads((tmp_path / "weights.toml").read_text("utf-8"))
    assert list(written["signals"]) == list(words.load("alignment")["signals"])
    assert all(set(row) == {"mean", "scale", "weight"} for row in written["signals"].values())


def test_every_event_is_measured_by_the_weights_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(tmp_path / "harbour", HARBOUR)
    annotate(tmp_path / "school", SCHOOL)
    run(monkeypatch, str(tmp_path))
    last = [line.split()[-1] for line in capsys.readouterr().out.splitlines()[1:]]
    assert last == ["harbour", "school", "mean", "worst"]


def test_one_event_alone_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(tmp_path / "harbour", HARBOUR)
    with pytest.raises(SystemExit):
        run(monkeypatch, str(tmp_path))
    assert "two annotated events" in capsys.readouterr().err


def test_pairs_inside_one_text_and_its_copies_are_not_weighed(tmp_path: Path) -> None:
    annotate(tmp_path / "harbour", HARBOUR)
    families = {"families": [{"id": "one", "sources": list(HARBOUR), "same_text": True}]}
    (tmp_path / "harbour/gold/lineage.json").write_text(json.dumps(families), "utf-8")
    assert annotated.texts_of(tmp_path / "harbour", list(HARBOUR)) == dict.fromkeys(HARBOUR, "one")


def test_the_fit_is_where_no_small_step_makes_the_loss_less() -> None:
    chance = np.random.default_rng(3)
    signals = chance.normal(size=(200, 3))
    told = (signals @ (2.0, -1.0, 0.0) + chance.normal(size=200) > 0).astype(np.float64)
    share = np.ones(200)

    def loss(found: np.ndarray[Any, np.dtype[np.float64]]) -> float:
        score = signals @ found[:-1] + found[-1]
        lost = np.logaddexp(0, score) - told * score
        return float((found[:-1] ** 2).sum() / 2 + 0.1 * (share * lost).sum())

    found = fit_alignment.newton(signals, told, share, 0.1)
    steps = np.vstack([np.eye(4), -np.eye(4)]) * 0.01
    assert all(loss(found + step) > loss(found) for step in steps)
