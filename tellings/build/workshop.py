"""Events made side by side: here, in as many processes as there are cores, or on a cluster."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, nullcontext
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Final

from tellings.build.making import Made, Task, make
from tellings.errors import Problem, TellingsError

__all__ = ["made"]

ENOUGH: Final = 8
"""So many events make it worth while to start processes."""

MOST: Final = 61
"""So many processes can be waited for at once on Windows."""

TRIES: Final = 3
"""How often a cluster tries an event whose worker was lost."""

PATIENCE: Final = "10s"
"""How long to wait for a cluster to answer."""


def made(
    tasks: Sequence[Task], jobs: int, here: Callable[[Task], Made], cluster: str = ""
) -> Iterator[Made]:
    """Make events in their order, by several processes where they are many.

    `here` makes one in this process; what a lost process leaves undone is made here. `cluster` is
    the address of a Dask scheduler, whose workers then do all of it.

    Raises:
        TellingsError: when the cluster does not answer, or loses an event for good.
    """
    done = 0
    try:
        with _workers(len(tasks), jobs, cluster) as pool:
            for one in pool.map(make, tasks) if pool else map(here, tasks):
                done += 1
                yield one
    except BrokenProcessPool:
        yield from map(here, tasks[done:])


def _workers(count: int, jobs: int, cluster: str) -> AbstractContextManager[Executor | None]:
    if cluster:
        return _cluster(cluster)
    return nullcontext() if jobs < 2 or count < ENOUGH else _processes(min(jobs, count))


@contextmanager
def _processes(jobs: int) -> Iterator[Executor | None]:
    jobs = min(jobs, MOST) if sys.platform == "win32" else jobs
    try:
        # Forking a process that has threads, as `serve` has, may leave it standing for ever.
        pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_follow)
    except (ImportError, NotImplementedError, OSError):
        # Small systems have no shared memory, or let nobody write to it: all is made here.
        yield None
        return
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _follow() -> None:
    """End this process when the build that started it has ended, however that came."""
    Thread(target=_until_it_ends, args=(parent_process(),), daemon=True).start()


def _until_it_ends(build: BaseProcess | None) -> None:
    if build is not None:
        build.join()
        os._exit(1)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """Give a cluster's workers. They read and write the project's folder under its own path."""
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise _trouble(
            address, "Dask is not installed", 'pip install "tellings[cluster]"'
        ) from None
    try:
        connect: Any = Client
        client = connect(address, timeout=PATIENCE)
    except (OSError, ValueError) as fault:
        hint = "start one with “dask scheduler”, and “dask worker ADDRESS” for each worker"
        raise _trouble(address, f"no scheduler answers: {fault}", hint) from None
    with client:
        try:
            yield client.get_executor(retries=TRIES)
        except KilledWorker as fault:
            hint = "give the workers more memory, or build without --cluster"
            raise _trouble(address, f"lost its workers: {fault}", hint) from None


def _trouble(address: str, message: str, hint: str) -> TellingsError:
    return TellingsError(Problem(path="--cluster", message=f"{address}: {message}", hint=hint))
