"""What keeps two similar sentences apart: numbers that cannot both hold."""

import re

from tellings.analysis.numbers.comparing import Agreement, Counted, agree, comparable

__all__ = ["is_money", "money_apart", "numbers_clash", "verdicts"]

SUM = re.compile(r"[A-Z]{3}|%")


def verdicts(here: tuple[Counted, ...], there: tuple[Counted, ...]) -> list[Agreement]:
    """Compare what both of two sentences count."""
    return [agree(a, b) for a in here for b in there if comparable(a, b)]


def numbers_clash(compared: list[Agreement]) -> bool:
    """Tell whether two sentences count the same things and never come to the same number."""
    return bool(compared) and all(verdict == "clash" for verdict in compared)


def is_money(number: Counted) -> bool:
    """Tell whether a number is a sum of money or a share."""
    return SUM.fullmatch(number.measure) is not None


def money_apart(here: tuple[Counted, ...], there: tuple[Counted, ...]) -> bool:
    """Tell whether both name sums or shares of one kind, for different things, none the same."""
    pairs = [(a, b) for a in here for b in there if a.measure == b.measure and is_money(a)]
    return bool(pairs) and not any(comparable(a, b) or agree(a, b) == "same" for a, b in pairs)
