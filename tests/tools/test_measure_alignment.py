"""The tool that measures what each group of signals adds."""

import sys
from pathlib import Path

import numpy as np
import pytest

from tellings.data import words
from tests.tools.test_fit_alignment import HARBOUR, SCHOOL, annotate
from tools import measure_alignment


def measured(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["measure_alignment.py", *arguments])
    measure_alignment.main()


def test_every_signal_belongs_to_a_group_and_every_group_has_one() -> None:
    signals = words.load("alignment")["signals"]
    assert {measure_alignment.group_of(name) for name in signals} == set(measure_alignment.GROUPS)


def test_a_signal_of_no_group_is_refused() -> None:
    with pytest.raises(SystemExit, match="tide"):
        measure_alignment.group_of("tide")


def test_the_tables_name_each_group_and_each_file_of_pairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    annotate(tmp_path / "harbour", HARBOUR)
    annotate(tmp_path / "school", SCHOOL)
    pairs = tmp_path / "pairs"
    pairs.mkdir()
    (pairs / "sts-few.tsv").write_text(
        "5\tFerry sinks off Saltmere\tA ferry sinks off Saltmere\n"
        "0\tMayor opens bridge\tApples are cheap\n"
        "4\tSchool in Tresa closes\tTresa school closes\n"
        "1\tRain in the hills\tBanks raise rates\n",
        "utf-8",
    )
    (pairs / "msr-few.tsv").write_text(
        "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n"
        "1\t1\t2\tThe ferry sank.\tThe ferry sank there.\n"
        "0\t3\t4\tMara Lind spoke.\tThe road is wet.\n",
        "utf-8",
    )
    measured(monkeypatch, str(tmp_path), "--pairs", str(pairs))
    printed = capsys.readouterr().out
    assert all(f"{group} alone" in printed for group in measure_alignment.GROUPS)
    rows = {line.split()[0]: line.split()[1:] for line in printed.splitlines() if line}
    assert rows["sts-few.tsv"][:2] == ["4", "1.000"]
    assert rows["msr-few.tsv"][0] == "2"


def test_ranks_of_equal_values_are_their_mean() -> None:
    assert measure_alignment.ranks(np.array([3.0, 1.0, 3.0, 2.0])).tolist() == [3.5, 1, 3.5, 2]


def test_each_half_is_told_apart_by_the_cut_of_the_other() -> None:
    values = np.array([0.9, 0.8, 0.2, 0.1])
    same = np.array([True, True, False, False])
    assert measure_alignment.judged(values, same) == (2 / 3, 0.75)
    assert measure_alignment.best_cut(values, same) == 0.8
