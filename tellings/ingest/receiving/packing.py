"""Pages that a server has packed → their bytes, piece by piece and never more than asked for."""

import zlib

from tellings.ingest.receiving.addresses import Refused

__all__ = ["Unpacker"]

BEGINS = b"\x1f"
"""The first byte of whatever gzip has packed; servers may pack a page in several goes."""


class Unpacker:
    """Unpacks one page.

    Raises:
        Refused: when its packing is not known.
    """

    def __init__(self, encoding: str) -> None:
        name = encoding.strip().lower()
        if name not in ("", "identity", "gzip", "x-gzip"):
            raise Refused(f"the page is packed in a way that is not read: {name}")
        self.packed = name in ("gzip", "x-gzip")
        self.inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self.whole = True
        """Whether nothing that was begun is left open."""

    def unpack(self, chunk: bytes, most: int) -> bytes:
        """Unpack the next piece, `most` bytes of it at most.

        Raises:
            Refused: when it is not packed as its server says.
        """
        if not self.packed:
            return chunk
        found = bytearray()
        while chunk and len(found) < most:
            if self.inner.eof:
                if not chunk.startswith(BEGINS):
                    # What stands behind the end is nobody’s: browsers pass over it too.
                    break
                self.inner = zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                found += self.inner.decompress(chunk, most - len(found))
            except zlib.error:
                raise Refused("the page is not packed as its server says") from None
            chunk, self.whole = self.inner.unused_data, self.inner.eof
        return bytes(found)
