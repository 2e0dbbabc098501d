"""Listings and plain pages → the pages of the site as a whole."""

import posixpath
from collections.abc import Callable, Iterator

from tellings.data import measures
from tellings.model.event import PlainPage
from tellings.model.findings import Voice
from tellings.model.page import Page
from tellings.render import feeds, structured, urls, wording
from tellings.render.export import FORMAT
from tellings.render.html import Html
from tellings.render.markdown import render
from tellings.render.phrases import Phrases
from tellings.render.shells import Frontage, asset, shell
from tellings.render.site import Site
from tellings.render.templates import fill
from tellings.render.theme import Theme
from tellings.render.urls import Addresses
from tellings.render.viewing.alphabet import alphabet_view, entries, letters_apart
from tellings.render.viewing.home import home_view, leaves, month_view
from tellings.render.views.common import Crumb
from tellings.render.views.listing import Listing
from tellings.render.views.site import MeasuredPart, MethodView, NotFoundView, PlainView, SearchView

__all__ = ["of_site"]

OWN = frozenset({"index", "method", "a-z"})
METHOD_IDS = ("facts", "limits", "measured", "words")


def of_site(
    listings: tuple[Listing, ...],
    plain: tuple[PlainPage, ...],
    site: Site,
    theme: Theme,
) -> tuple[Page, ...]:
    """Make the home page, the plain pages, the feeds and the files that hosts want.

    Raises:
        ThemeError: when a template is wrong.
    """
    pages = {page.name: page for page in plain}
    own = OWN | {"search"} if site.search else OWN
    others = tuple(page for page in plain if page.name not in own)
    made = [
        home(listings, pages.get("index"), others, site, theme),
        *months(listings, site, theme),
        *alphabet(listings, pages.get("a-z"), site, theme),
        *([search(pages.get("search"), site, theme)] if site.search else ()),
        method(pages.get("method"), site, theme),
        *(plain_page(page, site, theme) for page in others),
        not_found(site, theme),
        *machine_files(listings, others, site, theme.phrases),
        *theme.static(),
    ]
    return tuple(made)


def machine_files(
    listings: tuple[Listing, ...], plain: tuple[PlainPage, ...], site: Site, phrases: Phrases
) -> tuple[Page, ...]:
    """Make what machines read; feeds and sitemap need the site's address."""
    made = [Page("robots.txt", feeds.robots(site.base_url)), Page(".nojekyll", b"")]
    if site.cname:
        made.append(Page("CNAME", f"{site.cname}\n".encode()))
    if site.base_url:
        found = entries(listings)
        paths = (
            *(leaf.path for leaf in leaves(listings)),
            urls.alphabet(),
            *(urls.alphabet(letter) for letter in found if letters_apart(found)),
            urls.plain("method"),
            *(urls.plain(page.name) for page in plain),
        )
        made += [
            Page("feed.xml", feeds.atom(listings, site, site.base_url, phrases)),
            Page("feed.json", feeds.json_feed(listings, site, site.base_url, phrases)),
            Page("sitemap.xml", feeds.sitemap(listings, paths, site.base_url)),
        ]
    return tuple(made)


def home(
    listings: tuple[Listing, ...],
    intro: PlainPage | None,
    plain: tuple[PlainPage, ...],
    site: Site,
    theme: Theme,
) -> Page:
    """Make the home page."""
    at = Addresses(page=urls.home(), base_url=site.base_url)
    of_months = (f"month-{one.on[:7]}" for one in listings if one.on)
    taken = ids("archive", "events", "pages", "undated", *of_months)
    body = markup(intro, at, taken) if intro else Html("")
    view = home_view(listings, intro, body, plain, site, at, phrases=theme.phrases)
    about = Frontage(
        title=site.title,
        description=site.description or view.count,
        nodes=structured.of_site(site),
    )
    return Page(at.page, fill(theme, "home.html", shell=shell(about, at, site, theme), view=view))


def months(listings: tuple[Listing, ...], site: Site, theme: Theme) -> Iterator[Page]:
    """Make the pages of the months, on a site with very many events."""
    every = leaves(listings)
    for leaf in every:
        at = Addresses(page=leaf.path, base_url=site.base_url)
        view = month_view(leaf, every, at, theme.phrases)
        about = Frontage(
            title=view.title,
            description=theme.phrases.text(
                "The events of %(view)s: %(count)s.", view=view.title, count=view.count
            ),
            crumbs=(
                Crumb(words=theme.phrases.text("Events"), href=at.to(urls.home())),
                Crumb(words=view.title),
            ),
            nodes=structured.of_page("CollectionPage", at.page, view.title, site),
        )
        around = shell(about, at, site, theme)
        yield Page(at.page, fill(theme, "month.html", shell=around, view=view))


