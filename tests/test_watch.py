"""Watch mode: a save is seen, a mistake is survived, and the end is clean."""

import queue
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tellings.build import Built, Options
from tellings.errors import Problem
from tellings.publish import Published
from tellings.watch import line_of, watch
from tests.projects import LEDGER, SETTINGS, event, project, source

PATIENCE = 120
"""Seconds after which a rebuild is taken never to come."""

ERROR = Problem(path="content/a.md", message="wrong")
Builds = queue.Queue[tuple[Built, str]]


@contextmanager
def watching(root: Path) -> Iterator[Builds]:
    builds: Builds = queue.Queue()
    stop = threading.Event()
    thread = threading.Thread(
        target=watch,
        args=(Options(root=root), lambda built, line: builds.put((built, line))),
        kwargs={"stop": stop},
    )
    thread.start()
    try:
        yield builds
    finally:
        stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


def until(builds: Builds, wanted: str) -> Built:
    """Wait for a line that holds these words; one save may come as several events."""
    while True:
        built, line = builds.get(timeout=PATIENCE)
        if wanted in line:
            return built


def test_a_save_is_built_and_told_in_one_line(tmp_path: Path) -> None:
    with watching(project(tmp_path, "ferry", "harbour")) as builds:
        first, line = builds.get(timeout=PATIENCE)
        assert (first.ok, line) == (True, "")
        source(tmp_path, "harbour", "ledger", "The port is open again.\n")
        built = until(builds, "content/events/harbour/sources/ledger.md")
        page = tmp_path / "site" / "events" / "harbour" / "sources" / "ledger" / "index.html"
        assert "open again" in page.read_text("utf-8")
        assert built.studied in {("harbour",), ()}


def test_every_content_error_is_survived_and_shown(tmp_path: Path) -> None:
    with watching(project(tmp_path, "harbour")) as builds:
        builds.get(timeout=PATIENCE)
        event(tmp_path, "harbour", "title: [open\n")
        failed = until(builds, "not rebuilt, 1 error: content/events/harbour/event.md")
        assert not failed.ok
        event(tmp_path, "harbour", "title: Mended\n")
        until(builds, "rebuilt")
        page = tmp_path / "site" / "events" / "harbour" / "index.html"
        assert "Mended" in page.read_text("utf-8")


def mistakes(root: Path) -> Iterator[tuple[Path, bytes, str]]:
    """Give files, what is wrongly saved into them, and what is said of it."""
    event_file = root / "content" / "events" / "harbour" / "event.md"
    ledger = event_file.parent / "sources" / "ledger.md"
    template = root / "themes" / "brass" / "templates" / "404.html"
    yield event_file, b"---\ntitle: Port: shut\n---\n", "event.md:2"
    yield event_file, b"---\non: the fourth\n---\n", "event.md:2"
    yield ledger, b"---\ntitle: Port\n", "ledger.md:1"
    yield ledger, b"\xff\xfe\x00", "ledger.md:1"
    yield ledger, b"", "there is no text"
    yield root / "content" / "method.md", b"# Method\n\n[x](nowhere/)\n", "content/method.md:3"
    yield template, b"{% if %}", "404.html:1"
    yield template, b"\n{{ missing }}", "404.html:2"
    yield template, b"{{ 1 / 0 }}", "ZeroDivisionError"
    yield root / "themes" / "brass" / "theme.toml", b"extends = ", "theme.toml"
    yield root / "pyproject.toml", b"[tool.tellings\n", "pyproject.toml:1"
    yield root / "pyproject.toml", b'[tool.tellings]\ntitel = "x"\n', "pyproject.toml:2"


def test_whatever_is_saved_wrongly_is_shown_and_mended_by_the_next_save(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings=SETTINGS + 'theme = "brass"\n')
    templates = tmp_path / "themes" / "brass" / "templates"
    templates.mkdir(parents=True)
    (templates.parent / "theme.toml").write_text('extends = "plain"\n', "utf-8")
    (templates / "404.html").write_text("<h1>No such page</h1>", "utf-8")
    (tmp_path / "content" / "method.md").write_text("# Method\n", "utf-8")
    with watching(tmp_path) as builds:
        assert builds.get(timeout=PATIENCE)[0].ok
        for path, wrong, said in mistakes(tmp_path):
            good = path.read_bytes()
            path.write_bytes(wrong)
            failed = until(builds, "not rebuilt")
            while not any(said in str(problem) for problem in failed.problems):
                failed = until(builds, "not rebuilt")
            path.write_bytes(good)
            while not builds.get(timeout=PATIENCE)[0].ok:
                pass


