"""What the mentions of one claim say differently."""

from tellings.model.findings import Claim, Difference, Lineage, Telling

__all__ = ["find"]


def find(
    tellings: tuple[Telling, ...], claims: tuple[Claim, ...], lineage: Lineage
) -> tuple[Difference, ...]:
    """Find what the mentions of each claim say differently."""
    return ()
