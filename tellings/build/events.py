"""The events of a project: found, remembered, and made where they are not."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tellings.build import records
from tellings.build.bench import Bench
from tellings.build.options import shown
from tellings.build.records import Known, Record
from tellings.cache.ground import Inputs, key_of
from tellings.cache.plain import plain
from tellings.errors import Problem
from tellings.publish import manifest
from tellings.reading import content_files

if TYPE_CHECKING:
    from tellings.build.making import Made, Since, Task
    from tellings.model.digest import Digest
    from tellings.model.event import Event
    from tellings.reading.editions import Earlier

__all__ = ["earlier", "find", "here", "lost", "made", "make", "since_of", "task"]

BATCH = 50
"""So many events are laid on the shelf at once."""

BESIDE = "beside"
"""Stands for the hash of a file that an event is not made from."""


def find(bench: Bench, base: str) -> list[Known]:
    """Find the events, and what is remembered of them; `base` is what all keys share."""
    found = []
    for slug in content_files.slugs(bench.root):
        folders = content_files.folders(bench.root, slug)
        read = partial(_standing, bench.root, slug)
        standing = bench.ground.inputs(f"event {slug}", folders, read)
        since = since_of(bench, slug).inputs if bench.since else None
        key = key_of("event", base, slug, bench.options.drafts, standing, since)
        inputs = tuple(pair for pair in standing if pair[1] != BESIDE)
        found.append(Known(slug=slug, inputs=inputs, key=key))
    known = bench.shelf.found(one.key for one in found)
    for one in found:
        if body := known.get(one.key):
            one.record = records.read(body)
    return found


def _standing(root: Path, slug: str) -> Inputs:
    """Give the files of an event with their hashes, and what is only warned of."""
    warned = ((path, BESIDE) for path in content_files.beside(root, slug))
    return (*content_files.inputs(root, slug), *warned)


def lost(bench: Bench) -> Iterator[Problem]:
    """Report what should hold the events and is no folder, or is gone while the site has events."""
    for name in ("content", "content/events"):
        place = bench.root / name
        if (place.exists() or place.is_symlink()) and not place.is_dir():
            hint = "move it away, and put the folder back"
            yield Problem(path=name, message="this is not a folder", hint=hint)
            return
    shown = () if (bench.root / "content").exists() else manifest.outputs_of(bench.output)
    if any(path.startswith("events/") for path in shown):
        yield Problem(
            path="content",
            message="the folder is gone, and the site would lose all its events",
            hint="put it back; or make it anew, empty, if that is meant",
        )


def earlier(bench: Bench) -> "Earlier | None":
    """Read the earlier site that events are compared with, if one is named.

    Raises:
        PublishError: when it is none of ours.
    """
    folder = bench.options.since
    if folder is None:
        return None
    from tellings.reading import editions  # noqa: PLC0415 - seldom wanted

    found = editions.of_site(folder, shown(folder.resolve(), bench.root))
    bench.problems.extend(found.problems)
    return found


def since_of(bench: Bench, slug: str) -> "Since":
    """Give an event as it is in the earlier site."""
    from tellings.build.making import Since  # noqa: PLC0415 - slow

    if bench.since is None:
        return Since()
    sha = bench.since.inputs.get(slug)
    inputs = ((f"--since/events/{slug}/digest.json", sha),) if sha else ()
    return Since(edition=bench.since.editions.get(slug), inputs=inputs)


def make(bench: Bench, events: Iterable[Known]) -> None:
    """Make events, and remember them.

    Raises:
        TellingsError: when a cluster fails.
    """
    every = tuple(events)
    if not every:
        return
    waiting: dict[str, bytes] = {}
    for number, (one, done) in enumerate(zip(every, made(bench, every), strict=True), start=1):
        bench.progress(f"{number} of {len(every)}: {one.slug}")
        waiting |= take(bench, one, done)
        if len(waiting) >= BATCH:
            bench.shelf.keep(waiting)
            waiting = {}
    bench.shelf.keep(waiting)


def made(bench: Bench, events: Iterable[Known]) -> Iterator["Made"]:
    """Make events in their order, side by side where they are many.

    Raises:
        TellingsError: when a cluster fails.
    """
    from tellings.build import workshop  # noqa: PLC0415 - slow

    tasks = [task(bench, one.slug) for one in events]
    given = bench.options
    return workshop.made(tasks, given.jobs, partial(here, bench), given.cluster)


def task(bench: Bench, slug: str) -> "Task":
    """Say what is to be made."""
    from tellings.build.making import Task  # noqa: PLC0415 - slow

    return Task(
        root=str(bench.root),
        slug=slug,
        drafts=bench.options.drafts,
        site=bench.site,
        theme=bench.chosen.theme,
        look=bench.look.digest if bench.look else "",
        base_path=bench.base_path,
        since=since_of(bench, slug) if bench.since else None,
        stage=str(bench.stage),
    )


def here(bench: Bench, task: "Task") -> "Made":
    """Make an event in this process, with what it remembers of texts."""
    from tellings.analysis.study import study  # noqa: PLC0415 - slow
    from tellings.analysis.toolkit import DEFAULT  # noqa: PLC0415 - slow
    from tellings.build.making import make  # noqa: PLC0415 - slow
    from tellings.cache.tools import remembering  # noqa: PLC0415 - slow

    studied = []

    def study_anew(event: "Event") -> "Digest":
        studied.append(event.slug)
        return study(event, remembering(DEFAULT, bench.store))

    def find(event: "Event") -> "Digest":
        return bench.store.recall(("digest", event), partial(study_anew, event))

    return replace(make(task, bench.clock, find), studied=bool(studied))


def take(bench: Bench, one: Known, made: "Made") -> dict[str, bytes]:
    """Take an event over; give what is to be remembered of it."""
    for name, seconds in made.seconds:
        bench.timings[name] = bench.timings.get(name, 0.0) + seconds
    bench.studied += [one.slug] if made.studied else []
    one.listing = made.listing
    listing = records.json_of(plain(made.listing)) if made.listing else b""
    sum_ = sha256(listing).hexdigest() if listing else ""
    one.record = Record(
        outputs=made.outputs,
        outward=made.outward,
        skipped=made.skipped,
        unnamed=made.unnamed,
        problems=made.problems,
        listing=sum_,
    )
    if not one.record.sound or made.inputs != one.inputs:
        # A file changed while it was read: what was made is shown, and not remembered.
        one.inputs = made.inputs
        return {}
    return {one.key: records.write(one.record), f"listing {sum_}": listing}
