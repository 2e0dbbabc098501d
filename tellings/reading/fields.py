"""Typed values out of front matter; everything that is wrong is noted, not raised one by one."""

import datetime as dt
import difflib
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar
from urllib.parse import urlsplit

from tellings.errors import Problem, Severity
from tellings.reading.front_matter import Node

__all__ = ["Fields", "is_address", "is_day", "is_language"]

Choice = TypeVar("Choice", bound=str)

DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?[\w:+−-]+)?)?"
)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""The shape of a BCP 47 tag."""


class Fields:
    """The fields of one mapping, asked for by name and kind."""

    def __init__(self, path: str, nodes: Mapping[str, Node], line: int = 0) -> None:
        self.path = path
        self.nodes = nodes
        self.line = line
        """Where the mapping begins, for fields that are missing."""

        self.problems: list[Problem] = []

    def note(self, line: int, message: str, hint: str = "", severity: Severity = "error") -> None:
        """Note a problem."""
        self.problems.append(
            Problem(path=self.path, line=line, message=message, hint=hint, severity=severity)
        )

    def line_of(self, name: str) -> int:
        """Give the line of a field, or of its mapping."""
        return self.nodes[name].line if name in self.nodes else self.line

    def only(self, known: Sequence[str], owner: str) -> None:
        """Warn of fields that nobody reads; `owner` completes “is not a field of”."""
        for name in sorted(self.nodes.keys() - set(known)):
            near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
            hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(known)}"
            self.note(self.line_of(name), f"“{name}” is not a field of {owner}", hint, "warning")

    def text(self, name: str) -> str | None:
        """Give a line of text, white space evened out; None where nothing is given."""
        node = self.nodes.get(name)
        if node is None or node.value is None:
            return None
        if not isinstance(node.value, str):
            self.note(node.line, f"“{name}” is a single text", "write it on one line, in quotes")
            return None
        return " ".join(node.value.split()) or None

    def needed(self, name: str) -> str:
        """Give a text that must be there."""
        text, node = self.text(name), self.nodes.get(name)
        if text is None and (node is None or node.value is None or isinstance(node.value, str)):
            self.note(self.line_of(name), f"“{name}” is missing")
        return text or ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts, empty ones left out; a single text is a list of one."""
        node = self.nodes.get(name)
        if node is None or node.value is None:
            return ()
        values = node.value if isinstance(node.value, tuple) else (node,)
        texts = [each.value for each in values if isinstance(each.value, str)]
        if len(texts) < len(values):
            self.note(node.line, f"“{name}” is a list of texts", f"as in {name}: [one, two]")
            return ()
        return tuple(even for text in texts if (even := " ".join(text.split())))

    def flag(self, name: str) -> bool:
        """Give a true or a false; false where nothing is given."""
        text = self.text(name)
        if text not in (None, "true", "false"):
            self.note(self.line_of(name), f"“{name}” is true or false, not “{text}”")
        return text == "true"

    def number(self, name: str, default: int | None = None) -> int:
        """Give a whole number."""
        text = self.text(name)
        if text is None and default is not None:
            return default
        if text is None or not re.fullmatch(r"[0-9]{1,9}", text):
            self.note(self.line_of(name), f"“{name}” is a whole number")
            return 0
        return int(text)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Give a list of whole numbers."""
        texts = self.texts(name)
        if not all(re.fullmatch(r"[0-9]{1,9}", text) for text in texts):
            self.note(self.line_of(name), f"“{name}” is a list of whole numbers")
            return ()
        return tuple(int(text) for text in texts)

    def choice(self, name: str, choices: Sequence[Choice], default: Choice) -> Choice:
        """Give one of the allowed words."""
        text = self.text(name)
        if text is None:
            return default
        for choice in choices:
            if choice == text:
                return choice
        message = f"“{name}” is one of {', '.join(choices)}, not “{text}”"
        self.note(self.line_of(name), message)
        return default

    def address(self, name: str) -> str | None:
        """Give a web address."""
        text = self.text(name)
        if text is None or is_address(text):
            return text
        hint = "an address begins with http:// or https:// and holds no spaces or quotation marks"
        self.note(self.line_of(name), f"“{text}” is not a web address", hint)
        return None

    def language(self, name: str) -> str | None:
        """Give a language tag such as “en” or “pt-BR”."""
        text = self.text(name)
        if text is None or is_language(text):
            return text
        hint = "a tag such as “en”, “pt-BR” or “zh-Hant”"
        self.note(self.line_of(name), f"“{text}” is not a language tag", hint)
        return None

    def day(self, name: str, *, time: bool = False) -> str | None:
        """Give a day as typed, YYYY-MM-DD, where allowed with a time behind it."""
        text = self.text(name)
        if text is None:
            return None
        if not is_day(text, time=time):
            hint = "days are written 2026-03-04" + (", times 2026-03-04 15:30" if time else "")
            self.note(self.line_of(name), f"“{text}” is not a day", hint)
            return None
        return text

    def each(self, name: str) -> tuple["Fields", ...]:
        """Give a list of mappings, each to be asked in turn."""
        node = self.nodes.get(name)
        if node is None or node.value is None:
            return ()
        found: list[Fields] = []
        for each in node.value if isinstance(node.value, tuple) else (node,):
            if not isinstance(node.value, tuple) or not isinstance(each.value, dict):
                self.note(each.line, f"“{name}” is a list of entries such as “- {{…}}”")
                return ()
            found.append(Fields(self.path, each.value, each.line))
        return tuple(found)

    def gather(self, entries: Sequence["Fields"]) -> None:
        """Take over what is wrong in entries."""
        for entry in entries:
            self.problems.extend(entry.problems)


def is_address(text: str) -> bool:
    """Tell whether a text is a whole web address."""
    try:
        parts = urlsplit(text)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
    return whole and not re.search(r'[\s"<>\\]', text)


def is_language(text: str) -> bool:
    """Tell whether a text has the shape of a BCP 47 tag."""
    return LANGUAGE.fullmatch(text) is not None


def is_day(text: str, *, time: bool = False) -> bool:
    """Tell whether a day, and its time where one may be given, is in the calendar."""
    match = DAY.fullmatch(text)
    if match is None or (match[2] and not time):
        return False
    try:
        dt.date.fromisoformat(match[1])
        dt.time(int(match[2] or 0), int(match[3] or 0), int(match[4] or 0))
    except ValueError:
        return False
    return True
