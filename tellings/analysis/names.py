"""Who is who in an event."""

from tellings.model.findings import Name, Telling

__all__ = ["register"]


def register(tellings: tuple[Telling, ...]) -> tuple[Name, ...]:
    """Gather the names of an event with every printed form."""
    return ()
