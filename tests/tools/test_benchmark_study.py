"""The tool that measures how the study of an event grows with its texts."""

from dataclasses import fields
from pathlib import Path

import pytest

from tellings.analysis.toolkit import Toolkit
from tests.projects import project
from tools import benchmark_study


def test_the_texts_of_an_event_are_the_same_each_time_and_differ_from_one_another() -> None:
    made = benchmark_study.event(4)
    assert made == benchmark_study.event(4)
    assert len({source.text for source in made.sources}) == 4


def test_the_rows_give_counts_seconds_and_memory_then_each_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    benchmark_study.main(["3"])
    first, *steps = capsys.readouterr().out.splitlines()
    assert first.startswith("3 texts, 60 sentences, ")
    assert first.endswith(" MB")
    assert {step.split()[0] for step in steps} == {field.name for field in fields(Toolkit)}


def test_the_texts_of_several_events_are_studied_as_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, "harbour", "strike")
    benchmark_study.main(["3", "--content", str(root / "content")])
    assert capsys.readouterr().out.startswith("3 texts, ")
