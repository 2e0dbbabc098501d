"""Quotations of several sentences, each of which the analysis gives apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tellings.model.findings import Attribution
from tellings.model.span import Passage
from tellings.render.viewing.desk import Desk

__all__ = ["Group", "joined"]

MARKS = "“”\"'‘’«»„"
SPACE = re.compile(r"\s*")
QUOTED = frozenset(("direct", "partial"))

Group = tuple[Attribution, ...]
"""The printings of one thing said."""

Place = tuple[str, int]


def joined(desk: Desk, groups: Sequence[Group]) -> tuple[Group, ...]:
    """Put the sentences of one quotation together: one speaker, and nothing stands between them."""
    begun = {(one.content.source, one.content.start): group for group in groups for one in group}
    next_ = {group: found for group in groups if (found := following(desk, group, begun))}
    inside = set(next_.values())
    whole: list[Group] = []
    for group in groups:
        if group in inside:
            continue
        last = group
        while last in next_:
            last = next_[last]
            group = tuple(map(lengthened, group, last))  # noqa: PLW2901 - it grows
        whole.append(group)
    return tuple(whole)


def following(desk: Desk, group: Group, begun: Mapping[Place, Group]) -> Group | None:
    """Find the sentence that goes on with a quotation in every text that prints it."""
    content = group[0].content
    text = desk.index.tellings[content.source].text
    space = SPACE.match(text, content.end)
    found = begun.get((content.source, space.end() if space else content.end))
    if found is None or len(found) != len(group):
        return None
    # Printings of one thing stand in the order of their texts, in both.
    pairs = zip(group, found, strict=True)
    return found if all(goes_on(desk, one, other) for one, other in pairs) else None


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


def lengthened(one: Attribution, other: Attribution) -> Attribution:
    """Give a quotation as far as its next sentence goes."""
    return replace(one, content=Passage(one.content.source, one.content.start, other.content.end))
