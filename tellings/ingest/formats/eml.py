"""E-mails: the text of the message, its headers as facts, what surrounds it as furniture."""

import quopri
import re
from collections.abc import Callable, Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from itertools import groupby

from tellings.errors import ContentError, Problem
from tellings.ingest import html_facts
from tellings.ingest.facts import Fact
from tellings.ingest.formats import charsets, html
from tellings.ingest.formats.raw_text import RawText
from tellings.ingest.lines import Kind, Line, Piece

__all__ = ["read"]

PREFIX = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
FORWARDED = re.compile(
    r"-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message:", re.IGNORECASE
)
HEADER = re.compile(r"\*?(From|Date|Sent|Subject|To|Cc|Bcc|Reply-To)\s?:\*?\s*(.*)", re.IGNORECASE)
WROTE = re.compile(r"on .{6,120}\bwrote:", re.IGNORECASE)
SIGNATURE = ("-- ", "--")
FOOTER = re.compile(
    r".*\bunsubscribe\b.*|.*\b(?:manage|update|change) your (?:\w+ )?"
    r"(?:subscriptions?|preferences)\b.*|you (?:are receiving|received|get) this (?:e-?mail|"
    r"message|newsletter)\b.*|(?:view|read|open) this (?:e-?mail|message|newsletter) "
    r"(?:in|on) (?:your|a|the) .*|sent from my \w+( \w+)?\W*",
    re.IGNORECASE,
)
LONGEST_FOOTER = 40
KINDS: dict[str, Kind] = {"footer": "newsletter"}
WIDEST = 100
"""Letters of the longest line that a mail program breaks."""

NARROWEST = 50
KEY = 24
"""Letters of a line by which it is found again in the file."""

ENTRY = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
Numbered = tuple[int, str]
FIELDS = {"from": "outlet", "date": "published", "sent": "published", "subject": "title"}


def read(content: bytes, path: str, charset: str | None = None) -> RawText:
    """Read an e-mail.

    Raises:
        ContentError: when it holds no text.
    """
    message = message_from_bytes(content, _class=EmailMessage, policy=policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise ContentError(Problem(path=path, message="the e-mail holds no text"))
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
    article, furniture, inner = _parted(numbered)
    return RawText(
        lines=article if markup else _unwrapped(article, flowed=_flowed(body)),
        facts=(*inner, *_headers(message, raw[:start])),
        furniture=furniture,
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


def _headers(message: EmailMessage, raw: Sequence[str]) -> Iterator[Fact]:
    """Give what the message's own headers say, with their lines."""
    for name in ("subject", "from", "date"):
        value = message.get(name)
        line = next((n for n, each in enumerate(raw, 1) if each.lower().startswith(f"{name}:")), 1)
        if value is None:
            continue
        # A date's own words, not as the library would write them.
        own = raw[line - 1].partition(":")[2] if name == "date" and raw else ""
        yield from _told(name, " ".join((own or str(value)).split()), line)


def _told(name: str, value: str, line: int) -> Iterator[Fact]:
    """Give what a header says: who sent it (never the address itself), when, and its subject."""
    field = FIELDS.get(name)
    found = words = value
    if field == "outlet":
        display, address = parseaddr(value)
        found = words = display or address.rpartition("@")[2]
    elif field == "published":
        found = _date(value)
    elif field == "title":
        found = PREFIX.sub("", value, count=1) if PREFIX.match(value) else value
    if field and found:
        yield Fact(field=field, value=found, words=f"{name.title()}: {words}", line=line)


def _date(value: str) -> str:
    """Give a header's date as a field of a source holds it; empty where it is none."""
    try:
        sent = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return ""
    return f"{sent:%Y-%m-%d %H:%M} {sent:%z}".strip()


def _parted(
    lines: Sequence[Numbered],
) -> tuple[tuple[Numbered, ...], tuple[Piece, ...], tuple[Fact, ...]]:
    """Part a message's lines into the text and what mail programs and lists put around it."""
    article: list[Numbered] = []
    left_out: list[Piece] = []
    facts: list[Fact] = []
    at = 0
    while at < len(lines):
        kind, until = _around(lines, at)
        if not kind:
            article.append(lines[at])
            at += 1
            continue
        for number, text in lines[at:until]:
            if kind == "forwarded" and (match := HEADER.fullmatch(text.strip())):
                facts += _told(match[1].lower(), match[2].strip(), number)
        left_out += _pieces(lines[at:until], kind)
        article.append((lines[at][0], ""))
        at = until
    return tuple(article), tuple(left_out), tuple(facts)


def _around(lines: Sequence[Numbered], at: int) -> tuple[str, int]:
    """Tell what stands at a line that is not the text, and where it ends; nothing if it is."""
    text = lines[at][1].strip()
    if lines[at][1] in SIGNATURE and not any(FORWARDED.fullmatch(t.strip()) for _, t in lines[at:]):
        return "signature", len(lines)
    if FORWARDED.fullmatch(text):
        return "forwarded", _end(lines, at + 1, _blank_or_header)
    quoted = _end(lines, at, _quoted)
    if quoted > at:
        return "quoted reply", quoted
    if WROTE.fullmatch(text) and any(t.startswith(">") for _, t in lines[at + 1 : at + 3]):
        return "quoted reply", _end(lines, at + 1, _blank_or_quoted)
    if FOOTER.fullmatch(text) and len(text.split()) <= LONGEST_FOOTER:
        return "footer", at + 1
    return "", at


def _end(lines: Sequence[Numbered], at: int, goes_on: Callable[[str], bool]) -> int:
    while at < len(lines) and goes_on(lines[at][1].strip()):
        at += 1
    return at


def _quoted(text: str) -> bool:
    return text.startswith(">")


def _blank_or_quoted(text: str) -> bool:
    return not text or _quoted(text)


def _blank_or_header(text: str) -> bool:
    return not text or HEADER.fullmatch(text) is not None


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


def _pieces(lines: Sequence[Numbered], rule: str) -> Iterator[Piece]:
    count = 1
    for number, text in lines:
        if text.strip():
            line = Line(text=text, number=number)
            yield Piece(kind=KINDS.get(rule, "other"), line=line, count=count, rule=rule)
            count = 0


def _attachments(message: EmailMessage) -> Iterator[str]:
    """Name what is attached and not read."""
    for part in message.iter_attachments():
        yield part.get_filename() or part.get_content_type()
