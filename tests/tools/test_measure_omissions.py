"""The tool that measures what texts are said to leave out."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools.test_fit_alignment import HARBOUR, annotate
from tools import measure_omissions

COAST = (
    "Quiet day on the coast",
    "Gulls cried over the empty pier all afternoon.",
    "All came home safe and dry that evening.",
    "A choir sang in the chapel of Norrin.",
)


def measured(
    folder: Path,
    positive: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> dict[str, list[str]]:
    """Measure an event of three texts of which the third tells other things."""
    annotate(folder / "harbour", HARBOUR)
    gold = folder / "harbour" / "gold"
    sources = json.loads((gold / "sources.json").read_text("utf-8"))
    sentences = json.loads((gold / "sentences.json").read_text("utf-8"))
    sources.append({"id": "coast", "title": COAST[0]})
    for line, text in enumerate(COAST):
        role = "title" if line == 0 else "body"
        entry = {"source": "coast", "line": line, "role": role, "text": text}
        sentences.append({"id": f"coast.{line}", **entry})
    (gold / "sources.json").write_text(json.dumps(sources), "utf-8")
    (gold / "sentences.json").write_text(json.dumps(sentences), "utf-8")
    alignment = {"positive": positive, "hard_negative": []}
    (gold / "alignment.json").write_text(json.dumps(alignment), "utf-8")
    monkeypatch.setattr(sys, "argv", ["measure_omissions.py", str(folder)])
    measure_omissions.main()
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    return {name: cells for name, *cells in rows}


AGROUND = {"a": "ferry.1", "b": "gazette.1", "claims": ["C1"]}
UNHURT = {"a": "ferry.2", "b": "gazette.2", "claims": ["C2"]}


def test_what_the_annotators_found_nowhere_in_a_text_is_rightly_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = measured(tmp_path, [AGROUND], monkeypatch, capsys)
    assert rows["all"] == rows["harbour"] == ["1", "1.000", "1", "1.000", "1.000"]


def test_what_the_text_tells_in_other_words_is_wrongly_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    also = {"a": "coast.2", "b": "ferry.2", "claims": ["C2"]}
    rows = measured(tmp_path, [AGROUND, UNHURT, also], monkeypatch, capsys)
    assert rows["all"] == ["2", "0.500", "2", "0.500", "1.000"]


def test_a_folder_without_events_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["measure_omissions.py", str(tmp_path)])
    with pytest.raises(SystemExit):
        measure_omissions.main()
    assert "no annotated event" in capsys.readouterr().err
