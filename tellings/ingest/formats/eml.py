"""E-mails: the text of the message, its headers as facts, what surrounds it as furniture."""

import quopri
import re
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import groupby

from tellings.errors import ContentError, Problem
from tellings.ingest.formats import charsets, eml_around, eml_headers, html
from tellings.ingest.formats.eml_around import Numbered
from tellings.ingest.formats.html import facts as html_facts
from tellings.ingest.formats.raw_text import RawText
from tellings.model.source import Refusal

__all__ = ["read"]

WIDEST = 100
"""Letters of the longest line that a mail program breaks."""

NARROWEST = 50
KEY = 24
"""Letters of a line by which it is found again in the file."""

ENTRY = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read an e-mail.

    Raises:
        ContentError: when it holds no text.
    """
    message = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(body, EmailMessage):
        inner = "message/rfc822" in {part.get_content_type() for part in message.walk()}
        hint = "save the message that is attached to it as a file of its own" if inner else ""
        raise ContentError(Problem(path=path, message="the e-mail holds no text", hint=hint))
    payload = body.get_payload(decode=True)
    words = payload if isinstance(payload, bytes) else b""
    text, repairs = charsets.decode(words, path, body.get_content_charset() or charset)
    markup = body.get_content_type() == "text/html"
    lines = html.found_in(text) if markup else text.split("\n")
    raw = _raw_lines(content, str(body.get("content-transfer-encoding", "")))
    start = next((n for n, line in enumerate(raw) if not line.strip()), 0)
    if markup:
        found = html_facts.placed(lines, raw[start:])
        numbered = tuple((number + start, line) for number, line in found)
    else:
        numbered = _placed(lines, raw, _first_line(raw, start, body))
    subject = eml_headers.PREFIX.match(eml_headers.text_of(message, "subject"))
    passed_on = subject is not None and subject["kind"].lower() not in ("re", "aw")
    parted = eml_around.part(numbered, passed_on=passed_on)
    outer = eml_headers.headers(message, raw[:start], passed_on=parted.forwarded)
    said = (*parted.said, *outer)
    article = tuple(parted.article)
    return RawText(
        lines=article if markup else _unwrapped(article, flowed=_flowed(body)),
        facts=tuple(each for each in said if not isinstance(each, Refusal)),
        refused=tuple(each for each in said if isinstance(each, Refusal)),
        furniture=tuple(parted.furniture),
        repairs=repairs,
        unread=tuple(_attachments(message)),
    )


def _raw_lines(content: bytes, encoding: str) -> list[str]:
    """Give the file's lines, as far as they can be read one by one."""
    lines = re.split(rb"\r\n?|\n", content)
    if encoding.lower() == "quoted-printable":
        lines = [quopri.decodestring(line) for line in lines]
    return [line.decode("utf-8", "replace") for line in lines]


def _first_line(raw: Sequence[str], start: int, body: EmailMessage) -> int:
    """Find where the text begins: below its part's own headers, which name its kind."""
    if body.get_boundary() or "content-type" not in body:
        return start + 1
    head = f"content-type: {body.get_content_type()}"
    part = next((n for n, line in enumerate(raw) if line.lower().startswith(head)), 0)
    return next((n for n in range(part, len(raw)) if not raw[n].strip()), start) + 1


def _flowed(body: EmailMessage) -> bool:
    return str(body.get_param("format", "")).lower() == "flowed"


def _unwrapped(lines: Sequence[Numbered], *, flowed: bool) -> tuple[Numbered, ...]:
    """Join lines that a mail program has broken, paragraph by paragraph."""
    found: list[Numbered] = []
    for blank, group in groupby(lines, lambda line: not line[1].strip()):
        block = list(group)
        width = max(len(text.rstrip()) for _, text in block)
        for n, (number, text) in enumerate(block):
            last = block[n - 1][1] if n else ""
            if flowed:
                joined = last.endswith(" ")
            else:
                joined = width <= WIDEST and _broken(last, text, width, len(block))
            if n and not blank and joined and not ENTRY.match(text):
                found[-1] = (found[-1][0], f"{found[-1][1].rstrip()} {text.lstrip()}")
            else:
                found.append((number, text))
    return tuple(found)


def _broken(last: str, text: str, width: int, lines: int) -> bool:
    """Tell whether the next line's first word had found no room on the one above.

    Two lines may be a headline and a byline: there only a small letter tells.
    """
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    full = len(last.rstrip()) + 1 + len(word) > width
    return full and width >= NARROWEST and (lines > 2 or word[:1].islower())


def _placed(lines: Sequence[str], raw: Sequence[str], start: int) -> tuple[Numbered, ...]:
    """Give the text's lines the numbers of the file's, where each begins."""
    bare = [text.strip() for text in raw]
    letters = [re.sub(r"\W+", "", text) for text in raw]
    found: list[Numbered] = []
    at = start
    for line in lines:
        text, key = line.strip(), re.sub(r"\W+", "", line)[:KEY]
        places = (n for n in range(at, len(raw)) if bare[n] == text)
        near = (n for n in range(at, len(raw)) if key and letters[n].startswith(key))
        there = next(places, next(near, None)) if text else at
        found.append((min(at if there is None else there, len(raw) - 1) + 1, line))
        at = at if there is None else there + 1
    return tuple(found)


def _attachments(message: EmailMessage) -> Iterator[str]:
    """Name what is attached and not read."""
    for part in message.iter_attachments():
        yield part.get_filename() or part.get_content_type()
