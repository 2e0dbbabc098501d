"""What is filed already: the texts of standing events, and the raw files that stay out of them."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tellings.errors import ContentError, Problem
from tellings.ingest import shelf
from tellings.model.source import Source
from tellings.reading import event_folder, places, source_file
from tellings.sorting import gathering
from tellings.sorting.texts import Text

__all__ = ["Standing", "survey"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The events of a project, as far as new texts are compared with them."""

    texts: tuple[Text, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    """Each event's slug, and its title."""

    filed: tuple[tuple[str, str], ...] = ()
    """The SHA-256 of each raw file that lies in an event's raw/, and the event's slug."""


def survey(root: Path) -> Standing:
    """Look through the events of a project.

    Raises:
        ContentError: with everything that is wrong in their files.
    """
    texts: list[Text] = []
    titles: list[tuple[str, str]] = []
    filed: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for folder in sorted((root / "content" / "events").glob("*/")):
        try:
            found = shelf.survey(folder, root)
            texts += _texts(folder, root)
            titles.append((folder.name, _title(folder, root)))
        except ContentError as error:
            problems.extend(error.problems)
            continue
        shas = {*found.raws, *found.earlier, *_raws(folder, root)}
        filed += [(sha, folder.name) for sha in sorted(shas)]
    if problems:
        raise ContentError(*sorted(set(problems)))
    return Standing(texts=tuple(texts), titles=tuple(titles), filed=tuple(filed))


def _title(folder: Path, root: Path) -> str:
    read = event_folder.read(folder, root, drafts=True)
    return read.event.title if read.event else event_folder.title_of(folder.name)


def _texts(folder: Path, root: Path) -> list[Text]:
    found: list[Text] = []
    for file in sorted((folder / "sources").glob("*.md")):
        path = places.relative(file, root)
        source: Source = source_file.parse(places.fetch(file, root), path, file.stem)[0]
        sha = source.raw_sha256 or sha256(source.text.encode()).hexdigest()
        found.append(gathering.text_of(source, path, sha, folder.name))
    return found


def _raws(folder: Path, root: Path) -> list[str]:
    """Hash what lies in raw/: a file there without a source is one that the editor left out."""
    files = sorted(file for file in (folder / "raw").glob("*") if file.is_file())
    return [sha256(places.fetch(file, root)).hexdigest() for file in files]
