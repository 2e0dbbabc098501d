"""Whether every link and anchor of the site leads somewhere."""

import html
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from tellings.errors import Problem
from tellings.model.page import Page

__all__ = ["Outward", "Survey", "check", "ids_of", "survey", "unmet"]

TAG = re.compile(r"<[a-zA-Z][^\s>/]*+((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>")
ATTRIBUTE = re.compile(r"\s(id|href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Outward:
    """A link from some pages to another page of the site."""

    page: str
    """The first page that has it."""

    link: str
    """As printed."""

    target: str | None
    """The file that it means; None where it leaves the site's folder."""

    anchor: str
    """The place in that file; empty for the whole."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What some pages of a site link to."""

    problems: tuple[Problem, ...]
    """Ids used twice, and links to places that these pages do not have."""

    outward: tuple[Outward, ...]
    """Links to other pages, each once."""

    anchors: tuple[tuple[str, frozenset[str]], ...]
    """The ids of each page."""


def check(pages: Iterable[Page], base_path: str = "/") -> tuple[Problem, ...]:
    """Report every link into the site that leads nowhere, and every id used twice on a page."""
    found = survey(pages, base_path)
    return tuple(sorted({*found.problems, *unmet(found.outward, (), lambda _: frozenset())}))


def survey(pages: Iterable[Page], base_path: str = "/") -> Survey:
    """Check the links among some pages, and gather those that lead to others."""
    every = {page.path: page.body for page in pages}
    read = {path: marks(body) for path, body in every.items() if path.endswith(".html")}
    anchors = {path: frozenset(ids) for path, (ids, _) in read.items()}
    problems: set[Problem] = set()
    outward: dict[tuple[str | None, str], Outward] = {}
    for path, (ids, links) in read.items():
        problems.update(doubles(path, ids))
        for link in sorted(set(links)):
            if ELSEWHERE.match(link):
                continue
            way, _, hook = link.partition("#")
            target, anchor = resolve(path, unquote(way.partition("?")[0]), base_path), unquote(hook)
            if target not in every:
                key = target if target is not None else f"{path} {link}", anchor
                outward.setdefault(key, Outward(path, link, target, anchor))
            elif anchor and anchor not in anchors.get(target, ()):
                problems.add(lost(path, link, anchor))
    return Survey(tuple(sorted(problems)), tuple(outward.values()), tuple(anchors.items()))


def unmet(
    outward: Iterable[Outward], paths: Container[str], anchors: Callable[[str], frozenset[str]]
) -> Iterator[Problem]:
    """Report the links that lead to no page of the site, or to no place in one."""
    for one in outward:
        if one.target is None or one.target not in paths:
            message = f"the link “{one.link}” leads to no page or file of the site"
            yield Problem(path=one.page, message=message)
        elif one.anchor and one.anchor not in anchors(one.target):
            yield lost(one.page, one.link, one.anchor)


def lost(path: str, link: str, anchor: str) -> Problem:
    """Report a link to a place that a page does not have."""
    message = f"the link “{link}” leads to no place with the id “{anchor}”"
    return Problem(path=path, message=message)


def ids_of(body: bytes) -> frozenset[str]:
    """Read the ids of a page."""
    return frozenset(marks(body)[0])


def marks(body: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read the ids of a page and the addresses that it links to."""
    ids: list[str] = []
    links: list[str] = []
    for name, value in attributes(COMMENT.sub("", body.decode(errors="replace"))):
        (ids if name == "id" else links).append(value)
    return tuple(ids), tuple(links)


def attributes(markup: str) -> Iterator[tuple[str, str]]:
    """Read the attributes that matter here, in order."""
    for tag in TAG.finditer(markup):
        for name, double, single in ATTRIBUTE.findall(tag[1]):
            yield name.lower(), html.unescape(double or single)


def doubles(path: str, ids: tuple[str, ...]) -> Iterator[Problem]:
    """Report the ids that a page uses more than once."""
    for name, times in Counter(ids).items():
        if times > 1:
            yield Problem(path=path, message=f"the id “{name}” is used {times} times")


def resolve(path: str, way: str, base_path: str) -> str | None:
    """Find the file that a link means; None when it leaves the site's folder."""
    if not way:
        return path
    if way.startswith("/"):
        if not way.startswith(base_path):
            return None
        target = way[len(base_path) :]
    else:
        target = posixpath.join(posixpath.dirname(path), way)
    folder = target == "" or target.endswith("/") or target.rpartition("/")[2] in (".", "..")
    target = posixpath.normpath(target) if target else "."
    if target == ".." or target.startswith("../"):
        return None
    if not folder:
        return target
    return "index.html" if target == "." else f"{target}/index.html"
