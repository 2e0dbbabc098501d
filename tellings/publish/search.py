"""The search index of a site, made with Pagefind: the one door of that program."""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tellings.errors import Problem, PublishError
from tellings.model.page import Page

__all__ = ["FOLDER", "index", "installed"]

FOLDER = "pagefind"
"""Where the index stands in the site."""

LISTED = re.compile(r"events/[^/]+/(sources/[^/]+/)?index\.html")
"""Digests and sources; what other pages say stands in these too."""

NOINDEX = re.compile(rb'<meta name="robots" content="[^"]*noindex')
NEEDED = re.compile(
    r"pagefind(-worker)?\.js|pagefind-entry\.json|.+\.pf_(meta|index|fragment)|wasm\..+\.pagefind"
)
"""What a search asks for; Pagefind's own pages and styles are not used."""

OURS = (
    ".count .mark .meta .no .badges .toc .key .facts .note .evidence .endnotes figure table #data"
)
"""What the pages of the theme “plain” say themselves, or say again: not what is looked for."""

OPTIONS = (
    *("--root-selector", "main", "--silent"),
    *("--exclude-selectors", ", ".join(OURS.split())),
)


def installed() -> bool:
    """Tell whether Pagefind is there: the extra “search”."""
    return importlib.util.find_spec("pagefind") is not None


def index(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Make the files of the index from the pages that search engines may list too.

    Raises:
        PublishError: when Pagefind fails.
    """
    with tempfile.TemporaryDirectory() as scratch:
        site, made = Path(scratch, "site"), Path(scratch, "made")
        site.mkdir()
        for page in listed(pages):
            place = site / page.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(page.body)
        run(site, made)
        return tuple(sorted(read(made), key=lambda page: page.path))


def listed(pages: Iterable[Page]) -> Iterator[Page]:
    """Give the pages whose words can be found."""
    for page in pages:
        if LISTED.fullmatch(page.path) and not NOINDEX.search(page.body):
            yield page


def run(site: Path, made: Path) -> None:
    """Let Pagefind read a folder and write its files into another."""
    # Pagefind takes options from the environment too; only ours count.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(made)]
    done = subprocess.run(  # noqa: S603 - our own command
        [*command, *OPTIONS],
        cwd=site,
        env=ours,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode and any(site.iterdir()):
        said = " ".join((done.stderr or done.stdout).split())[-300:]
        raise PublishError(
            Problem(
                path=FOLDER,
                message=f"the search index was not made: {said or 'Pagefind gave no reason'}",
                hint='pip install "tellings[search]", or take “search = true” out',
            )
        )


def read(made: Path) -> Iterator[Page]:
    """Give the files that a search needs."""
    for file in made.rglob("*"):
        name = file.relative_to(made).as_posix()
        if file.is_file() and NEEDED.fullmatch(file.name):
            yield Page(f"{FOLDER}/{name}", file.read_bytes())
