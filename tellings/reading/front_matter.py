"""The one strict door to front matter: python-frontmatter splits, YAML's events are read here.

Scalars stay what was typed: `12:30`, `no` and `1.10` are strings. What YAML would resolve,
expand or overwrite in silence is refused with its line.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from tellings.errors import ContentError, Problem

__all__ = ["CONTROL", "UNSEEN", "FrontMatter", "Node", "decode", "read"]

LARGEST = 64 * 1024
"""Bytes of front matter; more is no front matter."""

LONGEST = 1024 * 1024
"""Bytes of a whole file; the longest articles have a tenth of it."""

DEEPEST = 6
"""Levels of nesting; no field of ours needs more."""

BREAKS = str.maketrans("\u2028\u2029", "  ")
"""What YAML takes for the end of a line, and no editor shows as one."""

NOTHING = ("", "~", "null", "Null", "NULL")

CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that no page, feed or table can hold."""

UNSEEN = re.compile(f"{CONTROL.pattern}|[\u202a-\u202e\u2066-\u2069]")
"""These, and marks that would turn round what stands beside them on a page."""

BARRED = re.compile("\x0c")
"""What a body may hold, and YAML may not: the end of a printed page."""

DELETE = "delete it: an editor may show it as a box or not at all"

HELP = (
    ("mapping values", "put quotation marks around a value that holds “: ”"),
    ("tab character", "indent with spaces"),
    ("start any token", "put quotation marks around a value that begins with such a character"),
    ("unexpected end of stream", "a quotation mark is opened and never closed"),
    ("',' or", "a bracket is opened and never closed"),
    ("expected ':'", "write one field a line, as “title: …”, and --- below the last"),
    ("expected key", "put quotation marks around a value that begins with one"),
    ("block end", "put quotation marks around a value that begins with one"),
    ("tag", "put quotation marks around a value that begins with “!”"),
    ("escape", "in single quotation marks a backslash is only a backslash"),
)
"""What helps, by words of the YAML parser’s, be it the one in C or the one in Python."""

