import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.errors import ContentError
from tellings.ingest import drafting, filing, shelf
from tellings.ingest.wishes import Wishes
from tellings.model.source import Repair
from tellings.reading import article, content_folder, source_file
from tellings.reading.article import Paragraph

SLUG = "2026-03-04-harbour-strike"
SOURCES = f"content/events/{SLUG}/sources"
PROSE = "The dockers of Norhaven walked out at dawn and the harbour office shut all nine gates."
TEXT = f"Dockers shut the port\n4 March 2026\n\n{PROSE}\n\nAdvertisement\n\n[A] new * day.\n"


def put(folder: Path, name: str, text: str = TEXT) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def tree(root: Path) -> dict[str, bytes]:
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted((root / "content").rglob("*"))
        if file.is_file()
    }


def messages(caught: pytest.ExceptionInfo[ContentError]) -> list[str]:
    return [f"{Path(p.path).name}: {p.message}" for p in caught.value.problems]


def test_a_raw_file_becomes_a_source_of_a_new_event(tmp_path: Path) -> None:
    root = tmp_path / "site"
    raw = put(tmp_path, "Coastal Herald.txt")
    (filed,) = filing.file_all(root, SLUG, [raw])
    assert (filed.id, filed.status, filed.raw) == ("coastal-herald", "filed", raw.name)
    assert (filed.title, filed.published, filed.kept) == (
        "Dockers shut the port",
        "2026-03-04",
        3,
    )
    assert filed.removed == (("advertisement", 1), ("date-label", 1))
    files = tree(root)
    folder = f"content/events/{SLUG}"
    assert list(files) == [
        f"{folder}/event.md",
        f"{folder}/raw/Coastal Herald.txt",
        f"{folder}/sources/coastal-herald.md",
    ]
    assert files[f"{folder}/raw/Coastal Herald.txt"] == raw.read_bytes()
    read = content_folder.read_event(root, SLUG)
    assert read.event is not None
    assert read.problems == ()
    assert (read.event.title, read.event.on) == ("Harbour strike", "2026-03-04")
    assert read.event.sources[0].text == f"Dockers shut the port\n\n{PROSE}\n\n[A] new * day."


def test_filing_again_changes_nothing(tmp_path: Path) -> None:
    root = tmp_path / "site"
    raw = put(tmp_path, "herald.txt")
    filing.file_raw(root, SLUG, raw)
    before = tree(root)
    assert filing.file_raw(root, SLUG, raw).status == "unchanged"
    assert tree(root) == before


def test_a_raw_file_is_known_when_its_source_was_renamed(tmp_path: Path) -> None:
    root = tmp_path / "site"
    raw = put(tmp_path, "herald.txt")
    filing.file_raw(root, SLUG, raw)
    sources = root / "content/events" / SLUG / "sources"
    (sources / "herald.md").rename(sources / "coast.md")
    before = tree(root)
    copy = put(tmp_path, "other name.txt")
    assert [filing.file_raw(root, SLUG, each).id for each in (raw, copy)] == ["coast", "coast"]
    assert tree(root) == before


def test_what_an_editor_has_touched_is_kept_and_a_newer_filing_lies_beside_it(
    tmp_path: Path,
) -> None:
    root = tmp_path / "site"
    raw = put(tmp_path, "herald.txt")
    filing.file_raw(root, SLUG, raw)
    file = root / "content/events" / SLUG / "sources/herald.md"
    edited = file.read_text("utf-8").replace("title: Dockers", "title: The dockers")
    file.write_text(edited, "utf-8")
    filed = filing.file_raw(root, SLUG, raw)
    assert (filed.status, filed.beside) == ("kept-edited", f"{SOURCES}/herald.md.new")
    assert file.read_text("utf-8") == edited
    beside = file.with_name("herald.md.new")
    assert "title: Dockers" in beside.read_text("utf-8")
    before = tree(root)
    assert filing.file_raw(root, SLUG, raw) == filed
    assert tree(root) == before
    beside.replace(file)
    assert filing.file_raw(root, SLUG, raw).status == "unchanged"


def test_windows_line_ends_are_no_edit(tmp_path: Path) -> None:
    root = tmp_path / "site"
    filing.file_raw(root, SLUG, put(tmp_path, "herald.txt"))
    content = (root / "content/events" / SLUG / "sources/herald.md").read_bytes()
    assert shelf.as_filed(content)
    assert shelf.as_filed(content.replace(b"\n", b"\r\n"))
    assert not shelf.as_filed(content + b"\nMore.\n")


