"""What every parser promises of whatever it is given, beside that it ends."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from tellings.errors import Problem, TellingsError
from tellings.model.document import Document
from tellings.model.findings import DatedExpression, Quantity
from tellings.model.source import Source
from tellings.model.span import Passage, Span

__all__ = [
    "BrokenError",
    "countable",
    "errors_name_a_place",
    "in_calendar",
    "inside",
    "keep",
    "parted",
    "refused",
    "spans_stand_in",
    "whole",
]

MOMENT = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?")
CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


class BrokenError(AssertionError):
    """A promise that was not kept."""


def keep(kept: object, promise: str, *shown: object) -> None:
    """Hold a promise.

    Raises:
        BrokenError: when it is not kept.
    """
    if not kept:
        raise BrokenError(": ".join((promise, *map(repr, shown))))


def refused(error: TellingsError, path: str, content: bytes) -> None:
    """Hold that a refusal says where and what."""
    keep(error.problems, "an error has a problem")
    errors_name_a_place(error.problems, path, content)


def errors_name_a_place(problems: Iterable[Problem], path: str, content: bytes) -> None:
    """Hold that problems name their file, and a line that it has."""
    lines = len(re.split(rb"\r\n?|\n", content))
    for problem in problems:
        keep(problem.path == path, "a problem names its file", problem)
        keep(0 <= problem.line <= lines, "a problem's line is one of the file", problem, lines)
        keep(problem.message.strip(), "a problem says what is wrong", problem)


def spans_stand_in(text: str, spans: Sequence[Span], what: str) -> None:
    """Hold that spans lie inside a text, in order and apart, and begin and end with words."""
    reached = 0
    for span in spans:
        words = span.of(text)
        keep(reached <= span.start and span.end <= len(text), f"{what} are parted", span)
        keep(words == words.strip() and words, f"{what} are verbatim and without blanks", words)
        reached = span.end


def whole(source: Source) -> None:
    """Hold that a source's blocks are its text."""
    text = source.text
    spans_stand_in(text, [block.span for block in source.blocks], "blocks")
    keep("\n\n".join(block.span.of(text) for block in source.blocks) == text, "blocks are the text")


def parted(document: Document) -> None:
    """Hold that sentences hold every word of their text once."""
    text = document.source.text
    spans = [sentence.span for sentence in document.sentences]
    spans_stand_in(text, spans, "sentences")
    held = "".join("".join(span.of(text).split()) for span in spans)
    keep(held == "".join(text.split()), "no word is lost or told twice")
    ids = [sentence.id for sentence in document.sentences]
    keep(len(ids) == len(set(ids)), "each sentence has an id of its own", ids)


def inside(
    passages: Iterable[Passage | None], texts: Sequence[Source], what: str
) -> Iterator[Passage]:
    """Hold that passages lie inside their sources' texts, and give them."""
    known = {source.id: source.text for source in texts}
    for passage in passages:
        if passage is not None:
            text = known.get(passage.source, "")
            keep(passage.end <= len(text), f"{what} lies inside its text", passage)
            keep(passage.of(text).strip(), f"{what} has words", passage.of(text))
            yield passage


def in_calendar(found: DatedExpression) -> None:
    """Hold that a date and its time are ones that there are."""
    keep(MOMENT.fullmatch(found.date), "a date is written as one", found)
    ranged = found.precision in {"season", "range"}
    steps = {"day": 2, "month": 1, "year": 0}.get(found.precision, found.date.count("-"))
    keep(("/" in found.date) == ranged, "ranges alone have two ends", found)
    keep(found.date.count("-") == steps, "a date is as fine as it says", found)
    keep(found.time is None or CLOCK.fullmatch(found.time), "a time is of the clock", found)


def countable(found: Quantity) -> None:
    """Hold that a quantity is a number, and its ends are in order."""
    keep(math.isfinite(found.value), "a quantity is a number", found)
    if found.upper is not None:
        keep(found.value <= found.upper < math.inf, "the ends of a range are in order", found)
