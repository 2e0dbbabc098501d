"""The workbench of one build: what it works with, and what it has met so far."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tellings.build.linked import where_written
from tellings.build.options import Options, output_of
from tellings.build.press import sha_of
from tellings.cache.disk import Shelf
from tellings.cache.ground import Ground
from tellings.cache.memory import Store
from tellings.config import Config
from tellings.errors import Problem, TellingsError
from tellings.render import urls
from tellings.render.site import Site

if TYPE_CHECKING:
    from tellings.reading.editions import Earlier
    from tellings.render.theme import Theme

__all__ = ["Bench"]


@dataclass(slots=True, kw_only=True)
class Bench:
    """One build's settings, stores and stage; its problems, in the order they are met."""

    options: Options
    chosen: Config
    file: bytes
    """pyproject.toml as it was read; it may have been saved anew since."""

    shelf: Shelf
    """What earlier builds found."""

    store: Store
    """What earlier builds of this process read in single texts."""

    stage: Path
    """Where finished pages lie until they are published."""

    ground: Ground
    site: Site
    progress: Callable[[str], None]
    clock: Callable[[], float]
    look: "Theme | None" = None
    """None where the theme is wrong."""

    since: "Earlier | None" = None
    """The earlier site that events are compared with, if one is named."""

    problems: list[Problem] = field(default_factory=list)
    studied: list[str] = field(default_factory=list)
    timings: dict[str, float] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.options.root

    @property
    def base_path(self) -> str:
        """The path that the site stands under."""
        return urls.base_path(self.chosen.base_url)

    @property
    def output(self) -> Path:
        """The folder to publish into."""
        return output_of(self.options, self.chosen)

    @property
    def ok(self) -> bool:
        """Whether no error was met."""
        return all(problem.severity != "error" for problem in self.judged())

    def judged(self) -> tuple[Problem, ...]:
        """Give the problems, sorted; when the build is strict, warnings are errors."""
        found = {where_written(problem, self.root) for problem in self.problems}
        if self.options.strict:
            found = {replace(problem, severity="error") for problem in found}
        return tuple(sorted(found))

    @contextmanager
    def timing(self, name: str) -> Iterator[None]:
        """Time a stage, and take down the problems that stop it."""
        begun = self.clock()
        try:
            yield
        except TellingsError as error:
            self.problems.extend(error.problems)
        finally:
            self.timings[name] = self.timings.get(name, 0.0) + self.clock() - begun

    def body(self, path: str, sha: str) -> bytes | None:
        """Give the bytes of a page: just made, else published; None where neither is at hand."""
        for folder in (self.stage, self.output):
            if sha_of(folder / path) != sha:
                continue
            with suppress(OSError):
                return (folder / path).read_bytes()
        return None
