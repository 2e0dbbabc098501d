"""Who is who in an event: people, organisations and places, under every printed form."""

from tellings.analysis.names.registering import register

__all__ = ["register"]
