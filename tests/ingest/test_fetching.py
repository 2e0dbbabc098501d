import gzip
import ipaddress
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tellings import __version__
from tellings.errors import ContentError
from tellings.ingest import filing
from tellings.ingest.receiving import addresses, fetching
from tellings.ingest.receiving.fetching import Limits
from tellings.ingest.wishes import Wishes
from tellings.reading import content_folder

PROSE = "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates."
PAGE = (
    f"<html><title>Café de Saltmere</title><body><p>{PROSE}</p><p>{PROSE} Again.</p></body></html>"
)
PRIVATE = (
    *("10.1.2.3", "172.16.0.1", "192.168.0.1", "127.0.0.1", "169.254.1.1", "100.64.0.1"),
    *("0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1"),  # noqa: S104
    *("fec0::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
    *("::127.0.0.1", "::10.1.2.3", "64:ff9b:1::a01:203"),
)
SMALL = Limits(bytes=2000, seconds=1, a_read=0.5, redirects=3)


class Answering(BaseHTTPRequestHandler):
    """A server of pages good and bad, by their path."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        answers: dict[str, Callable[[], object]] = {
            "/page.html": lambda: self.give(PAGE.encode("latin-1"), "text/html; charset=latin-1"),
            "/echo": lambda: self.give(str(self.headers).encode(), "text/plain"),
            "/big": lambda: self.give(b"x" * 5000, "text/plain"),
            "/endless": self.endless,
            "/bomb": lambda: self.give(gzip.compress(b"x" * 900_000), "text/plain", "gzip"),
            "/packed": lambda: self.give(gzip.compress(b"The port."), "text/plain", "gzip"),
            "/torn": lambda: self.give(gzip.compress(PAGE.encode())[:-20], "text/plain", "gzip"),
            "/goes": lambda: self.give(
                gzip.compress(b"The ") + gzip.compress(b"port.") + b"\0\0", "text/plain", "gzip"
            ),
            "/falsely": lambda: self.give(b"The port.", "text/plain", "gzip"),
            "/brotli": lambda: self.give(b"x", "text/plain", "br"),
            "/picture": lambda: self.give(b"x", "image/png"),
            "/untold": lambda: self.give(b"x", ""),
            "/short": lambda: self.give(b"x", "text/plain", length=100),
            "/hangs": lambda: self.server.stopped.wait(30),  # type: ignore[attr-defined]
            "/drips": self.drip,
            "/loop": lambda: self.move("/loop"),
            "/twice": lambda: self.move("/once"),
            "/once": lambda: self.move("page.html#top"),
            "/file": lambda: self.move("file:///etc/hostname"),
            "/gopher": lambda: self.move("gopher://ledger.example/"),
            "/inside": lambda: self.move("http://10.0.0.1/"),
            "/talks": lambda: self.send_error(503, "Late " * 9999),
            "/login": lambda: self.move("http://mara:lind@ledger.example/"),
        }
        if path in answers:
            answers[path]()
        else:
            self.send_error(404)

    def give(self, body: bytes, kind: str, packed: str = "", length: int = 0) -> None:
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Encoding", packed)):
            if value:
                self.send_header(name, value)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            while not self.server.stopped.is_set():  # type: ignore[attr-defined]
                self.wfile.write(b"x" * 1000)
        except OSError:
            return

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            while not self.server.stopped.wait(0.05):  # type: ignore[attr-defined]
                self.wfile.write(b"x")
        except OSError:
            return

    def move(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.send_header("Set-Cookie", "a=b")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        return


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[int]:
    """Serve pages, over TLS where a certificate is given, and give the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.stopped = threading.Event()  # type: ignore[attr-defined]
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_port
    server.stopped.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving() as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and the certificate that it signed itself, for localhost alone."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("the command “openssl”, which makes the certificate, is not installed")
    file = tmp_path_factory.mktemp("tls") / "localhost.pem"
    asked = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=DNS:localhost"]
    out = ["-keyout", str(file), "-out", str(file.with_suffix(".crt"))]
    subprocess.run([openssl, *asked.split(), *names, *out], check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + file.with_suffix(".crt").read_bytes())
    return file


@pytest.fixture(scope="module")
def secure(certificate: Path) -> Iterator[int]:
    with serving(certificate) as port:
        yield port


def message(url: str, *, allow_private: bool = True, limits: Limits = SMALL) -> str:
    with pytest.raises(ContentError) as caught:
        fetching.fetch(url, allow_private=allow_private, limits=limits)
    (problem,) = caught.value.problems
    assert problem.path == url
    return problem.message


def test_a_page_is_had_with_its_charset_and_a_name_of_its_address(address: str) -> None:
    page = fetching.fetch(f"{address}/page.html?id=3#top", allow_private=True)
    assert (page.content, page.charset) == (PAGE.encode("latin-1"), "latin-1")
    assert page.address == f"{address}/page.html?id=3"
    port = address.rpartition(":")[2]
    assert page.name == f"127-0-0-1-{port}-page-id-3.html"


def test_the_server_is_told_the_program_and_nothing_of_its_user(address: str) -> None:
    page = fetching.fetch(f"{address}/echo", allow_private=True)
    told = dict(line.split(": ", 1) for line in page.content.decode().split("\n") if line)
    assert told.pop("User-Agent") == f"tellings/{__version__}"
    assert set(told) == {"Host", "Accept", "Accept-Encoding", "Connection"}


def test_redirects_are_followed_to_the_last_address(address: str) -> None:
    page = fetching.fetch(f"{address}/twice", allow_private=True, limits=SMALL)
    assert page.address == f"{address}/page.html"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/loop", "the server redirects more than 3 times"),
        ("/file", "“file:” is not fetched"),
        ("/gopher", "“gopher:” is not fetched"),
        ("/login", "an address with a name and password is not fetched"),
        ("/nowhere", "the server answers 404 Not Found"),
        ("/talks", f"the server answers 503 {'Late ' * 12}".rstrip()),
        ("/big", "the page is larger than 2,000 bytes"),
        ("/endless", "the page is larger than 2,000 bytes"),
        ("/bomb", "the page is larger than 2,000 bytes"),
        ("/torn", "the page breaks off before its end"),
        ("/falsely", "the page is not packed as its server says"),
        ("/brotli", "the page is packed in a way that is not read: br"),
        ("/picture", "the page is of a type that is not read: image/png"),
        ("/untold", "the page is of a type that is not read: none"),
        ("/short", "the page breaks off before its end"),
        ("/drips", "the page takes longer than 1 seconds"),
        ("/hangs", "the page cannot be fetched: timed out"),
    ],
)
def test_what_is_refused_is_said(path: str, said: str, address: str) -> None:
    assert message(f"{address}{path}") == said


