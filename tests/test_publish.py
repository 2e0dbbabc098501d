"""Publishing: all or nothing, only what changed, and nothing that is not ours."""

import errno
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings import publish
from tellings.errors import PublishError
from tellings.model.page import Output, Page
from tellings.publish import Publication, Published, manifest

HOME = Page("index.html", b"<p>home")
DIGEST = Page("events/harbour/index.html", b"<p>digest")
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
needs_no_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only to the superuser"
)


def put(output: Path, *pages: Page, inputs: tuple[tuple[str, str], ...] = ()) -> Published:
    bodies = {page.path: page.body for page in pages}
    standing = {
        path: sha256((output / path).read_bytes()).hexdigest()
        for path in bodies
        if "\x00" not in path and (output / path).is_file()
    }
    outputs = tuple(Output(page.path, sha256(page.body).hexdigest()) for page in pages)
    publication = Publication(outputs=outputs, inputs=inputs, made_by="1.2.3")
    return publish.publish(publication, output, body=bodies.__getitem__, standing=standing)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pages_in(folder: Path) -> dict[str, bytes]:
    return {path: body for path, body in files(folder).items() if path != publish.MANIFEST}


def refused(output: Path, *pages: Page) -> str:
    before = files(output) if output.is_dir() else {}
    with pytest.raises(PublishError) as problem:
        put(output, *pages)
    assert (files(output) if output.is_dir() else {}) == before
    return str(problem.value)


def test_the_folder_holds_the_pages_and_a_manifest(tmp_path: Path) -> None:
    done = put(tmp_path / "site", HOME, DIGEST, inputs=(("content/b.md", "bb"), ("a", "aa")))
    assert done == Published(written=("events/harbour/index.html", "index.html"))
    assert pages_in(tmp_path / "site") == {HOME.path: HOME.body, DIGEST.path: DIGEST.body}
    manifest = json.loads((tmp_path / "site" / "manifest.json").read_text("utf-8"))
    assert manifest["format"] == "tellings.manifest/1"
    assert manifest["made_by"] == {"tellings": "1.2.3"}
    assert list(manifest["inputs"].items()) == [("a", "aa"), ("content/b.md", "bb")]
    assert list(manifest["outputs"]) == ["events/harbour/index.html", "index.html"]
    assert len(manifest["outputs"]["index.html"]) == 64


def test_an_unchanged_page_is_not_written_again(tmp_path: Path) -> None:
    put(tmp_path, HOME, DIGEST)
    for name in (HOME.path, "manifest.json"):
        os.utime(tmp_path / name, ns=(1, 1))
    done = put(tmp_path, HOME, DIGEST)
    assert done == Published(unchanged=(DIGEST.path, HOME.path))
    assert (tmp_path / HOME.path).stat().st_mtime_ns == 1
    assert (tmp_path / "manifest.json").stat().st_mtime_ns == 1


def test_a_changed_page_alone_is_written(tmp_path: Path) -> None:
    put(tmp_path, HOME, DIGEST)
    done = put(tmp_path, Page(HOME.path, b"<p>new"), DIGEST)
    assert done == Published(written=(HOME.path,), unchanged=(DIGEST.path,))
    assert (tmp_path / HOME.path).read_bytes() == b"<p>new"


def test_a_page_that_is_gone_is_removed_with_its_empty_folders(tmp_path: Path) -> None:
    put(tmp_path, HOME, DIGEST)
    assert put(tmp_path, HOME).removed == (DIGEST.path,)
    assert not (tmp_path / "events").exists()


def test_what_is_not_ours_stays_beside_our_pages(tmp_path: Path) -> None:
    put(tmp_path, HOME, DIGEST)
    (tmp_path / "events" / "harbour" / "mine.txt").write_bytes(b"mine")
    put(tmp_path, HOME)
    assert pages_in(tmp_path) == {HOME.path: HOME.body, "events/harbour/mine.txt": b"mine"}


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"years of work")
    assert "no build of tellings has written" in refused(tmp_path, HOME)


def test_somebody_elses_manifest_does_not_make_a_folder_ours(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"format": "web app", "outputs": {"a": "b"}}')
    (tmp_path / "a").write_bytes(b"mine")
    assert "no build of tellings has written" in refused(tmp_path, HOME)


def test_a_manifest_lists_what_can_be_a_page_alone() -> None:
    listed = {"../a": "1", "a\ud800": "2", "con.html": "3", "/a": "4", "index.html": "5"}
    written = json.dumps({"format": "tellings.manifest/1", "outputs": listed})
    assert manifest.outputs_in(written.encode()) == {"index.html": "5"}


