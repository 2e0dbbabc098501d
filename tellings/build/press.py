"""What is published, and what stands in the output folder already."""

import json
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from tellings import __version__, publish
from tellings.build.options import shown
from tellings.build.steady import changed
from tellings.cache.ground import Ground, Inputs, key_of
from tellings.errors import Problem, PublishError
from tellings.model.page import Output
from tellings.publish import Publication, Published, paths

__all__ = ["Press"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What is published, and what stands in the output folder already."""

    output: Path
    """The folder to publish into."""

    root: Path
    stage: Path
    """Where pages lie that were made in this build."""

    ground: Ground
    outputs: tuple[Output, ...]

    def refusals(self) -> tuple[Problem, ...]:
        """Give every reason why the pages cannot be published."""
        name = shown(self.output, self.root)
        return publish.refusals(
            self.outputs, self.output, standing=self.standing(self.marks()), shown_as=name
        )

    def publish(self, inputs: Inputs, lay_out: Callable[[frozenset[str]], object]) -> Published:
        """Publish what differs from what stands there; `lay_out` makes what is not in the stage.

        Raises:
            PublishError: when the folder cannot be accepted, or what is made again is different.
        """
        sum_ = key_of(__version__, inputs, [(one.path, one.sha256) for one in self.outputs])
        marks = self.marks()
        standing = self.standing(marks)
        before = self.ground.seen(f"published {self.output}")
        same = before == (sum_, self.mark(publish.MANIFEST)) and not self.linked()
        if same and all(standing.get(one.path) == one.sha256 for one in self.outputs):
            return Published(unchanged=tuple(sorted(one.path for one in self.outputs)))
        if missing := frozenset(self.missing(standing)):
            lay_out(missing)
            self.refuse_others(missing)
        done = publish.publish(
            Publication(outputs=self.outputs, inputs=inputs, made_by=__version__),
            self.output,
            body=lambda path: (self.stage / path).read_bytes(),
            standing=standing,
            shown_as=shown(self.output, self.root),
        )
        marks |= {path: self.mark(path) for path in done.written}
        now = {one.path: [marks[one.path], one.sha256] for one in self.outputs}
        self.ground.learn(f"output {self.output}", "", json.dumps(now))
        self.ground.learn(f"published {self.output}", sum_, self.mark(publish.MANIFEST))
        return done

    def refuse_others(self, made: Container[str]) -> None:
        """Refuse pages that were made again and are not what they were: a file has changed.

        Raises:
            PublishError: before anything is written.
        """
        for one in self.outputs:
            if one.path in made and sha_of(self.stage / one.path) != one.sha256:
                raise PublishError(changed("content"))

    def missing(self, standing: Mapping[str, str]) -> Iterator[str]:
        """Give the pages that are to be written and do not lie in the stage."""
        for one in self.outputs:
            differs = standing.get(one.path) != one.sha256
            if differs and not (self.stage / one.path).is_file():
                yield one.path

    def marks(self) -> dict[str, str]:
        """Tell what stands where pages go from what it was."""
        marks = ((one.path, self.mark(one.path)) for one in self.outputs)
        return {path: mark for path, mark in marks if mark}

    def standing(self, marks: Mapping[str, str]) -> dict[str, str]:
        """Give the hashes of what stands where pages go, read only where it may have changed."""
        before = self.before()
        found: dict[str, str] = {}
        for path, mark in marks.items():
            was = before.get(path)
            known = isinstance(was, list) and len(was) == 2 and was[0] == mark
            found[path] = str(was[1]) if was and known else self.sha(path)
        return found

    def before(self) -> Mapping[str, list[object]]:
        """Give what was last known of the output folder's files; nothing where that is torn."""
        known = self.ground.seen(f"output {self.output}")
        try:
            before = json.loads(known[1]) if known else {}
        except (ValueError, RecursionError):
            return {}
        return before if isinstance(before, dict) else {}

    def linked(self) -> bool:
        """Tell whether a folder of pages has become a link, which is then refused."""
        folders = {folder for one in self.outputs for folder in paths.above(one.path)}
        return any((self.output / folder).is_symlink() for folder in sorted(folders))

    def mark(self, path: str) -> str:
        """Tell a file of the output folder from what it was; empty where there is none."""
        try:
            is_ = (self.output / path).lstat()
        except OSError:
            return ""
        return f"{is_.st_ino} {is_.st_mtime_ns} {is_.st_ctime_ns} {is_.st_size}"

    def sha(self, path: str) -> str:
        """Sum up a file of the output folder."""
        return sha_of(self.output / path)


def sha_of(file: Path) -> str:
    """Sum up a file, however large; empty where it cannot be read, or is a pipe or a device."""
    try:
        if not file.is_file():
            return ""
        with file.open("rb") as body:
            return file_digest(body, "sha256").hexdigest()
    except OSError:
        return ""
