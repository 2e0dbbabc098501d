"""The tool that measures how sentences are cut into clauses."""

import json
import sys
from pathlib import Path

import pytest

from tests.tools.test_fit_alignment import HARBOUR, annotate
from tools import measure_clauses

WORDS = {
    "ferry.1": "A ferry with 40 passengers ran aground off Saltmere on Monday",
    "gazette.1": "The ferry ran aground off Saltmere on Monday with 40 passengers aboard",
    "ferry.2": "nobody was hurt",
    "gazette.2": "Nobody was hurt",
}


def measured(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["measure_clauses.py", str(folder)])
    measure_clauses.main()


def test_clauses_are_compared_with_the_words_annotated_for_each_mention(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(tmp_path / "harbour", HARBOUR)
    claims = [
        {
            "id": f"C{n}",
            "mentions": [
                {"sentence": sentence, "span": span}
                for sentence, span in WORDS.items()
                if sentence.endswith(str(n))
            ],
        }
        for n in (1, 2)
    ]
    (tmp_path / "harbour" / "gold" / "claims.json").write_text(json.dumps(claims), "utf-8")
    measured(monkeypatch, tmp_path)
    out = capsys.readouterr().out
    assert "exact, four fifths, half of 4 mentions: 1.000  1.000  1.000" in out
    assert "exact, four fifths, half of 4 mentions: 0.500" in out


def test_a_folder_without_annotations_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        measured(monkeypatch, tmp_path)
    assert "no annotated event" in capsys.readouterr().err
