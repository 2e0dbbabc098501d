"""Files that are saved, or go, while a build reads them: what is published is what is bound."""

import json
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tellings.build import Built, Options, build
from tellings.build.whole import Whole
from tellings.reading import content_folder
from tellings.reading.event_folder import EventRead
from tests.projects import SETTINGS, files, project, source

NEW = "The port of Saltmere is open again.\n\n“We have won,” said Otto Brandt.\n"
SOURCE = "content/events/harbour/sources/ledger.md"


def built(root: Path) -> Built:
    return build(Options(root=root, cache=root / ".cache"))


def meanwhile(patch: pytest.MonkeyPatch, save: Callable[[], object], times: int = 1) -> None:
    """Let somebody save a file right after an event is read, so many times."""
    usual, left = content_folder.read_event, [times]

    def reading(root: Path, slug: str, *, drafts: bool = False) -> EventRead:
        read = usual(root, slug, drafts=drafts)
        if left[0] > 0:
            left[0] -= 1
            save()
        return read

    patch.setattr(content_folder, "read_event", reading)


def inputs(root: Path) -> dict[str, str]:
    made_from = json.loads((root / "site" / "manifest.json").read_bytes())["inputs"]
    assert isinstance(made_from, dict)
    return made_from


def test_a_source_that_is_saved_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = project(tmp_path / "other", "harbour")
    source(other, "harbour", "ledger", NEW)
    assert built(other).ok
    root = project(tmp_path / "project", "harbour")
    meanwhile(monkeypatch, lambda: source(root, "harbour", "ledger", NEW))
    assert built(root).ok
    assert inputs(root)[SOURCE] == sha256((root / SOURCE).read_bytes()).hexdigest()
    assert files(root / "site") == files(other / "site")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_folder_of_the_site_that_has_become_a_link_is_told_though_no_page_differs(
    tmp_path: Path,
) -> None:
    root = project(tmp_path / "project", "harbour")
    assert built(root).ok
    (root / "site" / "events").rename(tmp_path / "mine")
    (root / "site" / "events").symlink_to(tmp_path / "mine")
    (problem,) = built(root).problems
    assert problem.path == "site/events"
    assert problem.message == "is a symbolic link; pages are never written through one"


def test_a_site_stays_while_its_content_is_moved_away(tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    assert built(root).ok
    before, content = files(root / "site"), root / "content"
    content.rename(root / "aside")
    (problem,) = built(root).problems
    assert problem.message == "the folder is gone, and the site would lose all its events"
    assert files(root / "site") == before
    content.write_bytes(b"")
    (problem,) = built(root).problems
    assert (problem.path, problem.message) == ("content", "this is not a folder")
    content.unlink()
    content.mkdir()
    (content / "events").write_bytes(b"")
    (problem,) = built(root).problems
    assert (problem.path, problem.message) == ("content/events", "this is not a folder")
    assert files(root / "site") == before
    (content / "events").unlink()
    assert built(root).ok
    assert not any(path.startswith("events/") for path in files(root / "site"))


def test_a_source_that_never_stands_still_is_a_problem_and_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, "harbour")
    assert built(root).ok
    before = files(root / "site")
    number = iter(range(100))
    source(root, "harbour", "ledger", NEW)
    meanwhile(
        monkeypatch,
        lambda: source(root, "harbour", "ledger", f"{NEW}\nShip {next(number)} left.\n"),
        times=100,
    )
    done = built(root)
    (problem,) = done.problems
    assert str(problem) == (
        "content/events/harbour: this has changed while the site was being built: nothing is "
        "published\n  hint: build again"
    )
    assert files(root / "site") == before


def test_a_plain_page_that_is_saved_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, "harbour")
    page = root / "content" / "page.md"
    page.write_text("---\ntitle: Page\n---\nOld.\n", "utf-8")
    usual = content_folder.read_pages

    def reading(root: Path, *, drafts: bool = False) -> object:
        read = usual(root, drafts=drafts)
        page.write_text("---\ntitle: Page\n---\nNew.\n", "utf-8")
        return read

    monkeypatch.setattr(content_folder, "read_pages", reading)
    assert built(root).ok
    assert b"New." in (root / "site" / "page" / "index.html").read_bytes()
    assert inputs(root)["content/page.md"] == sha256(page.read_bytes()).hexdigest()


def test_settings_that_are_saved_meanwhile_are_not_those_that_are_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, "harbour")
    file = root / "pyproject.toml"
    read = sha256(file.read_bytes()).hexdigest()
    meanwhile(monkeypatch, file.unlink)
    assert built(root).ok
    assert inputs(root)["pyproject.toml"] == read


def test_a_theme_that_is_saved_meanwhile_is_a_problem_and_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, "harbour", settings=f'{SETTINGS}theme = "mine"\n')
    template = root / "themes" / "mine" / "templates" / "404.html"
    template.parent.mkdir(parents=True)
    (root / "themes" / "mine" / "theme.toml").write_text('extends = "plain"\n', "utf-8")
    template.write_text("old", "utf-8")
    assert built(root).ok
    before = files(root / "site")
    source(root, "harbour", "ledger", NEW)
    meanwhile(monkeypatch, lambda: template.write_text("new", "utf-8"))
    assert [problem.path for problem in built(root).problems] == ["themes/mine"]
    assert files(root / "site") == before
    monkeypatch.undo()
    assert built(root).ok
    assert (root / "site" / "404.html").read_bytes() == b"new"


@pytest.mark.parametrize("gone", [False, True], ids=["another text", "no text"])
def test_a_page_that_cannot_be_made_again_as_it_was_stops_the_build(
    gone: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, "harbour", "ferry")
    assert built(root).ok
    (root / "site" / "events" / "harbour" / "index.html").unlink()
    left = files(root / "site")
    usual = Whole.lay_out

    def laying(self: Whole, missing: frozenset[str]) -> None:
        source(root, "harbour", "ledger", NEW)
        if gone:
            (root / SOURCE).unlink()
        usual(self, missing)

    monkeypatch.setattr(Whole, "lay_out", laying)
    done = built(root)
    assert "this has changed while the site was being built" in str(done.problems), done
    assert files(root / "site") == left
    monkeypatch.undo()
    assert built(root).ok


def test_an_event_that_is_moved_while_it_is_read_is_not_an_event_without_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, "ferry", "harbour")
    assert built(root).ok
    before = files(root / "site")
    events = root / "content" / "events"
    usual = content_folder.read_event

    def reading(root: Path, slug: str, *, drafts: bool = False) -> object:
        if (events / "harbour").is_dir():
            (events / "harbour").rename(events / "strike")
        return usual(root, slug, drafts=drafts)

    source(root, "ferry", "ledger", NEW)
    source(root, "harbour", "ledger", NEW)
    monkeypatch.setattr(content_folder, "read_event", reading)
    done = built(root)
    assert [str(problem).split("\n")[0] for problem in done.problems] == [
        (
            "content/events/harbour: this has changed while the site was being built: nothing is "
            "published"
        )
    ]
    assert files(root / "site") == before
    assert built(root).ok
    assert not (root / "site" / "events" / "harbour").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_an_output_folder_that_becomes_a_link_is_not_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, elsewhere = project(tmp_path / "project", "harbour"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    usual = content_folder.read_event

    def reading(root: Path, slug: str, *, drafts: bool = False) -> object:
        (root / "site").symlink_to(elsewhere)
        return usual(root, slug, drafts=drafts)

    monkeypatch.setattr(content_folder, "read_event", reading)
    done = built(root)
    assert "the output folder is a link that leads out" in str(done.problems)
    assert not [*elsewhere.iterdir()]
