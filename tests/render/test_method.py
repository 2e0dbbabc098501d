"""The method page says what the program itself holds, and nothing kept beside it by hand."""

import html as entities
import re
from pathlib import Path

from tellings import __version__
from tellings.data import measures
from tellings.model.worded import VALUES
from tellings.render import wording
from tellings.render.export import FORMAT
from tests.render.sites import html, rendered

DOCS = Path(__file__).parents[2] / "docs" / "measures.md"
PAGE = entities.unescape(html(rendered())["method/index.html"])


def test_every_figure_of_the_main_table_stands_on_the_page_with_what_it_was_measured_on() -> None:
    section = DOCS.read_text("utf-8").split("\n## ")[1]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    wanted = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    shown = re.findall(r"<tr>(.*?)</tr>", PAGE, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in shown]
    assert len(wanted) == len(cells) > 10
    for row, found in zip(wanted, cells, strict=True):
        assert found[1:] == row[1:]
        assert row[0] in ("", found[0])
        assert found[0]


def test_the_page_says_that_the_events_were_used_for_tuning() -> None:
    words = " ".join(part.words for part in measures.parts() if part.words)
    assert words in " ".join(re.findall(r'<p class="paragraph">(.*?)</p>', PAGE))
    assert "These events were used for tuning." in words
    assert "**" not in words
    assert "`" not in words


def test_versions_and_marks_are_the_program_s_own() -> None:
    assert f"tellings {__version__}" in PAGE
    assert f"<code>{FORMAT}</code>" in PAGE
    assert ", ".join(wording.KINDS) in PAGE
    assert all(words in PAGE for words in wording.VOICES.values())
    assert all(words in PAGE for words in VALUES.values())
