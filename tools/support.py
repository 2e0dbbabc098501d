"""How well the rules of a stage are supported: where each fires, and how often wrongly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

__all__ = ["FEWEST", "Support", "Supports", "alternatives", "fewest", "table"]

FEWEST = 3
"""Sites that support a rule by themselves."""

WIDTH = 56


@dataclass(slots=True)
class Support:
    """What is known of a rule."""

    sites: set[str] = field(default_factory=set)
    fired: int = 0
    judged: int = 0
    wrong: int = 0

    def add(self, site: str, right: bool | None = None) -> None:
        """Count one firing; None where nobody has said whether it is right."""
        self.sites.add(site)
        self.fired += 1
        self.judged += right is not None
        self.wrong += right is False


class Supports(defaultdict[str, Support]):
    """The support of rules, by their names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Know some rules before any fires."""
        super().__init__(Support)
        for name in names:
            self[name] = Support()


def table(title: str, supports: Mapping[str, Support]) -> Iterator[str]:
    """Give the lines of a table, the least supported last."""
    yield f"{title:<{WIDTH}}{'sites':>6}{'fired':>7}{'judged':>8}{'wrong':>7}"
    for name, support in sorted(supports.items(), key=lambda each: (-len(each[1].sites), each[0])):
        few = "  fewer than three sites" if len(support.sites) < FEWEST else ""
        yield (
            f"{name[: WIDTH - 1]:<{WIDTH}}{len(support.sites):>6}{support.fired:>7}"
            f"{support.judged:>8}{support.wrong:>7}{few}"
        )


def fewest(supports: Mapping[str, Support]) -> tuple[str, ...]:
    """Name the rules that fewer than three sites support."""
    return tuple(sorted(name for name, each in supports.items() if len(each.sites) < FEWEST))


def alternatives(expression: str) -> tuple[tuple[str, str], ...]:
    """Take an expression apart at its longest alternation: each alternative, and the whole with it.

    The first one is nothing: what matches there does not need the alternation. An expression
    without an alternation of three or more is left whole, as is one that does not compile in parts.
    """
    level = max(_levels(expression), key=len)
    if len(level) < FEWEST + 1:
        return ()
    parts: list[tuple[str, str]] = []
    for one in ("(?!)", *(expression[start + 1 : end] for start, end in pairwise(level))):
        whole = expression[: level[0] + 1] + one + expression[level[-1] :]
        try:
            re.compile(whole)
        except re.error:
            return ()
        parts.append((one, whole))
    return tuple(parts)


def _levels(expression: str) -> Iterator[list[int]]:
    """Give for every group, and for the whole, where its alternatives are parted."""
    open_: list[list[int]] = [[-1]]
    for mark in re.finditer(
        r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|<?[=!]|[-a-z]*:))?|[|)]", expression
    ):
        text = mark.group()
        if text.startswith("("):
            open_.append([mark.end() - 1])
        elif text == "|":
            open_[-1].append(mark.start())
        elif text == ")":
            yield [*open_.pop(), mark.start()]
    yield [*open_[0], len(expression)]
