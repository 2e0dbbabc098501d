"""What the README tells a reader to type works as it stands there."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
LEDGER = """Dockers walk out in Tresa

Dockers in Tresa walked out on Wednesday over night shifts, and 14 ships were unable to unload.

Advertisement

“We will not go back without a deal,” said Mara Lind, who leads the dockers’ union.

The harbour authority said it would meet the union on Friday.
"""
STANDARD = """<!doctype html><html lang="en">
<head><title>Tresa port stands still</title></head><body><article>
<h1>Tresa port stands still</h1>
<p>The port of Tresa stood still on Wednesday after dockers walked out over night shifts.</p>
<p>Some 14 ships were unable to unload, the harbour authority said, and talks are set
for Friday.</p>
<p>Residents near the harbour said that they supported the strike, although
fresh fish was growing scarce.</p>
</article></body></html>
"""


def section(heading: str) -> str:
    return README.split(f"## {heading}\n")[1].split("\n## ")[0]


def typed(heading: str) -> list[str]:
    block = re.search(r"```sh\n(.*?)```", section(heading), re.DOTALL)
    return block.group(1).splitlines() if block else []


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) < 120


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (CHECKOUT / link).exists()] == []


def test_your_own_event_in_four_commands(tmp_path: Path) -> None:
    shutil.copy(CHECKOUT / "build.py", tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.tellings]\ntitle = "Mine"\n', "utf-8")
    (tmp_path / "ledger.txt").write_text(LEDGER, "utf-8")
    (tmp_path / "standard.html").write_text(STANDARD, "utf-8")
    new, ingest, serve, show = (
        shlex.split(line) for line in typed("Your own event in four commands")
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "1"}

    def command(words: list[str]) -> list[str]:
        assert words[0] == "python"
        return [sys.executable, *words[1:]]

    subprocess.run(command(new), check=True, cwd=tmp_path, env=environment)
    subprocess.run(command(ingest), check=True, cwd=tmp_path, env=environment)
    server = subprocess.Popen(
        [*command(serve), "--port", "0"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        said = next(line for line in server.stdout if "http://" in line)
        address = re.search(r"http://[\d.]+:\d+/", said)
        assert address is not None
        assert show[0] == "open"
        with urllib.request.urlopen(address.group() + show[1].split("/", 3)[3]) as answer:  # noqa: S310 - our own server
            page = answer.read().decode()
    finally:
        server.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        server.communicate(timeout=30)
    assert "2 files · 2 texts" in page
    assert "14 ships were unable to unload" in page
    assert "Advertisement" not in page


def test_the_settings_shown_are_settings_that_exist(tmp_path: Path) -> None:
    block = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert block is not None
    (tmp_path / "pyproject.toml").write_text(block.group(1), "utf-8")
    (tmp_path / "content").mkdir()
    build = [
        sys.executable,
        str(CHECKOUT / "build.py"),
        "--root",
        str(tmp_path),
        "check",
        "--strict",
    ]
    done = subprocess.run(build, check=False, capture_output=True, text=True)
    assert "is not a setting" not in done.stderr + done.stdout
    assert done.returncode == 0, done.stderr
