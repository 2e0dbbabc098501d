"""What a printed page sets above and below its text: the browser’s headers, folios, jump lines."""

import re
from collections import Counter
from collections.abc import Sequence

from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.lines import Kind

__all__ = ["around"]

Numbered = tuple[int, str]

ADDRESS = re.compile(r"\s*https?://\S+\s+\d{1,3}/\d{1,3}\s*")
"""How browsers end a printed page: its address, and which page of how many."""

HEADED = re.compile(r"\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d\d(?: ?[AP]M)?\s{2,}\S.*")
"""How they begin one: the day and time of printing, the page’s title far to the right."""

FOLIO = re.compile(r"[-–—\s]*(?:page )?\d{1,3}(?: (?:of|/) \d{1,3})?[-–—\s]*", re.IGNORECASE)
RUNNING = re.compile(
    r"\s*(?:(?:page )?\d{1,3}\s{3,}\S.*|\S.*\s{3,}(?:page )?[A-Z]?\d{1,3}\s*)", re.IGNORECASE
)
"""A folio at the margin, with the paper’s name or the day far from it."""

JUMP = re.compile(
    r"\s*(?:(?:see|turn to) \S+(?: \S+){0,2}, page [A-Z]?\d{1,3}|(?:\S+ )?continued (?:on|from) "
    r"(?:the )?(?:(?:front|back) )?page(?: [A-Z]?\d{1,3})?|continued on next page)\W*",
    re.IGNORECASE,
)
LONGEST = 250
"""Letters of the longest such line, white space included."""

OTHER: Kind = "other"
DAY: Kind = "date-label"
FOLIOS = 2
"""Folios by themselves, and headers printed again, that make a printout."""


def around(lines: Sequence[Numbered]) -> dict[int, Kind]:
    """Give the numbers of lines that are no text but a printed page’s own, with their kinds."""
    if not any(map(_may_be, lines)):
        return {}
    filled = {number for number, text in lines if text.strip()}
    # Most lines are paragraphs, and longer than any of these.
    brief = {number: text for number, text in lines if 0 < len(text) <= LONGEST and text.strip()}
    addresses = {n for n, text in brief.items() if "://" in text and ADDRESS.fullmatch(text)}
    parted = {n: text for n, text in brief.items() if "  " in text}
    times = Counter(" ".join(text.split()) for text in parted.values())
    headers = {
        n
        for n, text in parted.items()
        if HEADED.fullmatch(text) and (addresses or times[" ".join(text.split())] >= FOLIOS)
    }
    running = {n for n, text in parted.items() if RUNNING.fullmatch(text) and _dated(text)}
    jumps = {n for n, text in brief.items() if "page" in text.lower() and JUMP.fullmatch(text)}
    folios = {
        n for n, text in brief.items() if FOLIO.fullmatch(text) and not {n - 1, n + 1} & filled
    }
    sure = headers or jumps or running or len(addresses) >= FOLIOS
    found = dict.fromkeys((*addresses, *headers, *jumps, *(folios if sure else ())), OTHER)
    return {**found, **dict.fromkeys(running - headers, DAY)}


def _may_be(line: Numbered) -> bool:
    """Tell quickly whether a line may be a header, an address or a jump: most texts have none."""
    text = line[1]
    return (
        len(text) <= LONGEST
        and any(sign in text for sign in ("   ", "://", "\t", "age"))
        and any(map(str.isdigit, text))
    )


def _dated(text: str) -> bool:
    return bool(date_labels.stamps(text))
