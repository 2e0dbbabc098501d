"""Builds that are killed or starved, or meet: every file stays whole, and the next one mends."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tellings.build import Options, build
from tellings.cache import lock
from tellings.cli import main
from tellings.errors import PublishError
from tellings.publish import branch
from tests.projects import event, files, project, source

CHECKOUT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
NEW = "The port of Saltmere is open again.\n\n“We have won,” said Otto Brandt.\n"
KILLER = """
import importlib, os, signal, sys, threading
from pathlib import Path
from tellings.build import Options, build
def die():
    os.kill(os.getpid(), signal.SIGKILL)
def dying(real, left):
    def called(*given, **more):
        left[0] -= 1
        if left[0] < 0:
            die()
        return real(*given, **more)
    return called
def killed(root, stage, count):
    if stage == "time":
        threading.Timer(count / 1000, die).start()
    elif stage:
        module, name = stage.split(":")
        owner = importlib.import_module(module)
        *path, last = name.split(".")
        for step in path:
            owner = getattr(owner, step)
        setattr(owner, last, dying(getattr(owner, last), [count]))
    build(Options(root=root, cache=root / ".cache"))
killed(Path(sys.argv[1]), "", 0)
for line in sys.stdin:
    root, stage, count = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        killed(Path(root), stage, int(count))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Builds once, and then a process of its own for each line it reads, killed on the way.

To start Python and load the program takes ten times as long as such a build.
"""

STAGES = (
    ("tellings.build.events:find", 0),
    ("tellings.reading.content_folder:read_event", 0),
    ("tellings.reading.content_folder:read_event", 1),
    ("tellings.analysis.study:study", 0),
    ("tellings.render.pages:of_event", 1),
    ("tellings.cache.disk:Disk.keep", 0),
    ("tellings.cache.disk:Disk.see", 0),
    ("tellings.build.whole:Whole.find_pages", 0),
    ("tellings.build.whole:Whole.check_links", 0),
    ("tellings.build.press:Press.publish", 0),
    *(("tellings.publish.folder:_write", count) for count in (0, 1, 3, 9)),
    *(("pathlib:Path.replace", count) for count in (0, 1, 4)),
    ("tellings.publish.folder:_removed", 1),
)
"""Where a build is killed: a function, and how many calls of it go well."""

TIMES = (2, 10, 25, 45, 70, 100, 130, 160)
"""Milliseconds after which a build is killed, wherever it is."""


def changed(root: Path) -> None:
    """Change one event, take one away and add another: pages to write, to remove and to leave."""
    source(root, "harbour", "ledger", NEW)
    shutil.rmtree(root / "content" / "events" / "ferry")
    event(root, "strike")


@pytest.fixture(scope="module")
def standards(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Give a project that was built once, and what its site is after the change."""
    root = project(tmp_path_factory.mktemp("old"), "ferry", "harbour", "march")
    after = tmp_path_factory.mktemp("new") / "project"
    shutil.copytree(root, after)
    changed(after)
    assert build(Options(root=after, cache=after / ".cache")).ok
    assert build(Options(root=root, cache=root / ".cache")).ok
    return root, files(after / "site")


@pytest.fixture(scope="module")
def killer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """Start what builds and is killed."""
    root = project(tmp_path_factory.mktemp("first"), "ferry")
    pipe = subprocess.PIPE
    # No library may have begun threads when the process is divided.
    alone = {"OPENBLAS_NUM_THREADS": "1", "VECLIB_MAXIMUM_THREADS": "1"}
    with subprocess.Popen(
        [sys.executable, "-c", KILLER, str(root)],
        cwd=CHECKOUT,
        env={**os.environ, **alone},
        stdin=pipe,
        stdout=pipe,
        text=True,
    ) as started:
        yield started
        started.communicate()
    assert started.returncode == 0


