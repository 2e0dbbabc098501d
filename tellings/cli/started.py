"""What `init` and `publish` print."""

from collections.abc import Iterator
from pathlib import Path

from tellings.cli.printing import columns, count
from tellings.publish.branch import Place, Sent
from tellings.start import Made

__all__ = ["begun", "sent"]


def begun(made: tuple[Made, ...], folder: Path, slug: str) -> Iterator[str]:
    """Say what a new project holds, and what to do next."""
    here = folder == Path()
    written = sum(not one.kept for one in made)
    name = "this folder" if here else folder.as_posix()
    yield f"{name} is a project: {count(written, 'file')} written"
    widest = max(columns(one.path) for one in made)
    for one in made:
        kept = " (was there, and stays as it is)" if one.kept else ""
        yield f"  {one.path:<{widest}}  {one.about}{kept}"
    yield "next:"
    if not here:
        yield f"  cd {_typed(folder)}"
    yield f"  tellings ingest {slug} FILE…"
    yield "  tellings serve"


def sent(done: Sent, place: Place, base_url: str | None) -> Iterator[str]:
    """Say what became of a branch."""
    if done.commit is None:
        yield f"{place.branch}: “{place.remote}” has the same bytes already; nothing is committed"
        return
    changed = count(done.changed, "file")
    yield f"{place.branch}: {changed} changed, pushed to “{place.remote}” as {done.commit}"
    if address := base_url or done.address:
        yield f"to be read at {address} once the host shows this branch"


def _typed(folder: Path) -> str:
    words = folder.as_posix()
    return f'"{words}"' if " " in words else words
