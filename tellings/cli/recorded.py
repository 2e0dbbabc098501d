"""What is published now, recorded beside each event, so that later builds say what has changed."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tellings.errors import PublishError
from tellings.ingest import shelf
from tellings.model.editions import Editions
from tellings.reading import content_folder, editions, places

__all__ = ["Recorded", "record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What became of one event's record."""

    path: str
    status: Literal["recorded", "unchanged"]


def record(root: Path, output: Path, shown_as: str) -> tuple[Recorded, ...]:
    """Record every digest of the site that the project still has, or none when one is unreadable.

    Raises:
        PublishError: when the folder holds no site of ours, or a digest in it cannot be read.
        ContentError: when a record cannot be written.
    """
    found = editions.of_site(output, shown_as)
    if found.problems:
        raise PublishError.of(found.problems)
    slugs = set(content_folder.slugs(root)) & found.editions.keys()
    return tuple(_recorded(root, slug, found) for slug in sorted(slugs))


def _recorded(root: Path, slug: str, found: editions.Earlier) -> Recorded:
    folder = root / "content" / "events" / slug
    file = folder / editions.FILE
    earlier = editions.of_event(folder, root)[0] if file.is_file() else None
    before = earlier or Editions()
    after = before.followed_by(found.editions[slug])
    path = places.relative(file, root)
    if after == before:
        return Recorded(path=path, status="unchanged")
    shelf.put(file, editions.write(after), root)
    return Recorded(path=path, status="recorded")
