"""Small values for tests: a source, a document, a telling, from nothing but text."""

from tellings.analysis.study import tell
from tellings.model.document import Document
from tellings.model.findings import Telling
from tellings.model.source import Block, Part, Source
from tellings.model.span import Span

__all__ = ["document", "source", "telling"]


def source(
    text: str,
    *,
    id: str = "ledger",  # noqa: A002 - the field's own name
    title: str | None = None,
    published: str | None = None,
    lang: str | None = None,
) -> Source:
    """Make a source; paragraphs of `text` are parted by blank lines, "## " begins a subhead."""
    blocks: list[Block] = []
    whole = ""
    parts: list[tuple[Part, str]] = [("title", title)] if title else []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("## ") and paragraph.removeprefix("## ").strip():
            parts.append(("subhead", paragraph.removeprefix("## ")))
        elif paragraph.strip():
            parts.append(("body", paragraph.strip()))
    for line, (part, words) in enumerate(parts, start=1):
        whole += "\n\n" if whole else ""
        span = Span(len(whole), len(whole) + len(words))
        blocks.append(Block(span=span, part=part, line=line))
        whole += words
    return Source(
        id=id,
        path=f"content/events/harbour/sources/{id}.md",
        text=whole,
        blocks=tuple(blocks),
        title=title,
        published=published,
        lang=lang,
        outlet=id.title(),
    )


def document(text: str, **facts: str) -> Document:
    """Make a document by the default splitter."""
    return telling(text, **facts).document


def telling(text: str, *, day: str | None = "2026-03-04", **facts: str) -> Telling:
    """Make a telling by the default tools; `day` is what its dates lean on (a Wednesday)."""
    return tell(source(text, **facts), day)
