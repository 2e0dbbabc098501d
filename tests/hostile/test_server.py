"""The local server among hostile and slow clients, over real sockets."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import cycle, islice
from pathlib import Path

import pytest

from tellings.serve import live
from tellings.serve.server import Place, Server, running
from tests.projects import project

CHECKOUT = Path(__file__).parents[2]
SECRET = b"nobody may read this"
HELD = 50
FEW = 100
REQUESTS = int(os.environ.get("TELLINGS_REQUESTS", "1000"))
"""More of them are asked for by hand: docs/reliability.md."""

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")

UPWARDS: tuple[str, ...] = (
    "..",
    "%2e%2e",
    "%2E.",
    ".%2e",
    "%252e%252e",
    "%25252e%25252e",
    "..;",
    "..%00",
    "%u002e.",
)
UPWARDS += ("%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "..%c0%af..", "%ef%bc%8e%ef%bc%8e", "...", ". .")
SLASHES = ("/", "//", "%2f", "%2F", "%252f", "\\", "%5c", "%255c", "%c0%af", "%ef%bc%8f", "/./")
TARGETS = tuple(
    f"{base}{up}{slash}secret.txt"
    for base in ("/", "/events/")
    for up in UPWARDS
    for slash in SLASHES
)
OTHERS = (
    "//etc/passwd",
    "/%2fetc/passwd",
    "/file:///etc/passwd",
    "file:///etc/passwd",
    "http://127.0.0.1/../secret.txt",
    "/linked.txt",
    "/linked/secret.txt",
    "/chained.txt",
    "/round/x",
    "/events/linked/",
    "/.git/config",
    "/index.html/../../secret.txt",
    "/index.html%00.txt",
    "/index.html::$DATA",
    "/" + "a/" * 5_000,
    "/" + "%61" * 5_000,
    "/" + "../" * 5_000 + "etc/passwd",
    "*",
)
REFUSED = (b"HTTP/1.0 301 ", b"HTTP/1.0 400 ", b"HTTP/1.0 404 ")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site with a secret beside it, and links that lead there."""
    output = tmp_path / "site"
    (output / "events").mkdir(parents=True)
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (tmp_path / "index.html").write_bytes(SECRET)
    (output / "index.html").write_bytes(b"home")
    (output / "events" / "index.html").write_bytes(b"events")
    (output / "large.csv").write_bytes(b"a,b\n" * 5_000_000)
    if sys.platform != "win32":
        (output / "linked.txt").symlink_to(tmp_path / "secret.txt")
        (output / "chained.txt").symlink_to(output / "linked.txt")
        (output / "linked").symlink_to(tmp_path)
        (output / "events" / "linked").symlink_to("../..")
        (output / "round").symlink_to("round")
        (output / "404.html").symlink_to(tmp_path / "secret.txt")
    return output


@contextmanager
def serving(output: Path) -> Iterator[Server]:
    with running(Place(output, "/"), 0) as server:
        yield server


def connected(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=20)


def said(port: int, request: bytes) -> bytes:
    """Send bytes as they are and give all that comes back."""
    with connected(port) as client:
        answer = b""
        try:
            client.sendall(request)
            client.shutdown(socket.SHUT_WR)
            while part := client.recv(1 << 20):
                answer += part
        except OSError:
            # Closed in the middle of what nobody wants to read.
            pass
        return answer


def asking(port: int, target: str) -> bytes:
    host = f"Host: 127.0.0.1:{port}\r\n"
    return f"GET {target} HTTP/1.1\r\n{host}\r\n".encode()


def served(port: int) -> bool:
    return said(port, asking(port, "/")).startswith(b"HTTP/1.0 200 ")


