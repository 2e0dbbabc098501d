"""A picture and its size, read from its own bytes."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Picture", "read"]

PNG = b"\x89PNG\r\n\x1a\n"
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The segments of a JPEG file that begin a frame and tell its size."""

BARE = frozenset({0x01, 0xFF, *range(0xD0, 0xDA)})
"""The markers that no length follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that a page may show to those who link to it."""

    kind: Literal["png", "jpg"]
    width: int
    height: int
    body: bytes


def read(body: bytes) -> Picture | None:
    """Tell a picture's kind and size by its bytes; None when it is neither PNG nor JPEG."""
    if body.startswith(PNG) and body[12:16] == b"IHDR" and len(body) >= 24:
        width, height = int.from_bytes(body[16:20]), int.from_bytes(body[20:24])
        return Picture(kind="png", width=width, height=height, body=body)
    size = jpeg_size(body) if body.startswith(b"\xff\xd8\xff") else None
    return Picture(kind="jpg", width=size[0], height=size[1], body=body) if size else None


def jpeg_size(body: bytes) -> tuple[int, int] | None:
    """Read width and height from the first frame of a JPEG file."""
    at = 2
    while at + 9 <= len(body) and body[at] == 0xFF:
        marker = body[at + 1]
        if marker in FRAMES:
            return int.from_bytes(body[at + 7 : at + 9]), int.from_bytes(body[at + 5 : at + 7])
        at += 1 if marker == 0xFF else 2
        if marker not in BARE:
            at += max(2, int.from_bytes(body[at : at + 2]))
    return None
