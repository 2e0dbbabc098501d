"""How much what a template asks for would come to, told before it is made."""

import re
from collections.abc import Callable, Mapping, Sized
from typing import Final

__all__ = ["FILTERS", "LARGEST", "METHODS", "WIDEST", "Size", "nested", "of_sign"]

LARGEST: Final = 10_000_000
"""Characters or entries of one value, and bits of a number."""

WIDEST: Final = 100_000
"""What may be asked for as a width or a count."""

A_LINE = 100
TOO_LARGE: Final = LARGEST + 1
FAR = re.compile(r"(?:%(?:\(\w+\))?[-#0 +]*\d*\.?|\{[^{}]*)\d{6}")
"""A width of six figures or more."""

WITHIN = re.compile(r"\{[^{}]*\{")
"""A width that is a value itself."""

Size = Callable[..., int]
"""What a filter or a method would give, by what it is given: its characters or entries."""


def nested(*values: object) -> int:
    """Count characters and entries as often as they would be printed, no further than matters."""
    found, open_ = 0, list(values)
    while open_ and found <= LARGEST:
        one = open_.pop()
        found += len(one) if isinstance(one, Sized) and not isinstance(one, range) else 1
        if isinstance(one, dict):
            open_ += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            open_ += one
    return found


def of_sign(sign: str, left: object, right: object) -> int:
    """Tell how large what a sign gives would be."""
    if sign == "%":
        return filled(left, *(right if isinstance(right, tuple) else (right,)))
    if sign == "+":
        return length(left) + length(right)
    if isinstance(left, int) and isinstance(right, int):
        bits = left.bit_length()
        return bits + right.bit_length() if sign == "*" else bits * max(right, 0)
    pair = (left, right) if isinstance(right, int) else (right, left)
    if isinstance(pair[0], str | list | tuple) and isinstance(pair[1], int):
        return len(pair[0]) * max(pair[1], 0)
    return 0


def length(value: object) -> int:
    """Count the characters or entries of what is held in memory whole."""
    return len(value) if isinstance(value, str | bytes | list | tuple) else 0


def filled(words: object, *values: object, **named: object) -> int:
    """Tell how long a text is whose values are put in their places."""
    if not isinstance(words, str):
        return 0
    given = [*values, *named.values()]
    if FAR.search(words):
        return TOO_LARGE
    starred = "*" in words or WITHIN.search(words) is not None
    if starred and any(isinstance(one, int) and one > WIDEST for one in given):
        return TOO_LARGE
    places = words.count("%") + words.count("{")
    return len(words) + places * (max(map(nested, given), default=0) + WIDEST * starred)


def wide(_: object, width: object = 0, *_more: object, **_named: object) -> int:
    """Tell how long a text is that is set in a width."""
    by = width if isinstance(width, int) else 0
    return TOO_LARGE if by > WIDEST else max(by, 0)


def wrapped(words: object, width: int = 79, *_more: object, **_named: object) -> int:
    """Tell how long a text is that is parted into lines; each takes as long as many characters."""
    text = str(words)
    return len(text) * (1 + A_LINE // max(width, 1))


def indented(words: object, width: object = 4, *_more: object, **_named: object) -> int:
    """Tell how long a text is whose lines, or whose tabs, are moved to the right."""
    by = width if isinstance(width, int) else length(width)
    text = str(words)
    return TOO_LARGE if by > WIDEST else len(text) + by * (text.count("\n") + text.count("\t"))


def replaced(words: object, old: object, new: object, *_more: object, **_named: object) -> int:
    """Tell how long a text is in which words are put in the place of others."""
    text = str(words)
    return len(text) + text.count(str(old)) * len(str(new))


def joined(values: object, between: object = "", *_more: object, **_named: object) -> int:
    """Tell how long a text is that is joined of others."""
    count = len(values) if isinstance(values, Sized) else 0
    return nested(values) + count * len(str(between))


def added(values: object, attribute: object = None, start: object = 0) -> int:
    """Tell how long a list is that is added up of others."""
    summed = isinstance(start, list | tuple) and attribute is None
    return nested(values) if summed and isinstance(values, list | tuple) else 0


def printed(value: object, *_more: object, **_named: object) -> int:
    """Tell how long a value is in words."""
    return nested(value)


def strung(words: str, values: object) -> int:
    """Tell how long a text is that a text joins."""
    return joined(values, words)


FILTERS: Final[Mapping[str, Size]] = {
    **dict.fromkeys(("batch", "center", "slice", "truncate"), wide),
    **dict.fromkeys(("e", "escape", "forceescape", "pprint", "string", "tojson"), printed),
    **dict.fromkeys(("urlencode", "urlize", "xmlattr"), printed),
    "format": filled,
    "indent": indented,
    "join": joined,
    "replace": replaced,
    "sum": added,
    "wordwrap": wrapped,
}
"""By the filters' names."""

METHODS: Final[Mapping[str, Size]] = {
    **dict.fromkeys(("center", "ljust", "rjust", "zfill"), wide),
    "expandtabs": indented,
    "format": filled,
    "join": strung,
    "replace": replaced,
}
"""By the names of methods of texts."""
