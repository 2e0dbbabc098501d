"""Which files are one text, and what was handed down."""

from tellings.model.findings import Lineage, Telling

__all__ = ["trace"]


def trace(tellings: tuple[Telling, ...]) -> Lineage:
    """Trace copies, handed-down sentences and the origins behind them."""
    return Lineage(texts=tuple((telling.id,) for telling in tellings))
