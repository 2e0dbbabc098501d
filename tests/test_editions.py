"""What has changed since a digest was published before: real sites, real records."""

import json
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest

from tellings.build import Options, build
from tellings.cli import main
from tellings.errors import Problem
from tellings.model.editions import Edition, EditionClaim, Editions, EditionSource
from tellings.publish import MANIFEST
from tellings.reading import editions
from tests.projects import LEDGER, STANDARD, files, project, source
from tests.site import markup

SLUG = "harbour"
RECORD = f"content/events/{SLUG}/published.json"
DIGEST = f"events/{SLUG}/digest.json"
WIRE = (
    "The port of Saltmere is shut, the union of the dockers said on Wednesday.\n\n"
    "Otto Brandt, the minister, will go to Saltmere on Friday.\n"
)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project that is built and recorded, to be copied."""
    made = project(tmp_path_factory.mktemp("editions") / "project", SLUG)
    assert main([], root=made) == 0
    assert main(["record"], root=made) == 0
    return made


@pytest.fixture
def root(recorded: Path, tmp_path: Path) -> Path:
    """Give a project of one's own that is built and recorded."""
    return shutil.copytree(recorded, tmp_path / "project")


def page(root: Path) -> str:
    assert main(["-q"], root=root) == 0
    return (root / "site/events" / SLUG / "index.html").read_text("utf-8")


def note(root: Path) -> str:
    """Give what the page says of changes; nothing where it says nothing."""
    _, found, after = page(root).partition('id="changes"')
    return after.partition("</section>")[0] if found else ""


def edit(root: Path) -> None:
    """Bring a newer version of a source and a source of its own."""
    later = LEDGER.replace("30 ships wait", "45 ships wait")
    source(root, SLUG, "ledger", later, "published: 2026-03-04\nupdated: 2026-03-06\n")
    source(root, SLUG, "wire", WIRE, "published: 2026-03-05\n")


def test_where_nothing_was_published_or_nothing_has_changed_nothing_is_said(
    root: Path, tmp_path: Path
) -> None:
    assert note(project(tmp_path / "fresh", SLUG)) == ""
    assert "What has changed" not in page(root)
    assert note(root) == ""


def test_the_page_says_what_is_new_changed_and_gone_with_links(root: Path) -> None:
    edit(root)
    said = note(root)
    assert (
        "Since this was last published: 1 new source, 1 changed source, 1 new claim, 1 claim told "
        "by more texts and 2 claims told otherwise." in said
    )
    assert '<a href="sources/wire/">Wire</a> <span class="meta">published 5 March 2026' in said
    assert "its text has changed · published 4 March 2026 · updated 6 March 2026" in said
    assert "Otto Brandt, the minister, will go to Saltmere on Friday." in said
    assert 'now also told by <a href="sources/wire/#s-' in said
    assert "before: “Some 30 ships wait outside the harbour.”" in said


def test_words_of_a_record_stay_words(root: Path) -> None:
    record = root / RECORD
    evil = "<script>alert(1)</script>"
    # Words that are found again in no text, of sources that are there and of one that is not.
    body = record.read_text("utf-8").replace("Some 30 ships wait", f"Some {evil} ships wait")
    body = body.replace('"label": "Standard"', f'"label": "{evil}"').replace("standard", "gone")
    record.write_text(re.sub('"[0-9a-f]{12}"', '"0"', body), "utf-8")
    text = page(root)
    said = note(root)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in said
    assert evil not in text
    assert markup.faults(text) == []
    assert markup.parse_errors(text) == []


def test_a_source_that_goes_takes_its_words_with_it(root: Path) -> None:
    (root / "content/events" / SLUG / "sources/standard.md").unlink()
    said = note(root)
    assert "<h3>Sources gone</h3>" in said
    assert "<li>Standard</li>" in said
    assert "told by sources that are gone or not shown whole" in said
    assert "Dockers have shut" not in said
    assert "40 ships" not in said


@pytest.mark.parametrize("rights", ["excerpt", "none"])
def test_words_that_may_not_be_shown_any_more_are_not_shown(root: Path, rights: str) -> None:
    body = LEDGER.replace("Some 30 ships wait outside the harbour.", "It rained in Tresa.")
    source(root, SLUG, "ledger", body, f"rights: {rights}\n")
    said = note(root)
    assert "claims, told by sources that are gone or not shown whole" in said
    assert "30 ships" not in said
    assert "Ledger" not in said


def test_a_sentence_that_its_source_takes_back_is_shown_among_the_claims_gone(root: Path) -> None:
    source(root, SLUG, "ledger", LEDGER.replace("Some 30 ships wait outside the harbour.\n", ""))
    said = note(root)
    assert "<h3>Claims gone</h3>" in said
    assert "<li>“Some 30 ships wait outside the harbour.”</li>" in said


def test_a_source_that_is_renamed_is_the_same_by_its_raw_file(root: Path, tmp_path: Path) -> None:
    raw = tmp_path / "tresa.txt"
    raw.write_text(f"Talks in Norrin\n\n{WIRE}", "utf-8")
    for command in (["ingest", SLUG, str(raw)], [], ["record"]):
        assert main([*command, "-q"], root=root) == 0
    folder = root / "content/events" / SLUG / "sources"
    (folder / "tresa.md").rename(folder / "norrin.md")
    assert note(root) == ""


