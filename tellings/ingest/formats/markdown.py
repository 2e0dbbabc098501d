"""Markdown: its front matter as facts, its paragraphs as lines."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from tellings.ingest.facts import Fact
from tellings.ingest.formats import charsets
from tellings.ingest.formats.raw_text import RawText
from tellings.ingest.furniture import date_labels
from tellings.ingest.furniture.lines import Kind, Line, Piece
from tellings.model.phrase import mark
from tellings.model.source import Refusal, Repair
from tellings.reading import article, front_matter
from tellings.reading.article import Paragraph
from tellings.reading.fields import Fields, is_address, is_day, is_language

__all__ = ["read"]

NAMES = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "site", "publisher"),
    "url": ("url", "link", "source_url"),
    "published": ("published", "date"),
    "updated": ("updated", "modified", "lastmod"),
    "lang": ("lang", "language"),
    "authors": ("authors", "author"),
}
"""What front matter calls the fields of a source."""

UNFIT = mark(
    {
        "published": "no day of the calendar",
        "updated": "no day of the calendar",
        "url": "no web address",
        "lang": "no language tag, such as “en”",
    }
)
"""Why a value of a field is not taken."""

MARKUP = "markup"
"""The kind of repair where tags were taken out of Markdown."""

TAGS = re.compile(
    r"<!--.*?-->|<(?P<unseen>script|style|noscript)\b[^<>]*>.*?</(?P=unseen)\s*>|"
    r"</?(?:a|abbr|article|aside|b|big|blockquote|br|caption|center|cite|dd|del|details|div|dl|dt|"
    r"em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|nobr|ol|p|"
    r"picture|pre|q|s|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|"
    r"tfoot|th|thead|time|tr|tt|u|ul|video|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
"""Tags that pages leave in Markdown."""

PICTURES = re.compile(
    r"(?:\[?!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])(?:\](?:\([^()]*\)|\[[^\]]*\]))?\s*)+"
)
"""A paragraph of pictures alone: what stands in its place describes them."""

RULED = re.compile(r"\s*+(?:\|\s*+)?:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+(?:\|\s*+)?")
"""The line below the heads of a table’s columns."""

APART = re.compile(r"</?(?:br|div|h[1-6]|li|p|td|th|tr)\b", re.IGNORECASE)
"""Tags that part words."""


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read Markdown."""
    text, repairs = charsets.decode(content, path, charset)
    front = front_matter.read(text.encode(), path)
    marked = article.read(front.body, front.body_line)
    bare = tuple(replace(each, words=_bare(each.words)) for each in marked)
    furniture = tuple(_furniture(marked, text.split("\n")))
    left_out = {piece.line.number for piece in furniture}
    paragraphs = tuple(each for each in bare if each.words and each.line not in left_out)
    tagged = {was.line for was, now in zip(marked, bare, strict=True) if was.words != now.words}
    repairs += tuple(Repair(kind=MARKUP, line=line) for line in sorted(tagged))
    said = tuple(_said(Fields(path, front.fields, 1)))
    return RawText(
        lines=tuple(_parted(paragraphs)),
        facts=tuple(each for each in said if isinstance(each, Fact)),
        refused=tuple(each for each in said if isinstance(each, Refusal)),
        paragraphs=paragraphs,
        furniture=furniture,
        repairs=repairs,
    )


def _furniture(marked: tuple[Paragraph, ...], raw: list[str]) -> Iterator[Piece]:
    """Find what is no prose: pictures by themselves, and tables with their lines."""
    for each in marked:
        block = list(takewhile(str.strip, raw[each.line - 1 :]))
        kind: Kind | None = None
        if block and "|" in block[0] and len(block) > 1 and RULED.fullmatch(block[1]):
            kind = "other"
        elif PICTURES.fullmatch(" ".join(block)):
            kind = "caption"
        for n, text in enumerate(block if kind else ()):
            line = Line(text=text, number=each.line + n)
            yield Piece(kind=kind or "other", line=line, count=int(n == 0), rule="Markdown")


def _bare(words: str) -> str:
    """Give a paragraph's words without the tags of web pages."""
    if "<" not in words:
        return words
    bare = TAGS.sub(lambda tag: " " if APART.match(tag[0]) else "", words)
    return " ".join(bare.split())


def _parted(paragraphs: tuple[Paragraph, ...]) -> list[tuple[int, str]]:
    """Give paragraphs as lines, a blank one between each two."""
    lines: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        lines += [(paragraph.line, paragraph.words), (paragraph.line, "")]
    return lines


def _said(fields: Fields) -> Iterator[Fact | Refusal]:
    """Give what the front matter says, under the usual names of its fields."""
    for name, keys in NAMES.items():
        key = next((key for key in keys if key in fields.nodes), None)
        if key is None:
            continue
        line = fields.line_of(key)
        for value in fields.texts(key) if name == "authors" else (fields.text(key),):
            taken = _value(name, value or "")
            if taken:
                yield Fact(field=name, value=taken, words=f"{key}: {value}", line=line)
            elif value:
                yield Refusal(field=name, value=value, line=line, because=UNFIT[name])


def _value(name: str, value: str) -> str:
    """Give a value as a source's field holds it; empty where it cannot."""
    if name in ("published", "updated") and not is_day(value, time=True):
        stamps = date_labels.stamps(value)
        sure = len(stamps) == 1 and len(stamps[0].days) == 1
        return stamps[0].value(stamps[0].days[0]) if sure else ""
    fits = {"url": is_address, "lang": is_language}.get(name)
    return value if fits is None or fits(value) else ""
