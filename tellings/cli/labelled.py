"""A raw file with each line's label: what a dry run shows."""

from tellings.cli.printing import columns, printable, short
from tellings.ingest.filing import Filed

__all__ = ["lines"]

WIDTH = 100
KEPT = {"title": "\x1b[1;32m", "standfirst": "\x1b[32m", "subhead": "\x1b[32m"}
UNSURE = "\x1b[36m"
REMOVED = "\x1b[33m"
COMMENT = "\x1b[31m"
PLAIN = "\x1b[0m"


def lines(filed: Filed, *, coloured: bool) -> tuple[str, ...]:
    """Give every part of every line with its number and what it is; the word is always there."""
    digits = max((len(str(number)) for number, _, _ in filed.labels), default=1)
    widest = max((len(word) for _, word, _ in filed.labels), default=1)
    found = [printable(filed.raw)]
    last = 0
    for number, word, text in filed.labels:
        # A second part of one line has no number of its own.
        shown = "" if number == last else str(number)
        head = f"{shown:>{digits}}  {word:<{widest}}  "
        line = head + short(printable(text), WIDTH - columns(head))
        found.append(f"{_colour(word)}{line}{PLAIN}" if coloured and _colour(word) else line)
        last = number
    return (*found, "")


def _colour(word: str) -> str:
    if word == "article":
        return ""
    if word.startswith("unsure"):
        return UNSURE
    if word == "reader-comments":
        return COMMENT
    return KEPT.get(word, REMOVED)
