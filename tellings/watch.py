"""Watch mode: build, wait for a save, build again. The one door of watchfiles."""

import dataclasses
import sys
import traceback
from collections.abc import Callable, Generator
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING

from tellings import build, config
from tellings.build import Built, Options
from tellings.cache.memory import Memory
from tellings.errors import Problem, TellingsError

if TYPE_CHECKING:
    from watchfiles import Change

__all__ = ["WATCHED", "line_of", "watch"]

WATCHED = ("content", "themes", config.FILE)
TICK = 100
"""Milliseconds between two looks whether a watched folder has come, gone or been replaced."""

STEP = 10
"""Milliseconds of quiet after a save before it counts as done."""

LONGEST = 100
"""Milliseconds after which a flood of saves is acted upon all the same."""

Saves = Generator[set[tuple["Change", str]], None, None]
Standing = tuple[tuple[str, int, int, int, int], ...]
Show = Callable[[Built, str], None]


def watch(options: Options, show: Show, *, stop: Flag | None = None) -> None:
    """Build, then build again after every save, until stopped.

    `show` is given every build with the line that tells of it; a wrong content file or setting is
    one more thing to show.

    Raises:
        KeyboardInterrupt: when the person at the keyboard stops it.
    """
    stop = Flag() if stop is None else stop
    store = Memory()
    saved: tuple[str, ...] = ()
    while not stop.is_set():
        standing = _standing(options.root)
        saves = _saves(options, stop)
        # Listening begins with the first look, so that a save during the build is not lost.
        first = next(saves, set())
        show(*_rebuilt(options, store, saved or _paths(first, options.root)))
        saved = ()
        for changes in saves:
            if changes:
                saved = _paths(changes, options.root)
            differs = set(_standing(options.root)) ^ set(standing)
            if differs:
                # A replaced file or folder is another one to the system: listen anew.
                saved = saved or tuple(sorted({name for name, *_ in differs}))
                break
            if saved:
                show(*_rebuilt(options, store, saved))
                saved = ()
        saves.close()


def line_of(built: Built, saved: tuple[str, ...]) -> str:
    """Tell of one rebuild in one line."""
    milliseconds = round(1000 * sum(seconds for _, seconds in built.timings))
    of = saved[0] if len(saved) == 1 else f"{saved[0]} and {len(saved) - 1} more"
    if built.published is None:
        errors = sum(problem.severity == "error" for problem in built.problems)
        return f"not rebuilt, {_count(errors, 'error')}: {of}"
    count = len(built.published.written) + len(built.published.removed)
    if not count:
        return f"no page differs, {milliseconds} ms: {of}"
    return f"rebuilt {_count(count, 'page')} in {milliseconds} ms: {of}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _rebuilt(options: Options, store: Memory, saved: tuple[str, ...]) -> tuple[Built, str]:
    try:
        # Making the search index takes longer than a save should.
        built = build.build(dataclasses.replace(options, search=False), store=store)
    except OSError as fault:
        # An editor that replaces a file while it is being read: the next save mends it.
        name = build.shown(Path(str(fault.filename or ".")), options.root)
        problem = Problem(path=name, message=f"cannot be read: {fault.strerror or fault}")
        built = Built(problems=(problem,))
    except Exception as fault:
        # A fault of the program's own: watch mode goes on, and the place is not kept back.
        traceback.print_exc(file=sys.stderr)
        problem = Problem(path=".", message=f"the program failed: {type(fault).__name__}: {fault}")
        built = Built(problems=(problem,))
    return built, line_of(built, saved) if saved else ""


def _saves(options: Options, stop: Flag) -> Saves:
    from watchfiles import DefaultFilter  # noqa: PLC0415 - slow to import
    from watchfiles import watch as listen  # noqa: PLC0415 - the same

    usual = DefaultFilter()
    root = options.root
    output = _output(options)

    def matters(change: "Change", path: str) -> bool:
        place = Path(path)
        inside = place.relative_to(root) if place.is_relative_to(root) else place
        if place.is_relative_to(output) or ".cache" in inside.parts:
            return False
        return usual(change, inside.as_posix())

    there = [root / name for name in WATCHED if (root / name).exists()]
    return listen(
        *there,
        watch_filter=matters,
        debounce=LONGEST,
        step=STEP,
        stop_event=stop,
        rust_timeout=TICK,
        yield_on_timeout=True,
    )


def _output(options: Options) -> Path:
    try:
        return build.output_of(options, build.settings(options)).resolve()
    except TellingsError:
        return (options.output or options.root / "site").resolve()


def _standing(root: Path) -> Standing:
    """Tell which of the watched things exist, so that their coming and going is noticed."""
    found: list[tuple[str, int, int, int, int]] = []
    for name in WATCHED:
        try:
            is_ = (root / name).stat()
        except OSError:
            continue
        saved = (is_.st_mtime_ns, is_.st_size) if name == config.FILE else (0, 0)
        found.append((name, is_.st_dev, is_.st_ino, *saved))
    return tuple(found)


def _paths(changes: set[tuple["Change", str]], root: Path) -> tuple[str, ...]:
    return tuple(sorted({build.shown(Path(path), root) for _, path in changes}))
