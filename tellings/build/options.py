"""What to build, and what it came to."""

import dataclasses
import os
from dataclasses import dataclass
from pathlib import Path

from tellings import config
from tellings.cache.disk import LIMIT
from tellings.config import Config
from tellings.errors import Problem, PublishError
from tellings.model.event import Skipped
from tellings.publish import Published

__all__ = ["Built", "Options", "cores", "output_of", "settings", "shown"]


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

    jobs: int = 1
    """How many processes may make events side by side."""

    cluster: str = ""
    """The address of a Dask scheduler whose workers make the events; empty for none."""

    cache: Path | None = None
    """The folder in which findings are kept for the next build; None to keep none."""

    cache_size: int = LIMIT
    """How many MiB of them are kept."""

    alone: bool = False
    """Whether the caller holds the project's lock, and so need not wait for it."""


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
    """Seconds by stage, in order; where several processes work, theirs are added up."""

    word: str = ""
    """What is to be known of the cache; empty when all is well."""

    @property
    def ok(self) -> bool:
        """Whether no error was found."""
        return all(problem.severity != "error" for problem in self.problems)


def cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def settings(options: Options, file: bytes | None = None) -> Config:
    """Read the settings, from a file's bytes where they are given, with what the command line says.

    Raises:
        ConfigError: every setting that is unknown or wrong, at once.
        PublishError: when the output folder holds what the site is made from.
    """
    chosen = config.load(options.root) if file is None else config.parse(file)
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
    if ".git" in output.parts or output.is_relative_to(root / ".cache"):
        message = "the output folder lies in what git, or the next build, remembers"
        hint = "name another with --output"
        raise PublishError(Problem(path=shown(output, options.root), message=message, hint=hint))
    return chosen


def output_of(options: Options, chosen: Config) -> Path:
    """Give the folder to publish into."""
    return options.output or options.root / chosen.output


def shown(path: Path, root: Path) -> str:
    """Write a path as messages do: from the project's folder, where it lies inside."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
