"""What the other texts of an event tell: a line that an outlet prints in each of them is its own.

A line that other outlets print too is copy that was handed down, and never furniture for that.
"""

from collections.abc import Iterable, Sequence

from tellings.ingest.cuts import Cut, Rule
from tellings.ingest.lines import Page, count_words

__all__ = ["RECURRING", "in_outlet"]

SAME = 0.5
"""Share of a text's lines from which another file is the same text again."""


def in_outlet(
    lines: Iterable[str], same: Sequence[Iterable[str]], others: Sequence[Iterable[str]] = ()
) -> frozenset[str]:
    """Give the lines that another text of the same outlet has and no other outlet's text has.

    Raw lines of this text, of the outlet's other texts and of other outlets' texts; a file that
    is this very text again, or an earlier state of it, says nothing.
    """
    own = _even(lines)
    found: set[str] = set()
    for text in map(_even, same):
        shared = own & text
        if len(shared) < SAME * len(own):
            found |= shared
    for text in map(_even, others):
        found -= text
    return frozenset(found)


def _even(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(words for line in lines if (words := " ".join(line.split())))


def printed_again(page: Page, at: int) -> Cut | None:
    """Find a short line below the headline that the outlet prints in other texts too."""
    words = page.words(at)
    # A paragraph may be background that an outlet repeats, and a headline stands in its boxes.
    if words not in page.recurring or page.prose[at] or page.head(at) or not count_words(words):
        return None
    return Cut(kind="other", until=at + 1)


RECURRING: tuple[Rule, ...] = (
    Rule(name="printed in the outlet's other texts", find=printed_again),
)
