"""What JSON says of an article: schema.org's shapes and ninjs, as facts with their lines."""

import html
import re
from collections.abc import Iterator

from tellings.ingest.facts import Fact
from tellings.ingest.formats.located_json import Node

__all__ = ["articles", "day", "is_ninjs", "ninjs_facts", "schema_facts"]

DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?"
)
DEEPEST = 4
NINJS_BODIES = ("body_text", "bodies", "body_html", "body_xhtml")


def day(words: str) -> str:
    """Give a day with its time as a field of a source holds it; empty where there is none."""
    match = DAY.match(words.strip())
    return " ".join(part for part in match.groups() if part) if match else ""


def articles(node: Node, depth: int = 0) -> Iterator[Node]:
    """Give the articles in JSON-LD: an object, a list, or a graph of them."""
    if depth > DEEPEST:
        return
    for each in node.each() if isinstance(node.value, tuple) else ():
        yield from articles(each, depth + 1)
    kinds = node.get("@type")
    if kinds and any(kind.text.endswith(("Article", "Posting")) for kind in kinds.each()):
        yield node
    elif graph := node.get("@graph", "mainEntity"):
        yield from articles(graph, depth + 1)


def is_ninjs(node: Node) -> bool:
    """Tell whether an object has the shape of ninjs: an address of its own and a body."""
    return node.get("uri") is not None and node.get(*NINJS_BODIES) is not None


def schema_facts(article: Node) -> Iterator[Fact]:
    """Give what an article of schema.org says of itself."""
    for field, names in (
        ("title", ("headline", "name")),
        ("published", ("datePublished",)),
        ("updated", ("dateModified",)),
    ):
        yield from _plain(article, field, *names)
    publisher = article.get("publisher", "sourceOrganization")
    yield from _named(publisher, "outlet", "publisher")
    for author in author_nodes(article):
        organised = (kind := author.get("@type")) and "Organization" in kind.text
        if not organised:
            yield from _named(author, "authors", "author")
    yield from _named(article.get("inLanguage"), "lang", "inLanguage", "alternateName", "name")
    yield from _named(article.get("url"), "url", "url")
    yield from _named(article.get("mainEntityOfPage"), "url", "mainEntityOfPage", "@id", "url")


def author_nodes(article: Node) -> tuple[Node, ...]:
    """Give an article's authors, one or many."""
    author = article.get("author", "creator")
    return author.each() if author else ()


def ninjs_facts(article: Node) -> Iterator[Fact]:
    """Give what an item of ninjs 1, 2 or 3 says of itself."""
    yield from _plain(article, "title", "headline")
    for headline in found.each() if (found := article.get("headlines")) else ():
        yield from _named(headline, "title", "headlines", "value")
    yield from _plain(article, "published", "firstcreated", "versioncreated")
    if article.get("firstcreated"):
        yield from _plain(article, "updated", "versioncreated")
    if byline := article.get("byline"):
        yield from _byline(byline)
    yield from _named(article.get("provider"), "outlet", "provider", "name", "literal")
    yield from _plain(article, "lang", "language")
    yield from (fact for fact in _plain(article, "url", "uri") if "://" in fact.value)


def _byline(node: Node) -> Iterator[Fact]:
    words = _words(node)
    for name in re.split(r",? and |, ", re.sub(r"^by\s+", "", words, flags=re.IGNORECASE)):
        if _person(name):
            yield Fact(field="authors", value=name, words=f"byline: {words}", line=node.line)


def _plain(article: Node, field: str, *names: str) -> Iterator[Fact]:
    for name in names:
        if (node := article.get(name)) and node.text:
            yield from _fact(field, node, name)
            return


def _named(node: Node | None, field: str, cue: str, *inner: str) -> Iterator[Fact]:
    """Give a field that is a text, or an object (the first of a list) with a name."""
    first = next(iter(node.each()), None) if node else None
    if first is None:
        return
    told = first if first.text else first.get(*(inner or ("name",)))
    if told and told.text:
        yield from _fact(field, told, cue)


def _fact(field: str, node: Node, cue: str) -> Iterator[Fact]:
    words = _words(node)
    value = words
    if field in ("published", "updated"):
        value = day(words)
    elif field == "lang":
        value = words.replace("_", "-")
    elif field == "authors" and not _person(words):
        value = ""
    if value:
        yield Fact(field=field, value=value, words=f"{cue}: {words}", line=node.line)


def _words(node: Node) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", node.text)).split())


def _person(name: str) -> bool:
    """Tell whether an author may be a person: no address, no sentence."""
    return bool(name) and "://" not in name and len(name.split()) <= 6
