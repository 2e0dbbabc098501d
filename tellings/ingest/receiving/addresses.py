"""Addresses of the web: which may be asked for, and what their pages are called."""

import ipaddress
import re
from hashlib import sha256
from typing import TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

from tellings.reading import places
from tellings.reading.fields import is_address

__all__ = ["Address", "Refused", "checked", "is_public", "name_of"]

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

WRAPPING = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""Addresses whose last part is one of the fourth version: those of gateways, and of old."""

LONGEST_PATH = 48
LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?"
HOST = re.compile(rf"{LABEL}(?:\.{LABEL})*\.?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")
"""A host's name once its letters are ASCII, or an address of the sixth version."""

SAFE = "/%:@!$&'()*+,;=~-._"
"""What a path may hold as it stands."""


class Refused(Exception):  # noqa: N818 - it is told as a Problem
    """Why a page is not taken."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def is_public(address: Address) -> bool:
    """Tell whether an address is one of the open net, also when it wraps another one."""
    inner: Address | None = None
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo:
            inner = address.teredo[1]
        if any(address in network for network in WRAPPING):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if address.is_site_local:
            return False
    if inner is not None and not is_public(inner):
        return False
    return (address.is_global or inner is not None) and not address.is_multicast


def name_of(url: str, ending: str) -> str:
    """Make a file's name of an address: its host, path and query."""
    parts = urlsplit(url)
    host = places.slug_of(parts.netloc.lower().removeprefix("www."))
    path = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", parts.path)
    words = f"{path} {parts.query}".strip(" /")
    rest = places.slug_of(words)
    if len(words) > LONGEST_PATH:
        # What is cut off may be all that tells two addresses apart.
        rest = f"{rest[:LONGEST_PATH].rstrip('-')}-{sha256(url.encode()).hexdigest()[:8]}"
    return ("-".join(filter(None, (host, rest))) or "page") + f".{ending}"


def checked(url: str) -> str:
    """Give an address as it can be asked for.

    Raises:
        Refused: when it is none of the web, or holds a name and password.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        raise Refused("this is not a web address") from None
    if parts.scheme not in ("http", "https"):
        raise Refused(f"“{parts.scheme}:” is not fetched", "an address begins with http or https")
    if "@" in parts.netloc or "\\" in parts.netloc:
        raise Refused("an address with a name and password is not fetched")
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        raise Refused(f"“{parts.netloc}” is no host and port") from None
    path = quote(parts.path or "/", safe=SAFE)
    query = quote(parts.query, safe=SAFE + "?")
    shown = f"[{host}]" if ":" in host else host
    whole = urlunsplit((parts.scheme, shown + port, path, query, ""))
    if not HOST.fullmatch(host) or not is_address(whole):
        raise Refused("this is not a web address")
    return whole
