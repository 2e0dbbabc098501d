"""What a raw file says of itself: each value with the words it was read from, or nothing."""

from tellings.ingest.metadata.finding import Metadata, find

__all__ = ["Metadata", "find"]
