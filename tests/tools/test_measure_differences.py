"""The tool that finds what pairs of sentences say differently."""

import sys
from pathlib import Path

import pytest

from tools import measure_differences

KILLED = "The collapse killed {n} people in Norrin."


def measured(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *options: str
) -> list[str]:
    """Run the tool on a file of pairs."""
    monkeypatch.setattr(sys, "argv", ["measure_differences", str(path), *options])
    measure_differences.main()
    return capsys.readouterr().out.splitlines()


def test_each_pair_is_taken_as_one_claim(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = KILLED.format(n=24), KILLED.format(n=31)
    pairs = tmp_path / "sts-norrin.tsv"
    pairs.write_text(f"4.2\t{here}\t{there}\n1.0\t{here}\t{there}\n3.0\t{here}\t{here}\n", "utf-8")
    told = "killed 24 people (24) | killed 31 people (31)"
    assert measured(pairs, monkeypatch, capsys, "--least", "3") == [
        f"number conflict, no number fits both: {told}",
        f"  {here}",
        f"  {there}",
        "     1 number conflict",
    ]


def test_a_heading_and_numbers_of_sentences_are_no_pair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "msr-norrin.tsv"
    rows = ("Quality\t#1 ID\t#2 ID\t#1 String\t#2 String", f"1\t7\t8\t{KILLED}\t{KILLED}")
    pairs.write_text("\ufeff" + "\n".join(rows), "utf-8")
    assert measured(pairs, monkeypatch, capsys) == []
