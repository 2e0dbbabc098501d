"""Stores that live as long as their process: one keeps what the latest build asked for."""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar, cast

__all__ = ["Forgetful", "Memory", "Store"]

T = TypeVar("T")


class Store(Protocol):
    """Where findings are kept. A key names everything that its finding was made from."""

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what was made under this key before, else make it and keep it."""

    def sweep(self) -> None:
        """Forget what nobody has asked for since the last sweep."""


class Forgetful:
    """Nothing kept: for the one build of a process, in which nothing is asked for twice."""

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """Make it."""
        return make()

    def sweep(self) -> None:
        """Have nothing to forget."""


class Memory:
    """Findings by key, kept while somebody asks for them or for what was made from them."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, object] = {}
        self._parts: dict[Hashable, set[Hashable]] = {}
        self._asked: set[Hashable] = set()
        self._making: list[Hashable] = []

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """Give what was made under this key before, else make it and keep it."""
        if self._making:
            self._parts[self._making[-1]].add(key)
        self._asked.add(key)
        if key not in self._kept:
            self._kept[key] = self._make(key, make)
        return cast("T", self._kept[key])

    def sweep(self) -> None:
        """Forget what nobody has asked for since the last sweep, itself or as part of another."""
        wanted: set[Hashable] = set()
        open_ = list(self._asked)
        while open_:
            key = open_.pop()
            if key not in wanted:
                wanted.add(key)
                open_.extend(self._parts.get(key, ()))
        self._kept = {key: found for key, found in self._kept.items() if key in wanted}
        self._parts = {key: parts for key, parts in self._parts.items() if key in self._kept}
        self._asked.clear()

    def _make(self, key: Hashable, make: Callable[[], T]) -> T:
        self._parts[key] = set()
        self._making.append(key)
        try:
            return make()
        finally:
            self._making.pop()