def killed(killer: subprocess.Popen[str], root: Path, stage: str, count: int) -> int:
    """Build a project in a process that is killed on the way, and give what became of it."""
    assert killer.stdin is not None
    assert killer.stdout is not None
    killer.stdin.write(f"{root}\t{stage}\t{count}\n")
    killer.stdin.flush()
    return int(killer.stdout.readline())


@posix
@pytest.mark.parametrize(
    ("stage", "count"), [*STAGES, *(("time", milliseconds) for milliseconds in TIMES)]
)
def test_a_killed_build_leaves_whole_files_and_the_next_one_mends(
    stage: str,
    count: int,
    killer: subprocess.Popen[str],
    standards: tuple[Path, dict[str, bytes]],
    tmp_path: Path,
) -> None:
    built, new = standards
    root = tmp_path / "project"
    shutil.copytree(built, root)
    old = files(root / "site")
    changed(root)
    given = files(root / "content")
    status = killed(killer, root, stage, count)
    assert status == -signal.SIGKILL or (stage == "time" and status == 0)
    for path, body in files(root / "site").items():
        if path != "manifest.json" and not path.endswith(".tmp"):
            assert body in (old.get(path), new.get(path)), path
    assert json.loads((root / "site" / "manifest.json").read_bytes())["outputs"]
    assert files(root / "content") == given
    assert build(Options(root=root, cache=root / ".cache")).ok
    assert files(root / "site") == new
    assert [path for path in files(root / ".cache") if not path.startswith("tellings.sqlite")] == []


def test_an_error_of_content_publishes_nothing_of_the_other_events(tmp_path: Path) -> None:
    root = project(tmp_path, "ferry", "harbour")
    assert main(["-q"], root=root) == 0
    before = files(root / "site")
    source(root, "ferry", "ledger", NEW)
    source(root, "harbour", "ledger", NEW, "published: never\n")
    assert main(["-q"], root=root) == 1
    assert files(root / "site") == before


@posix
def test_a_second_build_waits_for_the_first_and_names_it(tmp_path: Path) -> None:
    said: list[str] = []
    with (
        lock.held(tmp_path),
        pytest.raises(PublishError) as problem,
        lock.held(tmp_path, patience=0.2),
    ):
        pass
    assert f"process {os.getpid()} on " in str(problem.value)
    with lock.held(tmp_path, waiting=said.append):
        assert json.loads((tmp_path / lock.FILE).read_bytes())["pid"] == os.getpid()
    assert said == []
    assert files(tmp_path) == {}


