"""What an HTML page's head says of its article, with the line of each word."""

import html
import re
from collections.abc import Sequence

from tellings.ingest.facts import Fact
from tellings.ingest.formats import article_json, located_json
from tellings.ingest.formats.html import bylines as html_bylines
from tellings.ingest.formats.html.lenient import Lenient
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
    "article:author": "authors",
    "byl": "authors",
    "dc.creator": "authors",
    "dc:creator": "authors",
    "dcterms.creator": "authors",
    "citation_author": "authors",
    "parsely-author": "authors",
    "sailthru.author": "authors",
    "dc.date.issued": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
}
WRITER = re.compile(r"(?:written )?by|authors?", re.IGNORECASE)
"""What the label of a card for social networks says that gives the author."""

WRAPPER = re.compile(r"(?://\s*)?(?:<!\[CDATA\[|\]\]>)")
"""What pages written as XHTML put around a script."""

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
"""What a page holds and no reader sees."""

PARTS = re.compile(r"\s[|–—·•»-]+\s|\s*\|\s*")
"""What stands in a page's title between the headline and the outlet."""

HEADLINE = 4
"""Words of the shortest heading that is taken for the headline before the page's title."""

NAMES = 3
"""Given names of a person, at most."""

KEY = 24
"""Letters of a line by which it is found again in the page's source."""


def declared(content: bytes) -> str | None:
    """Give the charset that a page declares."""
    match = CHARSET.search(content[:4096])
    return match[1].decode("ascii") if match else None


def find(page: str) -> tuple[Fact, ...]:
    """Read a page's own fields, the first of each kind; authors all, with and without a field."""
    head = Head()
    head.feed(page)
    head.close()
    found: list[Fact] = []
    for fact in (*head.facts, *head.titles(), *html_bylines.find(page)):
        if fact.field in ("authors", "byline") or fact.field not in {
            other.field for other in found
        }:
            found.append(fact)
    return tuple(dict.fromkeys(found))


class Head(Lenient):
    """A page being read for meta elements, its canonical address, language and JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts: list[Fact] = []
        self.data: list[str] | None = None
        self.data_line = 0
        self.title: list[str] | None = None
        self.title_line = 0
        self.titling = False
        self.headings: list[list[str]] = []
        self.heading_line = 0
        self.heading = False
        self.label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element's attributes say."""
        given = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        if tag == "meta":
            self.meta(given, line)
        elif tag == "link" and given.get("rel", "").lower() == "canonical":
            self.note("url", given.get("href", ""), "canonical: ", line)
        elif tag == "html" and given.get("lang"):
            self.note("lang", given["lang"].replace("_", "-"), "lang: ", line)
        elif tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self.data, self.data_line = [], line
        elif tag == "title" and self.title is None:
            self.title, self.title_line, self.titling = [], line, True
        elif tag == "time":
            self.date(given, line)
        elif tag == "h1":
            self.heading_line = self.heading_line or line
            self.headings.append([])
            self.heading = True

    def meta(self, given: dict[str, str], line: int) -> None:
        """Note what a meta element says; it may say it under several names."""
        names = given.get("property") or given.get("name") or given.get("itemprop") or ""
        content = given.get("content", "")
        if names.lower().startswith("twitter:label"):
            self.label = content if WRITER.fullmatch(content.strip()) else ""
        elif names.lower().startswith("twitter:data") and self.label:
            self.note("authors", content, f"{self.label}: ", line)
            self.label = ""
        for name in names.split():
            if field := FIELDS.get(name.lower()):
                value = _given_first(content) if "creator" in name.lower() else content
                self.note(field, value, f"{name}: ", line)
                return

    def handle_data(self, data: str) -> None:
        """Gather JSON-LD and the page's title."""
        if self.data is not None:
            self.data.append(data)
        elif self.titling and self.title is not None:
            self.title.append(data)
        elif self.heading:
            self.headings[-1].append(data)

    def handle_endtag(self, tag: str) -> None:
        """Read JSON-LD at its end; what is no JSON says nothing."""
        self.titling = self.titling and tag != "title"
        self.heading = self.heading and tag != "h1"
        if tag != "script" or self.data is None:
            return
        text, self.data = WRAPPER.sub("", "".join(self.data)), None
        try:
            article = next(article_json.articles(located_json.read(text)), None)
        except ValueError:
            return
        for fact in article_json.schema_facts(article) if article else ():
            cue = fact.words.partition(": ")[0]
            line = self.data_line + fact.line - 1
            self.note(fact.field, fact.words.removeprefix(f"{cue}: "), f"{cue}: ", line)

    def date(self, given: dict[str, str], line: int) -> None:
        """Note a time element's date, where the element says which one it is."""
        said = {given.get("itemprop", ""), *given.get("class", "").split()}
        if "pubdate" in given or said & {"datePublished", "published", "entry-date"}:
            self.note("published", given.get("datetime", ""), "time: ", line)
        elif said & {"dateModified", "updated"}:
            self.note("updated", given.get("datetime", ""), "time: ", line)

    def titles(self) -> tuple[Fact, ...]:
        """Give the page's title, which serves where no headline is named."""
        words, cue, line = _even(self.title or ()), "title", self.title_line
        heading = _even(self.headings[0]) if self.headings else ""
        if not words or (len(self.headings) == 1 and _is_headline(heading, words)):
            words, cue, line = heading, "h1", self.heading_line
        fact = Fact(field="title", value=words, words=f"{cue}: {words}", line=line)
        return (fact,) if words else ()

    def note(self, field: str | None, value: str, cue: str, line: int) -> None:
        """Note a field's value, where it is one."""
        words = " ".join(CONTROL.sub("", value).split())
        if field in ("published", "updated"):
            words = article_json.day(words)
        if field == "authors" and ("://" in words or len(words.split()) > 6):
            words = ""
        if field and words:
            told = " ".join(CONTROL.sub("", value).split())
            self.facts.append(Fact(field=field, value=words, words=f"{cue}{told}", line=line))


def _even(words: Sequence[str]) -> str:
    return " ".join(CONTROL.sub("", "".join(words)).split())


def _is_headline(heading: str, title: str) -> bool:
    """Tell whether a page's one heading is the headline that its title gives in other words."""
    parts = [part.casefold() for part in PARTS.split(title)]
    told = parts[0].split()
    words = heading.casefold().split()
    if heading.casefold() in parts or len(words) < HEADLINE:
        return False
    return 2 * sum(word in words for word in told) >= len(told)


def _given_first(words: str) -> str:
    """Turn a name round that stands as a library files it: “Lind, Mara”."""
    family, comma, given = (part.strip() for part in words.partition(","))
    filed = comma and len(family.split()) == 1 and 0 < len(given.split()) <= NAMES
    return f"{given} {family}" if filed and "," not in given else words


def placed(lines: Sequence[str], raw: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Give lines of text the number of the page's line on which each begins.

    A line that is not found again stands where the one above it does.
    """
    seen = UNSEEN.sub(lambda match: "\n" * match[0].count("\n"), "\n".join(raw)).split("\n")
    plain = [
        re.sub(r"\W+", "", html.unescape(re.sub(r"<[^>]*>", "", line))).casefold() for line in seen
    ]
    found: list[tuple[int, str]] = []
    at = 0
    for line in lines:
        key = re.sub(r"\W+", "", line).casefold()[:KEY]
        if key:
            at = next((n for n in range(at, len(plain)) if key in plain[n]), at)
        found.append((at + 1, line))
    return tuple(found)
