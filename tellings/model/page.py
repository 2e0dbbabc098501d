"""A finished file of the site."""

from dataclasses import dataclass

__all__ = ["Output", "Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """A file to publish: where it goes under the site's folder, and its bytes."""

    path: str
    """Relative, with forward slashes: "events/harbour-strike/index.html"."""

    body: bytes


@dataclass(frozen=True, slots=True)
class Output:
    """A file to publish whose bytes lie elsewhere."""

    path: str
    """As a page's."""

    sha256: str
    """What its bytes are known by."""
