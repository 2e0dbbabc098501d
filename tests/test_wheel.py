"""The wheel works by itself: installed in a fresh environment, away from any checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
EVENT = '---\ntitle: "Strike in the harbour"\non: 2026-03-04\n---\n'
SOURCE = '---\noutlet: "Ledger"\ntitle: "Port shut"\n---\n\nThe port is shut.\n'


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it in a new environment; give that environment's interpreter.

    The dependencies are borrowed from the environment that runs the tests, so that no network is
    needed; the package itself comes from the wheel alone.
    """
    folder = tmp_path_factory.mktemp("wheel")
    wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*wheel, "--wheel-dir", folder, CHECKOUT], check=True, cwd=folder)
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    windows = sys.platform == "win32"
    python = environment / ("Scripts/python.exe" if windows else "bin/python")
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    (Path(site) / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    install = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--force-reinstall",
        "--no-index",
    ]
    subprocess.run([*install, *map(str, folder.glob("tellings-*.whl"))], check=True, cwd=folder)
    return python


def test_an_installed_wheel_builds_a_project_with_the_theme_it_carries(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.tellings]\ntitle = "Elsewhere"\n', "utf-8")
    folder = tmp_path / "content" / "events" / "harbour-strike"
    (folder / "sources").mkdir(parents=True)
    (folder / "event.md").write_text(EVENT, "utf-8")
    (folder / "sources" / "ledger.md").write_text(SOURCE, "utf-8")
    where = "import tellings; print(tellings.__file__)"
    module = subprocess.run(
        [installed, "-c", where], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert str(installed.parent.parent.resolve()) in str(Path(module.stdout.strip()).resolve())
    subprocess.run([installed, "-m", "tellings", "build"], check=True, cwd=tmp_path)
    page = tmp_path / "site" / "events" / "harbour-strike" / "index.html"
    assert "Strike in the harbour" in page.read_text("utf-8")
    assert (tmp_path / "site" / "assets" / "style.css").is_file()
    method = (tmp_path / "site" / "method" / "index.html").read_text("utf-8")
    assert "The texts are their publishers’ and are not in this repository." in method


def test_an_installed_wheel_makes_a_project_that_builds(installed: Path, tmp_path: Path) -> None:
    script = installed.parent / ("tellings.exe" if sys.platform == "win32" else "tellings")
    subprocess.run([script, "init", "digests"], check=True, cwd=tmp_path)
    project = tmp_path / "digests"
    subprocess.run([installed, project / "build.py"], check=True, cwd=tmp_path)
    page = project / "site" / "events" / "first-event" / "index.html"
    assert "First event" in page.read_text("utf-8")
    again = subprocess.run(
        [installed, "-m", "tellings", "init", "digests"],
        check=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert "0 files written" in again.stdout
