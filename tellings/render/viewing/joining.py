"""Quotations of several sentences, each of which the analysis gives apart."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tellings.model.findings import Attribution
from tellings.model.span import Passage
from tellings.render.viewing.desk import Desk

__all__ = ["joined"]

MARKS = "“”\"'‘’«»„"
QUOTED = frozenset(("direct", "partial"))


def joined(desk: Desk, every: Iterable[Attribution]) -> Iterator[Attribution]:
    """Put the sentences of one quotation together: one speaker, and nothing stands between them."""
    held: Attribution | None = None
    for one in every:
        if held and goes_on(desk, held, one):
            content = Passage(held.content.source, held.content.start, one.content.end)
            held = replace(held, content=content)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def goes_on(desk: Desk, one: Attribution, other: Attribution) -> bool:
    """Tell whether a quotation goes on in the next sentence, its marks not yet closed."""
    first, second = one.content, other.content
    if first.source != second.source or not {one.kind, other.kind} <= QUOTED:
        return False
    text = desk.index.tellings[first.source].text
    between = text[first.end : second.start]
    opened = text[second.start] not in MARKS and text[first.end - 1] not in MARKS
    same = one.speaker == other.speaker and one.headline_only == other.headline_only
    return same and opened and first.end <= second.start and not between.strip()
