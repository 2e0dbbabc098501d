"""What each command does. Modules that are slow to import are imported by the command alone."""

import signal
import threading
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from tellings import build, config, publish
from tellings.build import Built, Options
from tellings.cache import disk, lock
from tellings.cli.printing import Printer, count
from tellings.cli.still import Still
from tellings.errors import Problem

__all__ = ["run"]


def run(given: Namespace, printer: Printer, still: Still | None = None) -> int:
    """Carry out the command that was given; 0 fine, 1 problems.

    `still` remembers a build that had nothing to do.
    """
    name = "watch" if given.watch else given.command
    if name == "build" and still is not None:
        return _build_still(given, printer, still)
    return COMMANDS[name](given, printer)


def _build_still(given: Namespace, printer: Printer, still: Still) -> int:
    said: list[tuple[bool, str]] = []
    printer.said = said
    built, status = _built(given, printer)
    done = built.published is not None and not built.published.changed and not built.studied
    # What stands elsewhere, and what is never the same again, is not remembered.
    alone = given.since is None and not given.no_cache and not given.timings and not built.word
    if done and alone and built.output is not None:
        still.keep(given.root, built.output, said)
    return status


def _build(given: Namespace, printer: Printer, *, alone: bool = False) -> int:
    return _built(given, printer, alone=alone)[1]


def _built(given: Namespace, printer: Printer, *, alone: bool = False) -> tuple[Built, int]:
    options = replace(_options(given), alone=alone)
    built = build.build(options, progress=printer.progress)
    _show(built, printer, given)
    if built.published is not None and built.output is not None:
        where = build.shown(built.output, given.root)
        done = built.published
        printer.say(
            f"{where}/: {count(built.pages, 'file')} for {count(len(built.events), 'event')}, "
            f"{len(done.written):,} written, {len(done.unchanged):,} unchanged, "
            f"{len(done.removed):,} removed"
        )
    elif not built.ok:
        printer.note(f"{_tally(built.problems)}: nothing is written")
    return built, 0 if built.ok else 1


def _check(given: Namespace, printer: Printer) -> int:
    built = build.build(_options(given, write=False), progress=printer.progress)
    _show(built, printer, given)
    if built.ok:
        printer.say(
            f"fine: {count(built.pages, 'file')} for {count(len(built.events), 'event')} "
            f"could be published{_beside(built.problems)}"
        )
    else:
        printer.note(_tally(built.problems))
    return 0 if built.ok else 1


def _watch(given: Namespace, printer: Printer) -> int:
    from tellings.watch import watch  # noqa: PLC0415 - slow

    _heed_ctrl_c()
    printer.say("watching content/, themes/ and pyproject.toml; Ctrl-C stops")
    watch(_options(given), _shower(given, printer))
    return 0


def _serve(given: Namespace, printer: Printer) -> int:
    from tellings.serve.server import serve  # noqa: PLC0415 - slow

    _heed_ctrl_c()

    def greet(address: str) -> None:
        printer.say(f"serving {address} ; Ctrl-C stops")

    serve(_options(given), given.port, _shower(given, printer), greet)
    return 0


def _ingest(given: Namespace, printer: Printer) -> int:
    from tellings.cli import filed, labelled  # noqa: PLC0415 - slow
    from tellings.ingest import filing  # noqa: PLC0415 - slow
    from tellings.ingest.wishes import Wishes  # noqa: PLC0415 - slow

    config.load(given.root)
    wishes = Wishes(
        as_id=given.as_id,
        outlet=given.outlet,
        url=given.url,
        published=given.published,
        dry_run=given.dry_run,
        allow_private=given.allow_private,
    )
    event = given.root / "content" / "events" / given.slug / "event.md"
    with nullcontext() if given.dry_run else _alone(given, printer, lock.FILING):
        begun = not event.exists()
        done = filing.file_all(given.root, given.slug, given.files, wishes)
    for each in done if given.dry_run else ():
        for line in labelled.lines(each, coloured=printer.coloured_out):
            printer.say(line)
    for line in filed.lines(done):
        printer.say(line)
    where = build.shown(event, given.root)
    if begun and event.exists():
        printer.say(f"{where} is made: look at its title and its day")
    elif begun:
        printer.say(f"{where} would be made too")
    conflicts = [problem for each in done for problem in each.conflicts]
    printer.problems(conflicts)
    return 1 if conflicts else 0


