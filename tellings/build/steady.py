"""Files that are read while an editor saves them: what was read is what the hashes say."""

from collections.abc import Callable
from typing import TypeVar

from tellings.cache.ground import Inputs
from tellings.errors import ContentError, Problem

__all__ = ["changed", "steadily"]

Read = TypeVar("Read")
TRIES = 4


def steadily(
    look: Callable[[], Inputs], read: Callable[[], Read], path: str
) -> tuple[Read, Inputs]:
    """Read files that are the same before and after; give what was read, and their hashes.

    Raises:
        ContentError: when they change every time.
    """
    before = look()
    for _ in range(TRIES):
        found, after = read(), look()
        if after == before:
            return found, after
        before = after
    raise ContentError(changed(path))


def changed(path: str) -> Problem:
    """Say that what was read is not what stands there now."""
    message = "this has changed while the site was being built: nothing is published"
    return Problem(path=path, message=message, hint="build again")
