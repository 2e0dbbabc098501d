"""Events made side by side: here, or in as many processes as there are cores."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Final

from tellings.build.making import Made, Task, make

__all__ = ["made"]

ENOUGH: Final = 8
"""So many events make it worth while to start processes."""


def made(tasks: Sequence[Task], jobs: int, here: Callable[[Task], Made]) -> Iterator[Made]:
    """Make events in their order, by several processes where they are many.

    `here` makes one in this process. What a lost process leaves undone is made here.
    """
    if jobs < 2 or len(tasks) < ENOUGH:
        yield from map(here, tasks)
        return
    done = 0
    try:
        with _processes(min(jobs, len(tasks))) as pool:
            for one in pool.map(make, tasks):
                done += 1
                yield one
    except BrokenProcessPool:
        yield from map(here, tasks[done:])


@contextmanager
def _processes(jobs: int) -> Iterator[Executor]:
    # Forking a process that has threads, as `serve` has, may leave it standing for ever.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
