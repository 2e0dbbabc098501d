"""What `explain` prints: what is held about some words, and what would change it."""

from collections.abc import Iterator
from pathlib import Path

from tellings.analysis.study import study
from tellings.errors import ContentError, Problem
from tellings.explain import Held, explain
from tellings.reading import content_folder, corrections
from tellings.reading.corrections.words import nearest

__all__ = ["held", "lines"]

WIDEST = 11
"""How many characters the kinds of facts take at most."""


def held(root: Path, slug: str, words: str) -> tuple[tuple[Held, ...], tuple[Problem, ...]]:
    """Explain words of an event, with what is wrong in its files.

    Raises:
        ContentError: when there is no such event, or none of its texts has the words.
    """
    path = f"content/events/{slug}"
    if slug not in content_folder.slugs(root):
        known = ", ".join(content_folder.slugs(root)) or "none"
        problem = Problem(path=path, message="there is no such event", hint=f"there are: {known}")
        raise ContentError(problem)
    read = content_folder.read_event(root, slug, drafts=True)
    if read.event is None:
        return (), read.problems
    found = explain(study(read.event), words)
    if not found:
        texts = ((source.id, source.text) for source in read.event.sources)
        near = next(((id_, like) for id_, text in texts if (like := nearest(words, text))), None)
        hint = f"nearest, in {near[0]}: “{near[1]}”" if near else ""
        message = f"no text of the event has the words “{words}”"
        raise ContentError(Problem(path=path, message=message, hint=hint))
    return found, read.problems


def lines(found: tuple[Held, ...], slug: str) -> Iterator[str]:
    """Give what is printed."""
    for one in found:
        yield f"{one.source}, {one.name}: {one.words}"
        for fact in one.facts:
            yield f"  {fact.about:<{WIDEST}}{fact.words}"
        yield ""
    if found:
        where = f"content/events/{slug}/{corrections.FILE}"
        yield f"Entries for {where}, as it stands now; change what is wrong:"
    for entry in dict.fromkeys(entry for one in found for entry in one.entries):
        yield ""
        yield entry
