"""The same quotation in several printings."""

from tellings.model.findings import Quotation, Telling

__all__ = ["gather"]


def gather(tellings: tuple[Telling, ...]) -> tuple[Quotation, ...]:
    """Gather the quotations that two sources or more print."""
    return ()
