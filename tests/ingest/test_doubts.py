"""When unsure keep the line, and mark it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.cli import labelled, main
from tellings.ingest import drafting, filing
from tellings.ingest.wishes import Wishes
from tellings.model.source import Doubt
from tellings.reading import source_file
from tests.case_files import cases
from tests.projects import project

PROSE = "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates."
MARKED = "FERRIES TO SALTMERE STOP FOR A SECOND DAY AS CREWS JOIN THE DOCKERS"
RAW = f"Dockers shut the port\n\n{PROSE}\n\n{MARKED}\n\n{PROSE} Again.\n"


def draft(text: str) -> drafting.Draft:
    return drafting.make(re.sub(r"(?m)^P$", PROSE, text).encode(), "herald.txt")


@pytest.mark.parametrize(("text", "expected"), cases("unsure"))
def test_lines_that_may_be_furniture_are_marked(text: str, expected: str) -> None:
    marks = (f"{each.kind} {each.lines[0]}" for each in draft(text).source.unsure)
    assert "\n".join(marks) == expected


@given(
    st.lists(
        st.sampled_from(
            [PROSE, MARKED, "4 March 2026", "Click here.", "The Quay", "", "A b c d..."]
        )
        | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
        max_size=12,
    )
)
@settings(max_examples=100, deadline=None)
def test_what_is_marked_is_in_the_article_and_the_text_is_the_same(lines: list[str]) -> None:
    made = draft("\n".join([PROSE, *lines, PROSE]))
    kept = {piece.line.number for piece in made.pieces if piece.kind == "article"}
    assert {each.lines[0] for each in made.source.unsure} <= kept
    again, warnings = source_file.parse(source_file.write(made.source).encode(), "a.md", "a")
    assert (again.unsure, again.text, warnings) == (made.source.unsure, made.source.text, ())


def test_marks_are_shown_when_filing_in_the_file_and_on_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "site")
    raw = tmp_path / "herald.txt"
    raw.write_text(RAW, "utf-8")
    assert main(["ingest", "harbour", str(raw), "--dry-run"], root=root) == 0
    said = capsys.readouterr().out
    assert f"5  unsure: headline  {MARKED}" in said
    assert main(["ingest", "harbour", str(raw)], root=root) == 0
    assert "unsure: 1 line kept: 5 headline" in capsys.readouterr().out
    filed = root / "content/events/harbour/sources/herald.md"
    source, warnings = source_file.parse(filed.read_bytes(), "herald.md", "herald")
    assert (source.unsure, warnings) == ((Doubt(kind="headline", lines=(5, 5)),), ())
    assert main([], root=root) == 0
    page = (root / "site/events/harbour/sources/herald/index.html").read_text("utf-8")
    assert "line 5 of the file (like a headline)" in page
    filed.write_text(re.sub(r"unsure:\n- .*\n", "", filed.read_text("utf-8")), "utf-8")
    assert main([], root=root) == 0
    page = (root / "site/events/harbour/sources/herald/index.html").read_text("utf-8")
    assert "like a headline" not in page
    assert MARKED in page


def test_marked_lines_have_a_colour_of_their_own(tmp_path: Path) -> None:
    raw = tmp_path / "herald.txt"
    raw.write_text(RAW, "utf-8")
    filed = filing.file_raw(tmp_path / "site", "harbour", raw, Wishes(dry_run=True))
    coloured = labelled.lines(filed, coloured=True)
    (marked,) = (line for line in coloured if MARKED in line)
    assert marked.startswith("\x1b[36m")
    assert "unsure: headline" in marked
    assert not any(line.startswith("\x1b[36m") for line in coloured if MARKED not in line)


@pytest.mark.parametrize("lines", ["[3]", "[7, 3]", "[0, 1]", "x"])
def test_a_mark_without_lines_is_refused(lines: str) -> None:
    content = f"---\nunsure:\n- {{kind: headline, lines: {lines}}}\n---\n{PROSE}\n"
    with pytest.raises(Exception, match="lines") as caught:
        source_file.parse(content.encode(), "a.md", "a")
    assert type(caught.value).__name__ == "ContentError"
