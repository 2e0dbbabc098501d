import pytest

from tellings.ingest import drafting, furniture, layout
from tellings.reading import source_file
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


def test_a_standfirst_below_a_heading_that_is_no_title_is_read_back_as_it_was() -> None:
    page = f"---\ntitle: Port shut\n---\n\n# The third day\n\n**A line in bold.**\n\n{PROSE}\n"
    made = drafting.make(page.encode(), "raw/page.md").source
    again, _ = source_file.parse(source_file.write(made).encode(), "a.md", "a")
    assert [block.part for block in again.blocks] == [block.part for block in made.blocks]
    assert [block.part for block in made.blocks][:3] == ["title", "subhead", "body"]
