"""Readers' comments of a web page, told by what its elements are called or by its lines.

They are taken out before the article is looked for: a long thread outweighs a short article.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tellings.ingest.formats.html import lines as html_lines
from tellings.ingest.formats.html.lenient import Lenient
from tellings.ingest.furniture import signatures
from tellings.ingest.furniture.lines import Line, Page, Piece, is_prose, lines_of
from tellings.ingest.furniture.threads import thread

__all__ = ["Parted", "part", "part_unnamed"]

CONTAINERS = frozenset(
    ("div", "section", "article", "aside", "ul", "ol", "dl", "table", "li", "form", "footer")
)
OF_THE_TEXT = frozenset(("h1", "main", "body", "html"))
"""Elements that never stand in a thread."""

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
"""A word of a class or an id: “comment-list”, “commentList” and “comment_list” have two."""

COMMENTS = frozenset(("comment", "comments", "commentlist", "disqus", "livefyre", "respond"))
OTHERWISE = frozenset(
    (
        *("no", "has", "with", "without", "open", "opened", "closed", "enabled", "disabled"),
        *("count", "counter", "counts", "number", "num", "link", "links", "button", "btn", "icon"),
        *("toggle", "tone", "type", "category", "tag", "allow", "status", "bubble", "page", "is"),
    )
)
"""Words that make a name one of something else: a link to the comments, an opinion piece."""

MENTIONED = re.compile(r"comment|disqus|livefyre|respond", re.IGNORECASE)
"""What a page holds that has an element of comments: most need no reading for them."""

ITEM = "schema.org/comment"
LITTLE = 40
"""Words of prose up to which an element that is named for comments needs no further sign."""

TAGS = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|</?[a-z!?][^>]*>", re.IGNORECASE | re.DOTALL
)
"""What stays of a page where a thread's words are taken out."""

SIGNS = 2
"""Elements named for comments inside one another, from which it is a thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A page without its threads, each line where it was, and the lines of the threads."""

    page: str
    comments: tuple[Piece, ...] = ()


@dataclass(slots=True)
class _Region:
    """An element that is named for comments, while the page is read."""

    tag: str
    start: int
    end: int = 0
    depth: int = 1
    signs: int = 0
    holds_text: bool = False


def part(page: str) -> Parted:
    """Take the threads of comments out of a page; a page that has no other prose stays whole."""
    if not MENTIONED.search(page):
        return Parted(page=page)
    reader = _Regions(page)
    reader.feed(page)
    reader.close()
    spans = tuple(_threads(page, reader.found))
    bare = page
    for start, end in reversed(spans):
        bare = bare[:start] + _blank(page[start:end]) + bare[end:]
    if not spans or _prose(bare) <= LITTLE:
        return Parted(page=page)
    return Parted(page=bare, comments=tuple(p for span in spans for p in _pieces(page, span)))


def part_unnamed(page: str) -> Parted:
    """Take the words of a thread out of a page whose elements do not name it."""
    seen = html_lines.seen(page)
    whole = Page(lines_of(tuple((each.line, each.words) for each in seen)))
    below = range(whole.first_prose + 1, len(whole.lines))
    found = ((at, thread(whole, at)) for at in below)
    at, cut = next(((at, cut) for at, cut in found if cut), (0, None))
    if cut is None:
        return Parted(page=page)
    starts = _starts(page)
    places = [starts[each.line - 1] + each.column for each in seen if each.words]
    begin, end = places[at], (*places, len(page))[cut.until]
    bare = page[:begin] + _tags(page[begin:end]) + page[end:]
    if _prose(bare) <= LITTLE:
        return Parted(page=page)
    return Parted(page=bare, comments=tuple(_counted(whole.lines[at : cut.until], cut.count)))


def _tags(text: str) -> str:
    """Give a text's tags and line ends, without its words."""
    kept: list[str] = []
    at = 0
    for tag in TAGS.finditer(text):
        kept += (_blank(text[at : tag.start()]), tag[0])
        at = tag.end()
    return "".join((*kept, _blank(text[at:])))


def _starts(page: str) -> tuple[int, ...]:
    """Give where each line of a page begins."""
    return (0, *(match.end() for match in re.finditer("\n", page)))


def _threads(page: str, regions: list[_Region]) -> Iterator[tuple[int, int]]:
    """Give the outermost regions that are threads, in the page's order."""
    until = 0
    for region in sorted(regions, key=lambda each: (each.start, -each.end)):
        if region.start < until or region.holds_text:
            continue
        inside = page[region.start : region.end]
        if region.signs < SIGNS and _prose(inside) > LITTLE and not _signed(inside):
            continue
        until = region.end
        yield region.start, region.end


def _signed(inside: str) -> bool:
    return any(
        signatures.shape(words) or signatures.controls(words)
        for _, words in html_lines.visible(inside)
    )


def _prose(page: str) -> int:
    return sum(len(words.split()) for _, words in html_lines.visible(page) if is_prose(words))


def _blank(text: str) -> str:
    """Give a text's line ends alone, so that no line below it moves."""
    return "\n" * text.count("\n")


def _pieces(page: str, span: tuple[int, int]) -> Iterator[Piece]:
    """Give a thread's visible lines; the first says how many comments it holds."""
    start, end = span
    above = page.count("\n", 0, start)
    lines = lines_of(tuple((above + n, words) for n, words in html_lines.visible(page[start:end])))
    shapes = Counter(filter(None, (signatures.shape(line.words) for line in lines)))
    count = max(shapes.values(), default=0)
    if count or any(is_prose(line.words) for line in lines):
        yield from _counted(lines, count)
    else:
        # A form or a notice above a thread that is not there.
        yield from (Piece(kind="other", line=line, rule="element of comments") for line in lines)


def _counted(lines: Sequence[Line], count: int) -> Iterator[Piece]:
    for n, line in enumerate(lines):
        yield Piece(kind="reader-comments", line=line, count=0 if n else count, rule="thread")


class _Regions(Lenient):
    """A page being read for the elements that are named for comments."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.starts = _starts(page)
        self.open: list[_Region] = []
        self.found: list[_Region] = []

    def at(self) -> int:
        """Give how many characters of the page have been read."""
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a region; note in those that are open what tells whether they are threads."""
        given = {name: value or "" for name, value in attrs}
        signs = _signs_of(given)
        holds_text = tag in OF_THE_TEXT or "articlebody" in given.get("itemprop", "").lower()
        for region in self.open:
            region.depth += tag == region.tag
            region.signs += signs
            region.holds_text |= holds_text
        if signs and tag in CONTAINERS:
            self.open.append(_Region(tag, self.at(), signs=signs))

    def handle_endtag(self, tag: str) -> None:
        """End the regions whose element ends."""
        for region in self.open:
            region.depth -= tag == region.tag
            if not region.depth:
                region.end = self.page.find(">", self.at()) + 1
                self.found.append(region)
        self.open = [region for region in self.open if region.depth]


def _signs_of(given: dict[str, str]) -> int:
    """Give how sure an element says that it holds comments; 0 when it does not."""
    if "comment" in given.get("itemprop", "").lower().split():
        return SIGNS
    if ITEM in given.get("itemtype", "").lower():
        return SIGNS
    for name in (given.get("id", ""), *given.get("class", "").split()):
        words = {word.lower() for word in WORD.findall(name)}
        if words & COMMENTS and not words & OTHERWISE:
            return 1
    return 0
