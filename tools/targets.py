"""NewsMTSC: sentences of news with the sentiment towards somebody named in them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tellings.model.span import Span

__all__ = ["Judged", "read"]

NEUTRAL, STEP = 4.0, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sentence, who is named in it, and the side it takes as people judged."""

    text: str
    name: Span
    side: int
    """−1 against, 0 neither, 1 for."""

    article: str
    alone: bool
    """Whether nobody else is judged in the sentence."""


def read(path: Path) -> tuple[Judged, ...]:
    """Read a file of NewsMTSC: one row for each name that is judged."""
    return tuple(row for line in path.read_text("utf-8").splitlines() for row in rows(line))


def rows(line: str) -> Iterator[Judged]:
    """Give the names of one sentence."""
    entry = json.loads(line)
    for target in entry["targets"]:
        yield Judged(
            text=entry["sentence_normalized"],
            name=Span(target["from"], target["to"]),
            side=int((target["polarity"] - NEUTRAL) / STEP),
            article="_".join(entry["primary_gid"].split("_")[:3]),
            alone=len(entry["targets"]) == 1,
        )
