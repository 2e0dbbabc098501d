"""What would be filed, held to what a build reads: nothing is filed that the next one refuses."""

from collections.abc import Iterator
from dataclasses import replace

from tellings.errors import ContentError, Problem
from tellings.ingest.drafting import Draft
from tellings.reading import source_file

__all__ = ["problems"]

ALONE = "save the article alone, without what stands around it, and file that"


def problems(draft: Draft, path: str) -> tuple[Problem, ...]:
    """Say everything that keeps a draft from being read again; `path` names its raw file."""
    return tuple(_of_words(draft, path)) or tuple(_of_file(draft, path))


def _of_words(draft: Draft, path: str) -> Iterator[Problem]:
    """Report paragraphs and words that are too long, with their lines in the raw file."""
    for laid in draft.article:
        if fault := source_file.too_long(laid.words):
            message, hint = fault
            yield Problem(path=path, line=laid.line, message=message, hint=hint)


def _of_file(draft: Draft, path: str) -> Iterator[Problem]:
    """Report what is wrong with the file that would be written, whose lines nobody has seen."""
    try:
        source_file.parse(source_file.write(draft.source).encode(), path, draft.source.id)
    except ContentError as error:
        for problem in error.problems:
            message = f"the source made of it could not be read again: {problem.message}"
            yield replace(problem, line=0, message=message, hint=problem.hint or ALONE)
