"""Web pages: trafilatura finds the text, our own rules clean it line by line."""

from tellings.errors import ContentError, Problem
from tellings.ingest import html_facts
from tellings.ingest.formats import charsets
from tellings.ingest.formats.raw_text import RawText

__all__ = ["found_in", "read"]


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read a web page."""
    text, repairs = charsets.decode(content, path, charset or html_facts.declared(content))
    found = found_in(text)
    if not found:
        raise ContentError(Problem(path=path, message="no article is found in the page"))
    lines = html_facts.placed(found, text.split("\n"))
    return RawText(lines=lines, facts=html_facts.find(text), repairs=repairs)


def found_in(page: str) -> tuple[str, ...]:
    """Give the lines of the article that a page holds; none where it holds none."""
    # Imported late: trafilatura takes a second to load, and most files need none of it.
    import trafilatura  # noqa: PLC0415

    found = trafilatura.extract(
        page, output_format="txt", include_comments=False, include_tables=True, deduplicate=False
    )
    return tuple(found.split("\n")) if found else ()
