"""The tool that measures quantities on specs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tools import measure_numbers


def specs(folder: Path, *entries: tuple[str, list[dict[str, Any]]]) -> Path:
    """Write spec files, all empty but that for money."""
    for name in measure_numbers.SPECS:
        cases = [{"Input": words, "Results": results} for words, results in entries]
        path = folder / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(cases if "Currency" in name else []), "utf-8-sig")
    return folder


def money(text: str, value: str, unit: str) -> dict[str, Any]:
    return {"Text": text, "Resolution": {"value": value, "isoCurrency": unit}}


def line(shown: str) -> str:
    return next(row for row in shown.splitlines() if row.startswith("CurrencyModel"))


def test_a_quantity_counts_when_value_and_unit_are_those_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = specs(
        tmp_path,
        ("The crane cost €5 million.", [money("€5 million", "5000000", "EUR")]),
        ("The barge cost €7 million.", [money("€7 million", "7000000", "USD")]),
        ("The 12 crates were empty.", []),
    )
    measure_numbers.main([str(folder)])
    assert "2/3 cases" in line(capsys.readouterr().out)


def test_what_is_not_about_news_is_left_out_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = specs(tmp_path, ("set it to $ 20", [money("$ 20", "20", "USD")]))
    measure_numbers.main([str(folder)])
    shown = line(capsys.readouterr().out)
    assert "0/0 cases" in shown
    assert "left out 1" in shown
