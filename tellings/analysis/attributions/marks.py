"""Which stretches of a text stand in quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.model.document import Document
from tellings.model.span import Span

__all__ = ["CREDIT", "Stretch", "stretches"]

MARK = re.compile(r"''|``|[\"“”„«»‘’']")
CREDIT = re.compile(r"\s*\((?P<name>[A-Z][^()]{2,50})\)\s*$")
"""Where a paragraph ends with the source of its quotation: “…” (Harbour Times)."""

LONGEST = 240
"""How many characters single marks may hold: beyond it, they are apostrophes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words in quotation marks, the marks included; never beyond its paragraph."""

    span: Span
    paragraph: int
    closed: bool = True
    carried: bool = False
    """Whether it takes up the unclosed quotation of the paragraph before."""


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Find what stands in quotation marks, in text order."""
    found: list[Stretch] = []
    for paragraph, block in enumerate(document.source.blocks):
        text = block.span.of(document.source.text)
        for start, end, closed in _in_block(text):
            span = Span(block.span.start + start, block.span.start + end)
            carried = bool(
                not text[:start].strip()
                and found
                and not found[-1].closed
                and found[-1].paragraph == paragraph - 1
            )
            found.append(Stretch(span=span, paragraph=paragraph, closed=closed, carried=carried))
    return tuple(found)


def _in_block(text: str) -> Iterator[tuple[int, int, bool]]:
    """Give start, end and whether the closing mark stands there."""
    opened: int | None = None
    after = 0
    for mark in MARK.finditer(text):
        if mark.start() < after:
            continue
        single = mark.group() in "‘’'"
        if opened is None and _opens(mark, text):
            if not single:
                opened = mark.start()
            elif (end := _single_end(text, mark)) is not None:
                yield mark.start(), end, True
                after = end
        elif opened is not None and not single:
            if _opens(mark, text) and not _closes(mark, text):
                # A new quotation begins although the last was not closed.
                yield opened, _rest(text, opened, mark.start()), False
                opened = mark.start()
            else:
                yield opened, mark.end(), True
                opened = None
    credit = CREDIT.search(text)
    end = credit.start() if credit else len(text)
    if opened is not None and len(text[opened:end].strip()) > 1:
        yield opened, _rest(text, opened, end), False


def _rest(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _opens(mark: re.Match[str], text: str) -> bool:
    """Tell whether a mark can open a quotation where it stands."""
    kind = mark.group()
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    if kind in "“„«‘``":
        return kind != "‘" or bool(after.strip())
    if kind in "”»’":
        # A typist's slip: a closing mark at the head of a paragraph or after a space.
        return kind == "”" and not before.strip() and after.isalnum()
    free = not before or before.isspace() or before in '([—–-/:“"'
    if kind == '"' and before.isalpha() and after.isalnum():
        return True
    return free and bool(after.strip()) and not (kind == "'" and after.isdigit())


def _closes(mark: re.Match[str], text: str) -> bool:
    if mark.group() in "”»":
        return True
    if mark.group() in "“„«``":
        # A typist's slip: an opening mark at the end of the quotation.
        after = text[mark.end() :][:1]
        return not after.strip() or after in ",.;:"
    before = text[: mark.start()][-1:]
    return bool(before.strip()) and before not in "([—–"


def _single_end(text: str, opening: re.Match[str]) -> int | None:
    """Find where a quotation in single marks ends, apostrophes aside."""
    likely: int | None = None
    for mark in re.finditer("[’']", text[: opening.end() + LONGEST]):
        at = mark.start()
        if at <= opening.end() or text[at - 1].isspace():
            continue
        if text[at + 1 : at + 2].isalnum():
            continue
        if text[at - 1] in ",.!?…;" or text[at - 1] != "s":
            return mark.end()
        # "the owners' plan": a plural's apostrophe, unless no better mark comes.
        likely = likely or mark.end()
    return likely
