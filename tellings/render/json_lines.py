"""JSON as people read it: one thing a line."""

import json
from json.encoder import encode_basestring
from typing import Any

__all__ = ["written"]

ENCODER = json.JSONEncoder(ensure_ascii=False)


def written(value: Any) -> str:
    """Write a value as `json.dumps` does with an indent of 2, for which that has no fast way."""
    return within(value, "\n")


def within(value: Any, line: str) -> str:
    """Write a value that stands `line` deep: a line break and the spaces that follow it."""
    if isinstance(value, str):
        return encode_basestring(value)
    if not value or not isinstance(value, (dict, list, tuple)):
        return ENCODER.encode(value)
    deeper = f"{line}  "
    if isinstance(value, dict):
        inner = [f"{ENCODER.encode(name)}: {within(one, deeper)}" for name, one in value.items()]
        return f"{{{deeper}{f',{deeper}'.join(inner)}{line}}}"
    return f"[{deeper}{f',{deeper}'.join([within(one, deeper) for one in value])}{line}]"