def test_recording_changes_no_word_of_the_page(root: Path) -> None:
    edit(root)
    before = note(root)
    record = (root / RECORD).read_bytes()
    assert main(["record"], root=root) == 0
    assert (root / RECORD).read_bytes() != record
    assert note(root) == before != ""
    record = (root / RECORD).read_bytes()
    assert main(["record"], root=root) == 0
    assert (root / RECORD).read_bytes() == record


def test_a_record_has_a_claim_a_line_in_words_as_they_stand(root: Path) -> None:
    lines = (root / RECORD).read_text("utf-8").splitlines()
    gists = [json.loads(line.rstrip(",")) for line in lines if '"gist"' in line]
    assert len(gists) == len(json.loads("".join(lines))["now"]["claims"])
    assert {"“" in line for line in lines if "We will not move" in line} == {True}


def test_the_next_change_is_told_against_the_last_record(root: Path) -> None:
    edit(root)
    page(root)
    assert main(["record"], root=root) == 0
    source(root, SLUG, "standard", f"{STANDARD}\nThe gates of Norrin stay shut.\n")
    said = note(root)
    assert "Since this was last published, with sources up to 6 March 2026: " in said
    assert "The gates of Norrin stay shut." in said
    assert "Otto Brandt" not in said


def test_building_again_or_elsewhere_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    edit(root)
    page(root)
    first = files(root / "site")
    page(root)
    assert files(root / "site") == first
    shutil.copytree(root, tmp_path / "copy", ignore=shutil.ignore_patterns("site", ".cache"))
    page(tmp_path / "copy")
    assert files(tmp_path / "copy/site") == first


def test_an_earlier_site_is_compared_with_instead_of_the_record(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "site", tmp_path / "earlier")
    edit(root)
    by_record = note(root)
    (root / RECORD).unlink()
    since = ["--since", str(tmp_path / "earlier"), "-q"]
    assert note(root) == ""
    assert main(since, root=root) == 0
    first = files(root / "site")
    assert by_record in first[f"events/{SLUG}/index.html"].decode()
    assert main(since, root=root) == 0
    assert files(root / "site") == first
    assert f"--since/{DIGEST}" in json.loads(first[MANIFEST])["inputs"]


def test_the_folder_that_is_published_into_is_no_earlier_site(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root / "site")
    assert main(["--since", str(root / "site")], root=root) == 1
    assert "site: this is the folder that is published into" in capsys.readouterr().err
    assert main(["--since", str(root / "content")], root=root) == 1
    assert "content: no build of tellings has written this folder" in capsys.readouterr().err
    assert files(root / "site") == before


def test_feeds_say_what_has_changed_and_date_it_by_the_sources(root: Path) -> None:
    edit(root)
    page(root)
    feed = Tree.fromstring((root / "site/feed.xml").read_bytes())  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    (entry,) = feed.iter(f"{atom}entry")
    assert entry.findtext(f"{atom}updated") == "2026-03-06T00:00:00Z"
    said = "Since it was last published: 1 new source, 1 changed source, 1 new claim"
    assert said in (entry.findtext(f"{atom}summary") or "")
    (item,) = json.loads((root / "site/feed.json").read_text("utf-8"))["items"]
    assert said in item["content_text"]
    assert item["date_modified"] == "2026-03-06T00:00:00Z"


PLAIN = Edition(sources=(EditionSource(id="ledger", label="Ledger"),), made_by="1")
WHOLE = Edition(
    sources=(
        EditionSource(id="ledger", label="“Ledger”", published="2026-03-04", words_sha256="a"),
        EditionSource(id="wire", label="Wire", updated="2026-03-05", raw_sha256="b"),
    ),
    claims=(
        EditionClaim(id="c-1", gist="Ships wait.", told_in=(("ledger", "1"), ("wire", "2"))),
        EditionClaim(id="c-2", gist="“No.”", told_in=(), differences=(("number", "30", "40"),)),
    ),
    made_by="2",
)


@pytest.mark.parametrize("now", [None, PLAIN, WHOLE])
@pytest.mark.parametrize("before", [None, PLAIN, WHOLE])
def test_what_is_recorded_is_read_back(
    tmp_path: Path, now: Edition | None, before: Edition | None
) -> None:
    recorded = Editions(now=now, before=before)
    (tmp_path / editions.FILE).write_bytes(editions.write(recorded))
    found, problems = editions.of_event(tmp_path, tmp_path)
    assert (found, problems) == (recorded, ())
    assert found is not None
    made = [one.made_by if one else None for one in (found.now, found.before)]
    assert made == [one.made_by if one else None for one in (now, before)]


def deep(_: bytes) -> bytes:
    return b"[" * 100_000


