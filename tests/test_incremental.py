"""Builds that remember, over random edits: the bytes and the problems of a clean build.

`TELLINGS_SEQUENCES=300` tries so many sequences of edits instead of a few.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tellings.build import Built, Options, build, building
from tellings.cache import disk, ground
from tellings.cache.memory import Memory
from tellings.cli import recorded
from tellings.publish import MANIFEST, Published
from tests import edits
from tests.projects import files, project, source

SEQUENCES = int(os.environ.get("TELLINGS_SEQUENCES", "5"))
PUBLISHED = st.sampled_from(
    ("index.html", "404.html", "events/ferry/index.html", "events/harbour/sources/wire/index.html")
)


@pytest.fixture(autouse=True, scope="module")
def _files_are_old_soon() -> Iterator[None]:
    """Let a build take files for old that stood for a moment: else all would be read each time.

    The program itself is the same all the time, and is not summed up for every build.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ground, "YOUNG", 50_000_000)
        patch.setattr(building, "program", lambda _: "this program")
        yield


def written(path: Path, text: str) -> None:
    """Write a file, or remove it where there is nothing to write."""
    if text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    else:
        path.unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("sources/ledger.md.new", "an unmerged newer filing"),
        ("sources/notes.txt", "this file is not read"),
    ],
)
def test_a_file_beside_the_sources_is_told_as_soon_as_it_is_there(
    name: str, said: str, tmp_path: Path
) -> None:
    options = Options(root=project(tmp_path, "harbour"), cache=tmp_path / ".cache")
    assert build(options).problems == ()
    written(tmp_path / "content" / "events" / "harbour" / name, "Rain.\n")
    (problem,) = build(options).problems
    assert said in problem.message
    written(tmp_path / "content" / "events" / "harbour" / name, "")
    assert build(options).problems == ()


@pytest.mark.parametrize("name", ["corrections.toml", "published.json", "sources/wire.md"])
def test_what_cannot_be_read_is_refused_as_soon_as_it_is_there(name: str, tmp_path: Path) -> None:
    options = Options(root=project(tmp_path, "harbour"), cache=tmp_path / ".cache")
    assert build(options).ok
    (tmp_path / "content" / "events" / "harbour" / name).mkdir()
    again, anew = build(options), build(Options(root=tmp_path))
    assert again.problems == anew.problems != ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("name", ["about.md", "events/harbour/event.md"])
def test_a_link_out_of_the_project_is_refused_as_soon_as_it_is_there(
    name: str, tmp_path: Path
) -> None:
    options = Options(root=project(tmp_path / "project", "harbour"), cache=tmp_path / ".cache")
    assert build(options).ok
    path = options.root / "content" / name
    path.unlink(missing_ok=True)
    written(tmp_path / "secret", "Words.\n")
    path.symlink_to(tmp_path / "secret")
    again, anew = build(options), build(Options(root=options.root))
    assert again.problems == anew.problems != ()


def test_a_hidden_file_of_an_editor_s_program_changes_nothing(tmp_path: Path) -> None:
    options = Options(root=project(tmp_path, "harbour"), cache=tmp_path / ".cache")
    assert build(options).ok
    for name in (".ledger.md.swp", ".Ledger.md.swp"):
        written(tmp_path / "content" / "events" / "harbour" / "sources" / name, "Rain.\n")
    assert (build(options).studied, build(Options(root=tmp_path)).problems) == ((), ())


