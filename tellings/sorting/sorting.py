"""A folder → what is proposed for it; nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tellings.sorting import comparing, gathering, grouping, proposing, standing, walking
from tellings.sorting.proposing import Sorted, Unit
from tellings.sorting.standing import Standing
from tellings.sorting.texts import Text

__all__ = ["arrange", "sort"]


def sort(
    folder: Path, root: Path, *, window: int, jobs: int = 1, shown_as: str | None = None
) -> Sorted:
    """Propose events for the texts of a folder, the project's standing events among them.

    Raises:
        ContentError: when the folder holds nothing to sort, or a standing event cannot be read.
    """
    name = folder.as_posix() if shown_as is None else shown_as
    files, problems = walking.walk(folder, name)
    there = standing.survey(root)
    texts, unread = gathering.gather(files, folder, jobs)
    found = arrange(texts, there, window=window)
    return replace(found, folder=name, unread=tuple(sorted({*problems, *unread})))


def arrange(texts: Sequence[Text], there: Standing, *, window: int) -> Sorted:
    """Group texts, whatever their order, and say why."""
    filed = dict(there.filed)
    known = tuple(sorted((text.file, filed[text.sha256]) for text in texts if text.sha256 in filed))
    units = tuple(_units([text for text in texts if text.sha256 not in filed], there.texts))
    places = [unit.text for unit in units]
    pairs = tuple(comparing.compare(places, window))
    groups = grouping.group(places, pairs, window=window)
    events = proposing.propose(units, groups, pairs, dict(there.titles))
    single = [units[group[0]] for group in groups if len(group) == 1]
    alone = (
        member for unit in single if unit.text.event is None for member in proposing.alone(unit)
    )
    order = sorted(alone, key=lambda member: (member.published or "9999", member.file))
    return Sorted(folder="", window=window, events=events, alone=tuple(order), known=known)


def _units(texts: Sequence[Text], filed: Sequence[Text]) -> Iterator[Unit]:
    """Take every text once, in an order that no file's name or place decides."""
    order = sorted(texts, key=lambda text: (text.published or "9999", text.sha256, text.file))
    copies: dict[str, list[Text]] = {}
    for text in order:
        copies.setdefault(text.digest, []).append(text)
    found = [
        Unit(text=text, copies=tuple(copies.pop(text.digest, ())), filed=True)
        for text in sorted(filed, key=lambda text: (text.digest, text.event or "", text.file))
    ]
    found += [Unit(text=same[0], copies=tuple(same[1:])) for same in copies.values()]
    yield from sorted(found, key=lambda unit: (unit.text.digest, unit.text.event or ""))
