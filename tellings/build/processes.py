"""The same work on many things, in several processes of this machine."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Final, TypeVar

__all__ = ["mapped", "started"]

MOST: Final = 61
"""So many processes can be waited for at once on Windows."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")


def mapped(
    work: Callable[[Thing], Result],
    things: Sequence[Thing],
    jobs: int,
    *,
    here: Callable[[Thing], Result] | None = None,
    chunk: int = 1,
) -> Iterator[Result]:
    """Give what comes of each thing, in their order; `chunk` are handed over at once.

    `here` does the same work in this process: all of it where one job is asked for or no other
    process can be started, and what a lost one leaves undone.
    """
    here = here or work
    done = 0
    try:
        with started(min(jobs, len(things))) as pool:
            every = pool.map(work, things, chunksize=chunk) if pool else map(here, things)
            for one in every:
                done += 1
                yield one
    except (BrokenProcessPool, OSError):
        # OSError: no further process can be started. What the work itself raises, it raises again.
        yield from map(here, things[done:])


@contextmanager
def started(jobs: int) -> Iterator[Executor | None]:
    """Give so many processes; none where one is asked for, or where there can be no others."""
    if jobs < 2:
        yield None
        return
    jobs = min(jobs, MOST) if sys.platform == "win32" else jobs
    try:
        # Forking a process that has threads, as `serve` has, may leave it standing for ever.
        pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_follow)
    except (ImportError, OSError, RuntimeError):
        # Small systems have no shared memory, too little of it, or let nobody write to it.
        yield None
        return
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _follow() -> None:
    """End this process when the one that started it has ended, however that came."""
    Thread(target=_until_it_ends, args=(parent_process(),), daemon=True).start()


def _until_it_ends(starter: BaseProcess | None) -> None:
    if starter is not None:
        starter.join()
        os._exit(1)
