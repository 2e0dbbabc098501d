"""One page from the web: nothing but the page asked for, and never from inside a private network.

A name is looked up once, and the very address that was checked is connected to: whoever owns the
name cannot change it in between.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from tellings import __version__
from tellings.errors import ContentError, Problem
from tellings.ingest.receiving.addresses import Address, Refused, checked, is_public, name_of
from tellings.ingest.receiving.packing import Unpacker

__all__ = ["LIMITS", "Limits", "Page", "fetch"]

REASON = 60
"""Characters of what a server says for a reason."""

KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "application/json": "json",
    "application/ld+json": "json",
    "message/rfc822": "eml",
}
"""The content types that can be read, and the ending that each is kept under."""

CLOSED = (401, 402, 403, 406, 429)
"""What servers answer to programs, and not to readers."""

BY_BROWSER = "if your browser shows the page, save it there and file that"
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is fetched at most."""

    bytes: int = 10 * 1024 * 1024
    seconds: float = 20
    """In all: looking names up, connecting, redirects and reading."""

    a_read: float = 10
    """Seconds to wait for an answer to come on."""

    redirects: int = 5


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was fetched."""

    content: bytes
    name: str
    """A file's name, made from the address."""

    address: str
    """Where it was found in the end."""

    charset: str | None


def fetch(url: str, *, allow_private: bool = False, limits: Limits = LIMITS) -> Page:
    """Fetch a page.

    Raises:
        ContentError: when it cannot be had, or is refused.
    """
    try:
        return _Errand(limits, allow_private=allow_private).run(url)
    except Refused as refused:
        problem = Problem(path=url, message=str(refused), hint=refused.hint)
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error) or type(error).__name__
        problem = Problem(path=url, message=f"the page cannot be fetched: {why}")
    raise ContentError(problem)


