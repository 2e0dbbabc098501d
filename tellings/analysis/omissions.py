"""What a text leaves out."""

from tellings.model.findings import Claim, Lineage, Omission

__all__ = ["find"]


def find(
    claims: tuple[Claim, ...], lineage: Lineage, sources: tuple[str, ...]
) -> tuple[Omission, ...]:
    """Find the claims of two other texts or more that a source does not carry."""
    return ()