def _sort(given: Namespace, printer: Printer) -> int:
    from tellings.cli import tree  # noqa: PLC0415 - slow
    from tellings.sorting import export, sorting, writing  # noqa: PLC0415 - slow

    config.load(given.root)
    folder = given.folder.absolute()
    shown = given.folder.as_posix()
    jobs = given.jobs or build.cores()
    printer.progress(f"reading {shown}/")
    found = sorting.sort(folder, given.root, window=given.window, jobs=jobs, shown_as=shown)
    done = None
    if given.write:
        with _alone(given, printer, lock.FILING):
            done = writing.write(found, folder, given.root)
    if given.json:
        printer.say(export.as_json(found, done))
    else:
        for line in tree.lines(found, done):
            printer.say(line)
    problems = [problem for each in done or () for problem in each.problems]
    printer.problems(problems)
    return 1 if problems or not found.read else 0


def _init(given: Namespace, printer: Printer) -> int:
    from tellings import start  # noqa: PLC0415 - slow
    from tellings.cli import started  # noqa: PLC0415 - slow

    slug = start.FIRST if given.event is None else given.event
    folder = (given.root / given.folder).resolve()
    made = start.make(folder, slug, shown_as=given.folder.as_posix())
    for line in started.begun(made, given.folder, slug):
        printer.say(line)
    if start.inside_another(folder):
        printer.say(f"{start.WORKFLOW} works only at the top of its repository: move it there")
    return 0


def _new(given: Namespace, printer: Printer) -> int:
    from tellings import start  # noqa: PLC0415 - slow

    config.load(given.root)
    event = start.begin(given.root, given.slug)
    printer.say(f"{build.shown(event, given.root)} is made: give it a title and a day, then")
    printer.say(f"  tellings ingest {given.slug} FILE…")
    return 0


def _explain(given: Namespace, printer: Printer) -> int:
    from tellings.cli import explained  # noqa: PLC0415 - slow

    config.load(given.root)
    found, problems = explained.held(given.root, given.slug, given.words)
    printer.problems(problems)
    for line in explained.lines(found, given.slug):
        printer.say(line)
    return 0 if found else 1


def _verify(given: Namespace, printer: Printer) -> int:
    from tellings import verify  # noqa: PLC0415 - wanted by nobody else

    done = verify.verify(given.root / given.site, given.site.as_posix())
    printer.problems(done.problems)
    if not done.ok:
        printer.note(_tally(done.problems))
        return 1
    printer.say(
        f"{given.site.as_posix()}/: {count(done.files, 'file')} as built by tellings "
        f"{done.made_by}, from inputs {done.inputs[:16]}{_beside(done.problems)}"
    )
    return 0


def _record(given: Namespace, printer: Printer) -> int:
    from tellings.cli import recorded  # noqa: PLC0415 - slow

    options = _options(given)
    output = build.output_of(options, build.settings(options))
    with _alone(given, printer):
        done = recorded.record(given.root, output, build.shown(output, given.root))
    for one in done:
        printer.detail(f"{one.path}: {one.status}")
    new = sum(one.status == "recorded" for one in done)
    printer.say(f"{count(new, 'event')} recorded, {len(done) - new:,} unchanged")
    if new:
        printer.say("commit the changed published.json with the texts, then publish")
    return 0


def _publish(given: Namespace, printer: Printer) -> int:
    from tellings.cli import started  # noqa: PLC0415 - slow
    from tellings.publish import branch  # noqa: PLC0415 - slow

    options = _options(given)
    chosen = build.settings(options)
    place = branch.Place(root=given.root, branch=given.branch, remote=given.remote)
    found = branch.refusals(place)
    if given.strict:
        found = tuple(replace(problem, severity="error") for problem in found)
    printer.problems(found)
    if any(problem.severity == "error" for problem in found):
        printer.note(f"{_tally(found)}: nothing is published")
        return 1
    # Held over both: what is sent is what this build has made.
    with _alone(given, printer):
        if _build(given, printer, alone=True):
            return 1
        done = branch.publish(place, build.output_of(options, chosen), given.message)
    for line in started.sent(done, place, chosen.base_url):
        printer.say(line)
    return 0


