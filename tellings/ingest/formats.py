"""Bytes of a raw file → numbered lines and what the format itself says, by kind of file."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tellings.errors import ContentError, Problem
from tellings.ingest import html_facts
from tellings.ingest.facts import Fact
from tellings.model.source import Repair
from tellings.reading import article, front_matter
from tellings.reading.article import Paragraph
from tellings.reading.fields import Fields
from tellings.reading.front_matter import CONTROL

__all__ = ["READERS", "Fact", "RawText", "Reader", "read"]

BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
"""How files begin that hold no text: PDF, zip and Office, pictures, gzip."""

MANY = 0.01
"""The share of control characters from which bytes are no text."""


COMMON = ("cp1250", "cp1252", "cp1251")
"""Encodings that pages without a charset are in; their neighbours look alike on few words."""

NEAR = 0.1
"""How much less like a language a text may look in a common encoding than in a rare one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A raw file as lines, each with its number in the file."""

    lines: tuple[tuple[int, str], ...]
    facts: tuple[Fact, ...] = ()
    """What the format's own fields say: front matter, HTML's head."""

    paragraphs: tuple[Paragraph, ...] = ()
    """For Markdown: the headings and standfirsts that its markup names."""

    repairs: tuple[Repair, ...] = ()


Reader = Callable[[bytes, str], RawText]


def read(content: bytes, path: str) -> RawText:
    """Read a raw file by the kind that its name says.

    Raises:
        ContentError: when it is of no kind that can be read, or holds no text.
    """
    kind = path.rsplit("/", 1)[-1].rpartition(".")[2].lower()
    reader = READERS.get(kind)
    if reader is None:
        known = ", ".join(f".{name}" for name in READERS)
        raise ContentError(
            Problem(
                path=path,
                message=f"a file of this kind cannot be read: .{kind}",
                hint=f"known are {known}",
            )
        )
    if not content.strip():
        raise ContentError(Problem(path=path, message="the file is empty"))
    if content.startswith(BINARY):
        hint = "save the page as text or HTML"
        raise ContentError(Problem(path=path, message="the file is not text", hint=hint))
    return reader(content, path)


def plain(content: bytes, path: str) -> RawText:
    """Read plain text."""
    text, repairs = _decoded(content, path)
    return RawText(lines=_numbered(text), repairs=repairs)


def markdown(content: bytes, path: str) -> RawText:
    """Read Markdown: its front matter as facts, its paragraphs as lines."""
    text, repairs = _decoded(content, path)
    front = front_matter.read(text.encode(), path)
    fields = Fields(path, front.fields, 1)
    paragraphs = article.read(front.body, front.body_line)
    return RawText(
        lines=tuple(_parted(paragraphs)),
        facts=tuple(_front_facts(fields)),
        paragraphs=paragraphs,
        repairs=repairs,
    )


def html(content: bytes, path: str) -> RawText:
    """Read a web page: trafilatura finds the text, our own rules clean it line by line."""
    # Imported late: trafilatura takes a second to load, and most files need none of it.
    import trafilatura  # noqa: PLC0415

    text, repairs = _decoded(content, path, html_facts.declared(content))
    found = trafilatura.extract(
        text, output_format="txt", include_comments=False, include_tables=True, deduplicate=False
    )
    if not found:
        raise ContentError(Problem(path=path, message="no article is found in the page"))
    lines = html_facts.placed(found.split("\n"), text.split("\n"))
    return RawText(lines=lines, facts=html_facts.find(text), repairs=repairs)


def _decoded(
    content: bytes, path: str, declared: str | None = None
) -> tuple[str, tuple[Repair, ...]]:
    """Decode by byte order mark, UTF-8, the charset declared, then by the looks of it."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _checked(content.decode(name, "replace"), path, name)
    for name in filter(None, ("utf-8", declared)):
        try:
            return _checked(content.decode(name), path, name)
        except (UnicodeDecodeError, LookupError):
            continue
    from charset_normalizer import from_bytes  # noqa: PLC0415

    found = from_bytes(content)
    best = found.best()
    if best is not None and best.encoding not in COMMON:
        near = (m for m in found if m.chaos <= best.chaos and m.coherence >= best.coherence - NEAR)
        best = next((match for match in near if match.encoding in COMMON[1:]), best)
    if best is None:
        hint = "save the file as UTF-8"
        raise ContentError(
            Problem(path=path, message="the file's encoding is not known", hint=hint)
        )
    return _checked(str(best), path, best.encoding)


def _checked(text: str, path: str, encoding: str) -> tuple[str, tuple[Repair, ...]]:
    """Even out line ends and take single control characters out; refuse what is no text.

    Raises:
        ContentError: when control characters say that the bytes are something else.
    """
    if len(CONTROL.findall(text)) > MANY * len(text):
        raise ContentError(Problem(path=path, message="the file is not text"))
    text = re.sub(r"\r\n?", "\n", text)
    name = encoding.lower().replace("_", "-")
    plain = name in ("utf-8", "utf-8-sig", "ascii")
    found = [] if plain else [Repair(kind=f"read as {name}", line=1)]
    at = {text.count("\n", 0, match.start()) + 1 for match in CONTROL.finditer(text)}
    found += [Repair(kind="control-character", line=line) for line in sorted(at)]
    return CONTROL.sub("", text), tuple(found)


def _numbered(text: str) -> tuple[tuple[int, str], ...]:
    return tuple(enumerate(text.split("\n"), start=1))


def _parted(paragraphs: tuple[Paragraph, ...]) -> list[tuple[int, str]]:
    """Give paragraphs as lines, a blank one between each two."""
    lines: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        lines += [(paragraph.line, paragraph.words), (paragraph.line, "")]
    return lines


def _front_facts(fields: Fields) -> list[Fact]:
    """Give what a Markdown file's front matter says, under the usual names of its fields."""
    names = {
        "title": ("title", "headline"),
        "outlet": ("outlet", "source", "site", "publisher"),
        "url": ("url", "link", "source_url"),
        "published": ("published", "date"),
        "updated": ("updated", "modified", "lastmod"),
        "lang": ("lang", "language"),
        "authors": ("authors", "author"),
    }
    found: list[Fact] = []
    for name, keys in names.items():
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


READERS: dict[str, Reader] = {"txt": plain, "md": markdown, "html": html, "htm": html}
"""What reads each kind of file; add a kind by adding its reader."""