@posix
@pytest.mark.parametrize(
    ("command", "file", "says"),
    [
        (["record"], lock.FILE, "another build of this project is at work"),
        (["clean"], lock.FILE, "another build of this project is at work"),
        (["ingest", "harbour", "pyproject.toml"], lock.FILING, "another filing into this project"),
        (["sort", "raw", "--write"], lock.FILING, "another filing into this project is at work"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_writes_into_a_project_waits_for_whoever_does_the_same(
    command: list[str],
    file: str,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = project(tmp_path, "harbour")
    (root / "raw").mkdir()
    (root / "raw" / "a.txt").write_text(NEW, "utf-8")
    assert main(["-q"], root=root) == 0
    before = files(root)
    monkeypatch.chdir(root)
    usual = lock.held
    monkeypatch.setattr(lock, "held", partial(usual, patience=0.2))
    with usual(root / ".cache", file=file):
        assert main(command, root=root) == 1
    assert says in capsys.readouterr().err
    assert files(root) == before


@posix
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_what_is_sent_to_a_branch_is_what_that_build_has_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "project", "harbour")
    (root / ".gitignore").write_text("/site/\n/.cache/\n", "utf-8")
    for words in (
        ("init", "-q", "--bare", str(tmp_path / "remote")),
        ("init", "-q", "--initial-branch=main"),
        ("remote", "add", "origin", str(tmp_path / "remote")),
        ("config", "user.name", "Mara Lind"),
        ("config", "user.email", "mara@example.org"),
    ):
        subprocess.run(["git", *words], cwd=root, check=True)
    usual, met = branch.publish, []

    def sending(place: branch.Place, output: Path, message: str) -> branch.Sent:
        with pytest.raises(PublishError) as problem, lock.held(root / ".cache", patience=0):
            pass
        met.append(str(problem.value))
        return usual(place, output, message)

    monkeypatch.setattr(branch, "publish", sending)
    assert main(["publish"], root=root) == 0
    assert len(met) == 1
    assert f"process {os.getpid()} on " in met[0]
    assert not (root / ".cache" / lock.FILE).exists()


@posix
def test_texts_that_are_filed_at_once_all_get_a_place_of_their_own(tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    command = [sys.executable, str(CHECKOUT / "build.py"), "--root", str(root), "ingest", "quay"]
    runs = []
    for n in range(3):
        raw = tmp_path / f"text-{n}.txt"
        raw.write_text(f"{NEW}\nSome {n + 20} ships wait.\n", "utf-8")
        runs.append(subprocess.Popen([*command, str(raw), "--outlet", "Tresa Post"]))
    assert [run.wait(600) for run in runs] == [0, 0, 0]
    folder = root / "content" / "events" / "quay"
    filed = [path.name for path in sorted((folder / "sources").iterdir())]
    assert filed == ["tresa-post-2.md", "tresa-post-3.md", "tresa-post.md"]
    texts = [path.read_text("utf-8") for path in sorted((folder / "raw").iterdir())]
    assert sorted(text.split()[-3] for text in texts) == ["20", "21", "22"]


@posix
def test_the_lock_of_a_process_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    held = (
        "import os, signal, sys; from pathlib import Path; from tellings.cache import lock\n"
        "with lock.held(Path(sys.argv[1])): os.kill(os.getpid(), signal.SIGKILL)"
    )
    command = [sys.executable, "-c", held, str(tmp_path)]
    assert subprocess.run(command, check=False, cwd=CHECKOUT).returncode == -signal.SIGKILL
    assert "pid" in json.loads((tmp_path / lock.FILE).read_bytes())
    with lock.held(tmp_path, patience=0):
        assert json.loads((tmp_path / lock.FILE).read_bytes())["pid"] == os.getpid()


@posix
def test_nothing_is_written_or_removed_through_a_link_in_the_cache(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    (mine / "stage-thesis").mkdir(parents=True)
    (mine / "stage-thesis" / "text").write_bytes(b"years of work")
    root = project(tmp_path / "linked", "harbour")
    (root / ".cache").symlink_to(mine)
    assert main(["-q"], root=root) == 0
    root = project(tmp_path / "lock", "harbour")
    (root / ".cache").mkdir()
    (root / ".cache" / lock.FILE).symlink_to(mine / "stage-thesis" / "text")
    assert main(["-q"], root=root) == 0
    assert (mine / "stage-thesis" / "text").read_bytes() == b"years of work"


@posix
def test_builds_at_once_leave_the_site_of_one(tmp_path: Path) -> None:
    root = project(tmp_path, "ferry", "harbour")
    command = [sys.executable, str(CHECKOUT / "build.py"), "--root", str(root)]
    runs = [subprocess.Popen([*command, *more]) for more in ([], ["--no-cache"], [])]
    assert [run.wait(600) for run in runs] == [0, 0, 0]
    assert main(["verify", str(root / "site")]) == 0
    assert not any("stage" in path or "lock" in path for path in files(root))


@contextmanager
def full_disk(folder: Path, size: str) -> Iterator[None]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("no small disk can be made here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no such disk there")
@pytest.mark.parametrize("size", ["16k", "64k", "96k"])
def test_a_full_disk_is_told_and_leaves_whole_pages(
    size: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", "harbour")
    assert main(["-q"], root=root) == 0
    whole = files(root / "site")
    with full_disk(tmp_path / "disk", size):
        assert main(["-q", "-o", str(tmp_path / "disk" / "site")], root=root) == 1
        assert "make room on the disk" in capfd.readouterr().err
        for path, body in files(tmp_path / "disk").items():
            assert body == whole[path.removeprefix("site/")] or path.endswith("manifest.json")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no such disk there")
def test_a_disk_that_may_only_be_read_is_told_and_keeps_the_site(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", "harbour")
    with full_disk(tmp_path / "disk", "4m"):
        output = ["-q", "-o", str(tmp_path / "disk" / "site")]
        assert main(output, root=root) == 0
        whole = files(tmp_path / "disk")
        source(root, "harbour", "ledger", NEW)
        remount = ["mount", "-o", "remount,ro", str(tmp_path / "disk")]
        subprocess.run(remount, check=True)
        assert main(output, root=root) == 1
        said = capfd.readouterr().err
        assert "cannot be written: Read-only file system" in said
        assert "name an output folder on a disk that can be written" in said
        assert files(tmp_path / "disk") == whole


def test_a_site_edited_by_hand_is_told_by_verify_and_mended_by_a_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, "harbour")
    assert main(["-q"], root=root) == 0
    site, whole = root / "site", files(root / "site")
    (site / "index.html").write_bytes(b"<script>")
    (site / "404.html").unlink()
    (site / "mine.txt").write_bytes(b"mine")
    assert main(["verify", str(site)]) == 1
    said = capsys.readouterr().err
    assert "index.html: is not as it was built" in said
    assert "404.html: is missing" in said
    assert "mine.txt: warning: no build of tellings has written this file" in said
    assert main(["-q"], root=root) == 0
    assert files(site) == {**whole, "mine.txt": b"mine"}
    assert main(["verify", str(site)]) == 0


def test_a_hidden_file_beside_the_site_is_told_by_verify_but_for_the_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, "harbour")
    assert main(["-q"], root=root) == 0
    for path in (".git/config", ".gitkeep", ".htaccess", ".well-known/x", "events/.x"):
        (root / "site" / path).parent.mkdir(exist_ok=True)
        (root / "site" / path).write_bytes(b"mine")
    assert main(["verify", str(root / "site")]) == 0
    told = [line.partition(": warning")[0] for line in capsys.readouterr().err.splitlines()]
    assert [line.rpartition("/site/")[2] for line in told if line.startswith("/")] == [
        ".htaccess",
        ".well-known/x",
        "events/.x",
    ]


def test_a_site_whose_manifest_is_torn_is_not_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, "harbour")
    assert main(["-q"], root=root) == 0
    manifest = root / "site" / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:500])
    torn = files(root / "site")
    assert main([], root=root) == 1
    assert main(["clean"], root=root) == 1
    assert main(["verify", str(root / "site")]) == 1
    assert capsys.readouterr().err.count("no build of tellings has written") == 3
    assert files(root / "site") == torn


@pytest.mark.parametrize("where", [0, 100, 5_000])
def test_a_torn_cache_costs_time_alone(where: int, tmp_path: Path) -> None:
    root = project(tmp_path, "harbour")
    assert main(["-q"], root=root) == 0
    whole = files(root / "site")
    cache = root / ".cache" / "tellings.sqlite"
    body = cache.read_bytes()
    cache.write_bytes(body[:where] + bytes(range(256)) * 8 + body[where + 2_048 :])
    source(root, "harbour", "ledger", NEW)
    assert main(["-q"], root=root) == 0
    assert main(["-q", "--no-cache", "-o", str(root / "other")], root=root) == 0
    assert files(root / "site") == files(root / "other") != whole


def test_a_source_that_goes_while_it_is_read_is_one_clear_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, "harbour")
    assert main(["-q"], root=root) == 0
    before = files(root / "site")
    usual = Path.open

    def vanishing(self: Path, *given: str, **more: str) -> object:
        if self.name == "ledger.md" and given == ("rb",):
            self.unlink(missing_ok=True)
        return usual(self, *given, **more)  # type: ignore[call-overload]

    source(root, "harbour", "ledger", NEW)
    monkeypatch.setattr(Path, "open", vanishing)
    assert main([], root=root) == 1
    assert "ledger.md: the file cannot be read: No such file" in capsys.readouterr().err
    assert files(root / "site") == before


FILER = """
import os, signal, sys
from pathlib import Path
from tellings.cli import main
real, left = Path.replace, [int(sys.argv[2])]
def dying(self, target):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    return real(self, target)
Path.replace = dying
main(["ingest", "quay", *sys.argv[3:]], root=Path(sys.argv[1]))
"""


@posix
@pytest.mark.parametrize("count", range(5))
def test_a_filing_that_is_killed_is_ended_by_the_next(count: int, tmp_path: Path) -> None:
    raw = [tmp_path / "one.txt", tmp_path / "two.txt"]
    raw[0].write_text(NEW, "utf-8")
    raw[1].write_text(f"{NEW}\nSome 70 ships wait at Tresa.\n", "utf-8")
    given = [str(path) for path in raw]
    clean = project(tmp_path / "clean")
    assert main(["-q", "ingest", "quay", *given], root=clean) == 0
    root = project(tmp_path / "killed")
    command = [sys.executable, "-c", FILER, str(root), str(count), *given]
    killed = subprocess.run(command, check=False, cwd=CHECKOUT, capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    whole = files(clean / "content")
    for path, body in files(root / "content").items():
        assert path.endswith(".part") or body == whole[path]
    assert main(["-q", "ingest", "quay", *given], root=root) == 0
    assert files(root / "content") == whole


FUTURE, PAST = 4_000_000_000, 1
"""Seconds of a clock that is far ahead, and of one that was never set."""


@pytest.mark.parametrize("at", [FUTURE, PAST], ids=["the future", "the past"])
def test_a_clock_that_jumps_hides_no_change_and_makes_no_lock_stale(
    at: int, tmp_path: Path
) -> None:
    root = project(tmp_path / "project", "harbour")
    other = project(tmp_path / "other", "harbour")
    source(other, "harbour", "ledger", NEW)
    assert main(["-q"], root=other) == 0
    (root / ".cache").mkdir()
    (root / ".cache" / lock.FILE).write_text('{"pid": 1, "host": "norrin"}', "utf-8")
    for path in [*root.rglob("*"), root]:
        os.utime(path, (at, at))
    for number in range(3):
        assert main(["-q"], root=root) == 0
        for path in sorted((root / "site").rglob("*")):
            os.utime(path, (at + number, at + number))
    file = source(root, "harbour", "ledger", NEW)
    os.utime(file, (at, at))
    os.utime(file.parent, (at, at))
    assert main(["-q"], root=root) == 0
    assert files(root / "site") == files(other / "site")


def test_words_of_the_same_size_saved_under_an_older_time_are_seen(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour")
    file = root / "content/events/harbour/sources/ledger.md"
    assert main(["-q"], root=root) == 0
    was = file.stat()
    file.write_bytes(file.read_bytes().replace(b"Some 30 ships", b"Some 70 ships"))
    os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns - 10**12))
    assert main(["-q"], root=root) == 0
    page = (root / "site/events/harbour/sources/ledger/index.html").read_text("utf-8")
    assert "Some 70 ships" in page


@pytest.mark.parametrize(
    "where",
    [
        ".cache",
        ".cache/tellings.sqlite",
        f".cache/{lock.FILE}",
        "site",
        "site/index.html",
        "themes",
    ],
)
def test_a_folder_or_a_file_in_the_place_of_the_other_is_told_or_done_without(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, "harbour")
    place = root / where
    if where in {".cache", "site", "themes"}:
        place.write_bytes(b"mine")
    else:
        place.mkdir(parents=True)
        (place / "mine").write_bytes(b"mine")
    status = main(["-q"], root=root)
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert (status, bool(said)) in ((0, False), (0, True), (1, True))
    assert b"mine" in ((place / "mine").read_bytes() if place.is_dir() else place.read_bytes())
    assert (status == 1) == where.startswith("site")
