"""What the pages say to machines that read JSON-LD, in the words of schema.org."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from tellings.model.findings import Claim, Telling
from tellings.model.source import Source
from tellings.model.span import Passage
from tellings.render import urls, wording
from tellings.render.html import Html
from tellings.render.index import Index
from tellings.render.robots import directives
from tellings.render.site import Site
from tellings.render.viewing.desk import Desk

__all__ = ["Node", "of_digest", "of_page", "of_site", "of_source", "script"]

Node = Mapping[str, Any]

CONTEXT = "https://schema.org"
CLAIMS, QUOTATIONS = 8, 5
"""How many of each a digest gives: digest.json gives them all."""

LONGEST = 200
"""How many characters of a claim or a quotation are given."""

BREAKING = str.maketrans(
    {sign: f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029")}
)
"""Signs that could end the element or the line that holds them, as JSON writes them otherwise."""

KINDS = {"person": "Person", "organisation": "Organization"}


def script(nodes: Iterable[Node]) -> Html:
    """Write nodes as the content of one script element; empty when there are none."""
    graph = [bare(node) for node in nodes]
    if not graph:
        return Html("")
    content = {"@context": CONTEXT, "@graph": graph}
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Html(written.translate(BREAKING))


def bare(node: Node) -> Node:
    """Leave out what is not known."""
    return {key: value for key, value in node.items() if value not in (None, "", (), [], {})}


def of_site(site: Site) -> tuple[Node, ...]:
    """Describe the site as a whole."""
    if not site.base_url:
        return ()
    node = {
        "@type": "WebSite",
        "url": urls.absolute(site.base_url, urls.home()),
        "name": site.title,
        "description": site.description,
        "inLanguage": site.language,
        "publisher": publisher(site),
    }
    return (node,)


def of_page(kind: str, path: str, name: str, site: Site, within: str = "") -> tuple[Node, ...]:
    """Describe a page and the page that it belongs to."""
    if not site.base_url:
        return ()
    whole = urls.absolute(site.base_url, within or urls.home())
    node = {
        "@type": kind,
        "url": urls.absolute(site.base_url, path),
        "name": name,
        "inLanguage": site.language,
        "isPartOf": {"@type": "WebPage" if within else "WebSite", "url": whole},
    }
    return (node,)


def of_digest(desk: Desk, site: Site, updated: str | None) -> tuple[Node, ...]:
    """Describe a digest: the article, its event, the texts, some claims and quotations.

    Addresses inside the site are relative, as the page's own links are.
    """
    if not site.base_url:
        return ()
    found = desk.index
    event = found.digest.event
    address = urls.absolute(site.base_url, desk.at.page)
    shared = [c for c in found.claims.values() if found.standings[c.id] != "told-by-one"]
    return (
        {
            "@type": "NewsArticle",
            "@id": address,
            "url": address,
            "headline": event.title,
            "inLanguage": site.language,
            "dateModified": updated,
            "publisher": publisher(site),
            "about": {"@id": "#event"},
            "isBasedOn": [{"@id": desk.to_source(t.id)} for t in found.digest.tellings],
        },
        {
            "@type": "Event",
            "@id": "#event",
            "name": event.title,
            "startDate": event.on,
            "location": bare({"@type": "Place", "name": event.place}) if event.place else None,
        },
        *(text(telling, desk) for telling in found.digest.tellings),
        *(claim(one, desk) for one in shared[:CLAIMS]),
        *quotations(desk),
    )


def of_source(telling: Telling, desk: Desk, site: Site, title: str) -> tuple[Node, ...]:
    """Describe a source's page and the text it shows, unless search engines are asked away."""
    source = telling.document.source
    if "noindex" in directives(source.robots):
        return ()
    (page,) = of_page("WebPage", desk.at.page, title, site, urls.digest(desk.slug)) or ({},)
    return ({**page, "mainEntity": bare(article(source))},) if page else ()


def article(source: Source) -> Node:
    """Describe a text as its own publisher would."""
    return {
        "@type": "NewsArticle",
        "headline": None if source.title_derived else source.title,
        "url": source.url if re.match(r"https?://", source.url or "") else None,
        "publisher": {"@type": "Organization", "name": source.outlet} if source.outlet else None,
        "author": [{"@type": "Person", "name": name} for name in source.authors],
        "datePublished": day_of(source.published),
        "dateModified": day_of(source.updated),
        "inLanguage": source.lang,
    }


def text(telling: Telling, desk: Desk) -> Node:
    """Describe a text in short, under the address of its page."""
    source = telling.document.source
    return bare(
        {
            "@type": "NewsArticle",
            "@id": desk.to_source(telling.id),
            "name": source.label,
            "datePublished": day_of(source.published),
        }
    )


def claim(one: Claim, desk: Desk) -> Node:
    """Describe a claim and the texts that it appears in."""
    return {
        "@type": "Claim",
        "@id": desk.to_digest(one.id),
        "text": wording.clip(desk.index.gist(one), LONGEST),
        "appearance": [{"@id": desk.to_source(source)} for source in one.sources],
    }


def quotations(desk: Desk) -> Iterable[Node]:
    """Describe what several texts quote."""
    found = desk.index
    kinds = {name.name: name.kind for name in found.digest.names}
    for quotation in found.digest.quotations[:QUOTATIONS]:
        first = quotation.printings[0]
        speaker = speaker_of(found, first)
        kind = KINDS.get(kinds.get(speaker or "", ""))
        yield bare(
            {
                "@type": "Quotation",
                "text": wording.clip(found.words(first), LONGEST),
                "spokenByCharacter": {"@type": kind, "name": speaker} if kind else None,
                "isPartOf": [
                    {"@id": desk.to_source(source)}
                    for source in dict.fromkeys(p.source for p in quotation.printings)
                ],
            }
        )


def speaker_of(found: Index, printing: Passage) -> str | None:
    """Give whom a text names as saying a passage."""
    given = found.tellings[printing.source].attributions
    return next((one.speaker for one in given if one.content == printing), None)


def publisher(site: Site) -> Node | None:
    """Give who publishes the site, if the settings say."""
    return {"@type": "Organization", "name": site.author} if site.author else None


def day_of(date: str | None) -> str | None:
    """Give the day of a date that begins with one."""
    return date[:10] if date and re.match(r"\d{4}-\d\d-\d\d", date) else None
