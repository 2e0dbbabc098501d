"""An event's picture: a file beside event.md, looked at before anybody links to it."""

from hashlib import sha256
from pathlib import Path

import pytest

from tellings.model.picture import Picture
from tellings.reading import content_folder
from tellings.reading.event_folder import EventRead
from tests.pictures import jpeg, png
from tests.projects import event, project


def read(root: Path, name: str, **files: bytes) -> EventRead:
    """Read an event whose `image` is this name, with these files beside it; "_" is the dot."""
    project(root)
    folder = event(root, "harbour", f"title: Port shut\nimage: {name}\n").parent
    for key, body in files.items():
        (folder / key.replace("_", ".")).write_bytes(body)
    return content_folder.read_event(root, "harbour")


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [("port.png", png(), "png"), ("port.jpg", jpeg(), "jpg"), ("port.JPEG", jpeg(), "jpg")],
)
def test_a_picture_beside_the_event_is_read_with_its_size(
    tmp_path: Path, name: str, body: bytes, kind: str
) -> None:
    found = read(tmp_path, name, **{name.replace(".", "_"): body})
    assert found.problems == ()
    assert found.event is not None
    assert found.event.image == Picture(kind=kind, width=1200, height=630, body=body)  # type: ignore[arg-type]


def test_a_picture_may_be_as_small_and_as_large_as_is_said(tmp_path: Path) -> None:
    body = png(200, 8000)
    found = read(tmp_path, "port.png", port_png=body + bytes(5_000_000 - len(body)))
    assert found.problems == ()


def test_a_picture_is_one_of_the_files_an_event_is_made_from(tmp_path: Path) -> None:
    read(tmp_path, "port.png", port_png=png())
    path = "content/events/harbour/port.png"
    assert (path, sha256(png()).hexdigest()) in content_folder.inputs(tmp_path, "harbour")


@pytest.mark.parametrize("name", ["Port.png", "port.PNG"])
def test_a_picture_that_only_some_disks_find_is_named(tmp_path: Path, name: str) -> None:
    (problem,) = read(tmp_path, name, port_png=png()).problems
    assert problem.message == f"there is no file “{name}” beside event.md"
    assert problem.hint == "“port.png” is there: capitals and accents count"


@pytest.mark.parametrize(
    ("name", "body", "message"),
    [
        ("port.png", None, "there is no file “port.png” beside event.md"),
        ("port.gif", b"GIF89a", "the picture “port.gif” is neither PNG nor JPEG"),
        ("port.png", b"<svg>", "the picture “port.png” is neither PNG nor JPEG"),
        ("port.jpg", b"\xff\xd8\xff\xd9", "the picture “port.jpg” is neither PNG nor JPEG"),
        ("port.png", jpeg(), "the picture “port.png” is a JPG file by its bytes"),
        ("port.png", png(1200, 199), "the picture “port.png” has 1200 by 199 pixels"),
        ("port.png", png(8001, 630), "the picture “port.png” has 8001 by 630 pixels"),
        ("port.png", png() + bytes(5_000_000), "the picture “port.png” has 5,000,029 bytes"),
        (f"{'p' * 300}.png", None, f"there is no file “{'p' * 300}.png” beside event.md"),
        ("../port.png", png(), "“../port.png” is not a file's name"),
        (".port.png", png(), "“.port.png” is not a file's name"),
        ("harbour\\port.png", None, "“harbour\\port.png” is not a file's name"),
        ("/etc/port.png", png(), "“/etc/port.png” is not a file's name"),
    ],
)
def test_what_cannot_be_an_event_s_picture_is_said_with_its_line(
    tmp_path: Path, name: str, body: bytes | None, message: str
) -> None:
    files = {} if body is None or "/" in name else {name.replace(".", "_"): body}
    found = read(tmp_path, name, **files)
    assert found.event is None
    (problem,) = found.problems
    assert (problem.path, problem.line) == ("content/events/harbour/event.md", 3)
    assert problem.message.startswith(message)
