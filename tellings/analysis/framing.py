"""The terms that texts use for contested things."""

from tellings.model.event import Target
from tellings.model.findings import Frame, Telling

__all__ = ["find"]


def find(tellings: tuple[Telling, ...], targets: tuple[Target, ...]) -> tuple[Frame, ...]:
    """Find the loaded or differing terms for each target."""
    return ()
