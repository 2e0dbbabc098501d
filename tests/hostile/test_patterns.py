"""Every regular expression of the program against words that make bad ones stand still."""

import importlib
import inspect
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

import tellings

LENGTH = 300
"""Characters of an attack: what grows with the square takes a millisecond, what grows faster one
hundred times as long or does not end."""

LONGEST = 0.5
"""Seconds of the processor's time, and so the same on a machine that has other work."""

ATTACKS = (
    *(
        "a",
        "A",
        "1",
        " ",
        "\t",
        "\n",
        "-",
        ".",
        ",",
        '"',
        "“",
        "(",
        "[",
        "<",
        "/",
        "#",
        "=",
        "|",
        "_",
    ),
    *(
        "a ",
        "A ",
        "Aa ",
        "1 ",
        "1,",
        "1.",
        "a-",
        "a.",
        "A.",
        "A. ",
        "a, ",
        "Aa, ",
        "a’",
        "’s ",
        "-1",
    ),
    *("and ", "of the ", "Aa and ", "1,000 ", "Mr. ", "No. ", "said ", "on Monday ", "Monday, "),
    *("1 January ", "2026-", "million ", "twenty ", "twenty-", "more than ", "at least ", "not "),
    *(
        "“a” ",
        "a “",
        "<a",
        "<a ",
        '<a b="',
        "a\n",
        "\n\n",
        " \n",
        "* ",
        "> ",
        "http://a",
        "@a.",
        "&#",
    ),
    *("::", ": ", "; ", "%20", "Aa Aa ", "20 people ", "killed "),
)


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(tellings.__path__, "tellings."):
        if not found.name.endswith("__main__") and ".themes" not in found.name:
            yield importlib.import_module(found.name)


def patterns(value: object, deep: int = 0) -> Iterator[re.Pattern[str]]:
    """Find the patterns in a value and in what it holds."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif deep < 4 and isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from patterns(one, deep + 1)
    elif deep < 4 and isinstance(value, dict):
        for one in (*value, *value.values()):
            yield from patterns(one, deep + 1)
    elif deep < 4 and type(value).__module__.startswith("tellings."):
        for name in getattr(value, "__dataclass_fields__", ()):
            yield from patterns(getattr(value, name, None), deep + 1)


def _asks_nothing(value: object, module: ModuleType) -> bool:
    """Tell whether a value is a remembering function of the module that takes no arguments."""
    own = getattr(value, "__wrapped__", None)
    if own is None or not hasattr(value, "cache_info") or own.__module__ != module.__name__:
        return False
    return not inspect.signature(own).parameters


def every() -> dict[re.Pattern[str], str]:
    """Give every pattern that a module holds, or that a function without arguments makes."""
    found: dict[re.Pattern[str], str] = {}
    for module in modules():
        for name, value in vars(module).items():
            made = value() if _asks_nothing(value, module) else value
            for pattern in patterns(made):
                found.setdefault(pattern, f"{module.__name__}.{name}")
    return found


class SlowError(Exception):
    """A pattern that takes too long."""


def ring(*_: object) -> None:
    raise SlowError


@pytest.mark.skipif(sys.platform == "win32", reason="no timer of the processor's time there")
def test_no_pattern_takes_more_than_the_square_of_what_it_reads() -> None:
    held = every()
    assert len(held) > 500
    slow = []
    usual = signal.signal(signal.SIGVTALRM, ring)
    try:
        for pattern, name in held.items():
            for attack in ATTACKS:
                words = (attack * LENGTH)[:LENGTH] + "\x00"
                signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
                try:
                    pattern.match(words)
                    pattern.fullmatch(words)
                    for _ in pattern.finditer(words):
                        pass
                except SlowError:
                    slow.append((name, attack))
                    break
                finally:
                    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.signal(signal.SIGVTALRM, usual)
    assert slow == []
