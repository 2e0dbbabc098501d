"""Newer versions of sources: what the editor has changed stays, whatever the newer file says."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.errors import ContentError
from tellings.ingest import drafting, filing, merging, revising
from tellings.ingest.filing import Filed
from tellings.ingest.wishes import Wishes
from tellings.model.source import Source
from tellings.reading import article, content_folder, source_file
from tests.projects import files

SLUG = "harbour-strike"
URL = "https://www.ledger.example/2026/port-shut"
DAWN = "The dockers of Saltmere walked out at dawn and the harbour office shut all nine gates."
SHIPS = "Some 30 ships wait outside the harbour, the port authority said on Wednesday afternoon."
LIND = "“We will not move,” said Mara Lind, who leads the union of the dockers in Saltmere."
BRANDT = "Otto Brandt, the minister, invited both sides to talks in Norrin on Thursday morning."
MORE = "FERRIES TO SALTMERE STOP FOR A SECOND DAY AS CREWS JOIN THE DOCKERS"


def page(*paragraphs: str, title: str = "Dockers shut the port", day: str = "4 March 2026") -> str:
    return "\n\n".join((title, URL, day, *paragraphs)) + "\n"


class Desk:
    """An editor's folder of raw files, and the event that they are filed into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "site"
        self.event = self.root / "content" / "events" / SLUG

    def file(self, name: str, text: str, wishes: Wishes | None = None) -> Filed:
        raw = self.folder / name
        raw.parent.mkdir(parents=True, exist_ok=True)
        raw.write_text(text, "utf-8")
        return filing.file_raw(self.root, SLUG, raw, wishes)

    def path(self, name: str = "ledger-example.md") -> Path:
        return self.event / "sources" / name

    def edit(self, old: str, new: str) -> None:
        text = self.path().read_text("utf-8")
        assert old in text
        self.path().write_text(text.replace(old, new), "utf-8")

    def source(self) -> Source:
        return source_file.parse(self.path().read_bytes(), "x.md", "x")[0]

    def paragraphs(self) -> list[str]:
        return self.source().text.split("\n\n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.file("port.txt", page(DAWN, SHIPS, LIND))
    return made


def test_a_newer_version_takes_the_place_of_one_that_nobody_has_edited(desk: Desk) -> None:
    newer = page(DAWN, SHIPS.replace("30", "40"), LIND, BRANDT, day="5 March 2026")
    filed = desk.file("later.txt", newer)
    assert (filed.status, filed.id, filed.newer_than) == ("updated", "ledger-example", "port.txt")
    assert filed.paragraphs == (2, 1)
    assert desk.source().published == "2026-03-05"
    assert desk.paragraphs()[1:] == [DAWN, SHIPS.replace("30", "40"), LIND, BRANDT]
    assert list(files(desk.event)) == [
        "event.md",
        "raw/later.txt",
        "raw/port.txt",
        "sources/ledger-example.md",
    ]
    assert desk.source().earlier == ("port.txt",)


def test_what_the_editor_has_changed_stays_and_what_is_new_comes_in(desk: Desk) -> None:
    desk.edit(f"\n{LIND}\n", "\n“We will not move,” said Mara Lind of the dockers’ union.\n")
    desk.edit("title: Dockers shut the port", "# as on paper\ntitle: Dockers close the port")
    desk.edit("published: 2026-03-04", "published: 2026-03-03\nrights: excerpt")
    newer = page(DAWN, BRANDT, SHIPS.replace("30", "40"), LIND, day="5 March 2026")
    filed = desk.file("later.txt", newer)
    assert (filed.status, filed.beside, filed.conflicts) == ("merged", None, ())
    assert desk.paragraphs() == [
        "Dockers close the port",
        DAWN,
        BRANDT,
        SHIPS.replace("30", "40"),
        "“We will not move,” said Mara Lind of the dockers’ union.",
    ]
    assert (desk.source().published, desk.source().rights) == ("2026-03-03", "excerpt")
    assert "# as on paper\ntitle: Dockers close" in desk.path().read_text("utf-8")
    (kept,) = filed.kept_fields
    assert (kept.field, kept.edited, kept.newer) == ("published", "2026-03-03", "2026-03-05")
    assert "published" not in {each.field for each in desk.source().evidence}


def test_a_merged_file_counts_as_edited_and_the_next_version_is_merged_too(desk: Desk) -> None:
    desk.edit(f"\n{LIND}\n", "\nMara Lind spoke.\n")
    desk.file("two.txt", page(DAWN, SHIPS, LIND, BRANDT))
    filed = desk.file("three.txt", page(DAWN, LIND, BRANDT, day="6 March 2026"))
    assert filed.status == "merged"
    assert desk.paragraphs()[1:] == [DAWN, "Mara Lind spoke.", BRANDT]
    assert desk.source().earlier == ("port.txt", "two.txt")
    assert desk.source().published == "2026-03-06"


def test_a_conflict_is_written_beside_and_said_with_its_line(desk: Desk) -> None:
    desk.edit("Some 30 ships wait", "Some 31 ships wait")
    desk.edit("title: Dockers shut the port", "title: The port is shut")
    before = desk.path().read_bytes()
    newer = page(DAWN, SHIPS.replace("30", "40"), LIND, title="Dockers end the strike")
    filed = desk.file("later.txt", newer)
    assert (filed.status, filed.beside) == ("conflict", f"{filed.path}.new")
    assert desk.path().read_bytes() == before
    lines = desk.path("ledger-example.md.new").read_text("utf-8").split("\n")
    assert [lines[each.line - 1] for each in filed.conflicts] == ["<<<<<<< edited"] * 2
    assert {each.path for each in filed.conflicts} == {f"{filed.path}.new"}
    text = "\n".join(lines)
    assert (
        "<<<<<<< edited\ntitle: The port is shut\n=======\ntitle: Dockers end the strike\n"
        ">>>>>>> newer\n"
    ) in text
    shown = [each for each in lines if "ships wait" in each]
    assert shown == [SHIPS.replace("30", "31"), SHIPS.replace("30", "40")]
    assert (desk.event / "raw/later.txt").read_text("utf-8") == newer


def test_a_conflict_may_be_filed_again_and_is_over_once_it_is_mended(desk: Desk) -> None:
    desk.edit("Some 30 ships wait", "Some 31 ships wait")
    newer = page(DAWN, SHIPS.replace("30", "40"), LIND)
    desk.file("later.txt", newer)
    before = files(desk.event)
    assert desk.file("later.txt", newer).status == "conflict"
    assert files(desk.event) == before
    beside = desk.path("ledger-example.md.new")
    text = beside.read_text("utf-8")
    marked = text[text.index("<<<<<<<") : text.index(">>>>>>> newer") + 14]
    beside.write_text(text.replace(marked, SHIPS.replace("30", "40") + "\n"), "utf-8")
    beside.replace(desk.path())
    assert desk.file("later.txt", newer).status in ("unchanged", "filed")
    assert desk.paragraphs()[2] == SHIPS.replace("30", "40")


def test_marks_that_are_left_in_a_source_are_refused(desk: Desk) -> None:
    desk.edit("Some 30 ships wait", "Some 31 ships wait")
    desk.file("later.txt", page(DAWN, SHIPS.replace("30", "40"), LIND))
    desk.path("ledger-example.md.new").replace(desk.path())
    (problem,) = content_folder.read_event(desk.root, SLUG).problems
    lines = desk.path().read_text("utf-8").split("\n")
    assert lines[problem.line - 1] == "<<<<<<< edited"
    assert (problem.severity, problem.message) == (
        "error",
        "a mark of a conflict, “<<<<<<<”, is left",
    )


def test_a_raw_file_of_the_same_name_stands_beside_the_older(desk: Desk) -> None:
    older = (desk.event / "raw/port.txt").read_bytes()
    newer = page(DAWN, SHIPS, LIND, BRANDT)
    filed = desk.file("new/port.txt", newer)
    assert (filed.status, desk.source().raw) == ("updated", "port-2.txt")
    assert (desk.event / "raw/port.txt").read_bytes() == older
    assert (desk.event / "raw/port-2.txt").read_text("utf-8") == newer


def test_an_older_version_filed_again_changes_nothing(desk: Desk) -> None:
    desk.file("new/port.txt", page(DAWN, SHIPS, LIND, BRANDT))
    before = files(desk.event)
    filed = filing.file_raw(desk.root, SLUG, desk.folder / "port.txt")
    assert (filed.status, filed.id) == ("older", "ledger-example")
    every = filing.file_all(desk.root, SLUG, sorted((desk.event / "raw").iterdir()))
    assert [each.status for each in every] == ["unchanged", "older"]
    assert files(desk.event) == before


def test_the_newer_version_filed_again_changes_nothing(desk: Desk) -> None:
    desk.file("later.txt", page(DAWN, SHIPS, LIND, BRANDT))
    before = files(desk.event)
    assert desk.file("later.txt", page(DAWN, SHIPS, LIND, BRANDT)).status == "unchanged"
    assert files(desk.event) == before


def test_a_dry_run_of_a_newer_version_writes_nothing(desk: Desk) -> None:
    desk.edit("Some 30 ships wait", "Some 31 ships wait")
    before = files(desk.event)
    newer = page(DAWN, SHIPS.replace("30", "40"), LIND)
    filed = desk.file("later.txt", newer, Wishes(dry_run=True))
    assert (filed.status, len(filed.conflicts)) == ("would-be-filed", 1)
    assert files(desk.event) == before


def test_as_names_the_source_of_which_a_file_is_newer(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.file("herald.txt", f"{DAWN}\n\n{SHIPS}\n\n{LIND}\n", Wishes(outlet="Tresa Herald"))
    newer = f"{DAWN}\n\n{LIND}\n\n{BRANDT}\n"
    filed = desk.file("pasted.txt", newer, Wishes(as_id="tresa-herald"))
    assert (filed.status, filed.paragraphs) == ("updated", (1, 1))
    source = source_file.parse(desk.path("tresa-herald.md").read_bytes(), "x.md", "x")[0]
    assert source.outlet == "Tresa Herald"


@pytest.mark.parametrize("edited", [False, True])
def test_a_day_that_one_version_does_not_give_follows_the_next_that_does(
    desk: Desk, edited: bool
) -> None:
    undated = f"Dockers shut the port\n\n{DAWN}\n\n{LIND}\n"
    desk.file("two.txt", undated, Wishes(as_id="ledger-example"))
    assert (desk.source().published, desk.source().url) == ("2026-03-04", URL)
    assert {each.line for each in desk.source().evidence if each.field == "published"} == {0}
    before = files(desk.event)
    assert desk.file("two.txt", undated).status == "unchanged"
    assert files(desk.event) == before
    if edited:
        desk.edit(LIND, "Mara Lind spoke.")
    desk.file("three.txt", page(DAWN, LIND, BRANDT, day="6 March 2026"))
    assert desk.source().published == "2026-03-06"


def test_another_text_is_no_newer_version(desk: Desk) -> None:
    before = files(desk.event)
    other = f"{BRANDT}\n\n{BRANDT} It rained.\n"
    with pytest.raises(ContentError, match="no paragraph of this file"):
        desk.file("other.txt", other, Wishes(as_id="ledger-example"))
    with pytest.raises(ContentError, match="the address of “ledger-example”, and no paragraph"):
        desk.file("other.txt", f"Talks\n\n{URL}\n\n{other}")
    assert files(desk.event) == before
    filed = desk.file("other.txt", f"Talks\n\n{URL}\n\n{other}", Wishes(as_id="talks"))
    assert (filed.status, filed.id) == ("filed", "talks")
    with pytest.raises(ContentError, match="the address of “ledger-example”, “talks”"):
        desk.file("third.txt", f"Rain\n\n{URL}\n\n{SHIPS} It rained.\n\n{SHIPS}{SHIPS}\n")


def test_a_source_written_by_hand_has_no_newer_version(desk: Desk) -> None:
    desk.path("notes.md").write_text(f"---\noutlet: Notes\n---\n\n{DAWN}\n", "utf-8")
    with pytest.raises(ContentError, match="“notes” was written by hand"):
        desk.file("notes.txt", f"{DAWN}\n\n{BRANDT}\n", Wishes(as_id="notes"))


def test_edits_that_cannot_be_told_from_the_text_leave_the_file_as_it_is(desk: Desk) -> None:
    desk.edit("Some 30 ships wait", "Some 31 ships wait")
    before = desk.path().read_bytes()
    (desk.event / "raw/port.txt").write_text("something else\n", "utf-8")
    filed = desk.file("later.txt", page(DAWN, LIND, BRANDT))
    assert (filed.status, filed.beside) == ("kept-edited", f"{filed.path}.new")
    assert desk.path().read_bytes() == before


def test_doubts_that_the_editor_has_looked_at_do_not_come_back(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.file("port.txt", page(DAWN, SHIPS, MORE, LIND))
    doubts = desk.source().unsure
    assert doubts
    text = desk.path().read_text("utf-8")
    start = text.index("unsure:")
    desk.path().write_text(text[:start] + text[text.index("raw:") :], "utf-8")
    filed = desk.file("later.txt", page(DAWN, BRANDT, SHIPS, MORE, LIND))
    assert filed.status == "merged"
    assert desk.source().unsure == ()
    assert MORE in desk.source().text


def test_front_matter_of_any_layout_is_merged(desk: Desk) -> None:
    source = desk.source()
    fields = f"outlet: The Ledger, raw: {source.raw}, raw_sha256: {source.raw_sha256}"
    body = desk.path().read_text("utf-8").split("---\n", 2)[2]
    head = f"{{title: {source.title}, {fields}, published: 2026-03-04, url: '{URL}'}}"
    desk.path().write_text(f"---\n{head}\n---\n{body}", "utf-8")
    filed = desk.file("later.txt", page(DAWN, SHIPS, LIND, BRANDT, day="5 March 2026"))
    assert filed.status == "merged"
    # Without evidence a value is the editor's, and stays.
    assert (desk.source().outlet, desk.source().published) == ("The Ledger", "2026-03-04")
    assert desk.paragraphs()[-1] == BRANDT


EVERY = (DAWN, SHIPS, LIND, BRANDT, *(f"{DAWN[:-1]}, for the {n}th day." for n in (4, 5, 6)))
SOME = st.sets(st.sampled_from(EVERY), min_size=2).map(lambda some: sorted(some, key=EVERY.index))


@given(SOME, SOME, SOME)
@settings(max_examples=40, deadline=None)
def test_paragraphs_of_a_file_are_merged_as_paragraphs_are(
    older: list[str], edited: list[str], newer: list[str]
) -> None:
    base, now = (drafting.make(page(*each).encode(), "a.txt") for each in (older, newer))
    filed = source_file.write(now.source).encode()
    head, _, _ = source_file.write(base.source).rpartition("---\n")
    mine = f"{head}---\n" + "".join(f"\n{article.escape(each)}\n" for each in edited)
    found = revising.revise(mine.encode(), base, now, filed)
    merged = merging.merge(older, edited, newer)
    clashes = sum(isinstance(each, merging.Clash) for each in merged)
    assert len(found.conflicts) == clashes
    if not clashes:
        source, _ = source_file.parse(found.content, "a.md", "a")
        assert source.text.split("\n\n")[1:] == list(merged)


class Changing(BaseHTTPRequestHandler):
    """A server of one page, which its outlet edits."""

    body = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Changing)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/port-shut.html"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_that_is_fetched_again_is_a_newer_version(tmp_path: Path, address: str) -> None:
    wishes = Wishes(outlet="Tresa Herald", allow_private=True)

    def fetched(*paragraphs: str) -> Filed:
        text = "".join(f"<p>{each}</p>" for each in paragraphs)
        shown = f"<html><body><h1>Dockers shut the port</h1>{text}</body></html>"
        Changing.body = shown.encode()
        return filing.file_raw(tmp_path, SLUG, address, wishes)

    assert fetched(DAWN, SHIPS, LIND).status == "filed"
    assert fetched(DAWN, SHIPS, LIND).status == "unchanged"
    filed = fetched(DAWN, BRANDT, LIND)
    assert (filed.id, filed.status) == ("tresa-herald", "updated")
    (source,) = content_folder.read_event(tmp_path, SLUG).event.sources  # type: ignore[union-attr]
    assert source.text.split("\n\n")[1:] == [DAWN, BRANDT, LIND]
    assert source.url == address
    raws = sorted(file.name for file in (tmp_path / "content/events" / SLUG / "raw").iterdir())
    assert raws == sorted([source.raw or "", *source.earlier])
    assert len(raws) == 2