def test_ids_come_from_the_editor_then_the_outlet_then_the_file(tmp_path: Path) -> None:
    root = tmp_path / "site"
    url = "https://www.ledger.example/port\n"
    files = [
        put(tmp_path, "a.txt", url + TEXT),
        put(tmp_path, "b.txt", url + TEXT + PROSE),
        put(tmp_path, "c.txt"),
        put(tmp_path, "c d.txt", TEXT + PROSE),
    ]
    ids = [filed.id for filed in filing.file_all(root, SLUG, files[:3])]
    assert ids == ["ledger-example", "ledger-example-2", "c"]
    assert filing.file_raw(root, SLUG, files[3], Wishes(as_id="the-coast")).id == "the-coast"


def test_everything_wrong_is_said_at_once_and_nothing_is_filed(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (tmp_path / "folder").mkdir()
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n")
    good = put(tmp_path, "good.txt")
    furniture = put(tmp_path, "only.txt", "Advertisement\n")
    same = put(tmp_path / "elsewhere", "good.txt", PROSE)
    paths = [good, tmp_path / "no.txt", tmp_path / "folder", tmp_path / "picture.txt"]
    with pytest.raises(ContentError) as caught:
        filing.file_all(root, SLUG, [*paths, furniture, same])
    assert sorted(messages(caught)) == [
        "folder: this is a folder, not a file",
        "good.txt: raw/good.txt is there already, with other content",
        "no.txt: there is no such file",
        "only.txt: no article is found in the file",
        "picture.txt: the file is not text",
    ]
    assert not root.exists()


@pytest.mark.parametrize("slug", ["../outside", "Harbour", "a/b", "", "nul"])
def test_an_event_stays_inside_the_project(tmp_path: Path, slug: str) -> None:
    raw = put(tmp_path, "herald.txt")
    with pytest.raises(ContentError):
        filing.file_all(tmp_path / "site", slug, [raw])
    assert not (tmp_path / "site").exists()


def test_an_event_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "content" / "events").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (root / "content" / "events" / SLUG).symlink_to(tmp_path / "outside")
    with pytest.raises(ContentError, match="leads out of the project"):
        filing.file_raw(root, SLUG, put(tmp_path, "herald.txt"))
    assert list((tmp_path / "outside").iterdir()) == []


def test_an_id_that_is_taken_or_no_id_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "site"
    one, two = put(tmp_path, "one.txt"), put(tmp_path, "two.txt", f"{PROSE} {PROSE}\n")
    filing.file_raw(root, SLUG, one)
    for as_id in ("one", "Ledger"):
        with pytest.raises(ContentError):
            filing.file_raw(root, SLUG, two, Wishes(as_id=as_id))
    with pytest.raises(ContentError, match="filed before, as “one”"):
        filing.file_raw(root, SLUG, one, Wishes(as_id="ledger"))
    with pytest.raises(ContentError, match="one id is for one file"):
        filing.file_all(root, SLUG, [one, two], Wishes(as_id="ledger"))


def test_a_new_event_takes_what_its_sources_agree_on(tmp_path: Path) -> None:
    root = tmp_path / "site"
    filing.file_raw(root, "strike", put(tmp_path, "herald.txt"))
    event = content_folder.read_event(root, "strike").event
    assert event is not None
    assert (event.title, event.on) == ("Strike", "2026-03-04")
    filing.file_raw(root, "2026-03-05", put(tmp_path, "herald.txt"))
    event = content_folder.read_event(root, "2026-03-05").event
    assert event is not None
    assert (event.title, event.on) == ("Dockers shut the port", "2026-03-05")


def test_an_event_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "site"
    event = put(root / "content/events" / SLUG, "event.md", "---\ntitle: Mine\n---\n")
    filing.file_raw(root, SLUG, put(tmp_path, "herald.txt"))
    assert event.read_text("utf-8") == "---\ntitle: Mine\n---\n"


