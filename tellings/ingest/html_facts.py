"""What an HTML page's head says of its article, with the line of each word."""

import json
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

from tellings.ingest.facts import Fact
from tellings.reading.front_matter import CONTROL

__all__ = ["declared", "find", "placed"]

FIELDS = {
    "og:title": "title",
    "og:site_name": "outlet",
    "og:url": "url",
    "article:published_time": "published",
    "article:modified_time": "updated",
    "datepublished": "published",
    "datemodified": "updated",
    "author": "authors",
}
DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?"
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
KEY = 24
"""Letters of a line by which it is found again in the page's source."""


def declared(content: bytes) -> str | None:
    """Give the charset that a page declares."""
    match = CHARSET.search(content[:4096])
    return match[1].decode("ascii") if match else None


def find(page: str) -> tuple[Fact, ...]:
    """Read a page's own fields, the first of each kind; authors all."""
    head = Head()
    head.feed(page)
    head.close()
    found: list[Fact] = []
    for fact in (*head.facts, *head.titles()):
        if fact.field == "authors" or fact.field not in {other.field for other in found}:
            found.append(fact)
    return tuple(dict.fromkeys(found))


class Head(HTMLParser):
    """A page being read for meta elements, its canonical address, language and JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts: list[Fact] = []
        self.data: list[str] | None = None
        self.data_line = 0
        self.title: list[str] | None = None
        self.title_line = 0
        self.titling = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element's attributes say."""
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.note(FIELDS.get(name.lower()), given.get("content", ""), f"{name}: ", line)
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.note("url", given.get("href", ""), "canonical: ", line)
        elif tag == "html" and given.get("lang"):
            self.note("lang", given["lang"].replace("_", "-"), "lang: ", line)
        elif tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self.data, self.data_line = [], line
        elif tag == "title" and self.title is None:
            self.title, self.title_line, self.titling = [], line, True

    def handle_data(self, data: str) -> None:
        """Gather JSON-LD and the page's title."""
        if self.data is not None:
            self.data.append(data)
        elif self.titling and self.title is not None:
            self.title.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Read JSON-LD at its end; what is no JSON says nothing."""
        self.titling = self.titling and tag != "title"
        if tag != "script" or self.data is None:
            return
        try:
            value = json.loads("".join(self.data))
        except (ValueError, RecursionError):
            value = None
        self.data = None
        for article in _articles(value, 0):
            for name, field in (("datePublished", "published"), ("dateModified", "updated")):
                if isinstance(article.get(name), str):
                    self.note(field, article[name], f"{name}: ", self.data_line)

    def titles(self) -> tuple[Fact, ...]:
        """Give the page's title, which serves where no headline is named."""
        words = " ".join(CONTROL.sub("", "".join(self.title or ())).split())
        fact = Fact(field="title", value=words, words=f"title: {words}", line=self.title_line)
        return (fact,) if words else ()

    def note(self, field: str | None, value: str, cue: str, line: int) -> None:
        """Note a field's value, where it is one."""
        words = " ".join(CONTROL.sub("", value).split())
        if field in ("published", "updated"):
            match = DAY.match(words)
            words = " ".join(part for part in match.groups() if part) if match else ""
        if field == "authors" and ("://" in words or len(words.split()) > 6):
            words = ""
        if field and words:
            told = " ".join(CONTROL.sub("", value).split())
            self.facts.append(Fact(field=field, value=words, words=f"{cue}{told}", line=line))


def _articles(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Give the articles in JSON-LD: an object, a list, or a graph of them."""
    if depth > 4:
        return
    if isinstance(value, list):
        for each in value:
            yield from _articles(each, depth + 1)
    elif isinstance(value, dict):
        if "Article" in str(value.get("@type")) or "Posting" in str(value.get("@type")):
            yield value
        yield from _articles(value.get("@graph"), depth + 1)


def placed(lines: Sequence[str], raw: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Give lines of text the number of the page's line on which each begins.

    A line that is not found again stands where the one above it does.
    """
    plain = [re.sub(r"\W+", "", re.sub(r"<[^>]*>", "", line)).casefold() for line in raw]
    found: list[tuple[int, str]] = []
    at = 0
    for line in lines:
        key = re.sub(r"\W+", "", line).casefold()[:KEY]
        if key:
            at = next((n for n in range(at, len(plain)) if key in plain[n]), at)
        found.append((at + 1, line))
    return tuple(found)