def alphabet(
    listings: tuple[Listing, ...],
    page: PlainPage | None,
    site: Site,
    theme: Theme,
) -> Iterator[Page]:
    """Make the list of names and events, and a page for each letter where there is much."""
    found = entries(listings)
    for letter in ("", *(found if letters_apart(found) else ())):
        at = Addresses(page=urls.alphabet(letter), base_url=site.base_url)
        taken = ids(*(f"letter-{one}" for one in found))
        intro = markup(page, at, taken) if page and not letter else Html("")
        title = page.title if page else ""
        view = alphabet_view(
            found, at, only=letter, title=title, intro=intro, phrases=theme.phrases
        )
        first = Crumb(words=theme.phrases.text("A–Z"), href=at.to(urls.alphabet()))
        about = Frontage(
            title=view.title,
            description=theme.phrases.text(
                "The people, organisations, places and events of %(site)s, by letter.",
                site=site.title,
            ),
            crumbs=(first, Crumb(words=view.title)) if letter else (),
            nodes=structured.of_page("CollectionPage", at.page, view.title, site),
        )
        around = shell(about, at, site, theme)
        yield Page(at.page, fill(theme, "a-z.html", shell=around, view=view))


def search(page: PlainPage | None, site: Site, theme: Theme) -> Page:
    """Make the search page; the index that it asks is made when the site is published."""
    at = Addresses(page=urls.plain("search"), base_url=site.base_url)
    view = SearchView(
        title=page.title if page else theme.phrases.text("Search"),
        intro=markup(page, at, ids("q")) if page else Html(""),
        script=asset("search.js", at, theme),
    )
    about = Frontage(
        title=view.title,
        description=theme.phrases.text(
            "Words in the digests and the texts of %(site)s.", site=site.title
        ),
        robots="noindex",
        searches=True,
    )
    return Page(at.page, fill(theme, "search.html", shell=shell(about, at, site, theme), view=view))


def method(page: PlainPage | None, site: Site, theme: Theme) -> Page:
    """Make the method page: the editor's words, then the program's own facts."""
    at = Addresses(page=urls.plain("method"), base_url=site.base_url)
    voices: tuple[Voice, ...] = ("own", "attributed", "direct_quote", "own_inside_attribution")
    view = MethodView(
        title=page.title if page else theme.phrases.text("Method"),
        body=markup(page, at, ids(*METHOD_IDS)) if page else Html(""),
        version=site.made_by,
        format=FORMAT,
        kinds=tuple(theme.phrases.text(kind) for kind in wording.KINDS),
        voices=tuple(theme.phrases.text(wording.VOICES[voice]) for voice in voices),
        values=tuple(wording.value(value, theme.phrases) for value in (-2, -1, 0, 1, 2)),
        measured=tuple(
            MeasuredPart(words=part.words, head=part.head, rows=part.rows)
            for part in measures.parts()
        ),
    )
    about = Frontage(
        title=view.title,
        description=theme.phrases.text(
            "How the pages are made, what their marks mean, and what they cannot know."
        ),
        nodes=structured.of_page("AboutPage", at.page, view.title, site),
    )
    return Page(at.page, fill(theme, "method.html", shell=shell(about, at, site, theme), view=view))


def plain_page(page: PlainPage, site: Site, theme: Theme) -> Page:
    """Make a plain page."""
    at = Addresses(page=urls.plain(page.name), base_url=site.base_url)
    view = PlainView(title=page.title, body=markup(page, at, ids()))
    about = Frontage(
        title=page.title,
        description=f"{page.title}: {site.title}",
        nodes=structured.of_page("WebPage", at.page, page.title, site),
    )
    return Page(at.page, fill(theme, "plain.html", shell=shell(about, at, site, theme), view=view))


def not_found(site: Site, theme: Theme) -> Page:
    """Make the page for an address that leads nowhere."""
    at = Addresses(page=urls.NOT_FOUND, base_url=site.base_url)
    about = Frontage(
        title=theme.phrases.text("No such page"),
        description=theme.phrases.text("There is no page at this address."),
        robots="noindex",
    )
    view = NotFoundView(home=at.to(urls.home()))
    return Page(at.page, fill(theme, "404.html", shell=shell(about, at, site, theme), view=view))


def markup(page: PlainPage, at: Addresses, taken: frozenset[str]) -> Html:
    """Render a plain page's text."""
    return render(page.body, below=1, inside=inside(at), taken=taken)


def ids(*sections: str) -> frozenset[str]:
    """Give the ids that a page's own sections and their headings have."""
    return frozenset({"main", *sections, *(f"h-{name}" for name in sections)})


def inside(at: Addresses) -> Callable[[str], str]:
    """Make links between the files of content/ into links between pages."""

    def address(link: str) -> str:
        way, hash_, anchor = link.partition("#")
        if not way:
            return link
        name = posixpath.normpath(way.lstrip("/")).removesuffix("/event.md").removesuffix(".md")
        path = urls.home() if name == "." else urls.plain(name)
        is_file = "." in posixpath.basename(name) and name != "."
        return at.to(name if is_file else path) + hash_ + anchor

    return address
