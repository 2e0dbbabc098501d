"""A new project: its files, what is never written over, and that all of it works."""

import os
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from tellings import __version__
from tellings.cli import main
from tellings.config import Config
from tests.projects import LEDGER, files

CHECKOUT = Path(__file__).parent.parent.parent
FILES = [
    ".github/workflows/pages.yml",
    ".gitignore",
    "build.py",
    "content/events/first-event/event.md",
    "content/index.md",
    "pyproject.toml",
    "requirements.txt",
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the folder that a person stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_project_says_what_it_holds_and_what_to_do_next(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "digests"]) == 0
    assert sorted(files(desk / "digests")) == FILES
    said = capsys.readouterr().out
    assert said.startswith("digests is a project: 7 files written\n")
    assert all(f"  {path} " in said for path in FILES)
    assert said.endswith(
        "next:\n  cd digests\n  tellings ingest first-event FILE…\n  tellings serve\n"
    )


def test_a_new_project_takes_texts_and_is_built_as_its_workflow_builds_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", ".", "--event", "harbour-strike"]) == 0
    (desk / "ledger.txt").write_text(f"The port is shut\n\n{LEDGER}", "utf-8")
    assert main(["ingest", "harbour-strike", "ledger.txt"]) == 0
    command = ["build", "--strict", "--base-url", "https://example.org/digests/"]
    assert main(command) == 0, capsys.readouterr().err
    assert (desk / "site" / "events" / "harbour-strike" / "index.html").is_file()


def test_its_build_py_builds_it(desk: Path) -> None:
    assert main(["init", "digests", "-q"]) == 0
    subprocess.run(
        [sys.executable, desk / "digests" / "build.py", "-q"],
        check=True,
        cwd=desk,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
    )
    assert (desk / "digests" / "site" / "index.html").is_file()


def test_both_names_of_the_program_make_one(desk: Path) -> None:
    for name, command in (
        ("one", [sys.executable, "-m", "tellings"]),
        ("two", [sys.executable, str(CHECKOUT / "build.py")]),
    ):
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        subprocess.run(
            [*command, "init", name], check=True, cwd=desk, env=environment, capture_output=True
        )
        assert sorted(files(desk / name)) == FILES


def test_nothing_that_is_there_is_written_over_and_all_of_it_is_told_at_once(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "build.py").write_text("print('mine')\n", "utf-8")
    (desk / "pyproject.toml").write_text('[project]\nname = "mine"\n', "utf-8")
    (desk / ".gitignore").write_text("*.pyc\n", "utf-8")
    (desk / "content").write_text("a file", "utf-8")
    before = files(desk)
    assert main(["init", "."]) == 1
    assert capsys.readouterr().err.splitlines() == [
        ".gitignore: is there already; what is there is never written over",
        "  hint: add to it: /site/, /.cache/",
        "build.py: is there already; what is there is never written over",
        "  hint: move it away, then again",
        "content: is no folder",
        "  hint: move it away, then again",
        "pyproject.toml: is there already; what is there is never written over",
        "  hint: add to it: [tool.tellings]",
    ]
    assert files(desk) == before


def test_problems_are_named_from_where_one_stands(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "digests").mkdir()
    (desk / "digests" / "build.py").write_text("print('mine')\n", "utf-8")
    assert main(["init", "digests"]) == 1
    assert capsys.readouterr().err.startswith("digests/build.py: is there already")
    assert main(["init", "digests/build.py"]) == 1
    assert capsys.readouterr().err.startswith("digests/build.py: is no folder")


def test_a_repository_with_a_readme_and_fitting_files_becomes_a_project(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / ".git").mkdir()
    (desk / ".git" / "HEAD").write_text("ref: refs/heads/main\n", "utf-8")
    (desk / "README.md").write_text("# Digests\n", "utf-8")
    (desk / ".gitignore").write_text("# ours\n/.cache/\n/site/\n*.pyc\n", "utf-8")
    (desk / "pyproject.toml").write_text('[tool.tellings]\ntitle = "Mine"\n', "utf-8")
    before = files(desk)
    assert main(["init", "."]) == 0
    after = files(desk)
    assert {path: after[path] for path in before} == before
    assert after.keys() == {*before, *FILES}
    said = capsys.readouterr().out
    assert said.startswith("this folder is a project: 5 files written\n")
    assert said.count("(was there, and stays as it is)") == 2
    assert main(["check"]) == 0


def test_a_project_below_the_top_of_a_repository_is_told_where_workflows_belong(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "pages.yml works only at the top of its repository"
    (desk / ".git").mkdir()
    assert main(["init", "."]) == 0
    assert told not in capsys.readouterr().out
    assert main(["init", "digests"]) == 0
    assert told in capsys.readouterr().out


def test_a_project_made_twice_stays_as_it_is(desk: Path) -> None:
    assert main(["init", "digests"]) == 0
    before = files(desk)
    assert main(["init", "digests"]) == 0
    assert files(desk) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_nothing_is_written_through_a_link_out_of_the_folder(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "elsewhere").mkdir()
    (desk / "digests").mkdir()
    (desk / "digests" / "content").symlink_to(desk / "elsewhere")
    assert main(["init", "digests"]) == 1
    said = capsys.readouterr().err
    assert "digests/content/index.md: is a link that leads out of the project's folder" in said
    assert not any((desk / "elsewhere").iterdir())


@pytest.mark.parametrize("slug", ["Harbour Strike", "../harbour", "con", ""])
def test_an_event_whose_name_fits_no_address_is_refused(
    slug: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", "digests", "--event", slug]) == 1
    assert "the event's folder" in capsys.readouterr().err
    assert not (desk / "digests").exists()


def test_a_root_is_no_word_for_a_new_project(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(desk), "init", "digests"]) == 2
    assert "name the new one behind “init”" in capsys.readouterr().err


def test_every_setting_is_shown_with_a_value_that_holds(desk: Path) -> None:
    assert main(["init", "digests"]) == 0
    file = desk / "digests" / "pyproject.toml"
    text = re.sub(r"(?m)^# (?=\w+ = )", "", file.read_text("utf-8"))
    table = tomllib.loads(text)["tool"]["tellings"]
    assert set(table) == {field.name for field in fields(Config)}
    file.write_text(text, "utf-8")
    assert main(["--root", "digests", "check"]) == 0


def test_its_build_py_is_that_of_the_checkout(desk: Path) -> None:
    assert main(["init", "."]) == 0
    assert (desk / "build.py").read_bytes() == (CHECKOUT / "build.py").read_bytes()


def test_its_workflow_is_that_of_the_checkout_but_for_what_is_installed(desk: Path) -> None:
    assert main(["init", "."]) == 0
    made, own = (
        yaml.safe_load((folder / ".github" / "workflows" / "pages.yml").read_text("utf-8"))
        for folder in (desk, CHECKOUT)
    )
    assert install(made)["run"] == "pip install -r requirements.txt"
    assert (desk / "requirements.txt").read_text("utf-8") == f"tellings=={__version__}\n"
    assert made != own
    install(made)["run"] = install(own)["run"]
    assert made == own


def install(workflow: dict[str, Any]) -> dict[str, Any]:
    """Give the step that installs the program."""
    steps: list[dict[str, Any]] = workflow["jobs"]["build"]["steps"]
    return next(step for step in steps if step.get("name") == "Install tellings")
