"""Write .ci/requirements.txt: every library of development, fixed by version and by hash.

With the Python of the workflow's job “everything” (3.13, on Linux), and pip 25.1 or later:

    python tools/lock.py

pip itself finds the versions (`pip lock`, PEP 751). What is written holds no address, so that the
file serves wherever the libraries come from.
"""

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parent.parent
LOCK = CHECKOUT / ".ci" / "requirements.txt"
ALSO = ("pip-audit",)
"""What the workflow runs beside the extras."""

HEAD = """\
# Written by tools/lock.py; what it is for stands in docs/dependencies.md.
"""


def wanted() -> list[str]:
    """List what the program and its extras ask for."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*ALSO, *project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        asked += [one for one in extra if not one.startswith("tellings")]
    return sorted(set(asked))


def locked(asked: list[str]) -> dict[str, Any]:
    """Let pip choose the versions."""
    with tempfile.TemporaryDirectory() as folder:
        given, found = Path(folder, "given.txt"), Path(folder, "pylock.toml")
        given.write_text("\n".join(asked), "utf-8")
        command = [sys.executable, "-m", "pip", "lock", "--quiet", "-r", str(given)]
        subprocess.run([*command, "-o", str(found)], check=True)
        return tomllib.loads(found.read_text("utf-8"))


def lines(lock: dict[str, Any]) -> Iterator[str]:
    """Write each library with its hashes."""
    for package in sorted(lock["packages"], key=lambda package: str(package["name"])):
        files = [*package.get("wheels", ()), *filter(None, [package.get("sdist")])]
        hashes = sorted(file["hashes"]["sha256"] for file in files)
        yield f"{package['name']}=={package['version']}"
        yield from (f" \\\n    --hash=sha256:{one}" for one in hashes)
        yield "\n"


if __name__ == "__main__":
    LOCK.write_text(HEAD + "".join(lines(locked(wanted()))), "utf-8", newline="\n")
