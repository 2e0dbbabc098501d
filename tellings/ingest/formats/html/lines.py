"""All that a reader sees of a web page, line by line: for pages of no shape that is known."""

from dataclasses import dataclass
from functools import lru_cache

from tellings.ingest.formats.html.lenient import Lenient

__all__ = ["Seen", "seen", "visible"]

UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "title", "svg", "canvas", "iframe"),
        *("object", "select", "textarea", "button", "nav"),
    )
)
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
        *("div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
PARTED = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol"))
"""Elements that a browser sets off by an empty line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A visible line, and where in the page it begins."""

    words: str
    line: int
    column: int


def visible(page: str) -> tuple[tuple[int, str], ...]:
    """Give a page's visible lines, each with the line of the page on which it begins."""
    return tuple((each.line, each.words) for each in seen(page))


@lru_cache(maxsize=4)
def seen(page: str) -> tuple[Seen, ...]:
    """Give a page's visible lines; an empty one stands where a browser leaves a gap."""
    reader = _Lines()
    reader.feed(page)
    reader.close()
    reader.flush()
    return tuple(reader.lines)


class _Lines(Lenient):
    """A page being read for its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Seen] = []
        self.words = ""
        self.line, self.column = 1, 0
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """End a line where a block begins; note what hides its text."""
        if tag in UNSEEN or (self.unseen and tag == self.unseen[-1]):
            self.unseen.append(tag)
        elif tag in BLOCKS:
            # Two breaks in a row have always been a paragraph's end.
            self.flush(parted=tag in PARTED or (tag == "br" and not self.words.strip()))

    def handle_endtag(self, tag: str) -> None:
        """End a line where a block ends."""
        if tag in self.unseen:
            while self.unseen.pop() != tag:
                continue
        elif tag in ("body", "html"):
            self.unseen.clear()
        elif tag in BLOCKS:
            self.flush(parted=tag in PARTED)

    def handle_data(self, data: str) -> None:
        """Gather a line's words."""
        if self.unseen:
            return
        if not self.words.strip() and data.strip():
            line, column = self.getpos()
            blank = data[: len(data) - len(data.lstrip())]
            self.line = line + blank.count("\n")
            begun = blank.rpartition("\n")[2]
            self.column = len(begun) + (0 if "\n" in blank else column)
        self.words += data

    def flush(self, *, parted: bool = False) -> None:
        """End a line; parted, an empty one follows."""
        words = " ".join(self.words.split())
        self.words = ""
        if words:
            self.lines.append(Seen(words=words, line=self.line, column=self.column))
        if parted and self.lines and self.lines[-1].words:
            self.lines.append(Seen(words="", line=self.lines[-1].line, column=0))
