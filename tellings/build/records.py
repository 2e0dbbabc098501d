"""What is remembered of an event and of the site's own pages, as plain JSON."""

import json
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.cache.ground import Inputs
from tellings.cache.plain import built, plain
from tellings.errors import Problem
from tellings.model.event import Skipped
from tellings.model.page import Output
from tellings.render.links import Outward

if TYPE_CHECKING:
    from tellings.render.views.listing import Listing

__all__ = ["Known", "Record", "json_of", "listed", "read", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Pages that were made, without their bytes, and what else came of making them."""

    outputs: tuple[Output, ...] = ()
    outward: tuple[Outward, ...] = ()
    """Their links to other pages of the site."""

    skipped: tuple[Skipped, ...] = ()
    unnamed: tuple[str, ...] = ()
    """The paths of texts without rights, which no output names."""

    problems: tuple[Problem, ...] = ()
    """Warnings; what has an error is not remembered."""

    listing: str = ""
    """The sum of the event's listing; empty where it is not shown."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong that stops a build."""
        return all(problem.severity != "error" for problem in self.problems)

    def may_name(self, path: str) -> bool:
        """Tell whether an output may name a file: no draft and no text without rights."""
        away = {*self.unnamed, *(skip.path for skip in self.skipped)}
        folders = {one.removesuffix("event.md") for one in away if one.endswith("/event.md")}
        return path not in away and not path.startswith(tuple(folders))

    def holds(self, paths: Container[str]) -> bool:
        """Tell whether one of these pages is among its own."""
        return any(output.path in paths for output in self.outputs)


@dataclass(slots=True, kw_only=True)
class Known:
    """An event on its way: the files it is made from, their key, and what is known of it."""

    slug: str
    inputs: Inputs
    key: str
    record: Record | None = None
    listing: "Listing | None" = None


def write(record: Record) -> bytes:
    """Give a record as bytes."""
    return json_of(plain(record))


def json_of(value: object) -> bytes:
    """Write a plain value in few bytes."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # The name of a file that is warned of need not be UTF-8.
    return written.encode(errors="surrogatepass")


def read(body: bytes) -> Record | None:
    """Give a record back; None where the bytes are none of ours."""
    try:
        return built(Record, json.loads(body))
    except (TypeError, ValueError, KeyError, RecursionError):
        return None


def listed(body: bytes) -> "Listing | None":
    """Give back what listings show of an event; None where the bytes are none of ours."""
    from tellings.render.views.listing import Listing  # noqa: PLC0415 - slow

    try:
        return built(Listing, json.loads(body))
    except (TypeError, ValueError, KeyError, RecursionError):
        return None
