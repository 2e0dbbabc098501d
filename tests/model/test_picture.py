"""Pictures are known by their own bytes."""

import pytest

from tellings.model.picture import Picture, read
from tests.pictures import jpeg, png

SEGMENT = b"\xff\xe0" + (4).to_bytes(2) + b"ab"
"""A segment that tells nothing of the size."""

TABLES = tuple(
    b"\xff" + marker + (11).to_bytes(2) + b"\x08" + bytes([0, 9, 0, 9]) + b"\0\0\0\0"
    for marker in (b"\xc4", b"\xc8", b"\xcc", b"\xbf", b"\xda")
)
"""What is no frame, and has its marker among those of frames, or beside them."""


def size(body: bytes) -> tuple[str, int, int] | None:
    found = read(body)
    return (found.kind, found.width, found.height) if found else None


def test_a_picture_has_its_kind_its_size_and_its_bytes() -> None:
    body = png(1300, 700)
    assert read(body) == Picture(kind="png", width=1300, height=700, body=body)


BARE = tuple(b"\xff" + bytes([marker]) for marker in (0x01, 0xD0, 0xD7, 0xD8, 0xD9, 0xFF))
"""Markers that no length follows."""


@pytest.mark.parametrize("before", [b"", SEGMENT, SEGMENT * 3, *TABLES, *BARE])
def test_the_size_of_a_jpeg_is_that_of_its_first_frame(before: bytes) -> None:
    body = jpeg(1300, 700)
    assert size(body[:2] + before + body[2:] + jpeg(1, 1)[2:]) == ("jpg", 1300, 700)


@pytest.mark.parametrize(
    "marker", [*range(0xC0, 0xC4), *range(0xC5, 0xC8), 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF]
)
def test_every_kind_of_frame_tells_a_size(marker: int) -> None:
    assert size(jpeg(1300, 700).replace(b"\xc2", bytes([marker]))) == ("jpg", 1300, 700)


@pytest.mark.parametrize("whole", [png(), jpeg().removesuffix(b"\x01\0\x11\0")])
def test_a_picture_that_is_cut_off_before_its_size_is_none(whole: bytes) -> None:
    end = 24 if whole.startswith(b"\x89") else len(whole)
    assert size(whole[:end]) is not None
    assert [size(whole[:at]) for at in range(end)] == [None] * end


@pytest.mark.parametrize("body", [b"", b"GIF89a", b"<svg>", png().replace(b"IHDR", b"IDAT")])
def test_what_is_neither_png_nor_jpeg_is_none(body: bytes) -> None:
    assert read(body) is None


def test_a_segment_that_says_it_has_no_length_is_passed_over() -> None:
    body = jpeg()
    assert size(body[:2] + b"\xff\xe0\0\0" + body[2:]) == ("jpg", 1200, 630)