def test_no_path_leads_out_of_the_folder(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with serving(site) as server:
        for target in (*TARGETS, *OTHERS):
            answer = said(server.server_port, asking(server.server_port, target))
            assert answer.startswith(REFUSED), target
            assert SECRET not in answer, target
            assert b"root:" not in answer, target
            head = answer.partition(b"\r\n\r\n")[0]
            assert b"\r\nLocation: //" not in head, target
            assert b"\r\nLocation: http" not in head, target
        assert served(server.server_port)
    assert capfd.readouterr().err == ""


NOISE = (
    b"\r\n\r\n",
    b"\x00" * 1_000,
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)),
    b"GET\r\n\r\n",
    b"GET /\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/x\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5_000 + b"\r\n",
    b"GET / HTTP/1.1\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
    b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n\r\n",
    b"GET /\xff\xfe HTTP/1.1\r\nHost: \xff\r\n\r\n",
    b"CONNECT 127.0.0.1:22 HTTP/1.1\r\n\r\n",
    b"TRACE / HTTP/1.1\r\n\r\n",
    b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: 127.0.0.1\r\n\r\n",
)


@pytest.mark.parametrize("noise", NOISE, ids=range(len(NOISE)))
def test_what_is_no_request_of_ours_is_refused_and_the_next_is_served(
    noise: bytes, site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(site) as server:
        answer = said(server.server_port, noise)
        assert b"home" not in answer
        assert not answer.startswith((b"HTTP/1.0 2", b"HTTP/1.1 2"))
        assert served(server.server_port)
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors"}, 200),
        ({"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
    ],
)
def test_a_page_from_elsewhere_may_lead_here_and_load_nothing(
    headers: dict[str, str], status: int, site: Path
) -> None:
    with serving(site) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
        connection.request("GET", "/", headers=headers)
        response = connection.getresponse()
        assert (response.status, response.read() == b"home") == (status, False)
        assert response.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        connection.close()


def held(port: int, stack: ExitStack) -> list[socket.socket]:
    """Hold connections: silent ones, half requests, readers that do not read, waiting pages."""
    starts: tuple[bytes, ...] = (
        b"",
        b"GET / HT",
        asking(port, "/")[:-2],
        asking(port, "/large.csv"),
    )
    starts += (asking(port, live.EVENTS),)
    clients = []
    for start in islice(cycle(starts), HELD):
        client = stack.enter_context(connected(port))
        client.sendall(start)
        clients.append(client)
    return clients


def test_clients_that_hold_on_or_are_slow_block_nobody(site: Path) -> None:
    with serving(site) as server, ExitStack() as stack:
        clients = held(server.server_port, stack)
        with ThreadPoolExecutor(8) as pool:
            answers = pool.map(lambda _: served(server.server_port), range(FEW))
            assert sum(answers) == FEW
        slow = clients[2]
        for byte in b"\r\n":
            slow.sendall(bytes([byte]))
        assert slow.recv(1 << 10).startswith(b"HTTP/1.0 200 ")
        server.live.show((), changed=True)
        for client in clients[4::5]:
            heard = b""
            while server.live.state.at.encode() not in heard:
                part = client.recv(1 << 10)
                assert part
                heard += part
    with pytest.raises(OSError, match="refused"):
        connected(server.server_port)


def test_many_requests_are_all_answered(site: Path) -> None:
    with serving(site) as server, ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda _: served(server.server_port), range(REQUESTS))
        assert sum(answers) == REQUESTS


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_serving_ends_while_clients_hold_on(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour")
    command = [sys.executable, str(CHECKOUT / "build.py"), "--root", str(root), "serve"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command += ["--port", str(port)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run,
        ExitStack() as stack,
    ):
        stack.callback(run.kill)
        assert run.stdout is not None
        line = next(line for line in run.stdout if line.startswith("serving "))
        there, _, path = line.split()[1].removeprefix("http://127.0.0.1:").partition("/")
        held(int(there), stack)
        assert b"HTTP/1.0 200 " in said(int(there), asking(int(there), f"/{path}"))
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
    assert (run.returncode, "Traceback" in err, out) == (130, False, "")


def test_a_page_that_a_build_takes_away_meanwhile_is_missing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = Path.read_bytes

    def vanishing(self: Path) -> bytes:
        if self.name == "index.html":
            self.unlink(missing_ok=True)
        return usual(self)

    with serving(site) as server:
        monkeypatch.setattr(Path, "read_bytes", vanishing)
        assert said(server.server_port, asking(server.server_port, "/")).startswith(
            b"HTTP/1.0 404 "
        )
