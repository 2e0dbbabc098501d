"""A TOML file of repeated tables, its values typed and each with the line it stands on."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from tellings.errors import ContentError, Problem, Severity
from tellings.reading.front_matter import UNSEEN, decode

__all__ = ["Entry", "entries"]

Choice = TypeVar("Choice", bound=str)

HEAD = re.compile(r"\s*\[\[\s*[\"']?([\w-]+)[\"']?\s*\]\]")
LONG = ('"""', "'''")
TOKEN = re.compile(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|\#.*|[\[\]]""")


class Entry:
    """One table: its values asked for by name and kind, what is wrong with them noted."""

    def __init__(
        self, path: str, name: str, values: Mapping[str, object], lines: Mapping[str, int]
    ) -> None:
        self.path = path
        self.name = name
        self.values = values
        self.lines = lines
        self.problems: list[Problem] = []

    @property
    def line(self) -> int:
        """Where it begins, from 1."""
        return self.lines.get("", 0)

    def note(
        self, message: str, hint: str = "", *, field: str = "", severity: Severity = "error"
    ) -> None:
        """Note a problem."""
        line = self.lines.get(field, self.line)
        self.problems.append(
            Problem(path=self.path, line=line, message=message, hint=hint, severity=severity)
        )

    def only(self, known: Sequence[str]) -> None:
        """Refuse fields that nobody reads."""
        for name in sorted(self.values.keys() - set(known)):
            near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
            hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(known)}"
            self.note(f"“{name}” is not a field of [[{self.name}]]", hint, field=name)

    def text(self, name: str) -> str | None:
        """Give a text, white space evened out; None where it is missing."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or UNSEEN.search(value):
            self.note(f"“{name}” is a text in quotation marks", field=name)
            return None
        return " ".join(value.split())

    def needed(self, name: str) -> str:
        """Give a text that must be there and hold something."""
        text = self.text(name)
        if not text and name not in self.values:
            self.note(f"“{name}” is missing in [[{self.name}]]")
        elif text == "":
            self.note(f"“{name}” is empty", field=name)
        return text or ""

    def texts(self, name: str, *, least: int) -> tuple[str, ...]:
        """Give a list of texts."""
        value = self.values.get(name)
        if value is None:
            self.note(f"“{name}” is missing in [[{self.name}]]")
            return ()
        if not isinstance(value, list) or not all(map(_shown, value)):
            self.note(f"“{name}” is a list of texts", f'as in {name} = ["one", "two"]', field=name)
            return ()
        found = tuple(dict.fromkeys(" ".join(each.split()) for each in value))
        if len(found) < least or "" in found:
            self.note(f"“{name}” needs {least} texts that differ", field=name)
            return ()
        return found

    def flag(self, name: str) -> bool | None:
        """Give a true or a false; None where it is missing."""
        value = self.values.get(name)
        if value is None or isinstance(value, bool):
            return value
        self.note(f"“{name}” is true or false, without quotation marks", field=name)
        return None

    def number(self, name: str, low: int, high: int) -> int | None:
        """Give a whole number; None where it is missing."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.note(f"“{name}” is a whole number from {low} to {high}", field=name)
            return None
        return value

    def choice(self, name: str, choices: Sequence[Choice]) -> Choice | None:
        """Give one of the allowed words; None where it is missing."""
        text = self.text(name)
        for choice in choices:
            if choice == text:
                return choice
        if text is not None:
            self.note(f"“{name}” is one of {', '.join(choices)}, not “{text}”", field=name)
        return None

    def part(self, name: str) -> "Entry | None":
        """Give a table inside this one; None where it is missing."""
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.note(f"“{name}” is {{ source = …, words = … }}", field=name)
            return None
        return self._inner(name, value)

    def parts(self, name: str) -> tuple["Entry", ...]:
        """Give the tables of a list inside this one."""
        value = self.values.get(name)
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            hint = f'as in {name} = [{{ source = "…", words = "…" }}]'
            self.note(f"“{name}” is a list of passages", hint, field=name)
            return ()
        return tuple(self._inner(name, each) for each in value)

    def _inner(self, name: str, values: Mapping[str, object]) -> "Entry":
        found = Entry(self.path, self.name, values, {"": self.lines.get(name, self.line)})
        found.problems = self.problems
        return found


def entries(content: bytes, path: str, known: Sequence[str]) -> tuple[Entry, ...]:
    """Read the repeated tables of a file, in its order.

    Raises:
        ContentError: when the file is no TOML, or holds anything but `[[tables]]` of known names.
    """
    text = decode(content, path)
    try:
        loaded = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as fault:
        at = re.search(r"line (\d+)", str(fault))
        line = int(at[1]) if at else 0
        hint = "quotation marks inside words: '…' around the words, or \\\" for each mark"
        problem = Problem(path=path, line=line, message=f"not TOML: {fault}", hint=hint)
        raise ContentError(problem) from None
    heads = tuple(_heads(text))
    problems = tuple(_strange(loaded, heads, text, path, known))
    if problems:
        raise ContentError.of(problems)
    seen: dict[str, int] = {}
    found: list[Entry] = []
    for name, lines in heads:
        number = seen[name] = seen.get(name, -1) + 1
        found.append(Entry(path, name, loaded[name][number], lines))
    return tuple(found)


def _shown(value: object) -> bool:
    """Tell whether a value is a text that a page can show."""
    return isinstance(value, str) and not UNSEEN.search(value)


def _heads(text: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Find where each table begins, and the line of each of its fields."""
    name, lines, marks, deep = "", dict[str, int](), "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        inside = marks or deep > 0
        head = None if inside else HEAD.match(line)
        if head:
            if name:
                yield name, lines
            name, lines = head[1], {"": number}
        elif not inside and (field := re.match(r"\s*([\w-]+)\s*=", line)):
            lines.setdefault(field[1], number)
        marks, deep = _left_open(line, marks, deep)
    if name:
        yield name, lines


def _left_open(line: str, marks: str, deep: int) -> tuple[str, int]:
    """Give what is open behind a line, as before it: a long text's marks, and how many lists."""
    at = 0
    while True:
        if marks:
            end = line.find(marks, at)
            if end < 0:
                return marks, deep
            at, marks = end + len(marks), ""
        token = TOKEN.search(line, at)
        if token is None or token[0].startswith("#"):
            return "", deep
        at = token.end()
        deep += {"[": 1, "]": -1}.get(token[0], 0)
        marks = token[0] if token[0] in LONG else ""


def _strange(
    loaded: Mapping[str, object],
    heads: Sequence[tuple[str, Mapping[str, int]]],
    text: str,
    path: str,
    known: Sequence[str],
) -> Iterator[Problem]:
    """Report what is no repeated table of a known name."""
    for name, value in loaded.items():
        line = _line_of(name, text)
        if name not in known:
            near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
            hint = f"did you mean [[{near[0]}]]?" if near else f"known are {', '.join(known)}"
            yield Problem(path=path, line=line, message=f"“{name}” is no correction", hint=hint)
        elif not isinstance(value, list) or sum(head == name for head, _ in heads) != len(value):
            hint = f"begin each entry with [[{name}]] on a line of its own"
            message = f"“{name}” is not written as entries"
            yield Problem(path=path, line=line, message=message, hint=hint)


def _line_of(name: str, text: str) -> int:
    """Give the first line that opens with a name, or with a table of it."""
    opening = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}\b")
    return next((n for n, line in enumerate(text.split("\n"), 1) if opening.match(line)), 0)
