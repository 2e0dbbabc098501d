"""corrections.toml → corrections, their quoted words found in the event's texts."""

from dataclasses import dataclass

from tellings.errors import ContentError, Problem
from tellings.model.corrections import Correction
from tellings.model.source import Source
from tellings.reading.corrections.kinds import KINDS
from tellings.reading.corrections.passages import AwayError, Desk, StaleError
from tellings.reading.corrections.tables import entries

__all__ = ["FILE", "CorrectionsRead", "parse"]

FILE = "corrections.toml"
EVERYWHERE = ("because", "by")
"""What every entry may say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsRead:
    """What came of reading the file."""

    corrections: tuple[Correction, ...] = ()
    """In the file's order; an entry whose words are not found is not among them."""

    problems: tuple[Problem, ...] = ()


def parse(
    content: bytes,
    path: str,
    sources: tuple[Source, ...],
    targets: tuple[str, ...],
    away: frozenset[str] = frozenset(),
) -> CorrectionsRead:
    """Read the entries, and find the words that they quote.

    What is written wrongly is an error; words that are not found, or stand in several places,
    are a warning each, and their entry waits for the editor.

    Raises:
        ContentError: when the file cannot be read as entries at all.
    """
    by_id = {source.id: source for source in sources}
    desk = Desk(sources=by_id, away=away, targets=targets)
    found: list[Correction] = []
    problems: list[Problem] = []
    for entry in entries(content, path, tuple(KINDS)):
        kind = KINDS[entry.name]
        entry.only((*kind.fields, *EVERYWHERE))
        try:
            made = kind.make(entry, desk)
        except StaleError:
            made = None
        except AwayError:
            continue
        finally:
            problems += entry.problems
        if made is not None:
            found.append(made)
    if any(problem.severity == "error" for problem in problems):
        raise ContentError.of(problems)
    return CorrectionsRead(corrections=tuple(found), problems=tuple(problems))
