"""Drawings: what is drawn, where, and when nothing is."""

import re
from dataclasses import replace

import pytest

from tellings.model.findings import Origin
from tellings.render import charts
from tellings.render.charts import Cell, Lane, Stretch, Tie
from tellings.render.views.charts import ChartView
from tests.render import making
from tests.render.seeing import shown

DAY = 739_000


def day(number: int) -> Stretch:
    return Stretch(first=DAY + number, last=DAY + number, words=f"day {number}")


def times(*stretches: Stretch) -> ChartView | None:
    return charts.timeline([Lane(name="The story", stretches=stretches)], "As it was.")


def dots(chart: ChartView) -> list[tuple[int, int]]:
    """Give the places of the filled circles, from the left."""
    paths = "".join(shape.path for shape in chart.shapes if shape.kind == "full")
    return sorted((int(x) + 4, int(y)) for x, y in re.findall(r"M(\d+) (\d+)a", paths))


def written(chart: ChartView) -> list[str]:
    return [label.words for label in chart.words]


def test_two_dates_are_not_drawn() -> None:
    assert times(day(1), day(2), day(2)) is None
    assert times(day(1), day(2), day(3)) is not None


def test_days_stand_as_far_apart_as_they_are() -> None:
    chart = times(day(0), day(10), day(40))
    assert chart is not None
    first, second, third = (x for x, _ in dots(chart))
    assert abs((third - second) - 3 * (second - first)) <= 3
    assert written(chart) == ["The story", "day 0", "day 40"]


def test_what_is_told_of_one_day_is_stacked_and_counted_where_it_is_too_high() -> None:
    chart = times(day(0), *[day(20)] * 9, day(40))
    assert chart is not None
    assert len({y for _, y in dots(chart)}) == 6
    assert "+3" in written(chart)
    assert "day 20" in written(chart)


def test_a_year_does_not_squeeze_the_days_in_it() -> None:
    days = (day(100), day(104), day(110))
    year = Stretch(first=DAY, last=DAY + 364, words="the year")
    alone, with_year = times(*days), times(*days, year)
    assert alone is not None
    assert with_year is not None
    assert dots(with_year) == dots(alone)


def test_every_line_and_word_lies_within_the_drawing() -> None:
    later = Stretch(first=DAY + 900, last=DAY + 1264, words="another year")
    month = Stretch(first=DAY, last=DAY + 30, words="a month")
    chart = times(day(0), day(12), day(20), month, month, later)
    assert chart is not None
    path = "".join(shape.path for shape in chart.shapes)
    places = [int(x) for x in re.findall(r"[MH](-?\d+)", path)]
    assert min(places) >= 0
    assert max([*places, *(label.x for label in chart.words)]) <= chart.width
    assert max(label.y for label in chart.words) <= chart.height
    assert "Number after a bar" in chart.key


def test_story_and_background_are_drawn_apart_from_the_digest() -> None:
    timeline = shown().timeline
    assert timeline is not None
    assert timeline.chart is None
    lanes = (
        Lane(name="The story", stretches=(day(0), day(3))),
        Lane(name="Background", stretches=(day(-900),)),
    )
    chart = charts.timeline(lanes, "Two lines.")
    assert chart is not None
    assert [words for words in written(chart) if words[0].isupper()] == ["The story", "Background"]
    assert "apart" in chart.title


def test_the_coverage_drawn_has_a_sign_for_every_way_to_carry_a_claim() -> None:
    coverage = shown().coverage
    assert coverage is not None
    assert coverage.chart is not None
    kinds = {shape.kind for shape in coverage.chart.shapes}
    assert kinds == {"full", "open", "line", "faint"}
    assert coverage.chart.finding == (
        "Coastwire copy and The Ledger carry most, 3 of 3 shared claims; "
        "the fewest that a text carries are 1."
    )
    assert written(coverage.chart)[:3] == ["1", "2", "5"]


@pytest.mark.parametrize(("texts", "claims"), [(1, 9), (2, 2), (25, 9), (9, 101)])
def test_a_table_too_small_or_too_large_is_not_drawn(texts: int, claims: int) -> None:
    cells: list[Cell] = ["full"] * claims
    rows = [("Saltmere Post", cells, "all")] * texts
    assert charts.coverage(rows, range(1, claims + 1), "Most.", "Signs.") is None


def test_lineage_is_drawn_for_up_to_twelve_boxes_and_only_where_something_ties_them() -> None:
    tie = Tie(start=0, end=0)
    texts = [f"Text {n}" for n in range(11)]
    assert charts.lineage(["Coastwire"], texts, [tie], [], "One.") is not None
    assert charts.lineage(["Coastwire"], [*texts, "Text 12"], [tie], [], "One.") is None
    assert charts.lineage(["Coastwire"], texts, [], [], "One.") is None


def test_the_lineage_of_the_digest_names_its_agency_and_every_text() -> None:
    chart = shown().lineage_chart
    assert chart is not None
    assert written(chart)[:4] == ["Coastwire", "Coastwire copy", "The Ledger", "The Standard"]
    assert chart.finding == "Coastwire stands behind 1 of 3 texts; 2 share sentences with another."
    assert "Arrow" in chart.key


def test_those_who_speak_are_left_to_the_list_where_there_is_no_room() -> None:
    whole = making.digest()
    told = tuple(
        Origin(name=f"Witness {n}", kind="speaker", sources=("courier", "ledger"))
        for n in range(10)
    )
    lineage = replace(whole.lineage, origins=(*whole.lineage.origins, *told))
    view = shown(replace(whole, lineage=lineage))
    assert view.lineage_chart is not None
    assert not [words for words in written(view.lineage_chart) if words.startswith("Witness")]
    assert view.lineage_chart.finding.endswith("Primary speakers are not drawn.")
    lines = [line.words for line in (*view.lineage, *view.lineage_more)]
    assert sum(words.startswith("Witness") for words in lines) == 10
