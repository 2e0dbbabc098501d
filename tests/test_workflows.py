"""What runs on other people's machines: small permissions, fixed versions, scripts that parse."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

CHECKOUT = Path(__file__).parent.parent
WORKFLOWS = sorted((CHECKOUT / ".github" / "workflows").glob("*.yml"))
READ = {"contents": "read"}
DEPLOYS = {"pages": "write", "id-token": "write"}
needs_bash = pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("bash"), reason="no bash that reads these paths"
)
every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def load(path: Path) -> dict[str, Any]:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def step_named(path: Path, name: str) -> str:
    return next(str(step["run"]) for step in steps(load(path)) if step.get("name") == name)


def test_both_workflows_are_there() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "pages.yml"]


@every_workflow
def test_every_action_is_fixed_to_a_major_version(path: Path) -> None:
    used = [step["uses"] for step in steps(load(path)) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)


@every_workflow
def test_permissions_are_the_least_that_do(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == READ
    granted = {name: job.get("permissions", READ) for name, job in workflow["jobs"].items()}
    writers = {name: given for name, given in granted.items() if "write" in given.values()}
    assert writers == ({"deploy": DEPLOYS} if path.name == "pages.yml" else {})


@every_workflow
def test_every_job_ends_in_time(path: Path) -> None:
    assert all(job["timeout-minutes"] <= 20 for job in load(path)["jobs"].values())


@every_workflow
def test_no_outside_value_is_pasted_into_a_script(path: Path) -> None:
    assert not any("${{" in step.get("run", "") for step in steps(load(path)))


@needs_bash
@pytest.mark.parametrize(
    "script",
    [step["run"] for path in WORKFLOWS for step in steps(load(path)) if "run" in step]
    + [(CHECKOUT / ".ci" / "run").read_text("utf-8")],
)
def test_every_script_parses(script: str) -> None:
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_every_supported_python_is_checked() -> None:
    job = load(WORKFLOWS[0])["jobs"]["readme"]
    systems = {*job["strategy"]["matrix"]["os"]}
    systems |= {entry["os"] for entry in job["strategy"]["matrix"]["include"]}
    assert systems == {"ubuntu-latest", "windows-latest", "macos-latest"}
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = job["strategy"]["matrix"]["python"][0]
    assert project["requires-python"] == f">={oldest}"


def test_one_job_speaks_for_all_others() -> None:
    jobs = load(WORKFLOWS[0])["jobs"]
    assert set(jobs["all-good"]["needs"]) == set(jobs) - {"all-good"}
    assert jobs["all-good"]["if"] == "always()"


@needs_bash
@pytest.mark.parametrize(("results", "status"), [("success success", 0), ("success skipped", 1)])
def test_the_one_job_fails_when_another_has_not_succeeded(results: str, status: int) -> None:
    script = load(WORKFLOWS[0])["jobs"]["all-good"]["steps"][0]["run"]
    done = subprocess.run(
        ["bash", "-e"], input=script, text=True, env={"RESULTS": results}, check=False
    )
    assert done.returncode == status


def test_what_is_uploaded_is_what_was_built() -> None:
    workflow = load(WORKFLOWS[1])
    upload = next(s for s in steps(workflow) if "upload-pages-artifact" in s.get("uses", ""))
    script = step_named(WORKFLOWS[1], "Build")
    assert f"--output {upload['with']['path']}" in script
    assert "--strict" in script
    assert workflow["jobs"]["deploy"]["environment"]["name"] == "github-pages"


@needs_bash
@pytest.mark.parametrize(
    ("project", "requirements", "installed"),
    [
        ('[project]\nname = "tellings"\n', False, "install ."),
        ('[tool.tellings]\ntitle = "Mine"\n', False, "install tellings"),
        ('[tool.tellings]\ntitle = "Mine"\n', True, "install -r requirements.txt"),
    ],
)
def test_a_checkout_installs_itself_and_a_project_the_package(
    project: str, requirements: bool, installed: str, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text(project, "utf-8")
    if requirements:
        (tmp_path / "requirements.txt").write_text("tellings==1.0\n", "utf-8")
    script = (
        f'pip() {{ echo "$@"; }}\npython() {{ "{sys.executable}" -W ignore "$@"; }}\n'
        + step_named(WORKFLOWS[1], "Install tellings")
    )
    done = subprocess.run(
        ["bash", "-e"], input=script, cwd=tmp_path, text=True, capture_output=True, check=True
    )
    assert done.stdout.strip() == installed


@needs_bash
def test_the_check_can_be_run_as_a_command_and_stops_at_the_first_fault() -> None:
    script = CHECKOUT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "set -euo pipefail" in script.read_text("utf-8")
