"""Web pages as the lines a reader sees, and which of them are the article; comment files."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from lxml import etree
from lxml import html as pages

__all__ = [
    "PARTS",
    "Commented",
    "Part",
    "WebPage",
    "flatten",
    "part_of",
    "read_commented",
    "read_pages",
    "to_tune",
]

UNSEEN = frozenset(
    re.split(" ", "script style noscript template head svg iframe object select textarea canvas")
)
BLOCKS = frozenset(
    re.split(
        " ",
        "address article aside blockquote body button caption center dd details dialog dir div dl "
        "dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu "
        "nav ol option p pre section summary table tbody td tfoot th thead tr ul video",
    )
)
SPACED = frozenset(re.split(" ", "p h1 h2 h3 h4 h5 h6 ul ol blockquote pre table figure dl"))
"""Elements that a browser sets off by an empty line."""

MARKER = re.compile(r"!@.{0,12}COMMENTS")
STOP = re.compile(r"[.!?…:][\"”’'»)\]]*$")
PARAGRAPH, PARAGRAPHS, PROSE = 60, 5, 0.8
"""Letters of a paragraph, how many an article of news has, and their share of its letters."""

ENGLISH = frozenset(
    re.split(
        " ",
        "the of and to a in that is was for it on with as he be at by this had not are but from or "
        "have an they which you were",
    )
)
SMALL = 0.18
"""Share of these words in English prose, at least."""

FEW = 25
"""Visible lines of a page made for testing, at most."""

Part = Literal["first", "second", "third", "apart"]
PARTS: tuple[Part, ...] = get_args(Part)
OPENED = 3
"""Sevenths of the pages once only measured that are looked at as well."""

SHORTEST_PART = 20
"""Letters of the shortest line that may be found inside a longer line of the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page with the article that an annotator sees in it."""

    name: str
    source: bytes
    expected: str
    """The article as HTML."""

    metadata: dict[str, object]

    @property
    def like_news(self) -> bool:
        """Whether the expected article is English prose on a page with more than an article.

        Tables, code, dictionaries and pages of a few lines made for testing are not.
        """
        told = [line for line in flatten(self.expected) if line]
        prose = [line for line in told if len(line) >= PARAGRAPH and STOP.search(line)]
        words = re.findall(r"[^\W\d_]+", " ".join(told).casefold())
        small = sum(word in ENGLISH for word in words)
        seen = sum(map(bool, flatten(self.source.decode("utf-8", "replace"))))
        return (
            len(prose) >= PARAGRAPHS
            and sum(map(len, prose)) >= PROSE * sum(map(len, told))
            and small >= SMALL * len(words)
            and seen > FEW
        )

    def lines(self) -> tuple[tuple[str, bool | None], ...]:
        """Give the visible lines, blank ones too: whether each is the article; None if unknown."""
        wanted = [_bare(line) for line in flatten(self.expected)]
        whole, each = "".join(wanted), frozenset(wanted)
        unknown = {_bare(str(self.metadata.get(key) or "")) for key in ("title", "byline")}
        found: list[tuple[str, bool | None]] = []
        for line in flatten(self.source.decode("utf-8", "replace")):
            bare = _bare(line)
            inside = bare in each or (len(bare) >= SHORTEST_PART and bare in whole)
            found.append((line, None if not bare or bare in unknown else inside))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commented:
    """An article as flat text with its readers' comments."""

    name: str
    article: tuple[str, ...]
    comments: tuple[str, ...]


def to_tune(name: str) -> bool:
    """Tell whether a file is of the half that may be looked at; the other is only measured."""
    return sha256(name.encode()).digest()[0] % 2 == 0


def part_of(name: str) -> Part:
    """Tell which part of the pages as flat text a page is of.

    The second was only measured until the rules for the first were done; then it was looked at too,
    and after it the third.
    """
    digest = sha256(name.encode()).digest()
    if to_tune(name):
        return "first"
    if digest[1] % 7 < OPENED:
        return "second"
    return "third" if digest[2] % 2 == 0 else "apart"


def read_pages(folder: Path) -> tuple[WebPage, ...]:
    """Read the folders of pages that hold an expected article."""
    return tuple(
        WebPage(
            name=each.parent.name,
            source=(each.parent / "source.html").read_bytes(),
            expected=each.read_text("utf-8"),
            metadata=json.loads((each.parent / "expected-metadata.json").read_text("utf-8")),
        )
        for each in sorted(folder.rglob("expected.html"))
    )


def read_commented(folder: Path) -> tuple[Commented, ...]:
    """Read the text files that hold comments below a marker; the marker itself is left out."""
    found: list[Commented] = []
    for path in sorted(folder.rglob("*.txt")):
        content = path.read_bytes()
        wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        parts = MARKER.split(content.decode("utf-16" if wide else "utf-8-sig", "replace"))
        comments = "\n".join(parts[1:])
        if comments.strip() and parts[0].strip():
            article = tuple(parts[0].split("\n"))
            found.append(
                Commented(name=path.name, article=article, comments=tuple(comments.split("\n")))
            )
    return tuple(found)


def flatten(page: str) -> tuple[str, ...]:
    """Give a page's visible text, line by line."""
    if not page.strip():
        return ()
    parser = pages.HTMLParser(encoding="utf-8", huge_tree=True)
    root = pages.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    text = "".join(_texts(root))
    lines = [" ".join(html.unescape(line).split()) for line in text.split("\n")]
    # More than one blank line in a row says nothing.
    kept = [line for n, line in enumerate(lines) if line or (n and lines[n - 1])]
    return tuple(kept)


def _texts(root: etree._Element) -> Iterator[str]:
    """Walk a page: text with its white space evened out, line ends where blocks begin and end."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element.tag in UNSEEN or _hidden(element):
                walk.skip_subtree()
                continue
            yield "\n\n" if element.tag in SPACED else "\n" if element.tag in BLOCKS else ""
            yield "\n" if element.tag == "br" else ""
            yield _even(element.text)
        elif event == "end":
            yield "\n\n" if element.tag in SPACED else "\n" if element.tag in BLOCKS else ""
            yield _even(element.tail)
        else:
            yield _even(element.tail)


def _hidden(element: etree._Element) -> bool:
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _even(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


def _bare(line: str) -> str:
    return re.sub(r"\W+", "", line).casefold()
