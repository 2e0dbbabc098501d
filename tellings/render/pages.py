"""Digest → Pages: what a build asks of rendering.

jinja2 and markdown-it are loaded only when a page is really made, so that a build with nothing
to do ends early.
"""

from tellings.model.digest import Digest
from tellings.model.event import PlainPage
from tellings.model.page import Page
from tellings.render import catalogues
from tellings.render.site import Site
from tellings.render.theme import Theme
from tellings.render.views import Listing, listing

__all__ = ["Listing", "listing", "of_event", "of_site"]


def of_event(digest: Digest, inputs_sha256: str, site: Site, theme: Theme) -> tuple[Page, ...]:
    """Make the pages and data files of an event.

    Raises:
        ContentError: when a finding points outside its source's text.
        ThemeError: when a template is wrong.
    """
    from tellings.render import event_pages  # noqa: PLC0415 - see above

    return event_pages.of_event(digest, inputs_sha256, site, catalogues.spoken(site, theme))


def of_site(
    listings: tuple[Listing, ...], plain: tuple[PlainPage, ...], site: Site, theme: Theme
) -> tuple[Page, ...]:
    """Make the pages of the site as a whole.

    Raises:
        ThemeError: when a template is wrong.
    """
    from tellings.render import site_pages  # noqa: PLC0415 - see above

    return site_pages.of_site(listings, plain, site, catalogues.spoken(site, theme))
