"""The site's own settings, from `[tool.tellings]` in pyproject.toml."""

import difflib
import errno
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from tellings.errors import ConfigError, Problem

__all__ = ["FILE", "Config", "fetch", "find_root", "line_of", "load", "normal_base_url", "parse"]

FILE = "pyproject.toml"
LARGEST = 1024 * 1024
"""Bytes of settings that are read."""

TABLE = "tool.tellings"
WRITE_ONE = f'write “[{TABLE}]” and, under it, title = "…" into {FILE}'
HELP = {
    errno.EACCES: "allow reading it",
    errno.EISDIR: f"move the folder away, then {WRITE_ONE}",
    errno.EINVAL: f"remove it, then {WRITE_ONE}",
}
RESERVED_OUTPUT = frozenset({"content", "themes", "tellings", ".git"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a project says about its site."""

    title: str = "Tellings"
    description: str = ""
    base_url: str | None = None
    """Where the site will stand: absolute, ending in a slash."""

    language: str = "en"
    """A BCP 47 tag: the language of the site's own words."""

    author: str | None = None
    theme: str = "plain"
    """The name of a theme's folder."""

    cname: str | None = None
    """The host name of a custom domain on GitHub Pages."""

    search: bool = False
    """Whether the site has a search page, and a build makes its index."""

    output: str = "site"
    """The folder to publish into, inside the project."""


def find_root(start: Path) -> Path:
    """Find the nearest folder, upwards from here, whose pyproject.toml has our table.

    Raises:
        ConfigError: when there is none.
    """
    for folder in (start, *start.parents):
        if _has_table(folder / FILE):
            return folder
    raise ConfigError(
        Problem(
            path=FILE,
            message=f"no project here: neither {start} nor a folder above it has a {FILE} "
            f"with “[{TABLE}]”",
            hint=f"go to the project's folder, name it with --root, or {WRITE_ONE}",
        )
    )


def load(root: Path) -> Config:
    """Read the settings of the project in this folder.

    Raises:
        ConfigError: every setting that is unknown or wrong, at once.
    """
    return parse(fetch(root))


def parse(file: bytes) -> Config:
    """Read the settings in a file's bytes.

    Raises:
        ConfigError: every setting that is unknown or wrong, at once.
    """
    text = _text(file)
    table = _table(text)
    problems = tuple(_problems(table, text))
    if problems:
        raise ConfigError.of(problems)
    settings: dict[str, Any] = {key: READERS[key](value) for key, value in table.items()}
    if not settings.get("base_url") and settings.get("cname"):
        settings["base_url"] = normal_base_url(f"https://{settings['cname']}/")
    return Config(**settings)


def normal_base_url(value: object) -> str:
    """Give an address in the one form used: http or https, absolute, with a slash at its end.

    Raises:
        ValueError: saying what is wrong with it.
    """
    address = _words(value)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as fault:
        raise ValueError(f"“{address}” is not an address: {fault}") from None
    if parts.scheme not in {"http", "https"} or not host:
        raise ValueError(f"“{address}” is not an absolute http or https address")
    if parts.query or parts.fragment or "@" in parts.netloc or re.search(r'[\s"<>\\]', address):
        raise ValueError(f"“{address}” is more than an address: leave out all but host and path")
    if any(step in {".", ".."} for step in unquote(parts.path).split("/")):
        raise ValueError(f"“{address}” has a path with dots for steps")
    name = f"[{host}]" if ":" in host else host
    place = f"{name}:{port}" if port is not None else name
    path = re.sub("/+", "/", f"/{parts.path}/")
    return f"{parts.scheme}://{place}{path}"


def line_of(file: bytes, key: str = "") -> int:
    """Find the line of a setting in a file's bytes; 0 where it has none."""
    return _line_of(_text(file), key)


def _line_of(text: str, key: str = "") -> int:
    """Find the line of a setting, or of our table's heading when no key is given; 0 if neither."""
    inside, heading = False, 0
    name = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]")
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip().startswith("["):
            inside = re.match(r"\s*\[\s*tool\s*\.\s*[\"']?tellings[\"']?\s*[\].]", line) is not None
            heading = heading or (number if inside else 0)
            if inside and key and re.search(rf"\.\s*{re.escape(key)}\s*\]", line):
                return number
        elif inside and key and name.match(line):
            return number
    return heading


def _has_table(path: Path) -> bool:
    try:
        return "tellings" in tomllib.loads(_content(path).decode("utf-8-sig")).get("tool", {})
    except (OSError, ValueError, AttributeError, RecursionError):
        return False


def fetch(root: Path) -> bytes:
    """Read the bytes of the file in a project's folder.

    Raises:
        ConfigError: when it cannot be read.
    """
    try:
        return _content(root / FILE)
    except FileNotFoundError:
        message, hint = f"no {FILE} in {root}", WRITE_ONE
    except OSError as fault:
        message, hint = f"cannot be read: {fault.strerror}", HELP.get(fault.errno or 0, "")
    raise ConfigError(Problem(path=FILE, message=message, hint=hint))


def _content(path: Path) -> bytes:
    """Read a file that is one: a pipe would be waited for, and a device read for ever."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise OSError(errno.EINVAL, "this is no file but a pipe or a device")
    with path.open("rb") as file:
        found = file.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST // 1024**2} MiB")
    return found


def _text(file: bytes) -> str:
    try:
        return file.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as fault:
        message = f"not UTF-8: byte {fault.start + 1} cannot be read"
    raise ConfigError(Problem(path=FILE, message=message, hint=WRITE_ONE))


def _table(text: str) -> Mapping[str, object]:
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        at = re.search(r"line (\d+)", str(fault))
        line = int(at[1]) if at else 0
        raise ConfigError(Problem(path=FILE, line=line, message=f"not TOML: {fault}")) from None
    tools = document.get("tool")
    table = tools.get("tellings") if isinstance(tools, dict) else None
    if not isinstance(table, dict):
        raise ConfigError(Problem(path=FILE, message=f"has no “[{TABLE}]”", hint=WRITE_ONE))
    return table


def _problems(table: Mapping[str, object], text: str) -> Iterator[Problem]:
    for key, value in table.items():
        line = _line_of(text, key)
        if key not in READERS:
            near = difflib.get_close_matches(key, READERS, n=1)
            known = f"the settings are {', '.join(READERS)}"
            yield Problem(
                path=FILE,
                line=line,
                message=f"“{key}” is not a setting",
                hint=f"did you mean “{near[0]}”?" if near else known,
            )
            continue
        try:
            READERS[key](value)
        except ValueError as fault:
            yield Problem(path=FILE, line=line, message=f"{key}: {fault}")


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected text in quotation marks, not {value!r}")  # noqa: TRY004
    if not value.isprintable():
        raise ValueError("expected one line of printable text")
    return value.strip()


def _some_words(value: object) -> str:
    words = _words(value)
    if not words:
        raise ValueError("is empty")
    return words


def _language(value: object) -> str:
    tag = _words(value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag):
        raise ValueError(f"“{tag}” is not a language tag such as “en” or “en-GB”")
    return tag


def _theme(value: object) -> str:
    name = _words(value)
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", name):
        raise ValueError(f"“{name}” is not the name of a theme's folder")
    return name


def _cname(value: object) -> str:
    host = _words(value)
    if not re.fullmatch(
        r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}", host
    ):
        raise ValueError(f"“{host}” is not a host name such as “digests.example.org”")
    return host.lower()


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, not {value!r}")  # noqa: TRY004
    return value


def _output(value: object) -> str:
    folder = PurePosixPath(_some_words(value).replace("\\", "/"))
    if folder.is_absolute() or ".." in folder.parts or ":" in folder.parts[0] or not folder.parts:
        raise ValueError(f"“{value}” is not a folder inside the project")
    if folder.parts[0].casefold() in RESERVED_OUTPUT:
        raise ValueError(f"“{value}” holds what the site is made from")
    return folder.as_posix()


def _base_url(value: object) -> str | None:
    return normal_base_url(value) if _words(value) else None


READERS: Mapping[str, Callable[[object], str | bool | None]] = {
    "title": _some_words,
    "description": _words,
    "base_url": _base_url,
    "language": _language,
    "author": _words,
    "theme": _theme,
    "cname": _cname,
    "search": _flag,
    "output": _output,
}
if set(READERS) != {field.name for field in fields(Config)}:
    raise AssertionError("every setting has one reader")
