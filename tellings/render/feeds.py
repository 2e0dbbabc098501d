"""What machines read of the whole site: feeds, sitemap, robots.txt."""

import json
import re
from xml.etree import ElementTree as Tree

from tellings.render import urls
from tellings.render.phrases import ENGLISH, Phrases
from tellings.render.site import Site
from tellings.render.views.listing import Listing

__all__ = ["atom", "json_feed", "robots", "sitemap"]

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEVER = "1970-01-01"
"""Stands for the day of a feed without a dated event: the format wants one."""

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold."""

MOST = 50
"""How many events a feed holds."""


def dated(listings: tuple[Listing, ...]) -> tuple[Listing, ...]:
    """Give the events that have a day, newest first."""
    known = sorted((one for one in listings if one.updated), key=lambda one: one.slug)
    return tuple(sorted(known, key=lambda one: one.updated or "", reverse=True))[:MOST]


def midnight(day: str) -> str:
    """Give a day as feeds want it."""
    return f"{day}T00:00:00Z"


def told(one: Listing, phrases: Phrases) -> str:
    """Tell an event in few sentences: its count, its sharpest difference, what has changed."""
    sharp = (
        phrases.text(
            " Differs in %(sharp_kind)s: %(sharp)s.", sharp_kind=one.sharp_kind, sharp=one.sharp
        )
        if one.sharp
        else ""
    )
    changed = (
        phrases.text(" Since it was last published: %(changes)s.", changes=one.changes)
        if one.changes
        else ""
    )
    line = "".join(part.words for part in one.line)
    return f"{line + ' ' if line else ''}({one.count}.){sharp}{changed}"


def atom(
    listings: tuple[Listing, ...], site: Site, base_url: str, phrases: Phrases = ENGLISH
) -> bytes:
    """Write the Atom feed."""
    events = dated(listings)
    feed = Tree.Element("feed", {"xmlns": ATOM, "xml:lang": site.language})
    child(feed, "id", urls.absolute(base_url, urls.home()))
    child(feed, "title", site.title)
    if site.description:
        child(feed, "subtitle", site.description)
    child(feed, "updated", midnight((events[0].updated if events else None) or NEVER))
    child(child(feed, "author"), "name", site.author or site.title)
    child(feed, "link", rel="self", href=urls.absolute(base_url, "feed.xml"))
    child(feed, "link", rel="alternate", href=urls.absolute(base_url, urls.home()))
    for one in events:
        address = urls.absolute(base_url, urls.digest(one.slug))
        entry = child(feed, "entry")
        child(entry, "id", address)
        child(entry, "title", one.title)
        child(entry, "updated", midnight(one.updated or NEVER))
        child(entry, "link", rel="alternate", href=address)
        child(entry, "summary", told(one, phrases))
    return xml(feed)


def json_feed(
    listings: tuple[Listing, ...], site: Site, base_url: str, phrases: Phrases = ENGLISH
) -> bytes:
    """Write the JSON feed, version 1.1."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "home_page_url": urls.absolute(base_url, urls.home()),
        "feed_url": urls.absolute(base_url, "feed.json"),
        **({"description": site.description} if site.description else {}),
        "language": site.language,
        "authors": [{"name": site.author or site.title}],
        "items": [
            {
                "id": urls.absolute(base_url, urls.digest(one.slug)),
                "url": urls.absolute(base_url, urls.digest(one.slug)),
                "title": one.title,
                "content_text": told(one, phrases),
                "date_modified": midnight(one.updated or NEVER),
            }
            for one in dated(listings)
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=2) + "\n").encode()


def sitemap(listings: tuple[Listing, ...], plain: tuple[str, ...], base_url: str) -> bytes:
    """Write the sitemap: every page that search engines may list."""
    root = Tree.Element("urlset", {"xmlns": SITEMAP})
    for path in (urls.home(), *plain):
        child(child(root, "url"), "loc", urls.absolute(base_url, path))
    for one in sorted(listings, key=lambda one: one.slug):
        for path in one.pages:
            place = child(root, "url")
            child(place, "loc", urls.absolute(base_url, path))
            if one.updated:
                child(place, "lastmod", one.updated)
    return xml(root)


def robots(base_url: str | None) -> bytes:
    """Write robots.txt: everything may be read."""
    lines = ["User-agent: *", "Allow: /"]
    lines += [f"Sitemap: {urls.absolute(base_url, 'sitemap.xml')}"] if base_url else []
    return ("\n".join(lines) + "\n").encode()


def child(parent: Tree.Element, name: str, text: str | None = None, **facts: str) -> Tree.Element:
    """Add an element."""
    element = Tree.SubElement(parent, name, facts)
    element.text = CONTROL.sub("", text) if text else None
    return element


def xml(root: Tree.Element) -> bytes:
    """Write an XML file."""
    Tree.indent(root)
    body = Tree.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()
