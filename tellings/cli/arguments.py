"""What can be typed."""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from tellings import __version__
from tellings.cache.disk import LIMIT
from tellings.config import normal_base_url

__all__ = ["parse"]

PORT = 8000
DEFAULTS = {
    "root": None,
    "output": None,
    "base_url": None,
    "strict": False,
    "drafts": False,
    "verbose": False,
    "quiet": False,
    "timings": False,
    "jobs": None,
    "cache_size": LIMIT,
    "no_cache": False,
    "port": None,
    "watch": False,
}
COMMANDS = {
    "build": "build the site (what happens when no command is given)",
    "watch": "build, then build again after every save",
    "serve": "watch, and show the site in the browser",
    "ingest": "file raw texts (txt, html, md, eml, json, a web address) as sources of an event",
    "new": "begin an event",
    "explain": "say what is held about words of an event, and which corrections would change it",
    "check": "do everything but write",
    "clean": "remove what earlier builds wrote",
}
EXIT = "exit status: 0 fine, 1 problems, 2 wrong usage, 130 interrupted"


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments; an option may stand before or after the command.

    Raises:
        SystemExit: after a wrong usage (2), and after --help and --version (0).
    """
    parser = _parser()
    typed = parser.parse_args(argv)
    given = argparse.Namespace(**{**DEFAULTS, **vars(typed)})
    given.command = given.command or "build"
    if given.watch and given.command != "build":
        parser.error(f"--watch belongs to “build”, not to “{given.command}”")
    if given.port is not None and given.command != "serve":
        parser.error(f"--port belongs to “serve”, not to “{given.command}”")
    given.port = PORT if given.port is None else given.port
    return given


def _parser() -> argparse.ArgumentParser:
    # Every option is known to the parser and to each command's own; only what was typed is set,
    # so that neither place overrules the other by its default.
    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    _add_options(options)
    parser = argparse.ArgumentParser(
        prog="tellings",
        parents=[options],
        description="Many tellings, one event: digests that show what several texts agree on.",
        epilog=EXIT,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="command", title="commands")
    for name, help_ in COMMANDS.items():
        command = commands.add_parser(
            name, parents=[options], help=help_, description=help_, epilog=EXIT, allow_abbrev=False
        )
        if name in {"ingest", "new", "explain"}:
            command.add_argument("slug", metavar="SLUG", help="the event's folder: harbour-strike")
        if name == "ingest":
            _add_wishes(command)
        if name == "explain":
            command.add_argument("words", metavar="WORDS", help="some words as a text has them")
    return parser


def _add_wishes(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    help_ = "a file, or an address that begins with http:// or https://"
    add("files", metavar="FILE", nargs="+", type=_file_or_address, help=help_)
    add(
        "--as",
        dest="as_id",
        metavar="ID",
        help="the source's id: what its file and its page are called",
    )
    add("--outlet", metavar="NAME", help="who published it, where you know better")
    add("--url", metavar="URL", help="its address on the web")
    add("--published", metavar="DATE", help="its day, as 2026-03-04 or 2026-03-04 15:30")
    add("--dry-run", action="store_true", help="write nothing; show what becomes of each line")
    add(
        "--allow-private",
        action="store_true",
        help="fetch also from addresses of this machine and of private networks",
    )


def _add_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--root", metavar="DIR", type=Path, help="the project's folder")
    add("-o", "--output", metavar="DIR", type=Path, help="the folder to publish into")
    add("-b", "--base-url", metavar="URL", type=_base_url, help="where the site will stand")
    add("-s", "--strict", action="store_true", help="take warnings for errors")
    add("-D", "--drafts", action="store_true", help="show drafts too")
    add("-w", "--watch", action="store_true", help="the same as the command “watch”")
    add(
        "-p",
        "--port",
        metavar="N",
        type=_port,
        help=f"for “serve”; {PORT} when not given, 0 for any free one",
    )
    add(
        "-j",
        "--jobs",
        metavar="N",
        type=_count,
        help="how many processes work side by side; as many as there are cores when not given",
    )
    add(
        "--cache-size",
        metavar="MIB",
        type=_count,
        help=f"how much is remembered for the next build; {LIMIT} when not given",
    )
    add("--no-cache", action="store_true", help="remember nothing, and use nothing remembered")
    add("-v", "--verbose", action="store_true", help="name every page")
    add("-q", "--quiet", action="store_true", help="say nothing but problems")
    add("--timings", action="store_true", help="say how long each stage took")
    add("--version", action="version", version=f"tellings {__version__}")


def _base_url(address: str) -> str:
    try:
        return normal_base_url(address)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None


def _file_or_address(typed: str) -> Path | str:
    # A scheme of two letters or more: on Windows, “c:/…” is a path.
    return typed if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", typed) else Path(typed)


def _count(number: str) -> int:
    if not number.isascii() or not number.isdigit() or not 0 < int(number) < 1_000_000:
        raise argparse.ArgumentTypeError(f"“{number}” is not a whole number from 1")
    return int(number)


def _port(number: str) -> int:
    if not number.isascii() or not number.isdigit() or not int(number) < 65536:
        raise argparse.ArgumentTypeError(f"“{number}” is not a port from 0 to 65535")
    return int(number)
