"""JSON as people read it: one thing a line."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

__all__ = ["written"]

ENCODER = json.JSONEncoder(ensure_ascii=False)
PLAIN: Mapping[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    float: ENCODER.encode,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): {None: "null"}.__getitem__,
}
"""How values that hold no others are written, by their very types."""


def written(value: Any) -> str:
    """Write a value as `json.dumps` does with an indent of 2, for which that has no fast way."""
    return within(value, "\n")


def within(value: Any, line: str) -> str:
    """Write a value that stands `line` deep: a line break and the spaces that follow it."""
    if not value or not isinstance(value, (dict, list, tuple)):
        return ENCODER.encode(value)
    deeper = f"{line}  "
    inner = [
        PLAIN[type(one)](one) if type(one) in PLAIN else within(one, deeper)
        for one in (value.values() if isinstance(value, dict) else value)
    ]
    if isinstance(value, dict):
        return form(tuple(value), line) % tuple(inner)
    return f"[{deeper}{f',{deeper}'.join(inner)}{line}]"


@lru_cache(maxsize=1 << 10)
def form(names: tuple[str, ...], line: str) -> str:
    """Write an object with these names that stands `line` deep, its values left open as `%s`."""
    deeper = f"{line}  "
    said = (f"{ENCODER.encode(name).replace('%', '%%')}: %s" for name in names)
    return f"{{{deeper}{f',{deeper}'.join(said)}{line}}}"