FORMAT, JSON, SHAPE, SIGN = (
    "its format is “",
    "it is not JSON, or cut off: ",
    "it is not what its format says: ",
    "“",
)
HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "of another format": (lambda body: body.replace(b"/1", b"/2", 1), FORMAT),
    "cut off": (lambda body: body[: body.index(b'"claims"')], JSON),
    "empty": (lambda _: b"", JSON),
    "no JSON": (lambda _: b"<!doctype html><p>404</p>", JSON),
    "not UTF-8": (lambda body: body.replace(b"Ledger", b"L\xe9dger"), "it is not UTF-8"),
    "a list": (lambda _: b"[1, 2]", SHAPE),
    "a number": (lambda _: b"7", SHAPE),
    "too deep": (deep, SHAPE),
    "without claims": (lambda body: body.replace(b'"claims"', b'"claimed"'), SHAPE),
    "of other types": (lambda body: body.replace(b'"id": "ledger"', b'"id": ["ledger"]'), SHAPE),
    "of no character": (lambda body: body.replace(b"Some 30", b"Some \\ud800"), SIGN),
    "of a control character": (lambda body: body.replace(b"Some 30", b"Some \\u0007"), SIGN),
    "of a mark that turns text round": (lambda body: body.replace(b"Some 30", b"\\u202e30"), SIGN),
    "of a claim that is a text": (
        lambda body: body.replace(b'"claims": [', b'"claims": ["x", '),
        SHAPE,
    ),
}


RECORDS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "of a place that is none": (
        lambda body: body.replace(b'["ledger", "', b'["ledger", "x", "'),
        SHAPE,
    ),
    "of a difference without a kind": (
        lambda body: re.sub(
            rb'("told_in": \[\[.*?\]\])', rb'\1, "differences": [[]]', body, count=1
        ),
        SHAPE,
    ),
}
"""What only a record can have."""


def said_rightly(problem: Problem, kind: str) -> bool:
    """Tell whether a problem says what is wrong, and where if it is the JSON."""
    said = (HOSTILE | RECORDS)[kind][1]
    return problem.message.startswith(said) and (
        problem.line > 0 if said is JSON else not problem.line
    )


@pytest.mark.parametrize("kind", [*HOSTILE, *RECORDS])
def test_a_record_that_cannot_be_read_is_one_warning(root: Path, kind: str) -> None:
    record = root / RECORD
    spoilt = (HOSTILE | RECORDS)[kind][0](record.read_bytes())
    record.write_bytes(spoilt)
    found, (problem,) = editions.of_event(record.parent, root)
    assert said_rightly(problem, kind)
    assert (found, problem.path, problem.severity) == (None, RECORD, "warning")
    assert problem.hint


def test_a_page_whose_record_cannot_be_read_says_nothing(root: Path) -> None:
    edit(root)
    (root / RECORD).write_bytes(b"{")
    built = build(Options(root=root))
    assert [(each.path, each.line) for each in built.problems] == [(RECORD, 1)]
    assert built.ok
    assert 'id="changes"' not in page(root)
    assert not build(Options(root=root, strict=True, write=False)).ok


@pytest.mark.parametrize("kind", HOSTILE)
def test_an_earlier_digest_that_cannot_be_read_is_one_warning(root: Path, kind: str) -> None:
    site = root / "site"
    body = HOSTILE[kind][0]((site / DIGEST).read_bytes())
    (site / DIGEST).write_bytes(body)
    found = editions.of_site(site, "site")
    assert (found.editions, [each.path for each in found.problems]) == ({}, [f"site/{DIGEST}"])
    assert "another hash" in found.problems[0].message
    manifest = json.loads((site / MANIFEST).read_bytes())
    manifest["outputs"][DIGEST] = sha256(body).hexdigest()
    (site / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    found = editions.of_site(site, "site")
    assert (found.editions, [each.path for each in found.problems]) == ({}, [f"site/{DIGEST}"])
    assert said_rightly(found.problems[0], kind)
    before = (root / RECORD).read_bytes()
    assert main(["record"], root=root) == 1
    assert (root / RECORD).read_bytes() == before


def test_an_earlier_digest_that_is_larger_than_any_is_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = (root / "site" / DIGEST).stat().st_size
    monkeypatch.setattr(editions, "LARGEST", size + 1)
    assert editions.of_site(root / "site", "site").problems == ()
    monkeypatch.setattr(editions, "LARGEST", size)
    assert len(editions.of_site(root / "site", "site").problems) == 1


def test_an_earlier_site_that_cannot_be_read_is_a_warning_of_the_build(
    root: Path, tmp_path: Path
) -> None:
    edit(root)
    earlier = tmp_path / "earlier"
    shutil.copytree(root / "site", earlier)
    (earlier / DIGEST).write_bytes(b"")
    built = build(Options(root=root, since=earlier))
    (problem,) = built.problems
    assert (problem.path, built.ok) == ((earlier / DIGEST).as_posix(), True)
    assert 'id="changes"' not in (root / f"site/events/{SLUG}/index.html").read_text("utf-8")


def test_only_a_site_of_ours_is_recorded(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert main(["record", "--output", str(tmp_path / "other")], root=root) == 1
    shutil.rmtree(root / "content/events" / SLUG)
    assert main(["record"], root=root) == 0
    assert not (root / RECORD).exists()
