"""A new project's files, none of which takes the place of one that is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tellings import __version__
from tellings.errors import ContentError, Problem
from tellings.ingest import event_file
from tellings.reading import places

__all__ = ["FIRST", "WORKFLOW", "Made", "inside_another", "make"]

FIRST = "first-event"
"""What the first event is called where nobody says otherwise."""

WORKFLOW = ".github/workflows/pages.yml"
FILES = Path(__file__).parent / "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A file of a new project."""

    path: str
    about: str
    """What it is for, in a few words."""

    text: str
    needs: tuple[str, ...] = ()
    """The lines with which a file that is there already does as well; else it must be the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a planned file."""

    path: str
    about: str
    kept: bool
    """Whether it was there already."""


def make(folder: Path, slug: str = FIRST, *, shown_as: str = "") -> tuple[Made, ...]:
    """Make a project with one event, and give its files; `shown_as` is what messages call it.

    Raises:
        ContentError: before anything is written, with every file that is in the way.
    """
    name = shown_as or folder.name
    if wrong := places.problem_with_name(slug, f"content/events/{slug}", "the event's folder"):
        raise ContentError(wrong)
    planned = tuple(_planned(slug))
    if problems := tuple(_problems(folder, planned, name)):
        raise ContentError.of(problems)
    made = tuple(
        Made(path=one.path, about=one.about, kept=(folder / one.path).exists()) for one in planned
    )
    for one in planned:
        place = folder / one.path
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("x", encoding="utf-8", newline="\n") as file:
                file.write(one.text)
    return made


def inside_another(folder: Path) -> bool:
    """Tell whether a folder lies below the top of a repository, where no workflow is looked for."""
    tops = [place for place in (folder, *folder.parents) if (place / ".git").exists()]
    return bool(tops) and tops[0] != folder


def _planned(slug: str) -> Iterator[Planned]:
    def text(name: str) -> str:
        # Under names of their own, so that no tool takes them for files of this package.
        return (FILES / f"{name}.txt").read_text("utf-8")

    yield Planned(
        path="pyproject.toml",
        about="the site's settings",
        text=text("pyproject.toml"),
        needs=("[tool.tellings]",),
    )
    yield Planned(path="build.py", about="builds the site: python build.py", text=text("build.py"))
    yield Planned(
        path="requirements.txt",
        about="the version of tellings that builds it",
        text=f"tellings=={__version__}\n",
        needs=(f"tellings=={__version__}",),
    )
    yield Planned(
        path=".gitignore",
        about="what git leaves alone",
        text=text("gitignore"),
        needs=("/site/", "/.cache/"),
    )
    yield Planned(path=WORKFLOW, about="publishes on GitHub Pages", text=text("pages.yml"))
    yield Planned(path="content/index.md", about="opens the home page", text=text("index.md"))
    yield Planned(
        path=f"content/events/{slug}/event.md",
        about="an event: its title, day and place",
        text=event_file.write(slug, ()),
    )


def _problems(folder: Path, planned: tuple[Planned, ...], name: str) -> Iterator[Problem]:
    for one in planned:
        place = folder / one.path
        path = one.path if name in {"", "."} else f"{name}/{one.path}"
        blocked = _blocked(place, folder)
        if blocked is not None:
            at = (Path(name) / blocked.relative_to(folder)).as_posix()
            yield Problem(path=at, message="is no folder", hint="move it away, then again")
        elif not places.inside(place, folder):
            yield Problem(path=path, message="is a link that leads out of the project's folder")
        elif place.exists() and not _serves(place, one):
            yield Problem(
                path=path,
                message="is there already; what is there is never written over",
                hint=f"add to it: {', '.join(one.needs)}"
                if one.needs
                else "move it away, then again",
            )


def _blocked(place: Path, folder: Path) -> Path | None:
    """Give the first of the folders down to a place that is something else."""
    above = [step for step in place.parents if step.is_relative_to(folder)]
    there = (step for step in reversed(above) if step.exists() and not step.is_dir())
    return next(there, None)


def _serves(place: Path, planned: Planned) -> bool:
    try:
        lines = place.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    if planned.needs:
        return {line.strip() for line in lines} >= set(planned.needs)
    return lines == planned.text.splitlines()
