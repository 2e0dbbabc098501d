"""Records of what was published, and earlier sites, read and told of as a digest's page does."""

import atexit
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from tellings.cache.plain import plain
from tellings.model.editions import Edition, Editions
from tellings.publish import MANIFEST, manifest
from tellings.reading import editions
from tellings.render.html import UNSHOWN
from tellings.render.index import index
from tellings.render.urls import Addresses
from tellings.render.viewing.changes import changes_view
from tellings.render.viewing.desk import Desk
from tests.fuzz.promises import keep
from tests.render import making

__all__ = ["PARSERS"]


@cache
def place() -> Path:
    """Give a folder whose files are written over again and again."""
    made = Path(mkdtemp(prefix="fuzz-"))
    atexit.register(rmtree, made)
    return made


def read_record(content: bytes) -> None:
    """What is recorded of an event's publishing."""
    (place() / editions.FILE).write_bytes(content)
    found, problems = editions.of_event(place(), place())
    keep((found is None) == (len(problems) == 1), "what cannot be read is one warning", problems)
    if found is None:
        return
    (place() / editions.FILE).write_bytes(editions.write(found))
    keep(editions.of_event(place(), place()) == (found, ()), "what is written is read back")
    for edition in (found.now, found.before):
        told(edition)


def read_earlier(content: bytes) -> None:
    """The digest of an earlier site."""
    path = "events/harbour/digest.json"
    file = place() / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    listed = manifest.write({path: sha256(content).hexdigest()}, {}, "0")
    (place() / MANIFEST).write_bytes(listed)
    found = editions.of_site(place(), "earlier")
    keep(len(found.editions) + len(found.problems) == 1, "a digest is read, or one warning")
    for edition in found.editions.values():
        told(edition)


def told(before: Edition | None) -> None:
    """Tell what has changed since an edition."""
    digest = making.digest()
    event = replace(digest.event, editions=Editions(before=before))
    desk = Desk(index(replace(digest, event=event)), Addresses(page="events/harbour/index.html"))
    view = changes_view(desk)
    words = json.dumps(plain(view), ensure_ascii=False) if view else ""
    keep(not UNSHOWN.search(words), "no page shows what turns text round", words)
    words.encode()


PARSERS: Mapping[str, Callable[[bytes], None]] = {"record": read_record, "earlier": read_earlier}
