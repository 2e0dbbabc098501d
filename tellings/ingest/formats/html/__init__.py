"""Web pages of any age."""

from tellings.ingest.formats.html.page import found_in, read

__all__ = ["found_in", "read"]
