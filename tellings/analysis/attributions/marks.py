"""Which stretches of a text stand in quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tellings.model.document import Document
from tellings.model.span import Span

__all__ = ["CREDIT", "Stretch", "stretches"]

SINGLE = re.compile("[’']")
MARK = re.compile(r"[\"“”„«»‘’'`](?:(?<=')'{1,2}|(?<=`)`|(?<!`))")
OPENER = re.compile(r"[\"“”„«»‘`]|(?<![^\s(\[—–\-/:“\"])'")
"""All that can open a quotation: most paragraphs hold apostrophes at most."""

CREDIT = re.compile(
    r"\s*\((?P<name>[A-Z][^()]{2,50})\)\s*$"
    r"|\s*(?:--|[—–])\s*(?P<signed>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4})(?:, [^\n]{1,80})?$"
)
"""Where a paragraph ends with who is quoted: “…” (Harbour Times), “…” — Mara Lind, a pilot."""

ENDS = {"“": "”", "„": "“”", "«": "»", "``": "''", '"': '"'}
"""What closes an inner quotation, beyond doubt."""

CREDITED = 160
"""How many of a paragraph's last characters may hold who is quoted."""

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
        for start, end, closed in _in_block(text) if OPENER.search(text) else ():
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
    """Give start, end and whether the closing mark stands there.

    What is quoted inside a quotation is part of it: marks of another kind, or a pair of the same.
    """
    opening: re.Match[str] | None = None
    after = 0
    every = tuple(MARK.finditer(text))
    doubles = tuple(mark for mark in every if mark.group() not in "‘’'")
    place = -1
    for mark in every:
        single = mark.group() in "‘’'"
        place += not single
        if mark.start() < after:
            continue
        if opening is None and _opens(mark, text):
            if not single:
                opening = mark
            elif (end := _single_end(text, mark)) is not None:
                yield mark.start(), end, True
                after = end
        elif opening is not None and not single:
            if not (_opens(mark, text) and not _closes(mark, text)):
                yield opening.start(), mark.end(), True
                opening = None
            elif inner := _inner(doubles[place : place + 9], opening):
                after = inner
            else:
                # A new quotation begins although the last was not closed.
                yield opening.start(), _rest(text, opening.start(), mark.start()), False
                opening = mark
    if opening is not None:
        yield from _unclosed(text, opening.start())


def _unclosed(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    """Give what a mark opens and none closes: the rest, whoever is named at its end left out."""
    credit = CREDIT.search(text, max(0, len(text) - CREDITED))
    end = credit.start() if credit else len(text)
    if len(text[start:end].strip()) > 1:
        yield start, _rest(text, start, end), False


def _inner(marks: tuple[re.Match[str], ...], outer: re.Match[str]) -> int:
    """Give where quotations inside another end, 0 where their marks are none such."""
    at = 0
    while at + 1 < len(marks) and marks[at + 1].group() in ENDS.get(marks[at].group(), ()):
        at += 2
    closed = at and at < len(marks) and marks[at].group() in ENDS.get(outer.group(), ())
    return marks[at - 1].end() if closed else 0


def _rest(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _beside(mark: re.Match[str], text: str) -> tuple[str, str]:
    """Give the characters before and after a mark."""
    return text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]


def _opens(mark: re.Match[str], text: str) -> bool:
    """Tell whether a mark can open a quotation where it stands."""
    kind = mark.group()
    before, after = _beside(mark, text)
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
    before, after = _beside(mark, text)
    if mark.group() in "“„«``":
        # A typist's slip: an opening mark at the end of the quotation.
        return not after.strip() or after in ",.;:"
    return bool(before.strip()) and before not in "([—–"


def _single_end(text: str, opening: re.Match[str]) -> int | None:
    """Find where a quotation in single marks ends, apostrophes aside."""
    likely: int | None = None
    for mark in SINGLE.finditer(text, opening.end(), opening.end() + LONGEST):
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
