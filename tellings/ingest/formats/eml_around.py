"""What mail programs and lists put around a message's text, and forwarded messages inside it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tellings.ingest.formats.eml_headers import Said, told
from tellings.ingest.furniture.lines import Kind, Line, Piece, count_words, is_prose

__all__ = ["Numbered", "Parted", "part"]

Numbered = tuple[int, str]

FORWARDED = re.compile(
    r"[-_*\s]*(?:forwarded|original|weitergeleitete) (?:message|nachricht)(?: (?:from|by)\b.*?)?"
    r"[-_*:\s]*|begin forwarded message:",
    re.IGNORECASE,
)
HEADER = re.compile(
    r"[*_]*(From|Date|Sent|Subject|To|Cc|Bcc|Reply-To|Attachments?|Importance|Organi[sz]ation)"
    r"\s?:[*_]*\s*(.*)",
    re.IGNORECASE,
)
NEEDED = 3
"""Headers that make a block of them sure where nothing announces it."""

WROTE = re.compile(r"on .{6,120}\bwrote:", re.IGNORECASE)
SENT = re.compile(
    r"on (?P<date>.*?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?),? (?P<from>.+?) wrote:", re.IGNORECASE
)
"""What such a line says of whose words follow."""

SIGNATURE = ("-- ", "--")
FOOTER = re.compile(
    r".*\bunsubscribe\b.*|.*\b(?:manage|update|change) your (?:\w+ )?"
    r"(?:subscriptions?|preferences)\b.*|you (?:are receiving|received|get) this (?:e-?mail|"
    r"message|newsletter)\b.*|(?:view|read|open) this (?:e-?mail|message|newsletter) "
    r"(?:in|on) (?:your|a|the) .*|sent from my \w+( \w+)?\W*",
    re.IGNORECASE,
)
LONGEST_FOOTER = 40
LONGEST_NOTE = 60
"""Words of the longest note above a text that is passed on."""

KINDS: dict[str, Kind] = {"footer": "newsletter"}


@dataclass(slots=True)
class Parted:
    """A message's lines, parted into its text and what stands around it."""

    article: list[Numbered] = field(default_factory=list)
    furniture: list[Piece] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    """What the headers of a forwarded message say."""

    forwarded: bool = False

    def forward(self, block: Sequence[Numbered], *, passed_on: bool) -> None:
        """Begin a message inside the message: a short note above it is not the text."""
        above = sum(count_words(text) for _, text in self.article)
        begun = any(is_prose(" ".join(text.split())) for _, text in self.article)
        if passed_on and not self.forwarded and 0 < above <= LONGEST_NOTE:
            self.furniture += _pieces(self.article, "note above a text passed on")
            self.article, begun = [], False
        if not begun:
            # Of several blocks above the text, the last one is its own.
            self.said = [said for n, text in block for said in _said(n, text)] or self.said
            self.forwarded = True
        self.leave_out(block, "forwarded")

    def holds_less_than(self, quoted: Sequence[Numbered]) -> bool:
        """Tell whether the text so far is but a note above a longer one that is quoted."""
        above = sum(count_words(text) for _, text in self.article)
        return above <= LONGEST_NOTE and 2 * above < sum(count_words(text) for _, text in quoted)

    def unfold(self, head: Sequence[Numbered]) -> None:
        """Begin a text that is passed on as a quotation: what stands above it is a note."""
        self.furniture += _pieces(self.article, "note above a text passed on")
        self.article = []
        if sent := SENT.fullmatch(_joined(head)):
            line = head[0][0]
            said = [each for key in ("from", "date") for each in told(key, sent[key], line)]
            self.said = [*said, *(each for each in self.said if each.field == "title")]
        self.leave_out(head, "forwarded")

    def leave_out(self, lines: Sequence[Numbered], rule: str) -> None:
        """Set lines aside."""
        self.furniture += _pieces(lines, rule)
        self.article.append((lines[0][0], ""))


def part(lines: Sequence[Numbered], *, passed_on: bool) -> Parted:
    """Part a message's lines; `passed_on` tells whether its subject calls it forwarded."""
    lines = _unquoted(lines)
    parted = Parted()
    at = 0
    while at < len(lines):
        kind, until = _around(lines, at)
        if kind == "forwarded":
            begun = FORWARDED.fullmatch(lines[at][1].strip()) is not None
            named = begun and "original" not in lines[at][1].lower()
            parted.forward(lines[at:until], passed_on=passed_on or named)
        elif kind == "quoted reply" and _passes_on(parted, lines[at:], passed_on=passed_on):
            until = next(n for n in range(at, len(lines)) if _quoted(lines[n][1]))
            parted.unfold(lines[at:until])
            lines = (*lines[:until], *_without_marks(lines[until:]))
        elif kind:
            parted.leave_out(lines[at:until], kind)
        else:
            parted.article.append(lines[at])
        at = max(until, at + 1)
    return parted


