"""What is asked of the local server, and what editors' Markdown becomes on a page."""

import atexit
import re
import socket
from collections.abc import Callable, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from tellings.render import markdown
from tellings.serve.server import Handler, Place, Server
from tests.fuzz.promises import keep
from tests.projects import project

__all__ = ["PARSERS"]

SECRET = b"what nobody may read"
STATUS = re.compile(rb"HTTP/1\.[01] (200|301|302|400|403|404|405|408|414|431|501|505) ")
ASKED = re.compile(rb"(GET|HEAD) /[!-~]* HTTP/1\.[01]\r\n")
TAG = re.compile(
    "a|blockquote|br|code|em|h[3-6]|hr|li|ol|p|pre|strong|table|tbody|td|th|thead|tr|ul"
)
WAYS = ("http://", "https://", "mailto:", "./")


@cache
def server() -> Server:
    """Give a server of a small site beside a file that is not part of it."""
    root = project(Path(mkdtemp(prefix="fuzz-")), "harbour")
    atexit.register(rmtree, root)
    site = root / "site"
    (site / "events" / "harbour").mkdir(parents=True)
    (site / "index.html").write_text("<html><head></head><body>home", "utf-8")
    (site / "events" / "harbour" / "index.html").write_text("digest", "utf-8")
    (root / "secret.txt").write_bytes(SECRET)
    (site / "linked").symlink_to(root)
    made = Server(Place(site, "/", root=root), 0)
    # A stream of news goes on until it is closed.
    made.live.close()
    return made


def ask(content: bytes) -> None:
    """A request as it comes in from a socket."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(content.replace(b"PORT", str(server().server_port).encode()))
        ours.shutdown(socket.SHUT_WR)
        Handler(theirs, ("127.0.0.1", 1), server())
        theirs.shutdown(socket.SHUT_WR)
        with ours.makefile("rb") as file:
            said = file.read()
    keep(SECRET not in said, "nothing outside the site is given", said)
    first = said.partition(b"\r\n")[0] + b" "
    # What asks in no words of HTTP/1 is answered as of old: with a body alone.
    if ASKED.match(content) or said.startswith(b"HTTP/"):
        keep(STATUS.match(first), "an answer has one of the usual marks", first)
        head = said.partition(b"\r\n\r\n")[0]
        keep(b"\n" not in head.replace(b"\r\n", b""), "a header has one line", head)


class Seen(HTMLParser):
    """The tags of a page, each with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        keep(self.open and self.open[-1] == tag, "tags are nested", self.open, tag)
        self.open.pop()


def show(content: bytes) -> None:
    """An editor's note on its way to a page."""
    text = content.decode("utf-8", "replace")
    page = markdown.render(text, below=2, inside=lambda way: f"./{way}", taken=frozenset(["main"]))
    seen = Seen()
    seen.feed(str(page))
    seen.close()
    keep(not seen.open, "every tag is closed", seen.open)
    for tag, attributes in seen.tags:
        keep(TAG.fullmatch(tag), "a tag is one of the usual", tag)
        for name, value in attributes:
            keep(name in {"href", "id", "title", "class", "start", "style"}, "an attribute", name)
            keep(name != "href" or (value or "").lower().startswith(WAYS), "a link", value)
            keep(name != "style" or (value or "").startswith("text-align:"), "a style", value)
    ids = [value for _, attributes in seen.tags for name, value in attributes if name == "id"]
    keep(len({*ids, "main"}) == len(ids) + 1, "each id is its own", ids)


PARSERS: Mapping[str, Callable[[bytes], None]] = {"request": ask, "note": show}
