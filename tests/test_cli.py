"""The command line as it is typed: results, exit status, and no traceback for a mistake."""

import io
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from tellings import __version__
from tellings.cli import arguments, main
from tellings.cli.arguments import COMMANDS, EXIT
from tellings.cli.examples import EXAMPLES
from tellings.cli.printing import Printer, annotation
from tellings.errors import Problem
from tests.case_files import cases
from tests.projects import event, files, project

CHECKOUT = Path(__file__).parent.parent
RAW = (
    "Dockers shut the port of Saltmere\n\nMarch 4, 2026\n\n"
    "The port of Saltmere is shut, the dockers' union said on Wednesday.\n\nAdvertisement\n\n"
    "“We will not move,” said Mara Lind, who leads the union.\n"
)


def typed(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run build.py as a person does."""
    command = [sys.executable, str(CHECKOUT / "build.py"), *map(str, arguments)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        command,
        cwd=cwd,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**plain, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(autouse=True)
def nowhere_special(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


def test_raw_texts_become_a_site_by_two_commands(tmp_path: Path) -> None:
    project(tmp_path)
    raw = tmp_path / "raw.txt"
    raw.write_text(RAW, "utf-8")
    filed = typed("--root", tmp_path, "ingest", "harbour", raw, cwd=CHECKOUT)
    assert (filed.returncode, filed.stderr) == (0, "")
    assert "Dockers shut the port of" in filed.stdout
    assert "advertisement 1" in filed.stdout
    done = typed("--root", tmp_path, cwd=CHECKOUT)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("site/: ")
    assert "0 unchanged, 0 removed" in done.stdout
    assert (tmp_path / "site" / "events" / "harbour" / "digest.json").is_file()


@pytest.mark.parametrize("command", ["build", "check"])
def test_options_stand_before_or_after_the_command(command: str, tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings="[tool.tellings]\n")
    options = ["--root", str(tmp_path), "-s", "-q", "-b", "https://example.org/x"]
    assert main([*options, command]) == 0
    assert main([command, *options]) == 0
    assert main([*options[:3], command, *options[3:]]) == 0
    assert main(["--root", str(tmp_path), "-s", command]) == 1


def test_the_nearest_project_is_built_from_a_folder_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(tmp_path, "harbour")
    monkeypatch.chdir(tmp_path / "content" / "events")
    assert main([]) == 0
    assert (tmp_path / "site" / "index.html").is_file()


def test_an_output_is_named_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "project", "harbour")
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert main(["-o", "out"], root=root) == 0
    assert (tmp_path / "desk" / "out" / "index.html").is_file()
    assert not (root / "site").exists()
    assert (tmp_path / "desk" / "out").as_posix() in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["--strickt"],
        ["--stri"],
        ["ingest", "harbour"],
        ["new"],
        ["build", "--base-url", "example.org"],
        ["serve", "--port", "70000"],
        ["serve", "--port", "web"],
        ["build", "--port", "8000"],
        ["check", "--watch"],
    ],
)
def test_wrong_usage_is_2(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments, root=project(tmp_path)) == 2
    assert "usage:" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_help_and_version_are_fine(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--version"], ["build", "--version"], ["-q", "--version", "serve"]):
        assert main(words) == 0
        assert capsys.readouterr().out == f"tellings {__version__}\n"
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tellings {__version__}\n"
    assert main(["--help"]) == 0
    assert "exit status: 0 fine, 1 problems, 2 wrong usage, 130 interrupted" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_help_shows_one_to_three_lines_that_can_be_typed(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command.split(), "--help"]) == 0
    said = capsys.readouterr().out
    examples = EXAMPLES[command]
    assert 1 <= len(examples) <= 3
    assert all(f"  {typed}\n      {does}\n" in said for typed, does in examples)
    assert said.endswith(f"{EXIT}\n")
    for typed, _ in examples:
        words = re.search(r"tellings ([^)|]+)", typed)
        assert words is not None
        given = arguments.parse(shlex.split(words[1]))
        assert command in {"", given.command}


def test_every_command_is_in_the_help_and_in_the_examples() -> None:
    assert set(EXAMPLES) == {"", *COMMANDS} == {"", *arguments.known().commands}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_help_loads_nothing_slow(option: str) -> None:
    script = (
        f"import sys; from tellings.cli import main; main(['{option}']);"
        "slow = {'numpy', 'jinja2', 'markdown_it', 'yaml', 'watchfiles', 'nupunkt', 'http.server'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=CHECKOUT
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_problem_is_1_and_is_told_with_its_place(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    event(tmp_path, "harbour", "on: the fourth\n")
    done = typed("--root", tmp_path, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content/events/harbour/event.md:2: ")
    assert done.stderr.endswith("1 error: nothing is written\n")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command", ["build", "watch", "ingest", "new", "clean", "check", "publish"]
)
def test_outside_of_a_project_every_command_says_so(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    more = {"ingest": ["harbour", "raw.txt"], "new": ["harbour"]}.get(command, [])
    assert main([command, *more]) == 1
    assert "no project here" in capsys.readouterr().err
    assert not any(tmp_path.iterdir())


def test_a_root_that_is_no_project_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tmp_path / "nowhere")]) == 1
    assert "no such folder" in capsys.readouterr().err
    assert main(["--root", str(tmp_path), "new", "harbour"]) == 1
    assert "pyproject.toml" in capsys.readouterr().err
    assert not any(tmp_path.iterdir())


def test_files_that_cannot_be_filed_are_told_all_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    (tmp_path / "empty.txt").write_text("", "utf-8")
    paths = [str(tmp_path / name) for name in ("empty.txt", "nowhere.txt")]
    assert main(["ingest", "harbour", *paths], root=tmp_path) == 1
    said = capsys.readouterr().err
    assert ("empty.txt" in said, "nowhere.txt" in said) == (True, True)
    assert not (tmp_path / "content").exists()


def test_filing_names_the_source_and_what_an_editor_has_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    raw = tmp_path / "raw.txt"
    raw.write_text(RAW, "utf-8")
    assert main(["ingest", "harbour", str(raw), "--as", "ledger"], root=tmp_path) == 0
    filed = tmp_path / "content" / "events" / "harbour" / "sources" / "ledger.md"
    filed.write_text(filed.read_text("utf-8") + "\nMine.\n", "utf-8")
    capsys.readouterr()
    assert main(["ingest", "harbour", str(raw)], root=tmp_path) == 0
    assert "edited, kept" in capsys.readouterr().out
    assert "Mine." in filed.read_text("utf-8")


def test_a_new_event_is_begun_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path)
    assert main(["new", "2026-03-04-harbour-strike"], root=tmp_path) == 0
    folder = tmp_path / "content" / "events" / "2026-03-04-harbour-strike"
    assert sorted(path.name for path in folder.iterdir()) == ["event.md", "raw", "sources"]
    assert "title: Harbour strike\non: 2026-03-04\n" in (folder / "event.md").read_text("utf-8")
    assert main(["new", "2026-03-04-harbour-strike"], root=tmp_path) == 1
    assert "exists already" in capsys.readouterr().err
    assert main(["check"], root=tmp_path) == 0


@pytest.mark.parametrize("slug", ["Harbour Strike", "../harbour", "con", "", "a/b", "ärger"])
def test_an_event_whose_name_fits_no_address_is_refused(
    slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path)
    assert main(["new", slug], root=tmp_path) == 1
    assert "the event's folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["pyproject.toml"]


def test_words_are_explained_with_the_entries_that_would_change_what_is_held(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, "harbour")
    assert main(["explain", "harbour", "We will not move"], root=tmp_path) == 0
    said = capsys.readouterr().out
    assert "ledger, sentence 2: “We will not move,” said Mara Lind" in said
    assert '[[speaker]]\nsource = "ledger"\nwords = "“We will not move,”"' in said
    assert main(["explain", "harbour", "We shall not move"], root=tmp_path) == 1
    assert "nearest, in ledger: “We will not move”" in capsys.readouterr().err
    assert main(["explain", "strike", "ships"], root=tmp_path) == 1
    assert "there are: harbour" in capsys.readouterr().err


def test_checking_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(tmp_path, "harbour")
    before = files(tmp_path)
    assert main(["check", "--no-cache"], root=tmp_path) == 0
    assert "could be published" in capsys.readouterr().out
    assert files(tmp_path) == before
    assert main(["check"], root=tmp_path) == 0
    assert files(tmp_path).keys() - before.keys() == {".cache/tellings.sqlite"}


def test_cleaning_leaves_what_was_there_before(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / ".gitkeep").write_bytes(b"")
    before = files(tmp_path)
    assert main([], root=tmp_path) == 0
    assert main(["clean"], root=tmp_path) == 0
    assert files(tmp_path) == before
    (tmp_path / "site" / "thesis.txt").write_text("mine", "utf-8")
    assert main(["clean"], root=tmp_path) == 1
    assert (tmp_path / "site" / "thesis.txt").is_file()


def test_drafts_are_named_with_the_way_to_see_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, "harbour")
    event(tmp_path, "ferry", "draft: true\n")
    assert main([], root=tmp_path) == 0
    said = capsys.readouterr().out
    assert "skipped content/events/ferry/event.md: draft (shown with --drafts)\n" in said


def test_quiet_says_nothing_when_all_is_well_and_verbose_names_every_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project(tmp_path, "harbour")
    assert main(["-q"], root=tmp_path) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["clean", "-v"], root=tmp_path) == 0
    assert "removed site/index.html\n" in capsys.readouterr().out
    assert main(["-v"], root=tmp_path) == 0
    assert "wrote events/harbour/index.html\n" in capsys.readouterr().out


def test_timings_name_every_stage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--timings"], root=project(tmp_path, "harbour")) == 0
    said = capsys.readouterr().err
    stages = ["look", "read", "study", "render", "check links", "publish"]
    assert [line.split(" ms  ")[1] for line in said.splitlines()] == stages


@pytest.mark.parametrize(("text", "expected"), cases("annotations"))
def test_a_problem_becomes_an_annotation(text: str, expected: str) -> None:
    path, line, severity, message, hint = text.split(" | ")
    problem = Problem(
        path=path,
        line=int(line),
        message=message.encode().decode("unicode_escape"),
        hint=hint.removesuffix("-"),
        severity="error" if severity == "error" else "warning",
    )
    assert annotation(problem) == expected


def test_on_github_actions_problems_are_annotations_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.resolve()))
    root = project(tmp_path / "digests", "harbour")
    event(root, "harbour", "on: the fourth\n")
    assert main([], root=root.resolve()) == 1
    said = capsys.readouterr()
    assert said.out.startswith("::error file=digests/content/events/harbour/event.md,line=2::")
    assert said.err.startswith("content/events/harbour/event.md:2: ")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_that_want_it(environment: dict[str, str], coloured: bool) -> None:
    problem = Problem(path="a.md", message="wrong")
    screen, pipe = Terminal(), io.StringIO()
    Printer(out=pipe, err=screen, environment=environment).problems((problem,))
    Printer(out=pipe, err=pipe, environment={}).problems((problem,))
    assert ("\x1b[31m" in screen.getvalue()) is coloured
    assert pipe.getvalue() == "a.md: wrong\n"


def test_progress_is_for_terminals_and_leaves_no_trace() -> None:
    screen, pipe = Terminal(), io.StringIO()
    for stream in (screen, pipe):
        printer = Printer(out=stream, err=stream, environment={})
        printer.progress("1 of 2: harbour")
        printer.say("done")
    assert screen.getvalue() == "1 of 2: harbour\r\x1b[Kdone\n"
    assert pipe.getvalue() == "done\n"


@pytest.mark.parametrize("arguments", [[], ["build"], ["check"]])
def test_ctrl_c_during_a_build_is_130_and_leaves_nothing(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(self: Printer, step: str) -> None:
        if "harbour" in step:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Printer, "progress", stop)
    assert main(arguments, root=project(tmp_path, "ferry", "harbour")) == 130
    assert capsys.readouterr() == ("", "stopped\n")
    assert not (tmp_path / "site").exists()


def test_ctrl_c_while_the_program_is_still_loading_is_130_too() -> None:
    script = (
        "import signal, sys\n"
        "class Stop:\n"
        "    def find_spec(name, *_):\n"
        "        if name == 'tellings.cli.command_line': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop)\n"
        "from tellings.cli import main\n"
        "sys.exit(main([]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, text=True, cwd=CHECKOUT
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "stopped\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("arguments", [["watch"], ["--watch"], ["serve", "-p", "8700"]])
def test_ctrl_c_ends_watching_cleanly(arguments: list[str], tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    command = [sys.executable, "-u", str(CHECKOUT / "build.py"), "--root", str(tmp_path)]
    with subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        give_up = threading.Timer(60, process.kill)
        give_up.start()
        assert process.stdout is not None
        for line in process.stdout:
            if "serving" in line:
                address = line.split()[1]
                with urllib.request.urlopen(address, timeout=30) as page:  # noqa: S310 - ours
                    assert page.status == 200
            if ("serving" if "serve" in arguments else "1 event") in line:
                break
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        give_up.cancel()
    assert (process.returncode, said) == (130, "stopped\n")


def test_a_source_is_filed_beside_others_and_built_with_them(tmp_path: Path) -> None:
    project(tmp_path, "harbour")
    raw = tmp_path / "wire.txt"
    raw.write_text(RAW, "utf-8")
    assert main(["ingest", "harbour", str(raw)], root=tmp_path) == 0
    assert main(["-s"], root=tmp_path) == 0
    pages = files(tmp_path / "site")
    sources = [path for path in pages if path.startswith("events/harbour/sources/")]
    assert [path.split("/")[3] for path in sources] == ["ledger", "standard", "wire"]
