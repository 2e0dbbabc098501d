"""JSON in the shapes that newsrooms exchange: schema.org's articles, and ninjs."""

import json
import re

from tellings.errors import ContentError, Problem
from tellings.ingest.formats import article_json, charsets, html, located_json
from tellings.ingest.formats.located_json import Node
from tellings.ingest.formats.raw_text import RawText
from tellings.ingest.furniture.lines import Line, Piece

__all__ = ["read"]

MARKUP = re.compile(
    r"</?(?:p|div|br|article|section|h[1-6]|ul|ol|blockquote|body)\b[^>]*>", re.IGNORECASE
)
SHAPES = "known are NewsArticle and Article of schema.org with an articleBody, and ninjs 1 to 3"


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read an article out of JSON.

    Raises:
        ContentError: when it is no JSON, or of no shape that is known.
    """
    text, repairs = charsets.decode(content, path, charset)
    try:
        node = located_json.read(text)
    except json.JSONDecodeError as error:
        message = f"this is no JSON: {error.msg}"
        hint = "save it again from where it came, or save the article as text"
        raise ContentError(
            Problem(path=path, line=error.lineno, message=message, hint=hint)
        ) from None
    except ValueError as error:
        raise ContentError(Problem(path=path, message=f"the JSON is {error}")) from None
    for article in article_json.articles(node):
        if body := article.get("articleBody", "text"):
            facts = tuple(article_json.schema_facts(article))
            return RawText(lines=_lines(body), facts=facts, repairs=repairs)
    items = [each for each in node.each() if article_json.is_ninjs(each)]
    if not items:
        message = "the JSON holds no article of a known shape"
        raise ContentError(Problem(path=path, line=node.line, message=message, hint=SHAPES))
    facts = tuple(article_json.ninjs_facts(items[0]))
    terms = _terms(items[0])
    lines = _lines(_body(items[0]))
    return RawText(lines=lines, facts=facts, furniture=terms, repairs=repairs)


def _body(item: Node) -> Node:
    """Choose an item's body: plain text before markup."""
    plain = item.get("body_text")
    bodies = bodies.each() if (bodies := item.get("bodies")) else ()
    ranked = sorted(
        (each for each in bodies if (value := each.get("value")) and value.text),
        key=lambda each: _kind(each) not in ("text/plain", ""),
    )
    chosen = plain or (ranked[0].get("value") if ranked else None)
    return chosen or item.get("body_html", "body_xhtml") or item


def _kind(body: Node) -> str:
    kind = body.get("contenttype")
    return kind.text if kind else ""


def _lines(body: Node) -> tuple[tuple[int, str], ...]:
    """Give a body's lines, all where it stands; markup goes through the HTML reader."""
    text = body.text
    if MARKUP.search(text):
        page = text if "<body" in text.lower() else f"<html><body>{text}</body></html>"
        parts = [line for found in html.found_in(page) for line in (found, "")]
    else:
        parts = text.split("\n")
    return tuple((body.line, part) for part in parts)


def _terms(item: Node) -> tuple[Piece, ...]:
    """Keep the terms of use among what is left out, so that an editor sees them."""
    terms = item.get("usageterms")
    if terms is None or not terms.text.strip():
        return ()
    line = Line(text=" ".join(terms.text.split()), number=terms.line)
    return (Piece(kind="syndication-credit", line=line, count=1, rule="usageterms"),)
