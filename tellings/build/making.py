"""One event's folder → its pages: all that has to be done anew when a file of it changes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from tellings import __version__
from tellings.build.steady import changed, steadily
from tellings.errors import ContentError, Problem, TellingsError
from tellings.model.digest import Digest
from tellings.model.editions import Edition, Editions
from tellings.model.event import Event, Skipped
from tellings.model.page import Output, Page
from tellings.reading import content_folder
from tellings.reading.event_folder import EventRead
from tellings.render.links import Outward
from tellings.render.site import Site
from tellings.render.views.listing import Listing

__all__ = ["Made", "Since", "Task", "inputs_sum", "make", "stage"]

Inputs = tuple[tuple[str, str], ...]
"""Paths of the project's files with their SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An event to be made."""

    root: str
    """The project's folder."""

    slug: str
    drafts: bool
    site: Site
    theme: str
    look: str
    """The digest of the theme, as this build has found it."""

    base_path: str
    since: "Since | None" = None
    """What the event is compared with instead of its record; None where no site is named."""

    stage: str
    """The folder that the finished pages are laid in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """An event in the earlier site that is named."""

    edition: Edition | None = None
    """None where that site does not have it."""

    inputs: Inputs = ()
    """The file that it was read from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of an event: its pages lie in the stage."""

    slug: str
    inputs: Inputs = ()
    """The files that it was made from."""

    outputs: tuple[Output, ...] = ()
    listing: Listing | None = None
    """None where the event is not shown."""

    studied: bool = False
    """Whether it was studied, and not remembered."""

    skipped: tuple[Skipped, ...] = ()
    unnamed: tuple[str, ...] = ()
    """The paths of texts without rights."""

    problems: tuple[Problem, ...] = ()
    outward: tuple[Outward, ...] = ()
    """Its links to other pages of the site."""

    seconds: tuple[tuple[str, float], ...] = ()
    """By stage."""


def make(
    task: Task,
    clock: Callable[[], float] = time.perf_counter,
    find: "Callable[[Event], Digest] | None" = None,
) -> Made:
    """Read, study and render an event, and lay its pages in the stage.

    `find` makes a digest of an event; the default tools when it is not given.
    """
    begun = clock()
    root = Path(task.root)
    try:
        read, inputs = steadily(
            lambda: content_folder.inputs(root, task.slug),
            lambda: sound(content_folder.read_event(root, task.slug, drafts=task.drafts)),
            f"content/events/{task.slug}",
        )
        if not (root / "content" / "events" / task.slug).is_dir():
            # Moved away since the events were counted: it is not an event without texts.
            raise ContentError(changed(f"content/events/{task.slug}"))
    except TellingsError as error:
        return Made(slug=task.slug, problems=error.problems)
    made = Made(
        slug=task.slug,
        inputs=inputs,
        skipped=read.skipped,
        unnamed=read.unnamed,
        problems=read.problems,
    )
    read_by = clock()
    if read.event is None:
        return replace(made, seconds=(("read", read_by - begun),))
    # Slow to import: an event that cannot be read does not wait for them.
    from tellings.analysis.study import study  # noqa: PLC0415
    from tellings.render import catalogues, links, pages, theme  # noqa: PLC0415

    look = theme.find(task.theme, theme.places(root))
    if look.digest != task.look:
        return replace(made, problems=(*made.problems, changed(f"themes/{look.name}")))
    event = read.event
    if task.since is not None:
        before = task.since.edition
        event = replace(event, editions=Editions(before=before) if before else None)
    sum_ = inputs_sum((*inputs, *(task.since.inputs if task.since else ())))
    try:
        # What was published before decides nothing that is found.
        digest = replace((find or study)(replace(event, editions=None)), event=event)
        studied_by = clock()
        of_event = pages.of_event(digest, sum_, task.site, look)
        listing = pages.listing(digest, catalogues.of(task.site, look))
    except TellingsError as error:
        return replace(made, problems=(*made.problems, *error.problems))
    survey = links.survey(of_event, task.base_path)
    outputs = stage(of_event, Path(task.stage))
    return replace(
        made,
        outputs=outputs,
        listing=listing,
        studied=True,
        problems=tuple(sorted({*made.problems, *stale(digest), *survey.problems})),
        outward=survey.outward,
        seconds=(
            ("read", read_by - begun),
            ("study", studied_by - read_by),
            ("render", clock() - studied_by),
        ),
    )


def sound(read: EventRead) -> EventRead:
    """Give what was read of an event; a file that goes while it is read is not waited for.

    Raises:
        ContentError: with everything that is wrong in it.
    """
    if any(problem.severity == "error" for problem in read.problems):
        raise ContentError.of(read.problems)
    return read


def stale(digest: Digest) -> tuple[Problem, ...]:
    """Report the editor's entries that do not fit what is found any more."""
    path = digest.event.path.rpartition("/")[0] + "/corrections.toml"
    return tuple(
        Problem(
            path=path,
            line=one.correction.line,
            message=one.problem,
            hint="mend the entry or take it out",
            severity="warning",
        )
        for one in digest.corrections
        if one.problem
    )


def stage(pages: tuple[Page, ...], folder: Path) -> tuple[Output, ...]:
    """Lay pages in a folder, each at its path."""
    outputs: list[Output] = []
    for page in pages:
        outputs.append(Output(page.path, sha256(page.body).hexdigest()))
        place = folder / page.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(page.body)
    return tuple(outputs)


def inputs_sum(inputs: Inputs) -> str:
    """Sum up the files that an event is made from, and the program."""
    lines = [f"{path} {sha}\n" for path, sha in sorted(inputs)]
    written = "".join([*lines, f"tellings {__version__}\n"])
    return sha256(written.encode(errors="surrogatepass")).hexdigest()
