"""What can go wrong for a user, and how it is said.

TellingsError            anything a user can mend; shown without a traceback
├── ConfigError          the settings in pyproject.toml
├── ContentError         a file under content/ or a raw file
├── ThemeError           a theme's files
└── PublishError         the output folder
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "ConfigError",
    "ContentError",
    "Problem",
    "PublishError",
    "Severity",
    "TellingsError",
    "ThemeError",
]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing that is wrong: where, what, and what helps."""

    path: str
    """The file, relative to the project's folder, with forward slashes."""

    line: int = 0
    """The line in that file, from 1; 0 where no single line is to blame."""

    message: str

    hint: str = ""

    severity: Severity = "error"
    """A warning becomes an error under `--strict`."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        word = "warning: " if self.severity == "warning" else ""
        help_ = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}: {word}{self.message}{help_}"


class TellingsError(Exception):
    """One or more problems that stop the work at hand."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems: tuple[Problem, ...] = problems

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> "TellingsError":
        """Gather problems found in several places into one error."""
        return cls(*sorted(set(problems)))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class ConfigError(TellingsError):
    """The settings are wrong."""


class ContentError(TellingsError):
    """A content file or a raw file is wrong."""


class ThemeError(TellingsError):
    """A theme is missing or wrong."""


class PublishError(TellingsError):
    """The output folder cannot be written as asked."""
