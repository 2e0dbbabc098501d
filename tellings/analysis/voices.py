"""Whose words fill a text."""

from tellings.model.findings import Telling, VoiceShare

__all__ = ["share"]


def share(tellings: tuple[Telling, ...]) -> tuple[VoiceShare, ...]:
    """Count each speaker's share of the words that a text gives as somebody's."""
    return ()
