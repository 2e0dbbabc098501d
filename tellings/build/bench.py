"""The one place where the stages meet: settings → content → digests → pages → the output folder."""

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tellings import config
from tellings.build import records
from tellings.build.options import Built, Options, output_of, settings
from tellings.build.press import Press
from tellings.build.records import Known, Record
from tellings.cache import disk
from tellings.cache.disk import Shelf
from tellings.cache.ground import Ground, Inputs, key_of, program
from tellings.cache.memory import Forgetful, Store
from tellings.cache.plain import built as build_value
from tellings.cache.plain import plain
from tellings.config import Config
from tellings.errors import Problem, TellingsError
from tellings.publish import Published
from tellings.reading import content_files
from tellings.render import theme, urls
from tellings.render.site import Site

if TYPE_CHECKING:
    from tellings.build.making import Made, Task
    from tellings.model.digest import Digest
    from tellings.model.event import Event
    from tellings.render.theme import Theme
    from tellings.render.views.listing import Listing

__all__ = ["build"]

BATCH = 50
"""So many events are laid on the shelf at once."""

CONTENT = "content"
"""The place under which the plain pages are remembered."""


def build(
    options: Options,
    *,
    store: Store | None = None,
    progress: Callable[[str], None] = lambda _: None,
    clock: Callable[[], float] = time.perf_counter,
) -> Built:
    """Build the whole site; every problem of every stage is in what is given back.

    Nothing is written when there is an error. `store` remembers findings within this process, and
    `options.cache` from one process to the next.
    """
    try:
        chosen = settings(options)
    except TellingsError as error:
        return Built(problems=tuple(sorted(set(error.problems))))
    with disk.opened(options.cache, options.cache_size) as shelf, _stage(options) as stage:
        bench = Bench(
            options=options,
            chosen=chosen,
            shelf=shelf,
            stage=stage,
            store=Forgetful() if store is None else store,
            progress=progress,
            clock=clock,
            ground=Ground(shelf, stage.stat().st_mtime_ns),
            site=_site(chosen),
        )
        return bench.build()


@contextmanager
def _stage(options: Options) -> Iterator[Path]:
    """Give an empty folder for finished pages, and take it away."""
    folder = options.cache
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix="stage-", dir=folder))
    except OSError:
        stage = Path(tempfile.mkdtemp(prefix="tellings-"))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@dataclass(slots=True, kw_only=True)