def _unquoted(lines: Sequence[Numbered]) -> Sequence[Numbered]:
    """Take off the marks with which some programs quote a message that they forward."""
    start = next((n for n, (_, t) in enumerate(lines) if FORWARDED.fullmatch(t.strip())), None)
    if start is None:
        return lines
    first = next((t for _, t in lines[start + 1 :] if t.strip()), "")
    if not first.startswith(">"):
        return lines
    return (*lines[: start + 1], *_without_marks(lines[start + 1 :]))


def _without_marks(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    return ((n, re.sub(r"^> ?", "", text)) for n, text in lines)


def _passes_on(parted: Parted, lines: Sequence[Numbered], *, passed_on: bool) -> bool:
    """Tell whether a message that was sent on ends with the text, quoted below a line on whose."""
    forwarded = passed_on or parted.forwarded
    if not forwarded or _quoted(lines[0][1]) or not parted.holds_less_than(lines):
        return False
    below = lines[_wrote(lines, 0) :]
    return all(_blank_or_quoted(text.strip()) for _, text in below)


def _wrote(lines: Sequence[Numbered], at: int) -> int:
    """Find the end of a line on who wrote what is quoted below; a program may have broken it."""
    for until in (at + 1, at + 2):
        below = lines[until : until + 2]
        if any(_quoted(text) for _, text in below) and WROTE.fullmatch(_joined(lines[at:until])):
            return until
    return at


def _joined(lines: Sequence[Numbered]) -> str:
    return " ".join(" ".join(text for _, text in lines).split()).replace("< ", "<")


def _around(lines: Sequence[Numbered], at: int) -> tuple[str, int]:
    """Tell what stands at a line that is not the text, and where it ends; nothing if it is."""
    text = lines[at][1].strip()
    if lines[at][1] in SIGNATURE and not any(FORWARDED.fullmatch(t.strip()) for _, t in lines[at:]):
        return "signature", len(lines)
    if FORWARDED.fullmatch(text):
        return "forwarded", _headers_end(lines, at + 1)[0]
    if HEADER.fullmatch(text):
        until, names = _headers_end(lines, at)
        sure = len(names) >= NEEDED and "from" in names and names & {"date", "sent", "subject"}
        return ("forwarded", until) if sure else ("", at)
    below = _wrote(lines, at)
    if _quoted(text) or below > at:
        goes_on = _quoted if _quoted(text) else _blank_or_quoted
        return "quoted reply", _end(lines, max(below, at + 1), goes_on)
    if FOOTER.fullmatch(text) and len(text.split()) <= LONGEST_FOOTER:
        return "footer", at + 1
    return "", at


def _headers_end(lines: Sequence[Numbered], at: int) -> tuple[int, frozenset[str]]:
    """Find where a block of headers ends, and their names; a name stands in it once."""
    names: set[str] = set()
    until = at
    for n in range(at, len(lines)):
        text = lines[n][1].strip()
        match = HEADER.fullmatch(text)
        if match and match[1].lower() not in names:
            names.add(match[1].lower())
        elif text and not (names and n == until and ("@" in text or lines[n][1][0].isspace())):
            break
        if text:
            until = n + 1
    return until, frozenset(names)


def _said(line: int, text: str) -> Iterator[Said]:
    if match := HEADER.fullmatch(text.strip()):
        yield from told(match[1].lower(), match[2].strip(" *_"), line)


def _end(lines: Sequence[Numbered], at: int, goes_on: Callable[[str], bool]) -> int:
    while at < len(lines) and goes_on(lines[at][1].strip()):
        at += 1
    return at


def _quoted(text: str) -> bool:
    return text.startswith(">")


def _blank_or_quoted(text: str) -> bool:
    return not text or _quoted(text)


def _pieces(lines: Sequence[Numbered], rule: str) -> Iterator[Piece]:
    count = 1
    for number, text in lines:
        if text.strip():
            line = Line(text=text, number=number)
            yield Piece(kind=KINDS.get(rule, "other"), line=line, count=count, rule=rule)
            count = 0
