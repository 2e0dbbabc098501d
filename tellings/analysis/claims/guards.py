"""What keeps two similar sentences apart: numbers that cannot both hold."""

import re

from tellings.analysis.numbers.comparing import Counted, agree, comparable

__all__ = ["money_apart", "numbers_clash"]

SUM = re.compile(r"[A-Z]{3}|%")


def numbers_clash(here: tuple[Counted, ...], there: tuple[Counted, ...]) -> bool:
    """Tell whether two sentences count the same things and never come to the same number."""
    verdicts = [agree(a, b) for a in here for b in there if comparable(a, b)]
    return bool(verdicts) and all(verdict == "clash" for verdict in verdicts)


def money_apart(here: tuple[Counted, ...], there: tuple[Counted, ...]) -> bool:
    """Tell whether both name sums or shares of one kind, for different things, none the same."""
    pairs = [
        (a, b) for a in here for b in there if a.measure == b.measure and SUM.fullmatch(a.measure)
    ]
    return bool(pairs) and not any(comparable(a, b) or agree(a, b) == "same" for a, b in pairs)