@pytest.mark.parametrize("outputs", [b"", b"7", b'["a"]', b"[" * 100_000, b"\xff", b'{"a": "1"}}'])
def test_a_manifest_that_cannot_be_read_lists_nothing(outputs: bytes) -> None:
    whole = b'{"format": "tellings.manifest/1", "outputs": %b}'
    assert manifest.outputs_in(whole % b'{"a": "1"}') == {"a": "1"}
    assert manifest.outputs_in(whole % outputs) == {}


def test_a_folder_with_dotfiles_alone_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").write_bytes(b"")
    put(tmp_path, HOME)
    assert publish.clean(tmp_path) == (HOME.path,)
    assert files(tmp_path) == {".gitkeep": b""}


def test_a_foreign_file_where_a_page_would_stand_is_kept(tmp_path: Path) -> None:
    put(tmp_path, HOME)
    (tmp_path / "CNAME").write_bytes(b"mine.example.org")
    assert "stands where a page would" in refused(tmp_path, HOME, Page("CNAME", b"ours.example"))
    assert put(tmp_path, HOME, Page("CNAME", b"mine.example.org")).written == ()


@pytest.mark.parametrize("mine", ["events", "events/harbour", "events/harbour/index.html/mine.txt"])
def test_what_somebody_puts_in_the_place_of_a_page_of_ours_is_kept(
    tmp_path: Path, mine: str
) -> None:
    put(tmp_path, HOME, DIGEST)
    (tmp_path / DIGEST.path).unlink()
    for folder in ("events/harbour", "events"):
        if not mine.startswith(f"{folder}/"):
            (tmp_path / folder).rmdir()
    (tmp_path / mine).parent.mkdir(exist_ok=True)
    (tmp_path / mine).write_bytes(b"mine")
    said = refused(tmp_path, Page(HOME.path, b"<p>new"), DIGEST)
    assert f"{tmp_path.name}/{mine}: no build of tellings has written this" in said


def test_a_file_as_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"a file")
    assert "no build of tellings has written" in refused(tmp_path / "site", HOME)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/etc/passwd", "events/../../index.html", "events/con/index.html", "a\x00b.html"),
        *(f"events/{'x' * 300}/index.html", "manifest.json", "Manifest.JSON"),
    ],
)
def test_a_path_that_some_disk_could_not_hold_is_refused(path: str, tmp_path: Path) -> None:
    refused(tmp_path / "site", HOME, Page(path, b"x"))
    assert not (tmp_path / "site").exists()


def test_paths_that_differ_only_in_capitals_are_refused(tmp_path: Path) -> None:
    message = refused(tmp_path, Page("Port/a.html", b""), Page("port/b.html", b""))
    assert "“port” and “Port”" in message
    assert "both a page and a folder" in refused(tmp_path, Page("a", b""), Page("a/b", b""))
    assert "two files" in refused(tmp_path, Page("A", b""), Page("a", b""))


def test_two_pages_at_one_place_are_refused(tmp_path: Path) -> None:
    assert "two pages" in refused(tmp_path, HOME, Page(HOME.path, b"another"))


def test_every_refused_path_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as problem:
        put(tmp_path, Page("../a", b""), Page("nul", b""))
    assert len(problem.value.problems) == 2


@needs_links
def test_a_page_is_never_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "site").mkdir()
    put(tmp_path / "site", HOME)
    (tmp_path / "site" / "events").symlink_to(elsewhere)
    assert "symbolic link" in refused(tmp_path / "site", HOME, DIGEST)
    assert not any(elsewhere.iterdir())


@needs_links
def test_nothing_is_removed_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "harbour"
    elsewhere.mkdir(parents=True)
    (elsewhere / "index.html").write_bytes(b"mine")
    put(tmp_path / "site", HOME, DIGEST)
    (tmp_path / "site" / DIGEST.path).unlink()
    (tmp_path / "site" / "events" / "harbour").rmdir()
    (tmp_path / "site" / "events").rmdir()
    (tmp_path / "site" / "events").symlink_to(elsewhere.parent)
    assert put(tmp_path / "site", HOME).removed == ()
    assert (elsewhere / "index.html").read_bytes() == b"mine"


@needs_links
def test_no_part_of_a_page_is_looked_for_beyond_a_link(tmp_path: Path) -> None:
    part = tmp_path / "elsewhere" / ".tellings-1.tmp"
    part.parent.mkdir()
    part.write_bytes(b"mine")
    put(tmp_path / "site", HOME)
    (tmp_path / "site" / "mine").symlink_to(part.parent)
    (tmp_path / "site" / "round").symlink_to(tmp_path / "site")
    put(tmp_path / "site", HOME, DIGEST)
    publish.clean(tmp_path / "site")
    assert part.read_bytes() == b"mine"


