"""Builds that remember, over random edits: the bytes and the problems of a clean build."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tellings.build import Options, build
from tellings.cache.memory import Memory
from tellings.cli import recorded
from tellings.publish import MANIFEST, Published
from tests.projects import LEDGER, SETTINGS, STANDARD, event, files, project, source

SLUGS = st.sampled_from(("ferry", "harbour"))
NAMES = st.sampled_from(("ledger", "standard", "wire"))
BODIES = st.sampled_from((LEDGER, STANDARD, "The port is open.\n", f"{LEDGER}\nRain fell.\n", ""))
FRONTS = st.sampled_from(
    (
        "",
        "published: 2026-03-04\n",
        "lang: fr\n",
        "rights: excerpt\n",
        "draft: true\n",
        "outlet: [\n",
    )
)
EVENTS = st.sampled_from(
    (
        "on: 2026-03-04\n",
        "title: The strike\ntargets:\n- {id: union, name: The union, aliases: [dockers]}\n",
        "draft: true\n",
        "on: the fourth\n",
    )
)
SITES = st.sampled_from(
    (
        SETTINGS,
        SETTINGS.replace("Harbour", "Another name"),
        "[tool.tellings]\n",
        SETTINGS + 'theme = "brass"\n',
        "[tool.tellings\n",
    )
)
CORRECTIONS = st.sampled_from(
    (
        "",
        '[[speaker]]\nsource = "ledger"\nwords = "We will not move"\nspeaker = "the union"\n',
        '[[gist]]\nsource = "ledger"\nwords = "no such words"\n',
        "[[speaker]\n",
    )
)
TEMPLATES = st.sampled_from(
    (
        '{% extends "base.html" %}{% block main %}<h1>No such page</h1>{% endblock %}',
        "{{ missing }}",
        "",
    )
)


class Editing(RuleBasedStateMachine):
    """An editor at work on a project that is built after every save."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp()).resolve()
        self.root = project(self.folder / "project", "ferry", "harbour")
        self.theme = self.root / "themes" / "brass"
        (self.theme / "templates").mkdir(parents=True)
        (self.theme / "theme.toml").write_text('extends = "plain"\n', "utf-8")
        self.memory = Memory()

    @property
    def events(self) -> Path:
        """Where the events are."""
        return self.root / "content" / "events"

    @rule(slug=SLUGS, name=NAMES, body=BODIES, front=FRONTS)
    def write(self, slug: str, name: str, body: str, front: str) -> None:
        """Edit or add a source."""
        source(self.root, slug, name, body, front)

    @rule(slug=SLUGS, name=NAMES)
    def remove(self, slug: str, name: str) -> None:
        """Remove a source."""
        (self.events / slug / "sources" / f"{name}.md").unlink(missing_ok=True)

    @rule(slug=SLUGS, name=NAMES, new=NAMES)
    def rename(self, slug: str, name: str, new: str) -> None:
        """Rename a source."""
        path = self.events / slug / "sources" / f"{name}.md"
        if path.is_file():
            path.replace(path.with_name(f"{new}.md"))

    @rule(slug=SLUGS, front=EVENTS)
    def write_event(self, slug: str, front: str) -> None:
        """Edit or add an event."""
        event(self.root, slug, front)

    @rule(slug=SLUGS)
    def remove_event(self, slug: str) -> None:
        """Remove an event."""
        shutil.rmtree(self.events / slug, ignore_errors=True)

    @rule(slug=SLUGS, new=st.sampled_from(("ferry", "harbour", "Old Port")))
    def rename_event(self, slug: str, new: str) -> None:
        """Rename an event."""
        if (self.events / slug).is_dir() and not (self.events / new).exists():
            (self.events / slug).rename(self.events / new)

    @rule(template=TEMPLATES, style=st.sampled_from(("", "body { color: red }\n")))
    def restyle(self, template: str, style: str) -> None:
        """Edit the theme."""
        (self.theme / "static").mkdir(exist_ok=True)
        for path, text in (("templates/404.html", template), ("static/style.css", style)):
            if text:
                (self.theme / path).write_text(text, "utf-8")
            else:
                (self.theme / path).unlink(missing_ok=True)

    @rule(slug=SLUGS, toml=CORRECTIONS)
    def correct(self, slug: str, toml: str) -> None:
        """Edit, add or remove the corrections."""
        path = self.events / slug / "corrections.toml"
        if path.parent.is_dir():
            path.write_text(toml, "utf-8") if toml else path.unlink(missing_ok=True)

    @rule(place=st.sampled_from(("index.html", "events/ferry/index.html", "notes.txt")))
    def tamper(self, place: str) -> None:
        """Change the published site by hand."""
        path = self.folder / "cold" / place
        if path.is_file():
            path.write_text("torn", "utf-8")

    @rule(text=SITES)
    def settle(self, text: str) -> None:
        """Edit the settings."""
        project(self.root, settings=text)

    @rule()
    def record(self) -> None:
        """Record what was built last as published."""
        if (self.folder / "row").is_dir():
            recorded.record(self.root, self.folder / "row", "row")

    @invariant()
    def a_build_that_remembers_is_a_clean_build(self) -> None:
        """Build both ways and compare."""
        row, cold, clean = (self.folder / name for name in ("row", "cold", "clean"))
        shutil.rmtree(clean, ignore_errors=True)
        kept = self.folder / ".cache"
        built = build(Options(root=self.root, output=row), store=self.memory)
        again = build(Options(root=self.root, output=cold, cache=kept))
        anew = build(Options(root=self.root, output=clean))
        assert (built.problems, built.skipped) == (anew.problems, anew.skipped)
        assert (again.problems, again.skipped) == (anew.problems, anew.skipped)
        assert (again.events, again.pages) == (anew.events, anew.pages)
        if anew.ok:
            assert files(row) == files(clean)
            assert files(cold) == files(clean)
            once_more = build(Options(root=self.root, output=cold, cache=kept))
            assert (once_more.studied, once_more.problems) == ((), anew.problems)
            assert once_more.published == Published(
                unchanged=tuple(sorted(path for path in files(clean) if path != MANIFEST))
            )

    def teardown(self) -> None:
        """Take the project away."""
        shutil.rmtree(self.folder)


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=8,
    stateful_step_count=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
