"""What a text leaves out."""

from tellings.model.findings import Claim, Lineage, Omission

__all__ = ["find"]

OTHERS = 2
"""How many other independent texts must carry a claim for its absence to say something."""


def find(
    claims: tuple[Claim, ...], lineage: Lineage, sources: tuple[str, ...]
) -> tuple[Omission, ...]:
    """Find the claims of two other texts or more that a source does not carry."""
    found: list[Omission] = []
    for claim in claims:
        texts = {lineage.text_of(source) for source in claim.sources}
        if len(texts) < OTHERS:
            continue
        found.extend(
            Omission(claim=claim.id, source=source)
            for source in sorted(sources)
            if lineage.text_of(source) not in texts
        )
    return tuple(found)
