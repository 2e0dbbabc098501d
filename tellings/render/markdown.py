"""Editors' Markdown → markup: notes and plain pages. Raw HTML is printed as text."""

import re
from collections.abc import Callable
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tellings.render.html import Html

__all__ = ["render"]

WEB = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\|%5c", re.IGNORECASE)
DEEPEST = 6


def render(
    text: str,
    *,
    below: int,
    inside: Callable[[str], str] | None = None,
    taken: frozenset[str] = frozenset(),
) -> Html:
    """Render Markdown under a heading of level `below`.

    `inside` turns a link within the site into an address; without it such links stay text.
    Headings get an id where `inside` is given, none of them one that is `taken`.
    """
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table")
    parser.disable("image")
    parser.validateLink = lambda url: allowed(url, inside is not None)  # type: ignore[method-assign]
    tokens = parser.parse(text)
    shift(tokens, below)
    if inside is not None:
        anchor(tokens, set(taken))
        for link in links(tokens):
            link.attrSet("href", inside(str(link.attrGet("href"))))
    return Html(parser.renderer.render(tokens, parser.options, {}))


def allowed(url: str, within_site: bool) -> bool:
    """Tell whether a link may be printed: the web and mail, and the site itself where allowed."""
    url = url.strip()
    return bool(WEB.match(url)) or (within_site and not SCHEME.match(url))


def links(tokens: list[Token]) -> list[Token]:
    """List the openings of links that point into the site."""
    inner = [child for token in tokens for child in token.children or ()]
    opens = [token for token in inner if token.type == "link_open"]
    return [token for token in opens if not WEB.match(str(token.attrGet("href")))]


def shift(tokens: list[Token], below: int) -> None:
    """Set the highest headings right below those of the page, the others below them."""
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    down = below + 1 - min((int(token.tag[1:]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{min(DEEPEST, int(token.tag[1:]) + down)}"


def anchor(tokens: list[Token], taken: set[str]) -> None:
    """Give each heading an id made of its words."""
    for opening, inline in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        stem = re.sub(r"[\W_]+", "-", inline.content.lower()).strip("-") or "heading"
        name, repeat = stem, 1
        while name in taken:
            repeat += 1
            name = f"{stem}-{repeat}"
        taken.add(name)
        opening.attrSet("id", name)
