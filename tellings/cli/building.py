"""What the commands do that build a site, or stand on one: build, check, watch, serve and more."""

import signal
import threading
from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from tellings import build as builds
from tellings import publish as publishing
from tellings.build import Built, Options
from tellings.cache import disk, lock
from tellings.cli import printing
from tellings.cli.printing import Printer, count
from tellings.cli.still import Still

__all__ = ["alone", "build", "check", "clean", "publish", "record", "serve", "watch"]


def build(given: Namespace, printer: Printer, still: Still | None = None) -> int:
    """Build the site; `still` remembers a build that had nothing to do."""
    said: list[tuple[bool, str]] = []
    printer.said = said
    built, status = _built(given, printer)
    done = built.published is not None and not built.published.changed and not built.studied
    # What stands elsewhere, and what is never the same again, is not remembered.
    same = given.since is None and not given.no_cache and not given.timings and not built.word
    if still is not None and done and same and built.output is not None:
        still.keep(given.root, built.output, said)
    return status


def _built(given: Namespace, printer: Printer, *, alone: bool = False) -> tuple[Built, int]:
    options = replace(_options(given), alone=alone)
    built = builds.build(options, progress=printer.progress)
    _show(built, printer, given)
    if built.published is not None and built.output is not None:
        where = builds.shown(built.output, given.root)
        done = built.published
        printer.say(
            f"{where}/: {count(built.pages, 'file')} for {count(len(built.events), 'event')}, "
            f"{len(done.written):,} written, {len(done.unchanged):,} unchanged, "
            f"{len(done.removed):,} removed"
        )
    elif not built.ok:
        printer.note(f"{printing.tally(built.problems)}: nothing is written")
    return built, 0 if built.ok else 1


def check(given: Namespace, printer: Printer) -> int:
    """Build all that would be published, and write nothing."""
    built = builds.build(_options(given, write=False), progress=printer.progress)
    _show(built, printer, given)
    if built.ok:
        printer.say(
            f"fine: {count(built.pages, 'file')} for {count(len(built.events), 'event')} "
            f"could be published{printing.beside(built.problems)}"
        )
    else:
        printer.note(printing.tally(built.problems))
    return 0 if built.ok else 1


def watch(given: Namespace, printer: Printer) -> int:
    """Build again whenever a file is saved."""
    from tellings import watch as watching  # noqa: PLC0415 - slow

    _heed_ctrl_c()
    printer.say("watching content/, themes/ and pyproject.toml; Ctrl-C stops")
    watching.watch(_options(given), _shower(given, printer))
    return 0


def serve(given: Namespace, printer: Printer) -> int:
    """Show the site, and build again whenever a file is saved."""
    from tellings.serve import server  # noqa: PLC0415 - slow

    _heed_ctrl_c()

    def greet(address: str) -> None:
        printer.say(f"serving {address} ; Ctrl-C stops")

    server.serve(_options(given), given.port, _shower(given, printer), greet)
    return 0


def record(given: Namespace, printer: Printer) -> int:
    """Keep what the digests say now, for later editions to be compared with."""
    from tellings.cli import recorded  # noqa: PLC0415 - slow

    options = _options(given)
    output = builds.output_of(options, builds.settings(options))
    with alone(given, printer):
        done = recorded.record(given.root, output, builds.shown(output, given.root))
    for one in done:
        printer.detail(f"{one.path}: {one.status}")
    new = sum(one.status == "recorded" for one in done)
    printer.say(f"{count(new, 'event')} recorded, {len(done) - new:,} unchanged")
    if new:
        printer.say("commit the changed published.json with the texts, then publish")
    return 0


def publish(given: Namespace, printer: Printer) -> int:
    """Build, and send the site to its branch."""
    from tellings.cli import started  # noqa: PLC0415 - slow
    from tellings.publish import branch  # noqa: PLC0415 - slow

    options = _options(given)
    chosen = builds.settings(options)
    place = branch.Place(root=given.root, branch=given.branch, remote=given.remote)
    found = branch.refusals(place)
    if given.strict:
        found = tuple(replace(problem, severity="error") for problem in found)
    printer.problems(found)
    if any(problem.severity == "error" for problem in found):
        printer.note(f"{printing.tally(found)}: nothing is published")
        return 1
    # Held over both: what is sent is what this build has made.
    with alone(given, printer):
        if _built(given, printer, alone=True)[1]:
            return 1
        done = branch.publish(place, builds.output_of(options, chosen), given.message)
    for line in started.sent(done, place, chosen.base_url):
        printer.say(line)
    return 0


def clean(given: Namespace, printer: Printer) -> int:
    """Take away what was built."""
    options = _options(given)
    output = builds.output_of(options, builds.settings(options))
    where = builds.shown(output, given.root)
    with alone(given, printer):
        removed = publishing.clean(output, shown_as=where)
    for path in removed:
        printer.detail(f"removed {where}/{path}")
    disk.forget(given.root / ".cache")
    printer.say(f"{where}/: {count(len(removed), 'file')} removed")
    return 0


def alone(
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
        jobs=given.jobs or builds.cores(),
        cluster=given.cluster,
        cache=None if given.no_cache else given.root / ".cache",
        cache_size=given.cache_size,
    )


def _heed_ctrl_c() -> None:
    # A shell that starts a command in the background tells it to ignore the signal that ends it.
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


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
