"""Git, the program: asked in one voice, and never left to ask anything back."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Answer", "ask", "installed"]

ELSEWHERE = (
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH"),
    *("GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE"),
)
"""What a hook's surroundings say of another repository than the one that is asked of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What git said, and whether it did as asked."""

    fine: bool
    out: bytes
    err: str

    @property
    def words(self) -> str:
        """Give what was asked for, in words."""
        return self.out.decode("utf-8", "replace").strip()

    @property
    def fault(self) -> str:
        """Give why it was not done, on one line."""
        lines = [line.strip() for line in self.err.splitlines()]
        told = [line for line in lines if line and not line.startswith("hint:")]
        return "; ".join(line.removeprefix("fatal: ").removeprefix("error: ") for line in told[:3])


def installed() -> bool:
    """Tell whether there is a git to ask."""
    return shutil.which("git") is not None


def ask(
    folder: Path, *words: str, typed: bytes = b"", surroundings: Mapping[str, str] | None = None
) -> Answer:
    """Ask git in a folder; `typed` is what it reads, `surroundings` are variables for it alone."""
    done = subprocess.run(  # noqa: S603 - the words are our own, names are looked at beforehand
        [shutil.which("git") or "git", "-c", "i18n.commitEncoding=UTF-8", *words],
        cwd=folder,
        input=typed,
        capture_output=True,
        check=False,
        env={**_plain(folder, words), **(surroundings or {})},
    )
    return Answer(
        fine=done.returncode == 0, out=done.stdout, err=done.stderr.decode("utf-8", "replace")
    )


def _plain(folder: Path, words: tuple[str, ...]) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    plain |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    afar = words[0] in {"fetch", "ls-remote", "push"}
    own = {"GIT_SSH", "GIT_SSH_COMMAND"} & plain.keys()
    if afar and not own and not ask(folder, "config", "core.sshCommand").words:
        # ssh asks for a passphrase on the terminal itself, whatever git was told.
        plain["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes"
    return plain
