"""The one place where the stages meet: settings → content → digests → pages → the output folder."""

import dataclasses
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tellings import __version__, config, publish
from tellings.cache import contents
from tellings.cache.contents import ContentRead, Inputs
from tellings.cache.memory import Forgetful, Store
from tellings.config import Config
from tellings.errors import Problem, PublishError, TellingsError
from tellings.model.digest import Digest
from tellings.model.editions import Editions
from tellings.model.event import Event, Skipped
from tellings.model.page import Page
from tellings.publish import Published

if TYPE_CHECKING:
    from tellings.reading.editions import Earlier
    from tellings.render.site import Site
    from tellings.render.theme import Theme
    from tellings.render.views import Listing

EventPages = tuple[tuple[Page, ...], "Listing", tuple[Problem, ...]]
"""An event's pages, what listings show of it, and what is wrong with its corrections."""

__all__ = ["Built", "Options", "build", "settings", "shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to build, and what of its settings the command line overrules."""

    root: Path
    """The project's folder, resolved."""

    output: Path | None = None
    base_url: str | None = None
    strict: bool = False
    """Whether a warning stops the build like an error."""

    drafts: bool = False
    since: Path | None = None
    """The folder of an earlier site that events are compared with, instead of their records."""

    write: bool = True
    """Whether to publish; without it everything else is done."""

    search: bool = True
    """Whether to make the search index of a site that has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build came to."""

    output: Path | None = None
    """The folder published into; None when the settings could not be read."""

    base_path: str = "/"
    """The path that the site stands under."""

    problems: tuple[Problem, ...] = ()
    """Sorted; warnings are errors already when the build was strict."""

    skipped: tuple[Skipped, ...] = ()
    events: tuple[str, ...] = ()
    """The slugs of the events shown."""

    studied: tuple[str, ...] = ()
    """The slugs of the events that were not remembered."""

    pages: int = 0
    published: Published | None = None
    """None when nothing was to be written, or an error forbade it."""

    timings: tuple[tuple[str, float], ...] = ()
    """Seconds by stage, in order."""

    @property
    def ok(self) -> bool:
        """Whether no error was found."""
        return all(problem.severity != "error" for problem in self.problems)


def build(
    options: Options,
    *,
    store: Store | None = None,
    progress: Callable[[str], None] = lambda _: None,
    clock: Callable[[], float] = time.perf_counter,
) -> Built:
    """Build the whole site; every problem of every stage is in what is given back.

    Nothing is written when there is an error.
    """
    bench = _Bench(options, Forgetful() if store is None else store, progress, clock)
    try:
        chosen = settings(options)
    except TellingsError as error:
        return Built(problems=tuple(sorted(set(error.problems))))
    read = bench.read()
    content = read.content
    pages = bench.render(read, chosen)
    if not chosen.base_url:
        bench.problems.append(_no_address(options.root))
    if bench.ok:
        bench.check_links(pages, chosen)
    if bench.ok and chosen.search:
        pages += bench.index(pages)
    published = bench.publish(pages, read, chosen)
    bench.store.sweep()
    return Built(
        output=output_of(options, chosen),
        base_path=_base_path(chosen.base_url),
        problems=bench.judged(),
        skipped=content.skipped,
        events=tuple(event.slug for event in content.events),
        studied=tuple(bench.studied),
        pages=len(pages),
        published=published,
        timings=tuple(bench.timings.items()),
    )


def settings(options: Options) -> Config:
    """Read the settings, with what the command line overrules.

    Raises:
        ConfigError: every setting that is unknown or wrong, at once.
        PublishError: when the output folder holds what the site is made from.
    """
    chosen = config.load(options.root)
    if options.base_url:
        chosen = dataclasses.replace(chosen, base_url=config.normal_base_url(options.base_url))
    root, output = options.root.resolve(), output_of(options, chosen).resolve()
    if options.output is None and not output.is_relative_to(root):
        message = "the output folder is a link that leads out of the project"
        raise PublishError(
            Problem(path=chosen.output, message=message, hint="name the other folder with --output")
        )
    if options.since is not None and options.since.resolve() == output:
        message = "this is the folder that is published into: what stands in it would be lost"
        hint = "name a copy of the earlier site with --since"
        where = shown(output, options.root)
        raise PublishError(Problem(path=where, message=message, hint=hint))
    made_from = [root / "content", root / "themes"]
    if any(folder.is_relative_to(output) or output.is_relative_to(folder) for folder in made_from):
        message = "the output folder holds, or lies in, what the site is made from"
        raise PublishError(
            Problem(
                path=shown(output, options.root), message=message, hint="name another with --output"
            )
        )
    return chosen


def output_of(options: Options, chosen: Config) -> Path:
    """Give the folder to publish into."""
    return options.output or options.root / chosen.output


def shown(path: Path, root: Path) -> str:
    """Write a path as messages do: from the project's folder, where it lies inside."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


class _Bench:
    """The workbench of one build: what it has met so far."""

    def __init__(
        self,
        options: Options,
        store: Store,
        progress: Callable[[str], None],
        clock: Callable[[], float],
    ) -> None:
        self.options = options
        self.store = store
        self.progress = progress
        self.clock = clock
        self.problems: list[Problem] = []
        self.studied: list[str] = []
        self.timings: dict[str, float] = {}
        self.look: Theme | None = None
        self.since: Earlier | None = None

    @property
    def ok(self) -> bool:
        return all(problem.severity != "error" for problem in self.judged())

    def judged(self) -> tuple[Problem, ...]:
        found = sorted(set(self.problems))
        if not self.options.strict:
            return tuple(found)
        return tuple(sorted({dataclasses.replace(p, severity="error") for p in found}))

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        begun = self.clock()
        try:
            yield
        finally:
            self.timings[name] = self.timings.get(name, 0.0) + self.clock() - begun

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage, and take down the problems that stop it."""
        with self.timed(name):
            try:
                yield
            except TellingsError as error:
                self.problems.extend(error.problems)

    def read(self) -> ContentRead:
        self.progress("reading")
        read = ContentRead()
        with self.stage("read"):
            read = contents.read(self.options.root, self.store, drafts=self.options.drafts)
        self.problems.extend(read.content.problems)
        return read

    def render(self, read: ContentRead, chosen: Config) -> tuple[Page, ...]:
        # Slow to import: nothing that ends before this point should wait for them.
        from tellings.render import pages, theme  # noqa: PLC0415
        from tellings.render.site import Site  # noqa: PLC0415

        facts = {field.name for field in dataclasses.fields(Site)} & set(Config.__slots__)
        site = Site(**{name: getattr(chosen, name) for name in facts})
        content = read.content
        made: list[Page] = []
        listings: list[Listing] = []
        with self.stage("read"):
            self.since = self.earlier()
        with self.stage("render"):
            look = self.look = theme.find(chosen.theme, theme.places(self.options.root))
            for number, event in enumerate(content.events, start=1):
                self.progress(f"{number} of {len(content.events)}: {event.slug}")
                inputs = _sum((*read.inputs_of(event.slug), *_since(self.since, event.slug)))
                of_event, listing, stale = self.event(self.dated(event), inputs, site, look)
                made.extend(of_event)
                self.problems.extend(stale)
                listings.append(listing)
            key = ("site", tuple(listings), content.pages, site, look.digest)
            made.extend(
                self.store.recall(
                    key, lambda: pages.of_site(tuple(listings), content.pages, site, look)
                )
            )
        self.timings["render"] -= self.timings.get("study", 0.0)
        return tuple(made)

    def earlier(self) -> "Earlier | None":
        """Read the earlier site that events are compared with, if one is named."""
        from tellings.reading import editions  # noqa: PLC0415 - seldom wanted

        folder = self.options.since
        if folder is None:
            return None
        found = editions.of_site(folder, shown(folder.resolve(), self.options.root))
        self.problems.extend(found.problems)
        return found

    def dated(self, event: Event) -> Event:
        """Give an event with what it is compared with."""
        if self.options.since is None:
            return event
        before = self.since.editions.get(event.slug) if self.since else None
        return dataclasses.replace(event, editions=Editions(before=before) if before else None)

    def event(self, event: Event, inputs: str, site: "Site", look: "Theme") -> "EventPages":
        from tellings.analysis.study import study  # noqa: PLC0415 - slow
        from tellings.analysis.toolkit import DEFAULT  # noqa: PLC0415 - slow
        from tellings.cache.tools import remembering  # noqa: PLC0415 - slow
        from tellings.render import pages  # noqa: PLC0415 - slow

        # What was published before decides nothing that is found.
        bare = dataclasses.replace(event, editions=None)

        def find() -> Digest:
            self.studied.append(event.slug)
            with self.timed("study"):
                return study(bare, remembering(DEFAULT, self.store))

        def make() -> EventPages:
            found = self.store.recall(("digest", bare), find)
            digest = dataclasses.replace(found, event=event)
            made = pages.of_event(digest, inputs, site, look)
            return made, pages.listing(digest), _stale(digest)

        return self.store.recall(("event", event, inputs, site, look.digest), make)

    def check_links(self, made: tuple[Page, ...], chosen: Config) -> None:
        from tellings.render import links  # noqa: PLC0415 - as above

        with self.stage("check links"):
            self.problems.extend(links.check(made, _base_path(chosen.base_url)))

    def index(self, made: tuple[Page, ...]) -> tuple[Page, ...]:
        from tellings.publish import search  # noqa: PLC0415 - as above

        if not (self.options.search and self.options.write):
            return ()
        if not search.installed():
            self.problems.append(_no_index(self.options.root))
            return ()
        self.progress("indexing")
        found: list[Page] = []
        with self.stage("index"):
            found.extend(search.index(made))
        return tuple(found)

    def publish(
        self, made: tuple[Page, ...], read: ContentRead, chosen: Config
    ) -> Published | None:
        root = self.options.root
        output = output_of(self.options, chosen)
        with self.stage("publish"):
            if not self.options.write:
                self.problems.extend(publish.refusals(made, output, shown_as=shown(output, root)))
            elif self.ok:
                return publish.publish(
                    made,
                    output,
                    inputs=_inputs(root, read, self.look, self.since),
                    made_by=__version__,
                    shown_as=shown(output, root),
                )
        return None


def _inputs(root: Path, read: ContentRead, look: "Theme | None", since: "Earlier | None") -> Inputs:
    """Give the files of the project that the site is made from; a theme elsewhere is not one."""
    settings_sha = hashlib.sha256((root / config.FILE).read_bytes()).hexdigest()
    of_content = (pair for _, inputs in read.inputs for pair in inputs)
    of_theme = look.inputs(root) if look else ()
    slugs = (event.slug for event in read.content.events)
    of_since = (pair for slug in slugs for pair in _since(since, slug))
    return tuple(sorted({(config.FILE, settings_sha), *of_content, *of_theme, *of_since}))


def _since(since: "Earlier | None", slug: str) -> Inputs:
    """Give the file of an earlier site that an event is compared with."""
    sha = since.inputs.get(slug) if since else None
    return ((f"--since/events/{slug}/digest.json", sha),) if sha else ()


def _stale(digest: Digest) -> tuple[Problem, ...]:
    """Report the editor's entries that do not fit what is found any more."""
    event = digest.event
    path = event.path.rpartition("/")[0] + "/corrections.toml"
    return tuple(
        Problem(
            path=path,
            line=one.correction.line,
            message=one.problem,
            hint="mend the entry or take it out",
            severity="warning",
        )
        for one in digest.corrections
        if one.problem
    )


def _sum(inputs: Iterable[tuple[str, str]]) -> str:
    lines = [f"{path} {sha}\n" for path, sha in sorted(inputs)]
    return hashlib.sha256("".join([*lines, f"tellings {__version__}\n"]).encode()).hexdigest()


def _base_path(base_url: str | None) -> str:
    from tellings.render import urls  # noqa: PLC0415 - as above

    return urls.base_path(base_url)


def _no_index(root: Path) -> Problem:
    return Problem(
        path=config.FILE,
        line=config.line_of((root / config.FILE).read_text("utf-8-sig"), "search"),
        message="no search index is made: Pagefind is not installed; the page leads to A–Z",
        hint='pip install "tellings[search]"',
        severity="warning",
    )


def _no_address(root: Path) -> Problem:
    return Problem(
        path=config.FILE,
        line=config.line_of((root / config.FILE).read_text("utf-8-sig")),
        message="no base_url is set: feeds and the sitemap are left out",
        hint='set base_url = "https://…/", or give --base-url',
        severity="warning",
    )
