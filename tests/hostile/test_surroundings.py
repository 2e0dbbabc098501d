"""Where a build stands: streams that are shut, folders that are gone, names that are not UTF-8."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tellings.cache import disk, lock
from tellings.cli import main, still
from tests.projects import SETTINGS, files, project

CHECKOUT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX is needed")
linux = pytest.mark.skipif(sys.platform != "linux", reason="other disks refuse such names")
EVENT = Path("content/events/harbour")
PRECIOUS = b"years of work"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project that was built once."""
    root = project(tmp_path / "project", "harbour")
    assert main(["-q"], root) == 0
    return root


def shell(words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell in a folder; “tellings” is the program."""
    command = f'tellings() {{ "{sys.executable}" -m tellings "$@"; }}; {words}'
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )


# streams and folders


@posix
@pytest.mark.parametrize("shut", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_a_shut_stream_stops_no_build(shut: str, root: Path) -> None:
    before = files(root / "site")
    done = shell(f"rm -r site; tellings --no-cache {shut}", root)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert files(root / "site") == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_where_nothing_can_be_printed_it_is_said_and_the_site_is_whole(root: Path) -> None:
    before = files(root / "site")
    done = shell("rm -r site; tellings --no-cache >/dev/full", root)
    assert done.returncode == 1
    assert "what is printed: cannot be used: No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(root / "site") == before
    assert shell("tellings --no-cache --strict >/dev/full 2>/dev/full", root).returncode == 1


@posix
def test_a_folder_that_is_gone_is_told(root: Path) -> None:
    gone = "mkdir gone; cd gone; rmdir ../gone; tellings"
    done = shell(gone, root)
    assert done.returncode == 1
    assert done.stderr.startswith(".: the folder that you are in is gone\n")
    assert shell(f"{gone} --root '{root}'", root).returncode == 0


@posix
@pytest.mark.parametrize("place", ["pyproject.toml", f".cache/{still.FILE}"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(place: str, root: Path) -> None:
    (root / place).unlink(missing_ok=True)
    os.mkfifo(root / place)
    assert main(["-q"], root) == (1 if place == "pyproject.toml" else 0)


@posix
def test_settings_without_end_are_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "pyproject.toml").unlink()
    (root / "pyproject.toml").symlink_to("/dev/zero")
    assert main([], root) == 1
    assert "pyproject.toml: cannot be read: this is no file but" in capsys.readouterr().err
    (root / "pyproject.toml").unlink()
    (root / "pyproject.toml").write_text(SETTINGS + "# more\n" * 200_000, "utf-8")
    assert main([], root) == 1
    assert "pyproject.toml: cannot be read: it is larger than 1 MiB" in capsys.readouterr().err


@posix
@pytest.mark.parametrize("place", ["index.html", "manifest.json"])
def test_a_pipe_in_the_site_is_not_waited_for(place: str, root: Path) -> None:
    before = files(root / "site")
    (root / "site" / place).unlink()
    os.mkfifo(root / "site" / place)
    assert main(["verify", str(root / "site")]) == 1
    # Without its manifest the site is nobody's.
    mended = place == "index.html"
    assert main(["-q"], root) == (0 if mended else 1)
    assert (files(root / "site") == before) is mended
    assert (root / "site" / place).is_fifo() is not mended


@posix
def test_a_pipe_of_somebody_else_stays_where_a_page_would_stand(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "content" / "about.md").write_text("Who we are.\n", "utf-8")
    (root / "site" / "about").mkdir()
    os.mkfifo(root / "site" / "about" / "index.html")
    assert main(["-q"], root) == 1
    assert "site/about/index.html: a file that no build of tellings" in capsys.readouterr().err
    assert (root / "site" / "about" / "index.html").is_fifo()


@posix
def test_a_pipe_is_not_waited_for_to_be_filed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(root / "herald.txt")
    assert main(["ingest", "harbour", str(root / "herald.txt")], root) == 1
    assert "herald.txt: this is no file but a pipe or a device" in capsys.readouterr().err


OURS: dict[str, dict[str, object]] = {
    "an input that no file is called": {"inputs": {"\ud800": "x"}},
    "a version that is none": {"made_by": {"tellings": "\ud800\x1b"}},
    "a page in folders without end": {"outputs": {"x/" * 40_000 + "a": "x"}},
    "a page that no disk holds": {"outputs": {"\ud800": "x"}},
}


@pytest.mark.parametrize("other", OURS.values(), ids=OURS)
def test_a_manifest_that_tells_of_what_cannot_be_is_compared_and_built_over(
    other: dict[str, dict[str, object]], root: Path
) -> None:
    before = files(root / "site")
    place = root / "site" / "manifest.json"
    told = json.loads(place.read_bytes())
    place.write_text(json.dumps({**told, **{k: told[k] | v for k, v in other.items()}}), "utf-8")
    assert main(["verify", str(root / "site")]) == 0
    assert main(["-q"], root) == 0
    assert files(root / "site").keys() == before.keys()
    assert main(["clean", "-q"], root) == 0
    assert files(root / "site") == {}


@linux
def test_a_huge_file_in_the_site_takes_no_memory(root: Path) -> None:
    before = files(root / "site")
    with (root / "site" / "index.html").open("r+b") as file:
        file.truncate(2 * 10**9)
    most = "import resource; resource.setrlimit(resource.RLIMIT_AS, (15 * 10**8,) * 2); "
    called = "import sys; from tellings.cli import main; sys.exit(main(['-q', '--jobs', '1']))"
    done = shell(f'"{sys.executable}" -c "{most}{called}"', root)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(root / "site") == before


@linux
@pytest.mark.parametrize("place", ["content", "site"])
def test_folders_in_folders_without_end_stop_no_build(place: str, root: Path) -> None:
    before = files(root / "site")
    shell(f"cd {place}; for i in $(seq 1200); do mkdir d; cd d; done; echo a >a.md", root)
    try:
        assert main(["-q"], root) == 0
        assert main(["-q"], root) == 0
        assert {name: (root / "site" / name).read_bytes() for name in before} == before
    finally:
        shell(f"rm -rf {place}", root)


@linux
def test_folders_in_folders_without_end_are_told_of(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell("mkdir raw; cd raw; for i in $(seq 1200); do mkdir d; cd d; done; echo a >a.txt", root)
    try:
        assert main(["sort", str(root / "raw")], root) == 1
        assert "folders are nested too deeply" in capsys.readouterr().err
    finally:
        shell("rm -rf raw", root)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is shut to the superuser"
)
@pytest.mark.parametrize(
    "place",
    [EVENT / "sources/ledger.md", EVENT / "sources", EVENT, EVENT.parent, "content", "themes"],
)
def test_what_may_not_be_read_is_not_left_out(
    place: Path | str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "themes").mkdir()
    before = files(root / "site")
    (root / place).chmod(0)
    try:
        assert main([], root) == 1
    finally:
        (root / place).chmod(0o755)
    assert "cannot be used: Permission denied" in capsys.readouterr().err
    assert files(root / "site") == before


# names


@linux
@pytest.mark.parametrize("name", ["sources/a\udcff.txt", "a\udcff.png", "raw/a\udcff.txt"])
def test_a_stray_name_that_is_not_utf_8_stops_no_build(name: str, root: Path) -> None:
    (root / EVENT / name).parent.mkdir(exist_ok=True)
    (root / EVENT / name).write_bytes(b"x")
    assert main(["-q"], root) == 0
    assert main(["-q"], root) == 0
    assert main(["verify", str(root / "site")]) == 0


@linux
@pytest.mark.parametrize("name", [EVENT / "sources/a\udcff.md", Path("content/a\udcff.md")])
def test_a_text_whose_name_is_not_utf_8_is_refused(
    name: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / name).write_bytes(b"Text is here.\n")
    before = files(root / "site")
    assert main([], root) == 1
    said = capsys.readouterr().err
    assert "may hold only a–z, 0–9, hyphens and underscores" in said
    assert all(line.isprintable() for line in said.splitlines())
    assert files(root / "site") == before


@linux
def test_a_project_and_an_output_may_have_a_name_that_is_not_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(still, "YOUNG", -(10**12))
    root, output = project(tmp_path / "a\udcff", "harbour"), tmp_path / "b\udcff"
    for _ in range(3):
        assert main(["-q", "--output", str(output)], root) == 0
    assert main(["-q"], root) == 0
    assert files(output) == files(root / "site")


# links


@posix
def test_nothing_is_written_through_the_link_of_a_part(root: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.write_bytes(PRECIOUS)
    raw = tmp_path / "herald.txt"
    raw.write_text("The port of Tresa is shut, said Mara Lind.\n\nIt opens soon.\n", "utf-8")
    parts = (".published.json.part", "sources/.herald.md.part", "raw/.herald.txt.part")
    for part in parts:
        (root / EVENT / part).parent.mkdir(exist_ok=True)
        (root / EVENT / part).symlink_to(mine)
    assert main(["-q", "record"], root) == 0
    assert main(["-q", "ingest", "harbour", str(raw)], root) == 0
    assert mine.read_bytes() == PRECIOUS
    assert not any((root / EVENT / part).is_symlink() for part in parts)
    assert (root / EVENT / "raw" / "herald.txt").read_bytes() == raw.read_bytes()


@posix
def test_what_cannot_be_filed_is_told_with_its_place_in_the_project(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / EVENT / ".published.json.part").mkdir()
    assert main(["record"], root) == 1
    said = capsys.readouterr().err
    assert said.startswith("content/events/harbour/published.json: the file cannot be written: ")


@posix
def test_the_memory_of_another_program_is_not_written_through_a_link(
    root: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.db"
    with sqlite3.connect(mine) as base:
        base.execute("CREATE TABLE mine (a)")
    base.close()
    before = mine.read_bytes()
    (root / ".cache" / disk.FILE).unlink()
    (root / ".cache" / disk.FILE).symlink_to(mine)
    assert main(["-q"], root) == 0
    assert mine.read_bytes() == before
    assert not (root / ".cache" / disk.FILE).is_symlink()


def test_a_folder_of_another_program_in_the_cache_stays(root: Path) -> None:
    theirs = root / ".cache" / "stage-plans" / "plan"
    theirs.parent.mkdir()
    theirs.write_bytes(PRECIOUS)
    ours = root / ".cache" / f"{lock.STAGE}killed"
    ours.mkdir()
    assert main(["-q"], root) == 0
    assert theirs.read_bytes() == PRECIOUS
    assert not ours.exists()


# a cache that holds something else

OTHER: dict[str, str | Callable[[sqlite3.Connection], object]] = {
    "places that are no JSON": "UPDATE seen SET value = 'x'",
    "places that are other JSON": "UPDATE seen SET value = '[[1]]'",
    "places with numbers": "UPDATE seen SET value = '[[1, 2]]'",
    "places without end": "UPDATE seen SET value = replace(hex(zeroblob(99999)), '0', '[')",
    "places that are bytes": "UPDATE seen SET value = x'ff'",
    "findings that are no JSON": "UPDATE found SET value = x'ff'",
    "findings without end": lambda base: base.execute(
        "UPDATE found SET value = ?", (b"[" * 99_999,)
    ),
    "findings with numbers": lambda base: base.execute(
        "UPDATE found SET value = ?", (b'[[[1,2]],[],[],[],""]',)
    ),
    "findings that are numbers": "UPDATE found SET value = 10000000000",
    "findings of no turn": "UPDATE found SET turn = 'x'",
    "a view that never ends": (
        "DROP TABLE seen; CREATE VIEW seen AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT "
        "x + 1 FROM n) SELECT x || '' AS place, '' AS mark, '' AS value FROM n"
    ),
    "another's tables": "DROP TABLE found; CREATE TABLE found (a)",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON found BEGIN DELETE FROM found; END",
}


@pytest.mark.parametrize("other", OTHER.values(), ids=OTHER)
def test_a_cache_that_holds_something_else_is_looked_past(
    other: str | Callable[[sqlite3.Connection], object],
    root: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = files(root / "site")
    base = sqlite3.connect(root / ".cache" / disk.FILE)
    base.executescript(other) if isinstance(other, str) else other(base)
    base.commit()
    base.close()
    (root / ".cache" / still.FILE).unlink(missing_ok=True)
    assert main(["-q"], root) == 0
    assert "error" not in capsys.readouterr().err
    assert files(root / "site") == before


def test_a_cache_that_tells_of_other_bytes_is_put_right_by_the_next_build(root: Path) -> None:
    before = files(root / "site")
    base = sqlite3.connect(root / ".cache" / disk.FILE)
    rows = base.execute("SELECT key, value FROM found WHERE key NOT LIKE 'l%'").fetchall()
    for key, value in rows:
        record = json.loads(value)
        record[0] = [[path, "0" * 64] for path, _ in record[0]]
        base.execute("UPDATE found SET value = ? WHERE key = ?", (json.dumps(record).encode(), key))
    base.commit()
    base.close()
    (root / ".cache" / still.FILE).unlink(missing_ok=True)
    assert main(["-q"], root) == 1
    assert files(root / "site") == before
    assert main(["-q"], root) == 0
    assert files(root / "site") == before
