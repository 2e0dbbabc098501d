"""The event in at most five sentences."""

from tellings.model.findings import Claim, Cover, Difference, Section, SummaryLine, Telling

__all__ = ["write"]


def write(
    tellings: tuple[Telling, ...],
    sections: tuple[Section, ...],
    claims: tuple[Claim, ...],
    covers: tuple[Cover, ...],
    differences: tuple[Difference, ...],
) -> tuple[SummaryLine, ...]:
    """Write "In short": verbatim clauses with fixed joining phrases."""
    return ()
