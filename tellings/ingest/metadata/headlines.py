"""A page's title without the name of its site."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from tellings.ingest.facts import Fact
from tellings.reading.fields import is_address

__all__ = ["bare"]

ENDING = re.compile(r"(.+\S)\s*(?:\s[|–—·•»:-]+|\|)\s+(\S.*)")
SHORTEST = 3
"""Letters of the shortest part of a host that is taken for a site's name."""


def bare(title: str, told: Mapping[str, Fact]) -> str:
    """Cut “ | Outlet” off a title, where the ending is the outlet's known name or its host."""
    known = frozenset(_names(told))
    while (match := ENDING.fullmatch(title)) and _key(match[2]) in known:
        title = match[1]
    return title


def _names(told: Mapping[str, Fact]) -> Iterator[str]:
    """Give the letters of the outlet's name, of its host, and of the host's own parts."""
    if outlet := told.get("outlet"):
        yield _key(outlet.value)
    url = told["url"].value if "url" in told else ""
    host = urlsplit(url).hostname if is_address(url) else None
    parts = (host or "").removeprefix("www.").split(".")
    yield from (_key("".join(parts[at:])) for at in range(len(parts) - 1))
    yield from (part for part in map(_key, parts[:-1]) if len(part) >= SHORTEST)


def _key(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).casefold()
    return "".join(c for c in plain if c.isalnum()).removeprefix("www")
