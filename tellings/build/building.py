"""The one place where the stages meet: settings → content → digests → pages → the output folder."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

from tellings import config
from tellings.build import events
from tellings.build.bench import Bench
from tellings.build.options import Built, Options, settings
from tellings.build.press import Press
from tellings.build.whole import Whole
from tellings.cache import disk, lock
from tellings.cache.ground import Ground, Inputs, key_of, program
from tellings.cache.memory import Forgetful, Store
from tellings.cache.plain import plain
from tellings.config import Config
from tellings.errors import Problem, PublishError, TellingsError
from tellings.publish import Published
from tellings.render import theme
from tellings.render.site import Site

__all__ = ["build"]


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
        file = config.fetch(options.root)
        chosen = settings(options, file)
    except TellingsError as error:
        return Built(problems=tuple(sorted(set(error.problems))))
    try:
        with (
            _alone(options, progress),
            disk.opened(options.cache, options.cache_size) as shelf,
            _stage(options) as stage,
        ):
            bench = Bench(
                options=options,
                chosen=chosen,
                file=file,
                shelf=shelf,
                store=Forgetful() if store is None else store,
                stage=stage,
                ground=Ground(shelf, stage.stat().st_mtime_ns),
                site=_site(chosen),
                progress=progress,
                clock=clock,
            )
            return _build(bench)
    except PublishError as error:
        return Built(problems=error.problems)


def _build(bench: Bench) -> Built:
    bench.progress("looking")
    whole = Whole(bench=bench, base="", events=[])
    with bench.timing("look"):
        bench.problems += events.lost(bench)
        bench.since = events.earlier(bench)
        bench.look = theme.find(bench.chosen.theme, theme.places(bench.root))
        look = bench.look.name, bench.look.digest
        whole.base = key_of(program(bench.ground), plain(bench.site), look)
        whole.events = events.find(bench, whole.base)
    if bench.look is not None:
        try:
            events.make(bench, [one for one in whole.events if one.record is None])
        except TellingsError as error:
            bench.problems.extend(error.problems)
        with bench.timing("render"):
            whole.find_pages()
    if not bench.chosen.base_url:
        bench.problems.append(_no_address(bench.file))
    bench.problems += [problem for record in whole.records for problem in record.problems]
    if bench.ok:
        with bench.timing("check links"):
            whole.check_links()
    if bench.ok and bench.chosen.search:
        whole.find_index()
    published = _publish(bench, whole)
    bench.ground.keep()
    if bench.studied:
        bench.store.sweep()
    return Built(
        output=bench.output,
        base_path=bench.base_path,
        problems=bench.judged(),
        skipped=tuple(skip for record in whole.records for skip in record.skipped),
        events=tuple(one.slug for one in whole.shown),
        studied=tuple(bench.studied),
        pages=sum(len(record.outputs) for record in whole.records),
        published=published,
        timings=tuple(bench.timings.items()),
        word=bench.shelf.word,
    )


def _publish(bench: Bench, whole: Whole) -> Published | None:
    """Bring the output folder to hold the pages, unless an error forbids it."""
    with bench.timing("publish"):
        press = Press(
            output=bench.output,
            root=bench.root,
            stage=bench.stage,
            ground=bench.ground,
            outputs=tuple(output for record in whole.records for output in record.outputs),
        )
        if not bench.options.write:
            bench.problems.extend(press.refusals())
        elif bench.ok:
            # Once more: the folder may have become a link since the build began.
            settings(bench.options, bench.file)
            return press.publish(_inputs(bench, whole), whole.lay_out)
    return None


def _inputs(bench: Bench, whole: Whole) -> Inputs:
    """Give the files that the site is made from; a theme outside of the project is not one.

    A draft is none, and a text without rights is named nowhere.
    """
    settings_sha = sha256(bench.file).hexdigest()
    of_content = (
        pair
        for one in whole.events
        for pair in one.inputs
        if one.record is None or one.record.may_name(pair[0])
    )
    plain = (pair for pair in whole.plain_inputs() if whole.pages.may_name(pair[0]))
    of_theme = bench.look.inputs(bench.root) if bench.look else ()
    slugs = [one.slug for one in whole.shown] if bench.since else []
    of_since = (pair for slug in slugs for pair in events.since_of(bench, slug).inputs)
    every = {(config.FILE, settings_sha), *of_content, *plain, *of_theme, *of_since}
    return tuple(sorted(every))


@contextmanager
def _alone(options: Options, progress: Callable[[str], None]) -> Iterator[None]:
    """Let no other build of the project run, and take away what a killed one left.

    Raises:
        PublishError: when another build does not end.
    """
    if options.cache is None and not options.write:
        yield
        return
    folder = options.root / ".cache" if options.cache is None else options.cache
    if options.alone:
        lock.swept(folder)
        yield
        return
    with lock.held(folder, waiting=progress):
        lock.swept(folder)
        yield


@contextmanager
def _stage(options: Options) -> Iterator[Path]:
    """Give an empty folder for finished pages, and take it away."""
    folder = options.cache
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=lock.STAGE, dir=folder))
    except OSError:
        stage = Path(tempfile.mkdtemp(prefix=lock.STAGE))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _site(chosen: Config) -> Site:
    """Give the facts of the site that are settings too."""
    known = {one.name for one in fields(Config)}
    facts = {one.name for one in fields(Site)} & known
    return Site(**{name: getattr(chosen, name) for name in facts})


def _no_address(file: bytes) -> Problem:
    return Problem(
        path=config.FILE,
        line=config.line_of(file),
        message="no base_url is set: feeds and the sitemap are left out",
        hint='set base_url = "https://…/", or give --base-url',
        severity="warning",
    )