class Bench:
    """The workbench of one build: what it has met so far."""

    options: Options
    chosen: Config
    shelf: Shelf
    stage: Path
    """Where finished pages lie until they are published."""

    store: Store
    progress: Callable[[str], None]
    clock: Callable[[], float]
    ground: Ground
    site: Site
    problems: list[Problem] = field(default_factory=list)
    studied: list[str] = field(default_factory=list)
    timings: dict[str, float] = field(default_factory=dict)
    look: "Theme | None" = None
    plain: Inputs = ()
    """The plain pages."""

    site_key: str = ""

    @property
    def base_path(self) -> str:
        """The path that the site stands under."""
        return urls.base_path(self.chosen.base_url)

    @property
    def output(self) -> Path:
        """The folder to publish into."""
        return output_of(self.options, self.chosen)

    def build(self) -> Built:
        """Do it all."""
        events: list[Known] = []
        whole = Record()
        with self.stage_of("look"):
            self.look = theme.find(self.chosen.theme, theme.places(self.options.root))
            events = self.events()
        if self.look is not None:
            self.make([one for one in events if one.record is None])
            with self.stage_of("render"):
                whole = self.of_site(events)
        if not self.chosen.base_url:
            self.problems.append(_no_address(self.options.root))
        every = [*(one.record for one in events if one.record), whole]
        self.problems += [problem for record in every for problem in record.problems]
        if self.ok:
            self.check_links(events, every)
        published = self.publish(events, every)
        self.ground.keep()
        if self.studied:
            self.store.sweep()
        return Built(
            output=self.output,
            base_path=self.base_path,
            problems=self.judged(),
            skipped=tuple(skip for record in every for skip in record.skipped),
            events=tuple(one.slug for one in events if one.record and one.record.listing),
            studied=tuple(self.studied),
            pages=sum(len(record.outputs) for record in every),
            published=published,
            timings=tuple(self.timings.items()),
            word=self.shelf.word,
        )

    @property
    def ok(self) -> bool:
        """Whether no error was met."""
        return all(problem.severity != "error" for problem in self.judged())

    def judged(self) -> tuple[Problem, ...]:
        """Give the problems, sorted; when the build is strict, warnings are errors."""
        found = set(self.problems)
        if self.options.strict:
            found = {replace(problem, severity="error") for problem in found}
        return tuple(sorted(found))

    @contextmanager
    def stage_of(self, name: str) -> Iterator[None]:
        """Time a stage, and take down the problems that stop it."""
        begun = self.clock()
        try:
            yield
        except TellingsError as error:
            self.problems.extend(error.problems)
        finally:
            self.timings[name] = self.timings.get(name, 0.0) + self.clock() - begun

    def events(self) -> list[Known]:
        """Find the events, and what is remembered of them."""
        root, look = self.options.root, self.look
        self.progress("looking")
        made_by = program(self.ground)
        base = key_of(made_by, plain(self.site), look.name if look else "", look and look.digest)
        found = []
        for slug in content_files.slugs(root):
            folders = content_files.folders(root, slug)
            read = partial(content_files.inputs, root, slug)
            inputs = self.ground.inputs(f"event {slug}", folders, read)
            key = key_of("event", base, slug, self.options.drafts, inputs)
            found.append(Known(slug, inputs, key))
        self.plain = self.ground.inputs(
            CONTENT, [root / "content"], lambda: content_files.page_inputs(root)
        )
        self.site_key = key_of("site", base, self.options.drafts, self.plain)
        known = self.shelf.found(one.key for one in found)
        for one in found:
            if body := known.get(one.key):
                one.record = records.read(body)
        return found

    def make(self, events: list[Known]) -> None:
        """Make the events that are not remembered."""
        if not events:
            return
        from tellings.build import workshop  # noqa: PLC0415 - slow

        tasks = [self.task(one.slug) for one in events]
        waiting: dict[str, bytes] = {}
        for number, (one, made) in enumerate(
            zip(events, workshop.made(tasks, self.options.jobs, self.here), strict=True), start=1
        ):
            self.progress(f"{number} of {len(events)}: {one.slug}")
            waiting |= self.take(one, made)
            if len(waiting) >= BATCH:
                self.shelf.keep(waiting)
                waiting = {}
        self.shelf.keep(waiting)

    def task(self, slug: str) -> "Task":
        """Say what is to be made."""
        from tellings.build.making import Task  # noqa: PLC0415 - slow

        return Task(
            root=str(self.options.root),
            slug=slug,
            drafts=self.options.drafts,
            site=self.site,
            theme=self.chosen.theme,
            base_path=self.base_path,
            stage=str(self.stage),
        )

    def here(self, task: "Task") -> "Made":
        """Make an event in this process, with what it remembers of texts."""
        from tellings.analysis.study import study  # noqa: PLC0415 - slow
        from tellings.analysis.toolkit import DEFAULT  # noqa: PLC0415 - slow
        from tellings.build.making import make  # noqa: PLC0415 - slow
        from tellings.cache.tools import remembering  # noqa: PLC0415 - slow

        studied = []

        def study_anew(event: "Event") -> "Digest":
            studied.append(event.slug)
            return study(event, remembering(DEFAULT, self.store))

        def find(event: "Event") -> "Digest":
            return self.store.recall(("digest", event), partial(study_anew, event))

        return replace(make(task, self.clock, find), studied=bool(studied))

    def take(self, one: Known, made: "Made") -> dict[str, bytes]:
        """Take an event over; give what is to be remembered of it."""
        for name, seconds in made.seconds:
            self.timings[name] = self.timings.get(name, 0.0) + seconds
        self.studied += [one.slug] if made.studied else []
        one.listing = made.listing
        listing = _json(plain(made.listing)) if made.listing else b""
        sum_ = sha256(listing).hexdigest() if listing else ""
        one.record = Record(
            outputs=made.outputs,
            outward=made.outward,
            skipped=made.skipped,
            problems=made.problems,
            listing=sum_,
        )
        wrong = any(problem.severity == "error" for problem in made.problems)
        if wrong or made.inputs != one.inputs:
            # A file changed while it was read: what was made is shown, and not remembered.
            one.inputs = made.inputs
            return {}
        return {one.key: records.write(one.record), f"listing {sum_}": listing}

    def of_site(self, events: list[Known]) -> Record:
        """Give the pages of the site as a whole: remembered while no listing has changed."""
        shown_ = [one for one in events if one.record and one.record.listing]
        self.site_key = key_of(self.site_key, [one.record.listing for one in shown_ if one.record])
        body = self.shelf.found([self.site_key]).get(self.site_key)
        known = records.read(body) if body else None
        return known or self.make_site(shown_)

    def make_site(self, events: list[Known]) -> Record:
        """Make the pages of the site as a whole."""
        from tellings.build.making import stage  # noqa: PLC0415 - slow
        from tellings.reading import content_folder  # noqa: PLC0415 - slow
        from tellings.render import links, pages  # noqa: PLC0415 - slow

        root = self.options.root
        plain_pages, skipped, problems = content_folder.read_pages(root, drafts=self.options.drafts)
        listings = tuple(self.listings(events))
        if self.look is None:
            return Record(problems=problems)
        made = pages.of_site(listings, plain_pages, self.site, self.look)
        survey = links.survey(made, self.base_path)
        record = Record(
            outputs=stage(made, self.stage),
            outward=survey.outward,
            skipped=skipped,
            problems=tuple(sorted({*problems, *survey.problems})),
        )
        if all(problem.severity != "error" for problem in record.problems):
            self.shelf.keep({self.site_key: records.write(record)})
        return record

    def listings(self, events: list[Known]) -> Iterator["Listing"]:
        """Give what listings show of the events: just made, else remembered."""
        from tellings.render.views.listing import Listing  # noqa: PLC0415 - slow

        keys = [f"listing {one.record.listing}" for one in events if one.record and not one.listing]
        known = self.shelf.found(keys)
        for one in events:
            if one.listing is None and one.record is not None:
                body = known.get(f"listing {one.record.listing}")
                if body is None:
                    self.make([one])
                else:
                    one.listing = build_value(Listing, json.loads(body))
            if one.listing is not None:
                yield one.listing

    def check_links(self, events: list[Known], every: list[Record]) -> None:
        """Report links from one event, or from the site's own pages, to what is not there."""
        from tellings.render import links  # noqa: PLC0415 - slow

        with self.stage_of("check links"):
            shas = {output.path: output.sha256 for record in every for output in record.outputs}
            outward = (one for record in every for one in record.outward)
            known: dict[str, frozenset[str]] = {}

            def anchors(path: str) -> frozenset[str]:
                if path not in known:
                    if not self.body(path, shas[path]):
                        self.lay_out(events, frozenset([path]))
                    known[path] = links.ids_of(self.body(path, shas[path]))
                return known[path]

            self.problems.extend(links.unmet(outward, shas, anchors))

    def body(self, path: str, sha: str) -> bytes:
        """Give the bytes of a page: just made, else published."""
        for folder in (self.stage, self.output):
            try:
                body = (folder / path).read_bytes()
            except OSError:
                continue
            if sha256(body).hexdigest() == sha:
                return body
        return b""

    def lay_out(self, events: list[Known], missing: frozenset[str]) -> None:
        """Make again what is remembered, and neither published nor in the stage."""
        for one in events:
            if one.record and any(output.path in missing for output in one.record.outputs):
                self.here(self.task(one.slug))
                missing -= {output.path for output in one.record.outputs}
        if missing:
            self.make_site([one for one in events if one.record and one.record.listing])

    def publish(self, events: list[Known], every: list[Record]) -> Published | None:
        """Bring the output folder to hold the pages, unless an error forbids it."""
        with self.stage_of("publish"):
            press = Press(
                output=self.output,
                root=self.options.root,
                stage=self.stage,
                ground=self.ground,
                outputs=tuple(output for record in every for output in record.outputs),
            )
            if not self.options.write:
                self.problems.extend(press.refusals())
            elif self.ok:
                inputs = _inputs(self.options.root, events, self.plain, self.look)
                return press.publish(inputs, partial(self.lay_out, events))
        return None


def _site(chosen: Config) -> Site:
    """Give the facts of the site that are settings too."""
    known = {one.name for one in fields(Config)}
    facts = {one.name for one in fields(Site)} & known
    return Site(**{name: getattr(chosen, name) for name in facts})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _inputs(root: Path, events: list[Known], plain_pages: Inputs, look: "Theme | None") -> Inputs:
    """Give the files of the project that the site is made from; a theme elsewhere is not one."""
    settings_sha = sha256((root / config.FILE).read_bytes()).hexdigest()
    of_content = (pair for one in events for pair in one.inputs)
    of_theme = look.inputs(root) if look else ()
    every = {(config.FILE, settings_sha), *of_content, *plain_pages, *of_theme}
    return tuple(sorted(every))


def _no_address(root: Path) -> Problem:
    return Problem(
        path=config.FILE,
        line=config.line_of((root / config.FILE).read_text("utf-8-sig")),
        message="no base_url is set: feeds and the sitemap are left out",
        hint='set base_url = "https://…/", or give --base-url',
        severity="warning",
    )
