"""What a sorted folder looks like: events, their texts, and why each is there."""

import textwrap
from collections.abc import Iterator, Sequence

from tellings.cli.printing import count, printable, short
from tellings.sorting.proposing import Member, Proposal, Reason, Sorted
from tellings.sorting.writing import Written

__all__ = ["lines"]

WIDTH = 100
"""Columns of the widest line."""

INDENT = 6
SAMPLE = 3
"""So many names and figures are printed of those in common."""


def lines(found: Sorted, written: Sequence[Written] | None) -> Iterator[str]:
    """Print the events in order of their days, then what is in none."""
    for proposal in found.events:
        yield from _event(proposal)
        yield ""
    if found.alone:
        yield "fits nowhere:"
        yield from _branches([_alone(member) for member in found.alone])
        yield ""
    if found.unread:
        yield f"not read: {count(len(found.unread), 'file')}"
        yield from _branches([[_cut(f"{each.path}: {each.message}")] for each in found.unread])
    yield from _summary(found, written)


def _event(proposal: Proposal) -> Iterator[str]:
    kind = f"has {count(proposal.filed, 'source')}" if proposal.standing else "new"
    yield _cut(proposal.title)
    yield f"content/events/{proposal.slug}/ ({kind})"
    yield from _branches([_member(member, proposal.slug) for member in proposal.members])


def _branches(entries: Sequence[Sequence[str]]) -> Iterator[str]:
    for at, (first, *rest) in enumerate(entries):
        last = at == len(entries) - 1
        yield f"{'└──' if last else '├──'} {first}"
        for line in rest:
            yield f"{'   ' if last else '│  '}   {line}".rstrip()


def _member(member: Member, slug: str) -> list[str]:
    head, here = _cut(_head(member)), f"content/events/{slug}/"
    if member.copy_of is not None:
        return [head, _cut(f"the same words as {member.copy_of.removeprefix(here)}")]
    why = printable(_why(member.reason).replace(here, "")) if member.reason else ""
    return [head, *textwrap.wrap(why, WIDTH - INDENT, break_on_hyphens=False)]


def _alone(member: Member) -> list[str]:
    copied = f", the same words as {member.copy_of}" if member.copy_of else ""
    return [_cut(_head(member) + copied)]


def _head(member: Member) -> str:
    title = f"[{member.title}]" if member.title_derived else member.title
    day = member.published or "no date"
    return f"{member.file}  {day}  {title}"


def _why(reason: Reason) -> str:
    """Say in words what is in common with the closest text, with samples."""
    parts = [_named(reason.names, "word", " of names"), _named(reason.figures, "figure")]
    common = " and ".join(part for part in parts if part)
    day = "" if reason.apart is None else _apart(reason.apart)
    said = f"{common} in common" if common else "words in common"
    return f"{day}{said} with {reason.closest}"


def _named(words: Sequence[str], noun: str, of: str = "") -> str:
    if not words:
        return ""
    more = ", …" if len(words) > SAMPLE else ""
    return f"{count(len(words), noun)}{of} ({', '.join(words[:SAMPLE])}{more})"


def _apart(days: int) -> str:
    return "same day, " if days == 0 else f"{count(days, 'day')} apart, "


def _summary(found: Sorted, written: Sequence[Written] | None) -> Iterator[str]:
    new = sum(not each.standing for each in found.events)
    texts = sum(len(each.members) for each in found.events)
    kinds = [(new, "new event"), (len(found.events) - new, "standing event")]
    named = [count(number, noun) for number, noun in kinds if number]
    rest = [(len(found.alone), "of no event"), (len(found.known), "filed before")]
    others = "".join(f", {count(number, 'file')} {what}" for number, what in rest if number)
    said = f"{' and '.join(named)} for {count(texts, 'file')}" if named else "nothing new"
    yield f"{said}{others}"
    if written is None and named:
        yield "nothing is written: --write makes the events and files the texts"
    if written:
        yield f"{count(sum(len(each.filed) for each in written), 'file')} filed"
    if any(each.made and each.filed for each in written or ()):
        yield "look at each new event.md: its title and its day are proposed"


def _cut(words: str) -> str:
    return short(printable(words), WIDTH - INDENT)
