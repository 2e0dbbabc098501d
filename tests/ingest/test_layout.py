import pytest

from tellings.ingest import furniture, layout
from tests.case_files import cases

PROSE = "The dockers of Norhaven walked out at dawn and the harbour office shut all nine gates."


@pytest.mark.parametrize(("text", "expected"), cases("layout"))
def test_lines_are_laid_out_as_the_page_meant_them(text: str, expected: str) -> None:
    lines = [PROSE if line == "P" else line for line in text.split("\n")]
    laid = layout.lay_out(furniture.label(tuple(enumerate(lines, start=1))))
    shown = (f"{each.part}: {each.words.replace(PROSE, 'P')}" for each in laid)
    assert "\n".join(shown) == expected


def test_a_known_headline_is_found_among_the_first_lines() -> None:
    lines = ["The coast today", "Dockers shut the port.", PROSE]
    pieces = furniture.label(tuple(enumerate(lines, start=1)))
    laid = layout.lay_out(pieces, title="Dockers shut the port.")
    assert [each.part for each in laid] == ["title", "body", "body"]
    assert laid[0].words == "Dockers shut the port."


def test_no_article_gives_nothing() -> None:
    assert layout.lay_out(furniture.label(((1, "Advertisement"),))) == ()