LEFT_OPEN = ("unexpected end of stream", "',' or")
"""Words of it where something is opened: its line is told, not that where the head ends."""

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A value as typed, and the line where it stands in its file."""

    value: "str | tuple[Node, ...] | dict[str, Node] | None"
    """None where nothing, `~` or `null` is typed without quotation marks."""

    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A content file taken apart: fields as typed, and the body below them."""

    path: str
    fields: Mapping[str, Node] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body begins, from 1."""


def read(content: bytes, path: str) -> FrontMatter:
    """Take a file apart.

    Raises:
        ContentError: with everything that is wrong in the file's head.
    """
    text = decode(content, path)
    start = len(text) - len(text.lstrip())
    _refuse_toml(text[start:], path, text.count("\n", 0, start) + 1)
    handler = YAMLHandler()
    if not handler.detect(text[start:]):
        return FrontMatter(path=path, body=text)
    try:
        head, body = handler.split(text[start:])
    except ValueError:
        raise ContentError(
            Problem(
                path=path,
                line=text.count("\n", 0, start) + 1,
                message="the front matter is not closed",
                hint="end it with a line that holds only ---",
            )
        ) from None
    at = text.index(head, start) if head else start
    first = text.count("\n", 0, at) + 1
    if len(head.encode()) > LARGEST:
        raise ContentError(
            Problem(path=path, line=first, message="the front matter is larger than 64 KiB")
        )
    _refuse_control(BARRED.search(head), head, path, first)
    fields = Reading(path, first).fields(head)
    line = text.count("\n", 0, len(text) - len(body)) + 1
    return FrontMatter(path=path, fields=fields, body=body, body_line=line)


def decode(content: bytes, path: str) -> str:
    """Read a content file's bytes as UTF-8; byte order marks and CR line ends are taken off.

    Raises:
        ContentError: when the bytes are not UTF-8 text.
    """
    if len(content) > LONGEST:
        message = f"the file has {len(content):,} bytes; {LONGEST:,} are the most that is read"
        hint = "part the text into several files, or shorten it"
        raise ContentError(Problem(path=path, message=message, hint=hint))
    hint = "save the file as UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ContentError(Problem(path=path, line=1, message="the file is UTF-16", hint=hint))
    try:
        text = content.decode("utf-8-sig").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start + 1} of the file is not UTF-8"
        raise ContentError(Problem(path=path, line=line, message=message, hint=hint)) from None
    text = re.sub(r"\r\n?", "\n", text)
    _refuse_control(UNSEEN.search(text), text, path, 1)
    return text


def _named(character: str) -> str:
    control = CONTROL.match(character) or BARRED.match(character)
    kind = "a control character" if control else "a mark that turns text round"
    return f"{kind}, U+{ord(character):04X}"


def _refuse_control(found: "re.Match[str] | None", text: str, path: str, first: int) -> None:
    """Refuse a character that was found in a text that begins on the line `first`.

    Raises:
        ContentError: where it stands.
    """
    if found:
        line = first + text.count("\n", 0, found.start())
        message = f"the file holds {_named(found[0])}"
        raise ContentError(Problem(path=path, line=line, message=message, hint=DELETE))


def _refuse_toml(text: str, path: str, line: int) -> None:
    """Refuse front matter of the other kind, which would be printed as text.

    Raises:
        ContentError: where it begins.
    """
    if re.match(r"\+{3}[ \t]*\n.*?^\+{3}[ \t]*$", text, re.DOTALL | re.MULTILINE):
        hint = "begin and end it with --- and write its fields as “title: …”"
        raise ContentError(
            Problem(path=path, line=line, message="front matter in TOML is not read", hint=hint)
        )


class Reading:
    """One front matter being read: YAML's events in, nodes out, every problem noted."""

    def __init__(self, path: str, first: int) -> None:
        self.path = path
        self.first = first
        self.problems: list[Problem] = []

    def fields(self, head: str) -> dict[str, Node]:
        """Give the mapping that the front matter is.

        Raises:
            ContentError: when it is none, or holds what is refused.
        """
        try:
            return self._fields(head, LOADER)
        except UnicodeDecodeError:
            # The parser in C reads a tag's %C0%AE unlooked at; the one in Python says where it is.
            self.problems.clear()
            return self._fields(head, yaml.BaseLoader)

    def _fields(self, head: str, loader: Any) -> dict[str, Node]:
        node: Node | None = None
        try:
            events = iter(yaml.parse(head.translate(BREAKS), Loader=loader))
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    node = self.node(next(events), events, 0)
        except yaml.MarkedYAMLError as error:
            words = error.problem or error.context or "it is not YAML"
            if "codec" in words:
                words = "a tag is not UTF-8"
            left_open = any(part in words for part in LEFT_OPEN)
            mark = error.context_mark if left_open else error.problem_mark
            help_ = next((help_ for part, help_ in HELP if part in words), "")
            self.note(mark.line if mark else 0, f"the front matter cannot be read: {words}", help_)
        value = node.value if node else None
        if not self.problems and value is not None and not isinstance(value, dict):
            hint = "write one field a line, as “title: …”"
            self.note(0, "the front matter is not a list of fields", hint)
        if self.problems:
            raise ContentError(*sorted(set(self.problems)))
        return value if isinstance(value, dict) else {}

    def note(self, line: int, message: str, hint: str = "") -> None:
        """Note a problem on a line of the front matter, counted from 0."""
        self.problems.append(
            Problem(path=self.path, line=self.first + line, message=message, hint=hint)
        )

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        """Build the node that an event begins."""
        line = event.start_mark.line
        if isinstance(event, yaml.AliasEvent):
            self.note(line, f"“*{event.anchor}” is an alias", "write the value out")
            return Node(value=None, line=self.first + line)
        self.refuse(event, line)
        if depth > DEEPEST:
            raise yaml.MarkedYAMLError(
                problem="it is nested too deeply", problem_mark=event.start_mark
            )
        make: Callable[[Iterator[Any], int], Any]
        if isinstance(event, yaml.ScalarEvent):
            if control := UNSEEN.search(event.value):
                message = f"a value holds {_named(control[0])}"
                self.note(line, message, "take the escape out")
            nothing = event.style in (None, "") and event.value in NOTHING
            return Node(value=None if nothing else event.value, line=self.first + line)
        make = self.sequence if isinstance(event, yaml.SequenceStartEvent) else self.mapping
        return Node(value=make(events, depth + 1), line=self.first + line)

    def refuse(self, event: Any, line: int) -> None:
        """Note anchors and tags."""
        if event.anchor:
            self.note(line, f"“&{event.anchor}” is an anchor", "write the value out")
        if event.tag:
            hint = "put quotation marks around a value that begins with “!”"
            self.note(line, f"“{event.tag}” is a tag", hint)

    def sequence(self, events: Iterator[Any], depth: int) -> tuple[Node, ...]:
        """Build a list's entries."""
        found: list[Node] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.node(event, events, depth))
        return tuple(found)

    def mapping(self, events: Iterator[Any], depth: int) -> dict[str, Node]:
        """Build a mapping's fields."""
        found: dict[str, Node] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, events, depth)
            value = self.node(next(events), events, depth)
            name = key.value
            line = key.line - self.first
            if not isinstance(name, str):
                self.note(line, "a field's name is missing or is not plain text")
            elif name in found:
                self.note(line, f"“{name}” is given twice", "keep one of the two")
            else:
                found[name] = Node(value=value.value, line=key.line)
        return found
