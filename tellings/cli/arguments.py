"""What can be typed."""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tellings import __version__
from tellings.cache.disk import LIMIT
from tellings.cli import examples
from tellings.config import normal_base_url

__all__ = ["COMMANDS", "HOMELESS", "SHELLS", "Known", "known", "parse"]

PORT = 8000
WINDOW = 14
DEFAULTS = {
    "root": None,
    "output": None,
    "base_url": None,
    "since": None,
    "strict": False,
    "drafts": False,
    "verbose": False,
    "quiet": False,
    "timings": False,
    "jobs": None,
    "cluster": "",
    "cache_size": LIMIT,
    "no_cache": False,
    "port": None,
    "watch": False,
}
COMMANDS = {
    "init": "begin a project in a folder, without writing over what is there",
    "new": "begin an event",
    "ingest": "file raw texts (txt, html, md, eml, json, a web address) as sources of an event",
    "sort": "propose events for a folder of texts, and file them where asked",
    "build": "build the site (what happens when no command is given)",
    "watch": "build, then build again after every save",
    "serve": "watch, and show the site in the browser",
    "explain": "say what is held about words of an event, and which corrections would change it",
    "check": "do everything but write",
    "verify": "compare a published site with its manifest",
    "record": "note what the built site holds, so that later builds say what has changed",
    "publish": "build, commit the site to a branch of the project's repository, and push it",
    "clean": "remove what earlier builds wrote",
    "completion": "print a script with which a shell completes these commands",
}
HOMELESS = frozenset({"init", "completion", "verify"})
"""The commands that need no project."""