LINE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zs", "Zl", "Zp")), min_size=1, max_size=8
)
LINES = st.lists(
    st.lists(
        LINE | st.sampled_from(["#", "1.", "[A]", "---", "&amp;"]), min_size=1, max_size=4
    ).map(" ".join),
    min_size=1,
    max_size=6,
)


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_the_text_of_a_filed_source_is_its_lines(lines: list[str]) -> None:
    paragraphs = [Paragraph(words=line, part="body", line=1) for line in lines]
    text, blocks = source_file.assemble(paragraphs)
    draft = drafting.make(PROSE.encode(), "a.txt").source
    written = source_file.write(
        type(draft)(id="a", path="a.md", text=text, blocks=blocks, raw="a.txt")
    )
    body = written.split("---\n", 2)[2]
    assert [paragraph.words for paragraph in article.read(body)] == lines


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FIELDS = ("lang", "og:url", "og:title", "og:site_name", "author", "article:published_time")
PAGE = """<!doctype html><html lang="{0}"><head><title>{0}</title>{1}</head><body><article>
<h1>Dockers shut the port</h1>{2}</article></body></html>"""
VALUE = st.sampled_from(
    (
        "en_GB",
        "English, mostly",
        "https://[",
        "/port/strike",
        "2026-02-30T10:00",
        "2026-03-04 25:00",
        "a&#7;b&#xfffe;c",
        "https://ledger.example/a b",
        'https://ledger.example/">',
        "://x",
    )
)


@given(ANY)
@settings(max_examples=60, deadline=None)
def test_any_text_beside_an_article_is_filed_and_read_back(text: str) -> None:
    source = drafting.make(f"{PROSE * 30}\n{text}".encode(), "a.txt").source
    again, warnings = source_file.parse(source_file.write(source).encode(), "a.md", "a")
    assert (again.text, warnings) == (source.text, ())


@given(st.dictionaries(st.sampled_from(FIELDS), VALUE | ANY))
@settings(max_examples=60, deadline=None)
def test_whatever_a_page_says_of_itself_is_filed_and_read_back(fields: dict[str, str]) -> None:
    said = "".join(f'<meta property="{name}" content="{v}">' for name, v in fields.items())
    paragraphs = "".join(f"<p>{PROSE} It was strike number {n}.</p>" for n in range(12))
    page = PAGE.format(fields.get("lang", "en"), said, paragraphs)
    source = drafting.make(page.encode(), "a.html").source
    again, warnings = source_file.parse(source_file.write(source).encode(), "a.md", "a")
    assert (again.text, again.url, again.lang, warnings) == (
        source.text,
        source.url,
        source.lang,
        (),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="such files cannot be made there")
@pytest.mark.parametrize("name", ["con.txt", "what?.txt", "nul.port.txt", "a:b.md", "PORT.txt"])
def test_a_raw_file_whose_name_another_machine_refuses_is_not_filed(
    tmp_path: Path, name: str
) -> None:
    root = tmp_path / "site"
    filing.file_raw(root, SLUG, put(tmp_path, "port.txt"))
    before = tree(root)
    raw = put(tmp_path / "more", name, TEXT + PROSE)
    with pytest.raises(ContentError) as caught:
        filing.file_raw(root, SLUG, raw)
    assert caught.value.problems[0].hint
    assert tree(root) == before


@pytest.mark.parametrize("inner", ["raw", "sources"])
def test_a_folder_of_an_event_that_leads_out_of_the_project_is_refused(
    tmp_path: Path, inner: str
) -> None:
    root, outside = tmp_path / "site", tmp_path / "outside"
    (root / "content" / "events" / SLUG).mkdir(parents=True)
    outside.mkdir()
    (root / "content" / "events" / SLUG / inner).symlink_to(outside)
    with pytest.raises(ContentError, match="leads out of the project"):
        filing.file_raw(root, SLUG, put(tmp_path, "herald.txt"))
    assert list(outside.iterdir()) == []


def test_control_characters_are_taken_out_and_said(tmp_path: Path) -> None:
    raw = put(tmp_path, "herald.txt", f"{PROSE}\n\n{PROSE * 3}\n\nThe gates\x07 stay\0 shut.\n")
    filing.file_raw(tmp_path / "site", SLUG, raw)
    (source,) = content_folder.read_event(tmp_path / "site", SLUG).event.sources  # type: ignore[union-attr]
    assert source.text.endswith("The gates stay shut.")
    assert source.repairs == (Repair(kind="control-character", line=5),)
