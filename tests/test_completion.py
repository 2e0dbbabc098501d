"""What a shell offers when somebody presses Tab: asked of the shells themselves."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.cli.arguments import COMMANDS, SHELLS
from tests.projects import project

posix = pytest.mark.skipif(sys.platform == "win32", reason="no shell that reads these paths")
BASH = """
source {script}
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_tellings
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """
compdef() {{ }}
_describe() {{ print -l -- "${{(@)${{(@P)2}}%%:*}}" }}
_values() {{ shift; print -l -- "$@" }}
_files() {{ print files }}
source {script}
words=({words})
CURRENT=${{#words}}
_tellings
"""


@pytest.fixture
def script(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> Path:
    """Write the script that is printed for a shell."""
    assert main(["completion", request.param]) == 0
    file = tmp_path / f"completion.{request.param}"
    file.write_text(capsys.readouterr().out, "utf-8")
    return file


def offered(script: Path, *words: str, cwd: Path) -> list[str]:
    """Ask a shell what may stand in the place of the last word."""
    shell = script.suffix[1:]
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    quoted = " ".join(f"'{word}'" for word in ("tellings", *words))
    asked = {
        "bash": ["--norc", "-c", BASH.format(script=script, words=quoted)],
        "zsh": ["-f", "-c", ZSH.format(script=script, words=quoted)],
        "fish": ["-N", "-c", f"source {script}; complete -C 'tellings {' '.join(words)}'"],
    }[shell]
    done = subprocess.run(
        [program, *asked], check=False, capture_output=True, text=True, cwd=cwd, encoding="utf-8"
    )
    assert done.stderr == ""
    return [line.partition("\t")[0] for line in done.stdout.splitlines() if line]


every_shell = pytest.mark.parametrize("script", SHELLS, indirect=True)


@posix
@every_shell
def test_the_commands_are_offered(script: Path, tmp_path: Path) -> None:
    assert sorted(offered(script, "", cwd=tmp_path)) == sorted(COMMANDS)


@posix
@every_shell
def test_the_events_are_offered_from_any_folder_of_the_project(
    script: Path, tmp_path: Path
) -> None:
    root = project(tmp_path / "my digests", "ferry", "harbour")
    inside = root / "content" / "events"
    assert offered(script, "explain", "", cwd=inside) == ["ferry", "harbour"]
    also = offered(script, "-q", "--root", ".", "ingest", "", cwd=root)
    assert {"ferry", "harbour"} <= set(also)
    assert "ferry" not in offered(script, "new", "", cwd=root)


@posix
@every_shell
def test_options_of_all_commands_and_of_the_one_are_offered(script: Path, tmp_path: Path) -> None:
    of_publish = offered(script, "publish", "--", cwd=tmp_path)
    assert {"--help", "--strict", "--branch", "--message"} <= set(of_publish)
    assert "--dry-run" not in of_publish
    assert "--dry-run" in offered(script, "ingest", "harbour", "--", cwd=tmp_path)


@posix
@every_shell
def test_shells_are_offered_and_files_are_left_to_the_shell(script: Path, tmp_path: Path) -> None:
    (tmp_path / "ledger.txt").write_text("The port is shut.", "utf-8")
    shells = offered(script, "completion", "", cwd=tmp_path)
    assert sorted(shells) == sorted(SHELLS)
    left = {".bash": [], ".zsh": ["files"], ".fish": ["ledger.txt"]}[script.suffix]
    assert offered(script, "ingest", "harbour", "led", cwd=tmp_path) == left


def test_a_shell_that_is_not_known_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "csh"]) == 2
    assert "bash" in capsys.readouterr().err
