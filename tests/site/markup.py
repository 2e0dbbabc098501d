"""What is wrong with a page's markup: the parse errors of HTML itself, and rules of our own."""

import json
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import html5lib

__all__ = ["Markup", "faults", "parse_errors", "read"]

VOID = frozenset(("br", "col", "hr", "img", "input", "link", "meta", "wbr"))
BLOCKS = frozenset(
    ("article", "div", "dl", "details", "h1", "h2", "h3", "ol", "p", "section", "table", "ul")
)
CHILDREN = {
    "ul": frozenset(("li",)),
    "ol": frozenset(("li",)),
    "dl": frozenset(("dt", "dd", "div")),
    "table": frozenset(("caption", "thead", "tbody", "tfoot")),
    "tr": frozenset(("th", "td")),
}


class Markup(HTMLParser):
    """Reads a page and notes what is wrong with it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []
        self.headings: list[int] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.tags: Counter[str] = Counter()
        self.inline: list[str] = []
        self.structured: list[str] = []
        self._kind = ""

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self.faults.append(f"declares {decl}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else ""
        if parent == "p" and tag in BLOCKS:
            self.faults.append(f"<{tag}> inside <p>, line {self.getpos()[0]}")
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            self.faults.append(f"<{tag}> inside <{parent}>, line {self.getpos()[0]}")
        if tag == "a" and "a" in self.open:
            self.faults.append(f"a link inside a link, line {self.getpos()[0]}")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        self.tags[tag] += 1
        self._kind = dict(attrs).get("type") or ""
        for name, value in attrs:
            self.attribute(tag, name, value or "")
        if tag not in VOID:
            self.open.append(tag)

    def attribute(self, tag: str, name: str, value: str) -> None:
        self.attributes.append((tag, name, value))
        if name == "id":
            self.ids[value] += 1
            if not value or value.split() != [value]:
                self.faults.append(f"the id “{value}” is empty or has a space in it")
        if name in ("href", "src"):
            self.links.append(value)
        if name == "style" or name.startswith("on"):
            self.faults.append(f"<{tag} {name}>")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style") and data.strip():
            (self.structured if self._kind == "application/ld+json" else self.inline).append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing, line {self.getpos()[0]}")


def read(page: str) -> Markup:
    """Read a page."""
    markup = Markup()
    markup.feed(page)
    markup.close()
    return markup


def faults(page: str) -> list[str]:
    """List what is wrong with a page's markup."""
    markup = read(page)
    found = list(markup.faults)
    found += [f"<{tag}> is never closed" for tag in markup.open]
    found += [f"the id “{name}” is used twice" for name, n in markup.ids.items() if n > 1]
    if markup.headings.count(1) != 1:
        found.append(f"{markup.headings.count(1)} headings of the first level")
    levels = markup.headings
    found += [f"h{b} after h{a}" for a, b in pairwise(levels) if b > a + 1]
    found += [f"<{tag}>" for tag in ("style", "iframe", "object") if markup.tags[tag]]
    found += [f"inline code: {code[:40]}" for code in markup.inline]
    found += [f"not JSON: {words[:40]}" for words in markup.structured if not is_json(words)]
    return found + parse_errors(page)


def parse_errors(page: str) -> list[str]:
    """List what the HTML standard calls parse errors."""
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return [f"{code} at {place}: {facts}" for place, code, facts in parser.errors]


def is_json(words: str) -> bool:
    try:
        json.loads(words)
    except ValueError:
        return False
    return "<" not in words