SHELLS = ("bash", "zsh", "fish")
EXIT = "exit status: 0 fine, 1 problems, 2 wrong usage, 130 interrupted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that can be typed."""

    parser: argparse.ArgumentParser
    options: tuple[argparse.Action, ...]
    """What may stand before or after every command."""

    commands: Mapping[str, tuple[argparse.Action, ...]]
    """What belongs to each command alone."""


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments; an option may stand before or after the command.

    Raises:
        SystemExit: after a wrong usage (2), and after --help and --version (0).
    """
    parser = known().parser
    typed = parser.parse_args(argv)
    given = argparse.Namespace(**{**DEFAULTS, **vars(typed)})
    given.command = given.command or "build"
    if given.watch and given.command != "build":
        parser.error(f"--watch belongs to “build”, not to “{given.command}”")
    if given.port is not None and given.command != "serve":
        parser.error(f"--port belongs to “serve”, not to “{given.command}”")
    if given.root is not None and given.command == "init":
        parser.error("--root names a project that is there: name the new one behind “init”")
    given.port = PORT if given.port is None else given.port
    return given


def known() -> Known:
    """Give all that can be typed."""
    # Every option is known to the parser and to each command's own; only what was typed is set,
    # so that neither place overrules the other by its default.
    plain = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    speech = tuple(_of_speech(plain))
    options = argparse.ArgumentParser(
        add_help=False, argument_default=argparse.SUPPRESS, parents=[plain]
    )
    shared = (*_options(options), *speech)
    parser = argparse.ArgumentParser(
        prog="tellings",
        parents=[options],
        description="Many tellings, one event: digests that show what several texts agree on.",
        epilog=f"{examples.shown('')}\n\n{EXIT}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")
    own: dict[str, tuple[argparse.Action, ...]] = {}
    for name, help_ in COMMANDS.items():
        command = commands.add_parser(
            name,
            parents=[plain if name in HOMELESS else options],
            help=help_,
            description=f"{help_[0].upper()}{help_[1:]}.",
            epilog=f"{examples.shown(name)}\n\n{EXIT}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        own[name] = tuple(_own(name, command))
    return Known(parser=parser, options=shared, commands=own)


def _own(name: str, parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    add = parser.add_argument
    if name in {"ingest", "new", "explain"}:
        yield add("slug", metavar="SLUG", help="the event's folder: harbour-strike")
    match name:
        case "ingest":
            yield from _wishes(parser)
        case "sort":
            yield from _sorting(parser)
        case "explain":
            yield add("words", metavar="WORDS", help="some words as a text has them")
        case "init":
            yield add(
                "folder", metavar="DIR", type=Path, help="the folder, new or there; . is here"
            )
            help_ = "what the first event is called; first-event when not given"
            yield add("--event", metavar="SLUG", help=help_)
        case "verify":
            help_ = "the folder of the site, with its manifest.json"
            yield add("site", metavar="SITE", type=Path, help=help_)
        case "publish":
            yield from _destination(parser)
        case "completion":
            yield add("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))
        case _:
            pass


def _destination(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    add = parser.add_argument
    help_ = "the branch; gh-pages when not given"
    yield add("--branch", metavar="NAME", default="gh-pages", help=help_)
    help_ = "the remote; origin when not given"
    yield add("--remote", metavar="NAME", default="origin", help=help_)
    help_ = "what the commit says; “Publish the site” when not given"
    yield add("--message", metavar="WORDS", default="Publish the site", type=_some, help=help_)


def _wishes(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    add = parser.add_argument
    help_ = "a file, or an address that begins with http:// or https://"
    yield add("files", metavar="FILE", nargs="+", type=_file_or_address, help=help_)
    help_ = "the source's id: what its file and its page are called"
    yield add("--as", dest="as_id", metavar="ID", help=help_)
    yield add("--outlet", metavar="NAME", help="who published it, where you know better")
    yield add("--url", metavar="URL", help="its address on the web")
    yield add("--published", metavar="DATE", help="its day, as 2026-03-04 or 2026-03-04 15:30")
    help_ = "write nothing; show what becomes of each line"
    yield add("--dry-run", action="store_true", help=help_)
    help_ = "fetch also from addresses of this machine and of private networks"
    yield add("--allow-private", action="store_true", help=help_)


def _sorting(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    add = parser.add_argument
    yield add("folder", metavar="FOLDER", type=Path, help="where the texts are, in any order")
    help_ = f"days that the texts of one event may be apart; {WINDOW} when not given"
    yield add("--window", metavar="DAYS", type=_count, default=WINDOW, help=help_)
    help_ = "make the events and file the texts; without it nothing is written"
    yield add("--write", action="store_true", help=help_)
    yield add("--json", action="store_true", help="print it as JSON, for scripts")


def _options(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    add = parser.add_argument
    yield add("--root", metavar="DIR", type=Path, help="the project's folder")
    yield add("-o", "--output", metavar="DIR", type=Path, help="the folder to publish into")
    yield add("-b", "--base-url", metavar="URL", type=_base_url, help="where the site will stand")
    help_ = "say what has changed since the earlier site in this folder"
    yield add("--since", metavar="DIR", type=Path, help=help_)
    yield add("-s", "--strict", action="store_true", help="take warnings for errors")
    yield add("-D", "--drafts", action="store_true", help="show drafts too")
    yield add("-w", "--watch", action="store_true", help="the same as the command “watch”")
    help_ = f"for “serve”; {PORT} when not given, 0 for any free one"
    yield add("-p", "--port", metavar="N", type=_port, help=help_)
    help_ = "how many processes work side by side; as many as there are cores when not given"
    yield add("-j", "--jobs", metavar="N", type=_count, help=help_)
    help_ = "make the events on the cluster of the Dask scheduler at this address"
    yield add("--cluster", metavar="ADDRESS", help=help_)
    help_ = f"how much is remembered for the next build; {LIMIT} when not given"
    yield add("--cache-size", metavar="MIB", type=_count, help=help_)
    help_ = "remember nothing, and use nothing remembered"
    yield add("--no-cache", action="store_true", help=help_)
    yield add("--timings", action="store_true", help="say how long each stage took")


def _of_speech(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    add = parser.add_argument
    yield add("-v", "--verbose", action="store_true", help="name every page")
    yield add("-q", "--quiet", action="store_true", help="say nothing but problems")
    yield add("--version", action="version", version=f"tellings {__version__}")


def _some(words: str) -> str:
    if not words.strip():
        raise argparse.ArgumentTypeError("no words")
    return words


def _base_url(address: str) -> str:
    try:
        return normal_base_url(address)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None


def _file_or_address(typed: str) -> Path | str:
    # A scheme of two letters or more: on Windows, “c:/…” is a path.
    return typed if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", typed) else Path(typed)


def _count(number: str) -> int:
    if not re.fullmatch("[0-9]{1,6}", number) or not int(number):
        raise argparse.ArgumentTypeError(f"“{number}” is not a whole number from 1 to 999,999")
    return int(number)


def _port(number: str) -> int:
    if not number.isascii() or not number.isdigit() or not int(number) < 65536:
        raise argparse.ArgumentTypeError(f"“{number}” is not a port from 0 to 65535")
    return int(number)
