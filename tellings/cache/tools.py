"""A Toolkit that answers from memory what it has been asked before about one text alone."""

import dataclasses
from collections.abc import Callable, Hashable
from typing import TypeVar

from tellings.analysis.toolkit import Toolkit
from tellings.cache.memory import Store

__all__ = ["remembering"]

T = TypeVar("T")
A = TypeVar("A", bound=Hashable)
B = TypeVar("B", bound=Hashable)


def remembering(tools: Toolkit, store: Store) -> Toolkit:
    """Give the same tools, asked once only for the same text.

    Only the questions about one text are remembered: their answers stay good while the event's
    other texts change.
    """
    return dataclasses.replace(
        tools,
        sentences=_once(tools.sentences, "sentences", store),
        attributions=_once(tools.attributions, "attributions", store),
        dates=_once_for_two(tools.dates, "dates", store),
        numbers=_once(tools.numbers, "numbers", store),
    )


def _once(ask: Callable[[A], T], name: str, store: Store) -> Callable[[A], T]:
    return lambda about: store.recall((name, about), lambda: ask(about))


def _once_for_two(ask: Callable[[A, B], T], name: str, store: Store) -> Callable[[A, B], T]:
    return lambda about, with_: store.recall((name, about, with_), lambda: ask(about, with_))
