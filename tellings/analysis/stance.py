"""How a text speaks of a target."""

from tellings.model.event import Target
from tellings.model.findings import Frame, Stance, Telling

__all__ = ["judge"]


def judge(
    tellings: tuple[Telling, ...], targets: tuple[Target, ...], frames: tuple[Frame, ...]
) -> tuple[Stance, ...]:
    """Judge every text on every target, own voice and quoted apart."""
    return ()
