"""A published site and its manifest → what is missing, changed, or not of ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from tellings.errors import Problem, PublishError
from tellings.publish import manifest
from tellings.publish.manifest import MANIFEST

__all__ = ["Verified", "verify"]

REPOSITORY = ".git"
"""What a copy of a published branch has beside the site."""

KEPT = ".gitkeep"
"""What holds an empty folder in a repository."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What came of comparing a folder with its manifest."""

    files: int
    """How many files the manifest lists."""

    made_by: str
    """The version of the program that made them."""

    inputs: str
    """The SHA-256 over the paths and hashes of all that the site was made from."""

    problems: tuple[Problem, ...] = ()
    """A file that is missing or changed is an error; one that is not listed, a warning."""

    @property
    def ok(self) -> bool:
        """Whether every file is as it was built."""
        return all(problem.severity != "error" for problem in self.problems)


def verify(site: Path, shown_as: str) -> Verified:
    """Compare every file of a published site with the manifest beside it.

    Raises:
        PublishError: when the folder has no manifest of ours.
    """
    known = manifest.read(site)
    outputs = manifest.outputs_of(site)
    if not outputs:
        message = "no build of tellings has written this folder, or its manifest.json is torn"
        hint = "name a folder with the manifest.json of a published site"
        raise PublishError(Problem(path=shown_as, message=message, hint=hint))
    problems = (*_changed(site, outputs, shown_as), *_strange(site, outputs, shown_as))
    return Verified(
        files=len(outputs),
        made_by=_made_by(known),
        inputs=_sum(known),
        problems=tuple(sorted(problems)),
    )


def _changed(site: Path, outputs: Mapping[str, str], name: str) -> Iterator[Problem]:
    for path, sha in sorted(outputs.items()):
        place = site / path
        steps = (place, *(above for above in place.parents if above.is_relative_to(site)))
        if any(step.is_symlink() for step in steps if step != site):
            message = "is a symbolic link; no build writes one"
        elif not place.is_file():
            message = "is missing"
        elif _sha(place) != sha:
            message = "is not as it was built: its manifest has another hash"
        else:
            continue
        yield Problem(path=f"{name}/{path}", message=message, hint="publish the site again")


def _strange(site: Path, outputs: Mapping[str, str], name: str) -> Iterator[Problem]:
    for place in sorted(site.rglob("*")):
        path = place.relative_to(site).as_posix()
        known = path in outputs or path in {MANIFEST, KEPT} or path.split("/")[0] == REPOSITORY
        if known or (place.is_dir() and _plain(place)):
            continue
        message = "no build of tellings has written this file"
        yield Problem(path=f"{name}/{path}", message=message, severity="warning")


def _plain(folder: Path) -> bool:
    return not folder.is_symlink()


def _sha(file: Path) -> str:
    try:
        with file.open("rb") as body:
            return file_digest(body, "sha256").hexdigest()
    except OSError:
        return ""


def _made_by(known: Mapping[str, object]) -> str:
    made_by = known.get("made_by")
    return str(made_by.get("tellings", "")) if isinstance(made_by, dict) else ""


def _sum(known: Mapping[str, object]) -> str:
    inputs = known.get("inputs")
    pairs = sorted(inputs.items()) if isinstance(inputs, dict) else []
    written = "".join(f"{path} {sha}\n" for path, sha in pairs)
    return sha256(written.encode(errors="surrogatepass")).hexdigest()
