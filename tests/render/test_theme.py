import sys
from pathlib import Path

import pytest

from tellings.errors import ThemeError
from tellings.model.page import Page
from tellings.render import templates, theme, wording
from tellings.render.theme import Theme


def write(root: Path, name: str, **files: str) -> Path:
    """Write a theme's files; "__" in a name stands for a folder, the last "_" for the dot."""
    for key, text in files.items():
        stem, _, ending = key.replace("__", "/").rpartition("_")
        path = root / name / f"{stem}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def found(root: Path, name: str = "mine") -> Theme:
    return theme.find(name, (root,))


def test_a_theme_is_looked_for_in_the_project_then_the_package_then_the_checkout(
    tmp_path: Path,
) -> None:
    project, package, checkout = theme.places(tmp_path)
    assert project == tmp_path / "themes"
    assert package == Path(theme.__file__).resolve().parents[1] / "themes"
    assert checkout == Path(theme.__file__).resolve().parents[2] / "themes"


def test_the_first_place_that_holds_a_theme_wins(tmp_path: Path) -> None:
    first = write(tmp_path / "a", "mine", theme_toml="")
    second = write(tmp_path / "b", "mine", theme_toml="")
    assert theme.find("mine", (first, second)).folder == first / "mine"
    assert theme.find("mine", (tmp_path / "c", second)).folder == second / "mine"


@pytest.mark.parametrize("name", ["absent", "", ".", "..", "a/b", "../plain", "a" * 300, "a\0b"])
def test_a_theme_that_is_nowhere_names_every_place_searched(tmp_path: Path, name: str) -> None:
    places = (tmp_path / "a", tmp_path / "b")
    with pytest.raises(ThemeError) as caught:
        theme.find(name, places)
    (problem,) = caught.value.problems
    assert problem.message == f"there is no theme “{name}”"
    assert all(str(place) in problem.hint for place in places)


def test_a_theme_takes_over_what_it_does_not_have(tmp_path: Path) -> None:
    write(
        tmp_path,
        "base",
        theme_toml='[options]\nfooter = "base"\naccent = "ink"',
        templates__a_html="base a {% block x %}{% endblock %}",
        templates__b_html="base b",
        static__style_css="base",
        static__more__x_css="x",
    )
    write(
        tmp_path,
        "mine",
        theme_toml='extends = "base"\n[options]\nfooter = "mine"',
        templates__b_html='{% extends "a.html" %}{% block x %}mine{% endblock %}',
        static__style_css="mine",
    )
    mine = found(tmp_path)
    assert mine.options == {"footer": "mine", "accent": "ink"}
    assert templates.fill(mine, "b.html") == b"base a mine"
    assert mine.static() == (
        Page("assets/more/x.css", b"x"),
        Page("assets/style.css", b"mine"),
    )


def test_themes_that_extend_one_another_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "mine", theme_toml='extends = "other"')
    write(tmp_path, "other", theme_toml='extends = "mine"')
    with pytest.raises(ThemeError, match="extends itself"):
        found(tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extends = ", "this is not TOML"),
        ("extends = 3", "not the name of a theme"),
        ("options = 3", "not a table"),
    ],
)
def test_a_wrong_theme_toml_is_a_problem_of_that_file(
    tmp_path: Path, text: str, message: str
) -> None:
    write(tmp_path, "mine", theme_toml=text)
    with pytest.raises(ThemeError, match=message) as caught:
        found(tmp_path)
    assert caught.value.problems[0].path == "themes/mine/theme.toml"


def test_the_digest_changes_with_any_file_and_with_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, "mine", templates__a_html="a", static__style_css="b")
    before = found(tmp_path).digest
    (tmp_path / "mine" / ".DS_Store").write_text("dust")
    assert found(tmp_path).digest == before
    (tmp_path / "mine" / "static" / "style.css").write_text("c")
    changed = found(tmp_path).digest
    assert changed != before
    (tmp_path / "mine" / "static" / "style.css").rename(tmp_path / "mine" / "static" / "s.css")
    assert found(tmp_path).digest not in (before, changed)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("one\n{% if %}", 2, "Expected an expression"),
        ("one\ntwo\n{{ missing }}", 3, "'missing' is undefined"),
        ("one\n{{ view.missing }}", 2, "has no attribute 'missing'"),
        ("\n\n\n{% for x in 3 %}{% endfor %}", 4, "'int' object is not iterable"),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero"),
        ("{{ [].pop() }}", 1, "IndexError: pop from empty list"),
        ("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}", 1, "RecursionError"),
    ],
)
def test_a_wrong_template_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    write(tmp_path, "mine", templates__a_html=text)
    with pytest.raises(ThemeError, match=message) as caught:
        templates.fill(found(tmp_path), "a.html", view=object())
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("themes/mine/templates/a.html", line)


def test_a_template_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, "mine", templates__a_html="one")
    (tmp_path / "mine" / "templates" / "a.html").write_bytes(b"one\ntwo \xe4")
    with pytest.raises(ThemeError, match="UnicodeDecodeError") as caught:
        templates.fill(found(tmp_path), "a.html")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("themes/mine/templates/a.html", 2)


def test_a_fault_of_the_programs_own_is_not_blamed_on_the_theme(tmp_path: Path) -> None:
    write(tmp_path, "mine", templates__a_html="{{ ours(3) }}")
    with pytest.raises(AttributeError):
        templates.fill(found(tmp_path), "a.html", ours=wording.day)
    with pytest.raises(ThemeError, match="TypeError"):
        templates.fill(found(tmp_path), "a.html", ours=len)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_file_that_leads_out_of_its_theme_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "themes", "mine", templates__a_html="one", static__a_css="b")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "themes" / "mine" / "static" / "s.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(ThemeError, match="leads out of the theme") as caught:
        found(tmp_path / "themes")
    assert caught.value.problems[0].path == "themes/mine/static/s.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_folder_that_leads_out_of_its_theme_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "themes", "mine", templates__a_html='{% include "parts/b.html" %}')
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "b.html").write_text("one", "utf-8")
    (tmp_path / "themes" / "mine" / "templates" / "parts").symlink_to(tmp_path / "parts")
    with pytest.raises(ThemeError, match="the folder is a link that leads out of the theme"):
        found(tmp_path / "themes")


def test_a_hidden_template_is_none(tmp_path: Path) -> None:
    # Nothing would tell that it has changed: what is hidden is no part of a theme.
    write(tmp_path, "mine", templates__a_html='{% include ".b.html" %}')
    (tmp_path / "mine" / "templates" / ".b.html").write_text("one", "utf-8")
    with pytest.raises(ThemeError, match="no such template") as caught:
        templates.fill(found(tmp_path), "a.html")
    assert "what begins with a dot is not read" in caught.value.problems[0].hint


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    write(tmp_path, "mine", templates__a_html='{% include "b.html" %}')
    with pytest.raises(ThemeError, match="no such template") as caught:
        templates.fill(found(tmp_path), "a.html")
    assert caught.value.problems[0].path == "themes/mine/templates/b.html"


def test_an_edited_template_is_read_anew(tmp_path: Path) -> None:
    write(tmp_path, "mine", templates__a_html="before")
    assert templates.fill(found(tmp_path), "a.html") == b"before"
    write(tmp_path, "mine", templates__a_html="after")
    assert templates.fill(found(tmp_path), "a.html") == b"after"
