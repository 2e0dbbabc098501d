"""What every page shows, and the small things that pages are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tellings.render.html import Html

__all__ = ["Badge", "Card", "Crumb", "Day", "Link", "Segment", "Shell", "Wording"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere."""

    words: str
    """What the link says."""

    href: str
    """Where it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of the way from the home page to this one."""

    words: str
    """The name of the page."""

    href: str | None = None
    """Where it stands; None for the page itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date for people and for machines."""

    words: str
    """The date as its precision allows: "4 March 2026", "March 2026"."""

    machine: str | None
    """For `<time datetime>`; None for a range or what is no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A mark in words beside a claim."""

    words: str
    """What it says: "2 of 4 texts", "differs: number"."""

    kind: str
    """A class for its border: plain, differs, one, head or editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A stretch of a line that joins words of the texts by words of ours."""

    words: str
    """The stretch."""

    ours: bool
    """Whether it is in the language of the pages, and not in that of the texts."""

    href: str | None = None
    """Where it leads, if it names a text; None for all other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of a sentence, marked or not."""

    words: str
    """The text's own words."""

    mark: str
    """"" for unmarked words, "told" for those that carry a claim, "loaded" for loaded words,
    "changed" for words that another printing of a quotation does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is shown of a page where somebody links to it: OpenGraph and Twitter."""

    kind: Literal["article", "website"]
    """What OpenGraph calls the page."""

    title: str
    """The page's name, without the site's."""

    address: str
    """The page's full address."""

    image: str
    """The full address of a picture, the event's or the theme's; empty when there is none."""

    width: int
    """The picture's width in pixels."""

    height: int
    """Its height."""

    large: bool
    """Whether the picture is wide enough to stand above the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What stands around the content of every page."""

    title: str
    """For `<title>`: the page's name and the site's."""

    description: str
    """One sentence for search engines and previews."""

    language: str
    """The language of the pages' own words, a BCP 47 tag."""

    site_title: str
    """The site's name."""

    author: str | None
    """Who publishes the site, if the settings say."""

    home: str
    """The link to the list of events."""

    alphabet: str
    """The link to the list of names and events."""

    search: str | None
    """The link to the search page; None where the site has none."""

    method: str
    """The link to the method page."""

    stylesheet: str
    """The link to the theme's style.css."""

    canonical: str | None
    """The page's full address; None where the site has none."""

    atom: str | None
    """The link to the Atom feed; None where the site has no address."""

    json_feed: str | None
    """The link to the JSON feed; None where the site has no address."""

    robots: str | None
    """What search engines are told, such as "noindex"; None for nothing."""

    policy: str
    """The Content-Security-Policy: what the page may load, and from where."""

    card: Card | None
    """What is shown where somebody links to the page; None where the site has no address."""

    structured: Html
    """The page's JSON-LD, safe to print inside its script element; empty when there is none."""

    icon: str | None
    """The link to the theme's icon.svg; None where it has none."""

    script: str | None
    """The link to the theme's script.js; None where it has none."""

    option_sheet: str | None
    """The link to the sheet that the theme's options come to; None where they need none."""

    logo: str | None
    """The link to the picture that the option logo names; None where it names none."""

    crumbs: tuple[Crumb, ...]
    """The way here from the home page; empty on pages of the first level."""

    built: str
    """The last line of the page: by which version, from what."""

    options: Mapping[str, Any]
    """The theme's own options from theme.toml."""
