"""What the pages say of the site as a whole."""

from dataclasses import dataclass

from tellings import __version__

__all__ = ["Site"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site's own facts, as the settings give them."""

    title: str
    description: str = ""
    base_url: str | None = None
    """Where the site will stand; None where its pages are to work from the file system."""

    language: str = "en"
    """A BCP 47 tag: the language of the pages' own words."""

    author: str | None = None
    cname: str | None = None
    """The custom domain, for GitHub Pages."""

    search: bool = False
    """Whether there is a search page."""

    made_by: str = __version__
    """The version of the program."""
