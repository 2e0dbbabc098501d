"""Whole sites for tests: the digest made by hand, rendered with the real theme."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from tellings.model.digest import Digest
from tellings.model.page import Page
from tellings.render import pages, theme
from tellings.render.site import Site
from tellings.render.theme import Theme
from tests.render import making

__all__ = ["PLAIN", "html", "rendered"]

ROOT = Path(__file__).parents[2]


@cache
def plain_theme() -> Theme:
    return theme.find("plain", (ROOT / "themes",))


PLAIN = plain_theme()


@cache
def rendered(base_url: str | None = making.BASE) -> tuple[Page, ...]:
    """Render a site of two events, as for a host or for the file system."""
    site = replace(making.SITE, base_url=base_url, author="Ida Holm", cname="digests.example")
    return whole(site, (making.digest(), making.tiny()))


def whole(site: Site, digests: tuple[Digest, ...]) -> tuple[Page, ...]:
    made = [pages.of_event(one, making.INPUTS, site, PLAIN) for one in digests]
    listings = tuple(pages.listing(one) for one in digests)
    made.append(pages.of_site(listings, making.plain_pages(), site, PLAIN))
    return tuple(page for some in made for page in some)


def html(made: tuple[Page, ...]) -> dict[str, str]:
    """Give the HTML pages by path."""
    return {page.path: page.body.decode() for page in made if page.path.endswith(".html")}
