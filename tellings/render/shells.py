"""What stands around every page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tellings.model.picture import Picture
from tellings.render import structured, urls
from tellings.render.site import Site
from tellings.render.structured import Node
from tellings.render.theme import Theme
from tellings.render.urls import Addresses
from tellings.render.views.common import Card, Crumb, Shell

__all__ = ["Frontage", "asset", "shell"]

LARGE = 600
"""How many pixels wide a picture is that stands above the words of its card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontage:
    """What one page says of itself."""

    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    robots: str | None = None
    built: str = ""
    kind: Literal["article", "website"] = "website"
    searches: bool = False
    """Whether it asks the search index."""

    picture: tuple[str, Picture] | None = None
    """Its own picture and where that stands; None for the theme's."""

    nodes: tuple[Node, ...] = ()
    """What it says in JSON-LD."""


def shell(page: Frontage, at: Addresses, site: Site, theme: Theme) -> Shell:
    """Make what stands around a page."""
    title = page.title if page.title == site.title else f"{page.title} · {site.title}"
    lost = at.page == urls.NOT_FOUND
    return Shell(
        title=title,
        description=" ".join(page.description.split()),
        language=theme.phrases.language,
        site_title=site.title,
        author=site.author,
        home=at.to(urls.home()),
        alphabet=at.to(urls.alphabet()),
        search=at.to(urls.plain("search")) if site.search else None,
        method=at.to(urls.plain("method")),
        stylesheet=at.to(urls.asset("style.css")),
        canonical=None if lost else at.absolute(),
        atom=at.to("feed.xml") if site.base_url else None,
        json_feed=at.to("feed.json") if site.base_url else None,
        robots=page.robots,
        policy="; ".join(policy(site, searches=page.searches)),
        card=None if lost else card(page, at, theme),
        structured=structured.script(page.nodes),
        icon=asset("icon.svg", at, theme),
        script=asset("script.js", at, theme),
        option_sheet=asset("options.css", at, theme),
        logo=asset(theme.options.get("logo") or "", at, theme),
        crumbs=page.crumbs,
        built=page.built
        or theme.phrases.text(
            "Made by tellings %(made_by)s. The same inputs give the same bytes.",
            made_by=site.made_by,
        ),
        options=theme.options,
    )


def policy(site: Site, *, searches: bool = False) -> Iterable[str]:
    """Say what a page may load: nothing but what is needed, from the site itself."""
    # Browsers do not agree that 'self' covers files; without an address pages are files.
    own = "'self'" if site.base_url else "'self' file:"
    yield "default-src 'none'"
    yield f"style-src {own}"
    # The search index is read by a program in WebAssembly, which counts as script.
    yield f"script-src {own} 'wasm-unsafe-eval'" if searches else f"script-src {own}"
    yield f"img-src {own}"
    # A page of its own asks for nothing; checkers ask for robots.txt from inside it.
    if searches or site.base_url:
        yield f"connect-src {own}"
    yield from ("base-uri 'none'", "form-action 'none'")


def asset(name: str, at: Addresses, theme: Theme) -> str | None:
    """Link to a file of the theme, if it has it."""
    return at.to(urls.asset(name)) if name in theme.assets else None


def card(page: Frontage, at: Addresses, theme: Theme) -> Card | None:
    """Make what is shown where somebody links to a page."""
    address = at.absolute()
    if address is None or at.base_url is None:
        return None
    shown = page.picture or (theme.card and (urls.asset(f"card.{theme.card.kind}"), theme.card))
    path, picture = shown or ("", None)
    return Card(
        kind=page.kind,
        title=page.title,
        address=address,
        image=urls.absolute(at.base_url, path) if picture else "",
        width=picture.width if picture else 0,
        height=picture.height if picture else 0,
        large=bool(picture and picture.width >= LARGE),
    )
