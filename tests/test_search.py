"""The search index: made by a build that is asked for one, and by nothing else."""

import threading
from pathlib import Path

import pytest

from tellings.build import Built, Options, build
from tellings.publish import search
from tellings.watch import watch
from tests.projects import SETTINGS, files, project, source

ASKED = f"{SETTINGS}search = true\n"


def indexed(root: Path) -> dict[str, bytes]:
    """Give the files of the index of a project that is built."""
    every = files(root / "site")
    return {path: body for path, body in every.items() if path.startswith("pagefind/")}


def test_a_build_makes_the_index_that_the_settings_ask_for(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings=ASKED)
    built = build(Options(root=tmp_path, strict=True))
    assert built.problems == ()
    found = indexed(tmp_path)
    names = {path.removeprefix("pagefind/") for path in found}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= names
    # The digest and its two sources; the stance summary says nothing of its own.
    assert len([name for name in names if name.startswith("fragment/")]) == 3
    assert not [name for name in names if "ui" in name]


def test_the_same_pages_give_the_same_index_whatever_the_surroundings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once, again = tmp_path / "once", tmp_path / "again"
    for root in (once, again):
        project(root, "harbour", "ferries", settings=ASKED)
        assert build(Options(root=root)).ok
        monkeypatch.setenv("PAGEFIND_GLOB", "none/*.html")
    assert indexed(once) == indexed(again) != {}


def test_a_source_that_asks_not_to_be_listed_is_not_found(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings=ASKED)
    source(tmp_path, "harbour", "courier", "Dockers wait.\n", "robots: noindex\n")
    assert build(Options(root=tmp_path)).ok
    assert len([path for path in indexed(tmp_path) if "/fragment/" in path]) == 3


def test_nobody_gets_a_search_page_unasked(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    assert build(Options(root=tmp_path)).ok
    every = files(tmp_path / "site")
    assert indexed(tmp_path) == {}
    assert "search/index.html" not in every
    assert b"wasm-unsafe-eval" not in b"".join(b for p, b in every.items() if p.endswith(".html"))
    assert b'search/"' not in every["index.html"]


def test_the_search_page_alone_may_run_what_a_search_needs(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings=ASKED)
    assert build(Options(root=tmp_path)).ok
    pages = {path: b for path, b in files(tmp_path / "site").items() if path.endswith(".html")}
    allowed = {path for path, body in pages.items() if b"wasm-unsafe-eval" in body}
    assert allowed == {"search/index.html"}
    assert b'content="noindex"' in pages["search/index.html"]


def test_without_pagefind_the_page_leads_to_the_names_and_a_warning_says_what_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "harbour", settings=ASKED)
    monkeypatch.setattr(search, "installed", lambda: False)
    built = build(Options(root=tmp_path))
    (problem,) = built.problems
    assert (problem.path, problem.line, problem.severity) == ("pyproject.toml", 4, "warning")
    assert problem.hint == 'pip install "tellings[search]"'
    assert b'href="../a-z/"' in files(tmp_path / "site")["search/index.html"]


def test_a_save_makes_no_index(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings=ASKED)
    stop = threading.Event()
    seen: list[Built] = []

    def show(built: Built, _line: str) -> None:
        seen.append(built)
        stop.set()

    watch(Options(root=tmp_path), show, stop=stop)
    assert seen[0].ok
    assert indexed(tmp_path) == {}


def test_a_site_without_an_event_is_built_all_the_same(tmp_path: Path) -> None:
    project(tmp_path, settings=ASKED)
    assert build(Options(root=tmp_path)).problems == ()


def test_a_pagefind_that_fails_stops_the_build_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "harbour", settings=ASKED)
    monkeypatch.setattr(search, "OPTIONS", ("--no-such-option",))
    built = build(Options(root=tmp_path))
    (problem,) = built.problems
    assert problem.message.startswith("the search index was not made: ")
    assert "no-such-option" in problem.message
    assert not (tmp_path / "site" / "index.html").exists()
