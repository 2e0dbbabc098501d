"""What is said, where and how: results to the one stream, problems and progress to the other."""

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO
from unicodedata import combining, east_asian_width

from tellings.errors import Problem

__all__ = [
    "Printer",
    "annotation",
    "beside",
    "columns",
    "count",
    "printable",
    "short",
    "table",
    "tally",
]

RED = "\x1b[31m"
YELLOW = "\x1b[33m"
PLAIN = "\x1b[0m"
ERASE = "\r\x1b[K"
OURS = re.compile(r"(\x1b\[(?:0|1;32|3[1-6])m|[\n\t])")
"""What lines of ours hold besides words: colours, line breaks, tabs."""


@dataclass(slots=True, kw_only=True)
class Printer:
    """The two streams of a run and how much is wanted on them."""

    out: TextIO
    err: TextIO
    quiet: bool = False
    verbose: bool = False
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    root: Path = field(default_factory=Path)
    """The project's folder, from which the paths of problems are counted."""

    said: list[tuple[bool, str]] | None = None
    """What was printed, where that is wanted: whether as an error, and the line."""

    _passing: bool = False

    def say(self, line: str) -> None:
        """Print a result."""
        if not self.quiet:
            self.wipe()
            self._print(safe(line))

    def detail(self, line: str) -> None:
        """Print what only a curious reader wants."""
        if self.verbose:
            self.say(line)

    def note(self, line: str) -> None:
        """Print something about the run itself."""
        self.wipe()
        self._print(safe(line), loud=True)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print problems, and on GitHub Actions also as annotations."""
        self.wipe()
        for problem in map(_on_one_line, sorted(set(problems))):
            colour = RED if problem.severity == "error" else YELLOW
            first, *rest = str(problem).split("\n")
            line = f"{colour}{first}{PLAIN}" if self._coloured() else first
            self._print("\n".join([line, *rest]), loud=True)
            if self.environment.get("GITHUB_ACTIONS") == "true":
                self._print(annotation(problem, self._prefix()))

    def progress(self, step: str) -> None:
        """Show a step of long work in passing, on a terminal only."""
        if not self.quiet and self._terminal():
            self.wipe()
            print(printable(step), end="", file=self.err, flush=True)
            self._passing = True

    def wipe(self) -> None:
        """Take the step shown in passing off the screen."""
        if self._passing:
            print(ERASE, end="", file=self.err, flush=True)
            self._passing = False

    @property
    def coloured_out(self) -> bool:
        """Whether results are shown in colour."""
        return (
            self.out.isatty()
            and self.environment.get("TERM") != "dumb"
            and not self.environment.get("NO_COLOR")
        )

    def _print(self, line: str, *, loud: bool = False) -> None:
        if self.said is not None:
            self.said.append((loud, line))
        try:
            print(line, file=self.err if loud else self.out, flush=True)
        except BrokenPipeError:
            raise
        except OSError as fault:
            fault.filename = "what is printed"
            raise

    def _terminal(self) -> bool:
        return self.err.isatty() and self.environment.get("TERM") != "dumb"

    def _coloured(self) -> bool:
        return self._terminal() and not self.environment.get("NO_COLOR")

    def _prefix(self) -> str:
        workspace = Path(self.environment.get("GITHUB_WORKSPACE") or self.root)
        inside = self.root.is_relative_to(workspace)
        steps = self.root.relative_to(workspace).as_posix() if inside else "."
        return "" if steps == "." else f"{steps}/"


def annotation(problem: Problem, prefix: str = "") -> str:
    """Write a problem as a workflow command of GitHub Actions."""
    place = f"file={_property(prefix + problem.path)}"
    place += f",line={problem.line}" if problem.line else ""
    words = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {place}::{_message(words)}"


def count(number: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tally(problems: Iterable[Problem]) -> str:
    """Count the errors and warnings of a run."""
    kinds = [problem.severity for problem in problems]
    errors, warnings = kinds.count("error"), kinds.count("warning")
    return count(errors, "error") + (f" and {count(warnings, 'warning')}" if warnings else "")


def beside(problems: Iterable[Problem]) -> str:
    """Count the warnings of a run that is fine, as the end of a line."""
    warnings = sum(problem.severity == "warning" for problem in problems)
    return f", {count(warnings, 'warning')}" if warnings else ""


def table(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Set rows in columns, the first row being the head."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    return tuple(
        "  ".join(
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def columns(words: str) -> int:
    """Count the columns of a terminal that words take: two for a Chinese sign, none for marks."""
    if words.isascii():
        return len(words)
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in words
    )


def short(words: str, widest: int) -> str:
    """Cut words to so many columns, with “…” where something is cut."""
    if columns(words) <= widest:
        return words
    # No more signs than columns fit, marks without a width apart: a line may be megabytes long.
    kept, width = 0, 0
    for sign in words:
        width += columns(sign)
        if width > widest - 1:
            break
        kept += 1
    return f"{words[:kept].rstrip()}…"


def printable(words: str) -> str:
    """Give words without what would move a terminal's cursor or turn its reading round."""
    return "".join(sign if sign.isprintable() else " " for sign in words)


def safe(words: str) -> str:
    """Give lines of ours without what a stranger's words in them would do to a terminal."""
    if words.isascii() and words.isprintable():
        return words
    parts = OURS.split(words)
    parts[::2] = map(printable, parts[::2])
    return "".join(parts)


def _on_one_line(problem: Problem) -> Problem:
    """Give a problem whose words break no line: a line break in a name would fake another."""
    return replace(
        problem,
        path=printable(problem.path),
        message=printable(problem.message),
        hint=printable(problem.hint),
    )


def forgiving(stream: TextIO) -> TextIO:
    """Make a stream print what its encoding lacks as “?” rather than fail."""
    if stream is sys.__stdout__ or stream is sys.__stderr__:
        stream.reconfigure(errors="replace")
    return stream


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