class _Errand:
    """One fetching, with the time that is left for it."""

    def __init__(self, limits: Limits, *, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.limits = limits
        self.end = time.monotonic() + limits.seconds

    def run(self, url: str) -> Page:
        """Follow redirects, each checked like the first address, to the page."""
        for _ in range(self.limits.redirects + 1):
            answer = self.ask(checked(url))
            if isinstance(answer, Page):
                return answer
            url = urljoin(url, answer)
        raise Refused(f"the server redirects more than {self.limits.redirects} times")

    def ask(self, url: str) -> Page | str:
        """Ask for one address: the page, or where it has gone."""
        connection, alarm = self.connect(url)
        try:
            connection.request("GET", _target(url), headers=_headers())
            with connection.getresponse() as response:
                return self.page(url, response)
        except ssl.SSLCertVerificationError as error:
            why = error.verify_message or "it does not fit its name"
            hint = "if you know the server, name a file with its certificate in SSL_CERT_FILE"
            raise Refused(f"the server’s certificate is not trusted: {why}", hint) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() >= self.end:
                raise self.late() from None
            if isinstance(error, ssl.SSLError):
                hint = "it may answer to http://"
                raise Refused("the server does not speak https as it should", hint) from None
            raise
        finally:
            alarm.cancel()
            connection.close()

    def connect(self, url: str) -> tuple[http.client.HTTPConnection, threading.Timer]:
        """Connect to the address that was looked up and checked; an alarm ends what takes long."""
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        fault: OSError | None = None
        for address in self.look_up(host, port):
            try:
                plain = socket.create_connection((str(address), port), timeout=self.left())
            except OSError as error:
                fault = error
                continue
            connection = _Connected(host, port, plain, secure=parts.scheme == "https")
            # A socket's own limit begins anew with every byte: the alarm ends what only drips.
            alarm = threading.Timer(max(self.end - time.monotonic(), 0), connection.end)
            alarm.daemon = True
            alarm.start()
            return connection, alarm
        raise fault or Refused(f"“{host}” has no address")

    def look_up(self, host: str, port: int) -> tuple[Address, ...]:
        """Look a name up, once; one private address among its addresses is enough to refuse."""
        # The system's own look-up knows no limit and cannot be ended: it is left behind.
        asking = _Asking(host, port)
        asking.start()
        asking.join(max(self.end - time.monotonic(), 0))
        if asking.is_alive():
            raise self.late()
        if asking.texts is None:
            raise Refused(f"there is no host “{host}”, or no network")
        addresses = tuple(map(ipaddress.ip_address, asking.texts))
        if not self.allow_private and not all(map(is_public, addresses)):
            hint = "if you mean a machine of your own network, add --allow-private"
            raise Refused(f"“{host}” is not a public address", hint)
        return addresses

    def page(self, url: str, response: http.client.HTTPResponse) -> Page | str:
        """Take what a server answers, where it is a page."""
        place = response.headers.get("Location")
        if response.status in REDIRECTS and place:
            return place
        if response.status != 200:
            words = f"the server answers {response.status} {response.reason[:REASON]}".rstrip()
            raise Refused(words, BY_BROWSER if response.status in CLOSED else "")
        kind = response.headers.get_content_type() if response.headers["Content-Type"] else ""
        if kind not in KINDS:
            hint = f"read are {', '.join(KINDS)}; save what it says as text, and file that"
            raise Refused(f"the page is of a type that is not read: {kind or 'none'}", hint)
        content = self.body(response)
        return Page(
            content=content,
            name=name_of(url, KINDS[kind]),
            address=url,
            charset=response.headers.get_content_charset(),
        )

    def body(self, response: http.client.HTTPResponse) -> bytes:
        """Read a page to its end, and no further than is allowed."""
        unpacker = Unpacker(response.headers.get("Content-Encoding", ""))
        found = bytearray()
        while chunk := response.read1(65536):
            found += unpacker.unpack(chunk, self.limits.bytes + 1 - len(found))
            if len(found) > self.limits.bytes:
                raise Refused(f"the page is larger than {self.limits.bytes:,} bytes")
            self.left()
        self.left()
        if response.length or not unpacker.whole:
            raise Refused("the page breaks off before its end")
        return bytes(found)

    def left(self) -> float:
        """Give the seconds that the next step may take.

        Raises:
            Refused: when none are left.
        """
        left = self.end - time.monotonic()
        if left <= 0:
            raise self.late()
        return min(left, self.limits.a_read)

    def late(self) -> Refused:
        """Say that it took too long."""
        return Refused(f"the page takes longer than {self.limits.seconds:g} seconds")


class _Asking(threading.Thread):
    """A look-up of a name that nobody has to wait for."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(daemon=True)
        self.host = host
        self.port = port
        self.texts: tuple[str, ...] | None = None
        """The addresses found; None where there is no such name."""

    def run(self) -> None:
        """Ask the system."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        self.texts = tuple(dict.fromkeys(str(each[4][0]).partition("%")[0] for each in found))


class _Connected(http.client.HTTPConnection):
    """A connection over a socket that is open already."""

    def __init__(self, host: str, port: int, wire: socket.socket, *, secure: bool) -> None:
        super().__init__(host, port)
        if secure:
            self.default_port = http.client.HTTPS_PORT
        self.secure = secure
        self.wire = wire

    def connect(self) -> None:
        """Begin to speak, over TLS where the address asks for it."""
        if self.secure:
            context = ssl.create_default_context()
            self.wire = context.wrap_socket(
                self.wire, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.wire.do_handshake()
        self.sock = self.wire

    def end(self) -> None:
        """Break off from another thread: whoever reads is told that there is no more."""
        try:
            socket.socket.shutdown(self.wire, socket.SHUT_RDWR)
        except OSError:
            return

    def close(self) -> None:
        """Close the connection and its socket."""
        super().close()
        self.wire.close()


def _target(url: str) -> str:
    """Give what a server is asked for: path and query."""
    parts = urlsplit(url)
    return urlunsplit(("", "", parts.path or "/", parts.query, ""))


def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"tellings/{__version__}",
        "Accept": ", ".join(KINDS),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
