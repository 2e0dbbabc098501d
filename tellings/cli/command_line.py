"""Arguments in, exit status out: no problem of a user's shows a traceback."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tellings import config
from tellings.cli import arguments, printing
from tellings.cli.printing import Printer
from tellings.cli.still import Still
from tellings.errors import ConfigError, Problem, TellingsError

__all__ = ["main"]

FINE, PROBLEMS = 0, 1


def main(
    argv: Sequence[str] | None = None, root: Path | str | None = None, still: Still | None = None
) -> int:
    """Carry out a command and give the exit status; `still` remembers it where nothing was done."""
    printer = Printer(out=printing.forgiving(sys.stdout), err=printing.forgiving(sys.stderr))
    try:
        given = arguments.parse(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else FINE
    printer.quiet, printer.verbose = given.quiet, given.verbose
    try:
        printer.root = given.root = _root(given, Path(root) if root else None)
        # Slow to import, and of no use to --help and --version.
        from tellings.cli import commands  # noqa: PLC0415

        # What a build makes lives until it ends: looking it over for rings is time lost.
        gc.set_threshold(10_000, 20, 50)
        return commands.run(given, printer, still)
    except TellingsError as error:
        printer.problems(error.problems)
    except KeyboardInterrupt:
        printer.wipe()
        raise
    except BrokenPipeError:
        # Whoever read our output has stopped: say nothing more, also not while Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except ModuleNotFoundError as missing:
        printer.problems((_not_installed(missing),))
    except OSError as fault:
        # Where nothing can be printed, the exit status is all that is left to tell it.
        with suppress(OSError):
            printer.problems((_unusable(fault, printer.root),))
    except RecursionError:
        message = "folders are nested too deeply in one another to be looked through"
        hint = "look into the site, the themes, and what was named"
        printer.problems((Problem(path=".", message=message, hint=hint),))
    except MemoryError:
        message = "there is not enough memory for this"
        hint = "close other programs; with --jobs 1 less is needed"
        printer.problems((Problem(path=".", message=message, hint=hint),))
    return PROBLEMS


def _root(given: Namespace, own: Path | None) -> Path:
    if given.command in arguments.HOMELESS:
        return _here()
    named: Path | None = given.root or own
    if named is None:
        return config.find_root(_here())
    if not named.is_dir():
        problem = Problem(path=str(named), message="there is no such folder to be the project's")
        raise ConfigError(problem)
    return named.resolve()


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        message, hint = "the folder that you are in is gone", "go to one that is there"
        raise ConfigError(Problem(path=".", message=message, hint=hint)) from None


def _unusable(fault: OSError, root: Path) -> Problem:
    path = Path(fault.filename) if isinstance(fault.filename, str) else Path()
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    message = f"cannot be used: {fault.strerror or fault}"
    return Problem(path=inside.as_posix(), message=message)


def _not_installed(missing: ModuleNotFoundError) -> Problem:
    name = (missing.name or "").partition(".")[0]
    if name in {"", "tellings"} or name in sys.stdlib_module_names:
        raise missing
    return Problem(
        path=config.FILE,
        message=f"the library “{name}” is not installed for {sys.executable}",
        hint="in the project's folder of tellings: pip install .",
    )
