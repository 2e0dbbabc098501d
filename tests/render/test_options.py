"""The options of “plain”: checked when a theme is found, written as a sheet of their own."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.errors import ThemeError
from tellings.render import options, pages, theme
from tellings.render.theme import Theme
from tests.render import making
from tests.render.sites import PLAIN, html
from tests.site.markup import faults

SHEET = (PLAIN.folder / "static" / "style.css").read_text("utf-8")


def herald(root: Path, written: str) -> Theme:
    """Find a theme that extends “plain” with these options, and has a logo."""
    folder = root / "themes" / "herald"
    (folder / "static").mkdir(parents=True)
    (folder / "static" / "mark.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / "theme.toml").write_text(f'extends = "plain"\n[options]\n{written}\n', "utf-8")
    return theme.find("herald", theme.places(root))


def sheet(found: Theme) -> str:
    (page,) = [page for page in found.static() if page.path == "assets/options.css"]
    return page.body.decode()


def test_the_options_change_every_page_and_stand_in_a_sheet_of_their_own(tmp_path: Path) -> None:
    written = 'accent = "#7a1f3d"\nface = "sans"\nlogo = "mark.svg"\nfooter = "The <Herald>."'
    found = herald(tmp_path, written)
    made = pages.of_event(making.digest(), making.INPUTS, making.SITE, found)
    for page in html(made).values():
        assert "assets/options.css" in page
        assert re.search(r'<img src="[./]+assets/mark.svg" alt="">', page)
        assert "<p>The &lt;Herald&gt;.</p>" in page
        assert faults(page) == []
    assert "--link: #7a1f3d" in sheet(found)
    assert "--serif: var(--sans)" in sheet(found)
    assert "@media (prefers-color-scheme: dark)" in sheet(found)


def test_options_that_change_nothing_ask_for_no_sheet(tmp_path: Path) -> None:
    found = herald(tmp_path, 'footer = "Words."')
    assert "options.css" not in found.assets
    made = pages.of_event(making.tiny(), making.INPUTS, making.SITE, found)
    assert not [page for page in html(made).values() if "options.css" in page]


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ('accent = "#ff8800"', "“accent” is too near to the paper: 2.1 to 1", "” would do"),
        ('accent_dark = "#333333"', "“accent_dark” is too near to the paper", "” would do"),
        ('accent = "red"', "“accent” is a colour such as “#1a4e74”, not “red”", ""),
        ("accent = 3", "“accent” is not a text", "quotation marks"),
        ('face = "slab"', "“face” is serif or sans, not “slab”", ""),
        ('logo = "none.svg"', "there is no file “none.svg” among the static files", "static/"),
    ],
)
def test_an_option_that_cannot_be_is_refused(
    tmp_path: Path, written: str, message: str, hint: str
) -> None:
    with pytest.raises(ThemeError) as refused:
        herald(tmp_path, written)
    (problem,) = refused.value.problems
    assert problem.path == "themes/herald/theme.toml"
    assert problem.message.startswith(message)
    assert hint in problem.hint


@given(st.integers(0, 0xFFFFFF), st.sampled_from([0, 1]))
def test_the_shade_that_is_named_instead_can_be_read(number: int, dark: int) -> None:
    shade = options.written(options.legible(options.read(f"#{number:06x}"), dark))
    assert list(options.colour_faults("accent", shade, dark)) == []


def test_contrast_is_that_of_the_standard() -> None:
    black, white, grey = (options.read(value) for value in ("#000000", "#ffffff", "#767676"))
    assert options.contrast(black, white) == pytest.approx(21)
    assert options.contrast(grey, white) == pytest.approx(4.54, abs=0.01)


def test_the_grounds_that_are_measured_on_are_those_of_the_style_sheet() -> None:
    assert tuple(re.findall(r"--paper: (#\w{6})", SHEET)) == options.PAPER
    assert tuple(re.findall(r"--hit: (#\w{6})", SHEET)) == options.HIT
