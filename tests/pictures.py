"""Small pictures for tests: the bytes that tell a size, and nothing to see."""

__all__ = ["jpeg", "png"]


def png(width: int = 1200, height: int = 630) -> bytes:
    """Give the beginning of a PNG file of this size."""
    size = width.to_bytes(4) + height.to_bytes(4)
    return b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4) + b"IHDR" + size + b"\x08\x02\0\0\0"


def jpeg(width: int = 1200, height: int = 630) -> bytes:
    """Give a JPEG file of this size: a comment, a padded marker, then the frame."""
    comment = b"\xff\xfe" + (7).to_bytes(2) + b"Norri"
    frame = b"\xff\xff\xc2" + (11).to_bytes(2) + b"\x08" + height.to_bytes(2) + width.to_bytes(2)
    return b"\xff\xd8" + comment + frame + b"\x01\0\x11\0"
