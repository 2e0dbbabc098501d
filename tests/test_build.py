"""The whole path: all problems at once, nothing half done, the same bytes from the same inputs."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import pytest

from tellings.build import Built, Options, build, processes, workshop
from tellings.build.making import Made, Task
from tellings.cache.memory import Memory
from tests.projects import LEDGER, SETTINGS, event, files, project, source

CHECKOUT = Path(__file__).parent.parent


def built(root: Path, **options: object) -> Built:
    return build(replace(Options(root=root), **options))  # type: ignore[arg-type]


def messages(result: Built) -> list[str]:
    return [f"{problem.path}:{problem.line}" for problem in result.problems]


def test_a_project_becomes_a_site(tmp_path: Path) -> None:
    result = built(project(tmp_path, "ferry", "harbour"))
    assert result.problems == ()
    assert (result.events, result.studied) == (("ferry", "harbour"), ("ferry", "harbour"))
    assert (result.output, result.base_path) == (tmp_path / "site", "/repo/")
    pages = files(tmp_path / "site")
    assert result.pages == len(pages) - 1
    assert {"index.html", "404.html", "feed.xml", "events/ferry/digest.json"} <= pages.keys()
    assert [name for name, _ in result.timings] == [
        "look",
        "read",
        "study",
        "render",
        "check links",
        "publish",
    ]


def test_a_project_without_events_is_a_site_too(tmp_path: Path) -> None:
    result = built(project(tmp_path))
    assert (result.ok, (tmp_path / "site" / "index.html").is_file()) == (True, True)


def test_the_manifest_binds_every_input_to_every_output(tmp_path: Path) -> None:
    built(project(tmp_path, "harbour"))
    manifest = json.loads((tmp_path / "site" / "manifest.json").read_text("utf-8"))
    expected = {
        path: sha256(body).hexdigest()
        for path, body in files(tmp_path).items()
        if not path.startswith("site/")
    }
    assert manifest["inputs"] == expected
    pages = files(tmp_path / "site")
    del pages["manifest.json"]
    assert manifest["outputs"] == {path: sha256(body).hexdigest() for path, body in pages.items()}


def test_the_manifest_binds_the_files_of_a_theme_in_the_project(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings=SETTINGS + 'theme = "brass"\n')
    (tmp_path / "themes" / "brass").mkdir(parents=True)
    (tmp_path / "themes" / "brass" / "theme.toml").write_text('extends = "plain"\n', "utf-8")
    assert built(tmp_path).ok
    manifest = json.loads((tmp_path / "site" / "manifest.json").read_text("utf-8"))
    expected = sha256(b'extends = "plain"\n').hexdigest()
    assert manifest["inputs"]["themes/brass/theme.toml"] == expected
    assert [path for path in manifest["inputs"] if "plain" in path] == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_an_output_that_leads_out_of_the_project_must_be_named(tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    (tmp_path / "elsewhere").mkdir()
    (root / "site").symlink_to(tmp_path / "elsewhere")
    assert messages(built(root)) == ["site:0"]
    assert files(tmp_path / "elsewhere") == {}
    assert built(root, output=(root / "site").resolve()).ok


def test_every_problem_is_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    event(tmp_path, "ferry", "on: the fourth\n")
    source(tmp_path, "strike", "ledger", LEDGER, "published: soon\n")
    result = built(tmp_path)
    assert not result.ok
    assert messages(result) == [
        "content/events/ferry/event.md:2",
        "content/events/strike/event.md:0",
        "content/events/strike/sources/ledger.md:3",
    ]
    assert result.published is None
    assert not (tmp_path / "site").exists()


def test_an_error_leaves_what_was_published_as_it_was(tmp_path: Path) -> None:
    built(project(tmp_path, "harbour"))
    before = files(tmp_path / "site")
    event(tmp_path, "harbour", "title: [open\n")
    assert not built(tmp_path).ok
    assert files(tmp_path / "site") == before


def test_wrong_settings_are_told_and_nothing_else_is_tried(tmp_path: Path) -> None:
    result = built(project(tmp_path, settings='[tool.tellings]\ntitel = "x"\ntheme = "/"\n'))
    assert messages(result) == ["pyproject.toml:2", "pyproject.toml:3"]
    assert result.output is None


def test_a_theme_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    result = built(project(tmp_path, "harbour", settings=SETTINGS + 'theme = "brass"\n'))
    assert [problem.message for problem in result.problems] == ["there is no theme “brass”"]


def test_without_an_address_a_notice_is_given_that_strict_makes_an_error(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings="[tool.tellings]\n")
    strict = built(tmp_path, strict=True)
    assert (strict.ok, (tmp_path / "site").exists()) == (False, False)
    loose = built(tmp_path)
    assert (loose.ok, messages(loose)) == (True, ["pyproject.toml:1"])
    assert "feed.xml" not in files(tmp_path / "site")
    assert built(tmp_path, strict=True, base_url="https://example.org/x/").ok


def test_unknown_keys_are_warnings_that_strict_makes_errors(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    source(tmp_path, "harbour", "ledger", LEDGER, "publised: 2026-03-04\n")
    assert [problem.severity for problem in built(tmp_path).problems] == ["warning"]
    strict = built(tmp_path, strict=True)
    assert [problem.severity for problem in strict.problems] == ["error"]
    assert "published" in strict.problems[0].hint


def test_a_broken_link_of_an_editors_is_an_error_with_its_line(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    (tmp_path / "content" / "method.md").write_text("# Method\n\n[old](../nowhere/)\n", "utf-8")
    (tmp_path / "content" / "index.md").write_text("# Events\n\n[a]: gone/\n\n[a]\n", "utf-8")
    result = built(tmp_path)
    assert [(messages(result)[n], p.message) for n, p in enumerate(result.problems)] == [
        ("content/index.md:3", "the link “gone/” leads to no page or file of the site"),
        ("content/method.md:3", "the link “../nowhere/” leads to no page or file of the site"),
    ]


def test_a_broken_link_of_a_themes_is_an_error_with_its_page(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings='[tool.tellings]\ntitle = "T"\ntheme = "mine"\n')
    theme = tmp_path / "themes" / "mine"
    (theme / "templates").mkdir(parents=True)
    (theme / "theme.toml").write_text('extends = "plain"\n', "utf-8")
    (theme / "templates" / "404.html").write_text('<p><a href="gone/">gone</a></p>\n', "utf-8")
    assert "404.html:0" in messages(built(tmp_path))


def test_drafts_are_named_with_the_reason_and_shown_on_request(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    event(tmp_path, "ferry", "draft: true\n")
    source(tmp_path, "harbour", "wire", LEDGER, "draft: true\n")
    hidden = built(tmp_path)
    assert [(skip.path, skip.because) for skip in hidden.skipped] == [
        ("content/events/ferry/event.md", "draft"),
        ("content/events/harbour/sources/wire.md", "draft"),
    ]
    assert hidden.events == ("harbour",)
    shown = built(tmp_path, drafts=True)
    assert (shown.events, shown.skipped) == (("ferry", "harbour"), ())
    assert "events/harbour/sources/wire/index.html" in files(tmp_path / "site")
    assert "events/harbour/sources/wire/index.html" not in files(built_again(tmp_path))


def built_again(root: Path) -> Path:
    assert built(root).ok
    return root / "site"


def test_checking_finds_everything_and_writes_nothing(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    result = built(tmp_path, write=False)
    assert (result.ok, result.published, (tmp_path / "site").exists()) == (True, None, False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine", "utf-8")
    assert messages(built(tmp_path, write=False)) == ["site:0"]


@pytest.mark.parametrize("place", [".", "content", "content/site", "themes", ".."])
def test_an_output_that_meets_the_content_is_refused(place: str, tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    before = files(tmp_path)
    assert not built(root, output=(root / place).resolve()).ok
    assert files(tmp_path) == before


def test_what_has_not_changed_is_not_studied_again(tmp_path: Path) -> None:
    project(tmp_path, "ferry", "harbour")
    memory = Memory()
    build(Options(root=tmp_path), store=memory)
    assert build(Options(root=tmp_path), store=memory).studied == ()
    source(tmp_path, "harbour", "ledger", "The port is open.\n")
    result = build(Options(root=tmp_path), store=memory)
    assert result.studied == ("harbour",)
    assert result.published is not None
    assert not any("ferry" in path for path in result.published.written)


def test_a_change_of_settings_alone_studies_nothing_again(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    memory = Memory()
    build(Options(root=tmp_path), store=memory)
    project(tmp_path, settings=SETTINGS.replace("Harbour", "Another name"))
    result = build(Options(root=tmp_path), store=memory)
    assert (result.ok, result.studied) == (True, ())
    assert b"Another name" in (tmp_path / "site" / "index.html").read_bytes()


def test_two_builds_from_two_folders_under_two_hash_seeds_give_the_same_bytes(
    tmp_path: Path,
) -> None:
    sites = []
    for seed, name in (("1", "here"), ("2", "elsewhere/deeper")):
        root = project(tmp_path / name, "ferry", "harbour")
        shutil.copytree(CHECKOUT / "content", root / "content", dirs_exist_ok=True)
        command = [sys.executable, str(CHECKOUT / "build.py"), "--root", str(root), "--strict"]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, check=True, env=environment, cwd=tmp_path)
        sites.append(files(root / "site"))
    assert sites[0] == sites[1]


def test_several_processes_make_the_same_site_as_one(tmp_path: Path) -> None:
    slugs = tuple(f"harbour-{n}" for n in range(workshop.ENOUGH + 1))
    root = project(tmp_path / "project", *slugs)
    one = build(Options(root=root, output=tmp_path / "one"))
    several = build(Options(root=root, output=tmp_path / "several", jobs=3))
    assert (several.ok, several.studied, several.problems) == (True, slugs, one.problems)
    assert files(tmp_path / "several") == files(tmp_path / "one")


def test_what_is_remembered_is_published_elsewhere_by_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slugs = tuple(f"harbour-{n}" for n in range(workshop.ENOUGH))
    root = project(tmp_path / "project", *slugs)
    one = Options(root=root, output=tmp_path / "one", cache=root / ".cache")
    assert build(one).studied == slugs
    asked: list[int] = []
    started = processes.started

    def counted(jobs: int) -> AbstractContextManager[Executor | None]:
        asked.append(jobs)
        return started(jobs)

    monkeypatch.setattr(processes, "started", counted)
    again = build(replace(one, output=tmp_path / "several", jobs=2))
    assert (again.studied, asked) == ((), [2])
    assert files(tmp_path / "several") == files(tmp_path / "one")


def test_what_a_lost_process_leaves_undone_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def lost(_: int) -> Iterator[ThreadPoolExecutor]:
        yield Lost()

    class Lost(ThreadPoolExecutor):
        def map(self, *_: Any, **__: Any) -> Iterator[Any]:
            yield Made(slug="event-0")
            raise BrokenProcessPool

    monkeypatch.setattr(processes, "started", lost)
    tasks = [cast("Task", f"event-{n}") for n in range(workshop.ENOUGH)]
    done = workshop.made(tasks, 2, lambda task: Made(slug=str(task)))
    assert [one.slug for one in done] == [f"event-{n}" for n in range(workshop.ENOUGH)]


@pytest.mark.parametrize(
    "fault", [OSError(38, "no memory to share"), ImportError(), NotImplementedError()]
)
def test_where_no_process_can_be_started_all_is_made_here(
    fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(processes, "ProcessPoolExecutor", refused)
    tasks = [cast("Task", f"event-{n}") for n in range(workshop.ENOUGH)]
    done = workshop.made(tasks, 2, lambda task: Made(slug=str(task)))
    assert [one.slug for one in done] == [f"event-{n}" for n in range(workshop.ENOUGH)]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are not handed down there")
def test_no_process_outlives_a_build_that_is_killed() -> None:
    script = (
        "import time; from tellings.build import processes\n"
        "with processes.started(2) as pool:\n"
        "    list(pool.map(len, ('a', 'b', 'c')))\n"
        "    print('at work', flush=True)\n"
        "    pool.submit(time.sleep, 3600)\n"
        "    time.sleep(3600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as one:
        assert one.stdout is not None
        assert one.stdout.readline() == b"at work\n"
        one.kill()
        # Every process it started holds the other end until it ends.
        assert one.communicate(timeout=60)[0] == b""


def test_a_build_with_nothing_to_do_loads_nothing_slow(tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    options = Options(root=root, cache=root / ".cache")
    assert build(options).studied == ("harbour",)
    script = (
        "import sys; from pathlib import Path; from tellings.build import Options, build;"
        "built = build(Options(root=Path(sys.argv[1]), cache=Path(sys.argv[1]) / '.cache'));"
        "slow = {'jinja2', 'markdown_it', 'numpy', 'nupunkt', 'yaml', 'frontmatter'};"
        "print(built.studied, built.published.changed, sorted(slow & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(root)], capture_output=True, text=True, check=True
    )
    assert said.stdout == "() False []\n"


def test_pages_that_went_missing_are_made_again(tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    options = Options(root=root, cache=root / ".cache")
    build(options)
    before = files(root / "site")
    (root / "site" / "events" / "harbour" / "index.html").unlink()
    (root / "site" / "index.html").write_text("torn", "utf-8")
    again = build(options)
    assert again.published is not None
    assert again.published.written == ("events/harbour/index.html", "index.html")
    assert files(root / "site") == before