def test_an_event_that_goes_or_is_renamed_goes_from_the_site(tmp_path: Path) -> None:
    project(tmp_path, "ferry", "harbour")
    pages = tmp_path / "site" / "events"
    with watching(tmp_path) as builds:
        builds.get(timeout=PATIENCE)
        folder = tmp_path / "content" / "events"
        (folder / "ferry").rename(folder / "old-ferry")
        while (pages / "ferry").exists() or not (pages / "old-ferry" / "index.html").exists():
            assert builds.get(timeout=PATIENCE)[0].problems == ()
        shutil.rmtree(folder / "harbour")
        while (pages / "harbour").exists():
            builds.get(timeout=PATIENCE)
        assert "harbour" not in (tmp_path / "site" / "sitemap.xml").read_text("utf-8")


def test_settings_replaced_by_a_rename_are_seen_again_and_again(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    with watching(tmp_path) as builds:
        builds.get(timeout=PATIENCE)
        for title in ("First", "Second"):
            new = tmp_path / "new"
            new.write_text(SETTINGS.replace("Harbour", title), "utf-8")
            new.replace(tmp_path / "pyproject.toml")
            until(builds, "pyproject.toml")
            assert title in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_a_folder_that_comes_later_is_watched_from_then_on(tmp_path: Path) -> None:
    project(tmp_path)
    with watching(tmp_path) as builds:
        builds.get(timeout=PATIENCE)
        event(tmp_path, "harbour")
        while not (tmp_path / "site" / "events" / "harbour" / "index.html").exists():
            builds.get(timeout=PATIENCE)
        source(tmp_path, "harbour", "wire", LEDGER)
        until(builds, "wire.md")


def test_the_first_build_may_fail_and_be_mended(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings="[tool.tellings\n")
    with watching(tmp_path) as builds:
        assert not builds.get(timeout=PATIENCE)[0].ok
        project(tmp_path)
        assert until(builds, "rebuilt").ok


def test_what_a_build_writes_starts_no_other(tmp_path: Path) -> None:
    settings = SETTINGS + 'output = "public"\n'
    with watching(project(tmp_path, "harbour", settings=settings)) as builds:
        builds.get(timeout=PATIENCE)
        (tmp_path / "content" / ".cache").mkdir()
        (tmp_path / "content" / ".cache" / "a").write_text("x", "utf-8")
        source(tmp_path, "harbour", "ledger", "The port is open again.\n")
        until(builds, "ledger.md")
        source(tmp_path, "harbour", "standard", "The port is open again.\n")
        lines: list[str] = []
        while not any("standard.md" in line for line in lines):
            lines.append(builds.get(timeout=PATIENCE)[1])
        assert not any("public" in line or ".cache" in line for line in lines)


@pytest.mark.parametrize(
    ("built", "saved", "line"),
    [
        (
            Built(published=Published(written=("a", "b")), timings=(("read", 0.03), ("x", 0.018))),
            ("content/a.md",),
            "rebuilt 2 pages in 48 ms: content/a.md",
        ),
        (
            Built(published=Published(removed=("a",)), timings=(("read", 1.2),)),
            ("content/a.md", "content/b.md", "content/c.md"),
            "rebuilt 1 page in 1200 ms: content/a.md and 2 more",
        ),
        (
            Built(published=Published(), timings=(("read", 0.001),)),
            ("content/a.md",),
            "no page differs, 1 ms: content/a.md",
        ),
        (Built(problems=(ERROR,)), ("a.md",), "not rebuilt, 1 error: a.md"),
    ],
)
def test_one_line_tells_of_a_rebuild(built: Built, saved: tuple[str, ...], line: str) -> None:
    assert line_of(built, saved) == line
