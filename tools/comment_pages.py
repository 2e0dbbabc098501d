"""Web pages with readers' comments: those of a folder, and articles wrapped in known shapes."""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from lxml import etree
from lxml import html as pages

from tools.flat_pages import Commented, WebPage, flatten

__all__ = ["SHAPES", "Threaded", "bare", "found_in", "wrapped"]

NAMED = re.compile(r"comment|disqus|livefyre|replies", re.IGNORECASE)
LISTS = re.compile(r"recent|popular|latest", re.IGNORECASE)
"""What names a list of other articles' comments."""

SIGNED = re.compile(r"\bago\b|\breply\b|\d[:.]\d\d|\b(?:19|20)\d\d\b", re.IGNORECASE)
"""What stands beside a comment and not in a notice above an empty thread."""

WORDS = 5
"""Words of the shortest line of a comment that is looked for."""

READABLE = 5
"""Such lines from which a thread is one that can be read."""

MENU = (
    "<nav><ul><li><a href='/'>Home</a><li><a href='/a'>Sport</a><li><a href='/b'>Opinion</a></ul>"
)
FOOT = "<div><p><a href='/c'>About us</a> | <a href='/d'>Contact</a></p></div></body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threaded:
    """A web page with a thread, and which of its lines are the article and the comments."""

    name: str
    shape: str
    source: bytes
    article: tuple[str, ...]
    comments: tuple[str, ...]


def found_in(page: WebPage) -> Threaded | None:
    """Give a page whose elements name a thread of comments that can be read; else nothing."""
    parser = pages.HTMLParser(encoding="utf-8", huge_tree=True)
    source = page.source.decode("utf-8", "replace").encode()
    article = flatten(page.expected)
    whole = bare(" ".join(article))
    comments: list[str] = []
    for element in _outermost(pages.document_fromstring(source, parser=parser)):
        lines = flatten(etree.tostring(element, encoding="unicode", with_tail=False))
        long = [line for line in _long(lines) if bare(line) not in whole]
        if len(long) >= READABLE and sum(bool(SIGNED.search(line)) for line in lines) > 1:
            comments += long
    if not comments:
        return None
    return Threaded(
        name=page.name,
        shape="as saved",
        source=page.source,
        article=_long(article),
        comments=tuple(comments),
    )


def _outermost(root: etree._Element) -> Iterator[etree._Element]:
    """Give the elements named for comments that stand in no other one."""
    named = [
        element
        for element in root.iter()
        if isinstance(element.tag, str)
        and element.tag not in ("html", "body", "script", "article", "main")
        and NAMED.search(names := f"{element.get('id', '')} {element.get('class', '')}")
        and not LISTS.search(names)
    ]
    yield from (each for each in named if not any(up in named for up in each.iterancestors()))


def wrapped(texts: Sequence[Commented], each: int = 2) -> Iterator[Threaded]:
    """Wrap articles and their comments as pages, each text in some of the shapes."""
    names = tuple(SHAPES)
    for text in texts:
        first = sha256(text.name.encode()).digest()[1]
        article = tuple(" ".join(line.split()) for line in text.article if line.strip())
        whole = bare(" ".join(article))
        told = [line for line in _long(text.comments) if bare(line) not in whole]
        for n in range(each):
            shape = names[(first + n * len(names) // each) % len(names)]
            if told and len(_long(article)) > 1:
                page = _page(article, SHAPES[shape](_comments(text.comments)))
                yield Threaded(
                    name=text.name,
                    shape=shape,
                    source=page.encode(),
                    article=_long(article),
                    comments=tuple(told),
                )


def bare(words: str) -> str:
    """Give the letters and digits of a line alone."""
    return re.sub(r"\W+", "", words).casefold()


def _long(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in lines if len(line.split()) >= WORDS)


def _comments(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Part a thread's lines where blank ones do."""
    parts = groupby((html.escape(" ".join(line.split())) for line in lines), key=bool)
    return tuple(tuple(part) for full, part in parts if full)


def _page(article: Sequence[str], thread: str) -> str:
    head, *body = (html.escape(line) for line in article)
    text = "".join(f"<p>{line}</p>\n" for line in body)
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{head}</title></head><body>\n"
        f"{MENU}</nav>\n<div><h1>{head}</h1>\n{text}{thread}</div>\n{FOOT}"
    )


def _list(comments: Sequence[Sequence[str]]) -> str:
    """Write a thread as WordPress does."""
    each = "".join(
        f'<li class="comment even depth-1" id="comment-{n}"><div class="comment-body">'
        + "".join(f"<p>{line}</p>" for line in comment)
        + "</div></li>\n"
        for n, comment in enumerate(comments)
    )
    title = f'<h2 class="comments-title">{len(comments)} thoughts on this</h2>'
    form = '<div id="respond" class="comment-respond"><h3>Leave a Reply</h3></div>'
    list_ = f'<ol class="commentlist">{each}</ol>'
    return f'<div id="comments" class="comments-area">{title}{list_}{form}</div>'


def _hosted(comments: Sequence[Sequence[str]]) -> str:
    """Write a thread as Disqus does when it is saved with its page."""
    each = "".join(
        '<li class="post"><div class="post-content"><div class="post-message">'
        + "".join(f"<p>{line}</p>" for line in comment)
        + "</div></div></li>\n"
        for comment in comments
    )
    return f'<div id="disqus_thread"><ul id="post-list" class="post-list">{each}</ul></div>'


def _defined(comments: Sequence[Sequence[str]]) -> str:
    """Write a thread as a list of definitions, as Blogger does."""
    each = "".join(f"<dt>{c[0]}</dt>\n<dd>{'<br>'.join(c[1:])}</dd>\n" for c in comments)
    return f'<dl id="comments-block">{each}</dl>'


def _schema(comments: Sequence[Sequence[str]]) -> str:
    """Write a thread whose classes say nothing and whose items say what they are."""
    each = "".join(
        '<div class="x7k2" itemprop="comment" itemscope itemtype="https://schema.org/Comment">'
        + "".join(f"<p>{line}</p>" for line in comment)
        + "</div>\n"
        for comment in comments
    )
    return f'<section class="x1">{each}</section>'


def _table(comments: Sequence[Sequence[str]]) -> str:
    """Write a thread as a table of no name."""
    each = "".join(f"<tr><td>{'<br>'.join(comment)}</td></tr>\n" for comment in comments)
    return f"<table width='100%'>{each}</table>"


def _soup(comments: Sequence[Sequence[str]]) -> str:
    """Write a thread in elements that say nothing."""
    each = "".join(
        "<div>" + "".join(f"<div>{line}</div>\n" for line in comment) + "</div>\n"
        for comment in comments
    )
    return f"<div><div>Comments</div>\n{each}</div>"


def _run_on(comments: Sequence[Sequence[str]]) -> str:
    """Write a thread as the paragraphs that follow the article's own."""
    return "".join(f"<p>{line}</p>\n" for comment in comments for line in comment)


SHAPES: dict[str, Callable[[Sequence[Sequence[str]]], str]] = {
    "list of comments": _list,
    "hosted thread": _hosted,
    "definitions": _defined,
    "schema": _schema,
    "table": _table,
    "no names": _soup,
    "paragraphs": _run_on,
}
