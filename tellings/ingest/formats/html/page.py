"""Web pages: trafilatura finds the text, our own rules clean it line by line."""

import re

from tellings.errors import ContentError, Problem
from tellings.ingest.formats import charsets
from tellings.ingest.formats.html import facts as html_facts
from tellings.ingest.formats.html import lines as html_lines
from tellings.ingest.formats.html import threads as html_threads
from tellings.ingest.formats.raw_text import RawText
from tellings.ingest.furniture.lines import is_prose

__all__ = ["found_in", "read"]

LITTLE = 40
"""Words of a text so short that the page is read a second time, all of it."""

MUCH = 3
"""How many times as much prose the second reading finds when it is the better one."""

FRAMES = re.compile(r"</?(?:frameset|noframes)\b[^>]*>", re.IGNORECASE)
"""What stands around the text of a page that was made for frames."""

RULE = re.compile(r"<hr\b[^>]*>", re.IGNORECASE)
"""A line across the page, which parts paragraphs in old pages."""

ROW = re.compile(r"\|\s*([^|]*\S)\s*\|")
"""A table's row of one cell: old pages set their text in tables."""

TABLE = re.compile(r"<table\b(?:(?!<table\b).)*?(?:</table\s*>|$)", re.IGNORECASE | re.DOTALL)
"""A table in which no other stands."""

CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
HEADED = re.compile(r"<(?:th|thead|caption)\b", re.IGNORECASE)
"""What only tables of facts have."""

CELLED = re.compile(r"<(/?)(?:table|tbody|thead|tr|td|th)\b[^>]*>", re.IGNORECASE)
PARAGRAPHS = re.compile(r"<p\b|<br\b[^>]*>(?:\s|&nbsp;)*<br\b|<div\b", re.IGNORECASE)
LAID_OUT = 40
"""Words of a cell with paragraphs of its own, from which a table is there for its looks."""

BETWEEN_ROWS = re.compile(r"\|(?:\s*-{3,}\s*\|)+")


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read a web page; one in which no article is found is read as its visible lines."""
    text, repairs = charsets.decode(content, path, charset or html_facts.declared(content))
    parted = html_threads.part(FRAMES.sub("", text))
    facts = html_facts.find(parted.page)
    unnamed = html_threads.part_unnamed(parted.page)
    text, comments = unnamed.page, (*parted.comments, *unnamed.comments)
    found = found_in(text)
    if len(" ".join(found).split()) < LITTLE:
        every = html_lines.visible(text)
        prose = sum(len(words.split()) for _, words in every if is_prose(words))
        if prose > MUCH * len(" ".join(found).split()):
            return RawText(
                lines=every, facts=facts, repairs=repairs, furniture=comments, whole=True
            )
    if not found:
        raise ContentError(Problem(path=path, message="no article is found in the page"))
    lines = html_facts.placed(found, text.split("\n"))
    return RawText(lines=lines, facts=facts, repairs=repairs, furniture=comments)


def found_in(page: str) -> tuple[str, ...]:
    """Give the lines of the article that a page holds; none where it holds none."""
    # Imported late: trafilatura takes a second to load, and most files need none of it.
    import trafilatura  # noqa: PLC0415

    # Measured: what is left in beyond the article is what the rules for lines find anyway.
    found = trafilatura.extract(
        _unlaid(RULE.sub("<br><br>", page)),
        output_format="txt",
        include_comments=False,
        include_tables=True,
        favor_recall=True,
    )
    lines = found.split("\n") if found else ()
    return tuple(_cell(line) for line in lines if not BETWEEN_ROWS.fullmatch(line))


def _unlaid(page: str) -> str:
    """Turn tables that lay a page out into plain blocks, from the innermost outwards."""
    kept: list[str] = []

    def block(table: re.Match[str]) -> str:
        if not HEADED.search(table[0]) and any(map(_holds_paragraphs, CELL.split(table[0]))):
            return CELLED.sub(r"<\1div>", table[0])
        kept.append(table[0])
        return f"<!--table {len(kept) - 1}-->"

    while True:
        page, count = TABLE.subn(block, page)
        if not count:
            break
    for number in reversed(range(len(kept))):
        page = page.replace(f"<!--table {number}-->", kept[number], 1)
    return page


def _holds_paragraphs(cell: str) -> bool:
    words = re.sub(r"<[^>]*>", " ", cell).split()
    return len(words) >= LAID_OUT and bool(PARAGRAPHS.search(cell))


def _cell(line: str) -> str:
    """Give a row of one cell as its words; any other line as it is."""
    row = ROW.fullmatch(line.strip())
    return row[1] if row else line
