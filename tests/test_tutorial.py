"""The tutorial, done as it stands: its files saved, its commands typed, its words looked for."""

import html
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
TUTORIAL = (CHECKOUT / "docs" / "tutorial.md").read_text("utf-8")
STEP = re.compile(
    r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<words>.*?)^```$"
    r"|`(?P<page>site/[^`]+\.html)`|^> (?P<quoted>[^\n]+)$",
    re.DOTALL | re.MULTILINE,
)
FAILED = re.compile(r"\d+ errors?")


def commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Part a console's lines into what is typed and what is printed."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        typed, *printed = part.splitlines()
        yield typed, printed


def typed(line: str, cwd: Path, surroundings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    program, *words = shlex.split(line)
    command = [sys.executable, "-m", "tellings"] if program == "tellings" else [program]
    assert program in {"tellings", "git"}
    return subprocess.run(
        [*command, *words],
        cwd=cwd,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=surroundings,
    )


def pattern(printed: list[str]) -> str:
    """Give what must be printed; “…” alone is any lines, and inside a line any words."""
    lines = [
        r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r"\n"
        for line in printed
    ]
    return "".join(lines)


def words_of(page: Path) -> str:
    """Give a page's words as they are read."""
    plain = re.sub(r"<[^>]*>", "", page.read_text("utf-8"))
    return " ".join(html.unescape(plain).split())


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Give the variables of somebody whose git knows nothing but a name."""
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\nname = Mara Lind\nemail = mara@example.org\n", "utf-8")
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
    return {
        **plain,
        "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONUTF8": "1",
    }


def test_the_tutorial_is_short() -> None:
    assert len(TUTORIAL.splitlines()) < 300


def test_every_file_to_be_saved_is_named_just_before() -> None:
    for step in STEP.finditer(TUTORIAL):
        if step["file"]:
            above = TUTORIAL[: step.start()].rstrip().rpartition("\n\n")[2]
            assert f"`{step['file'].removeprefix('../')}`" in above, step["file"]


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_the_tutorial_does_what_it_says(tmp_path: Path, surroundings: dict[str, str]) -> None:
    folder, page, done = tmp_path, "", 0
    for step in STEP.finditer(TUTORIAL):
        page = step["page"] or page
        if step["quoted"]:
            assert step["quoted"] in words_of(folder / page)
        elif step["file"]:
            (folder / step["file"]).write_text(step["words"], "utf-8", newline="\n")
        elif step["kind"]:
            assert step["kind"] == "console"
            for line, printed in commands(step["words"]):
                done += 1
                if line.startswith("cd "):
                    folder /= line.removeprefix("cd ")
                    continue
                answer = typed(line, folder, surroundings)
                failed = any(FAILED.fullmatch(each) for each in printed)
                assert answer.returncode == int(failed), f"{line}\n{answer.stdout}"
                assert re.match(pattern(printed) + r"\Z", answer.stdout), f"{line}\n{answer.stdout}"
    assert done == len(re.findall(r"^\$ ", TUTORIAL, re.MULTILINE))
    assert published(tmp_path) == built(folder / "site")


def published(desk: Path) -> dict[str, bytes]:
    """Give what a reader of the branch gets."""
    copy = desk / "copy"
    git = ["git", "-c", "core.autocrlf=false", "clone", "--quiet", "--branch", "gh-pages"]
    subprocess.run([*git, str(desk / "remote.git"), str(copy)], check=True)
    return built(copy)


def built(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
