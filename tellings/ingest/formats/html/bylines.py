"""Whom a page's elements name as its authors: by what they say they are, or below the headline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Literal, get_args

from tellings.ingest.facts import Fact
from tellings.ingest.formats.html import lines as html_lines
from tellings.ingest.formats.html.lenient import Lenient
from tellings.ingest.furniture import date_labels
from tellings.reading.front_matter import CONTROL

__all__ = ["find"]

Way = Literal["itemprop", "rel", "class", "address"]
WAYS: tuple[Way, ...] = get_args(Way)
"""How an element says that it names an author, the surest first."""

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""A word of a class: “author-name”, “authorName” and “author_name” have two."""

ENDINGS = frozenset(("author", "authors", "authorname", "writer", "writers"))
"""The last word of the class of an element that holds a byline, “name” and “link” left out."""

NOT_NAMES = frozenset(
    (
        *("photo", "image", "img", "picture", "avatar", "icon", "caption", "credit", "video"),
        *("role", "title", "job", "position", "location", "section", "category", "source"),
        *("organization", "organisation", "publisher", "agency", "email", "twitter"),
        *("date", "time", "timestamp", "bio", "about", "related", "follow", "more", "social"),
    )
)
"""Words of the classes of what stands beside a byline."""

PAGE_OF = re.compile(
    r"/(?:authors?|by|profiles?|staff|contributors?|reporters?|journalists?|columnists?|writers?)/"
    r"[^/?#]+/?$",
    re.IGNORECASE,
)
"""The address of a page about an author, as systems for publishing make it."""

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
PARTS = frozenset(("br", "div", "p", "li", "dd", "dt", "td", "tr", "time", "figure", "h6", "ul"))
"""Elements that end a line of a byline."""

CUE = re.compile(
    r"\W*(?:(?:words|story|written|text|posted|reporting)\s+)?by\b[\s:]*", re.IGNORECASE
)
CASED = re.compile(
    r"\b(?!(?:and|by|de|da|del|der|di|van|von|la|le|el|al|bin|ibn|of|in|for)\b)[a-z]"
)
"""A word in small letters, which no list of names holds."""

MOST = 12
"""Words of the longest byline."""

BETWEEN = 3
"""Words that stand between two authors at most."""

BELOW = 6
"""Lines below a headline in which a byline stands."""


@dataclass(slots=True)
class _Element:
    """An element that names an author, while the page is read."""

    way: Way
    tag: str
    line: int
    before: int
    """Words of the page above it."""

    depth: int = 1
    text: list[str] = field(default_factory=list)


def find(page: str) -> tuple[Fact, ...]:
    """Give a page's bylines: those of the surest way that its elements name an author in."""
    reader = _Bylines()
    reader.feed(page)
    reader.close()
    for way in WAYS:
        facts = tuple(_row([each for each in reader.found if each.way == way]))
        if facts:
            return facts
    return tuple(_below_headline(page, reader.headline))


def _row(elements: list[_Element]) -> Iterator[Fact]:
    """Give the first byline and those that follow it with no more than “and” between."""
    until: int | None = None
    for element in sorted(elements, key=lambda each: (each.before, each.line)):
        if until is not None and element.before - until > BETWEEN:
            return
        words = _byline("".join(element.text))
        if words:
            until = element.before + len("".join(element.text).split())
            yield Fact(field="byline", value=words, words=f"byline: {words}", line=element.line)


def _byline(text: str) -> str:
    """Give the first line of a byline that holds names; nothing where none does."""
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    for at, line in enumerate(lines):
        words = line
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if CUE.fullmatch(words):
            words = f"By {below}"
        elif len(words.split()) == len(below.split()) == 1:
            # A given name and a family name, each in an element of its own.
            words = f"{words} {below}"
        left = date_labels.only_label(words) or words
        named = CUE.sub("", left, count=1) if CUE.match(left) else left
        if 1 < len(named.split()) <= MOST and not CASED.search(named.partition(",")[0]):
            return words
    return ""


def _below_headline(page: str, headline: str) -> Iterator[Fact]:
    """Give a line “By Name” below the headline, whatever its element is called."""
    if not headline:
        return
    lines = tuple(each for each in html_lines.seen(page) if each.words)
    tops = [at for at, each in enumerate(lines) if each.words == headline]
    for at in range(tops[0] + 1, min(tops[0] + 1 + BELOW, len(lines))) if tops else ():
        words = lines[at].words
        if CUE.fullmatch(words) and at + 1 < len(lines):
            words = f"By {lines[at + 1].words}"
        if CUE.match(words) and words[0].isupper() and _byline(words):
            yield Fact(field="byline", value=words, words=f"byline: {words}", line=lines[at].line)
            return


class _Bylines(Lenient):
    """A page being read for the elements that name its authors, and for its headline."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Element] = []
        self.found: list[_Element] = []
        self.words = 0
        self.heading: list[str] | None = None
        self.headline = ""
        self.unseen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element that names an author; end a line in those that are open."""
        given = {name: value or "" for name, value in attrs}
        self.unseen = self.unseen or tag in ("script", "style")
        for element in self.open:
            element.depth += tag == element.tag
            if tag in PARTS:
                element.text.append("\n")
        if tag == "h1" and not self.headline:
            self.heading = []
        way = _way(given)
        if way and tag not in VOID and tag not in ("body", "html", "article", "script"):
            self.open.append(_Element(way, tag, self.getpos()[0], self.words))

    def handle_data(self, data: str) -> None:
        """Gather words."""
        if self.unseen:
            return
        self.words += len(data.split())
        for element in self.open:
            element.text.append(CONTROL.sub("", data.replace("\n", " ")))
        if self.heading is not None:
            self.heading.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End the elements that end here."""
        self.unseen = self.unseen and tag not in ("script", "style")
        if tag == "h1" and self.heading is not None:
            self.headline, self.heading = " ".join("".join(self.heading).split()), None
        for element in self.open:
            element.depth -= tag == element.tag
            if tag in PARTS:
                element.text.append("\n")
            if not element.depth:
                self.found.append(element)
        self.open = [element for element in self.open if element.depth]


def _way(given: dict[str, str]) -> Way | None:
    """Tell how an element says that it names an author, if it does."""
    if "author" in given.get("itemprop", "").lower().split():
        return "itemprop"
    if "author" in given.get("rel", "").lower().split():
        return "rel"
    names = (given.get("id", ""), given.get("data-testid", ""), *given.get("class", "").split())
    if any(_names_author(name) for name in names):
        return "class"
    return "address" if PAGE_OF.search(given.get("href", "")) else None


@lru_cache(maxsize=4096)
def _names_author(name: str) -> bool:
    """Tell whether a class or an id is that of a byline."""
    words = [word.lower() for word in WORD.findall(name)]
    if NOT_NAMES & {*words}:
        return False
    if "byline" in words or ("by", "line") in pairwise(words):
        return True
    last = [word for word in words if word not in ("name", "names", "link")][-1:]
    return bool(last) and last[0] in ENDINGS