@pytest.mark.parametrize("path", ["/packed", "/goes"])
def test_a_packed_page_is_unpacked(path: str, address: str) -> None:
    page = fetching.fetch(f"{address}{path}", allow_private=True, limits=SMALL)
    assert page.content == b"The port."


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f000001", "127.1", "[::1]"])
def test_private_addresses_are_refused_by_whatever_name(host: str, address: str) -> None:
    port = address.rpartition(":")[2]
    said = message(f"http://{host}:{port}/page.html", allow_private=False)
    assert "is not a public address" in said or "there is no host" in said


def test_a_redirect_into_a_private_network_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = addresses.is_public
    monkeypatch.setattr(fetching, "is_public", lambda a: a.is_loopback or public(a))
    assert message(f"{address}/inside", allow_private=False) == (
        "“10.0.0.1” is not a public address"
    )


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        *((text, False) for text in PRIVATE),
    ],
)
def test_which_addresses_are_public(text: str, public: bool) -> None:
    assert addresses.is_public(ipaddress.ip_address(text)) is public


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://ledger.example/", "http://", "http://a:b@c/", "http://a:99999/", "http://é\\@b/"),
        *("http://[", "http://ledger\x08.example/", "http://}/", "http://…a/", "http://-a/"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    assert message(url)


def test_names_of_long_addresses_differ_by_what_is_cut() -> None:
    urls = [f"https://www.ledger.example/{'port-' * 40}{n}.html" for n in (1, 2)]
    names = [addresses.name_of(url, "html") for url in urls]
    assert len(set(names)) == 2
    assert all(name.startswith("ledger-example-port-") and len(name) < 90 for name in names)
    assert addresses.name_of("https://ledger.example", "txt") == "ledger-example.txt"
    assert addresses.name_of("https://_/", "txt") == "page.txt"


def test_a_fetched_page_is_filed_with_its_address(tmp_path: Path, address: str) -> None:
    url = f"{address}/twice"
    wishes = Wishes(allow_private=True)
    filed = filing.file_raw(tmp_path, "harbour", url, wishes)
    port = address.rpartition(":")[2]
    assert filed.raw == f"127-0-0-1-{port}-page.html"
    folder = tmp_path / "content/events/harbour"
    assert (folder / "raw" / filed.raw).read_bytes() == PAGE.encode("latin-1")
    event = content_folder.read_event(tmp_path, "harbour").event
    assert event is not None
    (source,) = event.sources
    assert (source.title, source.url) == ("Café de Saltmere", f"{address}/page.html")
    words = [each.words for each in source.evidence if each.field == "url"]
    assert words == [f"fetched from {address}/page.html"]
    assert filing.file_raw(tmp_path, "harbour", url, wishes).status == "unchanged"
    again = filing.file_raw(tmp_path, "harbour", folder / "raw" / filed.raw)
    assert again.status == "unchanged"


def test_a_page_from_a_private_network_is_not_filed_unasked(tmp_path: Path, address: str) -> None:
    with pytest.raises(ContentError, match="--allow-private"):
        filing.file_raw(tmp_path, "harbour", f"{address}/page.html")
    assert not any(tmp_path.iterdir())


def test_a_certificate_that_nobody_vouches_for_is_refused(
    secure: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with pytest.raises(ContentError) as caught:
        fetching.fetch(f"https://localhost:{secure}/page.html", allow_private=True)
    (problem,) = caught.value.problems
    assert problem.message.startswith("the server’s certificate is not trusted: self")
    assert "SSL_CERT_FILE" in problem.hint


def test_a_certificate_that_the_user_trusts_is_taken_for_its_own_name(
    secure: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.with_suffix(".crt")))
    page = fetching.fetch(f"https://localhost:{secure}/page.html", allow_private=True)
    assert page.content == PAGE.encode("latin-1")
    said = message(f"https://127.0.0.1:{secure}/page.html")
    assert said.startswith("the server’s certificate is not trusted: IP address mismatch")


def test_an_address_of_https_is_never_asked_in_the_clear(address: str) -> None:
    assert message(address.replace("http:", "https:")).startswith("the server does not speak https")


def test_the_address_that_was_checked_is_the_one_connected_to(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere when it is looked up again: the answer is asked for once."""
    asked: list[object] = []
    real = socket.getaddrinfo

    def rebinding(host: str, *rest: int, **more: int) -> object:
        if host != "ledger.example":
            return real(host, *rest, **more)
        asked.append(host)
        return real("127.0.0.1" if len(asked) == 1 else "192.0.2.1", *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    port = address.rpartition(":")[2]
    url = f"http://ledger.example:{port}/page.html"
    page = fetching.fetch(url, allow_private=True, limits=SMALL)
    assert (page.content, asked) == (PAGE.encode("latin-1"), ["ledger.example"])
    asked.clear()
    assert message(url, allow_private=False) == "“ledger.example” is not a public address"
    assert asked == ["ledger.example"]


def test_a_name_that_is_looked_up_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: done.wait(30) and [])
    assert message("http://ledger.example/") == "the page takes longer than 1 seconds"
    done.set()


@pytest.mark.parametrize("name", ["ledger.invalid", f"{'a' * 64}.example"])
def test_a_name_that_is_nobodys_is_said(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert message(f"http://{name}/").startswith(("there is no host", "“"))
