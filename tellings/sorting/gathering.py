"""Files of a folder → texts, through ingest's own reading, side by side where they are many."""

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from tellings.build import processes
from tellings.errors import ContentError, Problem
from tellings.ingest import drafting
from tellings.ingest.receiving import arrivals
from tellings.model.source import Source
from tellings.reading import places
from tellings.sorting import profiling
from tellings.sorting.texts import Bag, Profile, Text, day_of

__all__ = ["gather", "text_of"]

ENOUGH = 200
"""So many files make it worth while to start processes."""

CHUNK = 25


def gather(
    files: Sequence[Path], folder: Path, jobs: int = 1
) -> tuple[tuple[Text, ...], tuple[Problem, ...]]:
    """Read files, and give the texts in them and what could not be read."""
    texts: list[Text] = []
    problems: list[Problem] = []
    jobs = jobs if len(files) >= ENOUGH else 1
    for read in processes.mapped(partial(_read, folder=folder), files, jobs, chunk=CHUNK):
        if isinstance(read, Text):
            texts.append(_interned(read))
        else:
            problems.extend(read)
    return tuple(texts), tuple(problems)


def text_of(source: Source, file: str, sha: str, event: str | None = None) -> Text:
    """Keep of a source what is compared."""
    plain = re.sub(r"\W+", " ", source.text.casefold()).strip()
    title = source.title or ""
    return Text(
        file=file,
        sha256=sha,
        digest=sha256(plain.encode()).hexdigest(),
        title=title,
        title_derived=source.title_derived,
        outlet=source.outlet,
        published=day_of(source.published),
        lang=source.lang,
        profile=profiling.profile("" if source.title_derived else title, source.text),
        event=event,
    )


def _read(file: Path, folder: Path) -> Text | tuple[Problem, ...]:
    """Read one file, or say what is wrong with it."""
    name = places.relative(file, folder)
    try:
        content = arrivals.receive(file, folder).content
        source = drafting.make(content, file.name).source
    except ContentError as error:
        return tuple(replace(problem, path=name) for problem in error.problems)
    return text_of(source, name, sha256(content).hexdigest())


def _interned(text: Text) -> Text:
    """Let texts that came from other processes share the words that they have in common."""
    of = text.profile
    bags = [
        Bag(tuple(map(sys.intern, each.words)), each.counts)
        for each in (of.body, of.lead, of.title, of.names)
    ]
    body, lead, title, names = bags
    figures = tuple(map(sys.intern, of.figures))
    profile = Profile(body=body, lead=lead, title=title, names=names, figures=figures)
    return replace(text, profile=profile)