def test_a_manifest_that_names_files_outside_removes_none(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    site = tmp_path / "site"
    put(site, HOME)
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    manifest["outputs"]["../mine.txt"] = "0" * 64
    (site / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    put(site, HOME)
    publish.clean(site)
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"


def test_a_build_that_is_stopped_leaves_no_part_of_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path / "site", HOME, DIGEST)
    assert files(tmp_path / "site") == {}


def test_cleaning_takes_the_parts_that_a_killed_build_left(tmp_path: Path) -> None:
    put(tmp_path / "site", DIGEST)
    (tmp_path / "site" / "events" / "harbour" / ".tellings-1.tmp").write_bytes(b"<p>dig")
    publish.clean(tmp_path / "site")
    assert list((tmp_path / "site").iterdir()) == []


@needs_no_root
def test_a_folder_that_cannot_be_written_is_told_with_help(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        message = refused(tmp_path / "site", HOME)
    finally:
        tmp_path.chmod(0o755)
    assert "--output" in message


@contextmanager
def small_disk(largest: int) -> Iterator[None]:
    resource = pytest.importorskip("resource", reason="no limit on file sizes there")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_a_disk_that_refuses_a_page_is_told_with_its_place(tmp_path: Path) -> None:
    with small_disk(20_000), pytest.raises(PublishError, match="cannot be written") as problem:
        put(tmp_path / "site", HOME, Page("port/z.html", b"z" * 40_000))
    (said,) = problem.value.problems
    assert (said.path, said.message) == (
        "site/port/z.html",
        f"cannot be written: {os.strerror(errno.EFBIG)}",
    )
    assert not any("tmp" in path for path in files(tmp_path))


def test_a_build_that_stopped_half_way_is_taken_up_by_the_next(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with small_disk(20_000), pytest.raises(PublishError):
        put(site, HOME, Page("port/z.html", b"z" * 40_000))
    assert (site / HOME.path).exists()
    put(site, DIGEST)
    assert pages_in(site) == {DIGEST.path: DIGEST.body}


def test_a_page_may_stand_where_a_folder_of_pages_was_and_back(tmp_path: Path) -> None:
    file, below = Page("port", b"a page"), Page("port/a/index.html", b"another")
    for page in (file, below, file):
        put(tmp_path, page)
        assert pages_in(tmp_path) == {page.path: page.body}
    put(tmp_path, below)
    (tmp_path / "port" / "mine.txt").write_bytes(b"mine")
    assert "port/mine.txt" in refused(tmp_path, file)


def test_cleaning_removes_ours_and_keeps_the_rest(tmp_path: Path) -> None:
    put(tmp_path, HOME, DIGEST)
    (tmp_path / ".gitkeep").write_bytes(b"")
    (tmp_path / "mine.txt").write_bytes(b"mine")
    assert publish.clean(tmp_path) == (DIGEST.path, HOME.path)
    assert files(tmp_path) == {".gitkeep": b"", "mine.txt": b"mine"}
    with pytest.raises(PublishError):
        publish.clean(tmp_path)


def test_cleaning_what_is_not_there_does_nothing(tmp_path: Path) -> None:
    assert publish.clean(tmp_path / "site") == ()
    assert not (tmp_path / "site").exists()


SITES = st.dictionaries(
    st.sampled_from(["a.html", "b/index.html", "b/c/index.html", "d/e.csv"]),
    st.binary(max_size=3),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(SITES, min_size=1, max_size=4))
def test_any_row_of_builds_ends_as_the_last_alone_would(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("row")
    for site in sites:
        put(folder / "one", *(Page(path, body) for path, body in site.items()))
    put(folder / "other", *(Page(path, body) for path, body in sites[-1].items()))
    assert files(folder / "one") == files(folder / "other")


@needs_links
def test_a_link_that_is_laid_while_pages_are_written_is_not_written_through(
    tmp_path: Path,
) -> None:
    output, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    put(output, HOME)

    def laying(path: str) -> bytes:
        (output / "events").symlink_to(elsewhere)
        return DIGEST.body

    outputs = (Output(DIGEST.path, sha256(DIGEST.body).hexdigest()),)
    publication = Publication(outputs=outputs, inputs=(), made_by="1.2.3")
    with pytest.raises(PublishError, match="symbolic links"):
        publish.publish(publication, output, body=laying, standing={})
    assert not [*elsewhere.iterdir()]


def test_a_file_that_is_read_just_now_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = [PermissionError(errno.EACCES, "in use")] * 3
    real = Path.replace

    def replace(part: Path, place: Path) -> Path:
        if busy:
            raise busy.pop()
        return real(part, place)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr("tellings.publish.folder.WAITS", (0.0,) * 3)
    put(tmp_path / "site", HOME)
    assert pages_in(tmp_path / "site") == {HOME.path: HOME.body}
