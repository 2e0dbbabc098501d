"""JSON whose values know the line that they stand on."""

import json
from bisect import bisect_right
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Node", "read"]

DEEPEST = 60
"""Levels of lists and objects that are read."""

WHITE = " \t\n\r"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A value and the line on which it begins, from 1."""

    value: "Value"
    line: int

    def get(self, *names: str) -> "Node | None":
        """Give the first member of these names that holds something."""
        if not isinstance(self.value, dict):
            return None
        members = (self.value.get(name) for name in names)
        return next((member for member in members if member and member.value), None)

    def each(self) -> tuple["Node", ...]:
        """Give the entries of a list; anything else is a list of one."""
        return self.value if isinstance(self.value, tuple) else (self,)

    @property
    def text(self) -> str:
        """The value where it is a text, else nothing."""
        return self.value if isinstance(self.value, str) else ""


Value: TypeAlias = str | int | float | bool | tuple[Node, ...] | dict[str, Node] | None


def read(text: str) -> Node:
    """Read JSON.

    Raises:
        ValueError: when it is none (`json.JSONDecodeError`), or too deep.
    """
    try:
        json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return _Reader(text).node(0, 0)[0]


class _Reader:
    """A text that is known to be JSON, being read value by value."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends = [at for at, character in enumerate(text) if character == "\n"]
        self.scalar = json.JSONDecoder().raw_decode

    def node(self, at: int, depth: int) -> tuple[Node, int]:
        """Give the value that begins at or after a place, and where it ends."""
        if depth > DEEPEST:
            raise ValueError("nested too deeply")
        at = self.white(at)
        line = bisect_right(self.ends, at) + 1
        value: Value
        if self.text[at] == "{":
            value, at = self.members(at + 1, depth)
        elif self.text[at] == "[":
            value, at = self.entries(at + 1, depth)
        else:
            value, at = self.scalar(self.text, at)
        return Node(value=value, line=line), at

    def members(self, at: int, depth: int) -> tuple[dict[str, Node], int]:
        """Give an object's members; of two with one name the last."""
        found: dict[str, Node] = {}
        at = self.white(at)
        while self.text[at] != "}":
            name, at = self.scalar(self.text, self.white(at))
            found[name], at = self.node(self.white(at) + 1, depth + 1)
            at = self.next(at)
        return found, at + 1

    def entries(self, at: int, depth: int) -> tuple[tuple[Node, ...], int]:
        """Give a list's entries."""
        found: list[Node] = []
        at = self.white(at)
        while self.text[at] != "]":
            node, at = self.node(at, depth + 1)
            found.append(node)
            at = self.next(at)
        return tuple(found), at + 1

    def next(self, at: int) -> int:
        """Step over white space and a comma."""
        at = self.white(at)
        return self.white(at + 1) if self.text[at] == "," else at

    def white(self, at: int) -> int:
        """Step over white space."""
        while self.text[at : at + 1] in WHITE and at < len(self.text):
            at += 1
        return at
