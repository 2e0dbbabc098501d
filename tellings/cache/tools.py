"""A Toolkit that answers from memory what it has been asked before."""

import dataclasses
from collections.abc import Callable
from typing import Any

from tellings.analysis.toolkit import Toolkit
from tellings.cache.memory import Store

__all__ = ["remembering"]


def remembering(tools: Toolkit, store: Store) -> Toolkit:
    """Give the same tools, asked once only for the same values.

    While the event's other texts change, what was read in one text stays good; and while an editor
    corrects one finding, so does all that does not follow from it.
    """
    slots = (one.name for one in dataclasses.fields(Toolkit))
    asked = {name: _once(getattr(tools, name), name, store) for name in slots}
    return dataclasses.replace(tools, **asked)


def _once(ask: Callable[..., Any], name: str, store: Store) -> Callable[..., Any]:
    return lambda *about: store.recall((name, *about), lambda: ask(*about))
