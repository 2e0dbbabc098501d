"""A finished file of the site."""

from dataclasses import dataclass

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A file to publish: where it goes under the site's folder, and its bytes."""

    path: str
    """Relative, with forward slashes: "events/harbour-strike/index.html"."""

    body: bytes
