"""Markdown: its front matter as facts, its paragraphs as lines."""

from tellings.ingest.facts import Fact
from tellings.ingest.formats import charsets
from tellings.ingest.formats.raw_text import RawText
from tellings.reading import article, front_matter
from tellings.reading.article import Paragraph
from tellings.reading.fields import Fields

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


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read Markdown."""
    text, repairs = charsets.decode(content, path, charset)
    front = front_matter.read(text.encode(), path)
    paragraphs = article.read(front.body, front.body_line)
    return RawText(
        lines=tuple(_parted(paragraphs)),
        facts=tuple(_facts(Fields(path, front.fields, 1))),
        paragraphs=paragraphs,
        repairs=repairs,
    )


def _parted(paragraphs: tuple[Paragraph, ...]) -> list[tuple[int, str]]:
    """Give paragraphs as lines, a blank one between each two."""
    lines: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        lines += [(paragraph.line, paragraph.words), (paragraph.line, "")]
    return lines


def _facts(fields: Fields) -> list[Fact]:
    """Give what the front matter says, under the usual names of its fields."""
    found: list[Fact] = []
    for name, keys in NAMES.items():
        key = next((key for key in keys if key in fields.nodes), None)
        if key is None:
            continue
        dated = name in ("published", "updated")
        values = fields.texts(key) if name == "authors" else (fields.text(key),)
        for value in values:
            if value and (not dated or fields.day(key, time=True)):
                words = f"{key}: {value}"
                found.append(Fact(field=name, value=value, words=words, line=fields.line_of(key)))
    return found
