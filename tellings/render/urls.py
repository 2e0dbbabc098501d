"""Where pages stand and how they are addressed: the one place that makes links."""

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

__all__ = [
    "NOT_FOUND",
    "Addresses",
    "absolute",
    "alphabet",
    "asset",
    "base_path",
    "digest",
    "event_file",
    "home",
    "month",
    "picture",
    "plain",
    "source",
    "stance",
]

INDEX = "index.html"
NOT_FOUND = "404.html"
IN_ANCHORS = "-._~!$&'()*+,;=:@/?"


def home() -> str:
    """Say where the list of events stands."""
    return INDEX


def month(name: str, part: int = 1) -> str:
    """Say where the events of a month stand, or those of a later part of it."""
    return f"months/{name}/{INDEX}" if part == 1 else f"months/{name}/{part}/{INDEX}"


def alphabet(letter: str = "") -> str:
    """Say where the list of names stands, or that of one letter."""
    return f"a-z/{letter}/{INDEX}" if letter else f"a-z/{INDEX}"


def digest(slug: str) -> str:
    """Say where an event's digest stands."""
    return event_file(slug, INDEX)


def event_file(slug: str, name: str) -> str:
    """Say where a file of an event stands."""
    return f"events/{slug}/{name}"


def source(slug: str, source_id: str) -> str:
    """Say where a source's page stands."""
    return event_file(slug, f"sources/{source_id}/{INDEX}")


def stance(slug: str) -> str:
    """Say where an event's stance summary stands."""
    return event_file(slug, f"stance/{INDEX}")


def plain(name: str) -> str:
    """Say where a plain page stands."""
    return INDEX if name == "index" else f"{name}/{INDEX}"


def picture(slug: str, kind: str) -> str:
    """Say where an event's picture stands."""
    return event_file(slug, f"card.{kind}")


def asset(name: str) -> str:
    """Say where a file of the theme stands."""
    return f"assets/{name}"


def base_path(base_url: str | None) -> str:
    """Give the path that a site stands under: "/" or "/digests/"."""
    return with_slash(urlsplit(base_url).path) if base_url else "/"


def absolute(base_url: str, path: str) -> str:
    """Give a page's full address."""
    return with_slash(base_url) + quote(pretty(path))


def pretty(path: str) -> str:
    """Drop the file name that a web server adds by itself."""
    return path.removesuffix(INDEX) if path == INDEX or path.endswith(f"/{INDEX}") else path


def with_slash(address: str) -> str:
    """End an address with one slash."""
    return address.rstrip("/") + "/"


@lru_cache(maxsize=1 << 12)
def steps(page: str, path: str, *, short: bool) -> str:
    """Give the way from a page to a place of the site: a page links to the same places often."""
    target = pretty(path) if short else path
    here = posixpath.dirname(page) or "."
    way = quote(posixpath.relpath(target or ".", here))
    return way + ("/" if target.endswith("/") or not target else "")


@lru_cache(maxsize=1 << 12)
def fragment(anchor: str) -> str:
    """Give the end of a link that leads to a place in a page."""
    return f"#{quote(anchor, safe=IN_ANCHORS)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The links of one page."""

    page: str
    """Where the page itself stands."""

    base_url: str | None = None

    def to(self, path: str, anchor: str = "") -> str:
        """Give the link to a page and, where wanted, to a place in it."""
        hook = fragment(anchor) if anchor else ""
        if path == self.page and anchor:
            return hook
        return self.way(path) + hook

    def way(self, path: str) -> str:
        """Give the link to a page.

        A web server finds `index.html` in a folder; the file system does not, so it is named there.
        """
        # The page for a missing address is shown at every depth, so its links start at the root.
        if self.base_url and self.page == NOT_FOUND:
            return base_path(self.base_url) + quote(pretty(path))
        return steps(self.page, path, short=bool(self.base_url))

    def absolute(self) -> str | None:
        """Give the page's own full address, where the site has one."""
        return absolute(self.base_url, self.page) if self.base_url else None
