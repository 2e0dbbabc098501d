"""What stands around every page."""

from dataclasses import dataclass

from tellings.render import urls
from tellings.render.site import Site
from tellings.render.theme import Theme
from tellings.render.urls import Addresses
from tellings.render.views.common import Crumb, Shell

__all__ = ["Frontage", "shell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontage:
    """What one page says of itself."""

    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    robots: str | None = None
    built: str = ""


def shell(page: Frontage, at: Addresses, site: Site, theme: Theme) -> Shell:
    """Make what stands around a page."""
    title = page.title if page.title == site.title else f"{page.title} · {site.title}"
    # Browsers do not agree that 'self' covers files; without an address pages are files.
    style_from = "'self'" if site.base_url else "'self' file:"
    return Shell(
        title=title,
        description=" ".join(page.description.split()),
        language=site.language,
        site_title=site.title,
        author=site.author,
        home=at.to(urls.home()),
        method=at.to(urls.plain("method")),
        stylesheet=at.to(urls.asset("style.css")),
        canonical=at.absolute() if at.page != urls.NOT_FOUND else None,
        atom=at.to("feed.xml") if site.base_url else None,
        json_feed=at.to("feed.json") if site.base_url else None,
        robots=page.robots,
        style_from=style_from,
        crumbs=page.crumbs,
        built=page.built
        or f"Made by tellings {site.made_by}. The same inputs give the same bytes.",
        options=theme.options,
    )
