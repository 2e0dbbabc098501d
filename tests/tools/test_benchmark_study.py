"""The tool that measures how the study of an event grows with its texts."""

import pytest

from tools import benchmark_study


def test_the_texts_of_an_event_are_the_same_each_time_and_differ_from_one_another() -> None:
    made = benchmark_study.event(4)
    assert made == benchmark_study.event(4)
    assert len({source.text for source in made.sources}) == 4


def test_a_row_gives_texts_sentences_claims_seconds_and_memory(
    capsys: pytest.CaptureFixture[str],
) -> None:
    benchmark_study.main(["3"])
    out = capsys.readouterr().out
    assert out.split()[:4] == ["3", "texts", "60", "sentences"]
    assert " s " in out
    assert " MB " in out
