"""A new event's event.md: every field is there to be used, as docs/content.md lists them."""

import re
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.model.event import Target
from tellings.reading import content_folder, event_folder
from tests.pictures import jpeg
from tests.projects import project


@pytest.mark.parametrize("slug", ["harbour-strike", "2026-03-04-harbour-strike"])
def test_every_field_of_an_event_is_there_to_be_used(slug: str, tmp_path: Path) -> None:
    assert main(["new", slug], root=project(tmp_path)) == 0
    text = (tmp_path / "content" / "events" / slug / "event.md").read_text("utf-8")
    assert set(re.findall(r"(?m)^(?:# )?(\w+):", text)) == set(event_folder.KEYS)


def test_every_line_can_be_used_as_it_stands(tmp_path: Path) -> None:
    assert main(["new", "harbour-strike"], root=project(tmp_path)) == 0
    folder = tmp_path / "content" / "events" / "harbour-strike"
    event = folder / "event.md"
    event.write_text(re.sub(r"(?m)^# (?=\w+:|- )", "", event.read_text("utf-8")), "utf-8")
    (folder / "harbour.jpg").write_bytes(jpeg())
    read = content_folder.read_event(tmp_path, "harbour-strike", drafts=True)
    assert [problem.message for problem in read.problems] == ["the event has no sources"]
    assert read.event is not None
    assert (read.event.on, read.event.place, read.event.draft) == ("2026-03-04", "Saltmere", True)
    assert read.event.targets == (
        Target(id="dockers", name="The dockers", aliases=("dock workers",)),
    )
    assert read.event.image is not None
    assert read.event.note == ""