class Editing(RuleBasedStateMachine):
    """An editor at work on a project that is built after every save."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp()).resolve()
        self.root = project(self.folder / "project", "ferry", "harbour")
        self.theme = self.root / "themes" / "brass"
        written(self.theme / "theme.toml", 'extends = "plain"\n')
        self.memory = Memory()
        self.options: dict[str, Any] = {}
        self.states: list[dict[str, bytes]] = []

    def event(self, slug: str) -> Path:
        """Give where an event is."""
        return self.root / "content" / "events" / slug

    def file(self, slug: str, name: str) -> Path:
        """Give where a source is."""
        return self.event(slug) / "sources" / f"{name}.md"

    @rule(slug=edits.SLUGS, name=edits.NAMES, body=edits.BODIES, front=edits.FRONTS)
    def write(self, slug: str, name: str, body: str, front: str) -> None:
        """Edit or add a source."""
        source(self.root, slug, name, body, front)

    @rule(slug=edits.SLUGS, name=edits.NAMES)
    def remove(self, slug: str, name: str) -> None:
        """Remove a source."""
        self.file(slug, name).unlink(missing_ok=True)

    @rule(slug=edits.SLUGS, name=edits.NAMES, other=edits.SLUGS, new=edits.NAMES)
    def rename(self, slug: str, name: str, other: str, new: str) -> None:
        """Rename a source, or move it to another event."""
        if self.file(slug, name).is_file() and self.event(other).is_dir():
            self.file(other, new).parent.mkdir(exist_ok=True)
            self.file(slug, name).replace(self.file(other, new))

    @rule(slug=edits.SLUGS, name=edits.NAMES, swap=st.booleans())
    def touch(self, slug: str, name: str, swap: bool) -> None:
        """Save a source again as it was, or with another word of the same length and its time."""
        path = self.file(slug, name)
        if not path.is_file():
            return
        was, body = path.stat(), path.read_bytes()
        path.write_bytes(body.replace(b"shut", b"held") if swap else body)
        # Elsewhere the time of a file's last change of any kind is not kept.
        if swap and sys.platform != "win32":
            os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))

    @rule(slug=edits.SLUGS, front=edits.EVENTS, note=edits.NOTES)
    def write_event(self, slug: str, front: str, note: str) -> None:
        """Edit or add an event."""
        written(self.event(slug) / "event.md", f"---\n{front}---\n{note}")

    @rule(slug=edits.SLUGS, picture=edits.PICTURES)
    def illustrate(self, slug: str, picture: tuple[str, bytes]) -> None:
        """Give an event a picture, or another."""
        name, body = picture
        written(self.event(slug) / "event.md", f"---\nimage: {name}\n---\n")
        (self.event(slug) / name).write_bytes(body)

    @rule(slug=edits.SLUGS)
    def remove_event(self, slug: str) -> None:
        """Remove an event."""
        shutil.rmtree(self.event(slug), ignore_errors=True)

    @rule(slug=edits.SLUGS, new=edits.SLUGS)
    def rename_event(self, slug: str, new: str) -> None:
        """Rename an event."""
        if self.event(slug).is_dir() and not self.event(new).exists():
            self.event(slug).rename(self.event(new))

    @rule(slug=edits.SLUGS, toml=edits.CORRECTIONS)
    def correct(self, slug: str, toml: str) -> None:
        """Edit, add or remove the corrections."""
        if self.event(slug).is_dir():
            written(self.event(slug) / "corrections.toml", toml)

    @rule(slug=edits.SLUGS, name=edits.ODD, words=st.sampled_from(("", "Rain.\n")))
    def lay_beside(self, slug: str, name: str, words: str) -> None:
        """Edit, add or remove a file that no page is made from."""
        if self.event(slug).is_dir():
            written(self.event(slug) / name, words)

    @rule(name=st.sampled_from(("index", "method", "about", "a-z")), body=edits.PAGES)
    def write_page(self, name: str, body: str) -> None:
        """Edit, add or remove a plain page."""
        written(self.root / "content" / f"{name}.md", body)

    @rule(style=edits.STYLES)
    def restyle(self, style: tuple[str, str]) -> None:
        """Edit, add or remove a file of the theme."""
        written(self.theme / style[0], style[1])

    @rule(text=edits.SETTLED)
    def settle(self, text: str) -> None:
        """Edit the settings."""
        project(self.root, settings=text)

    @rule(options=edits.OPTIONS)
    def ask(self, options: dict[str, Any]) -> None:
        """Build with other options from now on."""
        self.options = options

    @rule()
    def put_by(self) -> None:
        """Keep the project as it is, to go back to."""
        self.states.append(files(self.root))

    @rule(number=st.integers(min_value=0))
    def go_back(self, number: int) -> None:
        """Give the project the files that it had, where some are kept."""
        if not self.states:
            return
        for folder in ("content", "themes"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        for path, body in self.states[number % len(self.states)].items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(body)

    @rule()
    def record(self) -> None:
        """Record what was built last as published."""
        if (self.folder / "row").is_dir():
            recorded.record(self.root, self.folder / "row", "row")

    @rule(place=PUBLISHED, words=st.sampled_from(("", "torn")))
    def tamper(self, place: str, words: str) -> None:
        """Change the published site by hand."""
        path = self.folder / "cold" / place
        if path.is_file():
            written(path, words)

    @rule(whole=st.booleans())
    def lose(self, whole: bool) -> None:
        """Lose what is remembered, or its beginning."""
        path = self.folder / ".cache" / disk.FILE
        if whole:
            shutil.rmtree(path.parent, ignore_errors=True)
        elif path.is_file():
            path.write_bytes(b"torn" * 32 + path.read_bytes()[128:])

    @rule(slip=edits.SLIPS, slug=edits.SLUGS, name=edits.NAMES, body=edits.BODIES)
    def slip(self, slip: tuple[str, str], slug: str, name: str, body: str) -> None:
        """Save a file wrongly, then edit a source, and mend the file at last."""
        path = self.root / slip[0]
        good = path.read_bytes() if path.is_file() else None
        written(path, slip[1])
        self.a_build_that_remembers_is_a_clean_build()
        if self.file(slug, name) != path:
            source(self.root, slug, name, body)
            self.a_build_that_remembers_is_a_clean_build()
        if good is None:
            path.unlink(missing_ok=True)
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
        else:
            path.write_bytes(good)

    def built(self, output: str, store: Memory | None = None, cache: Path | None = None) -> Built:
        """Build into a folder with the options that are asked for."""
        output_to = self.folder / output
        options = Options(root=self.root, output=output_to, cache=cache, **self.options)
        return build(options, store=store)

    @invariant()
    def a_build_that_remembers_is_a_clean_build(self) -> None:
        """Build both ways and compare."""
        row, cold, clean = (self.folder / name for name in ("row", "cold", "clean"))
        shutil.rmtree(clean, ignore_errors=True)
        kept = self.folder / ".cache"
        built = self.built("row", store=self.memory)
        again = self.built("cold", cache=kept)
        anew = self.built("clean")
        assert (built.problems, built.skipped) == (anew.problems, anew.skipped)
        assert (again.problems, again.skipped) == (anew.problems, anew.skipped)
        assert (again.events, again.pages) == (anew.events, anew.pages)
        if anew.ok:
            assert files(row) == files(clean)
            assert files(cold) == files(clean)
            once_more = self.built("cold", cache=kept)
            assert (once_more.studied, once_more.problems) == ((), anew.problems)
            assert once_more.published == Published(
                unchanged=tuple(sorted(path for path in files(clean) if path != MANIFEST))
            )

    def teardown(self) -> None:
        """Take the project away."""
        shutil.rmtree(self.folder)


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
