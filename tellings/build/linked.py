"""Links that lead nowhere, told with the file and line in which an editor has written them."""

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from tellings.errors import ContentError, Problem
from tellings.reading import places

__all__ = ["where_written"]

LINK: Final = re.compile(r"the link “(?P<link>.+?)” leads to no ")
BEFORE: Final = r"(?:\]\(\s*<?|\]:\s*<?|<)"
"""What stands before an address in Markdown."""


def where_written(problem: Problem, root: Path) -> Problem:
    """Give a problem with a page's link the place where it is written; others as they are.

    A link that a theme has, and no text of an editor, stays with its page.
    """
    told = LINK.match(problem.message)
    source = _source(problem.path) if told else None
    if told is None or source is None:
        return problem
    try:
        text = places.fetch(root / source, root).decode(errors="replace")
    except ContentError:
        return problem
    for written in _spellings(told["link"]):
        found = re.search(rf"{BEFORE}{re.escape(written)}(?=[)>\s])", text)
        if found:
            message = problem.message.replace(told["link"], written, 1)
            line = text.count("\n", 0, found.end()) + 1
            return replace(problem, path=source, line=line, message=message)
    return problem


def _source(page: str) -> str | None:
    """Name the plain page whose words stand on a page; the texts of events link to no page."""
    match PurePosixPath(page).parts:
        case ("index.html",):
            return "content/index.md"
        case (name, "index.html"):
            return f"content/{name}.md"
        case _:
            return None


def _spellings(link: str) -> list[str]:
    """Give a link as it may be written: pages that lie deeper have more steps up."""
    found = [link]
    while found[-1].startswith("../"):
        found.append(found[-1].removeprefix("../"))
    folders = (re.sub(r"(?<=\.\.)(?=#|$)", "/", one) for one in found)
    return [*found, *folders, *(re.sub(r"index\.html(?=#|$)", "", one) for one in found)]
