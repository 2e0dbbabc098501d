"""The same site whichever Python makes it, as far as others are there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tellings.analysis.claims.joining import mean_chance
from tests.projects import files, project, source

CHECKOUT = Path(__file__).parents[2]
LIBRARIES = "jinja2, markdown_it, numpy, nupunkt, frontmatter, yaml"
ASKED = f"import {LIBRARIES}, sys; print(*sys.version_info[:2])"
GIVEN = os.environ.get("TELLINGS_PYTHONS", "").split(os.pathsep)
"""Interpreters of environments that have the libraries; docs/reliability.md."""

STORM = """\
# Storm shuts the port of Saltmere

The storm tore 41.5 metres off the pier on Monday, said Mara Lind, the harbour master.

“We have lost 3 of 7 cranes,” Otto Brandt told the Tresa Post. Some £2.4 million will be needed by
12 March, he said; about a third of that was promised last year. The minister denied it.
"""


def others() -> Iterator[str]:
    """Give a Python of each other version that has the libraries."""
    met = {f"{sys.version_info[0]} {sys.version_info[1]}"}
    for path in [*GIVEN, *(shutil.which(f"python3.{n}") or "" for n in range(11, 20))]:
        if not path:
            continue
        told = subprocess.run([path, "-c", ASKED], capture_output=True, text=True, check=False)
        if told.returncode == 0 and told.stdout.strip() not in met:
            met.add(told.stdout.strip())
            yield path


def test_every_python_makes_the_same_bytes(tmp_path: Path) -> None:
    every = tuple(others())
    if not every:
        pytest.skip("no other Python here has the libraries")
    sites = []
    for number, python in enumerate((sys.executable, *every)):
        root = project(tmp_path / str(number) / "project", "harbour", "ferry", "march")
        source(root, "harbour", "storm", STORM, "published: 2026-03-03\n")
        command = [python, str(CHECKOUT / "build.py"), "--root", str(root), "-q", "-j", "1"]
        extra = {"PYTHONHASHSEED": str(number), "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run(command, check=True, env={**os.environ, **extra})
        sites.append(files(root / "site"))
    assert [site == sites[0] for site in sites] == [True] * (len(every) + 1)


@pytest.mark.parametrize(
    ("chances", "mean"),
    [((0.686, 0.969, 0.726, 0.528), 0.7272), ((0.66, 0.426, 0.737, 0.126), 0.4873)],
    ids=["down", "up"],
)
def test_a_mean_that_stands_between_two_is_rounded_alike_by_every_python(
    chances: tuple[float, ...], mean: float
) -> None:
    group = tuple(range(len(chances) + 1))
    pairs = {(0, other): chance for other, chance in zip(group[1:], chances, strict=True)}
    assert mean_chance(0, group, pairs, tuple(map(str, group))) == mean
