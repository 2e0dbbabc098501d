"""Whether every link and anchor of the site leads somewhere."""

import html
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from tellings.errors import Problem
from tellings.model.page import Page

__all__ = ["check"]

TAG = re.compile(r"<[a-zA-Z][^\s>/]*((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"\s(id|href|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def check(pages: Iterable[Page], base_path: str = "/") -> tuple[Problem, ...]:
    """Report every link into the site that leads nowhere, and every id used twice on a page."""
    every = {page.path: page.body for page in pages}
    read = {path: marks(body) for path, body in every.items() if path.endswith(".html")}
    anchors = {path: frozenset(ids) for path, (ids, _) in read.items()}
    problems: set[Problem] = set()
    for path, (ids, targets) in read.items():
        problems.update(doubles(path, ids))
        for link in sorted(set(targets)):
            why = broken(path, link, base_path, every.keys(), anchors)
            if why:
                problems.add(Problem(path=path, message=f"the link “{link}” {why}"))
    return tuple(sorted(problems))


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


def broken(
    path: str,
    link: str,
    base_path: str,
    paths: Iterable[str],
    anchors: Mapping[str, frozenset[str]],
) -> str | None:
    """Say why a link leads nowhere; None when it leads somewhere or out of the site."""
    if ELSEWHERE.match(link):
        return None
    way, _, hook = link.partition("#")
    target = resolve(path, unquote(way.partition("?")[0]), base_path)
    if target is None or target not in paths:
        return "leads to no page or file of the site"
    if hook and unquote(hook) not in anchors.get(target, frozenset()):
        return f"leads to no place with the id “{unquote(hook)}”"
    return None


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
