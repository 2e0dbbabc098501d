"""The server itself: bound to this machine, asked by its own names only, GET and HEAD alone."""

import os
import socket
import socketserver
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from tellings.build import Built, Options
from tellings.errors import Problem, TellingsError
from tellings.serve import correcting, files, live
from tellings.serve.correcting import Corrector
from tellings.serve.files import Answer
from tellings.serve.live import Live
from tellings.watch import watch

__all__ = ["PORT", "Server", "running", "serve"]

PORT: Final = 8000
TRIES = 11
HERE = "127.0.0.1"
NAMES = ("localhost", HERE, "[::1]")
HEARTBEAT = 15.0
"""Seconds between two signs of life on an open stream."""

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(slots=True)
class Place:
    """What is served at present; a change of settings exchanges it."""

    output: Path
    base_path: str = "/"
    root: Path = field(default_factory=Path)
    """The project's folder."""


def serve(
    options: Options,
    port: int,
    show: Callable[[Built, str], None],
    greet: Callable[[str], None],
    *,
    stop: threading.Event | None = None,
) -> None:
    """Serve the site and keep it fresh until stopped; `greet` is given its address.

    Raises:
        TellingsError: when no port is free.
        KeyboardInterrupt: when the person at the keyboard stops it.
    """
    place = Place(options.output or options.root / "site", root=options.root)
    with running(place, port) as server:
        greeted: list[str] = []

        def shown(built: Built, line: str) -> None:
            if built.output is not None:
                place.output, place.base_path = built.output, built.base_path
            changed = built.published is not None and built.published.changed
            server.live.show(built.problems, changed=changed)
            show(built, line)
            address = f"http://{HERE}:{server.server_port}{place.base_path}"
            if address not in greeted:
                greeted.append(address)
                greet(address)

        watch(options, shown, stop=stop)


@contextmanager
def running(place: Place, port: int) -> Iterator["Server"]:
    """Give a server that answers while the block runs.

    Raises:
        TellingsError: when neither the port nor the ten after it are free.
    """
    server = _bound(place, port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.live.close()
        server.shutdown()
        server.server_close()
        thread.join()


class Server(ThreadingHTTPServer):
    """The output folder on a port of this machine."""

    daemon_threads = True
    block_on_close = False
    # The base class lets five wait to be taken in: a browser's pages alone are more.
    request_queue_size = 128
    # On Windows the option lets a second program take over a port that is in use.
    allow_reuse_address = os.name != "nt"

    def __init__(self, place: Place, port: int) -> None:
        super().__init__((HERE, port), Handler)
        self.place = place
        self.live = Live(os.urandom(6).hex())
        self.corrector = Corrector(place.root)

    def server_bind(self) -> None:
        """Take the port, without the base class's question to a name server."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HERE, self.socket.getsockname()[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet about a browser that has gone away; tell of all else."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    server_version = "tellings"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer without one."""
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Stay quiet: the terminal is for builds."""

    def _answer(self, *, with_body: bool) -> None:
        if not self._asked_by_our_name():
            refused = Answer(status=403, body=b"This server answers to its own names alone.\n")
            self._send(refused, with_body=with_body)
            return
        path = self.path.partition("?")[0]
        if path == live.EVENTS and with_body:
            self._stream()
            return
        if path == correcting.AT:
            asked = self.path.partition("?")[2]
            answer = self.server.corrector.answer(asked, self.server.live.state.at)
        elif path == live.SCRIPT_AT:
            answer = Answer(status=200, kind=files.KINDS[".js"], body=live.SCRIPT)
        else:
            state = self.server.live.state
            answer = files.find(self.server.place.output, self.server.place.base_path, self.path)
            if answer.kind.startswith("text/html"):
                body = live.enliven(answer.body, state)
                answer = Answer(status=answer.status, kind=answer.kind, body=body)
        self._send(answer, with_body=with_body)

    def _asked_by_our_name(self) -> bool:
        # A name of somebody else's that leads to this machine (DNS rebinding) is not ours.
        ours = {f"{name}:{self.server.server_port}" for name in NAMES}
        host = self.headers.get("Host", "").lower()
        origin = self.headers.get("Origin")
        own = origin is None or origin.lower() == f"http://{host}"
        return host in ours and own and not self._loaded_by_another()

    def _loaded_by_another(self) -> bool:
        """Tell whether somebody else's page loads this into itself: it may only lead here."""
        site = self.headers.get("Sec-Fetch-Site", "none").lower()
        leads = self.headers.get("Sec-Fetch-Mode", "").lower() == "navigate"
        return site not in {"none", "same-origin"} and not leads

    def _send(self, answer: Answer, *, with_body: bool) -> None:
        self.send_response(answer.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.location is not None:
            self.send_header("Location", answer.location)
        self.end_headers()
        if with_body:
            self.wfile.write(answer.body)

    def _stream(self) -> None:
        self.send_response(200)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        news = self.server.live
        state = news.state
        self.wfile.write(b"retry: 500\n" + live.event(state))
        while True:
            later = news.after(state.number, HEARTBEAT)
            if news.closed:
                return
            self.wfile.write(live.event(later) if later else b": still here\n\n")
            state = later or state


def _bound(place: Place, port: int) -> Server:
    for number in range(port, min(port + TRIES, 65536)):
        if number and _taken(number):
            continue
        try:
            return Server(place, number)
        except OSError:
            continue
    problem = Problem(
        path=".",
        message=f"no free port from {port} to {port + TRIES - 1}",
        hint="name another with --port",
    )
    raise TellingsError(problem)


def _taken(port: int) -> bool:
    """Tell whether somebody answers there already, on all addresses of the machine perhaps."""
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex((HERE, port)) == 0
