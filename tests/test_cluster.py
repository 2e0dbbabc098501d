"""Events made on a cluster of two workers of this machine, one of them killed on the way."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tellings.build import Options, build
from tests.projects import files, project

distributed = pytest.importorskip("distributed", reason="needs the extra “cluster”")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")

SLUGS = tuple(f"harbour-{n}" for n in range(6))


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Start two workers."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as started:
        yield started


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_makes_the_same_site(cluster: Any, tmp_path: Path) -> None:
    root = project(tmp_path / "project", *SLUGS)
    lost: list[int] = []

    def kill_one(said: str) -> None:
        if said.startswith("1 of") and not lost:
            lost.append(next(iter(cluster.workers.values())).process.pid)
            os.kill(lost[0], signal.SIGKILL)

    options = Options(root=root, output=tmp_path / "wide", cluster=cluster.scheduler_address)
    wide = build(options, progress=kill_one)
    here = build(Options(root=root, output=tmp_path / "here"))
    assert lost
    assert (wide.problems, wide.studied) == (here.problems, SLUGS)
    assert files(tmp_path / "wide") == files(tmp_path / "here")


def test_a_cluster_that_does_not_answer_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = project(tmp_path / "project", "harbour")
    built = build(Options(root=root, cluster="tcp://127.0.0.1:9"))
    assert built.published is None
    assert [problem.path for problem in built.problems] == ["--cluster"]
    assert "no scheduler answers" in built.problems[0].message
    assert not (root / "site").exists()