def _completion(given: Namespace, printer: Printer) -> int:
    from tellings.cli import arguments, completion  # noqa: PLC0415 - wanted by nobody else

    printer.say(completion.script(given.shell, arguments.known()).rstrip("\n"))
    return 0


def _clean(given: Namespace, printer: Printer) -> int:
    options = _options(given)
    output = build.output_of(options, build.settings(options))
    where = build.shown(output, given.root)
    with _alone(given, printer):
        removed = publish.clean(output, shown_as=where)
    for path in removed:
        printer.detail(f"removed {where}/{path}")
    disk.forget(given.root / ".cache")
    printer.say(f"{where}/: {count(len(removed), 'file')} removed")
    return 0


COMMANDS: Mapping[str, Callable[[Namespace, Printer], int]] = {
    "build": _build,
    "watch": _watch,
    "serve": _serve,
    "ingest": _ingest,
    "sort": _sort,
    "init": _init,
    "new": _new,
    "explain": _explain,
    "check": _check,
    "verify": _verify,
    "record": _record,
    "publish": _publish,
    "clean": _clean,
    "completion": _completion,
}


def _heed_ctrl_c() -> None:
    # A shell that starts a command in the background tells it to ignore the signal that ends it.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _alone(
    given: Namespace, printer: Printer, file: str = lock.FILE
) -> AbstractContextManager[None]:
    """Let nobody else do the same work on the project meanwhile."""
    return lock.held(given.root / ".cache", file=file, waiting=printer.progress)


def _options(given: Namespace, *, write: bool = True) -> Options:
    output: Path | None = given.output
    return Options(
        root=given.root,
        output=None if output is None else output.resolve(),
        base_url=given.base_url,
        since=given.since,
        strict=given.strict,
        drafts=given.drafts,
        write=write,
        jobs=given.jobs or build.cores(),
        cluster=given.cluster,
        cache=None if given.no_cache else given.root / ".cache",
        cache_size=given.cache_size,
    )


def _show(built: Built, printer: Printer, given: Namespace) -> None:
    printer.problems(built.problems)
    if built.word:
        printer.note(built.word)
    for skip in built.skipped:
        hint = " (shown with --drafts)" if skip.because == "draft" else ""
        printer.say(f"skipped {skip.path}: {skip.because}{hint}")
    if built.published is not None:
        for path in built.published.written:
            printer.detail(f"wrote {path}")
        for path in built.published.removed:
            printer.detail(f"removed {path}")
    if given.timings:
        for stage, seconds in built.timings:
            printer.note(f"{1000 * seconds:9,.1f} ms  {stage}")


def _shower(given: Namespace, printer: Printer) -> Callable[[Built, str], None]:
    """Give what shows a build of watch mode: what is wrong with it, and its one line."""
    met: list[tuple[object, ...]] = []

    def show(built: Built, line: str) -> None:
        if line:
            printer.say(line)
        elif built.published is not None:
            printer.say(f"{count(built.pages, 'file')} for {count(len(built.events), 'event')}")
        if not built.ok:
            printer.problems(p for p in built.problems if p.severity == "error")
            return
        # Warnings and drafts that stand as they stood are not told after every save.
        told = (built.problems, built.skipped)
        if told not in met:
            _show(built, printer, given)
        met[:] = [told]

    return show


def _tally(problems: Iterable[Problem]) -> str:
    kinds = [problem.severity for problem in problems]
    errors, warnings = kinds.count("error"), kinds.count("warning")
    return count(errors, "error") + (f" and {count(warnings, 'warning')}" if warnings else "")


def _beside(problems: Iterable[Problem]) -> str:
    warnings = sum(problem.severity == "warning" for problem in problems)
    return f", {count(warnings, 'warning')}" if warnings else ""
